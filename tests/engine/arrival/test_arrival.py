"""What arriving figures bring: what they revise, which look wrong, and which rows of the shipped plan move."""

from __future__ import annotations

from decimal import Decimal

import pytest
from later import with_figures
from shipped import RESULTS, TARGETS, shipped

from tgkt.engine.arrival.arrival import arrival
from tgkt.results.arrival import Arrival
from tgkt.results.diff import About
from tgkt.series.slips import Doubt


def arrived(*lines: str, plan: str | None = None, before: tuple[str, ...] = ()) -> Arrival:
    """What later figures bring to the shipped plan."""
    after = with_figures(*before, *lines)
    added = [each for each in after.observations if each.source.file == "later.yaml" and each.printed in lines]
    return arrival(with_figures(*before), after, added, plan)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("hdi 2026 = 0.762", [("added", None, "0.762")], id="a figure where none was"),
        pytest.param("grdp_per_capita 2025 = 114.1 official", [("revised", "119", "114.1")], id="it replaces another"),
        pytest.param(
            "grdp_per_capita 2025 = 114.1 unstated by press 2026-01", [("revised", "119", "114.1")],
            id="the press after the year counts before an estimate",
        ),
        pytest.param(
            "grdp_per_capita 2025 = 114.1 estimated by press 2025-12", [("added", "119", "114.1")],
            id="an estimate of the press does not",
        ),
        pytest.param("hdi 2030 = 0.78 by gov 2026-05", [("added", None, "0.78")], id="a forecast"),
    ],
)  # fmt: skip
def test_what_a_figure_is_to_what_was_known(line: str, expected: list[tuple[str, str | None, str]]) -> None:
    """New, or in the place of another."""
    found = arrived(line).diff.about(About.FIGURE)
    told = [(version and version.amount and version.amount.value for version in (e.before, e.after)) for e in found]
    numbers = [tuple(None if value is None else str(value) for value in pair) for pair in told]
    assert [(str(e.kind), *pair) for e, pair in zip(found, numbers, strict=True)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("hdi 2026 = 0.762",), {"13": ("no_figure", "already_met")}, id="a row that had no figure"),
        pytest.param(("grdp_per_capita 2027 = 125",), {"3": ("open", "behind")}, id="a row that falls behind"),
        pytest.param(("hdi 2030 = 0.78 by gov 2026-05",), {}, id="a forecast moves nothing"),
    ],
)
def test_which_rows_stand_elsewhere(lines: tuple[str, ...], expected: dict[str, tuple[str, str]]) -> None:
    """Only those that the figures are about, with both standings and both figures."""
    found = arrived(*lines, plan=TARGETS).diff.about(About.STANDING)
    told = {
        e.own.row.code: (str(e.before.state), str(e.after.state)) for e in found if e.own.row and e.before and e.after
    }
    assert told == expected


def test_a_plan_narrows_the_rows() -> None:
    """Rows of another plan are left out."""
    assert arrived("hdi 2026 = 0.762", plan=RESULTS).diff.about(About.STANDING) == ()


def test_figures_of_other_places_are_not_told_again() -> None:
    """Only what arrives is, even where the two states differ in more."""
    lines = ("hdi 2026 = 0.762", "grdp_per_capita 2026 = 121")
    after = with_figures(*lines)
    added = [each for each in after.observations if each.printed == lines[0]]
    found = arrival(shipped(), after, added).diff.about(About.FIGURE)
    assert [each.indicator.id for each in found] == ["hdi"]


def test_what_looks_wrong_is_told_in_the_unit_it_is_printed_in() -> None:
    """With the figure it was compared with, its limits and what would fit."""
    found = arrived("grdp_per_capita 2026 = 1250", "population 2026 = 6000", "hdi 2026 = 0.762")
    [slip, jump] = found.suspects
    assert (found.to_accept, found.to_warn_of) == ((slip,), (jump,))
    assert (slip.doubt, slip.unit.text) == (Doubt.FACTOR, "triệu đồng/người/năm")
    assert slip.against is not None
    assert [slip.against.value, slip.low, slip.guesses[0].figure.value] == [119, 0, Decimal(125)]
    assert (jump.doubt, jump.guesses) == (Doubt.JUMP, ())


def test_nothing_that_arrives_brings_nothing() -> None:
    """Neither changes nor suspicions."""
    assert arrival(shipped(), shipped(), []) == Arrival(arrived().diff, ())
    assert arrived().diff.changes == ()
