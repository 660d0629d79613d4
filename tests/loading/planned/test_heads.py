"""Heads of columns of a plan, in Vietnamese and English."""

from __future__ import annotations

from io import BytesIO

import pytest

from tgkt.errors import DataError
from tgkt.loading.planned.heads import PlanHeading, PlanHeads
from tgkt.loading.tabular.book import chosen_sheet, open_book

from .sheets import told


def heading(*heads: str) -> PlanHeading:
    """The heading of these heads, beside a title and a unit."""
    table = ";".join(["Title", "Unit", "Target 2099", *heads])
    return chosen_sheet(open_book("goals.csv", BytesIO(table.encode()), PlanHeads()), None, PlanHeads())[1]


@pytest.mark.parametrize(
    ("heads", "column"),
    [
        pytest.param(["Id", "Mã", "MÃ CHỈ TIÊU"], "id", id="ids"),
        pytest.param(["Số", "TT", "No.", "Code", "STT"], "code", id="numbers"),
        pytest.param(["Chiều", "Direction"], "direction", id="directions"),
        pytest.param(["Năm gốc", "Base year", "Baseline year"], "base year", id="years of the base"),
        pytest.param(["Năm mục tiêu", "Target year"], "target year", id="years of the target"),
        pytest.param(["Dấu", "Comparator"], "comparator", id="comparators"),
        pytest.param(["Địa bàn", "Area"], "area", id="areas"),
        pytest.param(["Lĩnh vực", "Section"], "section", id="sections"),
        pytest.param(["Nguồn", "Origin", "Source"], "origin", id="documents"),
        pytest.param(["Giá", "Price"], "price", id="prices"),
        pytest.param(["Đo lường", "Measure"], "measure", id="measures"),
        pytest.param(["Cách tính", "Timing"], "timing", id="timings"),
        pytest.param(["Ghi chú", "Note"], "note", id="notes"),
    ],
)
def test_a_head_in_either_language(heads: list[str], column: str) -> None:
    """Whatever its case, accents and signs."""
    for head in heads:
        assert [str(each) for each in heading(head).columns if each not in ("title", "unit")] == [column]


@pytest.mark.parametrize(
    ("head", "figures"),
    [
        pytest.param("Mục tiêu 2030", "target 2030", id="a target"),
        pytest.param("KH 2026", "target 2026", id="a plan"),
        pytest.param("2030 target (%)", "target 2030 in %", id="a target with its unit"),
        pytest.param("Target 2026-2030", "target 2026-2030", id="a term"),
        pytest.param("Base 2015", "baseline 2015", id="a base"),
        pytest.param("Số gốc 2025", "baseline 2025", id="a base in Vietnamese"),
        pytest.param("Thực hiện 2025", "observed 2025", id="a result"),
        pytest.param("2025", "observed 2025", id="a year alone"),
        pytest.param("Ước TH 2025", "observed 2025 estimated", id="an estimate"),
        pytest.param("TH2024", "observed 2024", id="glued"),
    ],
)
def test_a_year_in_a_head(head: str, figures: str) -> None:
    """Figures of a year, with what the head says of them."""
    found = heading(head).figures[1]
    words = [found.sort, found.period, found.status, f"in {found.unit}" if found.unit else None]
    assert " ".join(str(each) for each in words if each) == figures


@pytest.mark.parametrize(
    ("heads", "language"),
    [
        pytest.param(["Direction", "Base year"], "en", id="English"),
        pytest.param(["Chiều", "Năm gốc", "Năm mục tiêu", "Giá"], "vi", id="mostly Vietnamese"),
        pytest.param(["Chiều", "Giá"], None, id="half and half"),
    ],
)
def test_the_heads_tell_the_language(heads: list[str], language: str | None) -> None:
    """Title and Unit are English."""
    assert heading(*heads).language == language


@pytest.mark.parametrize(
    ("heads", "messages"),
    [
        pytest.param(
            ["Code", "No"], ["5: the columns 'Code' and 'No' are both code. Rename one"], id="two columns of one kind"
        ),
        pytest.param(
            ["Target 2030", "KH 2030"],
            ["5: the columns 'Target 2030' and 'KH 2030' are both target of 2030. Rename one"],
            id="two targets of one year",
        ),
        pytest.param(
            ["Directon"], ["4: the column 'Directon' is not known. Did you mean 'direction'? Rename it"], id="a slip"
        ),
        pytest.param(
            ["Base"],
            [
                "4: the figures under 'Base' have no year. Add a column 'Base year', or write it in the heading: "
                "'Base 2025'"
            ],
            id="a base without a year",
        ),
        pytest.param(
            ["Thực hiện"],
            ["4: the figures under 'Thực hiện' have no year. Write it in the heading: 'Thực hiện 2025'"],
            id="results without a year",
        ),
    ],
)
def test_a_heading_with_mistakes(heads: list[str], messages: list[str]) -> None:
    """All of them are told, each with its column."""
    with pytest.raises(DataError) as caught:
        heading(*heads)
    assert [str(each) for each in caught.value.problems] == [f"goals.csv:1:{each}" for each in messages]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param(
            "A;B\n1;2\n",
            "goals.csv:1:1: no line has an indicator and a unit or target column; the nearest has: A, B. Rename the "
            "columns: Indicator, Unit, Direction, Base year, Base, Target year, Target",
            id="no head is known",
        ),
        pytest.param(
            "Indicatr;Unit\n",
            "goals.csv:1:1: no line has an indicator and a unit or target column; the nearest has: Indicatr, Unit. "
            "'Indicatr' looks like 'indicator'. Rename the columns: Indicator, Unit, Direction, Base year, Base, "
            "Target year, Target",
            id="a slip in the head that is needed",
        ),
        pytest.param(
            "\n\n",
            "goals.csv:1:1: the sheet is empty. Write a heading line and a line for each indicator",
            id="nothing stands in it",
        ),
        pytest.param("", "goals.csv: the file is empty. Write a heading line and a line for each figure", id="no byte"),
        pytest.param("%PDF-1.7", "goals.csv: a PDF. Save it as .xlsx or CSV", id="a PDF"),
    ],
)
def test_a_sheet_without_a_heading(table: str, message: str) -> None:
    """The line that comes nearest is shown."""
    assert told(table) == [message]
