"""What an editor completes: the ids of a folder and of what it builds on, and units."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types

from tgkt.cli.schema import schema
from tgkt.errors import DataError
from tgkt.loading.completion import completion
from tgkt.loading.grammar import json_schema

from .mini import write_files


def test_the_ids_of_a_folder_are_completed(folder: Path) -> None:
    """Of every block that others refer to, from every file."""
    known = completion(folder)
    assert known["id_of_areas"] == ["north", "south", "whole"]
    assert known["id_of_origins"] == ["report", "resolution"]
    assert known["id_of_sections"] == ["society"]
    assert known["id_of_indicators"] == ["communes", "forest"]


def test_units_are_completed_built_in_and_own(tmp_path: Path) -> None:
    """Each by the names it is written with."""
    known = completion(write_files(tmp_path, more="units: {deaths: count}\n"))["unit"]
    assert {"deaths", "xã", "đồng", "EUR", "people"} <= set(known)


def test_a_folder_that_holds_mistakes_is_completed(tmp_path: Path) -> None:
    """One completes while one writes."""
    known = completion(write_files(tmp_path, more="indicators: {new: {titel: New, unit: nothing}, other: []}\n"))
    assert {"new"} <= set(known["id_of_indicators"])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Its names are lost, and that is said."""
    with pytest.raises(DataError, match=r"more\.yaml:2:1: not valid YAML"):
        completion(write_files(tmp_path, more="areas: {\n"))


def test_other_names_are_no_mistake_to_an_editor(folder: Path) -> None:
    """What is declared a minute later is not refused."""
    validator = Draft7Validator(json_schema(completion(folder)))
    for area in ("north", "east"):
        assert validator.is_valid({"area": area})
    assert not validator.is_valid({"area": "North East"})


def test_the_command_completes_the_folder_it_is_given(folder: Path, tmp_path: Path) -> None:
    """`tgkt schema --data DIR -o FILE`."""
    file = tmp_path / "folder.schema.json"
    schema(data=folder, output=file)
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["definitions"]["id_of_areas"]["anyOf"][0] == {"enum": ["north", "south", "whole"]}
