"""The page names every unit and scale word there is, and its examples are read."""

from __future__ import annotations

import re

import pytest

from tgkt.facts.units import CONSTANT, MEASURES, definitions, find_unit, parse_unit
from tgkt.loading.page_units import units_part

from .single import target_of

PART = "\n".join(units_part())


def test_every_unit_and_scale_word_stands_there() -> None:
    """In both languages, with every other spelling that is no singular."""
    known = definitions()
    names = [name for name in known.names.values() if not name.endswith(CONSTANT) and "phần_trăm" not in name]
    wanted = {*names, *(known.english[name] for name in names), *known.powers}
    assert sorted(word for word in wanted if f"`{word.replace('_', ' ')}`" not in PART) == []


def test_a_unit_stands_with_what_it_measures() -> None:
    """Each line of the table holds units of its measure alone."""
    lines = re.findall(r"(?m)^\| (\w+) \| (`.*) \|$", PART.split("| measures |")[1])
    found = {
        (measure, parse_unit(word).measure) for measure, units in lines for word in re.findall(r"`([^`]+)`", units)
    }
    assert {measure for measure, _ in lines} >= {"money", "energy", "count", "rank", "milestone"}
    assert [(said, is_it) for said, is_it in found if said != is_it] == []


def test_every_measure_of_a_unit_of_ones_own_is_named() -> None:
    """The list is the one that is read."""
    assert [each for each in MEASURES if f"`{each}`" not in PART] == []


@pytest.mark.parametrize("text", ["places", "milestone", "score points", "nghìn tỷ đồng", "doctors/10,000 people"])
def test_a_unit_that_the_text_names_is_one(text: str) -> None:
    """The sentences speak of units that are read."""
    assert f"`{text}`" in PART or text in PART
    assert find_unit(text) is not None


def test_the_example_of_a_rank_loads() -> None:
    """As it is written there."""
    (keys,) = re.findall(r"`\{(unit: places, .*)\}`", PART)
    assert str(target_of(keys.replace("direction: decrease, ", "")).figure) == "≤ 30"
