"""The real kramdown, where it is installed: the reference the reader is compared with.

Goes in: kramdown text. Comes out: the HTML the Ruby program prints, or None where it fails or never ends.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Final

_SERVER: Final = Path(__file__).with_name("kramdown_server.rb")
_PATIENCE: Final = 5.0
"""Seconds; some texts send the real program into an endless loop."""


@lru_cache(maxsize=1)
def why_missing() -> str | None:
    """Why the real kramdown cannot be asked here, or None if it can."""
    ruby = shutil.which("ruby")
    if ruby is None:
        return "ruby is not installed"
    program = 'require "kramdown"; require "kramdown/parser/gfm"; print Kramdown::VERSION'
    asked = subprocess.run([ruby, "-e", program], capture_output=True, text=True, check=False)
    if asked.returncode:
        return "ruby has no kramdown with its GFM parser"
    return None if asked.stdout.startswith("2.") else f"kramdown {asked.stdout} is not the reference"


class RealKramdown:
    """A running program; use it as a context."""

    def __init__(self) -> None:
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["ruby", "-W0", str(_SERVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=dict(os.environ, LANG="C.UTF-8"),
        )

    def __enter__(self) -> RealKramdown:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()

    def html(self, text: str) -> str | None:
        """What kramdown prints for `text`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(text).encode() + b"\n")
        self.process.stdin.flush()
        ready, _, _ = select.select([self.process.stdout], [], [], _PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        if line:
            answer = json.loads(line)[0]
            return None if answer is None else str(answer)
        self._stop()
        self.process = self._start()
        return None
