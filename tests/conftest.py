"""What tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def faces_cache(request: pytest.FixtureRequest) -> Path:
    """Where prepared faces lie: in pytest's own cache, since making them takes seconds."""
    cache = request.config.cache
    assert cache is not None
    return cache.mkdir("faces")
