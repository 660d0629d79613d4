"""The fields of `tgkt status`."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Kind, Path, Price
from tgkt.facts.statement import Timing
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.machine.shape import Shape
from tgkt.results.status import Agreement, Attention, Counts, Grade, StandingKind

_TARGET = (
    f.text("comparator", "the words around the target's number", Comparator),
    f.number("target", "the target's number as printed; null for a range and for words", "target_unit"),
    f.number("target_range_low", "the first number of a target printed as a range", "target_unit"),
    f.number("target_range_high", "the second number of a target printed as a range", "target_unit"),
    f.number("target_low", "the lowest value that meets the target; null where every lower one does", "unit"),
    f.number("target_high", "the highest value that meets the target; null where every higher one does", "unit"),
    f.text("target_unit", "unit of `target` as printed"),
    f.code("target_period", "the year or term of the target"),
    f.text("target_timing", "how the target relates to its period", Timing),
    f.words("target_readings", "the ways in which its words may be read, where there are several", Timing),
    f.whole("target_of", "the base year of a target that is a multiple or a cut of an earlier figure"),
    f.text("target_printed", "the words of the target"),
    f.words("excludes", "what the target leaves out"),
)
_PLAN_BASELINE = (
    f.number("baseline_plan", "the plan's own baseline, where a later figure replaced it", "baseline_plan_unit"),
    f.text("baseline_plan_unit", "unit of `baseline_plan`"),
)
_IMPLIED = (
    *f.measured("implied", "what the plan's own targets imply for its base year; never computed with"),
    f.code("implied_period", "the year it is implied for"),
    f.text("implied_formula", "how it follows"),
)
_PROXY = (
    f.text("proxy", "another indicator, named where there is no figure; never compared"),
    f.number("proxy_value", "its figure", "proxy_unit"),
    f.number("proxy_low", "lower end of `proxy_value`", "proxy_unit"),
    f.number("proxy_high", "upper end of `proxy_value`", "proxy_unit"),
    f.text("proxy_unit", "unit of `proxy_value`"),
    f.code("proxy_period", "the year or term of `proxy_value`"),
)
_VERDICT = (
    f.text("verdict", "the grade at the deadline", Grade, always=True),
    f.flag("certain", "whether nothing the verdict rests on could turn pass into fail; null where nothing is compared"),
    parts.rests("rests_on", "the verdict"),
    f.text("verdict_plan", "the verdict by the plan's own baseline, where a later one replaced it", Grade),
    *parts.reason("", "why it has this verdict"),
)
_STANDING = (
    f.text("standing", "where the row stands before its deadline; null from then on", StandingKind),
    f.flag("standing_certain", "whether nothing the standing rests on could change it"),
    parts.rests("standing_rests_on", "the standing"),
    f.flag("standing_locked", "whether nothing can undo it any more"),
    *parts.reason("standing_", "why it stands there"),
    f.told("sought", "what was looked for, where there is no figure"),
    f.whole("missed_in", "the year in which a target of every year was first missed"),
)
_WAY = (
    f.text("attention", "what the row asks of its reader", Attention, always=True),
    f.whole("attention_rank", "its place among the rows of its plan, from 1, what needs attention most first"),
    f.number("distance", "how far it is worse than required, over the way from baseline to target", f.PURE),
    f.number("share_of_path", "the way covered over the way required by now", f.PURE),
    f.number("required_now", "what the path asks for by the year of `current`", "required_unit"),
    f.number("required_low", "lower end of `required_now`", "required_unit"),
    f.number("required_high", "upper end of `required_now`", "required_unit"),
    f.text("required_unit", "unit of `required_now`"),
    *f.spread("gap", "the target less the newest figure", "unit"),
    *f.measured("needed", "what each of the years left must bring"),
    *f.measured("last_pace", "the pace of the last term"),
    f.number("stretch", "the pace required over the pace of the last term", f.PURE),
)
_LABEL = (
    f.text("official", "the label of the document"),
    f.flag("agrees", "whether the verdict agrees with the label; null without one"),
    f.text(
        "disagreement",
        "whether they differ in degree or in outcome",
        [each for each in Agreement if each is not Agreement.AGREES],
    ),
    f.words("findings", "the findings of `tgkt check` that rest on its figures, by their `key`"),
    parts.breaks("the row"),
    f.text("origin", "the document of the target", always=True),
    f.text("locator", "the place in that document"),
    f.told("condition", "what must hold for something to be counted, beside the number"),
    f.told("note", "a note of the data"),
)
ROW: tuple[Field, ...] = (
    *parts.ABOUT,
    f.text("label", "the name as the document prints it"),
    f.told("unit", "unit of every number that has no other", always=True),
    f.text("direction", "which way is better", Direction, always=True),
    f.text("kind", "what sort of quantity it is", Kind, always=True),
    f.text("path", "the shape of the way from baseline to target", Path, always=True),
    f.text("price", "the price basis of money", Price),
    *_TARGET,
    *parts.amount("baseline", "the figure it starts from"),
    *_PLAN_BASELINE,
    *parts.amount("current", "the newest figure"),
    *_IMPLIED,
    *_PROXY,
    *parts.amount("result", "what came of the target at its deadline"),
    *_VERDICT,
    *_STANDING,
    *_WAY,
    *_LABEL,
)


_COUNTED = {
    "total": "in all",
    "passed": "with the verdict met or exceeded",
    "failed": "with the verdict not met",
    "not_settled": "of which some parts are met and none failed",
    "not_assessable": "without a grade at their deadline",
    "already_met": "already met",
    "on_track": "on track",
    "already_missed": "already missed",
    "no_figure": "without a figure",
}


def counts(prefix: str, what: str, *, total: bool = False) -> tuple[Field, ...]:
    """The columns in which targets, or parts of targets, are counted; each is in exactly one."""
    names = [name for name in Counts._fields if total or name != "total"]
    return tuple(f.whole(f"{prefix}{name}", f"{what} {_COUNTED.get(name, name)}", always=True) for name in names)


BY_PART = tuple(field for field in counts("", "rows") if field.name != "not_settled")
SCOREBOARD = f.rows(
    "scoreboard",
    "the counts of each area: of rows, and under `targets` of numbered targets",
    (
        f.text("plan", "the plan", always=True),
        f.text("area", "the area", always=True),
        f.whole("rows", "how many rows there are", always=True),
        *BY_PART,
        f.whole("agree", "rows whose verdict agrees with the label", always=True),
        f.whole("differ_in_degree", "rows whose verdict differs from the label in degree", always=True),
        f.whole("differ_in_outcome", "rows whose verdict differs from the label in outcome", always=True),
        f.whole("uncertain", "rows whose verdict or standing could turn out otherwise", always=True),
        f.record("targets", "the same of numbered targets", counts("", "targets", total=True)),
    ),
)
_HEAD = (parts.PLAN, *parts.clock(), parts.BREAKS, SCOREBOARD)
STATUS = Shape("status", 3, "a row of a plan", "tgkt status", ROW, _HEAD)
STATUS_LONG = Shape(
    "status_long",
    1,
    "a row of a plan, or a part of a structure",
    "tgkt status --long",
    (ROW[0], f.text("part_of", "the `key` of the structure it is a part of"), *ROW[1:]),
    _HEAD,
    is_long=True,
)
