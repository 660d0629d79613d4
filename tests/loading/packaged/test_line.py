"""The cells of a line: what each holds, and where it stands if it holds something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tgkt.errors import DataError
from tgkt.loading.packaged.line import Line
from tgkt.loading.packaged.tree import Plain

LINE = Line(
    "figures.csv",
    7,
    {
        "key": "a",
        "empty": "",
        "value": "90.40",
        "year": "2025",
        "term": "2021-2025",
        "flag": "true",
        "list": '["b", "c"]',
        "title_vi": "Một",
        "title_en": "One",
        "title_other": '{"fr": "Un"}',
    },
)
HELD = {
    "a text": (LINE.text("key"), "a"),
    "no text": (LINE.text("empty"), None),
    "a column that is not there": (LINE.text("nothing"), None),
    "a number digit by digit": (LINE.number_of("value"), "90.40"),
    "no number": (LINE.number_of("empty"), None),
    "a year": (LINE.period("year"), "2025"),
    "a term": (LINE.period("term"), "2021-2025"),
    "a truth": (LINE.flag("flag"), "true"),
    "a list": (LINE.texts("list"), ["b", "c"]),
    "an empty list": (LINE.texts("empty"), []),
    "words in three languages": (LINE.words("title"), {"vi": "Một", "en": "One", "fr": "Un"}),
    "no words": (LINE.words("note"), None),
}


@pytest.mark.parametrize(("found", "expected"), HELD.values(), ids=HELD)
def test_what_a_cell_holds(found: object, expected: object) -> None:
    """An empty cell holds nothing."""
    assert found == expected


def test_numbers_years_and_truths_stand_without_quotation_marks() -> None:
    """A term and a text do not."""
    assert isinstance(LINE.number_of("value"), Plain)
    assert isinstance(LINE.period("year"), Plain)
    assert isinstance(LINE.flag("flag"), Plain)
    assert not isinstance(LINE.period("term"), Plain)


def test_words_that_are_one_in_both_languages_are_one_text() -> None:
    """As they were declared."""
    assert Line("f", 1, {"title_vi": "GRDP", "title_en": "GRDP"}).words("title") == "GRDP"


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "a text as a number": (lambda: LINE.number_of("key"), "figures.csv:7:1: key: 'a' is not a number"),
    "a comma in a number": (
        lambda: Line("f.csv", 2, {"v": "90,4"}).number_of("v"),
        "f.csv:2:1: v: '90,4' is not a number",
    ),
    "a text as a truth": (lambda: LINE.flag("key"), "'a' is neither true nor false"),
    "nothing where something must be": (lambda: LINE.needed("empty"), "figures.csv:7:2: empty: an empty cell"),
    "a number as a list": (lambda: LINE.texts("year"), "not a list of texts"),
    "a text as a list": (lambda: LINE.texts("key"), "not JSON. Write e.g. []"),
    "brackets without end": (lambda: Line("f", 1, {"t": "[" * 100_000}).texts("t"), "not JSON. Write e.g. []"),
    "languages as a list": (lambda: Line("f", 1, {"t_other": "[1]"}).words("t"), "not a map of texts"),
}


@pytest.mark.parametrize(("ask", "says"), WRONG.values(), ids=WRONG)
def test_a_cell_that_holds_something_else_is_an_error_there(ask: Callable[[], object], says: str) -> None:
    """File, line and column, and what to write."""
    with pytest.raises(DataError) as raised:
        ask()
    assert says in str(raised.value)
