"""The folder of the shipped data, and where a path leads. Imports nothing heavy."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
ENDINGS = (".yaml", ".yml")


def real(path: Path) -> Path:
    """The path without links; a link that leads to itself stays, where Path.resolve raises an error of its own."""
    return Path(os.path.realpath(path))


def shipped_place() -> Path:
    """The folder of the shipped data."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"
