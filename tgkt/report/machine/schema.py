"""The JSON Schema (draft 7) of an answer, made from its shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tgkt.report.machine.field import FIXED, Field, Type
from tgkt.report.machine.shape import Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
_TAG = "[a-z]{2,3}(-[A-Za-z0-9]+)*"
_BASIC: dict[Type, dict[str, Any]] = {
    Type.TEXT: {"type": "string", "minLength": 1},
    Type.CODE: {"type": "string", "minLength": 1},
    Type.DATE: {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    Type.WHOLE: {"type": "integer"},
    Type.NUMBER: {"type": "number"},
    Type.FLAG: {"type": "boolean"},
}


def output_schema(shape: Shape) -> dict[str, Any]:
    """The schema of the JSON that a command answers; a line of NDJSON is a row of it with the name of the schema.

    Where a database writes the rows there is no JSON, and it is the schema of such a line.
    """
    if shape.keys:
        return _line_schema(shape)
    rows = {"type": "array", "items": {"$ref": "#/definitions/row"}, "description": f"one for each: {shape.says}"}
    whole = _object(shape.head)
    return {
        "$schema": DRAFT,
        "title": shape.schema,
        "description": f"What `{shape.command} --format json` answers. Each row is {shape.says}.",
        **whole,
        "properties": {"schema": _name_of(shape), **whole["properties"], "rows": rows},
        "required": ["schema", *whole["required"], "rows"],
        "definitions": {"row": _object(shape.row)},
    }


def _line_schema(shape: Shape) -> dict[str, Any]:
    row = _object(shape.row)
    return {
        "$schema": DRAFT,
        "title": shape.schema,
        "description": f"A line of `{shape.command} --format ndjson`: {shape.says}.",
        **row,
        "properties": {"schema": _name_of(shape), **row["properties"]},
        "required": ["schema", *row["required"]],
    }


def _name_of(shape: Shape) -> dict[str, Any]:
    return {"const": shape.schema, "description": "name and version of this shape"}


def _object(fields: Sequence[Field]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "object",
        "properties": {field.name: _described(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }
    told = {f"^{re.escape(field.name)}_{_TAG}$": _in_language(field) for field in fields if field.is_told}
    return found | ({"patternProperties": told} if told else {})


def _described(field: Field) -> dict[str, Any]:
    return {**_typed(field), "description": field.says + _unit_of(field)}


def _in_language(field: Field) -> dict[str, Any]:
    return {**_typed(field), "description": f"`{field.name}` in the language of this tag"}


def _unit_of(field: Field) -> str:
    if field.type is not Type.NUMBER:
        return ""
    return f"; {FIXED.get(field.unit, f'in `{field.unit}`')}"


def _typed(field: Field) -> dict[str, Any]:
    match field.type:
        case Type.RECORD:
            return _object(field.inner)
        case Type.ROWS:
            return {"type": "array", "items": _object(field.inner)}
        case Type.NUMBERS:
            return {"type": "array", "items": {"type": "number"}}
        case Type.FACTS:
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case Type.WORDS | Type.TEXTS:
            member = {"enum": list(field.words)} if field.words else {"type": "string", "minLength": 1}
            return {"type": "array", "items": member}
    return _basic(field)


def _basic(field: Field) -> dict[str, Any]:
    """A single value; null is one of those of a closed list that may stay open."""
    if field.words:
        return {"enum": list(field.words) + ([] if field.is_always else [None])}
    found = dict(_BASIC[field.type])
    return found if field.is_always else {**found, "type": [found["type"], "null"]}
