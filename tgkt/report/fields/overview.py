"""The fields of `tgkt` alone."""

from __future__ import annotations

from tgkt.report.fields import parts, status
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.results.status import Attention, Counts

_TARGETS = f.rows(
    "targets",
    "every numbered target",
    (
        f.text("key", "plan, area and number of the target", always=True),
        f.text("plan", "the plan", always=True),
        f.text("area", "the area", always=True),
        f.code("number", "the number as the document prints it", always=True),
        f.text("section", "the section of its first part", always=True),
        f.whole("parts", "how many rows it has", always=True),
        f.whole("parts_met", "how many of them are met at their deadline", always=True),
        f.flag("exceeded", "whether every part is exceeded", always=True),
        f.text("column", "the one column in which it is counted", Counts._fields[1:], always=True),
        f.text("attention", "what the part that needs attention most asks for", Attention, always=True),
        f.code("worst", "the number of that part", always=True),
    ),
)
_AUDIT = f.record(
    "audit",
    "what `tgkt check` says of the plan",
    (
        f.whole("rows", "how many rows it marks", always=True),
        f.whole("inconsistent", "relations that cannot hold as printed", always=True),
        f.whole("needs_assumption", "relations that hold only under an assumption", always=True),
        f.code("most", "the number of the row that it marks most"),
    ),
)
OVERVIEW = Shape(
    "overview",
    2,
    "a section of a plan with its counts",
    "tgkt",
    (
        f.text("key", "plan and section", always=True),
        f.text("plan", "the plan", always=True),
        f.text("section", "the section", always=True),
        f.told("title", "name of the section", always=True),
        f.whole("targets", "how many numbered targets there are", always=True),
        *status.counts("targets_", "numbered targets"),
        f.whole("rows", "how many rows of the plan there are", always=True),
        *status.BY_PART,
    ),
    (
        parts.PLAN,
        *parts.clock(across=False),
        status.SCOREBOARD,
        _TARGETS,
        f.rows("attention", "the rows that need attention most, as in `tgkt status`", status.ROW),
        _AUDIT,
        f.texts("next", "commands that answer what this leaves open"),
    ),
)
