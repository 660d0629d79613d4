"""Writing rows for machines: JSON, NDJSON, CSV, TSV. Never localised, every digit that is meant kept."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from tgkt.errors import UsageError
from tgkt.record import NamedTuple
from tgkt.report.machine.field import NESTED, Field, Type
from tgkt.report.machine.shape import Shape, columns

MACHINE = ("json", "ndjson", "csv", "tsv")

Fields = Mapping[str, Any]


def _text(value: str) -> str:
    """A text in quotes, with what JSON escapes escaped."""
    if value.isprintable():
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    from json.encoder import encode_basestring  # lazy: few texts have line ends or signs that are not seen

    return encode_basestring(value)


@cache
def _name(key: str) -> str:
    """The name of a value; the same few stand in every row."""
    return f"{_text(key)}: "


class Form(NamedTuple):
    """How an answer is written for machines.

    Attributes:
        name: one of `MACHINE`.
        mark: what stands between the cells of CSV.
        is_office: whether CSV is for office programs: a byte order mark before it, and no text that is a formula there.
        is_long: whether the long form is asked for, a row for each year or part.
    """

    name: str
    mark: str = ","
    is_office: bool = False
    is_long: bool = False


def json_text(value: Any) -> str:
    """JSON on one line with decimals as numbers, digit by digit; Python's own writer would go through floats."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)  # a fiscal year is its first year here
    if isinstance(value, Decimal):
        return f"{value or abs(value):f}" if value.is_finite() else "null"
    if isinstance(value, dict | Mapping):  # most are dicts, and to be asked for that costs less
        named = [f"{_name(key)}null" if each is None else _name(key) + json_text(each) for key, each in value.items()]
        return "{" + ", ".join(named) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join([json_text(each) for each in value]) + "]"
    raise TypeError(f"{type(value).__name__} is no value of JSON")


def machine_text(form: Form, shape: Shape, head: Fields, rows: Sequence[Fields], further: Sequence[str] = ()) -> str:
    """An answer in a machine format, its fields in the order of its shape.

    Args:
        form: which format, and how.
        shape: what the fields are.
        head: what holds for all rows; only JSON carries it.
        rows: the rows.
        further: the tags of the languages in which the data have texts beside their first.

    Raises:
        UsageError: a long form is asked for that there is none of.
    """
    if form.is_long and not shape.is_long:
        raise UsageError("--long: this answer has no long form. Leave it out")
    if form.name == "json":
        lines = [f"  {json_text(key)}: {json_text(each)}" for key, each in record(shape.head, head, further).items()]
        one = recorder(shape.row, further)
        held = ",".join([f"\n    {json_text(one(row))}" for row in rows])
        lines.append(f"  {json_text('rows')}: [{held}{chr(10) + '  ' if rows else ''}]")
        return "{\n" + ",\n".join([f"  {json_text('schema')}: {json_text(shape.schema)}", *lines]) + "\n}\n"
    if form.name == "ndjson":
        named = {"schema": shape.schema}
        one = recorder(shape.row, further)
        return "".join([json_text({**named, **one(row)}) + "\n" for row in rows])
    return delimited(form, shape.row, rows, further)


def record(fields: Sequence[Field], values: Fields, further: Sequence[str] = ()) -> dict[str, Any]:
    """The values in the order of their fields; an empty text is null."""
    return recorder(fields, further)(values)


def recorder(fields: Sequence[Field], further: Sequence[str] = ()) -> Callable[[Fields], dict[str, Any]]:
    """What makes `record` of the values of many rows."""
    places = [(name, field.type is Type.TEXT) for field in fields for name in field.names(further)]
    nested = [(field.name, _inner(field, further)) for field in fields if field.inner]

    def made(values: Fields) -> dict[str, Any]:
        found = {name: None if is_text and values[name] == "" else values[name] for name, is_text in places}
        for name, inner in nested:
            found[name] = inner(values[name])
        return found

    return made


def _inner(field: Field, further: Sequence[str]) -> Callable[[Any], Any]:
    one = recorder(field.inner, further)
    return one if field.type is Type.RECORD else lambda rows: [one(each) for each in rows]


def plain_record(fields: Fields) -> dict[str, Any]:
    """The same fields in Python's own types alone: texts that are members of a list of words become plain texts."""
    return {str(name): _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    match value:
        case str():
            return f"{value}"
        case Mapping():
            return plain_record(value)
        case list() | tuple():
            return [_plain(each) for each in value]
    return value


def delimited(form: Form, fields: Sequence[Field], rows: Sequence[Fields], further: Sequence[str] = ()) -> str:
    """CSV (RFC 4180) or TSV with a line of heads."""
    from csv import writer as csv_writer  # lazy: as above

    out = io.StringIO()
    mark = "\t" if form.name == "tsv" else form.mark
    writer = csv_writer(out, delimiter=mark, lineterminator="\n" if form.name == "tsv" else "\r\n")
    writer.writerow(columns(fields, further))
    kept = [
        (name, _cell_of(field, form)) for field in fields if field.type not in NESTED for name in field.names(further)
    ]
    for row in rows:
        writer.writerow([cell(row[name]) for name, cell in kept])
    return ("\ufeff" if form.is_office else "") + out.getvalue()


def _cell_of(field: Field, form: Form) -> Callable[[Any], str]:
    """What writes the cells of a field."""
    if field.type in (Type.WHOLE, Type.NUMBER, Type.FLAG):
        return lambda value: "" if value is None else json_text(value)
    joined = {Type.WORDS: " ", Type.TEXTS: "; "}.get(field.type)

    def cell(value: Any) -> str:
        told = "" if value is None else value if joined is None else joined.join(value)
        if form.name == "tsv":
            told = " ".join(told.split())
        is_day = field.type is Type.DATE and len(told) == _DAY
        if told and not is_day and (field.type is Type.CODE or _like_a_number().fullmatch(told)):
            told = f"#{told}"
        return f"'{told}" if form.is_office and told.startswith(_FORMULAS) else told

    return cell


_DAY = len("2025-09-15")
_FORMULAS = ("=", "+", "-", "@")


@cache
def _like_a_number() -> re.Pattern[str]:
    """What a reader of CSV takes for a number, a date, true, false or nothing, and what begins as such a mark.

    Made where it is needed, because it takes long to make.
    """
    return re.compile(
        r"#.*|[-+$€£¥₫]?[\d.,:;/ \N{NO-BREAK SPACE}+-]*\d[\d.,:;/ \N{NO-BREAK SPACE}+-]*(?:[eE][-+]?\d+)?%?"
        r"|(?i:true|false|yes|no|[tfyn]|n/?a|none|null|nan|[-+]?inf(?:inity)?|\.)",
        re.DOTALL,
    )
