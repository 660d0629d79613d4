"""Reading phrases: the worked examples of `cases/notation.yaml` and `notation_en.yaml`, and laws over all of them."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from builders import cases, shown
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers

from tgkt.errors import NotationError
from tgkt.facts.figure import Comparator
from tgkt.facts.notation import LANGUAGES, Phrase, read_phrase, says_direction_alone, says_to_hold, timing_said
from tgkt.facts.notation.number import TABLES
from tgkt.facts.notation.words import verb
from tgkt.facts.units import Declared, own_units

OWN, _ = own_units({name: Declared("count") for name in ("deaths", "live births", "homes")})
EXPECTED = ["reads", "unit", "power", "pair", "change", "side", "refused"]
VIETNAMESE = cases("notation", given=["printed"], expect=EXPECTED)
ENGLISH = cases("notation_en", given=["printed"], expect=EXPECTED)
SOUND = [case for case in VIETNAMESE if not case.marks]
READ = {case.id: case.values[0]["printed"] for case in SOUND if "reads" in case.values[1]}
IN_A_SENTENCE = {name: printed for name, printed in READ.items() if "structure" not in name}  # shares stand alone


def answer(phrase: Phrase, expect: dict[str, Any]) -> dict[str, Any]:
    """What a case expects, as it was found."""
    held = [figure.comparator is Comparator.MAINTAIN for figure in phrase.figures]
    reads = [
        f"= {shown(figure)}" if is_held else shown(figure) for figure, is_held in zip(phrase.figures, held, strict=True)
    ]
    found = {
        "reads": reads if isinstance(expect["reads"], list) else ", ".join(reads),
        "unit": phrase.unit.text if phrase.unit else None,
        "power": phrase.unit.scale if phrase.unit else None,
        "pair": phrase.is_pair,
        "side": phrase.side and phrase.side.value,
        "change": phrase.change and " ".join(str(each) for each in phrase.change if each is not None),
    }
    return {key: found[key] for key in ("pair", "change", *expect)}


def reading(printed: str) -> tuple[object, ...]:
    """What a phrase says, apart from the characters it is written in."""
    phrase = read_phrase(printed)
    unit = phrase.unit and (phrase.unit.scale, phrase.unit.above, phrase.unit.below)
    return [shown(figure) for figure in phrase.figures], unit, phrase.is_pair


@pytest.mark.parametrize(("given", "expect"), VIETNAMESE)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every printed phrase is read, or refused, as an expert wrote down."""
    check(given["printed"], expect, "vi")


@pytest.mark.parametrize(("given", "expect"), ENGLISH)
def test_worked_example_in_english(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The same for English documents; a folder that declares deaths, live births and homes is read."""
    check(given["printed"], expect, "en")


def check(printed: str, expect: dict[str, Any], language: str) -> None:
    """Read a phrase, and compare with what an expert wrote down."""
    if "refused" in expect:
        with pytest.raises(NotationError, match=re.escape(expect["refused"])):
            read_phrase(printed, language, OWN)
    else:
        assert {"pair": False, "change": None, **expect} == answer(read_phrase(printed, language, OWN), expect)


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
        pytest.param("nâng cao chất lượng 2 xã", False, id="to improve is no movement"),
        pytest.param("tăng so với giai đoạn 2016-2020", False, id="words that are refused say nothing"),
    ],
)
def test_words_that_say_only_which_way_a_figure_moved(printed: str, alone: bool) -> None:
    """Rose or fell, one of the two, and no number of how much."""
    assert says_direction_alone(printed) is alone


@pytest.mark.parametrize(
    ("printed", "alone"),
    [
        pytest.param("emissions fell from 2015", True, id="it fell"),
        pytest.param("the share has increased since 2010", True, id="it rose"),
        pytest.param("reduced by 5%", False, id="it fell by 5 percent"),
        pytest.param("has not increased", False, id="it did not rise"),
        pytest.param("rose in some years and fell in others", False, id="it did both"),
    ],
)
def test_words_that_say_only_which_way_a_figure_moved_in_english(printed: str, alone: bool) -> None:
    """The same in English."""
    assert says_direction_alone(printed, "en") is alone


@pytest.mark.parametrize(
    ("printed", "language", "holds"),
    [
        pytest.param("maintain", "en", True, id="maintain alone"),
        pytest.param("maintain at the current level", "en", True, id="the current level"),
        pytest.param("duy trì", "vi", True, id="duy trì alone"),
        pytest.param("Duy trì mức hiện tại", "vi", True, id="the current level in Vietnamese"),
        pytest.param("maintain 12.0", "en", False, id="a number is held"),
        pytest.param("maintain roads", "en", False, id="something else is maintained"),
        pytest.param("duy trì mức giảm", "vi", False, id="a movement is held"),
    ],
)
def test_words_that_hold_what_there_is(printed: str, language: str, holds: bool) -> None:
    """A word of holding, and no number or thing."""
    assert says_to_hold(printed, language) is holds


@pytest.mark.parametrize(
    ("printed", "language", "timing"),
    [
        pytest.param("at least 2.5% in each year", "en", "every_year", id="in each year"),
        pytest.param("at least 95% every year", "en", "every_year", id="every year"),
        pytest.param("5% annually", "en", "every_year", id="annually"),
        pytest.param("2.5% a year on average", "en", "average", id="a year on average"),
        pytest.param("2.5% per year on average", "en", "average", id="per year on average"),
        pytest.param("average annual growth of 3%", "en", "average", id="average annual"),
        pytest.param("on average 3% each year", "en", "average", id="the average goes before each year"),
        pytest.param("3% a year", "en", None, id="a year leaves it open"),
        pytest.param("the average pupil", "en", None, id="an average of something else"),
        pytest.param("tăng bình quân 8%/năm", "vi", "average", id="tăng bình quân"),
        pytest.param("bình quân mỗi năm giảm 1,41%", "vi", "average", id="bình quân goes before mỗi năm"),
        pytest.param("giảm 1% mỗi năm", "vi", "every_year", id="mỗi năm"),
        pytest.param("hằng năm đạt trên 95%", "vi", "every_year", id="hằng năm"),
        pytest.param("hàng năm đạt trên 95%", "vi", "every_year", id="hàng năm"),
        pytest.param("8%/năm", "vi", None, id="/năm leaves it open"),
        pytest.param("GRDP bình quân đầu người đạt 150 triệu đồng", "vi", None, id="a figure per head"),
        pytest.param("mức bình quân cả nước", "vi", None, id="the average of the country"),
    ],
)
def test_words_that_say_how_a_figure_relates_to_its_term(printed: str, language: str, timing: str | None) -> None:
    """Each year, or on average; what only divides by a year leaves it open."""
    assert timing_said(printed, language) == timing


PIECES = [
    "trên",
    "dưới",
    "từ",
    "khoảng",
    "năm 2020",
    "so với",
    "gấp",
    "giảm",
    "at least",
    "by",
    "2030",
    "EUR",
    "million",
]
PIECES += [
    "people",
    "per 100,000",
    "halve",
    "from",
    "to",
    "not",
    "cut",
    "times",
    "against 1990",
    "5.5",
    "7,0",
    "%",
    "-9",
]


@pytest.mark.parametrize("language", LANGUAGES)
@law
@given(
    st.text("0123456789.,-%/ trêndướiừởlkhoảgăm<≥\u00a0", max_size=24)
    | st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join)
)
def test_every_phrase_is_read_or_refused(language: str, text: str) -> None:
    """Whatever a cell holds, it is read or refused; nothing else is ever raised."""
    with contextlib.suppress(NotationError):
        assert read_phrase(text, language).figures


AROUND = {"vi": ("ít nhất", "tỷ đồng"), "en": ("at least", "million people")}


@pytest.mark.parametrize("language", LANGUAGES)
@law
@given(numbers(0, 10**9, places=3))
def test_a_number_printed_in_a_phrase_is_read_back(language: str, value: Decimal) -> None:
    """A number written in the notation of a language is found between its words, every digit kept."""
    before, after = AROUND[language]
    text = f"{value:,f}".translate(str.maketrans(",.", ".,")) if language == "vi" else f"{value:,f}"
    (figure,) = read_phrase(f"{before} {text} {after}", language).figures
    assert figure.low.as_tuple() == value.as_tuple()
    assert figure.comparator is Comparator.AT_LEAST


RUNS = ("1-", "1 - ", "1/", "1 ", "€1 ", "1st ", "so với năm 2020 ", "không ", "of the ", ">", "(", "1% ", "từ 1% đến ")


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_is_refused_at_once(run: str, language: str) -> None:
    """120,000 characters are no phrase; the message shows only how they begin, and asks nothing of movements."""
    text = (run * 120_000)[:120_000]
    with pytest.raises(NotationError, match="has 120000 characters") as refused:
        read_phrase(text, language)
    assert len(str(refused.value)) < 200
    assert not says_direction_alone(text, language)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_phrase_costs_little(run: str, language: str) -> None:
    """The units tried after a number are of so many letters at most."""
    before = process_time()
    with contextlib.suppress(NotationError):
        read_phrase((run * 1000)[:1000], language)
    assert process_time() - before < 1


SIDE = {
    Comparator.AT_LEAST: "up",
    Comparator.MORE_THAN: "up",
    Comparator.AT_MOST: "down",
    Comparator.LESS_THAN: "down",
}


@pytest.mark.parametrize("between", ["", "{} {}", "{} {} {} {} {} {}", "{} ({}), {}"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_negated_bound_is_turned_or_refused(language: str, between: str) -> None:
    """Whatever stands between: never is it read as if the negation were not there."""
    table = TABLES[language]
    gap = between.format(*["tỉnh"] * 6)
    for word, way in ((word, way) for bound, way in SIDE.items() for word in table.before[bound]):
        for negation in table.negations:
            if verb(table.negations).match(word) or word.startswith(("tốp", "top", "one of", "among", "nhóm")):
                continue
            with contextlib.suppress(NotationError):
                found = read_phrase(" ".join(f"{negation} {gap} {word} 3%".split()), language).figures[0]
                assert SIDE.get(found.comparator) not in (None, way), f"{negation} {gap} {word}"
