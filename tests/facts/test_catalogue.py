"""What is meant where no plan, area or language is named."""

from __future__ import annotations

import pytest
from builders import HERE, catalogue

from tgkt.facts.catalogue import Area, Catalogue, Noun
from tgkt.facts.indicator import Words, in_one, in_several
from tgkt.facts.period import Period
from tgkt.facts.plan import Plan


def planned(*plans: tuple[str, int, int, bool]) -> Catalogue:
    """A catalogue with plans of some terms, marked or not."""
    found = catalogue()
    found.plans.clear()
    for name, first, last, marked in plans:
        found.plans[name] = Plan(name, in_one(name), Period(first, last), first - 1, "o", (), (), HERE, marked)
    return found


@pytest.mark.parametrize(
    ("plans", "meant"),
    [
        pytest.param([], None, id="no plan, none"),
        pytest.param([("a", 2021, 2025, False), ("b", 2026, 2030, False)], "b", id="the newest term"),
        pytest.param(
            [("b", 2026, 2030, False), ("year", 2027, 2027, False)], "b", id="a year's plan is not the newest"
        ),
        pytest.param([("a", 2021, 2025, True), ("b", 2026, 2030, False)], "a", id="the one marked, though it is old"),
        pytest.param([("a", 2026, 2030, False), ("b", 2021, 2030, False)], None, id="two that end in one year, open"),
        pytest.param([("a", 2026, 2030, False), ("b", 2021, 2030, True)], "b", id="two that end so, one marked"),
    ],
)
def test_the_plan_in_force(plans: list[tuple[str, int, int, bool]], meant: str | None) -> None:
    """The order of the files decides nothing."""
    for order in (plans, plans[::-1]):
        found = planned(*order).plan_in_force()
        assert (found.id if found else None) == meant


@pytest.mark.parametrize(
    ("areas", "meant"),
    [
        pytest.param({"only": ()}, "only", id="the only one"),
        pytest.param({"a": (), "b": ()}, None, id="two beside each other, open"),
        pytest.param({"a": (), "whole": ("a", "b"), "b": ()}, "whole", id="the one merged from others"),
        pytest.param({"top": ("mid", "c"), "mid": ("a", "b"), "a": (), "b": (), "c": ()}, "top", id="the topmost"),
        pytest.param(
            {"x": ("a", "b"), "y": ("c", "d"), "a": (), "b": (), "c": (), "d": ()}, None, id="two merged, open"
        ),
    ],
)
def test_the_whole_area(areas: dict[str, tuple[str, ...]], meant: str | None) -> None:
    """Where no area is named, the merged one is meant."""
    found = catalogue(areas=areas).whole_area()
    assert (found.id if found else None) == meant


def test_parts_of_one_sort_have_a_noun() -> None:
    """Provinces are called provinces; where parts are of two sorts they are just areas."""
    found = catalogue()
    found.areas["north"] = Area("north", in_one("North"), (), HERE, Noun.PROVINCE)
    assert found.noun_of_parts("merged") is None
    found.areas["south"] = Area("south", in_one("South"), (), HERE, Noun.PROVINCE)
    assert found.noun_of_parts("merged") is Noun.PROVINCE


@pytest.mark.parametrize(
    ("words", "lang", "text"),
    [
        pytest.param(in_one("Dân số"), "en", "Dân số", id="a text in one language serves all readers"),
        pytest.param(in_several({"vi": "Dân số"}), "en", "Dân số", id="a tagged one, too"),
        pytest.param(in_several({"vi": "Dân số", "en": "Population"}), "vi", "Dân số", id="each reads its own"),
        pytest.param(
            in_several({"de": "Bevölkerung", "fr": "Population"}), "vi", "Bevölkerung", id="the first there is"
        ),
        pytest.param(in_several({"de": "Bevölkerung", "en": "People"}), "vi", "People", id="English stands in"),
        pytest.param(in_several({"de": "Bevölkerung", "en": "People"}), "de", "Bevölkerung", id="a third language"),
    ],
)
def test_a_text_for_a_reader(words: Words, lang: str, text: str) -> None:
    """A text missing in the reader's language is shown in another."""
    assert words.within(lang) == text


def test_all_texts_of_a_title() -> None:
    """A title is found by its words in any language."""
    assert in_several({"de": "Volk", "en": "People", "vi": "Dân"}).texts == ("Dân", "People", "Volk")
