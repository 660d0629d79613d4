"""The names of codes that are the same in all data, by list and code."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.message import Message
from tgkt.report.exchange.sdmx.code import NOT_APPLICABLE
from tgkt.results.export import Measure, Part
from tgkt.series.known import How
from tgkt.series.role import Role

Named = Mapping[str, Message]

SCENARIOS: Named = {
    "target": Message("target of a plan"),
    "stated": Message("printed by a document"),
    "derived": Message("derived; no document prints it"),
}
MEASURES: Named = {
    Measure.ABSOLUTE: Message("amount in its unit"),
    Measure.MULTIPLE: Message("multiple of an earlier year"),
    Measure.CUT: Message("multiple of an earlier year, printed as a cut"),
    Measure.RISE: Message("multiple of an earlier year, printed as a rise"),
    Measure.INDEX: Message("index of the same part of the year before"),
    Measure.WORDS: Message("words without a number"),
}
TIMINGS: Named = {
    Timing.IN_YEAR: Message("in the year"),
    Timing.AVERAGE: Message("yearly average of the period"),
    Timing.TOTAL: Message("total of the period"),
    Timing.EVERY_YEAR: Message("in every year of the period"),
    Timing.BEFORE: Message("before the period"),
    NOT_APPLICABLE: Message("not applicable"),
}
COMPARATORS: Named = {
    Comparator.AT_LEAST: Message("at least"),
    Comparator.MORE_THAN: Message("more than"),
    Comparator.AT_MOST: Message("at most"),
    Comparator.LESS_THAN: Message("less than"),
    Comparator.ABOUT: Message("about"),
    Comparator.NEAR_BELOW: Message("nearly"),
    Comparator.BETWEEN: Message("between two numbers"),
    Comparator.EQUALS: Message("exactly the number"),
    Comparator.MAINTAIN: Message("maintain"),
    Comparator.MILESTONE: Message("milestone in words"),
}
ROLES: Named = {
    Part.TARGET: Message("target"),
    Part.BASELINE: Message("baseline of a plan"),
    Part.LAST_TERM: Message("last term's figure of a plan"),
    Part.RESULT: Message("result of a plan"),
    Part.REPRINT: Message("target printed once more"),
    Part.OBSERVED: Message("printed outside the rows of plans"),
    Part.DERIVED: Message("derived"),
}
STATUSES: Named = {
    Status.OFFICIAL: Message("official"),
    Status.PROVISIONAL: Message("provisional"),
    Status.ESTIMATED: Message("estimated"),
    Status.FORECAST: Message("forecast"),
    Status.UNSTATED: Message("not stated"),
    Status.DERIVED: Message("derived"),
}
COUNTED: Named = {
    Role.COUNTS: Message("counts for its period"),
    Role.AGREES: Message("agrees with the figure that counts"),
    Role.REPLACED: Message("replaced by a later figure"),
    Role.DISPUTED: Message("disputed between documents of one rank"),
    Role.CONTRADICTS: Message("contradicts the figure that counts"),
    Role.FORECAST: Message("forecast"),
    Role.MULTIPLE: Message("multiple of an earlier year"),
    Role.AIM: Message("aim stated in passing"),
    Role.LATER: Message("later than the year looked at"),
}
HOWS: Named = {
    How.PRINTED: Message("printed"),
    How.LATER: Message("printed in a later release"),
    How.OWN: Message("derived from other figures of the area"),
    How.BLEND: Message("blended from the parts"),
    How.FORMULA: Message("by a declared formula"),
    How.BOUNDS: Message("bounds whatever the weights"),
}
PICKS: Named = {"part": Message("the first number"), "total": Message("the second number")}
OBSERVED: Named = {
    "A": Message("normal value"),
    "E": Message("estimated value"),
    "F": Message("forecast value"),
    "K": Message("data included in another category"),
    "M": Message("missing value; data cannot exist"),
    "P": Message("provisional value"),
}
"""The status of an observation: these codes are those of the list CL_OBS_STATUS that SDMX publishes."""
