"""The tables of plans: headings, rows by the keys of their figures, and gaps."""

from __future__ import annotations

from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.planned import GAPS, PLANS, ROWS

from .sdmx.exported import each_folder, exported
from .small import held, ids, small


def test_a_plan_has_its_heading() -> None:
    """The base year is the one before its term unless it names another."""
    assert held(PLANS, id="p") == {
        "id": "p",
        "title_vi": "Kế hoạch",
        "title_en": "Plan",
        "period": "2026-2030",
        "baseline": "2025",
        "origin": "report",
        "in_force": True,
    }


def test_a_row_names_its_figures() -> None:
    """They stand in the table of figures, under these keys."""
    row = held(ROWS, key="p/whole/1")
    assert row == {
        "key": "p/whole/1",
        "plan": "p",
        "area": "whole",
        "code": "1",
        "indicator": "income",
        "label": "Tổng thu nhập",
        "target": "p/whole/1/target",
        "baseline": "whole/income/2025/in_year/report",
        "result": "whole/income/2030/in_year/report",
        "official": "Đạt",
        "origin": "report",
        "locator": "mục 1",
        "note_vi": "đọc từ bảng",
        "note_en": "đọc từ bảng",
    }
    figures = {each["key"]: each for each in FIGURES.rows(small())}
    assert [str(figures[row[name]]["value"]) for name in ("target", "baseline", "result")] == ["150", "100.0", "151"]


def test_a_gap_is_a_number_that_the_document_leaves_out() -> None:
    """With what the document does instead."""
    assert ids(GAPS) == [("p", 1)]
    assert held(GAPS, plan="p") == {
        "plan": "p",
        "place": 1,
        "area": "whole",
        "code": "7",
        "note_vi": "bỏ số 7",
        "note_en": "bỏ số 7",
    }


@each_folder
def test_every_row_leads_to_figures_that_there_are(name: str) -> None:
    """And every target is that of a row, or a share of one."""
    figures = {each["key"]: each for each in FIGURES.rows(exported(name))}
    rows = list(ROWS.rows(exported(name)))
    named = {row[part] for row in rows for part in ("target", "baseline", "last_term", "result")} - {None}
    assert named <= figures.keys()
    targets = {key for key, each in figures.items() if each["role"] == "target" and not each["part_of"]}
    assert targets == {row["target"] for row in rows} - {None}
