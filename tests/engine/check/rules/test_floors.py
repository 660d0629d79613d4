"""Targets that the present level meets already."""

from __future__ import annotations

import pytest
from builders import row
from later import knowledge

from tgkt.engine.check.rules.floors import floors
from tgkt.facts.catalogue import Severity
from tgkt.facts.statement import Statement
from tgkt.report.words import in_words
from tgkt.series.printed import Clock

from ..world import GROWTH, SHARE, goal, more_than, told, world

BASE = told("share merged 2025 = 71.0 (report, p. 1)", 50)
TARGET = more_than("75", "share merged 2030 = 75 (resolution, p. 1)")
AVERAGE = "growth merged 2026-2030 average = 8.0 (resolution, p. 1)"
LAST_TERM = told("growth merged 2021-2025 average = 9.0 (report, p. 1)", 50)
CASES = {
    "above the base": (TARGET, BASE, (), []),
    "below the base": (
        more_than("70", "share merged 2030 = 70 (resolution, p. 1)"),
        BASE,
        (),
        ["share merged 2030 > 70 by 71.0 of 2025"],
    ),
    "below a newer figure": (
        TARGET,
        BASE,
        ("share merged 2026 = 75.5 (yearbook, p. 1)",),
        ["share merged 2030 > 75 by 75.5 of 2026"],
    ),
    "below the base and above a newer figure": (
        more_than("70", "share merged 2030 = 70 (resolution, p. 1)"),
        BASE,
        ("share merged 2026 = 69.0 (yearbook, p. 1)",),
        [],
    ),
    "without a base, below the only figure": (
        TARGET,
        None,
        ("share merged 2026 = 75.5 (yearbook, p. 1)",),
        ["share merged 2030 > 75 by 75.5 of 2026"],
    ),
    "a later release of the base": (
        more_than("72", "share merged 2030 = 72 (resolution, p. 1)"),
        BASE,
        ("share merged 2025 = 72.5 (yearbook, p. 1) official",),
        ["share merged 2030 > 72 by 72.5 of 2025"],
    ),
    "a forecast is no level": (TARGET, BASE, ("share merged 2025 = 80.0 (aims, p. 1)",), []),
    "growth below the last term's": (
        goal(AVERAGE),
        LAST_TERM,
        (),
        ["growth merged 2026-2030 8.0 by 9.0 of 2021-2025"],
    ),
    "growth above the last term's, reached in a year of its own term": (
        goal(AVERAGE.replace("8.0", "10.0")),
        LAST_TERM,
        ("growth merged 2026 = 11.0 (yearbook, p. 1)",),
        [],
    ),
}


@pytest.mark.parametrize(("target", "base", "figures", "expected"), CASES.values(), ids=CASES)
def test_which_targets_ask_for_no_advance(
    target: Statement, base: Statement | None, figures: tuple[str, ...], expected: list[str]
) -> None:
    """Of a year's figure the newest counts, of a term's the last term's."""
    line = row(indicator=GROWTH if target.indicator == "growth" else SHARE, target=target, baseline=base)
    found = [each.statements for each in floors(world(*figures, rows=[line]))]
    assert [f"{a.indicator} {a.area} {a.period} {a.printed} by {b.printed} of {b.period}" for a, b in found] == expected


def test_a_target_whose_deadline_has_passed_is_no_floor() -> None:
    """Then it is met, which the verdict tells."""
    line = row(indicator=SHARE, target=more_than("70", "share merged 2026 = 70 (resolution, p. 1)"), baseline=BASE)
    figures = ("share merged 2026 = 75.5 (yearbook, p. 1)",)
    assert list(floors(world(*figures, rows=[line]))) == []
    assert len(list(floors(world(*figures, rows=[line], clock=Clock(2025))))) == 1


@pytest.mark.parametrize(
    ("target", "severity"),
    [("69.0", Severity.HIGH), ("71.0", Severity.LOW)],
    ids=["a step back", "what there is"],
)
def test_a_step_back_weighs_more(target: str, severity: Severity) -> None:
    """A number below the present one allows a step back."""
    line = row(indicator=SHARE, target=goal(f"share merged 2030 = {target} (resolution, p. 1)"), baseline=BASE)
    (found,) = floors(world(rows=[line]))
    assert found.severity is severity


def test_the_sentence_tells_the_figure_that_was_found() -> None:
    """Trained labour of 75.5 % in 2026 meets "over 75 %" of 2030: these are the figure and the year."""
    found = next(
        each
        for each in floors(knowledge("trained_labour_share 2026 = 75.5"))
        if each.id == "floor.trained_labour_share.merged"
    )
    assert "“trained_labour_share 2026 = 75.5” of 2026" in in_words(found.sentence, "en")
    assert "71" not in in_words(found.sentence, "en")
    assert [str(each.period) for each in found.statements] == ["2030", "2026"]
