"""The shipped JSON Schema: made from the grammar, and of one mind with the loader."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types
from loading.yaml_core import read_core

from tgkt.loading.completion import completion
from tgkt.loading.files import data_files, shipped_data
from tgkt.loading.grammar import SCHEMA_NAME, json_schema

SCHEMA = shipped_data() / "tgkt.schema.json"
GALLERY = Path(__file__).with_name("bad_data")
FIRST_LINE = "# yaml-language-server: $schema="


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _mistakes(file: Path) -> list[str]:
    """What the schema finds wrong with a file."""
    errors = _validator().iter_errors(read_core(file.read_bytes()))
    return [f"{file.name}: {'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


def _is_readable(file: Path) -> bool:
    """Whether a gallery file is plain YAML, so that a schema has something to check."""
    try:
        read_core(file.read_bytes())
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


@cache
def _gallery() -> dict[Path, bool]:
    """The mistakes a schema can read, and whether it refuses them."""
    return {file: _mistakes(file) != [] for file in sorted(GALLERY.glob("*.yaml")) if _is_readable(file)}


def _marked() -> list[Path]:
    """The mistakes of which the gallery says that the schema, too, refuses them."""
    return [file for file in _gallery() if b"\n# schema: refuses\n" in file.read_bytes()]


def _unexplained(schema: Any, path: str) -> list[str]:
    """The keys without a description, each with the way to it."""
    bare = []
    for key, described in schema.get("properties", {}).items():
        bare += [] if described.get("description") else [f"{path}.{key}"]
        bare += _unexplained(described, f"{path}.{key}")
    for part in (schema.get("items", {}), *schema.get("patternProperties", {}).values()):
        bare += _unexplained(part, path) if part else []
    return bare


def test_the_shipped_schema_follows_from_the_grammar() -> None:
    """`tgkt schema -o data/tgkt.schema.json` would write the file that is there, byte for byte."""
    expected = json.dumps(json_schema(completion(shipped_data())), ensure_ascii=False, indent=1) + "\n"
    assert expected == SCHEMA.read_text(encoding="utf-8")


def test_the_schema_is_a_valid_schema_with_a_name() -> None:
    """The schema is one of draft 7 and bears the name and version of the data format."""
    Draft7Validator.check_schema(json_schema())
    assert json_schema()["title"] == SCHEMA_NAME == "tgkt/data/2"


def test_every_key_of_the_schema_is_explained() -> None:
    """An editor can show a sentence for every key there is."""
    assert _unexplained(json_schema(), "") == []


def test_what_is_fine_for_the_loader_is_fine_for_the_schema() -> None:
    """An editor shows no mistake in a shipped file, nor in any other that tgkt accepts."""
    fine = [*data_files(shipped_data()), *sorted((GALLERY / "fine").glob("*.yaml"))]
    assert [told for file in fine for told in _mistakes(file)] == []


def test_shipped_data_name_the_schema_in_their_first_line() -> None:
    """The first line tells editors which schema to use, and the schema is there."""
    first = {file: file.read_text(encoding="utf-8").partition("\n")[0] for file in data_files(shipped_data())}
    named = {file: (file.parent / line.removeprefix(FIRST_LINE)).resolve() for file, line in first.items()}
    assert [file.name for file, line in first.items() if not line.startswith(FIRST_LINE)] == []
    assert set(named.values()) == {SCHEMA}
    assert SCHEMA.is_file()


def test_a_mistake_of_form_is_refused_by_the_schema_too() -> None:
    """Keys, types and closed lists of words are wrong for the editor as `test_bad_data` has them wrong for tgkt."""
    assert [file.stem for file in _marked() if not _gallery()[file]] == []


def test_what_the_schema_refuses_is_marked() -> None:
    """The gallery tells of each mistake whether an editor shows it; the others are left to the loader."""
    assert [file.stem for file, refused in _gallery().items() if refused and file not in _marked()] == []


def test_most_mistakes_of_the_gallery_are_tried_on_the_schema() -> None:
    """Both kinds of mistakes are there in numbers, so that no test above is empty."""
    assert len(_marked()) >= 40
    assert len(_gallery()) - len(_marked()) >= 40
