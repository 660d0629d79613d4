"""A dataset: its cells are the numbers of the statements, and it says where they are from."""

from __future__ import annotations

from functools import cache
from math import prod
from typing import Any

import pytest

from tgkt.report.exchange.json_stat.dataset import dataset, documents
from tgkt.report.exchange.json_stat.figure import figures_of

from ..sdmx.exported import each_folder, exported

SHIPPED, IRISH, HOSTILE = "the shipped data", "a plan in English", "hostile texts"
Dataset = dict[str, Any]


@cache
def datasets(name: str) -> dict[str, Dataset]:
    """Those of all indicators of a folder."""
    found = exported(name)
    indicators = found.catalogue.indicators
    return {id: dict(dataset(indicators[id], held, found, "vi")) for id, held in figures_of(found).items()}


@each_folder
def test_every_statement_is_where_its_key_says(name: str) -> None:
    """Its number at its cell; two numbers leave the value empty."""
    cells = {
        each["key"]: (made, each["cell"]) for made in datasets(name).values() for each in made["extension"]["figures"]
    }
    assert len(cells) == len(exported(name).stated) + len(exported(name).derived)
    for each in exported(name).stated:
        made, cell = cells[each.key]
        figure = each.statement.figure
        is_one = figure is not None and figure.low == figure.high and not figure.is_range
        assert made["value"].get(str(cell)) == (figure.low if figure and is_one else None), each.key
        if figure is not None and not is_one:
            place = made["dimension"]["number"]["category"]["index"].index("range_low")
            assert [made["value"][str(cell + place + end)] for end in (0, 1)] == [figure.low, figure.high]


@each_folder
def test_no_number_is_there_twice_and_none_is_added(name: str) -> None:
    """As many as the figures have, each inside the cube."""
    held = figures_of(exported(name))
    for id, made in datasets(name).items():
        assert len(made["value"]) == sum(len(each.numbers) for each in held[id])
        assert made["size"] == [len(made["dimension"][each]["category"]["index"]) for each in made["id"]]
        assert all(0 <= int(cell) < prod(made["size"]) for cell in (*made["value"], *made["status"]))


@each_folder
def test_cubes_stay_small(name: str) -> None:
    """A reader makes a row of every cell, empty or not."""
    assert max(prod(made["size"]) for made in datasets(name).values()) < 20_000
    assert sum(prod(made["size"]) for made in datasets(name).values()) < 100_000


@each_folder
def test_every_status_is_named(name: str) -> None:
    """And no other."""
    for made in datasets(name).values():
        assert set(made["status"].values()) == set(made["extension"]["status"]["label"])


def test_a_dataset_says_what_and_where_from() -> None:
    """Title, documents, the date of the newest of them, and roles."""
    found = datasets(SHIPPED)["grdp_per_capita"]
    assert (found["version"], found["class"]) == ("2.0", "dataset")
    assert found["label"] == "GRDP bình quân đầu người"
    assert found["updated"] == "2025-09-15"
    assert found["source"].count("; ") == 3
    assert found["role"] == {"time": ["period"], "geo": ["area"], "metric": ["measure", "number"]}
    assert found["extension"]["section"] == "economy"


def test_a_definition_is_a_note() -> None:
    """In the words of the data; without one there is no note."""
    catalogue = exported(IRISH).catalogue
    defined = [id for id, each in catalogue.indicators.items() if each.definition and id in datasets(IRISH)]
    for id, made in datasets(IRISH).items():
        assert ("note" in made) is (id in defined)


def test_words_have_a_status_and_no_value() -> None:
    """A milestone alone makes a cube without numbers."""
    found = [made for made in datasets(SHIPPED).values() if not made["value"] and "words" in made["status"].values()]
    assert found


@pytest.mark.parametrize(
    ("used", "told"),
    [(["paper"], {"source": '=HYPERLINK("x","y")', "updated": "2025"}), ([], {"source": ""})],
    ids=["a document with a year", "none"],
)
def test_documents(used: list[str], told: dict[str, str]) -> None:
    """Their titles, and as much of the newest date as is known."""
    assert documents(used, exported(HOSTILE), "en") == told
