"""What a cell of a workbook holds: a number with the form that shows it as printed, a formula, or text."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import SIGNS, Figure
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status
from tgkt.record import NamedTuple
from tgkt.report.amounts import known, shown
from tgkt.report.numbers import common_places, decimal_mark, derived, fixed, number, rounded
from tgkt.report.table import Cell, Number
from tgkt.results.computed import Amount, figure_in

_LOCALES = {"vi": "[$-42A]", "en": "[$-409]"}
"""By these a number form says whose marks stand before decimals; LibreOffice heeds it, Excel asks the computer."""
_LONGEST_FORM = 255
_DIGITS = 9
_PLACES = 4  # of a figure with more digits than a column has room for


class Entry(NamedTuple):
    """A cell.

    Attributes:
        text: what it says; of a number, what its form shows.
        value: its number, with all its digits.
        form: how the number is shown.
        formula: what it is computed by; its value is then kept beside.
        mood: the meaning that colour may repeat.
        is_open: whether its figure is not settled: estimated or derived.
        note: what stands in a note beside it.
        url: where it leads.
        span: how many columns it takes.
    """

    text: str = ""
    value: Decimal | None = None
    form: str = ""
    formula: str = ""
    mood: str = ""
    is_open: bool = False
    note: str = ""
    url: str = ""
    span: int = 1


def entry_of(cell: Cell, lang: str) -> Entry:
    """A cell of a table: the number it shows, else its text."""
    found = Entry(cell.text) if cell.number is None else of_number(cell.number, lang)
    return found._replace(mood=cell.mood)


def of_number(told: Number, lang: str) -> Entry:
    """A computed number, with as many decimals as are of use."""
    places = common_places([told.value], told.places)
    text = f"{told.before}{fixed(told.value, places, lang, sign=told.is_signed)}{told.after}"
    return _numeric(told.value, places, lang, text, told.before, told.after, is_signed=told.is_signed)


def of_statement(statement: Statement | None, row: Row, lang: str, after: str = "") -> Entry:
    """What a document states: its number in the unit of the row; words, ranges and what is said against a year as text.

    Args:
        statement: what is stated.
        row: the row, whose unit the column has.
        lang: the language.
        after: what stands behind it.
    """
    if statement is None:
        return Entry()
    figure = figure_in(statement, row.unit)
    is_open = statement.status in (Status.ESTIMATED, Status.FORECAST)
    if figure is None or figure.is_range or statement.relative_to is not None or statement.is_index:
        return Entry(shown(statement, row, lang) + after, is_open=is_open)
    return of_figure(figure, lang, after, is_converted=statement.unit != row.unit)._replace(is_open=is_open)


def of_amount(amount: Amount | None, row: Row, lang: str, after: str = "") -> Entry:
    """A known figure: as its document prints it, or derived and in brackets; a range as text."""
    if amount is None:
        return Entry()
    is_open = amount.status in (Status.ESTIMATED, Status.FORECAST) or amount.how.is_derived
    if amount.statement is not None and amount.derivation is None:
        return of_statement(amount.statement, row, lang, after)._replace(is_open=is_open)
    if not amount.is_point or amount.statement is not None:
        return Entry(known(amount, row, lang) + after, is_open=is_open)
    told = derived(amount, lang)
    places = len(told.partition(decimal_mark(lang))[2])
    found = _numeric(amount.value, places, lang, f"({told}){after}", "(", f"){after}")
    return found._replace(is_open=is_open)


def _places_of(figure: Figure, *, is_converted: bool) -> int:
    """The decimals of a figure as printed; after a change of unit those that its last digit has there."""
    last = figure.digit.adjusted() if is_converted else int(figure.low.as_tuple().exponent)
    places = max(0, -last)
    return places if figure.low.adjusted() + places < _DIGITS else min(places, _PLACES)


def of_figure(figure: Figure, lang: str, after: str = "", *, is_converted: bool) -> Entry:
    """A printed number with the sign of its comparator.

    Args:
        figure: the number, and no range.
        lang: whose marks are set.
        after: what stands behind it.
        is_converted: whether the document prints it in another unit.
    """
    places, sign = _places_of(figure, is_converted=is_converted), SIGNS.get(figure.comparator, "")
    text = f"{sign}{number(rounded(figure.low, places), lang)}{after}"
    return _numeric(figure.low, places, lang, text, sign, after)


def _numeric(
    value: Decimal, places: int, lang: str, text: str, before: str = "", after: str = "", *, is_signed: bool = False
) -> Entry:
    """A number and its form; text where no form can show it."""
    form = number_form(places, lang, before, after, is_signed=is_signed)
    return Entry(text, value, form) if form and value.is_finite() else Entry(text)


def number_form(places: int, lang: str, before: str = "", after: str = "", *, is_signed: bool = False) -> str:
    """The form of a number with so many decimals between two texts; empty where a workbook cannot have it.

    Args:
        places: how many decimals.
        lang: whose marks are set.
        before: what stands before the number.
        after: what stands after it.
        is_signed: whether a plus is written too.
    """
    if any(mark in before + after for mark in '"\\\n'):
        return ""
    digits = "#,##0" + ("." + "0" * places if places else "")
    locale = _LOCALES.get(lang, "")
    signs = ("+" if is_signed else "", "−", "")
    form = ";".join(f"{locale}{_literal(before + sign)}{digits}{_literal(after)}" for sign in signs)
    return form if len(form) <= _LONGEST_FORM else ""


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
