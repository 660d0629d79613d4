"""The figures of an identity, each looked up once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import number
from tgkt.engine.check import resolution
from tgkt.engine.check.identities import check_identity
from tgkt.engine.check.resolution import cited, figures_of, resolve, statements_of
from tgkt.facts.formula import Reference
from tgkt.facts.parsing import parse_identity
from tgkt.series.reference import first_stated
from tgkt.series.series import Knowledge

from .world import declared, world

IDENTITY = parse_identity("people[merged, 2025] == people[north, 2025] + people[south, 2025]")
KNOWN = world("people merged 2025 = 400 (report, a)", "people north 2025 = 300 (report, b)")
MERGED, NORTH, SOUTH = cited(IDENTITY)


def test_what_is_printed_is_resolved_and_the_rest_left_out() -> None:
    """Each reference with its statement and its quantity, in the order they are written."""
    found = resolve(IDENTITY, KNOWN)
    assert [(each, stated.printed, int(value.value)) for each, (stated, value) in found.items()] == [
        (MERGED, "400", 400),
        (NORTH, "300", 300),
    ]
    assert [each.printed for each in statements_of(IDENTITY, found)] == ["400", "300"]


def test_the_figure_that_counts_is_resolved() -> None:
    """The yearbook's 410 and not the report's 400."""
    known = world("people merged 2025 = 400 (report, a)", "people merged 2025 = 410 (yearbook, a)")
    assert resolve(IDENTITY, known)[MERGED][0].printed == "410"


def test_figures_of_other_assumptions_are_resolved_with_it() -> None:
    """An alternative may name a figure of its own."""
    other = parse_identity("people[merged, 2025] == schools[merged, 2025]")
    known = world("schools merged 2025 = 400 (report, a)")
    assert [each.indicator for each in resolve(IDENTITY, known, [other])] == ["schools"]


def test_a_lookup_reads_from_the_resolution() -> None:
    """As printed, or as given instead; what is not there has a reason."""
    found = resolve(IDENTITY, KNOWN)
    assert figures_of(found)(NORTH).value == 300
    assert figures_of(found, {NORTH: number(Decimal(7))})(NORTH).value == 7
    with pytest.raises(NotComputableError) as error:
        figures_of(found)(SOUTH)
    assert error.value.reason.facts == (("figure", "people[south, 2025]"),)


def test_each_reference_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often sides, work and statements need it."""
    asked: list[Reference] = []

    def counting(reference: Reference, knowledge: Knowledge) -> object:
        asked.append(reference)
        return first_stated(reference, knowledge)

    monkeypatch.setattr(resolution, "first_stated", counting)
    known = world(
        *(
            f"people {area} 2025 = {value} (report, {area})"
            for area, value in (("merged", 9), ("north", 3), ("south", 4))
        )
    )
    found = check_identity(declared("people[merged, 2025] == people[north, 2025] + people[south, 2025]"), known)
    assert found.outcome == "inconsistent"
    assert asked == [MERGED, NORTH, SOUTH]
