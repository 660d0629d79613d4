"""The fields of `tgkt status --in-year`."""

from __future__ import annotations

from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.statement import Status
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.machine.shape import Shape
from tgkt.results.in_year import Meaning


def _figure(name: str, what: str) -> tuple[Field, ...]:
    return (
        *f.measured(name, f"{what}; null for a bound and a range"),
        f.code(f"{name}_period", "the part of the year it is about"),
        f.text(f"{name}_status", "how settled it is", Status),
        f.text(f"{name}_printed", "the words of the document"),
        f.flag(f"{name}_is_index", "whether growth is printed as an index of the year before"),
        *parts.place(f"{name}_"),
    )


_AIM = (
    f.text("year_aim", "where the year's aim comes from: a plan of that year, or the row's own path", ("plan", "path")),
    f.number("year_aim_value", "what the year is to bring", "year_aim_unit"),
    f.number("year_aim_low", "lower end of `year_aim_value`", "year_aim_unit"),
    f.number("year_aim_high", "upper end of `year_aim_value`", "year_aim_unit"),
    f.text("year_aim_unit", "unit of `year_aim_value`"),
    f.text("year_aim_plan", "the plan that has it"),
    f.text("year_aim_printed", "its words"),
    *parts.place("year_aim_"),
)
IN_YEAR = Shape(
    "in_year",
    2,
    "a row of a plan with its newest figure within a year",
    "tgkt status --in-year",
    (
        *parts.ABOUT,
        f.told("unit", "unit of the row", always=True),
        f.text("direction", "which way is better", Direction, always=True),
        f.text("kind", "what sort of quantity it is", Kind, always=True),
        f.text("meaning", "what a figure of a part of a year is to the year", Meaning, always=True),
        *_figure("current", "the newest figure within a year"),
        *_figure("before", "the figure of the same part of the year before"),
        *f.measured("change", "the change from `before` to `current`"),
        *_AIM,
        *f.measured("share_of_year_plan", "how much of the year's plan is done"),
        *f.measured("share_of_year_path", "how much is done of what the path asks for in the year"),
        *f.measured("gap", "the year's aim less the figure, of what does not add up"),
        parts.rests("rests_on", "the comparison"),
        f.text("break", "the break between the figure and what it would be compared with"),
    ),
    (
        parts.PLAN,
        f.whole("as_of", "the last year whose figures are looked at; null for all"),
        *parts.clock()[1:],
    ),
)
