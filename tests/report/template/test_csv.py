"""The sheet as CSV: what Excel opens, and no text that it would compute."""

from __future__ import annotations

import csv
import io

import pytest
from builders import indicator, period, row, statement
from hypothesis import given
from hypothesis import strategies as st

from tgkt.facts.indicator import Words
from tgkt.report.template.csv import csv_text

from .sheets import sheet, shipped_sheet

MARKS = {"vi": ";", "en": ","}


def lines(text: str, mark: str) -> list[list[str]]:
    """The cells of CSV."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark, strict=True))


@pytest.mark.parametrize("lang", MARKS)
def test_what_is_given_is_read_back(lang: str) -> None:
    """Title, plan and advice, the heads, then every line with the cells to be filled in empty."""
    found = shipped_sheet(lang)
    read = lines(csv_text(found, lang), MARKS[lang])
    top = len(found.above) + 1
    assert read[:top] == [[found.title], *([each] for each in found.above)]
    assert read[top] == [column.head for column in found.columns]
    assert read[top + 1 :] == [[*each.cells, "", "", ""] for each in found.rows]


@pytest.mark.parametrize("lang", MARKS)
def test_excel_sees_its_encoding_and_its_columns(lang: str) -> None:
    """The mark of UTF-8 at the start, Windows' ends of lines, and what parts columns where the language is read."""
    text = csv_text(shipped_sheet(lang), lang)
    assert text.count("\ufeff") == 1
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    assert text.splitlines()[-1].count(MARKS[lang]) >= len(shipped_sheet(lang).columns) - 1


@given(
    title=st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), min_size=1), sign=st.sampled_from("=+-@\t")
)
def test_no_text_becomes_a_formula(title: str, sign: str) -> None:
    """A text that begins as a formula does is marked as a text, and any other stays as it stands."""
    for text in (sign + title, title):
        declared = indicator(title=Words(text, text))
        found = sheet(row(indicator=declared, target=statement("≥ 75", period=period(2030))))
        cell = lines(csv_text(found, "en"), ",")[-1][2]
        assert cell[0] not in "=+-@\t"
        assert cell.removeprefix("'") == text.removeprefix("'")
