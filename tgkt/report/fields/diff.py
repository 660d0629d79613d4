"""The fields of `tgkt diff`."""

from __future__ import annotations

from tgkt.facts.statement import Timing
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.machine.shape import Shape
from tgkt.results.diff import About, By, Kind
from tgkt.results.status import Grade, StandingKind
from tgkt.series.role import Role


def _version(name: str, what: str) -> tuple[Field, ...]:
    """One of the two states."""
    figure = f"{what}: of a figure what is printed, of a target what it promises, of a standing what decides it"
    return (
        *parts.amount(name, figure),
        *parts.place(f"{name}_"),
        f.text(f"{name}_role", "what a printed figure is to the one that counts", Role),
        f.text(f"{name}_plan", "the plan of the row"),
        f.code(f"{name}_code", "number of the row"),
        f.number(f"{name}_target_low", "the lowest value that meets the target", f"{name}_target_unit"),
        f.number(f"{name}_target_high", "the highest value that meets the target", f"{name}_target_unit"),
        f.text(f"{name}_target_unit", "unit of both"),
        f.text(f"{name}_state", "the standing before the deadline, the verdict from then on", (*StandingKind, *Grade)),
        f.flag(f"{name}_certain", "whether nothing could turn that into another"),
        *parts.reason(f"{name}_", "why it stands there"),
    )


CHANGE = (
    f.text("key", "what changed", always=True),
    f.text("about", "what it is about", About, always=True),
    f.text("change", "how it changed", Kind, always=True),
    f.text("id", "the indicator", always=True),
    f.told("title", "what is measured", always=True),
    f.text("section", "the section of the indicator", always=True),
    f.text("area", "the area", always=True),
    f.text("plan", "the plan of a row"),
    f.code("code", "number of the row"),
    f.code("period", "the year, the term or the part of a year"),
    f.text("timing", "how the figure relates to its period", Timing),
    f.whole("of", "the base year of a multiple"),
    *_version("before", "the old state"),
    *_version("after", "the new state"),
)
DIFF = Shape(
    "diff",
    2,
    "a figure, a target or a standing that differs",
    "tgkt diff OLD NEW",
    CHANGE,
    (
        f.text("by", "what the two states are told apart by", By, always=True),
        f.text("old", "the old state", always=True),
        f.text("new", "the new state; null for all data"),
        f.whole("old_as_of", "the last year whose figures the old state holds"),
        f.whole("new_as_of", "the last year whose figures the new state holds"),
        f.date("old_known_by", "the last date of the documents of the old state"),
        f.date("new_known_by", "the last date of the documents of the new state"),
        f.record(
            "counts",
            "how many changes there are of each sort",
            tuple(f.whole(f"{about}_{kind}", f"{about}: {kind}", always=True) for about in About for kind in Kind),
        ),
    ),
)
