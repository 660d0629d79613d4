"""What the ending of a file's name decides: its format, and whether an answer may be written to it."""

from __future__ import annotations

import os
from pathlib import Path

from tgkt.errors import UsageError

ENDINGS = {
    ".txt": "table",
    ".md": "md",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".ndjson": "ndjson",
}

DATA = (".yaml", ".yml")
"""Endings of the files that data are read from."""


def answer_file(file: Path | None) -> Path | None:
    """The file to write an answer to; none where "-" names stdout.

    Raises:
        UsageError: it is, or would be, a file that data are read from.
    """
    if file is None or file == Path("-"):
        return None
    if {each.suffix.lower() for each in (file, Path(os.path.realpath(file)))} & {*DATA}:
        raise UsageError(
            "--output: {file}: answers are not written to {ending} files, which hold data. Name another file",
            file=file,
            ending=DATA[0],
        )
    return file


def format_for(file: Path, asked: str | None) -> str:
    """The format of an output file: the requested one, else the one of its ending, else a table.

    A name without an ending, such as that of a device, may have any format; so may an unknown ending if a format was
    requested.

    Raises:
        UsageError: the ending contradicts the format, or belongs to no known format.
    """
    ending = file.suffix.lower()
    meant = ENDINGS.get(ending)
    if meant and asked and meant != asked:
        raise UsageError(
            "--output: {file} would be {meant}, but {asked} was asked for. Name a file that ends in {ending}",
            file=file,
            meant=meant,
            asked=asked,
            ending=next(each for each, form in ENDINGS.items() if form == asked),
        )
    if ending and not meant and (asked is None or ending in _ELSEWHERE):
        raise UsageError(
            "--output: {file}: answers cannot be written as {ending}. End the name in one of: {endings}",
            file=file,
            ending=ending,
            endings=", ".join(ENDINGS),
        )
    return meant or asked or "table"


_ELSEWHERE = {".xlsx", ".xls", ".ods", ".docx", ".html", ".htm", ".pdf"}
"""Endings of what is no text of ours, whatever format was asked for."""
