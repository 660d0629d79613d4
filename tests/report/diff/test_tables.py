"""The tables of a diff: both states of each change, in either language and at any width."""

from __future__ import annotations

from functools import cache

import pytest
from builders import catalogue, figure_of, period, row, statement
from later import with_figures
from shipped import shipped

from tgkt.engine.diff.diff import diff
from tgkt.engine.diff.state import State
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Timing
from tgkt.report.console import draw
from tgkt.report.diff.tables import diff_tables, names_of
from tgkt.report.table import plain
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.results.diff import By, Compared, Diff
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

LATER = with_figures("grdp_per_capita 2025 = 114.1 official", "grdp_per_capita 2026 = 125", "hdi 2026 = 0.762")
COMPARED = Compared(By.FOLDER, "old", "new")


@cache
def later() -> Diff:
    """What the later figures bring to the shipped data."""
    return found(shipped(), LATER)


def found(old: Catalogue, new: Catalogue) -> Diff:
    """What differs between two catalogues."""
    return diff(State(Knowledge(old)), State(Knowledge(new)))


def told(old: Catalogue, new: Catalogue, lang: str = "en", width: int | None = None) -> list[str]:
    """The lines of the tables, blanks single."""
    differing = later() if new is LATER else found(old, new)
    tables = diff_tables(differing, COMPARED, names_of(new, old), View(lang, width))
    text = plain(tables) if width is None else draw(tables, width, colour=False)
    return [" ".join(line.split()) for line in text.splitlines()]


def planned(*rows: Row) -> Catalogue:
    """The small plan."""
    return catalogue(rows=rows)


def test_both_figures_and_both_standings_stand_in_a_line() -> None:
    """What replaced what, and what came of it."""
    lines = told(shipped(), LATER)
    title = "GRDP per capita, current prices (million VND/person/year)"
    assert f"↻ revised {title} 2025 119 114.1 ✓ counts {LATER.origins['statistics_2026_02_15'].short.en}" in lines
    assert f"3 {title} 119 (2025) 125 (2026) 220 ○ open → behind" in lines


def test_the_first_table_counts_every_change() -> None:
    """By what it is about, and how it changed."""
    lines = told(shipped(), LATER)
    assert lines[0] == "old → new"
    assert lines[1] == "+ added ↻ revised → changed"
    assert lines[3:5] == ["Figures 2 1", "Standings and verdicts 2"]


def test_a_title_names_the_area_where_its_plan_has_several() -> None:
    """And always above figures, which have no plan."""
    titles = [line for line in told(shipped(), LATER) if ": " in line]
    plan = shipped().plans["targets_2025_2030"].title.en
    assert titles[0] == "Figures: Thái Nguyên (merged)"
    assert f"Standings and verdicts: {plan}" in titles
    parts = planned(row(target=TARGET), row(target=TARGET, area="north", code="2"))
    assert [line for line in told(planned(), parts) if ": " in line] == [
        "Targets: merged, Plan",
        "Targets: north, Plan",
    ]


@pytest.mark.parametrize(
    ("lang", "line"), [("en", "old → new: nothing differs"), ("vi", "old → new: không có gì thay đổi")]
)
def test_where_nothing_differs_one_line_says_so(lang: str, line: str) -> None:
    """No empty table."""
    assert told(shipped(), shipped(), lang) == [line]


@pytest.mark.parametrize(
    ("by", "new", "line"),
    [
        (By.YEAR, "2026", "figures up to 2025 → figures up to 2026"),
        (By.YEAR, None, "figures up to 2025 → all present data"),
        (By.DATE, "2026", "documents up to 2025 → documents up to 2026"),
        (By.PLAN, "b", "2025 → b"),
        (By.FOLDER, None, "2025 → all present data"),
    ],
)
def test_the_first_line_names_the_two_states(by: By, new: str | None, line: str) -> None:
    """As they were asked for."""
    tables = diff_tables(later(), Compared(by, "2025", new), names_of(LATER), View("en", None))
    assert tables[0].title == line


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_terminal_shows_both_numbers(width: int, lang: str) -> None:
    """No line is too wide, and neither figure nor standing gives way."""
    tables = diff_tables(later(), COMPARED, names_of(LATER), View(lang, width))
    text = draw(tables, width, colour=False)
    assert [line for line in text.splitlines() if width_of(line) > width] == []
    numbers = (
        ["119", "114.1", "125 (2026)", "0.762 (2026)"] if lang == "en" else ["119", "114,1", "125 (2026)", "0,762"]
    )
    states = {
        "en": ["○ open", "? no figure", "→ behind", "✓ already met"],
        "vi": ["○ chưa xác định", "? chưa có số liệu", "→ chậm tiến độ", "✓ đã đạt"],
    }[lang]
    assert [each for each in (*numbers, *states) if each not in text] == []


TARGET = statement(figure_of("≥ 75"), period=period(2030))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (TARGET, TARGET._replace(figure=figure_of("≥ 75.5")), "→ changed 1 Share (%) ≥ 75 (2030) ≥ 75.5 (2030)"),
        (TARGET, TARGET._replace(period=period(2035)), "→ changed 1 Share (%) ≥ 75 (2030) ≥ 75 (2035)"),
        (None, TARGET, "→ changed 1 Share (%) ≥ 75 (2030)"),
        (statement(), TARGET, "→ changed 1 Share (%) “words” (2030) ≥ 75 (2030)"),
    ],
    ids=["another number", "another deadline", "one where none was", "a number for words"],
)
def test_a_target_is_told_with_its_deadline(old: object, new: object, line: str) -> None:
    """Before and after."""
    assert line in told(planned(row(target=old)), planned(row(target=new)))


def lines_of(changed: object, width: int | None = None, by: By = By.FOLDER) -> list[str]:
    """What is told of a target that changed, and of one more."""
    one, other = row(target=TARGET), row(target=TARGET, code="2", area="north")
    differing = found(planned(one), planned(row(target=changed), other))
    tables = diff_tables(differing, Compared(by, "a", "b"), names_of(planned(one, other)), View("en", width))
    text = plain(tables) if width is None else draw(tables, width, colour=False)
    return [" ".join(line.split()) for line in text.splitlines()]


def test_senses_are_told_where_the_numbers_are_the_same() -> None:
    """Or nobody could see what differs."""
    senses = (Timing.AVERAGE, Timing.EVERY_YEAR)
    (told,) = (line for line in lines_of(TARGET._replace(readings=senses)) if "changed 1" in line)
    assert told == "→ changed 1 Share (%) ≥ 75 (2030; last year) ≥ 75 (2030; average / every year)"


@pytest.mark.parametrize("width", [80, 100, 125])
def test_both_promises_stay_on_a_terminal_that_is_not_wide(width: int) -> None:
    """One below the other, and what is only in one alone."""
    told = lines_of(TARGET._replace(figure=figure_of("≥ 75.5")), width)
    at = next(at for at, line in enumerate(told) if "changed" in line and "(%)" in line)
    assert told[at : at + 2] == ["→ changed 1 Share (%) ≥ 75 (2030)", "≥ 75.5 (2030)"]
    assert "+ added 2 Share (%) ≥ 75 (2030)" in told


@pytest.mark.parametrize(("by", "word"), [(By.FOLDER, "+ added"), (By.PLAN, "+ only in the second")])
def test_between_two_plans_nothing_comes_or_goes(by: By, word: str) -> None:
    """One of them says something, and the other does not."""
    told = lines_of(TARGET, by=by)
    assert f"{word} 2 Share (%) ≥ 75 (2030)" in told
    assert told[1] == word


def test_names_come_from_both_states_the_new_one_first() -> None:
    """So that what is gone has a name too."""
    old = planned(row(target=TARGET))
    assert names_of(shipped(), old).plans["targets"].en == "Plan"
    assert names_of(shipped(), LATER).areas == shipped().areas
    assert State(Knowledge(old, Clock(2025))).knowledge.catalogue is old
