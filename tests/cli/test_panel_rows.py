"""What a panel writes agrees with its shape: columns and their order, types, closed lists, what is unique."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from panel.fixture import figures, plan, table

from tgkt.report.fields.panel import PANEL, PARENTS
from tgkt.report.machine.field import Field, Type
from tgkt.report.machine.schema import output_schema
from tgkt.report.machine.shape import Shape, columns

from .runner import ROOT, Tgkt

KINDS = {
    Type.TEXT: {"VARCHAR"},
    Type.CODE: {"VARCHAR"},
    Type.WHOLE: {"INTEGER", "BIGINT"},
    Type.FLAG: {"BOOLEAN"},
    Type.NUMBER: {"DOUBLE", "DECIMAL"},
}
"""The types of Parquet that hold a field."""
each_shape = pytest.mark.parametrize("shape", [PANEL, PARENTS], ids=lambda shape: shape.name)


@pytest.fixture(scope="module", params=["the example", "every sort of target", "every deadline past"])
def answers(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder with both answers in every format."""
    folder = tmp_path_factory.mktemp("rows")
    data, more = ROOT / "examples" / "panel", []
    told = data / "figures.csv"
    if request.param != "the example":
        data, told = folder / "data", folder / "figures.csv"
        data.mkdir()
        (data / "plan.yaml").write_text(plan(), encoding="utf-8")
        told.write_text(table(figures()), encoding="utf-8")
        more = ["--as-of", "2027" if request.param == "every sort of target" else "2030"]
    with told.open(encoding="utf-8") as text:
        areas = sorted({row["area"] for row in csv.DictReader(text)} | {"Nowhere"})
    listed = [f"{area},{'North' if at % 2 else 'South'},{at}.5" for at, area in enumerate(areas)]
    (folder / "areas.csv").write_text("area,parent,weight\n" + "\n".join(listed) + "\n", encoding="utf-8")
    asked = ("panel", str(told), "--data", str(data), "--areas", str(folder / "areas.csv"), *more)
    for shape, by in ((PANEL, ()), (PARENTS, ("--by", "parent"))):
        for ending in ("csv", "ndjson", "parquet"):
            assert tgkt(*asked, *by, "-o", str(folder / f"{shape.name}.{ending}")).code == 0
    return folder


def lines(answers: Path, shape: Shape) -> list[dict[str, Any]]:
    """The rows as NDJSON."""
    text = (answers / f"{shape.name}.ndjson").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def cells(answers: Path, shape: Shape) -> Iterator[tuple[Field, str]]:
    """The cells of CSV, each with its field."""
    with (answers / f"{shape.name}.csv").open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            yield from ((field, row[field.name]) for field in shape.row)


@each_shape
def test_columns_stand_in_the_order_of_the_shape(answers: Path, shape: Shape) -> None:
    """In CSV and Parquet, and in NDJSON behind the name of the schema."""
    names = columns(shape.row)
    with (answers / f"{shape.name}.csv").open(encoding="utf-8") as text:
        assert text.readline().rstrip("\n").split(",") == names
    found = lines(answers, shape)
    assert {tuple(row) for row in found} == {("schema", *names)}
    assert {row["schema"] for row in found} == {shape.schema}


@each_shape
def test_every_line_keeps_its_schema(answers: Path, shape: Shape) -> None:
    """Types, closed lists and what is never null; the fields of `keys` are unique together."""
    check = Draft7Validator(output_schema(shape))
    found = lines(answers, shape)
    wrong = {(tuple(error.path), error.message) for row in found for error in check.iter_errors(row)}
    assert sorted(map(str, wrong)) == []
    assert len({tuple(row[name] for name in shape.keys) for row in found}) == len(found) > 1


@each_shape
def test_every_cell_is_what_its_field_says(answers: Path, shape: Shape) -> None:
    """Of CSV: words of the list, whole numbers, numbers, flags; empty only where it may be."""
    kinds: dict[Type, Callable[[str], object]] = {
        Type.WHOLE: int,
        Type.NUMBER: float,
        Type.FLAG: ("true", "false").index,
    }
    count = 0
    for field, cell in cells(answers, shape):
        count += 1
        assert cell or not field.is_always, field.name
        assert not field.words or cell in ("", *field.words), (field.name, cell)
        if cell and field.type in kinds:
            kinds[field.type](cell)
    assert count == len(lines(answers, shape)) * len(shape.row)


@each_shape
def test_parquet_has_the_types_of_the_fields(answers: Path, shape: Shape) -> None:
    """Counts are whole numbers there, and no decimal fractions."""
    with duckdb.connect() as base:
        found = base.execute(f"DESCRIBE SELECT * FROM '{answers / f'{shape.name}.parquet'}'").fetchall()
    assert [name for name, *_ in found] == columns(shape.row)
    kinds = {name: kind.partition("(")[0] for name, kind, *_ in found}
    assert {field.name: kinds[field.name] for field in shape.row if kinds[field.name] not in KINDS[field.type]} == {}
