"""kramdeck reads kramdown study notes and makes an Anki deck and a printed sheet of them. See `exporter/README.md`."""

from __future__ import annotations

__version__ = "0.1.0"
