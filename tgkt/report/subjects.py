"""The audit by subject: findings under the section they belong to, in the order of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Plan, Row
from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.source import Source

FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)
"""The outcomes that are told in full."""
_OTHERS = ""  # the section of what speaks of no indicator


class Touching(NamedTuple):
    """A finding with the rows of the plan that it touches, in the order of the plan."""

    finding: Finding
    rows: tuple[Row, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the targets that it touches."""
        return tuple(dict.fromkeys(row.number for row in self.rows))


class Subject(NamedTuple):
    """A section with its findings: by target, then those that touch none."""

    id: str
    title: Words | None
    members: tuple[Touching, ...]

    def within(self, lang: str) -> str:
        """Its title; that of findings of no section is just another."""
        return said(Message("Other"), lang) if self.title is None else self.title.within(lang)

    def of(self, *outcomes: Outcome) -> tuple[Touching, ...]:
        """Its findings that come to one of these."""
        return tuple(each for each in self.members if each.finding.outcome in outcomes)


def subjects_of(
    found: Sequence[Finding], plan: Plan | None, catalogue: Catalogue, before: str | None = None
) -> list[Subject]:
    """Findings by section in the order of the plan; what is of several sections stands under the first of them.

    Args:
        found: the findings; those of one target stay in this order.
        plan: whose order and rows count; without one, sections as the data declare them.
        catalogue: sections and indicators.
        before: a section that comes first; that of the plan's first row unless given.
    """
    rows = plan.rows if plan else ()
    of_rows = dict.fromkeys(row.indicator.section for row in rows)
    sections = [*dict.fromkeys([*([before] if before else []), *of_rows, *catalogue.sections]), _OTHERS]
    order = {id: at for at, id in reversed([*enumerate(sections)])}
    places = {row.source: (order[row.indicator.section], at) for at, row in enumerate(rows)}
    touched_by = _Rows(rows)
    groups: dict[str, list[Touching]] = {}
    for each in found:
        touched = sorted(touched_by.of(each), key=lambda row: places[row.source])
        own = [row.indicator.section for row in touched] or _sections(each, catalogue)
        groups.setdefault(min(own, key=order.__getitem__, default=_OTHERS), []).append(Touching(each, tuple(touched)))
    last = (len(sections), 0)
    return [
        Subject(
            id,
            catalogue.sections.get(id),
            tuple(sorted(groups[id], key=lambda each: places[each.rows[0].source] if each.rows else last)),
        )
        for id in sections
        if id in groups
    ]


class _Rows:
    """The rows of a plan, by their targets and by what they are about."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._by_target: dict[Source, list[int]] = {}
        self._by_series: dict[tuple[str, str], list[int]] = {}
        for at, row in enumerate(rows):
            self._by_series.setdefault((row.indicator.id, row.area), []).append(at)
            if row.target is not None:
                self._by_target.setdefault(row.target.source, []).append(at)

    def of(self, each: Finding) -> list[Row]:
        """The rows whose targets a finding rests on; where there are none, those whose figures it speaks of."""
        cited = {stated.source for relation in each.relations for stated in relation.statements}
        own = {at for source in cited for at in self._by_target.get(source, ())}
        found = own or {at for pair in each.indicators for at in self._by_series.get(pair, ())}
        return [self._rows[at] for at in sorted(found)]


def _sections(each: Finding, catalogue: Catalogue) -> list[str]:
    return [catalogue.indicators[id].section for id in indicators_of(each, catalogue)]


def indicators_of(each: Finding, catalogue: Catalogue) -> list[str]:
    """The indicators that a finding speaks of, each once; that of a break where it has no figures."""
    spoken = [id for id, _ in each.indicators] or [
        one.indicator for one in catalogue.breaks if each.id == f"series.{one.id}"
    ]
    return list(dict.fromkeys(id for id in spoken if id in catalogue.indicators))
