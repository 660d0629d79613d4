"""A plan as it is handed on: its rows with their stories and ways, the terms before it, findings, merged figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tgkt.engine.account import account_of
from tgkt.engine.blend.merged import comparable, merge
from tgkt.engine.check.audit import marks_of
from tgkt.engine.explain import entries_of, in_year_of
from tgkt.engine.overview import overview
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.projection import project
from tgkt.engine.status.marked import mark
from tgkt.engine.status.rows import assess
from tgkt.engine.status.tally import tally
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Origin
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.report import Part, Report, Term, Told
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge
from tgkt.source import Source


def report(
    plan: Plan,
    knowledge: Knowledge,
    findings: Sequence[Finding],
    parts: Collection[Part] = tuple(Part),
    section: str | None = None,
) -> Report:
    """Gather what a file says of a plan.

    Args:
        plan: the plan.
        knowledge: what is known.
        findings: everything the audit judged.
        parts: the parts that are asked for.
        section: the one section that is asked about; all unless given.
    """
    marks, named = marks_of(list(findings)), _Named(findings)
    assessed = assess(plan, knowledge)
    items = [each for each in mark(assessed, marks) if _is_in(each, section)]
    found = Report(
        plan=plan,
        clock=knowledge.clock,
        parts=tuple(each for each in Part if each in parts),
        section=section,
        overview=overview(plan, assessed, knowledge, marks, section),
        rows=tuple(_told(each, named.of(each), knowledge) for each in items) if Part.STATUS in parts else (),
        terms=tuple(_terms(plan, knowledge, marks, section)) if Part.RESULTS in parts else (),
        judged=tuple(_judged(findings, items, section)) if Part.FINDINGS in parts else (),
        merges=tuple(_merges(knowledge, section)) if Part.BLEND in parts else (),
        origins=(),
    )
    return found._replace(origins=tuple(_origins(found, knowledge)))


class _Named:
    """Findings by their ids, so that those of a row are at hand."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._places: dict[str, list[int]] = {}
        self._findings = findings
        for at, each in enumerate(findings):
            self._places.setdefault(each.id, []).append(at)

    def of(self, item: Assessment) -> list[Finding]:
        """The findings that touch a row, in the order in which they were judged."""
        places = sorted(at for id in item.findings for at in self._places.get(id, ()))
        return [self._findings[at] for at in places]


def _is_in(item: Assessment, section: str | None) -> bool:
    return section in (None, item.row.indicator.section)


def _told(item: Assessment, findings: Sequence[Finding], knowledge: Knowledge) -> Told:
    row = item.row
    entries = [*entries_of(row.indicator, row.area, knowledge), *in_year_of(row.indicator, row.area, knowledge)]
    return Told(item, account_of(item, entries, findings, knowledge), project(row, knowledge, Choice()))


def _terms(
    plan: Plan, knowledge: Knowledge, marks: dict[Source, dict[str, str]], section: str | None
) -> Iterable[Term]:
    """The plans that ended before this one does, the newest first."""
    before = [each for each in knowledge.catalogue.plans.values() if each.period.last < plan.period.last]
    for each in sorted(before, key=lambda other: (-other.period.last, other.id)):
        items = [item for item in mark(assess(each, knowledge), marks) if _is_in(item, section)]
        if items:
            yield Term(each, tuple(items), tuple(tally(items)))


def _judged(findings: Sequence[Finding], items: Sequence[Assessment], section: str | None) -> Iterable[Finding]:
    """Every relation that was judged; of a section what touches one of its rows."""
    rows = {(item.row.indicator.id, item.row.area) for item in items}
    return (each for each in findings if section is None or rows & {*each.indicators})


def _merges(knowledge: Knowledge, section: str | None) -> Iterable[Merge]:
    """Every printed figure of a merged area that its parts can be held against."""
    for indicator, area, period in comparable(knowledge):
        if section in (None, indicator.section):
            found = merge(indicator, area, period, knowledge)
            if found.printed is not None:
                yield found


def _origins(found: Report, knowledge: Knowledge) -> Iterable[Origin]:
    """The documents that anything rests on, in the order in which the data declare them."""
    rows = [*(each.item.row for each in found.rows), *(item.row for term in found.terms for item in term.items)]
    cited = {found.plan.origin, *(row.origin for row in rows)}
    stated = [s for row in rows for s in (row.target, row.baseline, row.result, row.last_term) if s is not None]
    stated += [s for each in found.findings for s in each.statements]
    stated += [each.printed for each in found.merges if each.printed is not None]
    cited |= {each.origin for each in stated}
    for told in found.rows:
        amounts = (told.item.baseline, told.item.current, told.item.result, *told.account.years)
        cited |= {origin for each in amounts if each is not None for origin in each.origins}
    return (each for each in knowledge.catalogue.origins.values() if each.id in cited)
