"""How things are measured: each beside its floor, in turns, so that a busy machine slows both.

Goes in: what to run. Comes out: `Figures`. Times are CPU seconds unless a row says wall: what other programs do on the
machine counts less.
"""

from __future__ import annotations

import compileall
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PYTHON: Final = sys.executable


@dataclass(frozen=True, slots=True)
class Figures:
    """Runs of ours and of the floor, in `unit`; the ratio of their medians is what counts."""

    ours: tuple[float, ...]
    floor: tuple[float, ...]
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours against the floor."""
        return median(self.ours) / median(self.floor)


@dataclass(frozen=True, slots=True)
class Row:
    """One benchmark. `goal` is the highest ratio that is good; `measure` gets a folder of its own to work in."""

    name: str
    workload: str
    floor: str
    goal: float
    measure: Callable[[Path], Figures]
    stretch: float | None = None


def in_turns(ours: Callable[[], float], floor: Callable[[], float], runs: int, unit: str = "ms") -> Figures:
    """Run both `runs` times, A B A B, after one of each that does not count; both return what they cost."""
    ours()
    floor()
    pairs = [(ours(), floor()) for _ in range(runs)]
    return Figures(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs), unit)


def cpu(call: Callable[[], object]) -> float:
    """CPU milliseconds of a call in this process, garbage of others collected before."""
    gc.collect()
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1000


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process cost, with the processes it started: CPU and wall milliseconds."""

    cpu: float
    wall: float


def process(arguments: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Run a program to its end, its modules compiled as where it is installed. Raises `RuntimeError` if it fails."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = subprocess.Popen(
        [str(part) for part in arguments],
        cwd=cwd,
        env={**kept, **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.stderr is not None
    with child.stderr:
        if child.returncode != 0:
            raise RuntimeError(f"{arguments}: exit {child.returncode}\n{child.stderr.read().decode()}")
    return Ran((used.ru_utime + used.ru_stime) * 1000, (time.perf_counter() - start) * 1000)


def kramdeck(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Run the command as its installed script does, from a folder of installed packages."""
    return python("-c", _SCRIPT, *arguments, cwd=cwd, env={"PYTHONPATH": _installed().name, **(env or {})})


def memory(*arguments: str | Path, cwd: Path, env: Mapping[str, str]) -> float:
    """The highest memory (MiB) of the command. A small process starts it: Linux counts a starter's own memory too."""
    starter = [PYTHON, "-I", "-S", "-c", _STARTER, PYTHON, "-c", _SCRIPT, *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept |= {"PYTHONPATH": _installed().name, **env}
    done = subprocess.run(starter, cwd=cwd, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(done.stderr.split()[-1]) / 1024


_SCRIPT: Final = "from exporter.__main__ import main; main()"
_STARTER: Final = """\
import os, resource, sys
os.waitpid(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ), 0)
os.write(2, f"\\n{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}".encode())
"""


@cache
def _installed() -> tempfile.TemporaryDirectory[str]:
    """The package, put where it can be measured as users have it; it is gone when this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="kramdeck-bench-", suffix="-packages")
    shutil.copytree(ROOT / "exporter", Path(folder.name, "exporter"), ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(folder.name, quiet=1)
    return folder


def python(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """Run this Python."""
    return process([PYTHON, *arguments], cwd=cwd, env=env)
