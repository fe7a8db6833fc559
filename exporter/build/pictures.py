"""The pictures a note shows.

Goes in: a note's bytes, or its document, and where it stands. Comes out: the files its outputs depend on, known without
reading the note; and the pictures' bytes by source as written, with a diagnostic for each that isn't there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from exporter.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from exporter.kramdown.nodes import Block
    from exporter.source import Span

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp")
"""What a file is called that notes may show."""
_SUFFIX: Final = rb"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)"
_MENTION: Final = re.compile(
    rb"<([^<>\n]+?" + _SUFFIX + rb")>|[\"']([^\"'\n]+?" + _SUFFIX + rb")[\"']|([^\s\"'<>()\[\]]+?" + _SUFFIX + rb")\b",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_FILTERED: Final = re.compile(r"""\{\{\s*["']([^"'{}]+)["']\s*(?:\|\s*\w+\s*)*\}\}""")
_SITE: Final = re.compile(r"\A.*\}\}/?")
"""How Jekyll notes begin: `{{ "/a.png" | relative_url }}`, and `{{ site.url }}{{ site.baseurl }}/a.png`."""
IN_THE_NOTE: Final = "data:image/"
_LARGEST: Final = 32 << 20  # bytes


def mentioned(content: bytes) -> tuple[str, ...]:
    """What in a note's bytes could be the source of a picture: more than it shows, never less."""
    if b"![" not in content and b"<img" not in content.lower():
        return ()
    found = (next(filter(None, match.groups())) for match in _MENTION.finditer(content))
    return tuple(sorted({source.decode("utf-8", "replace") for source in found}))


def picture_path(source: str, folder: str, root: str) -> str | None:
    """The file that a source as written means; None for an address on the web.

    `folder` is the note's; a source that begins with `/`, or with Liquid for the site's address, counts from `root`.
    """
    source = _SITE.sub("/", _FILTERED.sub(r"\1", source))
    if _ADDRESS.match(source) or not source.strip():
        return None
    plain = unquote(source.partition("?")[0].partition("#")[0])
    if plain.startswith("/"):
        return os.path.normpath(os.path.join(root, plain.lstrip("/")))
    return os.path.normpath(os.path.join(folder, plain))


def picture_file(path: str, root: str) -> str | None:
    """The file behind `path` if it is a picture in the project's folder and not too large, None otherwise."""
    real, inside = os.path.realpath(path), os.path.realpath(root)
    try:
        allowed = os.path.commonpath((real, inside)) == inside and real.lower().endswith(SUFFIXES)
        return real if allowed and os.path.isfile(real) and os.path.getsize(real) <= _LARGEST else None
    except (OSError, ValueError):
        return None


def picture_address(source: str, folder: str, root: str) -> str | None:
    """Where a page finds the picture that a source as written means; None if nothing may be shown for it."""
    if source.startswith(IN_THE_NOTE):
        return source
    path = picture_path(source, folder, root)
    file = None if path is None else picture_file(path, root)
    return Path(file).as_uri() if file else None


def load_pictures(blocks: Iterable[Block], folder: str, root: str) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The pictures of a document by source as written, and a diagnostic for each that can't be read.

    `image-not-found`: it is not in the project's folder; `image-elsewhere`: it has an address, and nothing is fetched.
    """
    from exporter.markup import image_sources

    images: dict[str, bytes] = {}
    missing: list[Diagnostic] = []
    for source, span in image_sources(blocks):
        path = picture_path(source, folder, root)
        data = None if path is None else _bytes(path, root)
        if data is not None:
            images[source] = data
        elif not source.startswith(IN_THE_NOTE):
            missing.append(_elsewhere(source, span) if path is None else _not_found(path, span))
    return images, tuple(missing)


def _not_found(path: str, span: Span) -> Diagnostic:
    message = f"there is no picture `{path}` in the project's folder (or it is larger than {_LARGEST >> 20} MB)"
    return Diagnostic(
        "image-not-found",
        Severity.WARNING,
        message,
        span,
        "a path begins at the note's folder, one with a leading `/` at the project's",
    )


def _elsewhere(source: str, span: Span) -> Diagnostic:
    message = f"`{source}` is not fetched; the words that stand for the picture are shown"
    return Diagnostic("image-elsewhere", Severity.INFO, message, span, "put the picture into the notes' folder")


def _bytes(path: str, root: str) -> bytes | None:
    try:
        file = picture_file(path, root)
        return Path(file).read_bytes() if file else None
    except OSError:
        return None


def picture_paths(sources: Iterable[str], folder: str, root: str) -> Iterator[str]:
    """The files that sources could mean."""
    for source in sources:
        path = picture_path(source, folder, root)
        if path is not None:
            yield path
