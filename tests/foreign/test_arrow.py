"""Answers as tables of programs that we did not write, through Arrow."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from cli.runner import ROOT

import tgkt
from tgkt import Answer, Data

pytestmark = pytest.mark.foreign

ASKED: dict[str, Callable[[Data], Answer[Any]]] = {
    "targets": lambda data: data.status(),
    "results": lambda data: data.status(plan="results_2020_2025"),
    "paths": lambda data: data.project(),
    "merged figures": lambda data: data.blend(),
    "findings": lambda data: data.check(all=True),
    "an indicator": lambda data: data.explain("3"),
    "changes": lambda data: data.diff(2024),
    "effects": lambda data: data.what_if({"grdp_growth": 9}),
    "nothing": lambda data: data.in_year(),
}
Read = Callable[[Any], list[dict[str, Any]]]


def polars(found: Any) -> list[dict[str, Any]]:
    """The rows as polars reads them."""
    rows: list[dict[str, Any]] = pytest.importorskip("polars").DataFrame(found).to_dicts()
    return rows


def pyarrow(found: Any) -> list[dict[str, Any]]:
    """The rows as pyarrow reads them."""
    rows: list[dict[str, Any]] = pytest.importorskip("pyarrow").table(found).to_pylist()
    return rows


def duckdb(found: Any) -> list[dict[str, Any]]:
    """The rows as DuckDB reads them."""
    pytest.importorskip("pyarrow")
    asked = pytest.importorskip("duckdb").sql("FROM found")
    return [dict(zip(asked.columns, row, strict=True)) for row in asked.fetchall()]


def narwhals(found: Any) -> list[dict[str, Any]]:
    """The rows as narwhals reads them."""
    frame = pytest.importorskip("narwhals").from_arrow(found, backend=pytest.importorskip("polars"))
    rows: list[dict[str, Any]] = frame.rows(named=True)
    return rows


@pytest.mark.parametrize("read", [polars, pyarrow, duckdb, narwhals], ids=lambda read: read.__name__)
@pytest.mark.parametrize("ask", ASKED.values(), ids=[*ASKED])
def test_every_value_comes_through(ask: Callable[[Data], Answer[Any]], read: Read) -> None:
    """Texts, exact decimals, whole numbers, flags and lists, as `to_dicts` has them."""
    _compare(ask(tgkt.load()), read)


@pytest.mark.parametrize("read", [polars, pyarrow, duckdb, narwhals], ids=lambda read: read.__name__)
@pytest.mark.parametrize("name", ["status", "project", "check", "diff"])
def test_every_value_of_another_plan_comes_through(name: str, read: Read) -> None:
    """Of the second example too, whose texts are English."""
    data = tgkt.load(ROOT / "examples" / "ireland_climate")
    asked: dict[str, Callable[[], Answer[Any]]] = {
        "status": data.status, "project": data.project, "check": data.check, "diff": lambda: data.diff(2020),
    }  # fmt: skip
    _compare(asked[name](), read)


def _compare(found: Answer[Any], read: Read) -> None:
    """Every value as `to_dicts` has it."""
    rows, dicts = read(found), found.to_dicts()
    assert len(rows) == len(dicts)
    for row, fields in zip(rows, dicts, strict=True):
        assert row == {name: fields[name] for name in row}
    if rows:
        assert any(isinstance(value, Decimal) for row in rows for value in row.values())
