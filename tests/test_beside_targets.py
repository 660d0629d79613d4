"""What documents say beside the numbered targets: aims with later deadlines, and how many targets a term had."""

from __future__ import annotations

from collections import Counter

import pytest
from shipped import RESULTS, TARGETS, rows_of, shipped

from tgkt.engine.check.audit import audit
from tgkt.facts.statement import Timing
from tgkt.results.computed import Outcome
from tgkt.series.printed import Clock
from tgkt.series.role import Role, roles_of
from tgkt.series.series import Knowledge

KNOWN = Knowledge(shipped(), Clock(2025))
THAI_NGUYEN = {"party_organisations": "15.1", "higher_party_committees": "15.2", "party_members": "15.3"}
BAC_KAN = {"party_organisations": "67", "party_members": "68"}


@pytest.mark.parametrize(
    ("id", "year", "places"),
    [
        pytest.param(
            "upper_middle_income",
            2030,
            {"political_report": 2, "draft_resolution": 2, "article_2025_08": 1},
            id="upper-middle income before 2030: in the general aim and the motto of both, and in the article",
        ),
        pytest.param(
            "high_income",
            2045,
            {"political_report": 1, "draft_resolution": 1, "article_2025_08": 1},
            id="high income before 2045: in the general aim of both, and in the article",
        ),
    ],
)
def test_what_the_province_is_to_become(id: str, year: int, places: dict[str, int]) -> None:
    """Aims in words with a deadline that lies before a year; none of them is a figure."""
    said = KNOWN.statements(id, "merged")
    assert Counter(each.origin for each in said) == places
    assert {(each.period.last, each.timing) for each in said} == {(year, Timing.BEFORE)}
    assert {*roles_of(id, "merged", KNOWN).values()} == {Role.AIM}
    assert all(f"trước năm {year}" in each.printed for each in said)


def test_the_former_term_had_fifteen_targets() -> None:
    """The article of 2021 says so, and the table of the appendix is numbered up to it."""
    said = KNOWN.statements("main_targets", "thai_nguyen")
    assert {each.origin: str(each.figure) for each in said} == {"article_2021_04": "15", "appendix": "15"}
    numbers = {row.number for row in rows_of(RESULTS, area="thai_nguyen")}
    assert numbers == {str(number) for number in range(1, 16)}
    (only,) = (each for each in audit(KNOWN, ["main_targets"]))
    assert (only.kind, only.outcome) == ("duplicate", Outcome.CONSISTENT)


def test_clubs_are_due_at_two_dates() -> None:
    """Target (26) says by 2030, section V.3.4 of the report from 2026; no standing is marked by it."""
    found = {each.id: each for each in audit(KNOWN, ["commune_clubs"])}
    both = found["reprint.commune_clubs.merged.2026.political_report"]
    assert (both.outcome, both.severity.value) == (Outcome.NEEDS_ASSUMPTION, "low")
    assert [str(each.period) for each in both.statements] == ["2030", "2026"]


def test_a_speed_is_a_condition_of_the_row() -> None:
    """What counts as access stands beside the share, in the words of the document."""
    (row,) = (row for row in rows_of(TARGETS) if row.code == "27.3")
    assert row.condition is not None
    assert row.condition.texts == ("tốc độ trên 1Gb/s", "at over 1 Gb/s")
    assert [each.code for each in rows_of(TARGETS) if each.condition] == ["27.3"]


@pytest.mark.parametrize(
    ("id", "area", "code"),
    [("party_admission_rate", "thai_nguyen", "15")]
    + [(f"{id}_good_share", "thai_nguyen", code) for id, code in THAI_NGUYEN.items()]
    + [(f"{id}_good_share", "bac_kan", code) for id, code in BAC_KAN.items()],
)
def test_a_period_that_no_document_prints_has_a_note(id: str, area: str, code: str) -> None:
    """The rows of Party building name no year; which one is taken is said."""
    (row,) = (row for row in rows_of(RESULTS, area=area) if (row.indicator.id, row.code) == (id, code))
    assert row.target is not None
    assert row.target.note is not None
    assert "nhiệm kỳ" in row.target.note.vi
