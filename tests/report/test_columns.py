"""Columns that are asked for: by key, by head in the reader's language, by a field that machines read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tgkt.errors import UsageError
from tgkt.report.columns import chosen
from tgkt.report.table import Cell, Column, Table

ROWS: tuple[dict[str, Any], ...] = (
    {
        "id": "one",
        "title": "Một",
        "title_en": "One",
        "share": Decimal("1845.70"),
        "year": 2025,
        "certain": True,
        "rests_on": ["rounding", "dispute"],
        "none": None,
        "parts": [{"id": "a"}],
    },
    {
        "id": "two",
        "title": "Hai",
        "title_en": "Two",
        "share": None,
        "year": 2030,
        "certain": False,
        "rests_on": [],
        "none": None,
        "parts": [],
    },
)


def listing() -> Table:
    """A table of two results."""
    columns = [Column("TT", key="code"), Column("Chỉ tiêu", fold=True, key="indicator")]
    table = Table("Kinh tế", [*columns, Column("Mục tiêu 2030", right=True, yields=2, key="target")])
    for code, row in enumerate(ROWS, 1):
        table.add(str(code), row["title"], Cell("≥ 3", "good"), of=row)
    return table


def told(*names: str, lang: str = "vi") -> list[list[str]]:
    """Heads and cells of a choice."""
    (table,) = chosen([Table("Sums", [Column("")]), listing()], names, lambda row: row, lang)
    return [[column.head for column in table.columns], *([cell.text for cell in row] for row in table.rows)]


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        pytest.param("code", "vi", ["TT", "1", "2"], id="a key"),
        pytest.param("Chỉ tiêu", "vi", ["Chỉ tiêu", "Một", "Hai"], id="a head"),
        pytest.param("chi tieu", "vi", ["Chỉ tiêu", "Một", "Hai"], id="a head without accents"),
        pytest.param("muc tieu 2030", "vi", ["Mục tiêu 2030", "≥ 3", "≥ 3"], id="a head with a year"),
        pytest.param("target", "vi", ["Mục tiêu 2030", "≥ 3", "≥ 3"], id="the table's column before the field"),
        pytest.param("title", "vi", ["Chỉ tiêu", "Một", "Hai"], id="the title in the reader's language"),
        pytest.param("id", "vi", ["id", "one", "two"], id="a field"),
        pytest.param("title_en", "vi", ["title_en", "One", "Two"], id="a field of a language"),
        pytest.param("share", "vi", ["share", "1.845,70", ""], id="a number with its digits"),
        pytest.param("share", "en", ["share", "1,845.70", ""], id="in the notation of the language"),
        pytest.param("year", "vi", ["year", "2025", "2030"], id="a year is not grouped"),
        pytest.param("certain", "vi", ["certain", "có", "không"], id="yes and no"),
        pytest.param("rests_on", "en", ["rests_on", "rounding, dispute", ""], id="a list"),
        pytest.param("none", "en", ["none", "", ""], id="nothing"),
    ],
)
def test_a_column_has_several_names(name: str, lang: str, expected: list[str]) -> None:
    """Whatever a person knows it by."""
    assert [row[0] for row in told(name, lang=lang)] == expected


def test_columns_come_in_the_order_that_was_asked_for() -> None:
    """Other tables of the answer are left out, titles stay."""
    assert told("id", "code")[0] == ["id", "TT"]
    assert [table.title for table in chosen([Table("", []), listing()], ["id"], lambda row: row, "en")] == ["Kinh tế"]


def test_a_chosen_column_never_gives_way() -> None:
    """What was asked for is shown; only words are folded."""
    (table,) = chosen([listing()], ["target", "indicator", "id", "title_en"], lambda row: row, "en")
    assert {column.yields for column in table.columns} == {0}
    assert [column.fold for column in table.columns] == [False, True, False, False]


def test_a_column_that_only_some_tables_have_is_blank_in_the_others() -> None:
    """Tables of one answer may differ."""
    other = Table("", [Column("Khác", key="other")])
    other.add("x", of=ROWS[0])
    first, second = chosen([listing(), other], ["other"], lambda row: row, "vi")
    assert [row[0].text for row in first.rows] == ["", ""]
    assert [row[0].text for row in second.rows] == ["x"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("shar", r"no column 'shar'\. Did you mean 'share'\?"),
        ("Chỉ tiê", r"no column 'Chỉ tiê'\. Did you mean 'Chỉ tiêu'\?"),
        ("nothing like it", r"no column 'nothing like it'\. Use any of: TT, Chỉ tiêu, Mục tiêu 2030; or fields of"),
        ("parts", r"no column 'parts'\. Use any of"),
        ("help", r"^--columns: Use any of: TT, Chỉ tiêu, Mục tiêu 2030; or fields of --json: id, title, title_en"),
    ],
)
def test_an_unknown_column_is_refused_with_those_there_are(name: str, told: str) -> None:
    """The nearest for a slip of the pen, else all; maps have no column."""
    with pytest.raises(UsageError, match=told) as refused:
        chosen([listing()], [name], lambda row: row, "vi")
    assert ", parts" not in str(refused.value)


def test_where_nothing_is_listed_nothing_is_refused() -> None:
    """An answer without rows has no columns to choose from."""
    assert chosen([Table("Sums", [Column("")])], ["whatever"], lambda row: row, "en") == []
