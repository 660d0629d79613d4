"""The table and the rows of `tgkt status --in-year`: a year that runs, against the year before and the year's plan."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import PERCENT, POINTS, with_mark
from tgkt.language import translation
from tgkt.report.amounts import index_told, known, number_cell
from tgkt.report.machine.digits import ends_of, meant
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, about, computed_values
from tgkt.report.numbers import ends, short, suffix, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.computed import Amount, Computed
from tgkt.results.in_year import Aim, InYear


def in_year_table(items: Sequence[InYear], catalogue: Catalogue, view: View) -> Table:
    """One line a row: the newest figure within a year, how it moved, and how far the year's plan is fulfilled."""
    lang, has_areas = view.lang, len({item.row.area for item in items}) > 1
    columns = _columns(lang)
    if has_areas:
        columns[1:1] = [Column(word("area", lang))]
    table = Table(word("in_year", lang), columns)
    for item in items:
        if item.now is not None:
            area = [catalogue.areas[item.row.area].title.within(lang)] if has_areas else []
            table.add(item.row.code, *area, *_cells(item, item.now, catalogue, lang), of=item)
    table.note = "\n".join(_notes(items, lang))
    return table.without_empty()


def _columns(lang: str) -> list[Column]:
    """The columns; on a narrow terminal what answers least gives way first."""
    return [
        Column(word("code", lang)),
        Column(word("indicator", lang), fold=True),
        Column(word("period", lang)),
        Column(word("present", lang), right=True),
        Column(translation("A year before", lang), right=True, yields=3),
        Column(translation("Change", lang), right=True, yields=1),
        Column(translation("Plan of the year", lang), right=True, yields=2),
        Column(translation("% of plan", lang), right=True, yields=1),
        Column(word("status", lang), yields=4),
        Column(word("origin", lang), yields=5),
    ]


def _cells(item: InYear, now: Amount, catalogue: Catalogue, lang: str) -> list[Cell | str]:
    row = item.row
    origin = now.statement.origin if now.statement else None
    title = f"{row.indicator.title.within(lang)} ({unit(row.unit, lang)})"
    return [
        title,
        str(now.period),
        _figure(now, item, lang),
        _figure(item.before, item, lang) if item.before else "",
        _change(item.change, lang),
        _aim(item.aim, lang),
        _share(item, lang),
        word(f"status_{now.status}", lang),
        catalogue.origins[origin].short.within(lang) if origin else "",
    ]


def _figure(amount: Amount, item: InYear, lang: str) -> str:
    """As printed; growth printed as an index stands as growth, with the index in brackets."""
    return index_told(amount, lang) or known(amount, item.row, lang)


def _change(value: Computed | None, lang: str) -> Cell:
    """A change as a cell of its column."""
    if value is None or not _is_bounded(value):
        return Cell(_signed(value, lang))
    return number_cell(value.value, lang, sign=True, after=suffix(_mark(value, lang), lang))


def _signed(value: Computed | None, lang: str) -> str:
    """A change with its sign and its unit; where only a bound is printed, from where on."""
    if value is None:
        return ""
    told = short(value.value, lang, sign=True) if _is_bounded(value) else ends(value.low, value.high, lang)
    return with_mark(told, _mark(value, lang), lang)


def _mark(value: Computed, lang: str) -> str:
    """The unit in short: percent and points; a difference in the row's own unit needs none."""
    return "%" if value.unit == PERCENT else word("points", lang) if value.unit == POINTS else ""


def _is_bounded(value: Computed) -> bool:
    return abs(value.low) != INFINITY and abs(value.high) != INFINITY


def _aim(aim: Aim | None, lang: str) -> str:
    """The year's plan; what the path asks for instead is marked."""
    if aim is None:
        return ""
    return short(aim.value.value, lang) + ("" if aim.target else " †")


def _share(item: InYear, lang: str) -> str:
    """How much of the plan is done, or of what the path asks for; of what does not add up, how much is missing."""
    is_path = item.aim is not None and item.aim.target is None
    if item.share is not None:
        value = item.share
        told = short(value.value, lang, places=1) if _is_bounded(value) else ends(value.low, value.high, lang)
        return translation("{share} % of the path", lang).format(share=told) if is_path else with_mark(told, "%", lang)
    return f"{word('gap', lang).lower()} {_signed(item.gap, lang)}{' †' * is_path}" if item.gap else ""


def _notes(items: Sequence[InYear], lang: str) -> list[str]:
    """What the signs of the table stand for, where they stand."""
    notes = []
    if any(item.aim is not None and item.aim.target is None for item in items):
        notes.append(
            translation(
                "† No plan of the year is printed: this is what the row's own path asks for in that year.", lang
            )
        )
    for item in items:
        if item.parted is not None:
            told = translation("{code}: not compared across a break ({says})", lang)
            notes.append(told.format(code=item.row.code, says=item.parted.says.within(lang)))
    return notes


def in_year_row(item: InYear, tongues: Tongues) -> Values:
    """Every field of a row; None where nothing is printed."""
    row, indicator, aim = item.row, item.row.indicator, item.aim
    return {
        **about(row, tongues),
        **tongues.units("unit", row.unit),
        "direction": indicator.direction,
        "kind": indicator.kind,
        "meaning": item.meaning,
        **_amount(item.now, "current", tongues),
        **_amount(item.before, "before", tongues),
        **_computed(item.change, "change", tongues),
        **_aim_fields(aim, tongues),
        **_computed(item.share if aim and aim.target else None, "share_of_year_plan", tongues),
        **_computed(item.share if aim and not aim.target else None, "share_of_year_path", tongues),
        **_computed(item.gap, "gap", tongues),
        "rests_on": list(item.rests),
        "break": item.parted.id if item.parted else None,
    }


def _amount(amount: Amount | None, name: str, tongues: Tongues) -> Values:
    """A figure with its ends, its unit and its document; a bound has no value. An index stands as growth."""
    stated = amount.statement if amount else None
    return {
        **computed_values(amount, name, tongues),
        name: meant(amount.value) if amount and amount.is_point else None,
        f"{name}_period": str(amount.period) if amount else None,
        f"{name}_status": amount.status if amount else None,
        f"{name}_printed": stated.printed if stated else None,
        f"{name}_is_index": stated.is_index if stated else None,
        f"{name}_origin": stated.origin if stated else None,
        f"{name}_locator": stated.locator if stated else None,
    }


def _computed(value: Computed | None, name: str, tongues: Tongues) -> Values:
    """A computed number with its ends and its unit; where an end is open there is no value."""
    return {
        **computed_values(value, name, tongues),
        name: meant(value.value) if value and _is_bounded(value) else None,
    }


def _aim_fields(aim: Aim | None, tongues: Tongues) -> Values:
    """The year's plan, or what the row's path asks for in the year."""
    target = aim.target if aim else None
    return {
        "year_aim": None if aim is None else "plan" if target else "path",
        "year_aim_value": meant(aim.value.value) if aim else None,
        **ends_of(aim.value if aim else None, "year_aim"),
        "year_aim_unit": tongues.unit(aim.value.unit) if aim else None,
        "year_aim_plan": aim.plan if aim else None,
        "year_aim_printed": target.printed if target else None,
        "year_aim_origin": target.origin if target else None,
        "year_aim_locator": target.locator if target else None,
    }
