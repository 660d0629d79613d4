"""The tables of `tgkt status`: a scoreboard, then the plan by section or by area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Kind
from tgkt.report.figures import shown
from tgkt.report.moods import STATES
from tgkt.report.numbers import number, rounded, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import sentence, word
from tgkt.results.status import Agreement, Assessment, Change, StandingKind, Tally

WIDE, NARROW = 126, 100


class View(NamedTuple):
    """What decides how a table looks: language and the width there is (None in a pipe or a file)."""

    lang: str
    width: int | None

    @property
    def is_narrow(self) -> bool:
        return self.width is not None and self.width < NARROW

    @property
    def is_wide(self) -> bool:
        return self.width is None or self.width >= WIDE


def scoreboard(tallies: Sequence[Tally], catalogue: Catalogue, view: View) -> list[Table]:
    """One table a plan: grades where most of its rows are due, standings where they are still ahead."""
    plans: dict[str, list[Tally]] = {}
    for tally in tallies:
        plans.setdefault(tally.plan, []).append(tally)
    return [
        (_ahead if 2 * sum(t.pending for t in members) > sum(t.rows for t in members) else _due)(
            catalogue.plans[plan].title.within(view.lang), members, catalogue, view
        )
        for plan, members in plans.items()
    ]


def _due(title: str, tallies: Sequence[Tally], catalogue: Catalogue, view: View) -> Table:
    compared = () if view.is_narrow else ("agrees", "degree", "outcome")
    table = _table(view, title, "area", "rows", "passed", "failed", "unassessed", *compared)
    for t in tallies:
        labels = [str(t.agree), str(t.differ_in_degree), str(t.differ_in_outcome)][: len(compared)]
        table.add(*_whose(t, catalogue, view), *_counts(t.passed, t.failed, t.not_assessable), *labels)
    return table


def _ahead(title: str, tallies: Sequence[Tally], catalogue: Catalogue, view: View) -> Table:
    table = _table(view, title, "area", "rows", "already_met", "open", "no_baseline")
    for t in tallies:
        table.add(*_whose(t, catalogue, view), *_counts(t.already_met, t.open, t.no_baseline, "warn"))
    return table


def _whose(tally: Tally, catalogue: Catalogue, view: View) -> tuple[Cell, Cell]:
    return Cell(catalogue.areas[tally.area].title.within(view.lang)), Cell(str(tally.rows))


def _counts(good: int, other: int, unknown: int, mood: str = "bad") -> tuple[Cell, Cell, Cell]:
    return Cell(str(good), "good"), Cell(str(other), mood if other else ""), Cell(str(unknown), "weak")


def plan_tables(items: Sequence[Assessment], catalogue: Catalogue, view: View) -> list[Table]:
    """The rows of a plan: results by area where there are any, else targets by section."""
    groups: dict[tuple[bool, str], list[Assessment]] = {}
    for item in items:
        is_ahead = item.standing is not None
        groups.setdefault((is_ahead, item.row.indicator.section if is_ahead else item.row.area), []).append(item)
    tables = []
    for (is_ahead, key), group in groups.items():
        title = catalogue.sections[key] if is_ahead else catalogue.areas[key].title
        table = (_targets_table if is_ahead else _results_table)(title.within(view.lang), view)
        for item in group:
            (_add_target if is_ahead else _add_result)(table, item, view)
        table.note = _footnotes(group, view) if is_ahead else _doubts(group, view)
        tables.append(table)
    return tables


def _doubts(items: Sequence[Assessment], view: View) -> str:
    if view.is_wide:
        return "\n".join(_marks_note(items))
    lang = view.lang
    doubtful = [item.row.code for item in items if item.verdict.certain is False]
    signs = ", ".join(word(each, lang) for each in Agreement)
    doubts = [f"{word('may_flip', lang)}: {', '.join(doubtful)}"] if doubtful else []
    return "\n".join([*doubts, signs, *_marks_note(items)])


def differences(items: Sequence[Assessment], catalogue: Catalogue, view: View) -> list[Table]:
    """Every row whose official label our rule does not give, with the rule."""
    table = _table(view, word("places", view.lang), "area", "code", "official", "grade", "why")
    for item in items:
        if item.agreement in (Agreement.DEGREE, Agreement.OUTCOME):
            table.add(
                catalogue.areas[item.row.area].title.within(view.lang),
                item.row.code,
                item.row.official or "",
                _marked(item.verdict.grade, view.lang),
                sentence(item.verdict.reason, view.lang),
            )
    return [table] if table.rows else []


def _results_table(title: str, view: View) -> Table:
    heads = ["code", "indicator", "target", "result", "grade", "official", "agreement"]
    if view.is_wide:
        heads[2:2] = ["unit"]
        heads[-2:-2] = ["certain"]
    return _table(view, title, *heads)


def _add_result(table: Table, item: Assessment, view: View) -> None:
    row, lang, certain = item.row, view.lang, item.verdict.certain
    grade = _marked(item.verdict.grade, lang)
    agreement = _marked(item.agreement, lang) if item.agreement else Cell("")
    cells = [_numbered(item), _titled(item, view), *_unit_cell(item, view)]
    cells += [Cell(shown(row.target, row, lang)), Cell(shown(row.result, row, lang))]
    if view.is_wide:
        sure = "" if certain is None else word("yes" if certain else "no", lang)
        cells += [grade, Cell(sure, "warn" if certain is False else "weak")]
    else:
        cells.append(Cell(grade.text + (" *" if certain is False else ""), grade.mood))
        agreement = Cell(agreement.text[:1], agreement.mood)
    table.add(*cells, row.official or "", agreement)
    for part in item.parts:
        _add_part(table, part, view)


def _add_part(table: Table, part: Assessment, view: View) -> None:
    row, lang = part.row, view.lang
    cells = [Cell(""), Cell(f"- {row.indicator.title.within(lang)}", "weak"), *_unit_cell(part, view)]
    cells += [Cell(shown(row.target, row, lang), "weak"), Cell(shown(row.result, row, lang), "weak")]
    table.add(*cells, *[Cell("") for _ in range(len(table.columns) - len(cells))])


def _targets_table(title: str, view: View) -> Table:
    heads = ["code", "indicator", "baseline", "target", "gap", "yearly", "stretch", "standing"]
    if view.is_wide:
        heads.insert(2, "unit")
    elif view.is_narrow:
        heads[4:7] = ["change"]
    return _table(view, title, *heads, *(["why"] if view.width is None else []))


def _add_target(table: Table, item: Assessment, view: View) -> None:
    row, lang, change = item.row, view.lang, item.change
    assert item.standing is not None
    gap = "" if change.gap is None else number(change.gap, lang, sign=True)
    pace, stretch = _yearly(item, lang), _times(change, lang)
    cells = [_numbered(item), _titled(item, view), *_unit_cell(item, view)]
    cells += [Cell(_present(item, lang)), Cell(shown(row.target, row, lang))]
    cells += [Cell("; ".join(filter(None, (gap, pace))))] if view.is_narrow else [Cell(gap), Cell(pace), Cell(stretch)]
    standing = _marked(item.standing.kind, lang)
    cells.append(Cell(standing.text + (" *" if item.standing.certain is False else ""), standing.mood))
    table.add(*cells, *([sentence(item.standing.reason, lang)] if view.width is None else []))


def _footnotes(items: Sequence[Assessment], view: View) -> str:
    """What the signs of one section stand for: why there is no baseline, and which standings may flip."""
    lang, groups = view.lang, dict[str, list[str]]()
    for item in items:
        if item.standing is None:
            continue
        if item.standing.kind is StandingKind.NO_BASELINE and view.width is not None:
            groups.setdefault(f"no_baseline_{item.standing.reason.code}", []).append(item.row.code)
        if item.standing.certain is False:
            groups.setdefault("may_flip", []).append(item.row.code)
    lines = [f"{word(key, lang)}: {', '.join(codes)}" for key, codes in groups.items()]
    return "\n".join(lines + _marks_note(items))


def _present(item: Assessment, lang: str) -> str:
    """The baseline, or the newest figure after it with its year: where the standing starts from."""
    if item.current is None:
        return shown(item.row.baseline, item.row, lang)
    return f"{shown(item.current, item.row, lang)} ({item.current.period})"


def _yearly(item: Assessment, lang: str) -> str:
    """The required pace a year: percent on a geometric path, points or the row's own unit on a linear one."""
    change, indicator = item.change, item.row.indicator
    if change.growth is not None:
        return f"{number(rounded(change.growth, 2), lang, sign=True)} %"
    if change.points is None:
        return ""
    named = word("points", lang) if indicator.kind is Kind.SHARE else ""
    return f"{number(rounded(change.points, 2), lang, sign=True)} {named}".strip()


def _times(change: Change, lang: str) -> str:
    value = change.stretch if change.stretch is not None else change.multiple
    return "" if value is None else f"×{number(rounded(value, 2), lang)}"


def _numbered(item: Assessment) -> Cell:
    """The row's number, marked where the audit has something to say about its figures."""
    return Cell(f"{item.row.code} !", "warn") if item.findings else Cell(item.row.code)


def _marks_note(items: Sequence[Assessment]) -> list[str]:
    """For each marked row the command that shows what the audit says of it."""
    return [
        f"! {item.row.code}: tgkt check --explain {' '.join(f'--id {id}' for id in item.findings)}"
        for item in items
        if item.findings
    ]


def _titled(item: Assessment, view: View) -> Cell:
    """The title, with the unit after it where the table has no room for a column of units."""
    title = item.row.indicator.title.within(view.lang)
    if view.is_wide or item.row.target is None or item.row.target.figure is None:
        return Cell(title)
    return Cell(f"{title} ({unit(item.row.unit, view.lang)})")


def _unit_cell(item: Assessment, view: View) -> list[Cell]:
    return [Cell(unit(item.row.unit, view.lang))] if view.is_wide else []


def _marked(key: str, lang: str) -> Cell:
    return Cell(word(key, lang), STATES[key])


_COUNTS = {
    "rows",
    "passed",
    "failed",
    "unassessed",
    "already_met",
    "open",
    "no_baseline",
    "agrees",
    "degree",
    "outcome",
}
_RIGHT = {"baseline", "target", "result", "gap", "yearly", "stretch"} | _COUNTS


def _table(view: View, title: str, *heads: str) -> Table:
    folds = next((head for head in ("why", "indicator", "area") if head in heads), None)
    columns = [Column(word(head, view.lang), right=head in _RIGHT, fold=head == folds) for head in heads]
    return Table(title, columns)
