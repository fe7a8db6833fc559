"""Whether everything still stands as the last build left it: the first stage of a build, and the last of most.

Goes in: a manifest, which the last build left in the cache folder. Comes out: whether tool, notes, pictures, settings,
lock file and outputs are those of that build, told by stamps alone.

A manifest is two halves: `Stood`, plain values for the question asked here, and the rest, which stays packed unless
there is something to do. Command lines that were understood before are kept with it: for one of these, `told_again`
answers with nothing imported but this and `listing`, a few milliseconds after Python's own start.
"""

from __future__ import annotations

import gc
import marshal
import os
import zlib

from exporter.build.listing import LOCK_NAME, SETTINGS_NAME, Stamp, cache_folder, fingerprint, notes_below, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any, Final, TypeAlias

Stood: TypeAlias = "Mapping[str, Any]"
"""`tool`; the stamps `settings` and `lock` (None: no such file), `notes` by name, `pictures` by path, `outputs` by
name, each with its maker; `complete`, the exporters whose outputs are all there; `line`, what a build that has nothing
to do prints, empty if it has more to tell than a line.
"""
Call: TypeAlias = "tuple[str, str, str, tuple[str, ...], tuple[Any, ...]]"
"""What a command line means: the manifest's path, the project's folder, the output folder, the exporters, the sheet's
options.
"""

_MOST_CALLS: Final = 64
_SUM: Final = 4  # bytes
_SIZE: Final = 8  # bytes


def pack(value: Any) -> bytes:
    """Plain values as bytes, with a sum."""
    data = marshal.dumps(value)
    return zlib.crc32(data).to_bytes(_SUM) + data


def unpack(data: bytes) -> Any:
    """What `pack` packed; None for anything else."""
    if zlib.crc32(data[_SUM:]).to_bytes(_SUM) != data[:_SUM]:
        return None
    try:
        return marshal.loads(data[_SUM:])
    except (ValueError, TypeError, EOFError):
        return None


def joined(stood: Stood, rest: bytes) -> bytes:
    """A manifest's halves as they stand in its file: the length of the first, the first, the rest."""
    first = pack(stood)
    return len(first).to_bytes(_SIZE) + first + rest


def read(path: str, *, whole: bool = True) -> tuple[Stood, bytes]:
    """The halves of the manifest at `path`, the rest only if `whole`; empty if there is none, or it is damaged."""
    try:
        with open(path, "rb") as file:
            size = int.from_bytes(file.read(_SIZE))
            first = unpack(file.read(min(size, os.fstat(file.fileno()).st_size)))
            return (first, file.read() if whole else b"") if isinstance(first, dict) else ({}, b"")
    except OSError:
        return {}, b""


def tool_with(sheet: tuple[Any, ...]) -> str:
    """The tool's fingerprint with what the command line adds to the settings."""
    return f"{fingerprint()}\n{sheet}"


def same_inputs(stood: Stood, root: str, notes: Mapping[str, Stamp], tool: str) -> bool:
    """Whether tool, notes, pictures, settings and lock file are those of the last build."""
    return (
        stood.get("tool") == tool
        and stood["notes"] == notes
        and stood["settings"] == stamp(os.path.join(root, SETTINGS_NAME))
        and stood["lock"] == stamp(os.path.join(root, LOCK_NAME))
        and all(seen == stamp(path) for path, seen in stood["pictures"].items())
    )


def stands(
    stood: Stood, root: str, notes: Mapping[str, Stamp], output: str, tool: str, makers: Collection[str]
) -> bool:
    """Whether nothing changed since the last build, for the outputs of these exporters."""
    return (
        same_inputs(stood, root, notes, tool)
        and all(maker in stood["complete"] for maker in makers)
        and all(
            seen == stamp(os.path.join(output, name))
            for name, (maker, seen) in stood["outputs"].items()
            if maker in makers
        )
    )


def calls_path() -> str:
    """Where the command lines that were understood are kept."""
    return os.path.join(cache_folder(), "calls")


def told_again(words: Sequence[str]) -> str:
    """What the command of these words prints if it has nothing to do; empty if that can't be told at once."""
    gc.disable()  # it would walk ten thousand stamps again and again
    try:
        return _told_again(words)
    except (OSError, ValueError):
        return ""
    finally:
        gc.enable()


def _told_again(words: Sequence[str]) -> str:
    call = known_calls().get(_call_key(words))
    if call is None:
        return ""
    manifest, root, output, makers, sheet = call
    stood, _ = read(manifest, whole=False)
    line: str = stood.get("line", "")
    now = notes_below(root) if line else {}
    return line if now and stands(stood, root, now, output, tool_with(sheet), makers) else ""


def known_calls() -> dict[Any, Call]:
    """The command lines that were understood, the oldest first."""
    try:
        with open(calls_path(), "rb") as file:
            calls = unpack(file.read())
    except OSError:
        return {}
    return calls if isinstance(calls, dict) else {}


def with_call(words: Sequence[str], call: Call) -> dict[Any, Call] | None:
    """`known_calls` with one more, and without those long ago; None if it is known already."""
    calls, key = known_calls(), _call_key(words)
    if calls.get(key) == call:
        return None
    calls.pop(key, None)
    return dict([*calls.items(), (key, call)][-_MOST_CALLS:])


def _call_key(words: Sequence[str]) -> tuple[Any, ...]:
    """Words mean the same in the same folder; without a source, they mean its folder `source` if there is one."""
    return (os.getcwd(), os.path.isdir("source"), *words)
