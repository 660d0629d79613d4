"""The answer of `tgkt import` for machines and for people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.console import draw
from tgkt.report.fields.imported import IMPORT
from tgkt.report.imported import counts, import_rows, import_tables, summary
from tgkt.results.imported import Action, ImportRow


def row(action: Action = Action.NEW, *values: str, **changes: Any) -> ImportRow:
    """A row of a CSV file."""
    figure = ImportRow(
        id="forest",
        area="whole",
        period="2026",
        values=tuple(Decimal(each) for each in values or ("91.50",)),
        comparator="equals",
        unit="%",
        status="",
        origin="report",
        file="t.csv",
        sheet="",
        line=2,
        cell="",
        action=action,
    )
    return figure._replace(**changes)


@pytest.mark.parametrize(
    ("values", "value", "low", "high"),
    [(("91.50",), "91.50", None, None), (("6.5", "7.0"), None, "6.5", "7.0")],
    ids=["a number", "a range has two numbers and no value"],
)
def test_a_row_holds_numbers_in_numeric_fields(
    values: tuple[str, ...], value: str | None, low: str | None, high: str | None
) -> None:
    """Every digit is kept; what is not said is null."""
    (fields,) = import_rows([row(Action.NEW, *values)])
    assert set(fields) == {field.name for field in IMPORT.row}
    assert [str(fields[key]) for key in ("value", "range_low", "range_high")] == [str(value), str(low), str(high)]
    assert (fields["status"], fields["sheet"], fields["problem"]) == (None, None, None)


@pytest.mark.parametrize(("reached", "vi", "en"), [(True, "có", "yes"), (False, "không", "no")])
def test_a_milestone_has_no_number_but_an_answer(reached: bool, vi: str, en: str) -> None:
    """True or false for machines, a word in the language for people; of a figure nothing."""
    answered = row(values=(), reached=reached, comparator="milestone")
    fields, other = import_rows([answered, row()])
    assert [fields[key] for key in ("value", "range_low", "range_high", "reached")] == [None, None, None, reached]
    told = [import_tables([answered], lang)[0].rows[0][4].text for lang in ("vi", "en")]
    assert told == [vi, en]
    assert other["reached"] is None


def test_figures_of_one_line_have_keys_of_their_own() -> None:
    """Years in the columns are several figures of a line; a cell of a workbook holds one."""
    rows = [row(), row(period="2027"), row(sheet="S", cell="B7"), row(line=3)]
    assert [each["key"] for each in import_rows(rows)] == ["t.csv/2", "t.csv/2/2", "t.csv/S/B7", "t.csv/3"]


def test_rows_are_counted_by_action() -> None:
    """Every action is there, in one order."""
    found = counts([row(), row(Action.HELD), row()])
    assert list(found.items()) == [("new", 2), ("same", 0), ("revision", 0), ("correction", 0), ("held", 1)]


@pytest.mark.parametrize(
    ("actions", "en", "vi"),
    [
        ([], "0 figures read", "đã đọc 0 số liệu"),
        ([Action.NEW], "1 figure read: 1 new", "đã đọc 1 số liệu: 1 mới"),
        (
            [Action.NEW, Action.SAME, Action.SAME],
            "3 figures read: 1 new, 2 unchanged",
            "đã đọc 3 số liệu: 1 mới, 2 không đổi",
        ),
        (
            [Action.REVISION, Action.REVISION, Action.CORRECTION, Action.HELD],
            "4 figures read: 2 revisions, 1 correction, 1 held back",
            "đã đọc 4 số liệu: 2 điều chỉnh, 1 đính chính, 1 giữ lại",
        ),
    ],
    ids=["nothing", "one", "new and unchanged", "everything else"],
)
def test_a_sentence_counts_the_figures(actions: list[Action], en: str, vi: str) -> None:
    """In the language of the reader; a line that holds no figure counts for nothing."""
    message = summary([*map(row, actions), row(Action.HELD, id="")])
    assert (str(message), said(message, "vi")) == (en, vi)


def test_a_problem_is_told_to_people_in_their_language_and_to_machines_in_english() -> None:
    """Whatever the language of the run."""
    held = row(Action.HELD, problem=Message("no origin. Add a column 'Origin' ('Nguồn'), or name --origin"))
    assert import_tables([held], "vi")[0].rows[0][-1].text.startswith("chưa có văn kiện")
    assert type(import_rows([held])[0]["problem"]) is str
    assert import_rows([held])[0]["problem"].startswith("no origin")


def test_a_status_is_told_in_the_language() -> None:
    """As the words of tables have it."""
    told = [import_tables([row(status="estimated")], lang)[0].rows[0][6].text for lang in ("en", "vi")]
    assert told == ["estimated", "ước thực hiện"]


@pytest.mark.parametrize(("lang", "value", "held"), [("vi", "91,50", "giữ lại"), ("en", "91.50", "held back")])
def test_people_see_what_is_held_first_and_nothing_that_is_the_same(lang: str, value: str, held: str) -> None:
    """In their language, with the place of each."""
    rows = [row(Action.SAME), row(), row(Action.HELD, line=4, problem="x"), row(sheet="S", cell="B7")]
    (table,) = import_tables(rows, lang)
    assert [(cells[0].text == held, cells[4].text, cells[-2].text, cells[-1].text) for cells in table.rows] == [
        (True, value, "t.csv:4", "x"),
        (False, value, "t.csv:2", ""),
        (False, value, "S B7", ""),
    ]


def test_nothing_new_is_no_table() -> None:
    """An empty table would tell nothing."""
    assert import_tables([row(Action.SAME)], "en") == []


def test_a_long_table_tells_how_much_more_there_is() -> None:
    """Machines get every row."""
    (table,) = import_tables([row()] * 203, "en")
    assert (len(table.rows), table.note) == (200, "and 3 more rows")


@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_short_word_is_broken_on_a_terminal(width: int) -> None:
    """Columns that the file or the table says elsewhere give way before a year or an action is cut."""
    long = {"id": "grdp_per_capita", "unit": "triệu đồng/người/năm", "origin": "bao_cao_nam_2026"}
    tables = import_tables([row(Action.NEW, "131", **long), row(Action.NEW, "1725400", **long)], "vi")
    drawn = draw(tables, width, colour=False).split()
    assert {"mới", "2026", "1.725.400", "grdp_per_capita"} <= set(drawn)


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    """No status was given, and nothing is held back."""
    (table,) = import_tables([row()], "en")
    assert not {"Status", "Problem"} & {column.head for column in table.columns}
