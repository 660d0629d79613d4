"""The figures as SDMX, read by a program that knows the standard and not us."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli.runner import ROOT, Tgkt

from tgkt.engine.export.export import export
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.exchange.figures import FIGURES
from tgkt.results.export import Exported
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

pytest.importorskip("pysdmx", reason="make foreign installs it")
from pysdmx.io import read_sdmx
from pysdmx.io.csv.sdmx10.reader import read as read_1
from pysdmx.io.csv.sdmx20.reader import read as read_2

pytestmark = [pytest.mark.foreign, pytest.mark.filterwarnings("ignore")]
DATA = {
    "the shipped data": "",
    "a plan in English": "examples/ireland_climate",
    "what came since": "examples/thai_nguyen_since",
    "hostile texts": "tests/hostile",
    "fiscal years": "tests/report/exchange/sdmx/fiscal",
}
TABLES = {"1.0": ("figures-1.0.csv", read_1), "2.0": ("figures-2.0.csv", read_2)}
NUMBERS = {
    **{"OBS_VALUE": "value", "LOW": "low", "HIGH": "high", "RANGE_LOW": "range_low", "RANGE_HIGH": "range_high"},
    "TOLERANCE": "tolerance",
}
each_folder = pytest.mark.parametrize("data", DATA.values(), ids=DATA)
each_table = pytest.mark.parametrize(("table", "read"), TABLES.values(), ids=TABLES)


class Structure(NamedTuple):
    """What pysdmx makes of a structure message."""

    definition: Any
    lists: Mapping[str, Any]


@pytest.fixture
def folder(tgkt: Tgkt, tmp_path: Path, data: str) -> Path:
    """A folder of SDMX files."""
    assert tgkt("export", str(tmp_path / "sdmx"), "--sdmx", *(("--data", data) if data else ())).code == 0
    return tmp_path / "sdmx"


def structure(folder: Path) -> Structure:
    """The structure, checked by the schemas of the standard."""
    message = read_sdmx(folder / "structure.xml", validate=True)
    return Structure(message.get_data_structure_definitions()[0], {each.id: each for each in message.get_codelists()})


def gathered(data: str) -> Exported:
    """What the folder was written from."""
    catalogue = load_folder(ROOT / data if data else shipped_data())
    return export(Knowledge(catalogue, Clock(newest_year(catalogue, None))))


def lines(folder: Path, table: str, read: Any) -> list[dict[str, str]]:
    """The lines of a table, as pysdmx reads them."""
    found = read((folder / table).read_text(encoding="utf-8"))
    assert [each.short_urn for each in found] == ["Dataflow=TGKT:FIGURES(1.0.0)"]
    assert [each.short_urn for each in read_sdmx(folder / table).data] == ["Dataflow=TGKT:FIGURES(1.0.0)"]
    rows: list[dict[str, str]] = found[0].data.to_dict(orient="records")
    return rows


@each_folder
@each_table
def test_the_columns_are_the_components(folder: Path, table: str, read: Any) -> None:
    """Every one of them, in the order of the structure."""
    definition, rows = structure(folder).definition, lines(folder, table, read)
    parts = definition.components
    wanted = [each.id for group in (parts.dimensions, parts.measures, parts.attributes) for each in group]
    assert list(rows[0]) == wanted


@each_folder
@each_table
def test_every_code_is_in_its_list(folder: Path, table: str, read: Any) -> None:
    """And every component that has to be there is."""
    found, rows = structure(folder), lines(folder, table, read)
    compared = 0
    for component in found.definition.components:
        used = {row[component.id] for row in rows}
        if component.id != "OBS_VALUE":  # pysdmx wants one always; a range and words have no single number
            assert not (component.required and "" in used), component.id
        if component.local_codes is not None:
            ids = {each.id for each in found.lists[component.local_codes.id].codes}
            assert used - {""} <= ids, component.id
            compared += 1
    assert compared > 10


@each_folder
@each_table
def test_dimensions_name_one_figure(folder: Path, table: str, read: Any) -> None:
    """As SDMX wants of a key."""
    dimensions = structure(folder).definition.components.dimensions
    keys = [tuple(row[each.id] for each in dimensions) for row in lines(folder, table, read)]
    assert len(set(keys)) == len(keys)


@each_folder
@each_table
def test_all_numbers_are_those_of_the_figures(folder: Path, data: str, table: str, read: Any) -> None:
    """Values, ends and ranges of every printed and every derived figure."""
    found = gathered(data)
    rows = {row["KEY"]: row for row in lines(folder, table, read)}
    figures = list(FIGURES.rows(found))
    assert rows.keys() == {each["key"] for each in figures}
    for figure in figures:
        for id, column in NUMBERS.items():
            assert _is_same(rows[figure["key"]][id], figure.get(column)), (figure["key"], id)


@each_folder
@each_table
def test_all_numbers_are_those_of_the_statements(folder: Path, data: str, table: str, read: Any) -> None:
    """As printed: one number is the value, two stand beside it."""
    rows = {row["KEY"]: row for row in lines(folder, table, read)}
    for each in gathered(data).stated:
        row, figure = rows[each.key], each.statement.figure
        is_two = figure is not None and (figure.is_range or figure.low != figure.high)
        one = None if figure is None or is_two else figure.low
        assert _is_same(row["OBS_VALUE"], one), each.key
        if figure is not None and is_two:
            assert _is_same(row["RANGE_LOW"], figure.low)
            assert _is_same(row["RANGE_HIGH"], figure.high)


def _is_same(text: str, number: Decimal | None) -> bool:
    """Whether a cell holds a number; pandas keeps 17 digits where a whole column is numbers."""
    if number is None or text in ("", "NaN"):
        return number is None and text in ("", "NaN")
    return Decimal(text) == number or abs(Decimal(text) - number) <= abs(number) * Decimal("1e-15")


@each_folder
def test_names_are_read(folder: Path, data: str) -> None:
    """Those of indicators and areas, as the data have them."""
    found, catalogue = structure(folder), gathered(data).catalogue
    named = {each.id: each.name for each in found.lists["CL_INDICATOR"].codes}
    assert named.keys() == catalogue.indicators.keys()
    assert [id for id, each in catalogue.indicators.items() if named[id] not in each.title.texts] == []
