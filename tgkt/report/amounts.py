"""Figures as they stand in a table about their row: as printed, or computed and in parentheses."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.facts.interval import EXACT
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import (
    PERCENT_A_YEAR,
    POINTS_A_YEAR,
    Unit,
    beside,
    factor,
    same_dimension,
    scale_word,
    with_mark,
)
from tgkt.language import translation
from tgkt.report.numbers import alone, derived, in_short, printed, short, suffix
from tgkt.report.table import Cell, Number
from tgkt.report.words import word
from tgkt.results.computed import Amount, Computed


def shown(statement: Statement | None, row: Row, lang: str) -> str:
    """A statement's figure; its unit too, or its scale word alone, where that is not the row's."""
    return "" if statement is None else stated(statement, row.unit, lang)


def stated(statement: Statement, declared: Unit, lang: str) -> str:
    """A statement's figure; its unit too, or its scale word alone, where that is not the declared one.

    Of a milestone whether it was reached.
    """
    if statement.reached is not None:
        return answered(statement, lang)
    if statement.figure is None:
        shares = " - ".join(printed(each, lang) for each in statement.values)
        return shares or (statement.quoted.within(lang) if statement.printed else word("words", lang))
    if statement.relative_to is not None:
        return against_year(statement, lang)
    figure = printed(in_short(statement.figure), lang)
    if statement.unit.text == declared.text or _is_as_large(statement.unit, declared):
        return figure
    is_rescaled = (statement.unit.above, statement.unit.below) == (declared.above, declared.below)
    if is_rescaled:
        return f"{figure} {scale_word(statement.unit, english=lang != 'vi')}"
    return beside(figure, statement.unit, lang)


def shown_cell(statement: Statement | None, row: Row, lang: str, mood: str = "") -> Cell:
    """A statement's figure as a cell; words, and a figure said against a year, may be folded there."""
    return Cell(shown(statement, row, lang), mood, is_quoted=is_wordy(statement))


def is_wordy(statement: Statement | None) -> bool:
    """Whether a figure is shown in more words than one: words alone, or a figure said against a year."""
    if statement is None or statement.values or statement.reached is not None:
        return False
    return statement.figure is None or statement.relative_to is not None


def answered(statement: Statement, lang: str) -> str:
    """The answer to a milestone; empty for any other figure."""
    if statement.reached is None:
        return ""
    return f"✓ {word('yes', lang)}" if statement.reached else f"✗ {word('no', lang)}"


def _is_as_large(one: Unit, other: Unit) -> bool:
    """Whether two units are one under two names: million tonnes of CO2 equivalent and Mt CO2 eq."""
    return same_dimension(one, other) and factor(one, other) == 1


def index_told(amount: Amount, lang: str) -> str:
    """Growth printed as an index, shown as growth with the index in brackets; empty for any other figure."""
    stated = amount.statement
    if stated is None or stated.figure is None or not stated.is_index:
        return ""
    index = translation("index {index}", lang).format(index=printed(stated.figure, lang))
    return f"{short(amount.value, lang)} ({index})"


_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}


def against_year(stated: Statement, lang: str) -> str:
    """A figure said against an earlier year: `×1.6 of 2020`, `≥ 55 % below 1990`."""
    figure = stated.figure
    if figure is None:
        return ""
    if not stated.is_cut:
        return word("times_of_year", lang).format(figure=printed(figure, lang), year=stated.relative_to)
    low, high = (EXACT.subtract(100, end.scaleb(2)) for end in (figure.high, figure.low))
    cut = figure._replace(low=low, high=high, comparator=_TURNED.get(figure.comparator, figure.comparator), step=None)
    return word("below_year", lang).format(figure=printed(cut, lang), year=stated.relative_to)


def known(amount: Amount | None, row: Row, lang: str) -> str:
    """A known figure: as its document prints it; in parentheses as derived, bounds with both of their ends."""
    if amount is None:
        return ""
    if amount.statement is not None and amount.derivation is None:
        return shown(amount.statement, row, lang)
    return f"({derived(amount, lang)})"


def needed(value: Computed | None, lang: str, *, is_change: bool = True) -> str:
    """A pace with its unit in short: percent, points, or a plain number in the row's own unit.

    A change has a sign; the figure that each year must show, for averages, has none.
    """
    if value is None:
        return ""
    mark = _mark(value, lang)
    return with_mark(short(value.value, lang, sign=bool(mark) and is_change), mark, lang)


def _mark(pace: Computed, lang: str) -> str:
    return "%" if pace.unit == PERCENT_A_YEAR else word("points", lang) if pace.unit == POINTS_A_YEAR else ""


def times(value: Decimal | None, lang: str) -> str:
    """How many times."""
    return "" if value is None else f"×{short(value, lang)}"


def number_cell(
    value: Decimal | None, lang: str, mood: str = "", *, sign: bool = False, places: int = 2, after: str = ""
) -> Cell:
    """A computed number as a cell of its column, with so many decimals at most, and what stands after it."""
    return Cell("") if value is None else _cell(Number(value, "", after, sign, places), lang, mood)


def needed_cell(pace: Computed | None, lang: str, *, is_change: bool = True) -> Cell:
    """What `needed` says, as a cell of its column."""
    if pace is None:
        return Cell("")
    mark = _mark(pace, lang)
    return _cell(Number(pace.value, after=suffix(mark, lang), is_signed=bool(mark) and is_change), lang)


def times_cell(value: Decimal | None, lang: str) -> Cell:
    """What `times` says, as a cell of its column."""
    return Cell("") if value is None else _cell(Number(value, before="×"), lang)


def _cell(told: Number, lang: str, mood: str = "") -> Cell:
    text = alone(told.value, told.places, lang, sign=told.is_signed)
    return Cell(f"{told.before}{text}{told.after}", mood, number=told)
