"""An amount taken apart: sign, digits, unit; what is no amount is refused at once."""

from __future__ import annotations

import unicodedata

import pytest
from builders import amount
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, texts

from tgkt.errors import NotationError, UnitError
from tgkt.facts.notation import Written, written
from tgkt.facts.units import parse_unit

TAKEN = [
    ("126.8", "", "126.8", ""),
    ("  7.35  ", "", "7.35", ""),
    ("7.35 %", "", "7.35", "%"),
    ("9,5%/năm", "", "9,5", "%/năm"),
    ("-5", "-", "5", ""),
    ("\u22125", "-", "5", ""),
    ("+0.5 điểm", "+", "0.5", "điểm"),
    ("+ 0,5 điểm %", "+", "0,5", "điểm %"),
    ("×1.05", "×", "1.05", ""),
    ("x1.05", "×", "1.05", ""),
    ("* 1.05", "×", "1.05", ""),
    ("1.845,7 nghìn người", "", "1.845,7", "nghìn người"),
    ("1.9triệu", "", "1.9", "triệu"),
    ("202.925\u00a0tỷ\u00a0đồng", "", "202.925", "tỷ đồng"),
    (unicodedata.normalize("NFD", "202.925 tỷ đồng"), "", "202.925", "tỷ đồng"),
    ("12 doctors/10,000 people", "", "12", "doctors/10,000 people"),
]


def test_an_amount_is_taken_apart() -> None:
    """Blanks are tidied, accents composed, minus signs of print are minus signs."""
    found = [(text, *written(text)[1:4]) for text, *_ in TAKEN]
    assert found == TAKEN


@pytest.mark.parametrize(
    "text", ["", "x", "nghìn tỷ đồng", "--5", "nan", "inf", "≥ 5", "5 6", "1;2", "5 -6", "+pp", "×"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    """The message quotes it and shows what would do."""
    with pytest.raises(NotationError) as error:
        written(text)
    assert f"'{text}' is not a number. Write digits, perhaps with a unit" in str(error.value)


def test_an_amount_keeps_its_line() -> None:
    """Where it stands in an input goes into messages."""
    assert written("9%", 7) == Written("9%", "", "9", "%", 7)


@pytest.mark.parametrize(
    ("text", "of", "unit"),
    [
        pytest.param("9", None, None, id="a bare number has none"),
        pytest.param("9 tỷ đồng", None, "tỷ đồng", id="its own"),
        pytest.param("9 tỷ đồng", "nghìn người", "tỷ đồng", id="its own, whatever would complete it"),
        pytest.param("9 triệu", "nghìn người", "triệu người", id="a scale word takes the unit it is of"),
        pytest.param("9 Tỷ", "triệu đồng/người/năm", "tỷ đồng/người/năm", id="and what is below the line"),
        pytest.param("9 million", "nghìn người", "million người", id="in English too"),
    ],
)
def test_the_unit_of_an_amount(text: str, of: str | None, unit: str | None) -> None:
    """A scale word alone is completed; anything else is a unit of its own."""
    found = amount(text).unit(of=parse_unit(of) if of else None)
    assert (found and parse_unit(str(found))[1:]) == (unit and parse_unit(unit)[1:])


@pytest.mark.parametrize(
    ("text", "of", "words"),
    [
        ("12 kgg", None, "Did you mean 'kg'?"),
        ("1e5", None, "unknown unit 'e5'"),
        ("5 x 5", None, "x 5"),
        ("9 triệu", None, "unknown unit 'triệu'"),
        ("9 triệu", "%", "unknown unit 'triệu'"),
    ],
)
def test_words_that_are_no_unit_are_refused(text: str, of: str | None, words: str) -> None:
    """A slip in the unit is named, with the closest there is; nothing has a million percent."""
    with pytest.raises(UnitError) as error:
        amount(text).unit(of=parse_unit(of) if of else None)
    assert words in str(error.value)


@law
@given(texts | st.text("0123456789.,+-×x %đồngtỷ", max_size=12))
def test_any_text_is_an_amount_or_a_notation_error(text: str) -> None:
    """Whatever is typed is taken apart without loss, or refused."""
    try:
        found = written(text)
    except NotationError:
        return
    assert "".join(found[2:4]).replace(" ", "") == found.text.lstrip("+-×x*").replace(" ", "")
