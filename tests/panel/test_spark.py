"""The same on Spark: the statement against the engine, and whole answers against those of DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tgkt.errors import DataError, UsageError
from tgkt.loading.files import load_folder
from tgkt.panel.base import Base
from tgkt.panel.duck import duck
from tgkt.panel.run import Wanted, any_in, first_rows, run
from tgkt.panel.source import read_files
from tgkt.panel.spark import Spark, spark

from .fixture import figures, plan, table
from .test_parents import PARENTS
from .test_parents import figures as figures_of_parts
from .test_parents import plan as plan_of_parents
from .test_statement import (
    by_engine,
    judge,
    pairs,
    test_growth_is_the_engines,
    test_panel_computes_what_the_engine_does,
    test_panel_judges_as_the_engine_does,
    test_the_table_holds_every_sort_of_answer,
)

MASTER = "local[1]"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "panel"
__all__ = [
    "by_engine",
    "pairs",
    "test_growth_is_the_engines",
    "test_panel_computes_what_the_engine_does",
    "test_panel_judges_as_the_engine_does",
    "test_the_table_holds_every_sort_of_answer",
]
pytestmark = pytest.mark.engines


def write_parquet(text: Path, file: Path, columns: str = "*") -> Path:
    """The same table as Parquet, with decimals and the number of those that are printed."""
    places = "CASE WHEN CONTAINS(value, '.') THEN LENGTH(value) - INSTR(value, '.') ELSE 0 END AS decimals"
    numbers = "CAST(year AS INTEGER) AS year, CAST(value AS DECIMAL(18, 3)) AS value"
    with duck() as base:
        read = f"SELECT * EXCLUDE (year, value), {numbers}, {places} FROM read_csv('{text}', all_varchar = true)"
        base.run(f"COPY (SELECT {columns} FROM ({read})) TO '{file}' (FORMAT parquet)")
    return file


@pytest.fixture(scope="module")
def cluster() -> Iterator[Spark]:
    """A Spark of this machine; every question has a session of its own. The plans of six years fill its usual 1 GiB."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_DRIVER_MEMORY", "2g")
        with spark(MASTER) as found:
            yield found


@pytest.fixture(scope="module")
def base(cluster: Spark, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """The figures of the fixture in Spark, judged in every year; the tests of the statement run over it."""
    folder = tmp_path_factory.mktemp("spark")
    (folder / "plan.yaml").write_text(plan(), encoding="utf-8")
    (folder / "figures.csv").write_text(table(figures()), encoding="utf-8")
    file = write_parquet(folder / "figures.csv", folder / "figures.parquet")
    with cluster.fresh() as found:
        judge(found, file, load_folder(folder))
        yield found


Rows = list[tuple[Any, ...]]
AREAS = "area,parent,weight\nAn Khê,North,10.5\nBình Lâm,North,2\nCẩm Sơn,South,3\nĐông Hải,South,4\n"
ASKED: dict[str, dict[str, Any]] = {
    "as the plan says": {},
    "weighed by another indicator, heavy areas named": {"weigh_by": "income", "least_weight": Decimal(3)},
}
Answer = tuple[list[str], Rows]


def answers(base: Base, wanted: Wanted, folder: Path = EXAMPLE) -> dict[str, Answer]:
    """All rows of both views, each under its columns."""
    catalogue = load_folder(folder)
    run(base, wanted, next(iter(catalogue.plans.values())), catalogue)
    found = {}
    for view in ("panel", "parents")[: 1 if wanted.areas is None else 2]:
        columns, rows, total = first_rows(base, view, 1000)
        assert len(rows) == total
        found[view] = columns, rows
    return found


def assert_alike(cluster: Spark, wanted: Wanted, folder: Path = EXAMPLE) -> dict[str, Answer]:
    """Every column of every row is DuckDB's, as a session of its own judges them."""
    with cluster.fresh() as own:
        found = answers(own, wanted, folder)
    with duck() as other:
        expected = answers(other, wanted, folder)
    for view, (columns, rows) in found.items():
        assert columns == expected[view][0]
        assert apart(rows, expected[view][1]) == []
        assert len(rows) > 2
    return found


def apart(rows: Rows, others: Rows) -> list[tuple[Any, ...]]:
    """The rows that differ; numbers by more than 1e-12, whatever their type."""
    return [pair for pair in zip(rows, others, strict=True) if not all(map(_alike, *pair))]


def _alike(one: object, other: object) -> bool:
    if isinstance(one, float | Decimal) and isinstance(other, float | Decimal):
        exact = Decimal(str(one))
        return abs(exact - Decimal(str(other))) <= Decimal("1e-12") * max(Decimal(1), abs(exact))
    return one == other


def made(folder: Path) -> Wanted:
    """The figures and areas of the example as Parquet."""
    (folder / "areas.csv").write_text(AREAS, encoding="utf-8")
    file = write_parquet(EXAMPLE / "figures.csv", folder / "figures.parquet")
    with duck() as other:
        read = f"SELECT area, parent, CAST(weight AS DECIMAL(9, 2)) AS weight FROM read_csv('{folder / 'areas.csv'}')"
        other.run(f"COPY ({read}) TO '{folder / 'areas.parquet'}' (FORMAT parquet)")
    return Wanted((str(file),), {}, str(folder / "areas.parquet"))


@pytest.mark.parametrize("asked", ASKED.values(), ids=[*ASKED])
def test_the_whole_answer_is_that_of_duckdb(cluster: Spark, tmp_path: Path, asked: dict[str, Any]) -> None:
    """Pairs and parents of the example."""
    found = assert_alike(cluster, made(tmp_path)._replace(**asked))
    assert [*found] == ["panel", "parents"]


@pytest.mark.parametrize("without", [0, 0.1], ids=["every figure", "one in ten missing"])
def test_the_figures_of_parents_are_those_of_duckdb(cluster: Spark, tmp_path: Path, without: float) -> None:
    """Sums, means and ratios, growth, and what stands against them."""
    told = figures_of_parts(1, without)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(plan_of_parents(), encoding="utf-8")
    lines = [f"{area},{id},{year},{value}" for (area, id, year), value in told.items()]
    (tmp_path / "figures.csv").write_text("area,indicator,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    listed = [f"('{area}', '{name}')" for name, parts in PARENTS.items() for area in parts]
    with duck() as other:
        read = f"(VALUES {', '.join(listed)}) listed (area, parent)"
        other.run(f"COPY (FROM {read}) TO '{tmp_path / 'areas.parquet'}' (FORMAT parquet)")
    file = write_parquet(tmp_path / "figures.csv", tmp_path / "figures.parquet")
    wanted = Wanted((str(file),), {}, str(tmp_path / "areas.parquet"))
    columns, rows = assert_alike(cluster, wanted, tmp_path / "plan")["parents"]
    known = {row[columns.index("blend")] for row in rows if row[columns.index("value_of_known")] is not None}
    known |= {row[columns.index("blend")] for row in rows if row[columns.index("value")] is not None}
    assert known == {"sum", "weighted", "ratio"}


def test_an_answer_is_written_as_parquet_and_never_over_another(cluster: Spark, tmp_path: Path) -> None:
    """With as many rows as there are pairs; states are found beside it."""
    wanted = made(tmp_path)
    with cluster.fresh() as own:
        rows = answers(own, wanted)["panel"][1]
        assert (any_in(own, ["behind"]), any_in(own, ["not_met"])) == (True, False)
        own.write("panel", f"{tmp_path}/answer")
        with pytest.raises(UsageError, match="is there already"):
            own.write("panel", f"{tmp_path}/answer")
    with duck() as other:
        written = other.rows(f"SELECT COUNT(*) FROM read_parquet('{tmp_path}/answer/*.parquet')")
    assert written == [(len(rows),)]


def test_an_answer_that_is_read_once_is_the_same(cluster: Spark, tmp_path: Path) -> None:
    """Nothing is kept in between, and the rows are those of DuckDB all the same."""
    wanted, catalogue = made(tmp_path), load_folder(EXAMPLE)
    with cluster.fresh() as own:
        run(own, wanted, next(iter(catalogue.plans.values())), catalogue, is_read_once=True)
        rows = own.rows("SELECT * FROM panel")
    with duck() as other:
        assert apart(rows, answers(other, wanted)["panel"][1]) == []


def test_paths_are_those_that_spark_knows(cluster: Spark, tmp_path: Path) -> None:
    """A folder, a pattern and a path with its scheme hold the same figures."""
    (tmp_path / "figures").mkdir()
    file = write_parquet(EXAMPLE / "figures.csv", tmp_path / "figures" / "part.parquet")
    paths = (str(file), f"{tmp_path}/figures", f"{tmp_path}/figures/*.parquet", f"file://{tmp_path}/figures")
    found = []
    for path in paths:
        with cluster.fresh() as own:
            read_files(own, [path], {})
            found.append(sorted(own.rows("SELECT area, indicator, year, value FROM raw")))
    assert len(found[0]) == 17
    assert found == [found[0]] * len(paths)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("'A', 'poverti', 2025, CAST(3 AS DECIMAL(9, 1))", "unknown indicator 'poverti' in 1 rows. Did you mean"),
        ("'Z', 'poverty', 2025, CAST(3 AS DECIMAL(9, 1))", "unknown area 'Z' in 1 rows"),
        ("'A', 'poverty', 1825, CAST(3 AS DECIMAL(9, 1))", "not a year from 1900 to 2200"),
        ("'A', 'poverty', 2025, CAST(130 AS DECIMAL(9, 1))", "130 is outside the natural limits of 'poverty'"),
        ("'A', 'poverty', 2025, CAST(3 AS DOUBLE)", "is DOUBLE, which is not exact"),
        ("'A', 'poverty', 2025, '3.1'", "is VARCHAR, which is no number"),
    ],
    ids=[
        "an unknown indicator",
        "an area that is not listed",
        "a year",
        "beyond the limits",
        "a binary fraction",
        "a text",
    ],
)
def test_a_mistake_is_told(cluster: Spark, tmp_path: Path, row: str, told: str) -> None:
    """As DuckDB tells it, without a line, which Parquet does not have."""
    with duck() as other:
        for name, text in {"areas": "SELECT 'A' AS area, 'N' AS parent", "figures": f"SELECT {row}"}.items():
            head = "" if name == "areas" else " t (area, indicator, year, value)"
            other.run(f"COPY (FROM ({text}){head}) TO '{tmp_path / name}.parquet' (FORMAT parquet)")
    wanted = Wanted((f"{tmp_path}/figures.parquet",), {}, f"{tmp_path}/areas.parquet")
    with cluster.fresh() as own, pytest.raises(DataError, match=told):
        answers(own, wanted)


@pytest.mark.parametrize("again", ["figures/part.parquet", "figures"], ids=["the same path", "its folder"])
def test_a_file_given_twice_is_refused(cluster: Spark, tmp_path: Path, again: str) -> None:
    """Every figure of it stands there twice."""
    (tmp_path / "figures").mkdir()
    file = write_parquet(EXAMPLE / "figures.csv", tmp_path / "figures" / "part.parquet")
    with cluster.fresh() as own, pytest.raises(DataError, match="has 2 figures of"):
        answers(own, Wanted((str(file), f"{tmp_path}/{again}"), {}))


def test_files_of_several_widths_are_one_table(cluster: Spark, tmp_path: Path) -> None:
    """No decimal of either is lost."""
    with duck() as other:
        for name, value in {"one": "CAST(3.1 AS DECIMAL(9, 1))", "two": "CAST(3.25 AS DECIMAL(12, 2))"}.items():
            told = f"SELECT 'A' AS area, '{name}' AS indicator, 2025 AS year, {value} AS value"
            other.run(f"COPY ({told}) TO '{tmp_path / name}.parquet' (FORMAT parquet)")
    with cluster.fresh() as own:
        read_files(own, [f"{tmp_path}/one.parquet", f"{tmp_path}/two.parquet"], {})
        found = own.rows("SELECT value FROM raw ORDER BY value")
    assert found == [(Decimal("3.10"),), (Decimal("3.25"),)]


def test_a_table_that_is_not_there_is_told(cluster: Spark, tmp_path: Path) -> None:
    """In one line of Spark's own."""
    with cluster.fresh() as own, pytest.raises(DataError, match="cannot be read"):
        answers(own, Wanted((f"{tmp_path}/nothing",), {}))
