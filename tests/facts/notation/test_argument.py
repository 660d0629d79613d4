"""Numbers as they are typed in a shell: plain when bare, Vietnamese beside Vietnamese words, never guessed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, texts, unit_names

from tgkt.errors import NotationError, UnitError
from tgkt.facts.notation import read_argument
from tgkt.facts.units import is_english, parse_unit

READ = [
    ("126.8", None, "126.8", None),
    ("202925", None, "202925", None),
    ("-5", None, "-5", None),
    ("\u22125", None, "-5", None),
    ("  7.35  ", None, "7.35", None),
    ("7.35%", None, "7.35", "%"),
    ("7.35 %", None, "7.35", "%"),
    ("90.40", None, "90.40", None),
    ("126,8 nghìn tỷ đồng", None, "126.8", "nghìn tỷ đồng"),
    ("202.925 tỷ đồng", None, "202925", "tỷ đồng"),
    ("1.845,7 nghìn người", None, "1845.7", "nghìn người"),
    ("10,5%/năm", None, "10.5", "%/năm"),
    ("1,5 điểm %", None, "1.5", "điểm %"),
    ("1,6 lần", None, "1.6", "lần"),
    ("12 tỉ đồng", None, "12", "tỉ đồng"),
    ("95 xã", None, "95", "xã"),
    ("202.925\u00a0tỷ\u00a0đồng", None, "202925", "tỷ đồng"),
    (unicodedata.normalize("NFD", "202.925 tỷ đồng"), None, "202925", "tỷ đồng"),
    ("126,8", "vi", "126.8", None),
    ("202.925", "vi", "202925", None),
    ("202.925", "plain", "202.925", None),
    ("7,35%", "vi", "7.35", "%"),
    ("202.925 tỷ đồng", "plain", "202.925", "tỷ đồng"),
    ("126.8 nghìn tỷ đồng", "plain", "126.8", "nghìn tỷ đồng"),
]
REFUSED = [
    ("126,8", None, ["not plain notation", "--notation vi reads 126.8", "--notation plain cannot read it"]),
    ("1.845,7", None, ["not plain notation", "--notation vi reads 1845.7"]),
    ("7,35%", None, ["not plain notation", "--notation vi reads 7.35"]),
    ("126.8 nghìn tỷ đồng", None, ["not Vietnamese notation", "--notation plain reads 126.8", "vi cannot read it"]),
    ("1.2345 tỷ đồng", None, ["not Vietnamese notation", "--notation plain reads 1.2345"]),
    ("361.6", "vi", ["not Vietnamese notation", "--notation plain reads 361.6"]),
    ("1,5", "plain", ["not plain notation", "--notation vi reads 1.5"]),
    ("1,234,567", None, ["plain cannot read it", "vi cannot read it", "write the number otherwise"]),
    ("1.234.567.8", None, ["plain cannot read it", "vi cannot read it"]),
    ("1..5", None, ["plain cannot read it", "vi cannot read it"]),
    ("007", None, ["not plain notation", "--notation vi reads 7"]),
    (".5", None, ["not plain notation"]),
    ("5.", None, ["not plain notation"]),
    ("\u0661\u0662", None, ["cannot read it"]),
    ("", None, ["is not a number"]),
    ("x", None, ["'x' is not a number. Write digits"]),
    ("nghìn tỷ đồng", None, ["is not a number"]),
    ("+5", None, ["is not a number"]),
    ("--5", None, ["is not a number"]),
    ("nan", None, ["is not a number"]),
    ("inf", None, ["is not a number"]),
    ("≥ 5", None, ["is not a number"]),
]


def named(unit: object) -> str | None:
    return None if unit is None else str(unit)


def said(text: str, notation: str | None) -> str:
    """The one line with which a text is refused."""
    with pytest.raises(NotationError) as error:
        read_argument(text, notation)
    return str(error.value)


def test_what_is_read() -> None:
    """Bare numbers are plain, numbers beside unit words Vietnamese; every digit is kept."""
    found = [(text, notation, *read_argument(text, notation)) for text, notation, _, _ in READ]
    assert [(text, notation, str(value), named(unit)) for text, notation, value, unit in found] == READ


def test_what_fits_neither_is_refused_with_both_readings() -> None:
    """The message shows how each notation would read the number, and never picks one."""
    told = [(text, said(text, notation), words) for text, notation, words in REFUSED]
    assert [(text, line) for text, line, words in told if not all(word in line for word in words)] == []


@pytest.mark.parametrize(
    ("text", "advice"), [("12 kgg", "Did you mean 'kg'?"), ("1e5", "unknown unit 'e5'"), ("5 x 5", "x 5")]
)
def test_words_that_are_no_unit_are_refused(text: str, advice: str) -> None:
    """A slip in the unit is named, with the closest there is."""
    with pytest.raises(UnitError) as error:
        read_argument(text)
    assert advice in str(error.value)


@law
@given(numbers())
def test_a_bare_number_is_read_as_python_reads_it(value: Decimal) -> None:
    """Plain notation is what every shell tool prints; digits and trailing zeros stay."""
    assert read_argument(f"{value:f}") == (value, None)
    assert str(read_argument(f"{value:f}")[0]) == f"{value:f}"


@law
@given(numbers(), unit_names, st.booleans())
def test_a_number_beside_a_unit_is_read_as_documents_print_it(value: Decimal, unit: str, grouped: bool) -> None:
    """Dots group thousands, with or without them; a comma is the decimal mark; the unit is the one named."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    text = text.translate(str.maketrans(",.", ".,"))
    assert read_argument(f"{text} {unit}", "vi") == (value, parse_unit(unit))
    if unit != "%" and not is_english(parse_unit(unit)):
        assert read_argument(f"{text} {unit}") == (value, parse_unit(unit))


@law
@given(numbers(), st.sampled_from(["million people", "% a year", "trillion VND", "tonnes"]), st.booleans())
def test_a_number_beside_english_words_is_english(value: Decimal, unit: str, grouped: bool) -> None:
    """Commas group thousands, a dot is the decimal mark: "1.845 million people" is no thousand million."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    assert read_argument(f"{text} {unit}") == (value, parse_unit(unit))


@law
@given(numbers(), st.sampled_from(["plain", "vi"]))
def test_the_notation_asked_for_decides(value: Decimal, notation: str) -> None:
    """With --notation the reading depends on nothing else: not on units, not on which marks stand there."""
    text = f"{value:,f}".translate(str.maketrans(",.", ".,")) if notation == "vi" else f"{value:f}"
    assert read_argument(text, notation)[0] == read_argument(f"{text} tỷ đồng", notation)[0] == value


@law
@given(texts | st.text("0123456789.,- %đồngtỷ", max_size=12), st.sampled_from([None, "plain", "vi"]))
def test_any_text_is_a_number_or_a_notation_error(text: str, notation: str | None) -> None:
    """Whatever is typed is read to the last digit, or refused as a notation or a unit."""
    try:
        value, _ = read_argument(text, notation)
    except (NotationError, UnitError):
        return
    assert value.is_finite()


@law
@given(st.text("0123456789.,", min_size=1, max_size=10))
def test_the_two_notations_agree_or_the_reader_is_asked(digits: str) -> None:
    """A text that both notations read differently never passes beside a unit as if it were plain."""
    readings = {}
    for notation in ("plain", "vi"):
        try:
            readings[notation] = read_argument(digits, notation)[0]
        except NotationError:
            continue
    if "plain" in readings:
        assert read_argument(digits)[0] == readings["plain"]
        return
    with pytest.raises(NotationError) as error:
        read_argument(digits)
    assert [str(each) for each in readings.values() if f"reads {each}" not in str(error.value)] == []
