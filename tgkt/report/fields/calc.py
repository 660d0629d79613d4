"""The fields of `tgkt calc`."""

from __future__ import annotations

from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape

CALC = Shape(
    "calc",
    2,
    "a calculation",
    "tgkt calc",
    (
        f.text("key", "the operation and its line of standard input, 1 for arguments", always=True),
        f.whole("line", "the line of standard input; null for arguments"),
        f.text("operation", "what is computed", always=True),
        *f.plain("the answer"),
        f.text("unit", "unit of the answer; null where bare numbers were put in and make a bare number"),
        f.whole("years", "the years between"),
        f.text("formula", "the formula", always=True),
        f.texts("inputs", "what was put in, as typed"),
    ),
)
