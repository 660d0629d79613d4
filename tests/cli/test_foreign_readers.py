"""What other programs read: JSON is held against its schema, CSV goes through DuckDB, pandas and csvkit.

None of them gets a hint about types. csvkit reads CSV with agate, and so do these tests: all run in one process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import agate  # type: ignore[import-untyped]  # ships no types
import duckdb
import pandas as pd  # type: ignore[import-untyped]  # its types are a package of their own
import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from tgkt.report.machine.digits import MOST
from tgkt.report.machine.field import NESTED, PURE, Field, Type
from tgkt.report.machine.schema import output_schema
from tgkt.report.machine.shapes import SHAPES

from .questions import MACHINE_QUESTIONS
from .runner import ROOT, Tgkt

Table = list[dict[str, Any]]
NUMBERS = (Type.WHOLE, Type.NUMBER)
JOINTS = {Type.WORDS: " ", Type.TEXTS: "; "}
FINE_OR_FOUND = (0, 1)
LONG = Context(prec=50)


def by_duckdb(file: Path) -> Table:
    """The rows as DuckDB reads them."""
    with duckdb.connect() as base:
        read = base.execute("select * from read_csv(?)", [str(file)])
        names = [column[0] for column in read.description or []]
        return [dict(zip(names, row, strict=True)) for row in read.fetchall()]


def by_pandas(file: Path) -> Table:
    """The rows as pandas reads them; what it calls NaN is nothing."""
    read = pd.read_csv(file)
    columns = {name: [None if pd.isna(cell) else cell for cell in read[name].tolist()] for name in read.columns}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def by_csvkit(file: Path) -> Table:
    """The rows as csvkit reads them."""
    read = agate.Table.from_csv(str(file))
    return [dict(zip(read.column_names, tuple(row), strict=True)) for row in read.rows]


READERS: dict[str, Callable[[Path], Table]] = {"DuckDB": by_duckdb, "pandas": by_pandas, "csvkit": by_csvkit}


def expected(field: Field, value: Any) -> Any:
    """What a cell holds of a value of JSON; an empty list is nothing."""
    return value if field.type not in JOINTS else JOINTS[field.type].join(value) or None


def is_same(field: Field, read: Any, value: Any) -> bool:
    """Whether a cell that was read is the value, in value and type; `#` before a text is its mark.

    csvkit takes a column of nothing but 0 and 1 for false and true, which are equal to them.
    """
    if read is None or value is None:
        return read is None and value is None
    if field.type in NUMBERS:
        return not isinstance(read, str) and float(read) == float(value)
    if field.type is Type.FLAG:
        return read is value or (isinstance(read, bool) and read == value)
    if field.type is Type.DATE and isinstance(read, date):
        return bool(read.isoformat() == value)
    return isinstance(read, str) and " ".join(read.removeprefix("#").split()) == " ".join(value.split())


def columns_of(shape: Sequence[Field], further: Iterable[str]) -> dict[str, Field]:
    """The field of every column."""
    tags = list(further)
    return {name: field for field in shape if field.type not in NESTED for name in field.names(tags)}


@cache
def answered(tgkt: Tgkt, question: str, form: str) -> str:
    """The answer to a question in a format."""
    done = tgkt(*MACHINE_QUESTIONS[question], "--format", form)
    assert done.code in FINE_OR_FOUND, done.err
    return done.out


@cache
def validator(name: str) -> Draft7Validator:
    """What holds JSON against the schema that is published for it."""
    return Draft7Validator(output_schema(SHAPES[name]))


def mistakes(document: Any) -> list[str]:
    """What the schema of a document finds wrong with it; numbers may be decimals."""
    plain = json.loads(json.dumps(document, default=float))
    found = validator(document["schema"].split("/")[1]).iter_errors(plain)
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


@pytest.mark.parametrize("question", MACHINE_QUESTIONS)
def test_json_is_what_its_schema_says(tgkt: Tgkt, question: str) -> None:
    """No field more or less, no word outside a closed list, no key twice, and no computed number of more digits."""
    document = tgkt(*MACHINE_QUESTIONS[question], "--format", "json").json
    shape = SHAPES[document["schema"].split("/")[1]]
    assert document["schema"] == shape.schema
    assert mistakes(document) == []
    keys = [row["key"] for row in document["rows"]]
    assert len(keys) == len(set(keys))
    numbers = [field.name for field in shape.row if field.type is Type.NUMBER]
    told = {row[name] for row in document["rows"] for name in numbers} - {None}
    printed = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "examples").rglob("*.yaml"))
    assert [
        each for each in told if len(each.normalize(LONG).as_tuple().digits) > MOST and f"{each}" not in printed
    ] == []


@pytest.mark.parametrize("question", MACHINE_QUESTIONS)
def test_every_number_has_its_unit(tgkt: Tgkt, question: str) -> None:
    """Where there is a number its unit is said, but for bare numbers of calc, and it lies between its ends."""
    document = tgkt(*MACHINE_QUESTIONS[question], "--format", "json").json
    shape = SHAPES[document["schema"].split("/")[1]]
    numbers = [field for field in shape.row if field.type is Type.NUMBER]
    for row in document["rows"]:
        said = [each for each in numbers if row[each.name] is not None and shape.name != "calc"]
        bare = [each.name for each in said if each.unit != PURE and not row[each.unit]]
        assert (row["key"], bare) == (row["key"], [])
        astray = [each.name for each in said if each.name != "target" and not is_between(row, each.name)]
        assert (row["key"], astray) == (row["key"], [])


def is_between(row: dict[str, Any], name: str) -> bool:
    """Whether a number lies between its ends, where it has any; an open end has no number."""
    low, high = row.get(f"{name}_low"), row.get(f"{name}_high")
    return (low is None or low <= row[name]) and (high is None or row[name] <= high)


@pytest.mark.parametrize("question", MACHINE_QUESTIONS)
@pytest.mark.parametrize("reader", READERS)
def test_csv_reads_back_as_json(tgkt: Tgkt, tmp_path: Path, question: str, reader: str) -> None:
    """Every cell that another program reads has the value and the type that JSON has."""
    file = tmp_path / "answer.csv"
    file.write_text(answered(tgkt, question, "csv"), encoding="utf-8", newline="")
    document = tgkt(*MACHINE_QUESTIONS[question], "--format", "json").json
    further = [tag for tag in ("vi", "en") if any(name.endswith(f"_{tag}") for row in document["rows"] for name in row)]
    columns = columns_of(SHAPES[document["schema"].split("/")[1]].row, further)
    read = READERS[reader](file)
    assert len(read) == len(document["rows"])
    assert read == [] or list(read[0]) == list(columns)
    wrong = [
        (row["key"], name, cells[name], row[name])
        for cells, row in zip(read, document["rows"], strict=True)
        for name, field in columns.items()
        if not is_same(field, cells[name], expected(field, row[name]))
    ]
    assert wrong == []


@pytest.mark.parametrize("reader", READERS)
def test_a_number_of_the_plan_stays_a_text(tgkt: Tgkt, tmp_path: Path, reader: str) -> None:
    """9.10 is no 9.1, also where every number of an answer looks like one, and a year alone is no number."""
    file = tmp_path / "answer.csv"
    file.write_text(tgkt("status", "9.1", "1.2", "-f", "csv").out, encoding="utf-8", newline="")
    read = READERS[reader](file)
    assert [row["code"] for row in read] == ["#1.2", "#9.1"]
    assert [row["target_period"] for row in read] == ["#2030", "#2026-2030"]
    assert [row["key"] for row in read] == [f"targets_2025_2030/merged/{code}" for code in ("1.2", "9.1")]


def test_the_readers_see_numbers_without_loss(tgkt: Tgkt, tmp_path: Path) -> None:
    """Twelve digits are fewer than a float has, so what is read is the number that is written."""
    file = tmp_path / "answer.csv"
    file.write_text(tgkt("project", "--long", "-f", "csv").out, encoding="utf-8", newline="")
    written = [row["required"] for row in tgkt("project", "--long", "-f", "json").json["rows"] if row["required"]]
    read = [row["required"] for row in by_pandas(file) if row["required"]]
    assert [Decimal(repr(each)) for each in read] == written


TABLE = """Indicator,Area,Period,Value,Unit
forest_cover,bac_kan,2026,73.5,%
forest_cover,thai_nguyen,2026,46.0,%
forest_cover,nowhere,2026,1,%
"""


def test_an_import_and_its_mistakes_are_what_their_schemas_say(tgkt: Tgkt, tmp_path: Path) -> None:
    """Both read and write files of their own, and are asked here."""
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("indicators: {a: {unit: kgg, unit: kg}}\n", encoding="utf-8")
    document = ("--origin", "Year report 2026", "--date", "2026-12-20", "--data", "own", "--dry-run")
    for args in (("import", "table.csv", *document), ("validate", "bad.yaml")):
        told = tgkt.fresh(*args, "-f", "json", cwd=tmp_path).json
        assert len(told["rows"]) >= 3
        assert mistakes(told) == []
        file = tmp_path / "answer.csv"
        file.write_text(tgkt.fresh(*args, "-f", "csv", cwd=tmp_path).out, encoding="utf-8", newline="")
        columns = columns_of(SHAPES[told["schema"].split("/")[1]].row, ())
        for read in (reader(file) for reader in READERS.values()):
            pairs = [(cells, row) for cells, row in zip(read, told["rows"], strict=True)]
            wrong = [
                name
                for cells, row in pairs
                for name, field in columns.items()
                if not is_same(field, cells[name], row[name])
            ]
            assert wrong == []
