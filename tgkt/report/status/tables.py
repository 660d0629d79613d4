"""The tables of `tgkt status`: the plan by section or by area, or in one order over all sections."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.report.amounts import known, needed_cell, number_cell, shown, shown_cell, times_cell
from tgkt.report.breaks import signed
from tgkt.report.numbers import unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import sentence, word
from tgkt.results.status import Agreement, Assessment, Grade, Need, StandingKind


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
        _head_by_year(table, group, catalogue, view)
        for item in group:
            (_add_target if is_ahead else _add_result)(table, item, view)
        tables.append(table)
    return tables


def _head_by_year(table: Table, items: Sequence[Assessment], catalogue: Catalogue, view: View) -> None:
    """Name the year a plan ends in at the head of its targets, where there is room and all rows are of one plan."""
    years = {catalogue.plans[item.row.plan].period for item in items if item.row.plan in catalogue.plans}
    if not view.is_wide or len(years) != 1:
        return
    ends, plain = years.pop().last, word("target", view.lang)
    for at, column in enumerate(table.columns):
        if column.head == plain:
            table.columns[at] = column._replace(head=word("target_year", view.lang).format(year=ends))


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
    cells += [shown_cell(row.target, row, lang), _result(item, lang)]
    if view.is_wide:
        sure = "" if certain is None else word("yes" if certain else "no", lang)
        cells += [grade, Cell(sure, "warn" if certain is False else "weak")]
    else:
        cells.append(Cell(grade.text + (" *" if certain is False else ""), grade.mood))
        agreement = Cell(agreement.text[:1], agreement.mood)
    table.add(*cells, row.official or "", agreement, of=item)
    for part in item.parts:
        _add_part(table, part, view)


def _add_part(table: Table, part: Assessment, view: View) -> None:
    row, lang = part.row, view.lang
    cells = [Cell(""), Cell(f"- {row.indicator.title.within(lang)}", "weak"), *_unit_cell(part, view)]
    cells += [shown_cell(row.target, row, lang, "weak"), shown_cell(row.result, row, lang, "weak")]
    table.add(*cells, *[Cell("") for _ in range(len(table.columns) - len(cells))], of=part)


def _result(item: Assessment, lang: str) -> Cell:
    """What came of it; where nothing did, the newest figure or answer with its year."""
    if item.result is not None:
        return Cell(known(item.result, item.row, lang))
    if item.answer is not None and item.answer != item.row.result:
        return Cell(f"{shown(item.answer, item.row, lang)} ({item.answer.period})")
    newest = item.current or item.baseline
    if item.row.result is None and newest is not None:
        return Cell(f"{known(newest, item.row, lang)} ({newest.period})")
    return shown_cell(item.row.result, item.row, lang)


def ordered_table(items: Sequence[Assessment], order: str, catalogue: Catalogue, view: View) -> Table:
    """Rows of all sections in one table, in the order in which they come."""
    has_areas = len({item.row.area for item in items}) > 1
    table = _targets_table(word(f"order_{order}", view.lang), view, has_areas=has_areas)
    _head_by_year(table, items, catalogue, view)
    for item in items:
        area = [Cell(catalogue.areas[item.row.area].title.within(view.lang))] if has_areas else []
        _add_target(table, item, view, area)
    return table.without_empty()


def _targets_table(title: str, view: View, *, has_areas: bool = False) -> Table:
    heads = ["code", *(["area"] if has_areas else []), "indicator", *(["unit"] if view.is_wide else [])]
    heads += ["present", "target", "gap", "needed", "stretch", "standing"]
    return _table(view, title, *heads, *(["why"] if view.width is None else []))


def _add_target(table: Table, item: Assessment, view: View, area: Sequence[Cell] = ()) -> None:
    row, lang = item.row, view.lang
    pace = needed_cell(item.needed, lang, is_change=item.needed_in is not Need.LEVEL)
    cells = [_numbered(item), *area, _titled(item, view), *_unit_cell(item, view)]
    cells += [_present(item, lang), shown_cell(row.target, row, lang)]
    cells += [number_cell(item.gap, lang, sign=True), pace, times_cell(item.stretch, lang)]
    reason = item.standing.reason if item.standing else item.verdict.reason
    table.add(*cells, state_cell(item, lang), *([sentence(reason, lang)] if view.width is None else []), of=item)


def state_cell(item: Assessment, lang: str) -> Cell:
    """Where a row stands before its deadline, and its grade from then on."""
    if item.standing is not None:
        return standing_cell(item, lang)
    grade = item.verdict.grade
    return Cell(word(grade, lang) + (" *" if item.verdict.certain is False else ""), grade.mood)


def standing_cell(item: Assessment, lang: str) -> Cell:
    """Where a row stands; just behind where it has come nineteen twentieths of the way."""
    assert item.standing is not None
    kind = item.standing.kind
    is_near = kind is StandingKind.BEHIND and item.standing.share is not None and item.standing.share >= _JUST
    text = word("just_behind" if is_near else kind, lang)
    return Cell(text + (" *" if item.standing.certain is False else ""), kind.mood)


_JUST = Decimal("0.95")


def _present(item: Assessment, lang: str) -> Cell:
    """The result, else the newest figure with its period, or the base: where the standing starts from."""
    if item.standing is None or item.answer is not None:
        return _result(item, lang)
    if item.current is None:
        own = known(item.baseline, item.row, lang)
        return Cell(own) if own else shown_cell(item.row.baseline, item.row, lang)
    return Cell(f"{known(item.current, item.row, lang)} ({item.current.period})")


def _numbered(item: Assessment) -> Cell:
    """The row's number, marked where the audit has something to say about its figures."""
    code = signed(item.row.code, item.breaks)
    if not item.findings:
        return Cell(code)
    return Cell(f"{code}!" if item.breaks else f"{code} !", "warn")


def _titled(item: Assessment, view: View) -> Cell:
    """The title, with the unit after it where the table has no room for a column of units."""
    title = item.row.indicator.title.within(view.lang)
    if view.is_wide or item.row.target is None or item.row.target.figure is None:
        return Cell(title)
    return Cell(f"{title} ({unit(item.row.unit, view.lang)})")


def _unit_cell(item: Assessment, view: View) -> list[Cell]:
    return [Cell(unit(item.row.unit, view.lang))] if view.is_wide else []


def _marked(key: Grade | Agreement, lang: str) -> Cell:
    return Cell(word(key, lang), key.mood)


_RIGHT = {"present", "target", "result", "gap", "needed", "stretch"}
_YIELDS = {"gap": 6, "stretch": 5, "certain": 4, "official": 3, "needed": 2, "present": 1, "result": 1, "target": 1}
"""What answers least gives way first: a gap follows from its two figures, a label from the sign beside the grade."""


def _table(view: View, title: str, *heads: str) -> Table:
    folds = next((head for head in ("why", "indicator", "area") if head in heads), None)
    columns = [
        Column(word(head, view.lang), right=head in _RIGHT, fold=head == folds, yields=_YIELDS.get(head, 0), key=head)
        for head in heads
    ]
    return Table(title, columns)
