"""The fields of `tgkt panel`: an area and a target, and with `--by parent` a parent area and a target."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation
from tgkt.report.machine import field as f
from tgkt.report.machine.field import A_YEAR, PURE, Field
from tgkt.report.machine.shape import Shape
from tgkt.results.status import Grade, StandingKind

REASONS = (
    "met", "exceeded", "not_met", "path_on_track", "path_behind", "path_on_track_old", "path_behind_old",
    "past_ceiling", "every_year_so_far", "every_year_so_far_old", "missed_in", "breach", "inside_before",
    "not_there_yet", "only_other_period", "no_result", "years_missing", "no_start", "no_base", "multiple_of_base",
    "only_a_bound", "base_zero", "bounds_overlap", "neutral_direction", "words_only", "structure",
    "beyond_panel", "beyond_decimal",
)  # fmt: skip
"""The codes that the statement gives as the reason of a verdict or standing."""
VALUE_REASONS = (
    "parts_missing", "no_weights", "no_aggregation", "bounds_only", "beyond_panel", "negative_weight", "no_weight",
    "beyond_decimal",
)  # fmt: skip
"""The codes that it gives as the reason why a parent has no figure of its own."""
_OF_TARGET = (
    f.text("indicator", "the indicator, its `id` elsewhere", always=True),
    f.text("unit", "unit of every number that has no other", always=True),
)
_PERIOD = f.code("target_period", "the year or term of the target", always=True)


def _moved(what: str) -> tuple[Field, ...]:
    return (
        f.number("growth", f"{what}, where its way is by percent", A_YEAR),
        f.number("points", f"{what}, where it is not: what is added a year", "unit"),
    )


PANEL = Shape(
    "panel",
    1,
    "an area and a target that holds for it",
    "tgkt panel",
    (
        f.text("area", "the area, as the figures call it", always=True),
        f.text("parent", "the area it lies in, by the file of areas"),
        *_OF_TARGET,
        f.whole("first_year", "the year of `start`"),
        f.number("start", "the figure from which the path begins", "unit"),
        f.whole("last_year", "the year of `end`"),
        f.number("end", "the newest figure up to the deadline", "unit"),
        f.number("current", "what is compared with the target: `end`, or the average or total so far", "unit"),
        *_moved("pace from `start` to `end`"),
        f.number("required_now", "the value of the path in the year of `end`", "unit"),
        f.number("gap", "what is missing from the target", "unit"),
        f.number("needed", "pace needed from now on, as `growth` or as `points` is told", "unit"),
        f.number("target", "the nearest value that meets the target", "unit"),
        f.text("comparator", "the words around the target's number", Comparator, always=True),
        f.number("target_low", "the lowest value that meets the target; null where every lower one does", "unit"),
        f.number("target_high", "the highest value that meets the target; null where every higher one does", "unit"),
        _PERIOD,
        f.text("verdict", "the grade at the deadline", Grade, always=True),
        f.text("standing", "where the pair stands before its deadline; null from then on", StandingKind),
        f.flag("certain", "whether rounding could not turn the answer; null where nothing is compared"),
        f.text("reason", "why it has this standing, or then this verdict, as a code", REASONS, always=True),
    ),
    keys=("area", "indicator", "target_period"),
)  # fmt: skip
PARENTS = Shape(
    "panel_parents",
    1,
    "a parent area and a target",
    "tgkt panel --by parent",
    (
        f.text("parent", "the parent area", always=True),
        *_OF_TARGET,
        _PERIOD,
        f.whole("areas", "its areas for which the target holds", always=True),
        f.whole("known", "those with a figure from the base year to the deadline", always=True),
        f.number("coverage", "`known` as a share of `areas`", PURE),
        f.whole("met", "areas that met or exceeded it at the deadline", always=True),
        f.whole("not_met", "areas that did not", always=True),
        f.whole("already_met", "areas that meet it before the deadline", always=True),
        f.whole("on_track", "areas on their path or better", always=True),
        f.whole("behind", "areas behind it", always=True),
        f.whole("already_missed", "areas that cannot meet it any more", always=True),
        f.whole("uncertain", "areas whose answer rounding could turn", always=True),
        f.number("weight", "what `areas` weigh by the file of areas", PURE),
        f.number("met_weight", "what those of `met` weigh", PURE),
        f.number("behind_weight", "what those of `behind` weigh", PURE),
        f.whole("year", "the newest year of which it has a figure"),
        f.text("blend", "how its own figure follows from those of its areas", Aggregation),
        f.text("weight_by", "the indicator that weighs, or the denominator"),
        f.flag("weight_given", "whether `--weight-by` asked for that and the plan did not"),
        f.whole("in_year", "areas that have all that is needed of the year"),
        f.number("value", "its own figure; null where one is missing", "unit"),
        f.number("low", "the least that it can be where areas have no figure", "unit"),
        f.number("high", "the most that it can be where areas have no figure", "unit"),
        f.number("value_of_known", "the figure of the areas that have one", "unit"),
        f.text("value_reason", "why there is no value, as a code", VALUE_REASONS),
        f.whole("from_year", "the year from which growth is counted"),
        f.whole("at_both", "areas with a value in both years"),
        *_moved("pace of these areas"),
        *(f.text(f"worst_{place}", f"place {place} of its areas with the worst figures") for place in range(1, 6)),
    ),
    keys=("parent", "indicator", "target_period"),
)  # fmt: skip
