"""Where the shipped data lie, and where what is made of data is kept between runs. Imports nothing heavy."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
ENDINGS = (".yaml", ".yml")


def shipped_place() -> Path:
    """Where the data lie that come with tgkt."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def cache_folder() -> Path:
    """The folder of what is kept between runs; it need not be there."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "tgkt"
