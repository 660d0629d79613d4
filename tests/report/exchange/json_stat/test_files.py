"""The files: a dataset for each indicator and the collection that lists them, the same twice."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from tgkt.report.exchange.json_stat.files import COLLECTION, json_stat_files, listed
from tgkt.results.export import Exported

from ..sdmx.exported import FOLDERS, each_folder, exported, exported_from

SHIPPED, IRISH, HOSTILE = "the shipped data", "a plan in English", "hostile texts"


def read(text: str) -> Any:
    """JSON, every number digit by digit."""
    return json.loads(text, parse_float=Decimal)


@each_folder
def test_the_collection_comes_last_and_lists_the_others(name: str) -> None:
    """A folder that has it has every dataset."""
    files = json_stat_files(exported(name))
    *others, last = files
    assert last == COLLECTION
    assert listed(files[COLLECTION]) == others
    assert [each["label"] for each in read(files[COLLECTION])["link"]["item"]] == [
        read(files[each])["label"] for each in others
    ]


@each_folder
def test_the_same_data_give_the_same_bytes(name: str) -> None:
    """Read and written twice."""
    assert json_stat_files(exported(name)) == json_stat_files(exported_from(FOLDERS[name]))


def test_digits_are_as_printed() -> None:
    """A zero at the end stays, and nothing becomes a float."""
    text = json_stat_files(exported(SHIPPED))["grdp_per_capita.json"]
    assert ' 62.0, "685": 62.0' in text
    assert Decimal("62.0") in read(text)["value"].values()


@pytest.mark.parametrize(
    ("name", "label"), [(SHIPPED, "Địa bàn"), (IRISH, "Area"), (HOSTILE, "Area")], ids=[SHIPPED, IRISH, HOSTILE]
)
def test_names_are_english_where_all_documents_are(name: str, label: str) -> None:
    """Vietnamese otherwise, whatever language the command speaks."""
    first = next(iter(json_stat_files(exported(name)).values()))
    assert read(first)["dimension"]["area"]["label"] == label


def test_the_collection_says_what_it_is() -> None:
    """The plan in force, all documents, and the form of the files."""
    found = read(json_stat_files(exported(SHIPPED))[COLLECTION])
    assert (found["version"], found["class"]) == ("2.0", "collection")
    assert found["extension"]["schema"] == "tgkt/json-stat/1"
    assert found["updated"] == "2025-09-15"


def test_what_a_terminal_obeys_is_itself_again_in_json() -> None:
    """It stands by its number in the file, also where a program brings it in behind the loader."""
    files = json_stat_files(injected("a\x1b[2Jb\u202e"))
    text = files["share.json"]
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "a\x1b[2Jb\u202e" in [each.get("printed") for each in read(text)["extension"]["figures"]]


def injected(printed: str) -> Exported:
    """Hostile texts with one that the loader refuses."""
    found = exported(HOSTILE)
    first, *others = found.stated
    return found._replace(stated=(first._replace(statement=first.statement._replace(printed=printed)), *others))


OTHERS = {
    "a dataset": '{"class": "dataset"}',
    "a collection of others": '{"class": "collection", "link": {"item": [{"href": "a.json"}]}, "extension": {}}',
    "no JSON": "{",
    "a list": "[]",
    "brackets without end": "[" * 100_000,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_nothing_else_is_an_older_export(text: str) -> None:
    """Of whichever program."""
    assert listed(text) is None


def test_only_files_that_an_export_writes_are_listed() -> None:
    """What lies elsewhere is never touched; a collection of nothing is one too."""
    text = (
        '{"extension": {"schema": "tgkt/json-stat/1"}, "link": {"item": [{"href": "../a.json"}, {"href": "b.json"}]}}'
    )
    assert listed(text) == ["b.json"]
    assert listed('{"extension": {"schema": "tgkt/json-stat/1"}, "link": {"item": []}}') == []
