"""Areas and what they were merged from: every part once, at any depth, and none within itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from builders import HERE
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Words
from tgkt.loading.areas import check_area
from tgkt.loading.reading import Entry, Reader

NAMES = ("a", "b", "c", "d", "e")


def told(parts: Mapping[str, tuple[str, ...]], name: str) -> list[str]:
    """What is wrong with the constituents of an area among others."""
    areas = {each: Area(each, Words(each, each), parts.get(each, ()), HERE) for each in {*NAMES, *parts}}
    reader = Reader("areas.yaml")
    entry = Entry({"constituents": parts[name]}, HERE, f"areas.{name}", {})
    check_area(name, entry, areas, reader)
    return [problem.message for problem in reader.problems]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param({"m": ("a", "b")}, [], id="two areas"),
        pytest.param({"m": ("n", "a"), "n": ("b", "c")}, [], id="an area that was itself merged"),
        pytest.param({"m": ("a", "a", "b")}, ["'a' appears twice. Remove one"], id="a part twice"),
        pytest.param(
            {"m": ("m", "a")}, ["an area cannot be a part of itself: m → m. Remove one of these"], id="of itself"
        ),
        pytest.param(
            {"m": ("n", "a"), "n": ("b", "m")},
            ["an area cannot be a part of itself: m → n → m. Remove one of these"],
            id="in a circle",
        ),
        pytest.param({"m": ("n", "a"), "n": ("o", "b"), "o": ("n", "c")}, [], id="above a circle, which is told below"),
        pytest.param(
            {"m": ("n", "a"), "n": ("a", "b")},
            ["'a' is included twice: m → n → a and m → a. Remove one"],
            id="a part and a part of a part",
        ),
        pytest.param(
            {"m": ("n", "o"), "n": ("a", "p"), "o": ("p", "b"), "p": ("c", "d")},
            ["'p' is included twice: m → n → p and m → o → p. Remove one"],
            id="two parts that share one, told once for all below it",
        ),
        pytest.param({"m": ("n", "a"), "n": ("o", "p"), "o": ("b",), "p": ("b",)}, [], id="an overlap told below"),
        pytest.param({"m": ("a", "x")}, ["unknown area 'x'. Use one of: a, b, c, d, e, m."], id="an unknown part"),
    ],
)
def test_what_is_told_of_the_constituents(parts: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    """One line a mistake, with the way to it."""
    assert told(parts, "m") == expected


@law
@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4).map(tuple)))
def test_nothing_is_told_exactly_where_every_part_is_reached_once(parts: dict[str, tuple[str, ...]]) -> None:
    """Counted another way: by following every chain, however long, until it turns in a circle."""

    def reached(chain: tuple[str, ...]) -> list[str]:
        below = parts.get(chain[-1], ())
        return [each for part in below for each in (part, *(reached((*chain, part)) if part not in chain else ()))]

    is_fine = all(max(Counter([name, *reached((name,))]).values()) == 1 for name in parts)
    assert is_fine is not any(told(parts, name) for name in parts)


def test_a_long_chain_of_areas_is_walked_to_its_limit() -> None:
    """Fifty levels are enough for any country; deeper ones, rings too, are told in a short line."""
    ends: dict[str, tuple[str, ...]] = dict.fromkeys([*(f"y{k}" for k in range(2000)), "z2000", "p100", "q100"], ())
    chain = {f"z{k}": (f"z{k + 1}", f"y{k}") for k in range(2000)}
    deep = ["parts within parts, over 50 deep: z0 → z1 → z2 → …. Remove levels"]
    assert told({**chain, **ends}, "z0") == deep
    assert told({**chain, "z2000": ("z0", "y0"), **ends}, "z0") == deep
    assert told({**chain, "z49": (), **ends}, "z0") == []
    lattice = {f"{side}{k}": (f"p{k + 1}", f"q{k + 1}") for k in range(100) for side in "pq"}
    assert told({"m": ("p0", "q0"), **lattice, **ends}, "m") != []
