"""Targets that are printed once more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import row, statement

from tgkt.engine.check.rules.reprints import reprints
from tgkt.facts.catalogue import Severity
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import parse_unit
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from ..world import SHARE, goal, world

IN_THE_PLAN = "share merged 2030 = 75 (resolution, II.2)"


def promised(target: Statement | None, code: str = "1") -> Row:
    """The row of a target about a share."""
    return row(indicator=SHARE, area="merged", target=target, code=code)


def found(*again: str | Statement, rows: list[Row] | None = None, clock: Clock | None = None) -> list[Finding]:
    """What comes of further printings of a target."""
    known = world(rows=[promised(goal(IN_THE_PLAN))] if rows is None else rows)
    said = [goal(each) if isinstance(each, str) else each for each in again]
    said = [each._replace(ambition=False, reprint=True) for each in said]
    return list(reprints(Knowledge(replace(known.catalogue, reprints=tuple(said)), clock or Clock(2025))))


ALIKE, APART, ASSUMED = Outcome.CONSISTENT, Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION
REPORT = "(report, III.2)"
CASES = {
    "the same number": (f"share merged 2030 = 75 {REPORT}", ALIKE, "printed_alike"),
    "another number": (f"share merged 2030 = 76 {REPORT}", APART, "printed_otherwise"),
    "the same within rounding": (f"share merged 2030 = 75.3 {REPORT}", ALIKE, "printed_alike"),
    "beyond rounding": (f"share merged 2030 = 75.8 {REPORT}", APART, "printed_otherwise"),
    "other words around it": (f"share merged 2030 = ≥ 75 {REPORT}", APART, "printed_otherwise"),
    "a range for a number": (f"share merged 2030 = 75 - 76 {REPORT}", APART, "printed_otherwise"),
    "another year": (f"share merged 2028 = 75 {REPORT}", ASSUMED, "due_otherwise"),
    "another sense": (f"share merged 2026-2030 average = 75 {REPORT}", ASSUMED, "due_otherwise"),
}


@pytest.mark.parametrize(("again", "outcome", "said"), CASES.values(), ids=[*CASES])
def test_a_target_printed_again(again: str, outcome: Outcome, said: str) -> None:
    """The number, the words around it and the deadline have to be those of the row."""
    (only,) = found(again)
    assert (only.outcome, getattr(only.sentence, "code", "")) == (outcome, said)


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        pytest.param("> 75", "> 75", ALIKE, id="above the same number"),
        pytest.param("> 75", "> 80", APART, id="above another, though values above both exist"),
        pytest.param("≥ 75", "> 75", APART, id="at least is not above"),
        pytest.param("1 - 1.5", "1 - 1.5", ALIKE, id="the same range"),
        pytest.param("1 - 1.5", "1 - 2.5", APART, id="a range with another end"),
        pytest.param("≈ 35", "≈ 35", ALIKE, id="about the same"),
    ],
)
def test_the_words_around_a_number_count(ours: str, theirs: str, outcome: Outcome) -> None:
    """A bound is compared by its number, not by what lies beyond it."""
    target, again = (goal(f"share merged 2030 = {told} {REPORT}") for told in (ours, theirs))
    (only,) = found(again, rows=[promised(target)])
    assert only.outcome is outcome


def test_multiples_are_compared_as_such() -> None:
    """75 times the figure of 2025 is 75.0 times it."""
    target = goal(IN_THE_PLAN, relative_to=2025, unit=parse_unit("lần"))
    again = target._replace(figure=target.figure and target.figure._replace(low=Decimal("75.0"), high=Decimal("75.0")))
    assert [each.outcome for each in found(again, rows=[promised(target)])] == [ALIKE]


def words(printed: str, **changes: Any) -> Statement:
    """A target in words."""
    return statement(area="merged", period=Period(2030, 2030), printed=printed, **changes)


@pytest.mark.parametrize(
    ("again", "outcome"),
    [
        pytest.param(words("phổ cập  Giáo dục"), ALIKE, id="the same words, whatever their case and spaces"),
        pytest.param(words("nâng cao chất lượng"), ASSUMED, id="other words, which may mean the same"),
        pytest.param(goal(IN_THE_PLAN), APART, id="a number for words"),
    ],
)
def test_targets_in_words(again: Statement, outcome: Outcome) -> None:
    """Words are compared as words."""
    (only,) = found(again, rows=[promised(words("Phổ cập giáo dục"))])
    assert only.outcome is outcome


def test_what_differs_changes_what_a_target_means() -> None:
    """It is grave, what agrees is not; both rest on the two printings."""
    apart, alike = found(f"share merged 2030 = 76 {REPORT}", f"share merged 2030 = 75 {REPORT}")
    assert (apart.severity, alike.severity) == (Severity.HIGH, Severity.LOW)
    assert [each.locator for each in apart.statements] == ["II.2", "III.2"]
    assert apart.formula == "share.target[merged, 2030] == share.target[merged, 2030, report]"


def test_every_printing_has_an_id_of_its_own() -> None:
    """Two of one document are numbered."""
    again = found(f"share merged 2030 = 75 {REPORT}", "share merged 2030 = 75 (report, motto)")
    assert [each.id for each in again] == ["reprint.share.merged.2030.report", "reprint.share.merged.2030.report.2"]


def test_it_belongs_to_the_row_of_its_period() -> None:
    """Of several rows that of the same period and sense, else that with the nearest deadline."""
    early, late = goal("share merged 2026 = 60 (resolution, 1)"), goal("share merged 2030 = 75 (resolution, 2)")
    rows = [promised(early, "1"), promised(None, "2"), promised(late, "3")]
    again = found(f"share merged 2030 = 75 {REPORT}", f"share merged 2027 = 60 {REPORT}", rows=rows)
    assert [each.statements[0].locator for each in again] == ["2", "1"]
    assert found(f"share merged 2030 = 75 {REPORT}", rows=[promised(None)]) == []


def test_a_document_that_is_not_known_yet_says_nothing() -> None:
    """The clock hides it like any other."""
    assert found(f"share merged 2030 = 75 {REPORT}", clock=Clock(2025, known_by="2026-01-31")) == []
    assert len(found(f"share merged 2030 = 75 {REPORT}", clock=Clock(2025, known_by="2026-02-01"))) == 1


def test_some_indicators_alone() -> None:
    """As every rule, it can be asked about some."""
    known = world(rows=[promised(goal(IN_THE_PLAN))])
    again = goal(f"share merged 2030 = 75 {REPORT}", ambition=False, reprint=True)
    known = Knowledge(replace(known.catalogue, reprints=(again,)), Clock(2025))
    assert [len(list(reprints(known, of))) for of in (["share"], ["people"], None)] == [1, 0, 1]
