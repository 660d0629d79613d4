"""The tables of `tgkt project`: trajectories, what-ifs and goals sought."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue, Link
from tgkt.facts.units import TIMES
from tgkt.reason import Reason
from tgkt.report.amounts import known, needed, shown, times
from tgkt.report.numbers import holding, number, printed, rounded, trimmed, unit
from tgkt.report.project.chart import sparkline
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import sentence, word
from tgkt.results.project import Effect, Outlook, PathPoint, Scenario, Solution, Trajectory
from tgkt.results.status import Grade


def outlook_tables(
    found: Sequence[Outlook], catalogue: Catalogue, view: View, year: int, note: str, *, ascii_only: bool
) -> list[Table]:
    """One line a target, by section: what the year requires, where the pace leads, what is needed from now."""
    sections: dict[str, list[Outlook]] = {}
    for each in found:
        sections.setdefault(each.trajectory.row.indicator.section, []).append(each)
    tables = []
    for section, members in sections.items():
        title = catalogue.sections[section].within(view.lang) if section in catalogue.sections else section
        table = Table(title, _columns(view, year), note=_footnotes(members, view))
        for each in members:
            table.add(*_cells(each, view, year, ascii_only=ascii_only))
        tables.append(table)
    if tables:
        tables[-1].note = "\n".join(filter(None, (tables[-1].note, note)))
    return tables


def _footnotes(found: Sequence[Outlook], view: View) -> str:
    """On a terminal the reasons stand below the table, by the numbers they hold for."""
    if view.width is None:
        return ""
    groups: dict[str, list[str]] = {}
    for each in found:
        way, judged = each.trajectory, each.judgement
        if way.year_reached is None and way.reason:
            groups.setdefault(f"- {sentence(way.reason, view.lang)}", []).append(way.row.code)
        if view.is_wide and judged.reason:
            told = f"{word('progress', view.lang)}: {sentence(judged.reason, view.lang)}"
            groups.setdefault(told, []).append(way.row.code)
    return "\n".join(f"{reason}: {', '.join(codes)}" for reason, codes in groups.items())


def year_table(each: Trajectory, lang: str) -> Table:
    """One target year by year."""
    title = f"{each.row.code} {each.row.indicator.title.within(lang)} ({_unit_of(each, lang)})".strip()
    heads = ("year", "required", "observed", "gap", "projected")
    table = Table(title, [Column(word(head, lang), right=head != "year") for head in heads])
    for at in each.points:
        values = (at.required, at.observed, at.gap, at.projected)
        table.add(str(at.year), *(_short(value, lang, sign=value is at.gap) for value in values))
    return table


def effects_tables(scenarios: Sequence[Scenario], view: View) -> list[Table]:
    """What changes under each scenario, side by side where there are two, and the links that carry it."""
    lang = view.lang
    columns = [
        Column(word("code", lang)),
        Column(word("indicator", lang), fold=True),
        Column(word("target", lang), right=True),
    ]
    columns.append(Column(word("before", lang), right=True))
    for name, _, _ in scenarios:
        label = name if len(scenarios) > 1 else word("after", lang)
        columns += [
            Column(label, right=True),
            Column(word("changed", lang), right=True),
            Column(word("verdict_after", lang)),
        ]
    columns.append(Column(word("verdict_before", lang)))
    table = Table(word("what_if", lang).format(settings=" | ".join(name for name, _, _ in scenarios)), columns)
    by_code = [{e.row.code: e for e in effects} for _, effects, _ in scenarios]
    for code in sorted({code for each in by_code for code in each}, key=lambda c: [int(n) for n in c.split(".")]):
        table.add(*_effect_cells([each.get(code) for each in by_code], lang))
    if view.is_narrow and len(scenarios) > 1:  # numbers stay whole: what they differ by can be read off
        kept = [place for place in range(len(columns)) if place < 4 or (place - 4) % 3 == 0]
        table.columns = [columns[place] for place in kept]
        table.rows = [[row[place] for place in kept] for row in table.rows]
    return [table, _links_table([link for _, _, links in scenarios for link in links], lang)]


def solution_tables(found: Solution, view: View) -> list[Table]:
    """The value that makes the goal hold, or why none does, with what else changes."""
    lang, row = view.lang, found.unknown
    title = word("solve", lang).format(unknown=row.indicator.id, goal=found.goal)
    table = Table(title, [Column(row.indicator.title.within(lang)), Column(unit(row.unit, lang), fold=True)])
    if found.value is None:
        assert found.reason is not None
        table.add(word("answer", lang), Cell(f"✗ {sentence(found.reason, lang)}", "bad"))
        return [table]
    side = "" if found.holds_above is None else f" ({word('above' if found.holds_above else 'below', lang)})"
    answer = number(trimmed(holding(found.value, found.holds_above)), lang)
    table.add(word("answer", lang), Cell(answer + side, "strong"))
    if row.target and row.target.figure:
        table.add(word("target", lang), printed(row.target.figure, lang))
    if found.reached is not None:
        table.add(word("reaches", lang), f"{found.goal.split()[0]} = {_short(found.reached, lang, 4)}")
    return [
        table,
        *effects_tables([Scenario(f"{row.indicator.id} = {answer}", found.effects, found.links)], view),
    ]


def _columns(view: View, year: int) -> list[Column]:
    lang = view.lang
    heads = [word("code", lang), word("indicator", lang)]
    right = [word(head, lang).format(year=year) for head in ("required_in", "projected_in", "gap_in")]
    columns = [Column(heads[0]), Column(heads[1], fold=True), Column(word("target", lang), right=True)]
    columns.insert(2, Column(word("present", lang), right=True))
    columns += [Column(head, right=True) for head in (right if view.is_wide else right[:2])]
    columns.append(Column(word("need", lang), right=True))
    if view.is_narrow:
        del columns[2]
    else:
        columns.append(Column(word("stretch", lang), right=True))
    columns.append(Column(word("year_reached", lang)))
    if view.is_wide:
        columns += [Column(word("progress", lang)), Column(word("trend", lang)), Column(word("path_line", lang))]
    return columns


def _cells(each: Outlook, view: View, year: int, *, ascii_only: bool) -> list[Cell]:
    way, lang = each.trajectory, view.lang
    row, at = way.row, way.at(year) or PathPoint(year)
    cells = [Cell(row.code), Cell(f"{row.indicator.title.within(lang)} ({_unit_of(way, lang)})")]
    cells += [] if view.is_narrow else [Cell(_present(way, lang))]
    cells += [Cell(shown(row.target, row, lang)), Cell(_short(at.required, lang))]
    cells.append(Cell(_short(at.projected, lang), _mood(at.is_ahead)))
    cells += [Cell(_short(at.projected_gap, lang, sign=True))] if view.is_wide else []
    cells.append(Cell(needed(way.needed, lang)))
    cells += [] if view.is_narrow else [Cell(times(way.stretch, lang))]
    cells.append(_reached(way, view))
    if view.is_wide:
        values = [point.required for point in way.points if point.required is not None]
        trend = each.judgement.trend
        cells += [_progress(each, view), Cell(word(trend, lang) if trend else "")]
        cells.append(Cell(sparkline(values, ascii_only=ascii_only)))
    return cells


def _present(way: Trajectory, lang: str) -> str:
    """The newest figure with its period, or the base."""
    if way.current is None:
        return known(way.baseline, way.row, lang)
    return f"{known(way.current, way.row, lang)} ({way.current.period})"


def _reached(way: Trajectory, view: View) -> Cell:
    if way.year_reached is not None:
        last = way.row.target.period.last if way.row.target else way.year_reached
        return Cell(str(way.year_reached), "good" if way.year_reached <= last else "bad")
    return _why(way.reason, view)


def _progress(each: Outlook, view: View) -> Cell:
    pace, lang = each.judgement.pace, view.lang
    if pace is None:
        return _why(each.judgement.reason, view)
    told = word(pace.label, lang)
    if each.judgement.linear_label:
        told += f" ({word('linear_says', lang).format(label=word(each.judgement.linear_label, lang))})"
    return Cell(told, pace.label.mood)


def _why(reason: Reason | None, view: View) -> Cell:
    """A reason in full in a pipe; on a terminal a dash, and the reason below the table."""
    if reason is None:
        return Cell("")
    return Cell(sentence(reason, view.lang) if view.width is None else "-", "weak")


def _mood(is_ahead: bool | None) -> str:
    return "" if is_ahead is None else "good" if is_ahead else "bad"


def _unit_of(way: Trajectory, lang: str) -> str:
    target = way.row.target
    if way.unit == TIMES and target and target.relative_to:
        return f"×{target.relative_to}"
    return unit(way.unit, lang)


def _effect_cells(effects: Sequence[Effect | None], lang: str) -> list[Cell]:
    first = next(effect for effect in effects if effect is not None)
    row = first.row
    target = printed(row.target.figure, lang) if row.target and row.target.figure else ""
    title = f"{row.indicator.title.within(lang)} ({unit(row.unit, lang)})"
    cells = [Cell(row.code), Cell(title), Cell(target), Cell(_short(first.before, lang))]
    for effect in effects:
        if effect is None:
            cells += [Cell(_short(first.before, lang)), Cell(""), _grade(first.grade_before, lang)]
            continue
        cells += [
            Cell(_short(effect.after, lang), "strong" if effect.is_set else ""),
            Cell(_short(effect.change, lang, sign=True)),
            _grade(effect.grade_after, lang),
        ]
    return [*cells, _grade(first.grade_before, lang)]


def _grade(grade: Grade | None, lang: str) -> Cell:
    if grade is None:
        return Cell("")
    return Cell(word(grade, lang), grade.mood)


def _links_table(links: Sequence[Link], lang: str) -> Table:
    table = Table(word("links", lang), [Column(word("route", lang)), Column(word("formula", lang), fold=True)])
    for link in dict.fromkeys(links):
        table.add(link.id, f"{link.computes} = {link.text}")
        if link.assumes:
            table.add("", f"{word('assumes', lang)}: {link.assumes.within(lang)}")
    return table


def _short(value: Decimal | None, lang: str, digits: int | None = None, *, sign: bool = False) -> str:
    """A computed number for people: about four figures, never fewer digits than before the decimal mark."""
    if value is None:
        return ""
    places = digits if digits is not None else 0 if abs(value) >= 10000 else 1 if abs(value) >= 1000 else 2
    return number(trimmed(rounded(value, places)), lang, sign=sign)
