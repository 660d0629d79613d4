"""The shipped JSON Schema: made from the grammar, and of one mind with the loader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types
from loading.yaml_core import read_core

from tgkt.loading.files import data_files, shipped_data
from tgkt.loading.grammar import SCHEMA_NAME, json_schema

SCHEMA = shipped_data() / "tgkt.schema.json"
GALLERY = Path(__file__).with_name("bad_data")
_FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def _validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _is_marked(file: Path) -> bool:
    """Whether a gallery file says that the schema, too, refuses it."""
    return b"\n# schema: refuses\n" in file.read_bytes()


def _is_readable(file: Path) -> bool:
    """Whether a gallery file is plain YAML, so that a schema has something to check."""
    try:
        read_core(file.read_bytes())
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


def _gallery(*, marked: bool) -> list[Any]:
    files = sorted(GALLERY.glob("*.yaml"))
    return [pytest.param(file, id=file.stem) for file in files if _is_marked(file) is marked and _is_readable(file)]


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
    expected = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    assert expected == SCHEMA.read_text(encoding="utf-8")


def test_the_schema_is_a_valid_schema_with_a_name() -> None:
    """The schema is one of draft 7 and bears the name and version of the data format."""
    Draft7Validator.check_schema(json_schema())
    assert json_schema()["title"] == SCHEMA_NAME == "tgkt/data/1"


def test_every_key_of_the_schema_is_explained() -> None:
    """An editor can show a sentence for every key there is."""
    assert _unexplained(json_schema(), "") == []


@pytest.mark.parametrize("file", data_files(shipped_data()), ids=lambda file: file.stem)
def test_shipped_data_satisfy_the_schema(file: Path) -> None:
    """An editor shows no mistake in a shipped file."""
    errors = _validator().iter_errors(read_core(file.read_bytes()))
    assert [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("file", data_files(shipped_data()), ids=lambda file: file.stem)
def test_shipped_data_name_the_schema_in_their_first_line(file: Path) -> None:
    """The first line tells editors which schema to use, and the schema is there."""
    first = _FIRST_LINE.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
    assert first is not None
    assert (file.parent / first[1]).resolve() == SCHEMA
    assert SCHEMA.is_file()


@pytest.mark.parametrize("file", _gallery(marked=True))
def test_a_mistake_of_form_is_refused_by_the_schema_too(file: Path) -> None:
    """Keys, types and closed lists of words are wrong for the editor as `test_bad_data` has them wrong for tgkt."""
    assert not _validator().is_valid(read_core(file.read_bytes()))


@pytest.mark.parametrize("file", _gallery(marked=False))
def test_a_mistake_of_meaning_is_left_to_the_loader(file: Path) -> None:
    """The marker `# schema: refuses` is missing only where the schema does accept the file."""
    assert _validator().is_valid(read_core(file.read_bytes()))


@pytest.mark.parametrize("file", sorted((GALLERY / "fine").glob("*.yaml")), ids=lambda file: file.stem)
def test_what_is_fine_for_the_loader_is_fine_for_the_schema(file: Path) -> None:
    """An editor shows no mistake in a file that tgkt accepts."""
    assert _validator().is_valid(read_core(file.read_bytes()))


def test_most_mistakes_of_the_gallery_are_tried_on_the_schema() -> None:
    """Both kinds of mistakes are there in numbers, so that neither test above is empty."""
    assert len(_gallery(marked=True)) >= 40
    assert len(_gallery(marked=False)) >= 40
