"""What a print may bring in: data in its own text, pictures in its own folder, its own faces; nothing else.

Goes in: a folder. Comes out: fetchers for WeasyPrint.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"})
LARGEST_PICTURE: Final = 20_000_000
"""In bytes."""


def face_fetcher() -> Any:
    """A fetcher of files, for style of our own that names faces."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"file"}, allow_redirects=False)


def note_fetcher(folder: Path | None) -> Any:
    """A fetcher of what a note may bring in."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class NoteFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("file:"):
                return super().fetch(url, headers)
            return URLFetcherResponse(url, picture(url, folder))

    return NoteFetcher(allowed_protocols={"data"}, allow_redirects=False)


def picture(url: str, folder: Path | None) -> bytes:
    """The bytes of a picture below `folder`; ValueError for any other file."""
    path = Path(unquote(urlsplit(url).path))
    if folder is None or path.suffix.lower() not in PICTURES:
        raise ValueError(f"not a picture of the note: {url}")
    real = path.resolve()
    if real.is_relative_to(folder.resolve()) and real.is_file() and real.stat().st_size <= LARGEST_PICTURE:
        return real.read_bytes()
    raise ValueError(f"not in the folder of the notes: {url}")
