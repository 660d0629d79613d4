"""The folder of the shipped data, the data files of a folder, and where a path leads. Imports nothing heavy."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
ENDINGS = (".yaml", ".yml")
BASE_FILE = "base.yaml"
DEEPEST = 4
"""Folders in folders that are looked into."""


def real(path: Path) -> Path:
    """The path without links; a link that leads to itself stays, where Path.resolve raises an error of its own."""
    return Path(os.path.realpath(path))


def shipped_place() -> Path:
    """The folder of the shipped data."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def names_in(folder: str | Path, within: str = "", deep: int = 0) -> list[str]:
    """The data files of a folder and of the folders in it, each by its name from there on, in their order.

    Left out are folders whose name begins with a dot, links to folders, and folders of their own: those with a base.

    Args:
        folder: the folder.
        within: what its files are named after, with a slash at the end.
        deep: how deep it lies.

    Raises:
        OSError: it cannot be read.
    """
    with os.scandir(folder) as entries:
        found = list(entries)
    if deep and any(each.name == BASE_FILE for each in found):
        return []
    names = [within + each.name for each in found if os.path.splitext(each.name)[1] in ENDINGS and not _is_folder(each)]
    for each in found:
        if deep < DEEPEST and each.is_dir(follow_symlinks=False) and not each.name.startswith("."):
            names += names_in(each.path, f"{within}{each.name}/", deep + 1)
    return sorted(names)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a name is a folder's; a link that leads nowhere is a file that cannot be read, and told as such."""
    try:
        return entry.is_dir()
    except OSError:
        return False
