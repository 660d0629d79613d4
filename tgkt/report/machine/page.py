"""The fields of every answer as a page, in English: docs/fields.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tgkt.report.machine.field import FIXED, Field, Type
from tgkt.report.machine.shape import Shape

Known = Mapping[tuple[Field, ...], str]

_HEAD = """\
# The fields of machine rows

This page is made by `tgkt schema --fields` and is tested to be current. `tgkt schema status` prints the JSON Schema of
what `tgkt status -f json` answers; every answer below has one.

## What holds for all

- JSON holds `schema` (name and version), what holds for all rows, and the list `rows`. NDJSON is the rows, one a line,
  each with `schema`; CSV and TSV are the rows with a line of heads. `--long` asks for the long form.
- Nothing follows `--lang` or the locale. Texts of the data (`title`, `note`, `assumes` …) and `unit` are in the plan's
  first language, that of its document, and once more for each further language that the data have (`title_en`).
  Sentences of the program are English; beside each stands its code, and in JSON what fills it.
- `key` is unique within an answer and joins answers: `targets_2025_2030/merged/9.10`.
- Every number has its unit: in the field that the table below names, where `1` is a pure number. Whole numbers are
  years, counts and places in an order.
- Printed numbers keep their digits. Computed ones have at most twelve, half to even, the lower end of an interval
  rounded down and the upper end up. Verdicts never use the rounded numbers.
- `_low` and `_high` of a figure are the interval that its digits allow, `_range_low` and `_range_high` the two numbers
  of a printed range, `target_low` and `target_high` the bounds of what meets the target. An open end is null.
- null is an empty cell of CSV and TSV; an empty text is null. Flags are `true` and `false`. Dates are ISO, as far as
  they are known: 2025-09-15, 2025-09, 2025; in CSV and TSV the shorter ones have `#` before them, as below.
- In CSV and TSV a *code* (a number of the plan, a period) has `#` before it, `#9.10`, `#2025`, so that nothing takes it
  for a number or a date; any other text that looks like a number, a date, a truth value or nothing has it too, and so
  has a text that begins with `#`. One `#` at the beginning of a text is to be taken away.
- In CSV and TSV lists of *words* are joined by a blank, lists of *texts* by `; `. Records, facts and lists of rows
  are in JSON and NDJSON alone; `--long` has the most important of them as rows.
- `--delimiter` sets what stands between the cells of CSV. `--bom` begins it with a byte order mark, for office
  programs; with it, and only then, a text that begins with `=`, `+`, `-` or `@` has an apostrophe before it.
- `tgkt panel` has its rows written by the database that computes them: as CSV without any `#`, as NDJSON with `schema`,
  and as Parquet. They have no `key` but the fields named below, and growth is in percent a year (`%/year`).
- A change that a script may notice raises the version and stands in CHANGELOG.md.
"""


def fields_page(shapes: Iterable[Shape]) -> str:
    """Every shape with its fields, and at the end the closed lists."""
    kept = list(shapes)
    known = {shape.row: shape.schema for shape in reversed(kept)}
    lines = [_HEAD]
    for shape in kept:
        unique = f" {_listed(shape.keys)} together are unique." if shape.keys else ""
        lines += [f"## {shape.schema}", "", f"`{shape.command}`: each row is {shape.says}.{unique}", ""]
        lines += [*_table(shape.row, known), ""]
        if shape.head:
            lines += ["In the head of JSON:", "", *_table(shape.head, known), ""]
    lines += ["## Closed lists", "", *_lists(field for shape in kept for field in (*shape.row, *shape.head))]
    return "\n".join(lines) + "\n"


def _table(fields: Sequence[Field], known: Known) -> list[str]:
    lines = ["| field | type | unit | what it is |", "|---|---|---|---|"]
    return lines + [line for field in fields for line in _lines(field, "", known)]


def _lines(field: Field, within: str, known: Known) -> Iterator[str]:
    """The line of a field, and below it those of the fields within it; rows of another answer are named."""
    kind = f"*{field.type}*" + ("" if field.is_always else ", or null") + (", in languages" if field.is_told else "")
    unit = field.unit if field.unit in ("", *FIXED) else f"`{field.unit}`"
    listed = f": {_listed(field.words)}" if field.words and len(field.words) <= _FEW else ""
    same = f" (a row of {known[field.inner]})" if field.inner in known else ""
    yield f"| `{within}{field.name}` | {kind} | {unit} | {field.says}{listed}{same} |"
    for each in () if same else field.inner:
        yield from _lines(each, f"{within}{field.name}{'[]' * (field.type is Type.ROWS)}.", known)


_FEW = 6


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in words)


def _lists(fields: Iterable[Field]) -> list[str]:
    """Each closed list once, with the fields that it is the list of."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for field in _flat(fields):
        if field.words:
            found.setdefault(field.words, {}).update({field.name: None})
    return [f"- {_listed(list(names))}: {_listed(words)}" for words, names in found.items()]


def _flat(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _flat(field.inner)
