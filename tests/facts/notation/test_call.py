"""All numbers of a call are read in one notation: what a person types together, and how it is read."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, unit_names

from tgkt.errors import NotationError
from tgkt.facts.notation import (
    PLAIN,
    Rules,
    document_number,
    notation_of,
    plain_number,
    read_amounts,
    surprising,
    written,
)
from tgkt.facts.units import languages_of

TABLE, ASKED = Rules(is_table=True), Rules(option=True)


def read(call: str, rules: Rules = ASKED) -> str:
    """The values of a call, written as "126,8 | 202,9", in plain notation."""
    return " | ".join(f"{each.value:f}" for each in read_amounts([written(text) for text in call.split(" | ")], rules))


@pytest.mark.parametrize(
    ("call", "values"),
    [
        pytest.param("126.8 | 202.925", "126.8 | 202.925", id="dots are decimal"),
        pytest.param("126,8 | 202,9", "126.8 | 202.9", id="commas are, where they alone fit"),
        pytest.param("126,8 | 202.925", "126.8 | 202925", id="one comma makes the dots of all group"),
        pytest.param("9,5% | 1.845", "9.5 | 1845", id="whatever option they stand after"),
        pytest.param("126,8 | 5", "126.8 | 5", id="a number without a mark goes with both"),
        pytest.param("1.845 | 2.000", "1.845 | 2.000", id="bare dots are decimal"),
        pytest.param("1.845% | 2.000%", "1.845 | 2.000", id="beside a percent sign too"),
        pytest.param("12.345 kg", "12.345", id="and beside a sign of no language"),
        pytest.param("1.845.700", "1845700", id="two groups are Vietnamese"),
        pytest.param("1.845,7 nghìn người", "1845.7", id="a document's number"),
        pytest.param("1.9 triệu", "1.9", id="a dot beside Vietnamese words, which cannot group"),
        pytest.param("126,8 nghìn tỷ đồng | 202.925 tỷ đồng", "126.8 | 202925", id="documents' numbers"),
        pytest.param("1,845 triệu người", "1.845", id="a comma beside Vietnamese words is no English one"),
        pytest.param("1,845.7 thousand people | 2", "1845.7 | 2", id="English words make English numbers"),
        pytest.param("1,845 thousand people", "1845", id="and their commas group"),
        pytest.param("16.440 tỷ đồng | 24,5 tỷ đồng", "16440 | 24.5", id="one number decides for another"),
        pytest.param("16.440 tỷ đồng | 24.5 tỷ đồng", "16.440 | 24.5", id="to either side"),
        pytest.param("-1,5 | +2,5 điểm", "-1.5 | 2.5", id="signs are kept apart"),
        pytest.param("0.361 tỷ đồng", "0.361", id="nothing groups behind a zero"),
        pytest.param("90.40", "90.40", id="every digit is kept"),
        pytest.param(f"-{'1' * 40}.5", f"-{'1' * 40}.5", id="of a long number too"),
    ],
)
def test_a_call_is_read_in_one_notation(call: str, values: str) -> None:
    """Plain unless only Vietnamese fits; the words beside the numbers say which of two languages they may be in."""
    assert values == read(call)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "1,845 | 2,000 | 5",
            "'1,845 2,000' can be read in two ways: 1.845 2.000 (Vietnamese notation) or 1845 2000 (English notation). "
            "Write '1.845 2.000' or '1845 2000', or say --notation vi or en",
            id="Vietnamese decimals or English groups",
        ),
        pytest.param(
            "1.845 triệu",
            "'1.845 triệu' can be read in two ways: 1.845 (plain notation) or 1845 (Vietnamese notation). "
            "Write '1,845 triệu' or '1845 triệu', or say --notation plain or vi",
            id="a dot beside Vietnamese words, which may group",
        ),
        pytest.param(
            "126,8 | 202.9",
            "'126,8' is Vietnamese notation and '202.9' is plain notation, but numbers given together must be written "
            "alike. Write '126.8' or '202,9'",
            id="a mixture",
        ),
        pytest.param(
            "104,45 nghìn tỷ đồng | 17.7", "Write '104.45 nghìn tỷ đồng' or '17,7'", id="a mixture with a unit"
        ),
        pytest.param("5 | 1,234,567", "'1,234,567' is English notation. Write 1234567", id="English without its words"),
        pytest.param("1.234.567.8", "'1.234.567.8' is not a plain number", id="marks that no notation has"),
        pytest.param("1..5 tỷ", "'1..5' is not a plain number", id="two marks in a row"),
        pytest.param("007", "'007' has leading zeros. Write 7", id="leading zeros"),
        pytest.param(".5", "'.5' is not a plain number", id="nothing before the mark"),
        pytest.param("5.", "'5.' is not a plain number", id="nothing behind it"),
        pytest.param("\u0661\u0662", "is not a plain number", id="other digits"),
        pytest.param(
            "1.845 | 1,845 | 1.9", "numbers given together must be written alike", id="three that go in pairs"
        ),
    ],
)
def test_what_fits_two_notations_or_none_is_refused(call: str, words: str) -> None:
    """The message holds both readings, and what to write for each."""
    with pytest.raises(NotationError) as error:
        read(call)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("notation", "call", "values"),
    [
        ("vi", "1,845 | 2,000", "1.845 | 2.000"),
        ("en", "1,845 | 2,000", "1845 | 2000"),
        ("vi", "1.845", "1845"),
        ("plain", "1.845 triệu", "1.845"),
        ("vi", "1.845 triệu", "1845"),
        ("plain", "202.925 tỷ đồng", "202.925"),
    ],
)
def test_the_notation_asked_for_decides(notation: str, call: str, values: str) -> None:
    """Whatever the words and the other numbers."""
    assert values == read(call, Rules(notation))


def test_what_does_not_fit_the_notation_asked_for_is_refused() -> None:
    """It is not read in another after all."""
    for notation, text in (("vi", "361.6"), ("plain", "1,5"), ("en", "1,5")):
        with pytest.raises(NotationError):
            read(text, Rules(notation))


@pytest.mark.parametrize("call", ["1.845 | 2.000", "5% | 1.845%"])
def test_in_a_table_dots_that_may_group_are_refused(call: str) -> None:
    """Tabs and semicolons are what offices save, with their own marks; one number that decides is enough."""
    with pytest.raises(NotationError, match=r"\(plain notation\) or .* \(Vietnamese notation\)"):
        read(call, TABLE)
    assert read(f"{call} | 0.5", TABLE) == f"{call.replace('%', '')} | 0.5"


def test_an_error_names_the_line() -> None:
    """Where the input has lines."""
    with pytest.raises(NotationError, match=r"^stdin:2: '126,8' is .* and stdin:3: '1.9' is"):
        read_amounts([written("126,8", 2), written("1.9", 3)])


def test_what_one_number_alone_would_not_tell_is_surprising() -> None:
    """A bare number read as Vietnamese, and one beside Vietnamese words read as plain."""
    calls = {"9,5 | 1.845": ["1.845"], "1.9 triệu | 1.845 triệu": ["1.845 triệu"], "1.845": [], "126,8 | 5": []}
    typed = {call: [written(text) for text in call.split(" | ")] for call in calls}
    assert calls == {call: [each.text for each in surprising(all_, notation_of(all_))] for call, all_ in typed.items()}


@law
@given(st.lists(numbers(), min_size=1, max_size=4))
def test_plain_numbers_are_read_as_python_reads_them(values: list[Decimal]) -> None:
    """Plain notation is what every shell tool prints; digits and trailing zeros stay."""
    found = read_amounts([written(f"{value:f}") for value in values])
    assert [f"{value:f}" for value in values] == [f"{each.value:f}" for each in found]


@law
@given(numbers(), unit_names, st.booleans())
def test_a_documents_number_is_read_or_asked_about(value: Decimal, unit: str, grouped: bool) -> None:
    """Beside Vietnamese words the number a document prints is that number, or the reader is asked; never another."""
    text = (f"{value:,f}" if grouped else f"{value:f}").translate(str.maketrans(",.", ".,"))
    if languages_of(unit) != {"vi"}:
        return
    found = readings(f"{text} {unit}")
    assert Fraction(value) in found
    assert len(found) == 1 or {languages_of(unit) == {"vi"}, "." in text, "," not in text} == {True}


def readings(text: str) -> list[Fraction]:
    """How an amount is read; where it is asked about, both readings."""
    try:
        return [Fraction(each.value) for each in read_amounts([written(text)])]
    except NotationError as error:
        found = re.search(r"ways: (\S+) \(.*?\) or (\S+) \(", str(error))
        return [Fraction(each) * (-1 if text[0] == "-" else 1) for each in found.groups()] if found else []


@law
@given(st.lists(st.text("0123456789.,", min_size=1, max_size=9), min_size=1, max_size=3))
def test_the_readings_are_those_of_one_notation(digits: list[str]) -> None:
    """Every value of a call is what one notation makes of it: plain where all fit, else Vietnamese."""
    try:
        found = [each.value for each in read_amounts([written(each) for each in digits])]
    except NotationError:
        return
    readings = []
    for read_one in (plain_number, lambda each: document_number(each, "vi")):
        try:
            readings.append([read_one(each) for each in digits])
        except NotationError:
            continue
    assert found == readings[0]
    assert notation_of([written(each) for each in digits]) in (PLAIN, "vi")
