"""The story of an indicator: one screen whatever its row, with what a letter needs."""

from __future__ import annotations

import re
from functools import cache

import pytest
from later import knowledge
from shipped import RESULTS, TARGETS, rows_of, shipped

from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain
from tgkt.report.console import draw
from tgkt.report.story import story_tables
from tgkt.report.table import plain
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.results.check import Finding
from tgkt.results.explain import Explanation
from tgkt.series.series import Knowledge

MOST_LINES = 25
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def known(*later: str) -> tuple[Knowledge, list[Finding]]:
    """What is known with later figures, audited once."""
    found = knowledge(*later)
    return found, audit(found)


@cache
def told(id: str, area: str | None = None, *later: str) -> Explanation:
    """What is gathered of an indicator."""
    found, findings = known(*later)
    return explain(found.catalogue.indicators[id], found, findings, area=area)


def story(found: Explanation, lang: str, width: int | None) -> str:
    """The story as a terminal of a width, or a pipe, shows it."""
    tables = story_tables(found, shipped(), View(lang, width), f"tgkt explain {found.indicator.id}")
    return plain(tables) if width is None else draw(tables, width, colour=False)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("plan", [TARGETS, RESULTS])
def test_every_row_has_a_story_of_one_screen(plan: str, lang: str) -> None:
    """At most 25 lines of 80 columns, no number broken at the end of a line: all that is a number in the story of a
    terminal is one in that of a pipe."""
    for id, area in dict.fromkeys((row.indicator.id, row.area) for row in rows_of(plan)):
        found = told(id, area)
        text, whole = story(found, lang, 80), story(found, lang, None)
        lines = text.splitlines()
        assert len(lines) <= MOST_LINES, id
        assert max(map(width_of, lines)) <= 80, id
        assert set(NUMBER.findall(text)) <= set(NUMBER.findall(whole)), id


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("id", ["population", "grdp_share_industry", "income_per_capita", "revenue_growth"])
def test_the_longest_stories_fit_any_screen(id: str, width: int) -> None:
    """What answers least gives way; the target and the standing stay."""
    text = story(told(id), "en", width)
    assert len(text.splitlines()) <= MOST_LINES
    assert max(map(width_of, text.splitlines())) <= width
    assert ("Target" in text, "Standing" in text, "--all" in text) == (True, True, True)


@pytest.mark.parametrize(
    ("id", "area", "says"),
    [
        pytest.param(
            "population",
            None,
            [
                "Target 1,845.7 thousand people, 2030: “đến năm 2030 đạt 1.845,7 nghìn người” (draft resolution, ",
                "Starts at (1,705.6 - 1,712.5) thousand people, 2025; by a declared formula",
                "Printed ≲ 1.8 million people, 2025: “gần 1,8 triệu người” (political report, ",
                "1,698 - 1,712, by a declared formula: grdp[merged, 2025] / grdp_per_capita[merged, 2025]",
                "1,706 - 1,720, blended from the parts: ",
                "The plan implies 1,711.6 (2025): ",
                "(1,845.7 / 1,709.03)^(1/5) - 1 = +1.55 %; ×1.14 the pace of the last term (+1.36 %)",
            ],
            id="a floor of words that derived figures narrow",
        ),
        pytest.param(
            "life_expectancy",
            None,
            ["Printed again political report, Phần thứ hai, mục III.2, chỉ tiêu (12)"],
            id="a target that another document prints in the same words",
        ),
        pytest.param(
            "poverty_reduction",
            None,
            ["Standing ○ open: break in 2026", "Breaks poverty_standard, from 2026: "],
            id="a break",
        ),
        pytest.param(
            "grdp_per_capita",
            "thai_nguyen",
            ["Verdict ✗ not met: 132", "Official Không đạt", "≠ disputed: 119 million VND/person/year, 2025: “"],
            id="a result that another document contradicts",
        ),
        pytest.param("party_members", None, ["Newest figures 140,009 party members, 2025: “"], id="no row in any plan"),
        pytest.param("exports", None, ["no document prints a figure"], id="nothing printed"),
        pytest.param(
            "grdp_growth",
            None,
            ["Other rows: Thái Nguyên (old) 1, Bắc Kạn (old) 1: tgkt explain grdp_growth --area thai_nguyen"],
            id="rows of another plan are named with the command that shows them",
        ),
    ],
)
def test_what_a_story_tells(id: str, area: str | None, says: list[str]) -> None:
    """Where it starts and how that is known, what must come, what is disputed."""
    text = " ".join(story(told(id, area), "en", None).split())
    assert [each for each in says if each not in text] == []


def test_results_stand_in_a_row() -> None:
    """The newest year first, once there is more than the start."""
    later = ("grdp_per_capita 2026 = 131", "grdp_per_capita 2027 = 144")
    assert "By year         2027: 144 · 2026: 131 · 2025: 119 · 2020: 79.4" in story_with(*later)


def story_with(*later: str) -> str:
    """The story of GRDP per head with later figures."""
    tables = story_tables(told("grdp_per_capita", None, *later), shipped(), View("en", None), "tgkt explain 3")
    return re.sub(r"(?m)^By year +", "By year         ", plain(tables))
