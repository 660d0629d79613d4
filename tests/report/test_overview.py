"""The first screen: whatever the data, it is one screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from later import knowledge
from shipped import RESULTS, TARGETS, TONGUES, shipped

from tgkt.engine.overview import overview
from tgkt.engine.status.rows import assess
from tgkt.report.console import draw
from tgkt.report.overview import overview_row, overview_tables
from tgkt.report.table import plain
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.results.overview import Overview, SectionCounts

COMMANDS = {"attention": "tgkt status --attention", "explain": "tgkt explain 6", "check": "tgkt check 1.1"}
MOST_LINES = 23
LATER = {
    "as shipped": (),
    "behind, met and missed": (
        *("grdp_per_capita 2027 = 125", "forest_cover 2027 = 58.0", "grdp_growth 2026 = 11.2"),
        *("poverty_reduction 2026 = 0.2", "population 2027 = 1850", "hdi 2026 = 0.762", "hdi 2027 = 0.764"),
    ),
    "at the deadline": ("grdp_per_capita 2030 = 215", "forest_cover 2030 = 61.0", "grdp 2030 = 361.6"),
}


def screen(found: Overview, lang: str, width: int | None = 80) -> list[str]:
    """The lines of the screen."""
    tables = overview_tables(found, shipped(), COMMANDS, View(lang, width))
    return (plain(tables) if width is None else draw(tables, width, colour=False)).splitlines()


def shown(*later: str, plan: str = TARGETS) -> Overview:
    """The screen of a shipped plan with later figures."""
    of, known = shipped().plans[plan], knowledge(*later)
    return overview(of, assess(of, known), known, {})


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
@pytest.mark.parametrize("plan", [TARGETS, RESULTS])
def test_it_is_one_screen_of_80_columns_and_23_lines(later: tuple[str, ...], plan: str, lang: str) -> None:
    """Whatever has become known, in both languages."""
    lines = screen(shown(*later, plan=plan), lang)
    assert len(lines) <= MOST_LINES
    assert [line for line in lines if width_of(line) > 80] == []


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_reason_is_whole_from_80_columns_on(lang: str) -> None:
    """Titles give way, reasons do not: what a pipe says of a row stands on its line of every wider terminal."""
    found = shown()
    whole = [line for line in screen(found, lang, None) if "○ " in line][-len(found.first) :]
    for width in (80, 100, 160):
        text = "\n".join(screen(found, lang, width))
        assert [line for line in whole if line[line.index("○ ") :] not in text] == []


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
@pytest.mark.parametrize("width", [50, 60, 80])
def test_where_room_is_short_a_reason_says_less_on_its_one_line(width: int, later: tuple[str, ...], lang: str) -> None:
    """First the pace is left out, then the figure; the state always stands there."""
    found = shown(*later)
    lines = screen(found, lang, width)
    first = next(at for at, line in enumerate(lines) if line.startswith(f"{found.first[0].row.code} "))
    assert [line.split()[0] for line in lines[first : first + 5]] == [item.row.code for item in found.first]
    assert [line for line in lines[first : first + 5] if not any(sign in line for sign in "○→✗?")] == []


def test_a_wider_terminal_shows_more_of_a_title() -> None:
    """In a pipe it is whole, with its unit."""
    found = shown()
    titles = [
        next(line for line in screen(found, "en", width) if line.startswith("6 ")) for width in (80, 100, 160, None)
    ]
    words = [line.split("○")[0].split() for line in titles]
    assert all(len(one) <= len(other) for one, other in pairwise(words))
    assert "Total realised investment in the province, current prices (trillion VND)" in titles[-1]


def test_more_sections_than_there_is_room_for_are_added_up() -> None:
    """A plan with many sections shows the first, and the others as one line; the sum is the same."""
    found = shown()
    many = found._replace(sections=found.sections * 3)
    lines = screen(many, "en")
    assert len(lines) <= MOST_LINES
    assert any(line.startswith("11 more sections") for line in lines)
    (rest,) = [line for line in lines if line.startswith("11 more sections")]
    assert "/" in rest


def test_a_row_holds_both_counts() -> None:
    """By part under the names of the scoreboard, by numbered target under the same names with a prefix."""
    found = shown()
    for each in found.sections:
        told = overview_row(each, TARGETS, shipped(), TONGUES)
        assert isinstance(each, SectionCounts)
        assert (told["targets"], told["rows"]) == (each.targets.total, each.parts.total)
        assert sum(value for name, value in told.items() if name.startswith("targets_")) == each.targets.total
