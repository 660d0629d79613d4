"""The fields of `tgkt validate`."""

from __future__ import annotations

from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape

PROBLEMS = Shape(
    "problems",
    3,
    "a mistake in the data",
    "tgkt validate",
    (
        f.text("key", "file, line and column; numbered where several mistakes stand there", always=True),
        f.text("file", "the file; null where it has no place"),
        f.whole("line", "the line, from 1"),
        f.whole("column", "the column, from 1"),
        f.text("path", "the way through the keys of the file"),
        f.text("message", "the mistake and its remedy, in English", always=True),
    ),
)
