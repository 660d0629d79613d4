"""The sheets beside the targets."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cli.runner import Tgkt

from .workbooks import PLANS, displayed, document, is_near, kept, opened

each_language = pytest.mark.parametrize("lang", ["vi", "en"])
NAMES = {
    "vi": ("Tổng hợp", "Phát hiện", "Số liệu hợp nhất", "Văn kiện"),
    "en": ("Scoreboard", "Findings", "Merged figures", "Documents"),
}


def body(sheet: Any) -> list[list[Any]]:
    """The rows below the heads that are numbered."""
    return [list(row) for row in sheet.iter_rows() if (row[0].value or "").isdigit()]


@each_language
def test_the_scoreboard_is_that_of_the_plan(lang: str) -> None:
    """The same counts in the same order, above it why they are so, and below it what needs attention first."""
    passage = document("", lang).passage("board")
    assert passage is not None
    sheet = opened("", lang)[NAMES[lang][0]]
    texts = [[cell.text for cell in row] for row in passage.tables[0].rows]
    above = [row[0].value for row in sheet.iter_rows(max_row=7) if row[0].value]
    assert set(passage.says) < set(above)
    found = [[displayed(cell, lang) for cell in row] for row in sheet.iter_rows(min_row=9, max_row=8 + len(texts))]
    assert found == texts
    below = [row[0].value for row in sheet.iter_rows(min_row=9 + len(texts)) if row[0].value]
    assert len(below) == 7
    assert below[2].startswith("- 6. ")


@each_language
def test_every_finding_is_there_once(tgkt: Tgkt, lang: str) -> None:
    """With its residual as a number."""
    rows = tgkt("check", "-f", "json").json["rows"]
    meant = [row for row in rows if row["outcome"] in ("inconsistent", "needs_assumption")]
    found = body(kept("", lang)[NAMES[lang][1]])
    assert len(found) == len(meant)
    residuals = [row["residual"] for row in meant if row["residual"]]
    numbers = [row[4].value for row in found if row[4].value is not None]
    assert len(numbers) == len(residuals)
    assert all(any(is_near(each, one, digits=4) for one in residuals) for each in numbers)


@each_language
def test_findings_to_read_first_are_named_by_their_items(lang: str) -> None:
    """Each row stands once, under its subject; above the table are the items of the five."""
    sheet, passage = kept("", lang)[NAMES[lang][1]], document("", lang).passage("findings")
    assert passage is not None
    (told,) = (
        str(row[0].value) for row in sheet.iter_rows(max_row=8) if re.search(r": .*\d+, \d+\.$", str(row[0].value))
    )
    items = {row[0].value: row[1].value for row in body(sheet)}
    named = [items[each] for each in re.findall(r"\d+", told)]
    assert [text.partition(" Cùng nguyên nhân")[0] for text in named] == [row[1].text for row in passage.tables[0].rows]


@each_language
def test_every_printed_merged_figure_is_a_number(tgkt: Tgkt, lang: str) -> None:
    """Beside what its parts give."""
    passage = document("", lang).passage("blend")
    assert passage is not None
    found = body(kept("", lang)[NAMES[lang][2]])
    assert len(found) == len(passage.tables[0].rows)
    for cells, row in zip(found, passage.tables[0].rows, strict=True):
        assert displayed(cells[5], lang) == row[3].text
        assert displayed(cells[6], lang) == row[4].text
        assert isinstance(cells[6].value, int | float) or " - " in row[4].text or not row[4].text


@pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
def test_documents_have_their_short_names_and_addresses(folder: str) -> None:
    """By which the other sheets call them; a link where there is an address."""
    sheet = opened(folder, "vi")["Văn kiện"]
    passage = document(folder, "vi").passage("documents")
    assert passage is not None
    found = body(sheet)
    assert [row[2].value for row in found] == [row[1].text for row in passage.tables[0].rows]
    assert [bool(row[1].hyperlink) for row in found] == [bool(row[4].text) for row in passage.tables[0].rows]
    shorts = {row[1].value for row in found}
    assert {source.document for line in document(folder, "vi").lines for source in line.sources} <= shorts


def test_the_method_stands_below_the_documents() -> None:
    """In every file."""
    told = [row[0].value or "" for row in opened("", "en")["Documents"].iter_rows()]
    assert sum(text.startswith("- ") for text in told) == 5
