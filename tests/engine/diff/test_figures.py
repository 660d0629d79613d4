"""Printed figures that are new, revise others, were corrected or are gone."""

from __future__ import annotations

import pytest

from tgkt.engine.diff.figures import figure_changes
from tgkt.results.diff import About

from .worlds import shown, state

REPORT, LATER = "report 2026 = 7.5", "gazette 2026 = 7.2"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([], [], [], id="nothing is nothing"),
        pytest.param([REPORT], [REPORT], [], id="what stays is no change"),
        pytest.param([], [REPORT], [("added", None, "7.5 report")], id="a figure where none was"),
        pytest.param([REPORT], [], [("gone", "7.5 report", None)], id="a figure that is no more"),
        pytest.param(
            [REPORT], [REPORT, LATER], [("revised", "7.5 report", "7.2 gazette")], id="a later document counts now"
        ),
        pytest.param(
            [REPORT], [REPORT, "press 2026 = 6"], [("added", "7.5 report", "6 press")], id="a lower issuer does not"
        ),
        pytest.param(
            [REPORT, LATER], [REPORT], [("gone", "7.2 gazette", "7.5 report")], id="what counted before counts again"
        ),
        pytest.param(
            [REPORT],
            [LATER],
            [("revised", "7.5 report", "7.2 gazette"), ("gone", "7.5 report", "7.2 gazette")],
            id="one document in the place of another",
        ),
        pytest.param(
            [REPORT],
            ["report 2026 = 7.6"],
            [("corrected", "7.5 report", "7.6 report")],
            id="one document, another value",
        ),
        pytest.param(
            [REPORT], ["report 2026 = 7.50"], [("corrected", "7.5 report", "7.50 report")], id="one digit more"
        ),
        pytest.param(
            ["report 2026 = 7.5 estimated"],
            ["report 2026 = 7.5 official"],
            [("corrected", "7.5 report", "7.5 report")],
            id="one document settles it",
        ),
        pytest.param([REPORT], ["report 2026 = 7.5 at 9"], [], id="another place in the document is the same figure"),
        pytest.param([REPORT, "report 2026 = 7.5 at 9"], [REPORT], [], id="a figure said twice is one figure"),
        pytest.param(
            ["report 2026 = 7.5 at 1", "report 2026 = 8.0 at 2"],
            ["report 2026 = 8.1 at 2", "report 2026 = 7.5 at 1"],
            [("corrected", "8.0 report", "8.1 report")],
            id="of two in one document the one in its place is corrected",
        ),
        pytest.param(
            ["report 2026 = 7.5 at 1"],
            ["report 2026 = 7.6 at 1", "report 2026 = 8.0 at 2"],
            [("corrected", "7.5 report", "7.6 report"), ("added", "7.5 report", "8.0 report")],
            id="one corrected, one more",
        ),
        pytest.param(
            ["report 2026 = 7.5 at 3"],
            ["report 2026 = 8.0 at 1", "report 2026 = 7.6 at 3"],
            [("corrected", "7.5 report", "7.6 report"), ("added", "7.5 report", "8.0 report")],
            id="the figure of the same place is the one that was corrected",
        ),
        pytest.param(
            [REPORT], [REPORT, "early 2026 = 9"], [("added", None, "9 early")], id="a forecast stands in no one's place"
        ),
        pytest.param(
            ["report 2021-2025 average = 3"],
            ["report 2021-2025 average = 3", "gazette 2021-2025 total = 15"],
            [("added", None, "15 gazette")],
            id="another sense is another figure",
        ),
        pytest.param(
            [REPORT], [REPORT, "report 2026 in north = 4"], [("added", None, "4 report")], id="another area is another"
        ),
    ],
)
def test_what_differs(old: list[str], new: list[str], expected: list[tuple[str, str | None, str | None]]) -> None:
    """How a figure changed, and what it stands against."""
    found = map(shown, figure_changes(state(old), state(new)))
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("come", "role"),
    [
        pytest.param(LATER, "counts", id="it counts"),
        pytest.param("press 2026 = 7.5", "agrees", id="it agrees with what counts"),
        pytest.param("press 2026 = 6", "contradicts", id="it contradicts what counts"),
        pytest.param("report 2026 = 9.5 at 2", "disputed", id="nothing tells the two apart"),
        pytest.param("early 2026 = 9", "forecast", id="it is a forecast"),
    ],
)
def test_a_new_figure_says_what_it_is_to_the_one_that_counts(come: str, role: str) -> None:
    """In the words of the room that chooses."""
    found = list(figure_changes(state([REPORT]), state([REPORT, come])))
    assert [(each.about, each.own.role) for each in found] == [(About.FIGURE, role)]


def test_a_figure_that_cannot_be_told_from_another_revises_nothing() -> None:
    """Two figures of one rank that cannot both be true are a dispute, whichever stands first."""
    [found] = figure_changes(state([REPORT]), state([REPORT, "report 2026 = 9.52 at 2"]))
    assert found.kind == "added"


def test_by_year_only_periods_up_to_it_are_looked_at() -> None:
    """What speaks of later years is not there yet."""
    lines = [REPORT, "report 2027 = 8"]
    assert [shown(each) for each in figure_changes(state(lines, as_of=2026), state(lines, as_of=2027))] == [
        ("added", None, "8 report")
    ]


def test_only_the_places_that_are_asked_for_are_looked_at() -> None:
    """An indicator and an area."""
    new = state([REPORT, "report 2026 in north = 4"])
    assert [each.area for each in figure_changes(state([]), new, {("share", "north")})] == ["north"]
    assert list(figure_changes(state([]), new, set())) == []


def test_keys_name_the_place_the_period_its_sense_and_the_document() -> None:
    """So that no reader takes one for a number."""
    new = state([REPORT, "report 2021-2025 average = 3"])
    assert sorted(each.key for each in figure_changes(state([]), new)) == [
        "figure/merged/share/2021-2025/average/report",
        "figure/merged/share/2026/report",
    ]
