"""The tables of `tgkt project`: where a pace leads every target, and one target year by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.units import TIMES
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.report.amounts import known, needed_cell, number_cell, shown_cell, times_cell
from tgkt.report.breaks import breaks_note, signed
from tgkt.report.numbers import number, rounded, trimmed, unit
from tgkt.report.project.chart import sparkline
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import WORDS, sentence, word
from tgkt.results.project import Judgement, Outlook, PathPoint, Trajectory

_NOTHING = "-"


class _Part(NamedTuple):
    """A column and what it says of a row; an empty column is left out."""

    column: Column
    cell: Callable[[Outlook], Cell]


def outlook_tables(
    found: Sequence[Outlook], catalogue: Catalogue, view: View, year: int, note: str, *, ascii_only: bool
) -> list[Table]:
    """One line a target, by section: where the pace leads in a year, and what is needed from now on."""
    parts = _parts(found, view, year, ascii_only=ascii_only)
    several = len({each.trajectory.row.area for each in found}) > 1
    groups: dict[tuple[str, str], list[Outlook]] = {}
    for each in found:
        row = each.trajectory.row
        groups.setdefault((row.area if several else "", row.indicator.section), []).append(each)
    tables = []
    for (area, section), members in groups.items():
        declared = catalogue.sections.get(section)
        named = [catalogue.areas[area].title.within(view.lang)] if area else []
        title = " · ".join([*named, declared.within(view.lang) if declared else section])
        table = Table(title, [part.column for part in parts], note=_footnotes(members, view))
        for each in members:
            table.add(*(part.cell(each) for part in parts), of=each)
        tables.append(table)
    if tables:
        told = breaks_note(((each.trajectory.row.indicator.id, each.trajectory.breaks) for each in found), view.lang)
        tables[-1].note = "\n".join(filter(None, (tables[-1].note, *told, note)))
    return tables


def project_note(found: Sequence[Outlook], pace: str | None, method: str, view: View) -> str:
    """How the projection was made and, where it is shown, how the pace was judged."""
    lang = view.lang
    named = f"pace_{pace or 'default'}"
    told = word(named, lang) if named in WORDS else pace or ""
    spans = {each.trajectory.span for each in found if each.trajectory.pace_from == "last_term"} - {None}
    if len(spans) == 1:
        told += f" ({'-'.join(str(year) for span in spans if span for year in dict.fromkeys(span))})"
    notes = [word("project_note", lang).format(pace=told)] if any(each.trajectory.points for each in found) else []
    if view.is_wide and any(each.judgement.pace for each in found):
        notes.append(word("method_note", lang).format(method=method))
    return " ".join([*notes, word("form_note", lang)])


def year_table(found: Outlook, method: str, lang: str) -> Table:
    """One target year by year, and what a method says of its pace."""
    each = found.trajectory
    title = f"{each.row.code} {each.row.indicator.title.within(lang)} ({_unit_of(each, lang)})".strip()
    table = Table(title, [], note=_judged(found, method, lang))
    values = {
        "required": [number_cell(at.required, lang) for at in each.points],
        "observed": [Cell(short(at.observed, lang)) for at in each.points],
        "gap": [number_cell(at.gap, lang, sign=True) for at in each.points],
        "projected": [number_cell(at.projected, lang) for at in each.points],
    }
    kept = {head: cells for head, cells in values.items() if any(cell.text for cell in cells)}
    table.columns = [Column(word("year", lang)), *(Column(word(head, lang), right=True) for head in kept)]
    for at, *cells in zip(each.points, *kept.values(), strict=True):
        table.add(str(at.year), *cells)
    return table


def _judged(found: Outlook, method: str, lang: str) -> str:
    """The pace by a method, or why there is none, and the trend."""
    judgement = found.judgement
    reason = sentence(judgement.reason, lang) if judgement.reason else ""
    label = _label(judgement, lang) if judgement.pace else reason
    told = [word("pace_note", lang).format(method=method, label=label)]
    if judgement.trend:
        told.append(f"{word('trend', lang)}: {word(judgement.trend, lang)}")
    return "; ".join(told)


def short(value: Decimal | None, lang: str, digits: int | None = None, *, sign: bool = False) -> str:
    """A computed number for people: about four figures, never fewer digits than before the decimal mark."""
    if value is None:
        return ""
    places = digits if digits is not None else 0 if abs(value) >= 10000 else 1 if abs(value) >= 1000 else 2
    return number(trimmed(rounded(value, places)), lang, sign=sign)


def _parts(found: Sequence[Outlook], view: View, year: int, *, ascii_only: bool) -> list[_Part]:
    """The columns there is room for, without those that say nothing or only repeat the target."""
    lang = view.lang
    is_due = all(each.trajectory.is_due_in(year) for each in found)
    named = [
        _Part(
            Column(word("code", lang), key="code"),
            lambda each: Cell(signed(each.trajectory.row.code, each.trajectory.breaks)),
        ),
        _Part(
            Column(word("indicator", lang), fold=True, key="indicator"),
            lambda each: Cell(_title(each.trajectory, lang)),
        ),
    ]
    offered = [
        *([] if view.is_narrow else [_number("present", view, lambda way: Cell(_present(way, lang)))]),
        _number("target", view, lambda way: shown_cell(way.row.target, way.row, lang)),
        *(
            []
            if is_due
            else [_number("required_in", view, lambda way: number_cell(_at(way, year).required, lang), year)]
        ),
        _Part(_right("projected_in", lang, year), lambda each: _projected(_at(each.trajectory, year), lang)),
        *([_number("gap_in", view, lambda way: _gap(way, year, lang), year)] if view.is_wide else []),
        _number("need", view, lambda way: needed_cell(way.needed, lang)),
        *([] if view.is_narrow else [_number("stretch", view, lambda way: times_cell(way.stretch, lang))]),
        _Part(
            _left("year_reached", lang),
            lambda each: _reached(each.trajectory, view),
        ),
    ]
    if view.is_wide:
        offered += [
            _Part(_left("progress", lang), lambda each: _progress(each, view)),
            _Part(_left("trend", lang), lambda each: Cell(_word(each.judgement.trend, lang))),
            _Part(
                Column(word("path_line", lang), yields=2, key="path"),
                lambda each: Cell(_line(each.trajectory, ascii_only=ascii_only)),
            ),
        ]
    return named + [part for part in offered if any(part.cell(each).text.strip(_NOTHING) for each in found)]


def _number(head: str, view: View, told: Callable[[Trajectory], Cell], year: int | None = None) -> _Part:
    return _Part(_right(head, view.lang, year), lambda each: told(each.trajectory))


def _left(head: str, lang: str) -> Column:
    return Column(word(head, lang), yields=1, key=head)


def _right(head: str, lang: str, year: int | None = None) -> Column:
    key = head.removesuffix("_in")
    return Column(word(head, lang).format(year=year), right=True, yields=_YIELDS.get(key, 1), key=key)


_YIELDS = {"stretch": 3, "present": 2}
"""What a terminal that is not narrow shows first when it becomes wider gives way first when there is no room."""


def _at(way: Trajectory, year: int) -> PathPoint:
    return way.at(year) or PathPoint(year)


def _title(way: Trajectory, lang: str) -> str:
    return f"{way.row.indicator.title.within(lang)} ({_unit_of(way, lang)})"


def _present(way: Trajectory, lang: str) -> str:
    """The newest figure with its period, or the base."""
    if way.current is None:
        return known(way.baseline, way.row, lang)
    return f"{known(way.current, way.row, lang)} ({way.current.period})"


def _projected(at: PathPoint, lang: str) -> Cell:
    return number_cell(at.projected, lang, "" if at.is_ahead is None else "good" if at.is_ahead else "bad")


def _gap(way: Trajectory, year: int, lang: str) -> Cell:
    return number_cell(_at(way, year).projected_gap, lang, sign=True)


def _line(way: Trajectory, *, ascii_only: bool) -> str:
    return sparkline([at.required for at in way.points if at.required is not None], ascii_only=ascii_only)


def _word(key: str | None, lang: str) -> str:
    return word(key, lang) if key else ""


def _reached(way: Trajectory, view: View) -> Cell:
    """The year, and beside it what stands against the target all the same."""
    if way.year_reached is None:
        return _why(way.reason, view)
    told = [str(way.year_reached), *([sentence(way.reason, view.lang)] if way.reason and view.width is None else [])]
    return Cell("; ".join(told), "good" if way.is_in_time else "bad")


def _progress(each: Outlook, view: View) -> Cell:
    """The pace; why there is none only where it is not said already why there is no year."""
    judgement = each.judgement
    if judgement.pace is None:
        return _why(None if judgement.reason == each.trajectory.reason else judgement.reason, view)
    return Cell(_label(judgement, view.lang), judgement.pace.label.mood)


def _label(judgement: Judgement, lang: str) -> str:
    """What the method calls the pace, and the linear label where it says something else."""
    assert judgement.pace is not None
    told = word(judgement.pace.label, lang)
    if judgement.linear_label:
        told += f" ({word('linear_says', lang).format(label=word(judgement.linear_label, lang))})"
    return told


def _why(reason: Reason | None, view: View) -> Cell:
    """A reason in full in a pipe; on a terminal a dash, and the reason below the table."""
    if reason is None:
        return Cell("")
    return Cell(sentence(reason, view.lang) if view.width is None else _NOTHING, "weak")


def _footnotes(found: Sequence[Outlook], view: View) -> str:
    """On a terminal the reasons stand below the table, by the numbers they hold for."""
    if view.width is None:
        return ""
    is_judged = view.is_wide and any(each.judgement.pace for each in found)
    groups: dict[str, list[str]] = {}
    for each in found:
        way, judged = each.trajectory, each.judgement
        name = _name(each)
        if way.reason:
            groups.setdefault(f"- {sentence(way.reason, view.lang)}", []).append(name)
        if is_judged and judged.reason and judged.reason != way.reason:
            told = f"{word('progress', view.lang)}: {sentence(judged.reason, view.lang)}"
            groups.setdefault(told, []).append(name)
    return "\n".join(f"{reason}: {', '.join(codes)}" for reason, codes in groups.items())


def _name(each: Outlook) -> str:
    """How a row is called in a note."""
    return each.trajectory.row.code or each.trajectory.row.indicator.id


def _unit_of(way: Trajectory, lang: str) -> str:
    target = way.row.target
    if way.unit == TIMES and target and target.relative_to:
        return f"×{target.relative_to}"
    return unit(way.unit, lang)
