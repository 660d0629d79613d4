"""One thing printed in several places: what agrees, what differs, what is disputed and what is a revision."""

from __future__ import annotations

import pytest
from builders import row

from tgkt.engine.check.rules.duplicates import duplicates
from tgkt.facts.catalogue import Severity
from tgkt.facts.statement import Statement
from tgkt.report.words import in_words
from tgkt.report.worked import worked
from tgkt.results.check import Finding
from tgkt.series.printed import Clock

from ..world import SHARE, goal, told, world

FIRST = "share merged 2025 = 71.0 (report, p. 1)"


def short(found: Finding) -> str:
    """Kind, outcome and the values held together."""
    return f"{found.kind} {found.outcome} {worked(found.worked, 'en')}"


CASES = {
    "a place alone": ((FIRST,), []),
    "two places that agree": (
        (FIRST, "share merged 2025 = 71 (report, p. 2)"),
        ["duplicate consistent 71.0 = 71 %"],
    ),
    "rounded differently": (
        (FIRST, "share merged 2025 = 71.04 (report, p. 2)"),
        ["duplicate consistent 71.04 = 71.0 %"],
    ),
    "another status of one document": (
        (f"{FIRST} official", "share merged 2025 = 72.0 (report, p. 2) estimated"),
        ["duplicate inconsistent 71.0 = 72.0 %"],
    ),
    "two figures in one place": ((f"{FIRST} official", "share merged 2025 = 72.0 (report, p. 1) estimated"), []),
    "a tie within one place": ((FIRST, "share merged 2025 = 72.0 (report, p. 1)"), []),
    "three places, two values": (
        (
            f"{FIRST} official",
            "share merged 2025 = 72.0 (report, p. 2) estimated",
            "share merged 2025 = 72.0 (report, p. 3) estimated",
        ),
        ["duplicate inconsistent 71.0 = 72.0 %"],
    ),
    "another value beside one that stands in the same place": (
        (
            f"{FIRST} official",
            "share merged 2025 = 72.0 (report, p. 1) estimated",
            "share merged 2025 = 72.0 (report, p. 2) estimated",
        ),
        ["duplicate inconsistent 71.0 = 72.0 %"],
    ),
    "equal rank": ((FIRST, "share merged 2025 = 72.0 (report, p. 2)"), ["duplicate inconsistent 71.0 = 72.0 %"]),
    "three of equal rank are one": (
        (FIRST, "share merged 2025 = 72.0 (report, p. 2)", "share merged 2025 = 73.0 (report, p. 3)"),
        ["duplicate inconsistent 71.0 = 72.0 = 73.0 %"],
    ),
    "a later document": (
        (FIRST, "share merged 2025 = 72.0 (review, p. 1)"),
        ["revision needs_assumption 72.0 = 71.0 %"],
    ),
    "a later document of a higher rank": (
        (FIRST, "share merged 2025 = 72.0 (yearbook, p. 1)"),
        ["revision needs_assumption 72.0 = 71.0 %"],
    ),
    "a later estimate does not count and is a revision all the same": (
        (f"{FIRST} official", "share merged 2025 = 72.0 (review, p. 1) estimated"),
        ["revision needs_assumption 71.0 = 72.0 %"],
    ),
    "a later document of a lower rank": (
        (FIRST, "share merged 2025 = 72.0 (press, p. 1)"),
        ["duplicate inconsistent 71.0 = 72.0 %"],
    ),
    "a slip by a thousand": (
        ("output merged 2025 = 202.925 (report, p. 1)", "output merged 2025 = 202925 (review, p. 1)"),
        ["duplicate inconsistent 202,925 = 202.925 billion VND"],
    ),
    "a slip by ten": (
        ("output merged 2025 = 21.5 (report, p. 1)", "output merged 2025 = 215 (review, p. 1)"),
        ["duplicate inconsistent 215 = 21.5 billion VND"],
    ),
    "a month does not tell which came later": (
        (FIRST, "share merged 2025 = 72.0 (month, p. 1)"),
        ["duplicate inconsistent 72.0 = 71.0 %"],
    ),
    "a forecast is held against nothing": ((FIRST, "share merged 2025 = 90.0 (aims, p. 1)"), []),
    "other areas and years": (
        (FIRST, "share north 2025 = 90.0 (report, p. 2)", "share merged 2024 = 80.0 (report, p. 3)"),
        [],
    ),
    "an average and a total": (
        (
            "output merged 2021-2025 average = 10 (report, p. 1)",
            "output merged 2021-2025 total = 50 (report, p. 2)",
        ),
        [],
    ),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES)
def test_what_is_held_together(figures: tuple[str, ...], expected: list[str]) -> None:
    """The figure that counts against one of each other value; the order of the files decides nothing."""
    assert [short(each) for each in duplicates(world(*figures))] == expected
    assert sorted(short(each) for each in duplicates(world(*reversed(figures)))) == sorted(expected)


def only(*figures: str | Statement, **more: object) -> Finding:
    """The one finding."""
    (found,) = duplicates(world(*figures, **more))  # type: ignore[arg-type]  # rows or a clock
    return found


def test_a_revision_names_both_figures_documents_and_dates() -> None:
    """Which is later, and on what the two stand together."""
    found = only(FIRST, "share merged 2025 = 72.0 (review, p. 7)")
    assert in_words(found.sentence, "en") == (
        "“72.0” (the review, p. 7, 2026-10-01) is later than “71.0” (the report, p. 1, 2026-02-01); "
        "both hold only if the later figure revises the earlier one."
    )
    assert "“72.0” (văn bản review, p. 7, 01/10/2026) công bố sau “71.0”" in in_words(found.sentence, "vi")
    assert (found.id, found.severity) == ("revision.share.merged.2025.report.71_0", Severity.LOW)


def test_a_document_that_replaces_another_revises_it() -> None:
    """What a document says of itself goes before rank and size."""
    found = only(
        "output merged 2025 = 21.5 (report, p. 1)",
        told("output merged 2025 = 215 (press, p. 1)", 2, supersedes=("report",)),
    )
    assert found.kind == "revision"


def test_a_dispute_says_so() -> None:
    """One sentence for all that rank alike."""
    found = only(FIRST, "share merged 2025 = 72.0 (report, p. 2)", "share merged 2025 = 73.0 (report, p. 3)")
    assert in_words(found.sentence, "en") == (
        "“71.0” (the report, p. 1), “72.0” (the report, p. 2) and “73.0” (the report, p. 3) rank alike, so the figure "
        "is disputed; they hold together only if they differ in scope or date."
    )
    assert len(found.statements) == 3


def test_a_multiple_is_held_against_multiples() -> None:
    """1.6 times 2020 is not 202.9 billion, and another multiple of 2020 is."""
    times = [
        told(f"output merged 2025 = {value} ({at})", 2, relative_to=2020)
        for value, at in (("1.6", "report, p. 2"), ("1.9", "report, p. 3"))
    ]
    found = only("output merged 2025 = 202.9 (report, p. 1)", *times)
    assert [each.relative_to for each in found.statements] == [2020, 2020]


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        pytest.param("71.5", Severity.HIGH, id="one figure passes and the other does not"),
        pytest.param("80.0", Severity.MEDIUM, id="neither passes"),
    ],
)
def test_a_figure_that_would_turn_a_verdict_weighs_more(target: str, severity: Severity) -> None:
    """71 or 72 against a target of the same year."""
    demanded = row(indicator=SHARE, target=goal(f"share merged 2025 = {target} (resolution, p. 1)"))
    assert only(FIRST, "share merged 2025 = 72.0 (report, p. 2)", rows=[demanded]).severity is severity


def test_years_after_the_clock_are_not_looked_at() -> None:
    """With --as-of 2025 what is printed of 2026 is not held together."""
    later = ("share merged 2026 = 71.0 (yearbook, p. 1)", "share merged 2026 = 72.0 (yearbook, p. 2)")
    assert list(duplicates(world(*later, clock=Clock(2025)))) == []
    assert len(list(duplicates(world(*later)))) == 1


@pytest.mark.parametrize("other", ["report, p. 2", "review, p. 1", "press, p. 1"], ids=["a tie", "later", "lower"])
def test_a_factor_that_no_scope_explains_is_named(other: str) -> None:
    """The mark or the unit is another in one of them, wherever the other figure stands."""
    figures = ("output merged 2025 = 202.925 (report, p. 1)", f"output merged 2025 = 202925 ({other})")
    [found] = duplicates(world(*figures))
    said = in_words(found.sentence, "en")
    assert "are 1,000 times apart, which neither scope nor date explains" in said
    assert "“202.925” (the report, p. 1)" in said


def test_three_figures_are_disputed_whatever_lies_between_two_of_them() -> None:
    """The factor explains the third no more."""
    figures = ("output merged 2025 = 200 (report, p. 1)", "output merged 2025 = 200000 (report, p. 2)")
    [found] = duplicates(world(*figures, "output merged 2025 = 300 (report, p. 3)"))
    assert "rank alike, so the figure is disputed" in in_words(found.sentence, "en")
