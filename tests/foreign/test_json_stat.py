"""The figures as JSON-stat, read by a program that knows the standard and not us."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cli.runner import ROOT, Tgkt

from tgkt.engine.export.export import export
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.json_stat.figure import NUMBERS
from tgkt.results.export import Exported
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

pyjstat = pytest.importorskip("pyjstat.pyjstat", reason="make foreign installs it")
pytestmark = [pytest.mark.foreign, pytest.mark.filterwarnings("ignore")]
DATA = {
    "the shipped data": "",
    "a plan in English": "examples/ireland_climate",
    "what came since": "examples/thai_nguyen_since",
    "hostile texts": "tests/hostile",
    "fiscal years": "tests/report/exchange/sdmx/fiscal",
}
each_folder = pytest.mark.parametrize("data", DATA.values(), ids=DATA)
Places = dict[tuple[str, ...], dict[str, Any]]


@cache
def gathered(data: str) -> Exported:
    """What a folder is written from."""
    catalogue = load_folder(ROOT / data if data else shipped_data())
    return export(Knowledge(catalogue, Clock(newest_year(catalogue, None))))


@pytest.fixture
def folder(tgkt: Tgkt, tmp_path: Path, data: str) -> Path:
    """A folder of JSON-stat files."""
    assert tgkt("export", str(tmp_path / "cubes"), "--json-stat", *(("--data", data) if data else ())).code == 0
    return tmp_path / "cubes"


def datasets(folder: Path) -> Iterator[tuple[str, Any]]:
    """Every dataset that the collection lists, by its indicator."""
    with (folder / "json-stat.json").open(encoding="utf-8") as file:
        found = pyjstat.Collection.read(file)
    for each in found["link"]["item"]:
        assert each["class"] == "dataset"
        with (folder / each["href"]).open(encoding="utf-8") as file:
            yield each["href"].removesuffix(".json"), pyjstat.Dataset.read(file)


def places(dataset: Any, column: str) -> Places:
    """What stands at each place of a cube: a value or a status by the name of its number, blanks left out."""
    found: Places = {}
    for row in pyjstat.from_json_stat(dataset, naming="id", value=column)[0].to_dict(orient="records"):
        value, number = row.pop(column), row.pop("number")
        held = found.setdefault(tuple(row.values()), {})
        if value is not None and not (isinstance(value, float) and math.isnan(value)):
            held[number] = value
    return found


def at_cell(dataset: Any) -> Mapping[int, tuple[str, ...]]:
    """The place of each cell by its number."""
    rows = dataset.write("dataframe", naming="id").drop(columns=["number", "value"])
    return dict(enumerate(map(tuple, rows.to_numpy().tolist())))


@each_folder
def test_all_numbers_are_those_of_the_figures(folder: Path, data: str) -> None:
    """Values, ends and ranges of every printed and every derived figure, at its place, and no others."""
    figures = {each["key"]: each for each in FIGURES.rows(gathered(data))}
    for indicator, dataset in datasets(folder):
        values, cells = places(dataset, "value"), at_cell(dataset)
        for told in dataset["extension"]["figures"]:
            figure, place = figures.pop(told["key"]), cells[told["cell"]]
            assert figure["indicator"] == indicator
            assert place[:2] == (figure["area"], figure["period"])
            held = values.pop(place)
            for name in NUMBERS:
                assert _is_same(held.get(name), figure.get(name)), (told["key"], name)
        assert [held for held in values.values() if held] == []
    assert not figures


@each_folder
def test_all_numbers_are_those_of_the_statements(folder: Path, data: str) -> None:
    """As printed: one number is the value, two stand beside it."""
    found: dict[str, dict[str, Any]] = {}
    for _, dataset in datasets(folder):
        values, cells = places(dataset, "value"), at_cell(dataset)
        found.update({each["key"]: values[cells[each["cell"]]] for each in dataset["extension"]["figures"]})
    for each in gathered(data).stated:
        held, figure = found[each.key], each.statement.figure
        is_two = figure is not None and (figure.is_range or figure.low != figure.high)
        assert _is_same(held.get("value"), None if figure is None or is_two else figure.low), each.key
        if figure is not None and is_two:
            assert _is_same(held["range_low"], figure.low)
            assert _is_same(held["range_high"], figure.high)


def _is_same(read: Any, number: Decimal | None) -> bool:
    """Whether a cell holds a number; pyjstat keeps binary fractions, which the nearest to a decimal stands for."""
    return (read is None) is (number is None) and (number is None or read == _nearest(number))


def _nearest(number: Decimal) -> Any:
    """The binary fraction that every JSON reader makes of a decimal."""
    return math.fsum((number,))


@each_folder
def test_statuses_are_read(folder: Path) -> None:
    """Each is a word that the dataset names."""
    for _, dataset in datasets(folder):
        if dataset["status"]:
            used = {status for held in places(dataset, "status").values() for status in held.values()}
            assert used == set(dataset["extension"]["status"]["label"])


@each_folder
def test_names_are_read(folder: Path, data: str) -> None:
    """Those of the data, and every column has one of its own."""
    catalogue = gathered(data).catalogue
    for indicator, dataset in datasets(folder):
        assert dataset["label"] in catalogue.indicators[indicator].title.texts
        table = dataset.write("dataframe")
        assert len(set(table.columns)) == len(dataset["id"]) + 1
        areas = dataset["dimension"]["area"]["category"]["label"]
        assert [id for id, name in areas.items() if name not in catalogue.areas[id].title.texts] == []


@each_folder
def test_the_same_twice(tgkt: Tgkt, folder: Path, data: str) -> None:
    """Byte by byte."""
    first = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert tgkt("export", str(folder), "--json-stat", *(("--data", data) if data else ())).code == 0
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == first
