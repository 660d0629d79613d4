"""Everything the data files declare, in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from tgkt.facts.formula import Identity, Reference, Term
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.later import Later
from tgkt.facts.period import Period, fiscal
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Origin, Statement
from tgkt.facts.units import NO_OWN, OwnUnits
from tgkt.record import NamedTuple
from tgkt.source import Source

Index = TypeVar("Index")
BySeries = dict[tuple[str, str], list[Statement]]
"""Statements by indicator and area."""


class Noun(StrEnum):
    """The sort of an area: country, province, district and so on."""

    COUNTRY = "country"
    STATE = "state"
    REGION = "region"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    DISTRICT = "district"
    COMMUNE = "commune"
    WARD = "ward"
    VILLAGE = "village"


class Area(NamedTuple):
    """An area that figures are about; `constituents` are the areas from which it was merged."""

    id: str
    title: Words
    constituents: tuple[str, ...]
    source: Source
    noun: Noun | None = None


class Route(NamedTuple):
    """One way to a weight: the formula of an area's share of a quantity within a merged area."""

    weight: str
    id: str
    title: Words
    area: str
    within: str
    period: Period
    formula: Term
    text: str
    assumes: Words | None
    source: Source


class Link(NamedTuple):
    """How one figure of the plan follows from others, for what-if questions.

    `back` says how one of these follows from the figure where it is the figure that is set.
    """

    id: str
    title: Words
    computes: Reference
    formula: Term
    text: str
    assumes: Words | None
    source: Source
    back: Link | None = None


class Severity(StrEnum):
    """How much a finding matters: it changes a verdict or a target's meaning; a figure; or only a label."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Declared(NamedTuple):
    """An identity the data files declare: a formula that printed figures should satisfy.

    `alternatives` are the same formula under other reasonable values of what it assumes.
    """

    id: str
    kind: str
    formula: Identity
    alternatives: tuple[Identity, ...]
    says: Words | None
    assumes: Words | None
    severity: Severity
    source: Source


class Side(StrEnum):
    """A side of a break: old or new."""

    OLD = "old"
    NEW = "new"


class Break(NamedTuple):
    """Figures of one name that differ in standard, denominator or definition.

    Attributes:
        id: stable name.
        indicator: whose figures differ.
        says: what differs.
        severity: how much it matters.
        source: where it is declared.
        since: the first year of the new side; None where it parts no years and only marks what it touches.
        target: the side on which targets stand that are due after the break.
        areas: the areas it holds for; empty for all.
        origin: the document that shows it.
        locator: the place in that document.
    """

    id: str
    indicator: str
    says: Words
    severity: Severity
    source: Source
    since: int | None = None
    target: Side = Side.NEW
    areas: tuple[str, ...] = ()
    origin: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the data files declare.

    Figures of parts of a year (`in_year`) stand apart from all other observations, so that nothing that asks for
    a year or a term can come upon one; so do targets that are printed once more (`reprints`).
    `folders` are those the files are in, each after those it builds on; `fingerprint` tells the very bytes of the files
    from any others.
    """

    areas: dict[str, Area]
    origins: dict[str, Origin]
    sections: dict[str, Words]
    indicators: dict[str, Indicator]
    plans: dict[str, Plan]
    observations: Sequence[Statement]
    routes: tuple[Route, ...] = ()
    links: tuple[Link, ...] = ()
    identities: tuple[Declared, ...] = ()
    breaks: tuple[Break, ...] = ()
    own_units: OwnUnits = NO_OWN
    in_year: tuple[Statement, ...] = ()
    reprints: tuple[Statement, ...] = ()
    folders: tuple[str, ...] = ()
    fingerprint: bytes = field(default=b"", repr=False, compare=False)
    _indices: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Of its own, also in a copy with something replaced; each is made when it is first asked for."""

    def _indexed(self, name: str, made: Callable[[Catalogue], Index]) -> Index:
        found: Index | None = self._indices.get(name)
        if found is None:
            found = self._indices[name] = made(self)
        return found

    @property
    def declared(self) -> list[object]:
        """Everything in it that others refer to, always in the same order."""
        return [*self.declared_apart, *self.observations, *(each.figure for each in self.observations if each.figure)]

    @property
    def declared_apart(self) -> list[object]:
        """The same without its observations."""
        stated = [*self.in_rows, *self.in_year, *self.reprints]
        figures = [each.figure for each in stated if each.figure]
        named = [*self.indicators.values(), *self.origins.values(), *self.breaks, *self.identities]
        return [*named, *self.rows_of(), *stated, *figures]

    @property
    def in_rows(self) -> list[Statement]:
        """What the rows of all plans state: targets, baselines, results, figures of the term before."""
        stated = ((row.target, row.baseline, row.result, row.last_term) for row in self.rows_of())
        return [each for some in stated for each in some if each]

    @property
    def kinds(self) -> Sequence[Statement]:
        """One observation of each period, document and status there is, aims apart."""
        if isinstance(self.observations, Later):
            return self.observations.kinds
        return [*{(each.period, each.origin, each.status, each.ambition): each for each in self.observations}.values()]

    def structures(self, part: str) -> list[Indicator]:
        """The structures that an indicator is a part of."""
        return self._indexed("structures", _structures).get(part, [])

    def in_year_about(self, indicator: str, area: str) -> list[Statement]:
        """Every statement about a part of a year, in declared order."""
        return self._indexed("in_year", _in_year).get((indicator, area), [])

    def reprints_of(self, indicator: str, area: str) -> list[Statement]:
        """Every further printing of a target of an indicator in an area, in declared order."""
        return self._indexed("reprints", _reprints).get((indicator, area), [])

    def folder_of(self, source: Source) -> str:
        """The data folder of a file, which may lie deeper in it."""
        return max(
            (each for each in self.folders if source.file.startswith(f"{each}/")), key=len, default=source.folder
        )

    def without_later(self, folder: str) -> Catalogue:
        """What stands in a folder and in those that it builds on, without what later folders add."""
        later = self.folders[self.folders.index(folder) + 1 :] if folder in self.folders else ()

        def stays(source: Source) -> bool:
            return self.folder_of(source) not in later

        plans = {name: plan.of(stays) for name, plan in self.plans.items() if stays(plan.source)}
        kept = tuple(each for each in self.observations if stays(each.source))
        again = tuple(each for each in self.reprints if stays(each.source))
        return replace(self, plans=plans, observations=kept, reprints=again) if later else self

    def in_calendar(self, indicator: str, period: Period) -> Period:
        """A period in the years that figures of an indicator are printed in: fiscal years, or years as they are."""
        return fiscal(period) if not period.is_fiscal and indicator in self._indexed("fiscal", _fiscal) else period

    def plan_in_force(self) -> Plan | None:
        """The plan that is used where none is named: the one marked, else the one whose term ends last.

        None where there is no plan, or where several end last and none is marked.
        """
        plans = [each for each in self.plans.values() if each.in_force] or list(self.plans.values())
        last = max((each.period.last for each in plans), default=0)
        newest = [each for each in plans if each.period.last == last]
        return newest[0] if len(newest) == 1 else None

    def whole_area(self) -> Area | None:
        """The area that is used where none is named, by `whole_of`."""
        return whole_of(self.areas)

    def noun_of_parts(self, area: str) -> Noun | None:
        """The sort of an area's constituents, where all are of one sort."""
        nouns = {self.areas[part].noun for part in self.areas[area].constituents}
        return nouns.pop() if len(nouns) == 1 else None

    def rows_of(self, indicators: Collection[str] | None = None) -> list[Row]:
        """The rows of all plans, in their order; of some indicators where they are named."""
        rows = (row for plan in self.plans.values() for row in plan.rows)
        return [row for row in rows if indicators is None or row.indicator.id in indicators]

    def beside(self, indicator: str) -> list[str]:
        """An indicator with those printed in the same figure: the parts of its structure, or the whole."""
        wholes = (each.id for each in self.indicators.values() if indicator in each.parts)
        return [indicator, *self.indicators[indicator].parts, *wholes]

    def about(self, indicator: str, area: str) -> list[Statement]:
        """Every statement about an indicator in an area, in declared order, targets left out."""
        return self._indexed("observations", _observations).get((indicator, area), [])


def whole_of(areas: Mapping[str, Area]) -> Area | None:
    """The area used where none is named: the merged area that is part of no other, else the only area.

    None where there are several such areas.
    """
    parts = {part for area in areas.values() for part in area.constituents}
    whole = [each for each in areas.values() if each.constituents and each.id not in parts]
    found = whole or list(areas.values())
    return found[0] if len(found) == 1 else None


def _structures(catalogue: Catalogue) -> dict[str, list[Indicator]]:
    """The structures by each of their parts."""
    found: dict[str, list[Indicator]] = {}
    for each in catalogue.indicators.values():
        for part in each.parts:
            found.setdefault(part, []).append(each)
    return found


def _fiscal(catalogue: Catalogue) -> frozenset[str]:
    """The indicators of which anything is printed for fiscal years."""
    targets = (row.target for row in catalogue.rows_of() if row.target)
    return frozenset(each.indicator for each in (*targets, *catalogue.observations) if each.period.is_fiscal)


def _observations(catalogue: Catalogue) -> BySeries:
    return _by_series(catalogue.observations)


def _in_year(catalogue: Catalogue) -> BySeries:
    return _by_series(catalogue.in_year)


def _reprints(catalogue: Catalogue) -> BySeries:
    return _by_series(catalogue.reprints)


def _by_series(statements: Iterable[Statement]) -> BySeries:
    """Statements by indicator and area, in declared order."""
    found: BySeries = {}
    for each in statements:
        found.setdefault((each.indicator, each.area), []).append(each)
    return found
