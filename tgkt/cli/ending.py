"""The format of a file by the ending of its name."""

from __future__ import annotations

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
