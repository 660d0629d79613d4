"""Merged figures recomputed from the areas that were merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tgkt.api.amounts import WEIGHTS, amounts_of, weights_of
from tgkt.api.answer import Answer
from tgkt.api.choose import period_named, require_known
from tgkt.api.pick import area_named, indicator_named
from tgkt.api.seen import Seen
from tgkt.engine.blend.merged import Given, comparable, merge, periods_of
from tgkt.engine.blend.weights import implied_table
from tgkt.errors import UsageError
from tgkt.facts.catalogue import Area, Catalogue
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.notation import PLAIN, USUAL, Rules
from tgkt.facts.period import Period
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.blend import implied_tables, merge_tables, overview
from tgkt.report.blend_rows import implied_row, merge_row, part_rows
from tgkt.report.breaks import break_rows
from tgkt.report.fields.blend import BLEND, BLEND_LONG, IMPLIED_WEIGHTS
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.blend import Implied, Merge
from tgkt.series.series import Knowledge

_PARTING = re.compile(r"[,;]\s*(?=[^,;=]+=)")
_WITHOUT_WEIGHTS = (Aggregation.SUM, Aggregation.BOUNDS, Aggregation.NONE)
_ENDS = ("base", "end")
Weights = str | Mapping[str, str | int | float | Decimal]
"""Weights by area: "north=0.9,south=0.1", or a mapping of numbers or of what one types."""


class Asked(NamedTuple):
    """The question about one indicator.

    Attributes:
        what: a number, an id or words of its title.
        period: a year or term; the newest with the most figures unless given.
        area: the merged area; the one that is no part of another unless given.
        weight_by: the indicator to weigh by.
        weights: weights by area, all in one unit.
        weights_of: for growth, whether weights given belong to its base or its end.
        series: whether every year and term is asked for.
    """

    what: str
    period: str | None = None
    area: str | None = None
    weight_by: str | None = None
    weights: Weights | None = None
    weights_of: str | None = None
    series: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Blend(Answer[Merge]):
    """Merged figures from their parts: weights, exact value, interval, and whether they agree with what is printed.

    Attributes:
        is_list: whether tables list figures, and not tell one in full.
    """

    shape: ClassVar[Shape] = BLEND
    long_shape: ClassVar[Shape | None] = BLEND_LONG

    is_list: bool = False

    def tables(self, view: View) -> list[Table]:
        """One figure with its parts, weights and ways; or a list of figures."""
        catalogue = self.knowledge.catalogue
        if self.is_list:
            return overview(self.rows, catalogue, view.lang)
        return merge_tables(self.rows[0], catalogue, view.lang)

    def head(self) -> Values:
        """Breaks."""
        return {"breaks": break_rows((each.breaks for each in self.rows), self.tongues)}

    def values(self, *, is_long: bool = False) -> list[Values]:
        """A row for each figure; of the long form one for each of its parts."""
        return part_rows(self.rows, self.tongues) if is_long else [merge_row(each, self.tongues) for each in self.rows]

    @property
    def listed(self) -> Callable[[Merge], Values] | None:
        """The fields of a figure; none where one is told in full."""
        return (lambda each: merge_row(each, self.tongues)) if self.is_list else None


@dataclass(frozen=True, eq=False, repr=False)
class ImpliedWeights(Answer[Implied]):
    """The weights that merged figures imply, by kind."""

    shape: ClassVar[Shape] = IMPLIED_WEIGHTS

    def tables(self, view: View) -> list[Table]:
        """The weights of each kind, and whether all of a kind agree."""
        return implied_tables(self.rows, self.knowledge.catalogue, view.lang)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each weight."""
        return [implied_row(each, self.tongues) for each in self.rows]

    @property
    def listed(self) -> Callable[[Implied], Values]:
        """The fields of a row."""
        return lambda each: implied_row(each, self.tongues)


def blend_one(seen: Seen, asked: Asked) -> Blend:
    """The answer to `Data.blend` about one indicator.

    Raises:
        UsageError: a name, period, area or weight that is none, or weights where none are taken.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    merged_ids(catalogue)
    indicator, of = indicator_named(asked.what, catalogue, seen.lang), _merged(asked.area, catalogue)
    given = _given(asked, indicator, of, seen)
    periods = _periods(indicator, of.id, knowledge)
    if asked.series:
        known = {*periods, *knowledge.series(indicator.id, of.id).periods()}
        history = sorted(known, key=lambda p: (p.last, -p.first))
        found = [merge(indicator, of.id, each, knowledge, given) for each in history]
    else:
        when = period_named(asked.period) if asked.period else _fullest(periods, indicator, of, knowledge)
        found = [merge(indicator, of.id, when, knowledge, given)]
    return Blend(tuple(found), knowledge, seen.lang, asked.series)


def blend_all(seen: Seen, area: str | None = None, period: str | None = None) -> Blend:
    """The answer to `Data.blend` about everything that is printed for merged areas.

    Raises:
        UsageError: an area or period that is none, or for which no such figure is printed.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    merged_ids(catalogue)
    only, when = _merged(area, catalogue).id if area else None, period_named(period) if period else None
    asked = [each for each in comparable(knowledge) if only in (None, each[1]) and when in (None, each[2])]
    merged = (merge(indicator, of, period, knowledge) for indicator, of, period in asked)
    found = [each for each in merged if each.printed is not None]
    if when and not found:
        raise UsageError(
            "no merged figure that can be recomputed is printed for {period}. Leave out --period", period=str(when)
        )
    return Blend(tuple(found), knowledge, seen.lang, is_list=True)


def implied_weights(seen: Seen) -> ImpliedWeights:
    """The answer to `Data.implied_weights`.

    Raises:
        UsageError: no area was merged from others.
    """
    merged_ids(seen.knowledge.catalogue)
    return ImpliedWeights(tuple(implied_table(seen.knowledge)), seen.knowledge, seen.lang)


def merged_ids(catalogue: Catalogue) -> list[str]:
    """The areas that were merged from others.

    Raises:
        UsageError: there is none.
    """
    merged = [each.id for each in catalogue.areas.values() if each.constituents]
    if not merged:
        raise UsageError(
            "no area in these data was merged from others. Declare constituents: [a, b] for the merged area"
        )
    return merged


def _merged(area: str | None, catalogue: Catalogue) -> Area:
    """The merged area asked for, else the one that is no part of another."""
    merged = merged_ids(catalogue)
    if area is None:
        whole = catalogue.whole_area()
        if whole is not None:
            return whole
        raise UsageError(
            "several areas were merged from others. Name one: --area {areas}", areas=Message.either(merged)
        )
    of = area_named(area, catalogue)
    if not of.constituents:
        raise UsageError(
            "--area: '{area}' was not merged from others. Name one of: {areas}", area=area, areas=", ".join(merged)
        )
    return of


def _given(asked: Asked, indicator: Indicator, of: Area, seen: Seen) -> Given:
    """The weights that are given.

    Raises:
        UsageError: the indicator takes none, or they are none.
    """
    if indicator.blend.by in _WITHOUT_WEIGHTS and (asked.weights or asked.weight_by):
        raise UsageError(
            "'{id}' is blended by {by}, which takes no weights. Leave them out", id=indicator.id, by=indicator.blend.by
        )
    if asked.weights_of and indicator.blend.by is not Aggregation.GROWTH:
        raise UsageError("--weights-of is for growth, and '{id}' is none. Leave it out", id=indicator.id)
    if asked.weights_of is not None:
        require_known("--weights-of", asked.weights_of, _ENDS)
    catalogue = seen.knowledge.catalogue
    weigh_by = indicator_named(asked.weight_by, catalogue, seen.lang).id if asked.weight_by else None
    by_area = _weights(asked.weights, of.constituents) if asked.weights else None
    return Given(weigh_by, by_area, asked.weights_of == _ENDS[0])


def _periods(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Period]:
    found = periods_of(indicator, area, knowledge)
    if indicator.blend.by is Aggregation.NONE:
        raise UsageError(
            "'{id}' is declared without a blend: nothing follows from the parts of '{area}'", id=indicator.id, area=area
        )
    if not found:
        raise UsageError(
            "no document prints '{id}' for an area that '{area}' was merged from. Try tgkt blend --all",
            id=indicator.id,
            area=area,
        )
    return found


def _fullest(periods: list[Period], indicator: Indicator, area: Area, knowledge: Knowledge) -> Period:
    """The newest period with the most figures."""
    names = (area.id, *area.constituents)
    known = {each: sum(knowledge.figure(indicator.id, name, each) is not None for name in names) for each in periods}
    return max(periods, key=lambda p: (known[p], p.last))


def _weights(given: Weights, areas: tuple[str, ...]) -> dict[str, Decimal]:
    """The weight of each area.

    Raises:
        UsageError: an area is missing, unknown or named twice, or the weights are none.
    """
    pairs = _pairs(given) if isinstance(given, str) else [(name, str(value)) for name, value in given.items()]
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError("--weights: '{name}' appears twice. Give each area one weight", name=twice)
    if set(names) != set(areas):
        raise UsageError(
            "--weights: give one weight for each of {areas}. Write {example}",
            areas=", ".join(areas),
            example=f"{'=…,'.join(areas)}=…",
        )
    rules = USUAL if isinstance(given, str) or any(isinstance(each, str) for each in given.values()) else Rules(PLAIN)
    amounts = amounts_of({f"{WEIGHTS} {name}={value}": value for name, value in pairs}, rules)
    found = {name: each.value for name, each in zip(names, weights_of(list(amounts.values())), strict=True)}
    if min(found.values()) < 0 or not sum(found.values()):
        raise UsageError("--weights: weights cannot be negative, and at least one must be above zero. Correct them")
    return found


def _pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of `north=0.9,south=0.1` or `north=0,9;south=0,1`; a comma before a name separates two weights."""
    parted = [item.partition("=") for item in _PARTING.split(text)]
    return [(name.strip(), value.strip()) for name, _, value in parted]
