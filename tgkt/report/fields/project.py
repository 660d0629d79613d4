"""The fields of `tgkt project`: trajectories, their years, the effects of a scenario, a goal sought."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Path
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.machine.shape import Shape
from tgkt.results.project import PaceLabel
from tgkt.results.status import Grade

FORMS = ("level", "average", "total", "every_year", "words", "multiple")
PACES = ("observed", "last_term", "required", "rate", "scenario")
METHODS = ("statcan", "unsd2023", "healthy_people", "linear")
TRENDS = ("better", "worse", "steady")
SIGNS = (">=", "<=", "=")

_UNIT = f.told("unit", "unit of every number that has no other", always=True)


def _year(when: str) -> tuple[Field, ...]:
    """What a year requires, shows and is projected to bring."""
    return (
        f.number("required", f"what the path asks for {when}; of a total, cumulated", "unit"),
        *f.spread("observed", f"what was found {when}; of a total, cumulated", "unit"),
        f.number("projected", f"where the pace leads {when}", "unit"),
    )


_PROJECTED_GAP = f.number("projected_gap", "the target less where the pace leads", "unit")
_YEAR = (
    f.whole("year", "the year; of a fiscal year the one it begins in", always=True),
    *_year("by the year"),
    f.number("gap", "the target less what was found", "unit"),
    _PROJECTED_GAP,
)
_TARGET = (
    f.text("comparator", "the words around the target's number", Comparator),
    f.number("target", "the target's number as printed; null for a range and for words", "target_unit"),
    f.number("target_range_low", "the first number of a target printed as a range", "target_unit"),
    f.number("target_range_high", "the second number of a target printed as a range", "target_unit"),
    f.number("target_low", "the lowest value that meets the target; null where every lower one does", "unit"),
    f.number("target_high", "the highest value that meets the target; null where every higher one does", "unit"),
    f.text("target_unit", "unit of `target` as printed"),
    f.code("target_period", "the year or term of the target"),
)
_PACE = (
    *f.measured("pace", "the pace of the projection"),
    f.text("pace_from", "where the pace comes from", PACES),
    f.code("pace_span", "the years that an observed or earlier pace speaks of"),
    f.whole("year_reached", "the first year in which the target is reached"),
    f.flag("in_time", "whether that year is not later than the target's"),
    *parts.reason("", "why there is no path, projection or year, or what stands against the target whatever the pace"),
    *f.measured("needed", "what each of the years left must bring"),
    f.number("stretch", "the pace required over the pace of the last term", f.PURE),
)
_JUDGEMENT = (
    f.text("method", "how the pace is judged", METHODS),
    f.text("method_version", "the version of the method"),
    f.text("pace_label", "what the method calls the pace", PaceLabel),
    f.number("pace_value", "what the label rests on", "pace_value_unit"),
    f.text("pace_value_unit", "unit of `pace_value`: % for `healthy_people`, else times"),
    f.number("pace_score", "the score of the method, from -5 to 5", f.PURE),
    f.text("pace_reason", "why the method has no value, as a code", parts.REASON_CODES),
    f.facts("pace_reason_fields", "what the sentence is filled with, by name"),
    f.text("pace_why", "why the method has no value, as a sentence in English"),
    f.text("linear_label", "what the linear method says, where it says something else", PaceLabel),
    f.text("trend", "which way the last two figures moved", TRENDS),
)
_HEAD = (
    f.text("plan", "the plan; null where none is asked about"),
    f.whole("as_of", "the last year whose figures are looked at"),
    f.whole("year", "the year that `required`, `observed` and `projected` are of"),
    f.text("pace", "the pace asked for", always=True),
    f.text("method", "how the pace is judged", METHODS, always=True),
    f.text("method_version", "the version of the method", always=True),
    f.flag("across_breaks", "whether figures are compared across breaks", always=True),
    parts.BREAKS,
)
EFFECT = (
    f.text("key", "plan, area, number and scenario", always=True),
    f.text("status_key", "plan, area and number of the row: its `key` in `tgkt status`", always=True),
    f.text("scenario", "name of the scenario, or what is set; null for a goal sought"),
    f.text("id", "the indicator", always=True),
    f.code("code", "number of the row in the plan"),
    f.text("plan", "the plan"),
    f.text("area", "the area", always=True),
    f.told("title", "what is measured", always=True),
    f.told("unit", "unit of `before`, `after` and `change`", always=True),
    *_TARGET[:4],
    *_TARGET[6:],
    f.flag("is_set", "whether the scenario sets it itself", always=True),
    f.number("before", "the figure without the scenario", "unit"),
    f.number("after", "the figure under the scenario", "unit"),
    f.number("change", "`after` less `before`", "unit"),
    f.text("verdict_before", "the verdict on `before`", Grade),
    f.text("verdict_after", "the verdict on `after`", Grade),
    parts.breaks("the row"),
)
_LINK = (
    f.text("link", "the link", always=True),
    f.text("computes", "the figure that it computes", always=True),
    f.text("formula", "how it follows", always=True),
)
PROJECT = Shape(
    "project",
    3,
    "a row of a plan with its path and projection",
    "tgkt project",
    (
        *parts.ABOUT,
        _UNIT,
        f.text("form", "how the target moves", FORMS),
        f.text("path", "the shape of the way from baseline to target", Path, always=True),
        f.text("direction", "which way is better", Direction, always=True),
        *_TARGET,
        f.number("edge", "the edge of the target that is to be reached", "unit"),
        *parts.amount("baseline", "the figure it starts from"),
        *parts.amount("current", "the newest figure"),
        *f.spread("gap", "the target less the newest figure", "unit"),
        f.whole("year", "the year that the next numbers are of", always=True),
        *_year("by that year"),
        _PROJECTED_GAP,
        *_PACE,
        *_JUDGEMENT,
        parts.breaks("the row"),
        f.rows("years", "the years one by one; `--long` has each as a row", _YEAR),
    ),
    (*_HEAD, f.rows("effects", "the rows that a scenario changes", EFFECT)),
)
PROJECT_LONG = Shape(
    "project_long",
    1,
    "a year of a row",
    "tgkt project --long",
    (
        f.text("key", "plan, area, number and year", always=True),
        f.text("status_key", "plan, area and number of the row: its `key` in `tgkt status`", always=True),
        *parts.ABOUT[1:],
        _UNIT,
        f.text("form", "how the target moves", FORMS),
        *_YEAR,
    ),
    (*_HEAD, f.rows("effects", "the rows that a scenario changes", EFFECT)),
    is_long=True,
)
EFFECTS = Shape(
    "effects",
    3,
    "a row of a plan that a scenario changes",
    "tgkt project --set WHAT=VALUE",
    EFFECT,
    (
        parts.PLAN,
        f.whole("as_of", "the last year whose figures are looked at"),
        f.flag("across_breaks", "whether figures are compared across breaks", always=True),
        parts.BREAKS,
        f.rows("links", "the links that carry the change", _LINK),
    ),
)
SOLVE = Shape(
    "solve",
    3,
    "the figure sought",
    "tgkt project --solve WHAT --for GOAL",
    (
        *parts.ABOUT,
        f.text("goal", "the goal in words", always=True),
        f.text("goal_id", "the indicator of the goal", always=True),
        f.text("goal_sign", "on which side of the wanted value the goal is met", SIGNS, always=True),
        f.number("goal_value", "the wanted value", "goal_unit"),
        f.text("goal_unit", "unit of `goal_value`", always=True),
        f.number("value", "the figure at which the goal is just met; null where there is none", "unit"),
        f.told("unit", "unit of `value`", always=True),
        f.number("reached", "what the goal's figure then is", "reached_unit"),
        f.text("reached_unit", "unit of `reached`", always=True),
        f.flag("holds_above", "whether more of it keeps the goal; null where neither side does"),
        *parts.reason("", "why there is no answer"),
        f.words("links", "the links that carry the change"),
        parts.breaks("the figure or the goal"),
    ),
    (parts.PLAN, f.rows("effects", "what else changes", EFFECT)),
)
