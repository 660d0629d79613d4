"""The tables of a what-if and of a goal sought."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Link
from tgkt.facts.plan import Row
from tgkt.facts.units import beside
from tgkt.report.amounts import number_cell, shown, shown_cell
from tgkt.report.breaks import breaks_note, signed
from tgkt.report.numbers import holding, number, rounded, short, trimmed, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import sentence, word
from tgkt.results.project import Effect, Scenario, Solution
from tgkt.results.status import Grade

Side = list[Effect | None]


def effects_tables(scenarios: Sequence[Scenario], view: View) -> list[Table]:
    """What changes under each scenario, side by side where there are two, and the links that carry it."""
    lang, names = view.lang, [_named(each, view.lang) for each in scenarios]
    is_short = view.is_narrow and len(scenarios) > 1  # numbers stay whole: what they differ by can be read off
    columns = [Column(word("code", lang)), Column(word("indicator", lang), fold=True)]
    columns += [Column(word(head, lang), right=True, yields=1) for head in ("target", "before")]
    for name in names:
        columns.append(Column(name if len(scenarios) > 1 else word("after", lang), right=True, yields=1))
        if not is_short:
            columns += [
                Column(word("changed", lang), right=True, yields=3),
                Column(word("verdict_after", lang), yields=1),
            ]
    if not is_short:
        columns.append(Column(word("verdict_before", lang), yields=2))
    table = Table(word("what_if", lang).format(settings=" | ".join(names)), columns)
    rows = _by_row(scenarios)
    touched = [(row.indicator.id, next(effect.breaks for effect in side if effect is not None)) for row, side in rows]
    table.note = "\n".join(breaks_note(touched, lang))
    for row, side in rows:
        table.add(*_cells(row, side, lang, is_short=is_short))
    return [table, *_links_tables([link for each in scenarios for link in each.links], lang)]


def solution_tables(found: Solution, view: View) -> list[Table]:
    """The value that makes the goal hold, or why none does, with what else changes."""
    lang, row = view.lang, found.unknown
    table = Table(
        word("solve", lang).format(unknown=row.indicator.title.within(lang), goal=_goal(found, lang)),
        [Column(row.indicator.title.within(lang)), Column(unit(row.unit, lang), fold=True)],
    )
    if found.value is None:
        assert found.reason is not None
        table.add(word("answer", lang), Cell(f"✗ {sentence(found.reason, lang)}", "bad"))
        return [table]
    side = "" if found.holds_above is None else f" ({word('above' if found.holds_above else 'below', lang)})"
    answer = number(trimmed(holding(found.value, found.holds_above)), lang)
    table.add(word("answer", lang), Cell(answer + side, "strong"))
    if row.target and row.target.figure:
        table.add(word("target", lang), shown(row.target, row, lang))
    if found.reached is not None:
        table.add(word("reaches", lang), _set_to(found.goal, number(trimmed(rounded(found.reached, 4)), lang), lang))
    named = Scenario(_set_to(row, answer, lang), found.effects, found.links)
    return [table, *effects_tables([named], view)]


def _named(scenario: Scenario, lang: str) -> str:
    """What a scenario is called: by its title, else by what it sets."""
    told = [
        _set_to(each.row, short(each.after, lang), lang)
        for each in scenario.effects
        if each.is_set and each.after is not None
    ]
    return ", ".join(told) if scenario.is_typed and told else scenario.name


def _set_to(row: Row, value: str, lang: str) -> str:
    return f"{row.indicator.title.within(lang)} = {beside(value, row.unit, lang)}"


def _goal(found: Solution, lang: str) -> str:
    """The goal in the reader's language."""
    wanted = beside(number(found.wanted, lang), found.goal.unit, lang)
    return f"{found.goal.indicator.title.within(lang)} {_SIGNS.get(found.sign, found.sign)} {wanted}"


_SIGNS = {">=": "≥", "<=": "≤"}


def goal_text(found: Solution, measured: str) -> str:
    """The goal as one types it, with a text for its unit."""
    return f"{found.goal.indicator.id} {found.sign} {found.wanted:f} {measured}"


def _by_row(scenarios: Sequence[Scenario]) -> list[tuple[Row, Side]]:
    """Every row that changes in the order of the plan's file, with its effect in each scenario."""
    rows = {effect.row.source: effect.row for each in scenarios for effect in each.effects}
    effects = [{effect.row.source: effect for effect in each.effects} for each in scenarios]
    return [(rows[place], [each.get(place) for each in effects]) for place in sorted(rows)]


def _cells(row: Row, side: Side, lang: str, *, is_short: bool) -> list[Cell]:
    first = next(effect for effect in side if effect is not None)
    before, grade = number_cell(first.before, lang), _grade(first.grade_before, lang)
    title = f"{row.indicator.title.within(lang)} ({unit(row.unit, lang)})"
    cells = [Cell(signed(row.code, first.breaks)), Cell(title), shown_cell(row.target, row, lang), before]
    for effect in side:
        cells.append(before if effect is None else number_cell(effect.after, lang, "strong" if effect.is_set else ""))
        if not is_short:
            change = number_cell(effect.change if effect else None, lang, sign=True)
            cells += [change, grade if effect is None else _grade(effect.grade_after, lang)]
    return cells if is_short else [*cells, grade]


def _grade(grade: Grade | None, lang: str) -> Cell:
    return Cell("") if grade is None else Cell(word(grade, lang), grade.mood)


def _links_tables(links: Sequence[Link], lang: str) -> list[Table]:
    """The links that carried a change, each once; no table where there is none."""
    table = Table(word("links", lang), [Column(word("route", lang)), Column(word("formula", lang), fold=True)])
    for link in dict.fromkeys(links):
        table.add(link.id, f"{link.computes} = {link.text}")
        if link.assumes:
            table.add("", f"{word('assumes', lang)}: {link.assumes.within(lang)}")
    return [table] if table.rows else []
