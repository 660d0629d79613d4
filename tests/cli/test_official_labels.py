"""The appendix of 2020-2025: its own labels, and where our rule differs from them.

The figures here were counted in the printed table (document 003, Appendix I.II), not with tgkt.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from .runner import Tgkt

LABELS = {
    "thai_nguyen": {
        "Vượt mục tiêu": 15,
        "Đạt mục tiêu": 4,
        "Không đạt": 7,
        "Không Đạt": 1,  # row 6 prints a capital
        "Tích cực": 1,
    },
    "bac_kan": {
        "Vượt mục tiêu": 21,
        "Đạt mục tiêu": 33,
        "Không đạt": 12,
        "Không đạt mục tiêu": 1,  # row 16
    },
}
DIFFERENT = [
    # area, code, printed target, printed result, official label, our verdict, what differs
    ("thai_nguyen", "14", "46%", ">46%", "Đạt mục tiêu", "exceeded", "degree"),
    ("bac_kan", "12", "5,2-5,3%", "5,4%", "Đạt mục tiêu", "exceeded", "degree"),
    ("bac_kan", "34", "≥92%", "92,8%", "Đạt mục tiêu", "exceeded", "degree"),
    ("bac_kan", "35", "≥40%", "59,8%", "Đạt mục tiêu", "exceeded", "degree"),
    ("bac_kan", "37", ">90%", ">97%", "Đạt mục tiêu", "exceeded", "degree"),
    ("bac_kan", "40", "≤17%", "≤ 15,0%", "Đạt mục tiêu", "exceeded", "degree"),
]
NOT_COMPARED = [
    # area, code, official label, why there is no grade to compare it with
    ("thai_nguyen", "2", "Tích cực", "structure"),
    ("bac_kan", "6", "Đạt mục tiêu", "neutral_direction"),
    ("bac_kan", "7", "Không đạt", "neutral_direction"),
    ("bac_kan", "8", "Đạt mục tiêu", "neutral_direction"),
    ("bac_kan", "9", "Đạt mục tiêu", "neutral_direction"),
    ("bac_kan", "16", "Không đạt mục tiêu", "words_open"),
    ("bac_kan", "36", "Đạt mục tiêu", "no_target"),
]


@pytest.fixture(name="rows")
def all_rows(tgkt: Tgkt) -> list[dict[str, Any]]:
    """Every row of the appendix."""
    found: list[dict[str, Any]] = tgkt("status", "--plan", "results_2020_2025", "--format", "json").json["rows"]
    return found


@pytest.mark.parametrize("area", LABELS)
def test_labels_are_those_the_document_prints(rows: list[dict[str, Any]], area: str) -> None:
    """Each label stands as often as in the printed table, with its own capitals."""
    assert LABELS[area] == Counter(row["official"] for row in rows if row["area"] == area)


def test_the_places_where_a_grade_and_a_label_differ(rows: list[dict[str, Any]]) -> None:
    """Grade and label differ in these rows and no others, and never on pass or fail."""
    fields = ("area", "code", "target_printed", "result_printed", "official", "verdict", "disagreement")
    assert [tuple(row[field] for field in fields) for row in rows if row["agrees"] is False] == DIFFERENT


def test_labels_that_are_not_compared(rows: list[dict[str, Any]]) -> None:
    """Where there is no grade there is no agreement, and a reason."""
    fields = ("area", "code", "official", "reason")
    assert [tuple(row[field] for field in fields) for row in rows if row["agrees"] is None] == NOT_COMPARED


def test_the_scoreboard_counts_these_rows(tgkt: Tgkt, rows: list[dict[str, Any]]) -> None:
    """The scoreboard says of the old provinces what their rows and the two lists above say."""
    board = {
        line["area"]: line
        for line in tgkt("status", "--plan", "results_2020_2025", "--format", "json").json["scoreboard"]
    }
    for area, labels in LABELS.items():
        grades = Counter(row["verdict"] for row in rows if row["area"] == area)
        differ, silent = (len([each for each in some if each[0] == area]) for some in (DIFFERENT, NOT_COMPARED))
        keys = ("rows", "passed", "failed", "not_assessable", "agree", "differ_in_degree", "differ_in_outcome")
        assert {key: board[area][key] for key in keys} == {
            "rows": sum(labels.values()),
            "passed": grades["met"] + grades["exceeded"],
            "failed": grades["not_met"],
            "not_assessable": grades["not_assessable"],
            "agree": sum(labels.values()) - differ - silent,
            "differ_in_degree": differ,
            "differ_in_outcome": 0,
        }


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_difference_is_shown_with_its_rule(tgkt: Tgkt, lang: str) -> None:
    """The table for people ends with the rows whose label our rule does not give."""
    out = tgkt("status", "--plan", "results_2020_2025", "--lang", lang).out
    last = [line for line in out.split("\n\n")[-1].splitlines()[3:] if "  " in line]
    assert [(row[1], row[4]) for row in DIFFERENT] == [
        (code, label) for line in last for _, code, label in [[part.strip() for part in line.split("  ") if part][:3]]
    ]
