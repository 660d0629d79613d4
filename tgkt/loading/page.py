"""The page of the data format, made from the grammar: every block and key, whether it is required, an example."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.loading.grammar import FILE, INDICATOR, NEEDED
from tgkt.loading.page_units import units_part
from tgkt.loading.reading import Shape
from tgkt.loading.scalars import Choice, Flag, Id, Number, NumberOrRange, Title, UnitText, YearOrTerm
from tgkt.loading.spec import ByPeriod, Field, ListOf, MapOf, Record, ShortFigure

_HEAD = """\
# The format of the data files

Made from the grammar by `tgkt schema --page`; do not edit it by hand.

A data folder holds YAML files, in any number and under any names. Everything is text as documents print it: a number
keeps every printed digit (`90.40` is not `90.4`); dates, codes and words that YAML would turn into something else stand
in quotes. `tgkt init` begins a folder, `tgkt validate` names file, line and remedy of every mistake, and
`tgkt schema -o tgkt.schema.json` lets an editor complete and check it.

Files may also lie in folders of it, up to four deep: `plan.yaml` beside `figures/2025/north.yaml`. Folders whose name
begins with a dot, links to folders, and folders with a base of their own are left out. Figures of hundreds of areas are
work for [`tgkt panel`](panel.md), which reads them from a table.

What can be inferred without guessing a meaning may be left out; the second column says from what. A figure may be
written in short, as its number (`{2030: 75}`) or as the words of the document (`{2030: at least 75%}`), or in full.

Where a document says "at least", "trên" or "reduce by 55 % against 1990", its words in `printed` are enough: number,
unit and comparator are read from them, by the language of the document. Where both are given they are compared.
"""
_PLAIN: dict[type, str] = {
    Flag: "true or false",
    Number: "a number",
    NumberOrRange: "a number, or [low, high]",
    Title: "a text, or texts by language: {vi: …, en: …}",
    UnitText: "[a unit](#units)",
    YearOrTerm: "a period",
}


def format_page() -> str:
    """The page as Markdown."""
    lines = [_HEAD]
    for record in _records(FILE, []):
        lines += [f"## {record.name[0].upper()}{record.name[1:]}", "", *_table(record), ""]
    lines += [*units_part(), "## Closed lists", ""]
    for choice, keys in _choices():
        lines += [f"**{', '.join(f'`{key}`' for key in keys)}**", ""]
        lines += [f"- `{word}`: {meant}" for word, meant in choice.meanings.items()] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _table(record: Record) -> list[str]:
    lines = ["| key | needed | what it is | example |", "|---|---|---|---|"]
    for key, field in record.fields.items():
        cells = (
            f"`{key}`",
            _needed(record, key, field),
            _meaning(field),
            f"`{field.example}`" if field.example else "",
        )
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return lines


def _needed(record: Record, key: str, field: Field) -> str:
    if field.required:
        return "yes"
    if record is INDICATOR and key in NEEDED:
        return "where it is declared"
    return f"no: {field.inferred}" if field.inferred else "no"


def _meaning(field: Field) -> str:
    kind = _kind(field.shape)
    return f"{field.doc}: {kind}" if kind else field.doc


def _kind(shape: Shape) -> str:
    """The kind of value, where the sentence about the key does not say it."""
    if isinstance(shape, Record):
        return f"[{shape.name}](#{_anchor(shape)})"
    if isinstance(shape, ListOf):
        inner = _kind(shape.item)
        return f"a list, each {inner}" if inner else "a list"
    if isinstance(shape, MapOf):
        inner = _kind(shape.value)
        return f"by id, each {inner}" if inner else "by id"
    if isinstance(shape, ByPeriod):
        return f"by period, each {_kind(shape.figure)}"
    if isinstance(shape, ShortFigure):
        return f"{_kind(shape.record)}, in short or in full"
    if isinstance(shape, Choice):
        return ", ".join(f"`{word}`" for word in shape.meanings)
    if isinstance(shape, Id):
        return ""
    return _PLAIN.get(type(shape), "")


def _anchor(record: Record) -> str:
    return record.name.replace(" ", "-")


def _inner(shape: Shape) -> Iterator[Record]:
    """The records that a shape holds directly."""
    if isinstance(shape, Record):
        yield shape
    elif isinstance(shape, ListOf):
        yield from _inner(shape.item)
    elif isinstance(shape, MapOf):
        yield from _inner(shape.value)
    elif isinstance(shape, ByPeriod):
        yield shape.figure.record
    elif isinstance(shape, ShortFigure):
        yield shape.record


def _records(record: Record, seen: list[Record]) -> list[Record]:
    """A record and those it holds, each once, in the order in which they are met."""
    if all(record is not each for each in seen):
        seen.append(record)
        for field in record.fields.values():
            for inner in _inner(field.shape):
                _records(inner, seen)
    return seen


def _choices() -> list[tuple[Choice, list[str]]]:
    """The closed lists, each with the keys it belongs to."""
    found: list[tuple[Choice, list[str]]] = []
    for record in _records(FILE, []):
        for key, field in record.fields.items():
            shape = field.shape.item if isinstance(field.shape, ListOf) else field.shape
            if not isinstance(shape, Choice):
                continue
            keys = next((keys for choice, keys in found if choice.meanings == shape.meanings), None)
            if keys is None:
                found.append((shape, [key]))
            elif key not in keys:
                keys.append(key)
    return found
