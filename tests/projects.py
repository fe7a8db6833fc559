"""A folder of notes to build in, for the tests of `build` and of the command line."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Final

from exporter.build.report import Report
from exporter.build.run import Request, build

ROOT: Final = Path(__file__).resolve().parents[1]

PULL: Final = """\
# 이미지

**1) `docker image pull`**

- 레지스트리의 이미지를 내려받는 명령어

docker image pull [options] 리포지토리명[:태그명]
{: .notice--info}

- `--quiet` 옵션
  - 진행 상황을 보이지 않음
"""

COMMIT: Final = """\
## `git commit`

Writes the index as a new commit.

```
git commit [options]
```

- `-m <message>`: give the message on the command line
"""


class Place:
    """A project in a folder of its own: notes in `notes/`, outputs in `out/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder / "notes"
        self.out = folder / "out"
        self.notes.mkdir()

    def write(self, name: str, text: str | bytes) -> Path:
        """A note, or any other file of the project."""
        path = self.notes / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def build(self, only: str | None = "deck", *, force: bool = False, dry_run: bool = False) -> Report:
        """Build in this process."""
        return build(Request((str(self.notes),), str(self.out), only, force=force, dry_run=dry_run))

    def run(self, *arguments: str, expect: int | None = None) -> subprocess.CompletedProcess[str]:
        """Run the command in the project's folder."""
        done = subprocess.run(
            [sys.executable, "-m", "exporter", *arguments],
            cwd=self.folder,
            env=self.environment(),
            text=True,
            encoding="utf-8",
            capture_output=True,
            check=False,
        )
        if expect is not None:
            assert done.returncode == expect, done.stdout + done.stderr
        return done

    def environment(self) -> dict[str, str]:
        """The environment of the command: this program; the cache is the test's own."""
        return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def outputs(self) -> list[str]:
        """The files a user sees in the output folder."""
        return sorted(
            path.relative_to(self.out).as_posix()
            for path in self.out.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )

    def package(self, name: str = "notes.apkg") -> list[str]:
        """What the notes of a package are sorted by: their keys."""
        return sorted(package_keys((self.out / name).read_bytes()))

    def state(self) -> dict[str, bytes]:
        """Every output and the lock file, with their content."""
        files = {name: (self.out / name).read_bytes() for name in (self.outputs() if self.out.is_dir() else [])}
        lock = self.notes / "kramdeck.lock"
        return {**files, "kramdeck.lock": lock.read_bytes()} if lock.exists() else files


def package_keys(data: bytes) -> list[str]:
    """The keys of a package's notes. Raises if the package is not whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, closing(sqlite3.connect(":memory:")) as connection:
        assert archive.testzip() is None
        connection.deserialize(archive.read("collection.anki2"))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT sfld FROM notes")]


def let_time_pass() -> None:
    """Long enough for files written before to count as settled."""
    time.sleep(0.06)
