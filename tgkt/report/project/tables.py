"""The tables and rows of `tgkt project`: trajectories, what-ifs and goals sought."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.catalogue import Catalogue, Link
from tgkt.reason import Reason
from tgkt.report.figures import shown
from tgkt.report.numbers import holding, number, printed, rounded, trimmed, unit
from tgkt.report.project.chart import sparkline
from tgkt.report.status.tables import View
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import sentence, word
from tgkt.results.project import Effect, Solution, Trajectory
from tgkt.results.status import Grade

PROJECT_SCHEMA = "tgkt/project/1"
EFFECTS_SCHEMA = "tgkt/effects/1"
SOLVE_SCHEMA = "tgkt/solve/1"
_GOOD = ("substantial_progress", "on_track", "target_achieved", "target_met", "improving")
_BAD = ("deterioration", "stagnation_or_regression", "getting_worse", "moving_away")


def trajectory_tables(
    found: Sequence[Trajectory], catalogue: Catalogue, view: View, year: int, note: str, *, ascii_only: bool
) -> list[Table]:
    """One line a target, by section: what the year requires, where the pace leads, what is needed from now."""
    lang = view.lang
    sections: dict[str, list[Trajectory]] = {}
    for each in found:
        sections.setdefault(each.row.indicator.section, []).append(each)
    tables = []
    for section, members in sections.items():
        table = Table(catalogue.sections[section].within(lang), _columns(view, year), note=_footnotes(members, view))
        for each in members:
            table.add(*_cells(each, view, year, ascii_only=ascii_only))
        tables.append(table)
    tables[-1].note = "\n".join(filter(None, (tables[-1].note, note)))
    return tables


def _footnotes(found: Sequence[Trajectory], view: View) -> str:
    """On a terminal the reasons stand below the table, by the numbers they hold for."""
    if view.width is None:
        return ""
    groups: dict[str, list[str]] = {}
    for each in found:
        if each.arrival is None and each.reason:
            groups.setdefault(f"- {sentence(each.reason, view.lang)}", []).append(each.row.code)
        if view.is_wide and each.progress_reason:
            told = f"{word('progress', view.lang)}: {sentence(each.progress_reason, view.lang)}"
            groups.setdefault(told, []).append(each.row.code)
    return "\n".join(f"{reason}: {', '.join(codes)}" for reason, codes in groups.items())


def year_table(each: Trajectory, lang: str) -> Table:
    """One target year by year."""
    title = f"{each.row.code} {each.row.indicator.title.within(lang)} ({_unit_of(each, lang)})"
    heads = ("year", "required", "projected", "observed", "gap")
    table = Table(title, [Column(word(head, lang), right=head != "year") for head in heads])
    for at in each.points:
        gap = at.projected - at.required if at.projected is not None and at.required is not None else None
        table.add(
            str(at.year),
            *(_short(value, lang) for value in (at.required, at.projected, at.observed)),
            _signed(gap, lang),
        )
    return table


def trajectory_row(each: Trajectory, year: int) -> dict[str, Any]:
    """A trajectory as fields, with its years."""
    at = each.at(year)
    required, projected = (at.required, at.projected) if at else (None, None)
    target, base = each.row.target, each.row.baseline
    return {
        "id": each.row.indicator.id,
        "code": each.row.code,
        "area": each.row.area,
        "section": each.row.indicator.section,
        "title_vi": each.row.indicator.title.vi,
        "title_en": each.row.indicator.title.en,
        "unit": each.row.unit.text,
        "form": each.form,
        "path": each.row.indicator.path,
        "direction": each.row.indicator.direction,
        "comparator": target.comparator if target else None,
        "target": each.goal,
        "target_period": str(target.period) if target else None,
        "baseline": base.figure.value if base and base.figure else None,
        "baseline_period": str(base.period) if base else None,
        "year": year,
        "required": required,
        "projected": projected,
        "gap": projected - required if projected is not None and required is not None else None,
        "pace": each.pace,
        "pace_unit": _pace_unit(each),
        "arrival": each.arrival,
        "reason": each.reason.code if each.reason else None,
        "why": sentence(each.reason, "en") if each.reason else None,
        "needed": each.need,
        "stretch": each.stretch,
        "method": each.progress.method if each.progress else None,
        "method_version": each.progress.version if each.progress else None,
        "pace_label": each.progress.label if each.progress else None,
        "pace_value": each.progress.value if each.progress else None,
        "pace_score": each.progress.score if each.progress else None,
        "pace_reason": each.progress_reason.code if each.progress_reason else None,
        "linear_label": each.other_label,
        "trend": each.trend,
        "years": [
            {"year": p.year, "required": p.required, "projected": p.projected, "observed": p.observed}
            for p in each.points
        ],
    }


def effects_tables(scenarios: Sequence[tuple[str, Sequence[Effect], Sequence[Link]]], view: View) -> list[Table]:
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


def effect_row(name: str, effect: Effect) -> dict[str, Any]:
    """One changed target as fields."""
    both = effect.before is not None and effect.after is not None
    return {
        "scenario": name,
        "id": effect.row.indicator.id,
        "code": effect.row.code,
        "area": effect.row.area,
        "unit": effect.row.unit.text,
        "comparator": effect.row.target.comparator if effect.row.target else None,
        "target": effect.row.target.figure.value if effect.row.target and effect.row.target.figure else None,
        "target_period": str(effect.row.target.period) if effect.row.target else None,
        "is_set": effect.is_set,
        "before": effect.before,
        "after": effect.after,
        "change": effect.after - effect.before
        if both and effect.after is not None and effect.before is not None
        else None,
        "verdict_before": effect.grade_before,
        "verdict_after": effect.grade_after,
    }


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
        *effects_tables([(f"{row.indicator.id} = {answer}", found.effects, found.links)], view),
    ]


def solution_row(found: Solution) -> dict[str, Any]:
    """A goal sought as fields."""
    return {
        "unknown": found.unknown.indicator.id,
        "goal": found.goal,
        "unit": found.unknown.unit.text,
        "value": found.value,
        "reached": found.reached,
        "holds_above": found.holds_above,
        "reason": found.reason.code if found.reason else None,
        "why": sentence(found.reason, "en") if found.reason else None,
        "links": [link.id for link in found.links],
        "effects": [effect_row("", effect) for effect in found.effects],
    }


def _columns(view: View, year: int) -> list[Column]:
    lang = view.lang
    heads = [word("code", lang), word("indicator", lang)]
    right = [word(head, lang).format(year=year) for head in ("required_in", "projected_in", "gap_in")]
    columns = [Column(heads[0]), Column(heads[1], fold=True), Column(word("target", lang), right=True)]
    if view.is_wide:
        columns.insert(2, Column(word("baseline", lang), right=True))
    columns += [Column(head, right=True) for head in (right if view.is_wide else right[:2])]
    columns.append(Column(word("need", lang), right=True))
    if not view.is_narrow:
        columns.append(Column(word("stretch", lang), right=True))
    columns.append(Column(word("arrival", lang)))
    if view.is_wide:
        columns += [Column(word("progress", lang)), Column(word("trend", lang)), Column(word("path_line", lang))]
    return columns


def _cells(each: Trajectory, view: View, year: int, *, ascii_only: bool) -> list[Cell]:
    row, lang, at = each.row, view.lang, each.at(year)
    required, projected = (at.required, at.projected) if at else (None, None)
    gap = projected - required if required is not None and projected is not None else None
    cells = [
        Cell(row.code),
        Cell(f"{row.indicator.title.within(lang)} ({_unit_of(each, lang)})"),
        Cell(shown(row.target, row, lang)),
    ]
    if view.is_wide:
        cells.insert(2, Cell(shown(row.baseline, row, lang)))
    cells += [Cell(_short(required, lang)), Cell(_short(projected, lang), _mood(gap, row.indicator.direction))]
    cells += [Cell(_signed(gap, lang))] if view.is_wide else []
    cells.append(Cell(_pace(each.need, each, lang)))
    if not view.is_narrow:
        cells.append(Cell(f"×{_short(each.stretch, lang)}" if each.stretch is not None else ""))
    cells.append(_arrival(each, view))
    if view.is_wide:
        values = [p.required for p in each.points if p.required is not None]
        cells += [_progress(each, view), Cell(word(each.trend, lang) if each.trend else "")]
        cells.append(Cell(sparkline(values, ascii_only=ascii_only)))
    return cells


def _arrival(each: Trajectory, view: View) -> Cell:
    if each.arrival is not None:
        last = each.row.target.period.last if each.row.target else each.arrival
        return Cell(str(each.arrival), "good" if each.arrival <= last else "bad")
    return _why(each.reason, view)


def _progress(each: Trajectory, view: View) -> Cell:
    if each.progress is None:
        return _why(each.progress_reason, view)
    label, lang = each.progress.label, view.lang
    told = word(label, lang)
    if each.other_label:
        told += f" ({word('linear_says', lang).format(label=word(each.other_label, lang))})"
    return Cell(told, "good" if label in _GOOD else "bad" if label in _BAD else "warn")


def _why(reason: Reason | None, view: View) -> Cell:
    """A reason in full in a pipe; on a terminal a dash, and the reason below the table."""
    if reason is None:
        return Cell("")
    return Cell(sentence(reason, view.lang) if view.width is None else "-", "weak")


def _pace(value: Decimal | None, each: Trajectory, lang: str) -> str:
    if value is None:
        return ""
    if each.form in ("growth", "every_year"):
        return _short(value, lang)
    if each.row.indicator.kind == "share":
        return f"{_signed(rounded(value, 2), lang)} {word('points', lang)}"
    is_growth = each.form == "multiple" or each.row.indicator.path == "geometric"
    return f"{_signed(rounded(value, 2), lang)}{' %' if is_growth and each.form != 'total' else ''}"


def _pace_unit(each: Trajectory) -> str:
    is_growth = each.form == "multiple" or (each.form == "level" and each.row.indicator.path == "geometric")
    if is_growth:
        return "%"
    return "điểm %" if each.form == "level" and each.row.unit.is_percent else each.row.unit.text


def _unit_of(each: Trajectory, lang: str) -> str:
    if each.form == "multiple" and each.row.target and each.row.target.relative_to:
        return f"×{each.row.target.relative_to}"
    return unit(each.row.unit, lang)


def _mood(gap: Decimal | None, direction: str) -> str:
    if gap is None or direction == "neutral":
        return ""
    return "good" if gap == 0 or (gap > 0) == (direction == "increase") else "bad"


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
        change = effect.after - effect.before if effect.after is not None and effect.before is not None else None
        cells += [
            Cell(_short(effect.after, lang), "strong" if effect.is_set else ""),
            Cell(_signed(change, lang)),
            _grade(effect.grade_after, lang),
        ]
    return [*cells, _grade(first.grade_before, lang)]


def _grade(grade: Grade | None, lang: str) -> Cell:
    if grade is None:
        return Cell("")
    return Cell(word(grade, lang), "good" if grade.passed else "bad")


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


def _signed(value: Decimal | None, lang: str) -> str:
    return _short(value, lang, sign=True)
