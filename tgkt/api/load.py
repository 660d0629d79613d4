"""Reading and checking data: where Python begins."""

from __future__ import annotations

from pathlib import Path

from tgkt.api.data import Data, Folder
from tgkt.api.validity import Validity
from tgkt.api.validity import validate as validate_files
from tgkt.language import WRITTEN


def load(
    folder: Folder | None = None,
    *,
    lang: str = WRITTEN,
    as_of: int | None = None,
    known_by: str | None = None,
    baseline: str = "later",
    across_breaks: bool = False,
) -> Data:
    """Read and check a folder of data; see `Data` for what the arguments mean.

    Raises:
        UsageError: there is no such folder, date, language or baseline.
        DataError: the files have mistakes; `problems` holds every one, with file, line and column.
    """
    return Data(folder, lang=lang, as_of=as_of, known_by=known_by, baseline=baseline, across_breaks=across_breaks)


def validate(folder: Folder | None = None, *files: Folder) -> Validity:
    """Check a folder of data, or files together with it: keys, units, ids, digits against the printed words.

    Args:
        folder: a folder of YAML files; unless given that of the variable TGKT_DATA, else the shipped data.
        files: files to check, each of which replaces the file of its name in the folder.

    Raises:
        UsageError: there is no such folder.
    """
    return validate_files(None if folder is None else Path(folder), [Path(each) for each in files])
