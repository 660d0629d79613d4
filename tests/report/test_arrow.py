"""Rows as an Arrow stream: the types of columns, and that nothing is lost."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import duckdb
import nanoarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.errors import UsageError
from tgkt.report.arrow import stream
from tgkt.report.machine.field import code, date, facts, flag, number, rows, text, texts, told, whole, words
from tgkt.report.machine.shape import Shape

SHAPE = Shape(
    "sample",
    1,
    "a sample",
    "tgkt sample",
    (
        text("key", "key", always=True),
        code("period", "period"),
        date("day", "day"),
        whole("year", "year"),
        number("value", "value", "unit"),
        flag("certain", "certain"),
        words("ids", "ids"),
        texts("says", "says"),
        told("title", "title"),
        facts("why", "facts"),
        rows("parts", "parts", (text("a", "a"),)),
    ),
)
ROW: dict[str, Any] = {
    "key": "a/1",
    "period": "2021-2025",
    "day": "2025-09",
    "year": 2025,
    "value": Decimal("7.30"),
    "certain": True,
    "ids": ["one", "two"],
    "says": [],
    "title": "Tăng trưởng",
    "title_en": "Growth",
    "why": {"a": "b"},
    "parts": [{"a": "b"}],
}
EMPTY: dict[str, Any] = {name: [] if name in ("ids", "says") else None for name in ROW}
COLUMNS = ["key", "period", "day", "year", "value", "certain", "ids", "says", "title", "title_en"]


class Producer:
    """Offers a stream as an answer does."""

    def __init__(self, found: list[dict[str, Any]]) -> None:
        self.found = found

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return stream(SHAPE, self.found, ["en"])


def read(*found: dict[str, Any]) -> Any:
    """The rows as a foreign reader has them."""
    return nanoarrow.Array(Producer(list(found)))


def test_columns_are_those_of_csv_with_types() -> None:
    """What has no cell there has no column here."""
    schema = read(ROW).schema
    assert [each.name for each in schema.fields] == COLUMNS
    kinds = [nanoarrow.Schema(each).type.name for each in schema.fields]
    string, many = "STRING", "LIST"
    assert kinds == [string, string, string, "INT64", "DECIMAL128", "BOOL", many, many, string, string]


@pytest.mark.parametrize("found", [[ROW], [ROW, EMPTY], [EMPTY, ROW, EMPTY], [EMPTY], []], ids=str)
def test_rows_come_back(found: list[dict[str, Any]]) -> None:
    """Nulls included, and no row at all."""
    assert read(*found).to_pylist() == [{name: row[name] for name in COLUMNS} for row in found]


def test_an_empty_text_is_null() -> None:
    """As in JSON."""
    assert read({**ROW, "title": ""}).to_pylist()[0]["title"] is None


def values(*given: Decimal | None) -> tuple[str, list[Decimal | None]]:
    """The type and the values of a column of numbers, as DuckDB has them."""
    with duckdb.connect() as base:
        base.register("found", Producer([{**ROW, "value": each} for each in given]))
        asked = base.sql("SELECT value FROM found")
        return str(asked.types[0]), [value for (value,) in asked.fetchall()]


def test_decimals_of_a_column_have_the_scale_of_the_longest() -> None:
    """And no other."""
    given = [Decimal("1.5"), Decimal("-0.125"), None, Decimal(400)]
    assert values(*given) == ("DECIMAL(38,3)", given)


@given(st.lists(st.none() | st.decimals(-(10**20), 10**20, places=9)))
def test_every_decimal_comes_back(given: list[Decimal | None]) -> None:
    """Digit by digit, whatever its sign."""
    assert values(*given)[1] == given


def test_more_digits_than_arrow_keeps_are_refused() -> None:
    """Rather than rounded."""
    with pytest.raises(UsageError, match="has more digits than Arrow can keep"):
        read({**ROW, "value": Decimal("1e30")}, {**ROW, "value": Decimal("1e-9")})


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "nanoarrow", None)
    with pytest.raises(UsageError, match=r"Install it with: pip install 'tgkt\[arrow\]'"):
        stream(SHAPE, [ROW], ["en"])
