"""Merged figures beside what their parts give."""

from __future__ import annotations

import pytest

from tgkt.engine.check.rules.blends import blends
from tgkt.facts.catalogue import Severity
from tgkt.report.words import in_words

from ..world import world

PARTS = ("share north 2025 = 80.0 (report, a)", "share south 2025 = 60.0 (report, b)")
PEOPLE = ("people north 2025 = 300 (report, c)", "people south 2025 = 100 (report, d)")
MERGED = "share merged 2025 = {} (report, e)"
CASES = {
    "it follows": ((*PARTS, *PEOPLE, MERGED.format("75.0")), "consistent low"),
    "it does not follow": ((*PARTS, *PEOPLE, MERGED.format("70.0")), "inconsistent medium"),
    "no weights, and some would do": ((*PARTS, MERGED.format("75.0")), "needs_assumption low"),
    "no weights, and none would do": ((*PARTS, MERGED.format("85.0")), "inconsistent medium"),
    "a part is missing": ((PARTS[0], *PEOPLE, MERGED.format("75.0")), ""),
    "nothing is printed for the merged area": ((*PARTS, *PEOPLE), ""),
    "an average beside figures of a year": (
        (*PARTS, *PEOPLE, "share merged 2021-2025 average = 10.0 (report, e)"),
        "",
    ),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES)
def test_a_merged_figure_follows_from_its_parts_or_not(figures: tuple[str, ...], expected: str) -> None:
    """One finding for each printed merged figure that can be held against its parts."""
    found = [f"{each.outcome} {each.severity}" for each in blends(world(*figures)) if each.id == "blend.share.2025"]
    assert found == ([expected] if expected else [])


def test_the_sentence_says_what_would_reconcile() -> None:
    """Scope or weights, with both numbers; or the weight that would do."""
    apart = next(iter(blends(world(*PARTS, *PEOPLE, MERGED.format("70.0")))))
    assert in_words(apart.sentence, "en") == (
        "Share: merged 70.0 % (2025), while the constituent areas make 75 %; both hold only if scope or weights differ."
    )
    outside = next(iter(blends(world(*PARTS, MERGED.format("85.0")))))
    assert in_words(outside.sentence, "en") == (
        "Share: merged 85.0 % (2025), while the constituent areas make 59.95 - 80.05 %; "
        "both hold only if scope differs."
    )
    assumed = next(iter(blends(world(*PARTS, MERGED.format("75.0")))))
    assert in_words(assumed.sentence, "en") == "Share: all hold only if south weighs 24.50 - 25.50 %."
    assert in_words(assumed.sentence, "vi").endswith("24,50 - 25,50%.")


def test_a_disputed_part_may_be_either() -> None:
    """70 follows from 73.3 where the north is 80 or 73.3, of equal rank."""
    either = (*PARTS, "share north 2025 = 73.3 (report, f)", *PEOPLE, MERGED.format("70.0"))
    assert [each.outcome for each in blends(world(*either)) if each.id == "blend.share.2025"] == ["consistent"]


def test_severity_follows_the_outcome() -> None:
    """What follows is of little weight."""
    found = next(iter(blends(world(*PARTS, *PEOPLE, MERGED.format("75.0")))))
    assert found.severity is Severity.LOW
    assert len(found.statements) == 3
