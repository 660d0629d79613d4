"""The sheets of earlier plans: results beside the labels of their documents."""

from __future__ import annotations

from typing import Any

import pytest
from cli.runner import Tgkt

from .workbooks import displayed, document, is_near, kept, opened

NAME = {"vi": "Kết quả 2020-2025", "en": "Results 2020-2025"}
each_language = pytest.mark.parametrize("lang", ["vi", "en"])


def rows(lang: str, found: Any) -> list[list[Any]]:
    """The rows of the sheet with a number."""
    return [
        list(row) for row in found("", lang)[NAME[lang]].iter_rows() if row[0].value and row[1].value and row[2].value
    ]


@each_language
def test_every_figure_and_grade_is_that_of_status(tgkt: Tgkt, lang: str) -> None:
    """Target and result as numbers, our grade, and the label as the document prints it."""
    meant = tgkt("status", "--plan", "2020-2025", "-f", "json").json["rows"]
    found = [row for row in rows(lang, kept) if row[0].value not in ("STT", "Item no.", "A")]
    assert len(found) == len(meant)
    for cells, row in zip(found, meant, strict=True):
        assert cells[0].value.split()[0] == row["code"]
        assert (cells[7].value or "") == (row["official"] or "")
        for cell, names in (
            (cells[3], ("target", "target_low", "target_high")),
            (cells[4], ("result", "result_low", "result_high")),
        ):
            if isinstance(cell.value, int | float):
                assert any(is_near(cell.value, row[name], digits=11) for name in names if row[name] is not None)
        assert (
            isinstance(cells[4].value, int | float) or row["result"] is None or row["result_comparator"] == "milestone"
        )


@each_language
def test_numbers_read_as_in_the_other_files(lang: str) -> None:
    """With their signs and printed digits."""
    texts = [
        [cell.text for cell in row[3:5]]
        for passage in document("", lang).passages
        if passage.id.startswith("results-")
        for table in passage.tables
        if table.of
        for row in table.rows
    ]
    found = [list(row) for row in kept("", lang)[NAME[lang]].iter_rows() if row[1].value and row[2].value]
    shown = [[displayed(cell, lang) for cell in row[3:5]] for row in found[2:]]
    assert shown == texts


def test_what_differs_from_the_label_says_why() -> None:
    """And what has no grade; the rest needs no words."""
    whys = {row[0].value: row[-1].value for row in rows("vi", opened) if row[-1].value}
    assert whys["12 ‡!"] == "5,4, vượt chỉ tiêu 5,2 - 5,3"
    assert len(whys) < 25


def test_words_stand_in_notes() -> None:
    """Of target and result, with document and place."""
    row = next(row for row in rows("vi", opened) if row[0].value.split()[0] == "3")
    assert "9%/năm" in row[3].comment.text
    assert "Phụ lục, mục II, Thái Nguyên, dòng 3" in row[3].comment.text
    assert row[4].comment is not None


def test_the_counts_stand_above() -> None:
    """By target and by part."""
    told = [row[0].value or "" for row in opened("", "vi")[NAME["vi"]].iter_rows(max_row=9)]
    assert any("Bắc Kạn (cũ)" in text and "✓ đạt 50" in text for text in told)
