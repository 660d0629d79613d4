"""Weights of one kind that several merged figures imply."""

from __future__ import annotations

import pytest

from tgkt.engine.check.rules.weights import weights
from tgkt.report.words import in_words

from ..world import world


def merged(id: str, north: str, south: str, whole: str) -> tuple[str, ...]:
    """A figure of both parts and of the whole."""
    return tuple(
        f"{id} {area} 2025 = {value} (report, {id} {area})"
        for area, value in (("north", north), ("south", south), ("merged", whole))
    )


ONE = merged("share", "80.0", "60.0", "75.0")  # the south weighs a quarter
CASES = {
    "one figure is no comparison": (ONE, []),
    "two that agree": ((*ONE, *merged("other", "40.0", "20.0", "35.0")), ["weight.people consistent"]),
    "two that do not": ((*ONE, *merged("other", "40.0", "20.0", "30.0")), ["weight.people inconsistent"]),
    "a figure that implies none": ((*ONE, *merged("other", "40.0", "20.0", "50.0")), []),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES)
def test_weights_of_one_kind_have_something_in_common(figures: tuple[str, ...], expected: list[str]) -> None:
    """One finding for each kind that two figures or more imply."""
    assert [f"{each.id} {each.outcome}" for each in weights(world(*figures))] == expected


def test_the_sentence_gives_what_they_have_in_common() -> None:
    """In percent, as each language writes it."""
    (found,) = weights(world(*ONE, *merged("other", "40.0", "20.0", "35.0")))
    assert in_words(found.sentence, "en") == "The merged figures imply one weight by “Share”: 24.50 - 25.50 %."
    assert in_words(found.sentence, "vi").endswith("24,50 - 25,50%.")
