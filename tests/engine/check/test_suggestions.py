"""Undeclared relations: few and good."""

from __future__ import annotations

import pytest

from tgkt.engine.check.suggestions import suggestions

from .world import declared, world


def place(*figures: str, at: str = "report, p. 1") -> list[str]:
    """Figures that stand in one place: "people 540"."""
    return [f"{id} merged 2025 = {value} ({at})" for id, _, value in (each.partition(" ") for each in figures)]


COUNTS = [
    f"people {area} 2025 = {value} (report, p. 1)" for area, value in (("merged", 540), ("north", 300), ("south", 240))
]
SHARE = "share[merged, 2025] == people[merged, 2025] / schools[merged, 2025]"
CASES = {
    "a share of two counts": (place("share 12.5", "people 25", "schools 200"), [SHARE]),
    "two digits may be chance": (place("share 12", "people 24", "schools 200"), []),
    "zeros before the digits are none": (place("share 0.12", "people 24", "schools 20000"), []),
    "a share that the counts do not make": (place("share 12.7", "people 25", "schools 200"), []),
    "a bound is no number": (place("share > 12.5", "people 25", "schools 200"), []),
    "in two places": ([*place("share 12.5", "people 25"), *place("schools 200", at="report, p. 2")], []),
    "shares that make a hundred": (
        place("share 37.5", "other 62.5"),
        ["1 == share[merged, 2025] + other[merged, 2025]"],
    ),
    "shares that make ninety": (place("share 37.5", "other 52.5"), []),
    "a total": (
        place("people 541", "schools 300", "pupils 241"),
        ["people[merged, 2025] == schools[merged, 2025] + pupils[merged, 2025]"],
    ),
    "a total of two digits may be chance": (place("people 540", "schools 300", "pupils 240"), []),
    "parts so rough that much would fit": (place("people 221", "schools ≈ 120", "pupils ≈ 100"), []),
    "no total": (place("people 542", "schools 300", "pupils 241"), []),
    "a forecast stands in no place": (place("share 12.5", "people 25", "schools 200", at="aims, p. 1"), []),
    "parts in other areas are not looked at together": (COUNTS, []),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES)
def test_what_is_proposed(figures: list[str], expected: list[str]) -> None:
    """What chance hardly makes: figures of one place, three digits or more."""
    assert [each.formula for each in suggestions(world(*figures))] == expected


def test_what_is_declared_is_not_proposed() -> None:
    """Whatever its shape, an identity over the same indicators stands for them."""
    figures = place("share 12.5", "people 25", "schools 200")
    assert suggestions(world(*figures, identities=[declared(SHARE)])) == []
