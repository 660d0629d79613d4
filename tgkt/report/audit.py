"""The tables of `tgkt check`: the number of relations by outcome, what to look at first, then every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Break, Catalogue, Severity
from tgkt.language import said
from tgkt.message import Message
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.report.audit_head import foremost
from tgkt.report.breaks import breaks_note, signed
from tgkt.report.check import finding_tables, ids_note, residual_told
from tgkt.report.finding_names import about
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.report.words import in_words, word
from tgkt.report.worked import worked
from tgkt.report.wrapping import shortened
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

_MOST_ROWS = 3
_AGREE = Reason("sides_agree")
_QUOTING = frozenset({"duplicate", "revision", "floor", "lowered", "reprint", "slip", "unit"})
"""Kinds whose sentences quote what is printed and do not say what it is printed of."""


class Telling(NamedTuple):
    """The way in which findings are shown.

    Attributes:
        catalogue: numbers of rows, names of areas and documents.
        view: language and width.
        is_full: each finding with both sides, places, and what would close it.
        has_all: the relations that hold too, and so their number by kind.
    """

    catalogue: Catalogue
    view: View
    is_full: bool = False
    has_all: bool = False


def audit_tables(found: Sequence[Finding], shown: Sequence[Finding], telling: Telling, of_data: str) -> list[Table]:
    """All tables of the audit.

    Args:
        found: every relation that was judged.
        shown: those to be shown.
        telling: the way in which they are shown.
        of_data: the option for the data that commands in the tables need.
    """
    catalogue, view = telling.catalogue, telling.view
    if telling.is_full:
        return [table for each in shown for table in finding_tables(each, catalogue, view.lang)]
    tables = [_counts(found, view.lang), *_first(shown, view, of_data)]
    tables += [_by_kind(found, view.lang)] if telling.has_all else []
    listed = _findings(shown, catalogue, view)
    if listed:
        ids = said(ids_note(f"tgkt check{of_data}"), view.lang)
        listed[-1].note = "\n".join([*breaks_note(_touched(shown), view.lang), ids])
    return tables + listed


def _counts(found: Sequence[Finding], lang: str) -> Table:
    """The number of relations by outcome, and by severity for those that do not hold."""
    relations = [relation for each in found for relation in each.relations]
    title = Message.counted(
        len(relations), "{count} relation between printed figures", "{count} relations between printed figures"
    )
    table = Table(said(title, lang), [Column(""), Column("", right=True), Column("", fold=True)])
    for outcome in Outcome:
        weights = Counter(each.severity for each in relations if each.outcome is outcome)
        causes = sum(each.outcome is outcome for each in found)
        told = [f"{weights[each]} {word(f'counted_{each}', lang)}" for each in Severity if weights[each]]
        told += (
            [said(Message.counted(causes, "{count} cause", "{count} causes"), lang)]
            if causes < sum(weights.values())
            else []
        )
        if weights:
            is_told = outcome in (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)
            count = Cell(str(sum(weights.values())), outcome.mood)
            table.add(Cell(word(outcome, lang), outcome.mood), count, ", ".join(told) if is_told else "")
    return table


def _first(shown: Sequence[Finding], view: View, of_data: str) -> list[Table]:
    """The findings that change what a target means or how it is judged, each on a line with its command."""
    first = foremost(shown)
    if len(shown) <= len(first):
        return []
    told = [(in_words(each.sentence, view.lang), f"tgkt check {each.id}{of_data}") for each in first]
    wide = max((width_of(command) for _, command in told), default=0)
    table = Table(word("look_first", view.lang), [Column("", fold=True), Column("")])
    for sentence, command in told:
        table.add(sentence if view.width is None else shortened(sentence, view.width - wide - 2, 1), command)
    return [table] if first else []


def _by_kind(found: Sequence[Finding], lang: str) -> Table:
    """The number of relations by kind and outcome."""
    heads = ("kind", *Outcome)
    table = Table(word("checked", lang), [Column(word(head, lang), right=head != "kind") for head in heads])
    kinds = Counter((each.kind, each.outcome) for finding in found for each in finding.relations)
    for kind in sorted({kind for kind, _ in kinds}):
        table.add(word(f"relation_{kind}", lang), *(Cell(str(kinds[kind, o] or ""), o.mood) for o in Outcome))
    table.add(word("total", lang), *(str(sum(n for (_, o), n in kinds.items() if o is each)) for each in Outcome))
    return table


def _findings(shown: Sequence[Finding], catalogue: Catalogue, view: View) -> list[Table]:
    """Findings by severity: the rows they touch, what each says, and how far its two sides are apart."""
    tables: dict[str, Table] = {}
    codes = _codes(catalogue)
    for each in shown:
        title = word(f"severity_{each.severity}", view.lang)
        table = tables.setdefault(each.severity, Table(title, _columns(view)))
        table.add(*_cells(each, codes, catalogue, view), of=each)
    return [table.without_empty() for table in tables.values()]


def _columns(view: View) -> list[Column]:
    """On a terminal that is not wide the outcome is its sign alone; on a narrow one the gap is left to the whole."""
    outcome = Column(word("outcome_head", view.lang) if view.is_wide else "", key="outcome")
    return [
        Column(word("code", view.lang), key="code"),
        outcome,
        Column(word("says", view.lang), fold=True, key="says"),
        *([] if view.is_narrow else [Column(word("residual", view.lang), right=True, key="residual")]),
    ]


def _cells(each: Finding, codes: Codes, catalogue: Catalogue, view: View) -> list[Cell]:
    lang, outcome = view.lang, word(each.outcome, view.lang)
    code = signed(", ".join(_rows(each, codes, view)), _others(each))
    cells = [Cell(code), Cell(outcome if view.is_wide else outcome[:1], each.outcome.mood)]
    cells.append(Cell(_says(each, catalogue, lang)))
    return cells if view.is_narrow else [*cells, Cell(residual_told(each, lang))]


def _says(each: Finding, catalogue: Catalogue, lang: str) -> str:
    """What a finding says, after what it is about where the sentence does not name it; numbers of sides that agree."""
    agrees = each.sentence == _AGREE and each.worked is not None
    says = worked(each.worked, lang) if agrees else in_words(each.sentence, lang)
    if agrees or (isinstance(each.sentence, Reason) and each.kind in _QUOTING):
        return f"{about(each, catalogue, lang)}: {says}"
    return says


Codes = dict[tuple[str, str], list[tuple[int, str]]]


def _codes(catalogue: Catalogue) -> Codes:
    """The places and numbers of the rows of the plan in force, by their indicator and area."""
    plan, found = catalogue.plan_in_force(), Codes()
    for place, row in enumerate(plan.rows if plan else ()):
        found.setdefault((row.indicator.id, row.area), []).append((place, row.code))
    return found


def _rows(each: Finding, codes: Codes, view: View) -> list[str]:
    """The numbers of the rows of the plan in force that a finding speaks of, on a terminal three at most."""
    told = [code for _, code in sorted(row for pair in each.indicators for row in codes.get(pair, ()))]
    return told if view.width is None or len(told) <= _MOST_ROWS else [*told[:_MOST_ROWS], "…"]


def _others(each: Finding) -> tuple[Break, ...]:
    """The breaks that touch a finding, without the one that it reports itself."""
    return tuple(one for one in each.breaks if f"series.{one.id}" != each.id)


def _touched(found: Sequence[Finding]) -> Iterator[tuple[str, tuple[Break, ...]]]:
    """The first indicator that each finding speaks of, and its breaks."""
    return ((next((id for id, _ in each.indicators), ""), _others(each)) for each in found)
