"""Targets that bound only the worse side are noted, and valid."""

from __future__ import annotations

import pytest

from tgkt.loading.worse_side import bounds_of_the_worse_side

from .single import indicator


@pytest.mark.parametrize(
    ("direction", "words", "note"),
    [
        pytest.param("increase", "up to 45%", "'up to 45%' is a ceiling, and more is better", id="a ceiling"),
        pytest.param("increase", "below 45%", "'below 45%' is a ceiling, and more is better", id="a strict ceiling"),
        pytest.param("decrease", "at least 5%", "'at least 5%' is a floor, and less is better", id="a floor"),
        pytest.param("increase", "at least 45%", "", id="at least of what should rise"),
        pytest.param("decrease", "no more than 5%", "", id="at most of what should fall"),
        pytest.param("decrease", "5% or better", "", id="or better is never the worse side"),
        pytest.param("decrease", "{of: 2015, printed: cut by at least 20%}", "", id="at least so much of a cut"),
        pytest.param("increase", "between 40% and 45%", "", id="a range has both sides"),
        pytest.param("neutral", "up to 45%", "", id="where neither way is better"),
    ],
)
def test_a_bound_of_the_worse_side_is_noted(direction: str, words: str, note: str) -> None:
    """With place, key and remedy."""
    found = bounds_of_the_worse_side(indicator(f"unit: '%', direction: {direction}, target: {{2030: {words}}}"))
    told = [str(each).partition(" ")[2] for each in found]
    assert told == ([f"indicators.sample: {note}. Check direction or words"] if note else [])
    assert [(each.source.file, each.source.line) for each in found] == [("single.yaml", 5)] * len(told)


def test_only_the_files_asked_about_are_looked_at() -> None:
    """What another file says is not told."""
    catalogue = indicator("unit: '%', direction: increase, target: {2030: up to 45%}")
    assert bounds_of_the_worse_side(catalogue, ["other.yaml"]) == []
    assert len(bounds_of_the_worse_side(catalogue, ["single.yaml"])) == 1
