"""What tests share: the option `--accept`, the real kramdown, the cache of prepared faces."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.real_kramdown import RealKramdown, why_missing

# The same generated texts in every run, so that a red run is the change's doing; KRAMDECK_EXPLORE=1 tries new ones.
settings.register_profile("same", derandomize=True, database=None)
settings.register_profile("explore", print_blob=True)
settings.load_profile("explore" if os.environ.get("KRAMDECK_EXPLORE") else "same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected files of tests/cases")


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def real_kramdown() -> Iterator[RealKramdown]:
    """The real kramdown; tests that ask for it are skipped, with the reason, where it is missing."""
    reason = why_missing()
    if reason is not None:
        pytest.skip(reason)
    with RealKramdown() as program:
        yield program


@pytest.fixture(scope="session")
def faces_cache(request: pytest.FixtureRequest) -> Path:
    """Where prepared faces lie: in pytest's own cache, since making them takes seconds."""
    cache = request.config.cache
    assert cache is not None
    return cache.mkdir("faces")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, faces_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's cache: each has its own, in which only the prepared faces are shared."""
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "faces").symlink_to(faces_cache)
    monkeypatch.setenv("KRAMDECK_CACHE", str(folder))
    return folder
