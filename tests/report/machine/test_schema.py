"""The JSON Schemas of the answers: strict, and explained to the last field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types

from tgkt.engine.project.pace import PRESETS
from tgkt.engine.trajectory.way import Form
from tgkt.report.fields.project import FORMS, METHODS
from tgkt.report.machine.field import FIXED, Field, Type
from tgkt.report.machine.schema import output_schema
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.shapes import SHAPES

each_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


Level = tuple[Field, ...]


def levels(fields: Level, around: Level = ()) -> Iterator[tuple[Level, Level]]:
    """Fields that stand side by side, and those around them; those of records and lists of rows included."""
    yield fields, around
    for field in fields:
        if field.inner:
            yield from levels(field.inner, (*fields, *around))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object within a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        yield from chain.from_iterable(objects(each) for each in schema.values())


def all_levels(shape: Shape) -> Iterable[tuple[Level, Level]]:
    """Those of a row and of the head."""
    return chain(levels(shape.row), levels(shape.head))


@each_shape
def test_a_schema_is_strict_and_explained(shape: Shape) -> None:
    """Draft 7; no field is left out or added, and each is described."""
    schema = output_schema(shape)
    Draft7Validator.check_schema(schema)
    for each in objects(schema):
        assert each["additionalProperties"] is False
        assert set(each["required"]) == set(each["properties"])
        assert [name for name, told in each["properties"].items() if not told.get("description")] == []


@each_shape
def test_every_number_has_a_unit_and_every_spread_two_ends(shape: Shape) -> None:
    """A unit is a field beside the number or of the row around it; one end never stands without the other."""
    for level, around in all_levels(shape):
        names = {field.name for field in (*level, *around)}
        numbers = [field for field in level if field.type is Type.NUMBER]
        homeless = [field.name for field in numbers if field.unit not in (*FIXED, *names)]
        assert homeless == []
        for one, other in (("low", "high"), ("high", "low")):
            ends = {field.name for field in numbers if field.name.endswith(one)}
            assert {name.removesuffix(one) + other for name in ends} <= set(names)


@each_shape
def test_fields_differ_and_the_key_comes_first(shape: Shape) -> None:
    """One name, one field; no text is told in two languages by hand. Where a database writes, several are the key."""
    always = [field.name for field in shape.row if field.is_always]
    assert [name for name in shape.keys or ("key",) if name not in always] == []
    assert shape.row[0].name == (shape.keys or ("key",))[0]
    for level, _ in all_levels(shape):
        names = [field.name for field in level]
        assert len(names) == len(set(names))
        assert [name for name in names if name.endswith(("_vi", "_en"))] == []


@each_shape
def test_one_thing_has_one_name(shape: Shape) -> None:
    """An indicator is `id`, what was named otherwise once is so no more."""
    for level, _ in all_levels(shape):
        others = {"indicator", "periods", "lower", "upper", "name"} - {
            *shape.keys
        }  # those of tables name their columns
        assert {field.name for field in level} & others == set()


def test_closed_lists_are_those_of_the_program() -> None:
    """Where the lists are written out because they are declared elsewhere, they are the same."""
    assert tuple(PRESETS) == METHODS
    assert set(FORMS) == {*map(str, Form), "multiple"}


def test_a_closed_list_that_may_stay_open_has_null() -> None:
    """And one that is always said has not."""
    row = output_schema(SHAPES["status"])["definitions"]["row"]["properties"]
    assert None in row["standing"]["enum"]
    assert None not in row["verdict"]["enum"]


def test_a_text_of_the_data_may_stand_in_any_further_language() -> None:
    """Under its name with the tag, and under no other name."""
    validator = Draft7Validator(output_schema(SHAPES["weights"])["definitions"]["row"])

    def wrong(**more: str) -> list[str]:
        return [error.message for error in validator.iter_errors(more) if error.validator != "required"]

    assert wrong(title_en="Forest", title_fr="Forêt") == []
    assert wrong(name_en="Forest") != []
