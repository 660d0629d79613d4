"""Cells: numbers with the form that shows them as printed, and what can only be text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, indicator, row, statement

from tgkt.facts.statement import Statement
from tgkt.facts.units import parse_unit
from tgkt.report.handout.xlsx.entry import entry_of, number_form, of_statement
from tgkt.report.table import Cell, Number

NUMBERS = {
    "a plain number": ("361.6", "361,6"),
    "zeros that are printed": ("90.40", "90,40"),
    "thousands": ("1845.7", "1.845,7"),
    "a floor": ("≥ 10.5", "≥ 10,5"),
    "more than": ("> 46", "> 46"),
    "about": ("≈ 35", "≈ 35"),
    "nearly": ("≲ 1.8", "≲ 1,8"),
    "more digits than a column has room for": ("106.499514712284", "106,4995"),
}


@pytest.mark.parametrize(("printed", "text"), NUMBERS.values(), ids=NUMBERS)
def test_a_printed_number_stays_a_number(printed: str, text: str) -> None:
    """With all its digits; its form shows those that are printed."""
    found = of_statement(statement(printed), row(), "vi")
    assert (found.value, found.text) == (figure_of(printed).low, text)
    assert found.form


def test_a_number_in_another_unit_stands_in_that_of_its_row() -> None:
    """So that the column can be added up and compared."""
    stated = statement("1135.0", unit=parse_unit("tỷ đồng"))
    found = of_statement(stated, row(indicator=indicator(unit=parse_unit("nghìn tỷ đồng"))), "en")
    assert (found.value, found.text) == (Decimal("1.135"), "1.1350")


FORMS = {
    "Vietnamese marks": (1, "vi", "", "", '[$-42A]#,##0.0;[$-42A]"−"#,##0.0;[$-42A]#,##0.0'),
    "English marks": (0, "en", "", "", '[$-409]#,##0;[$-409]"−"#,##0;[$-409]#,##0'),
    "in brackets": (1, "en", "(", ")", '[$-409]"("#,##0.0")";[$-409]"(−"#,##0.0")";[$-409]"("#,##0.0")"'),
}


@pytest.mark.parametrize(("places", "lang", "before", "after", "form"), FORMS.values(), ids=FORMS)
def test_a_form_has_signs_around_the_digits(places: int, lang: str, before: str, after: str, form: str) -> None:
    """As text that is no code of the form."""
    assert number_form(places, lang, before, after) == form


REFUSED = {
    "a quotation mark": '"',
    "a backslash": "\\",
    "the end of a line": "\n",
    "more than a form may hold": "x" * 100,
}


@pytest.mark.parametrize("after", REFUSED.values(), ids=REFUSED)
def test_what_no_form_can_hold_makes_the_cell_a_text(after: str) -> None:
    """Nothing of the data can end a form early."""
    assert number_form(2, "vi", after=after) == ""
    found = entry_of(Cell("", number=Number(Decimal("1.5"), after=after)), "en")
    assert (found.value, found.text) == (None, f"1.5{after}")


TEXTS = {
    "a range": (statement("1 - 1.5"), "1 - 1.5"),
    "words": (statement(printed="hold it"), "“hold it”"),
    "a multiple of a year": (statement("1.5", relative_to=2025), "×1.5 of 2025"),
    "nothing": (None, ""),
}


@pytest.mark.parametrize(("stated", "text"), TEXTS.values(), ids=TEXTS)
def test_what_is_no_single_number_is_text(stated: Statement | None, text: str) -> None:
    """There is no value to compute with."""
    found = of_statement(stated, row(), "en")
    assert (found.value, found.text) == (None, text)
