"""Reading numbers and phrases: the worked examples of `cases/notation.yaml`, and laws over all of them."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from builders import cases, shown
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, vietnamese

from tgkt.errors import NotationError
from tgkt.facts.notation import (
    Phrase,
    clean,
    plain_number,
    read_phrase,
    says_direction_alone,
    vietnamese_number,
)

PHRASES = cases("notation", given=["printed"], expect=["reads", "unit", "power", "pair", "refused"])
SOUND = [case for case in PHRASES if not case.marks]
READ = {case.id: case.values[0]["printed"] for case in SOUND if "reads" in case.values[1]}
IN_A_SENTENCE = {name: printed for name, printed in READ.items() if "structure" not in name}  # shares stand alone


def answer(phrase: Phrase, expect: dict[str, Any]) -> dict[str, Any]:
    """What a case expects, as it was found."""
    reads = [shown(figure) for figure in phrase.figures]
    found = {
        "reads": reads if isinstance(expect["reads"], list) else ", ".join(reads),
        "unit": phrase.unit.text if phrase.unit else None,
        "power": phrase.unit.scale if phrase.unit else None,
        "pair": phrase.is_pair,
    }
    return {key: found[key] for key in ("pair", *expect)}


def reading(printed: str) -> tuple[object, ...]:
    """What a phrase says, apart from the characters it is written in."""
    phrase = read_phrase(printed)
    unit = phrase.unit and (phrase.unit.scale, phrase.unit.above, phrase.unit.below)
    return [shown(figure) for figure in phrase.figures], unit, phrase.is_pair


@pytest.mark.parametrize(("given", "expect"), PHRASES)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every printed phrase is read, or refused, as an expert wrote down."""
    if "refused" in expect:
        with pytest.raises(NotationError, match=re.escape(expect["refused"])):
            read_phrase(given["printed"])
    else:
        assert {"pair": False, **expect} == answer(read_phrase(given["printed"]), expect)


VARIATIONS: dict[str, Callable[[str], str]] = {
    "accents taken apart, as a PDF has them": lambda printed: unicodedata.normalize("NFD", printed),
    "no-break and doubled spaces": lambda printed: " " + printed.replace(" ", "\u00a0 ") + "\n",
    "a long dash": lambda printed: printed.replace("-", "\u2212"),
    "a sentence that goes on": lambda printed: f"{printed} theo kế hoạch",
}


@pytest.mark.parametrize("name", VARIATIONS)
def test_another_hand_writes_the_same_phrase(name: str) -> None:
    """A phrase means what it meant when it is typeset otherwise, or when words follow it."""
    phrases = IN_A_SENTENCE if "sentence" in name else READ
    told = {printed: VARIATIONS[name](printed) for printed in phrases.values()}
    assert [other for printed, other in told.items() if reading(printed) != _reading_or_error(other)] == []


def _reading_or_error(printed: str) -> object:
    """What a phrase says, or why it is refused."""
    try:
        return reading(printed)
    except NotationError as error:
        return str(error)


@law
@given(numbers(-(10**12), 10**12, places=6))
def test_plain_numbers_keep_every_digit(value: Decimal) -> None:
    """A number written with a dot comes back with the same digits, trailing zeros included."""
    assert value.as_tuple() == plain_number(f"{value:f}").as_tuple()


@law
@given(numbers(-(10**12), 10**12, places=6))
def test_vietnamese_numbers_keep_every_digit(value: Decimal) -> None:
    """A number written with grouped thousands and a comma comes back with the same digits."""
    written = f"{value:,f}".translate(str.maketrans(",.", ".,"))
    assert value.as_tuple() == vietnamese_number(written).as_tuple()


@law
@given(numbers(10**6, 10**12, places=2))
def test_grouped_numbers_are_never_plain(value: Decimal) -> None:
    """A number in Vietnamese notation is refused where a plain one is wanted, with the plain one as advice."""
    written = f"{value:,f}".translate(str.maketrans(",.", ".,"))
    with pytest.raises(NotationError, match=rf"Write {re.escape(f'{value:f}')}\Z"):
        plain_number(written)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("361,6", "Write 361.6", id="a decimal comma gets the number with a dot"),
        pytest.param("06", "has leading zeros. Write 6", id="a leading zero gets the number without it"),
        pytest.param("1,845.7", "not a plain number", id="English grouping"),
        pytest.param("1e5", "not a plain number", id="an exponent"),
        pytest.param("+5", "not a plain number", id="a plus sign"),
        pytest.param(".5", "not a plain number", id="no digit before the dot"),
        pytest.param("5.", "not a plain number", id="no digit after the dot"),
        pytest.param("5\n", "not a plain number", id="a line end"),
        pytest.param("٣", "not a plain number", id="a digit of another script"),
        pytest.param("NaN", "not a plain number", id="not a number"),
        pytest.param("Infinity", "not a plain number", id="infinity"),
        pytest.param("−5", "not a plain number", id="a typographic minus"),
        pytest.param("", "not a plain number", id="nothing"),
    ],
)
def test_what_is_no_plain_number_is_refused(text: str, advice: str) -> None:
    """A number in any other notation is refused with the number to write, or with an example."""
    with pytest.raises(NotationError, match=re.escape(advice)):
        plain_number(text)


@pytest.mark.parametrize(
    ("printed", "alone"),
    [
        pytest.param("tai nạn giao thông hằng năm giảm", True, id="it fell"),
        pytest.param("Giá trị cây chè ngày càng gia tăng", True, id="it rose"),
        pytest.param("Giảm cả 3 tiêu chí", True, id="the number counts criteria"),
        pytest.param("giảm so với năm 2020", True, id="a year is no figure"),
        pytest.param("giảm 5%", False, id="it fell by 5 percent"),
        pytest.param("giảm 1,15 điểm %/năm", False, id="it fell by points"),
        pytest.param("tăng gấp 1,6 lần", False, id="it rose to a multiple"),
        pytest.param("giảm còn 120", False, id="a number without a unit may be the figure"),
        pytest.param("không giảm", False, id="it did not fall"),
        pytest.param("chưa tăng", False, id="it has not risen yet"),
        pytest.param("có năm tăng, có năm giảm", False, id="it did both"),
        pytest.param("được kiềm chế", False, id="it was held back"),
    ],
)
def test_words_that_say_only_which_way_a_figure_moved(printed: str, alone: bool) -> None:
    """Rose or fell, one of the two, and no number of how much."""
    assert says_direction_alone(printed) is alone


@law
@given(st.text("0123456789.,-%/ trêndướiừởlkhoảgăm<≥\u00a0", max_size=24))
def test_every_phrase_is_read_or_refused(text: str) -> None:
    """Whatever a cell holds, it is read or refused; nothing else is ever raised."""
    with contextlib.suppress(NotationError):
        assert read_phrase(text).figures


@law
@given(vietnamese)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Clean text stays as it is."""
    assert clean(text) == clean(clean(text))


def test_a_raised_digit_is_refused() -> None:
    """Zero squared is no plain number, and is refused as any other."""
    with pytest.raises(NotationError):
        plain_number("0²")
