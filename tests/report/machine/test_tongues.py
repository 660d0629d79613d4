"""In which languages the texts of the data stand in machine rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import catalogue, indicator, origin, row
from shipped import TONGUES, shipped

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words, in_one, in_several
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.report.machine.tongues import Tongues, tongues_of

BOTH = Words("Rừng", "Forest")


def data(title: Words, unit: str = "%", language: str | None = None) -> Catalogue:
    """Data with one indicator, whose plan's document is in a language."""
    told = indicator(title=title, unit=parse_unit(unit))
    document = origin("resolution")._replace(language=language)
    found = catalogue(rows=[row(indicator=told)], indicators=[told], origins=[document])
    return replace(found, sections=dict.fromkeys(found.sections, in_one("x")))


def test_the_shipped_plan_is_in_vietnamese_and_english() -> None:
    """By the language of its document."""
    assert tongues_of(shipped()) == TONGUES == Tongues("vi", ("en",))


@pytest.mark.parametrize(
    ("title", "unit", "language", "expected"),
    [
        pytest.param(BOTH, "%", "en", Tongues("en", ("vi",)), id="the document decides"),
        pytest.param(BOTH, "%", None, Tongues("vi", ("en",)), id="Vietnamese where nothing tells"),
        pytest.param(in_one("Trips"), "million people", None, Tongues("en"), id="else the units"),
        pytest.param(in_one("Forest"), "%", "en", Tongues("en"), id="one language has no further one"),
        pytest.param(
            in_several({"en": "Forest", "fr": "Forêt", "ga": "Foraois"}), "%", "en", Tongues("en", ("fr", "ga")),
            id="any tag",
        ),
    ],
)  # fmt: skip
def test_the_languages_of_data(title: Words, unit: str, language: str | None, expected: Tongues) -> None:
    """The first is that of the plan's document, the further ones those that say something else."""
    assert tongues_of(data(title, unit, language)) == expected


def test_a_text_stands_once_for_each_language() -> None:
    """Under its name in the first, with the tag in every other."""
    assert TONGUES.told("title", BOTH) == {"title": "Rừng", "title_en": "Forest"}
    assert Tongues("en", ("vi",)).told("title", BOTH) == {"title": "Forest", "title_vi": "Rừng"}
    assert TONGUES.told("note", None) == {"note": None, "note_en": None}


def test_what_the_program_says_is_english_in_every_language() -> None:
    """A text of the data is not."""
    assumed: list[Words | Reason] = [BOTH, Reason("weights_stand_still")]
    assert TONGUES.told_texts("assumes", assumed) == {
        "assumes": ["Rừng", "the weights of the parts did not change"],
        "assumes_en": ["Forest", "the weights of the parts did not change"],
    }


@pytest.mark.parametrize(
    ("first", "unit", "expected"),
    [
        ("vi", "nghìn tỷ đồng", "nghìn tỷ đồng"),
        ("en", "nghìn tỷ đồng", "trillion VND"),
        ("en", "% a year", "% a year"),
        ("vi", "million people", "triệu người"),
    ],
)
def test_a_unit_is_named_in_the_first_language(first: str, unit: str, expected: str) -> None:
    """One that is written in it stays as it is."""
    assert Tongues(first).unit(parse_unit(unit)) == expected
