"""Files in, files out: the only place that reads and writes. `build` in `run` is the door.

Goes in: the paths a user names. Comes out: the deck, the sheets, the lock file, and a `Report`.
"""

from __future__ import annotations
