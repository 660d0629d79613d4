"""A gallery of tables that are refused, each with its whole message: the place, what is wrong, how to mend it."""
# ruff: noqa: E501 - a message stands whole on its line

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from .tables import read, workbook

HEAD = "indicator,period,value\n"
CELLS = ("indicator", "period", "value")


def cell(text: str) -> str:
    """A table with one value."""
    return f'{HEAD}grdp,2026,"{text}"\n'


VALUES = [
    ("1,85E+06", "has lost its digits. Give the cell a number format with all digits, and save again"),
    ("7,3*", ": '*' after a number is not known. Flags are e, f and p; move others to the note"),
    ("7.3 b", ": 'b' after a number is not known. Flags are e, f and p; move others to the note"),
    ("7.3 (2)", ": '(2)' after a number is not known. Move it to the note"),
    ("tăng 7", ": 'tăng' before a number is not known. Move the words to the note"),
    ("12/5", "holds more than one number. Write one, or a range such as 6,5 - 7,0"),
    ("nan", "is not a number. Write digits, or leave the cell empty"),
    ("007", "has leading zeros. Write 7"),
    ("1..5", "is not a number in plain (1845.7) notation. Correct it, or name --notation vi or en"),
    ("1,845", "is not a number in plain (1845.7) notation. Correct it, or name --notation vi or en"),
    ("ước 7 (p)", "is marked estimated and provisional. Keep one"),
    ("trên 7 trở xuống", "says more_than and at_most. Keep one"),
]


@pytest.mark.parametrize(("text", "message"), VALUES, ids=[text for text, _ in VALUES])
def test_a_value_that_cannot_be_read(text: str, message: str) -> None:
    """Told in one line with the text."""
    (told,) = read(cell(text), notation="en" if text == "1..5" else "plain").problems
    assert told.replace("English (1,845.7)", "plain (1845.7)") in {
        f"t.csv:2:3: value: '{text}' {message}",
        f"t.csv:2:3: value: '{text}'{message}",
    }


GALLERY: list[Any] = [
    pytest.param(
        cell("#N/A"),
        "t.csv:2:3: value: '#N/A' is a value that was not found. Correct the formula, or leave the cell empty",
        id="#N/A",
    ),
    pytest.param(
        cell("####"),
        "t.csv:2:3: value: '####': the column was too narrow to show the digits. Widen it and save again",
        id="a narrow column",
    ),
    pytest.param(
        cell("7 - 6"),
        "t.csv:2:3: value: the range '7 - 6' does not rise. Write the smaller number first",
        id="a range that falls",
    ),
    pytest.param(
        f'{HEAD}grdp,2026,"1,845.7"\ngrdp,2027,"1.845,7"\n',
        "t.csv:3:3: value: one column in two notations: '1.845,7' has a decimal comma, '1,845.7' (t.csv:2:3) a decimal point. "
        "Write them the same way, or name --notation vi or en",
        id="two notations in one column",
    ),
    pytest.param(
        cell("1.845").replace(",", "\t"),
        "t.csv:2:3: value: '1.845' is 1845 in Vietnamese notation and 1.845 in English. Name --notation vi or en",
        id="tabs and a number that is another one in each notation",
    ),
    pytest.param(
        workbook(CELLS, ("grdp", 2026, "1.845")),
        "t.xlsx: sheet Sheet1, cell C2: value: '1.845' is 1845 in Vietnamese notation and 1.845 in English. "
        "Name --notation vi or en",
        id="a text cell that is another number in each notation",
    ),
    pytest.param(
        f"{HEAD}grdp,2026,1,5\n",
        "t.csv:2:4: 4 cells under 3 columns. Quote cells that hold a comma",
        id="an unquoted comma",
    ),
    pytest.param(
        f"{HEAD}grdp,5\n", "t.csv:2:3: 2 cells under 3 columns. Quote cells that hold a comma", id="a cell too few"
    ),
    pytest.param(
        f"{HEAD}gdrp,2026,5\n",
        "t.csv:2:1: indicator: unknown indicator 'gdrp'. Did you mean 'grdp'?",
        id="an unknown indicator",
    ),
    pytest.param(
        f"{HEAD},2026,5\n", "t.csv:2:1: indicator: no indicator beside the figure. Write one", id="no indicator"
    ),
    pytest.param(f"{HEAD}GRDP,2026,5\n", None, id="an id in capitals"),
    pytest.param(
        f"{HEAD}Tổng,2026,5\n",
        "t.csv:2:1: indicator: unknown indicator 'Tổng'. Use one of: doctors, forest, grdp, growth, income.",
        id="a number beside an unknown title",
    ),
    pytest.param(
        f"{HEAD}grdp,2026,xem trang 3\n",
        "t.csv:2:3: value: 'xem trang 3': 'xem trang' before a number is not known. Move the words to the note",
        id="words beside a known indicator",
    ),
    pytest.param(f"{HEAD}product,2026,5\n", None, id="a part of one title"),
    pytest.param(
        f"{HEAD}Tỷ lệ tăng GRDP quy mô,2026,5\n",
        "t.csv:2:1: indicator: unknown indicator 'Tỷ lệ tăng GRDP quy mô'.",
        id="more than a title",
    ),
    pytest.param(
        f"{HEAD}2,2026,5\n",
        "t.csv:2:1: indicator: '2' means several: 2.1 grdp (Quy mô GRDP); 2.2 income (Thu nhập bình quân). Name one of them",
        id="a number with two parts",
    ),
    pytest.param(
        f"{HEAD}GRDP tăng,2026,5\n", "t.csv:2:1: indicator: unknown indicator 'GRDP tăng'.", id="words in another order"
    ),
    pytest.param(
        f"{HEAD}9,2026,5\n",
        "t.csv:2:1: indicator: no target has the number '9' in plan targets. Write an id or a title, or name --plan",
        id="a number the plan lacks",
    ),
    pytest.param(
        f'{HEAD}"2,1",2026,5\n',
        "t.csv:2:1: indicator: '2,1' is the number 2.1 with a comma. Write it with a dot, as text",
        id="a number with a comma",
    ),
    pytest.param(
        f"{HEAD}5-Jan,2026,5\n",
        "t.csv:2:1: indicator: '5-Jan' is a date that the spreadsheet made from a number. Write e.g. 5.1, as text",
        id="a date for a number",
    ),
    pytest.param(
        "code,indicator,period,value\n1,grdp,2026,5\n",
        "t.csv:2:2: indicator: '1' is growth (Tốc độ tăng GRDP), 'grdp' is grdp (Quy mô GRDP). Keep the one you mean",
        id="number and title of two targets",
    ),
    pytest.param(
        "id,title,period,value\ngrdp,Income per head,2026,5\n",
        "t.csv:2:1: id: 'grdp' is grdp (Quy mô GRDP), 'Income per head' is income (Thu nhập bình quân). Keep the one you mean",
        id="id and title of two indicators",
    ),
    pytest.param(
        "id,title,period,value\ngrdp,bình quân,2026,5\n",
        "t.csv:2:1: id: 'grdp' is grdp (Quy mô GRDP), 'bình quân' is income (Thu nhập bình quân). Keep the one you mean",
        id="id and a part of another title",
    ),
    pytest.param(
        "id,title,period,value\ngdrp,Income per head,2026,5\n",
        "t.csv:2:1: id: unknown indicator 'gdrp'. Did you mean 'grdp'?",
        id="a slip in the id beside a title",
    ),
    pytest.param(
        f"area,{HEAD}nrth,grdp,2026,5\n",
        "t.csv:2:1: area: unknown area 'nrth'. Did you mean 'north'?",
        id="an unknown area",
    ),
    pytest.param(
        f"{HEAD}grdp,,5\n", "t.csv:2:2: period: the figure has no period. Write a year (2026)", id="no period"
    ),
    pytest.param(f"{HEAD}grdp,26,5\n", "t.csv:2:2: period: '26' is not a period.", id="a year of two digits"),
    pytest.param(
        f"{HEAD}grdp,30/6/2026,5\n",
        "t.csv:2:2: period: '30/6/2026' is a day within the year. Write 2026 for the year, 6T/2026 for its first months, T6/2026 for the month",
        id="a day within the year",
    ),
    pytest.param(
        f"{HEAD}grdp,6/2026,5\n",
        "t.csv:2:2: period: '6/2026' may be the month or the months up to it. Write T6/2026 for the month, 6T/2026 for the months up to it",
        id="a month that stays open",
    ),
    pytest.param(
        f"unit,{HEAD}triệu đồng/người,income,2026,5\n",
        "t.csv:2:1: unit: 'triệu đồng/người' does not say whether it is per month or per year. Write triệu đồng/người/tháng or triệu đồng/người/năm",
        id="a unit that leaves month or year open",
    ),
    pytest.param(
        f"unit,{HEAD}kg,grdp,2026,5\n",
        "t.csv:2:1: unit: 'kg' and the indicator's unit 'nghìn tỷ đồng' measure different things. Use a unit of the same kind",
        id="a unit of something else",
    ),
    pytest.param(
        f"unit,{HEAD}tỷ đồng,grdp,2026,5 triệu\n",
        "t.csv:2:4: value: the units 'tỷ đồng' and 'triệu đồng' differ. Keep one",
        id="two units",
    ),
    pytest.param(
        f"status,{HEAD}sơ bộ,grdp,2026,5 e\n",
        "t.csv:2:4: value: one figure is marked estimated and provisional. Keep one",
        id="a flag against its column",
    ),
    pytest.param(
        "indicator,Ước TH 2026\ngrdp,5 p\n",
        "t.csv:2:2: Ước TH 2026: one figure is marked provisional and estimated. Keep one",
        id="a flag against its head",
    ),
    pytest.param(
        f"status,{HEAD}offical,grdp,2026,5\n",
        "t.csv:2:1: status: unknown status 'offical'. Did you mean 'official'?",
        id="an unknown status",
    ),
    pytest.param(
        f"{HEAD}grdp,2026,5\u202e\n",
        "t.csv:2:3: value: '5\\u202e' holds a character that turns the direction of the text (U+202E). Remove it",
        id="a bidirectional control",
    ),
    pytest.param(
        f"{HEAD}grdp,2026,\u0665\n",
        "t.csv:2:3: value: '\\u0665' holds '\u0665', a digit of another script (U+0665). Write the digits 0 to 9",
        id="another script's digit",
    ),
    pytest.param(
        f"{HEAD}gr\x1bdp,2026,5\n",
        "t.csv:2:1: indicator: 'gr\\u001bdp' holds a control character (U+001B). Remove it",
        id="a control character",
    ),
    pytest.param(
        workbook(CELLS, ("grdp", 2026, "=1+1")),
        "t.xlsx: sheet Sheet1, cell C2: value: a formula without a value. Open the file in a spreadsheet program and save it",
        id="a formula without a value",
    ),
    pytest.param(
        workbook(CELLS, ("grdp", 2026, datetime(2026, 1, 5))),
        "t.xlsx: sheet Sheet1, cell C2: value: '2026-01-05' is a date that the spreadsheet made from a number. Write the number again",
        id="a date for a value",
    ),
    pytest.param(
        workbook(CELLS, (datetime(2026, 1, 5), 2026, 5)),
        "t.xlsx: sheet Sheet1, cell A2: indicator: '2026-01-05' is a date that the spreadsheet made from a number. Write e.g. 5.1, as text",
        id="a spreadsheet's date for a number",
    ),
    pytest.param(
        workbook(CELLS, ("grdp", 2026, 123456789012)),
        "t.xlsx: sheet Sheet1, cell C2: value: '1.23457E+11' has lost its digits. Give the cell a number format with all digits, and save again",
        id="more digits than a cell shows",
    ),
    pytest.param(
        workbook(CELLS, ("grdp", 2026, 5, "x")),
        "t.xlsx: sheet Sheet1, cell D2: 4 cells under 3 columns. Give every column a heading",
        id="a cell without a head",
    ),
]


@pytest.mark.parametrize(("table", "message"), GALLERY)
def test_a_mistake_is_told_with_its_cell(table: str | Workbook, message: str | None) -> None:
    """Exactly one line; nothing is read of the cell. Two neighbours that are right are not refused."""
    found = read(table)
    if message is None:
        assert (len(found.figures), found.problems) == (1, [])
    else:
        assert [each[: len(message)] for each in found.problems] == [message]
        assert found.figures == []


def test_all_mistakes_are_told_at_once() -> None:
    """In the order of the table, the good lines between them read."""
    found = read(f"{HEAD}gdrp,2026,5\ngrdp,2026,5\ngrdp,26,x\n")
    assert found.figures == ["grdp 2026 = 5"]
    assert [each.split(": ")[0] for each in found.problems] == ["t.csv:2:1", "t.csv:4:2", "t.csv:4:3"]


MIXED = [
    pytest.param(
        ["7.3", "8,1", "6.5"],
        ["grdp 2026 = 7.3", "grdp 2028 = 6.5"],
        [
            "t.csv:3:3: value: '8,1' has a decimal comma, '7.3' (t.csv:2:3) a decimal point. "
            "Write them the same way, or name --notation vi or en"
        ],
        id="a decimal comma among decimal points",
    ),
    pytest.param(
        ["7,3", "8.1", "6,5"],
        ["grdp 2026 = 7.3", "grdp 2028 = 6.5"],
        [
            "t.csv:3:3: value: '8.1' has a decimal point, '7,3' (t.csv:2:3) a decimal comma. "
            "Write them the same way, or name --notation vi or en"
        ],
        id="a decimal point among decimal commas",
    ),
    pytest.param(
        ["7.3", "1.845.000", "6.5", "12"],
        ["grdp 2026 = 7.3", "grdp 2028 = 6.5", "grdp 2029 = 12"],
        [
            "t.csv:3:3: value: '1.845.000' has points between thousands, '7.3' (t.csv:2:3) a decimal point. "
            "Write them the same way, or name --notation vi or en"
        ],
        id="points between thousands among decimal points",
    ),
    pytest.param(
        ["7.3", "8,1", "6.5", "1.845"],
        ["grdp 2026 = 7.3", "grdp 2028 = 6.5"],
        [
            "t.csv:3:3: value: '8,1' has a decimal comma, '7.3' (t.csv:2:3) a decimal point. "
            "Write them the same way, or name --notation vi or en",
            "t.csv:5:3: value: '1.845' may be 1845 or 1.845 in a column of two notations. "
            "Write all numbers the same way, or name --notation vi or en",
        ],
        id="a number that is another one in each is not guessed there",
    ),
    pytest.param(
        ["7.3", "8,1", "12"],
        ["grdp 2028 = 12"],
        [
            "t.csv:3:3: value: one column in two notations: '8,1' has a decimal comma, '7.3' (t.csv:2:3) a decimal point. "
            "Write them the same way, or name --notation vi or en"
        ],
        id="as many of each: only what is the same in both is read",
    ),
]


@pytest.mark.parametrize(("values", "figures", "problems"), MIXED)
def test_a_cell_in_another_notation_does_not_hide_the_others(
    values: list[str], figures: list[str], problems: list[str]
) -> None:
    """The cells in the notation of most are read, each of the others is told."""
    lines = "".join(f'grdp,{year},"{value}"\n' for year, value in enumerate(values, 2026))
    found = read(f"{HEAD}{lines}")
    assert (found.figures, found.problems) == (figures, problems)


def test_a_merged_value_is_a_mistake_in_each_of_its_lines() -> None:
    """It is not clear which of the lines it is of."""
    found = read(workbook(CELLS, ("grdp", 2026, 1), ("growth", 2026, None), merge=["C2:C3"]))
    told = "value: a merged cell: it is not clear which line its value belongs to. Unmerge it"
    assert found.problems == [f"t.xlsx: sheet Sheet1, cell C{row}: {told}" for row in (2, 3)]


def test_mistakes_without_end_are_counted() -> None:
    """A thousand are told, the rest are a number."""
    found = read(HEAD + "gdrp,2026,5\n" * 1200)
    assert (len(found.problems), found.counts) == (1000, ["200 further mistakes"])
