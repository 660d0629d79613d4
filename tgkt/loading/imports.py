"""Figures that arrive as CSV: checked whole, then written to one YAML file of a data folder at once or not at all."""

from __future__ import annotations

import csv
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tgkt.errors import DataError, NotationError, Problem, suggest
from tgkt.facts.notation import plain_number
from tgkt.facts.statement import Status
from tgkt.loading.catalogue import examine
from tgkt.loading.files import data_files, shipped_data
from tgkt.loading.grammar import FILE
from tgkt.loading.nodes import compose, read_text
from tgkt.loading.reading import Entry, Reader
from tgkt.source import Source

IMPORTED = "imported.yaml"
REQUIRED = ("area", "indicator", "period", "value", "unit", "status", "origin")
OPTIONAL = ("comparator", "timing", "printed", "locator")
_SAME = ("area", "period", "timing", "origin", "locator")
_HEAD = """# yaml-language-server: $schema=tgkt.schema.json
#
# Figures that arrived as CSV, written by `tgkt import`: it rewrites this file whole, so other notes belong elsewhere.

indicators:
"""

Figures = dict[str, list[dict[str, str]]]


class Imported(NamedTuple):
    """What an import did: figures read, figures new, and the file they are in."""

    read: int
    new: int
    file: Path


def import_csv(path: Path, folder: Path) -> Imported:
    """Add a CSV's figures to a data folder.

    The result is checked together with the whole folder before the file is replaced, so an
    interruption leaves the old file or the new one. Figures already there are not added twice.

    Raises:
        DataError: with every problem, by line of the CSV or of the data.
    """
    rows, problems = _read(path)
    if problems:
        raise DataError(problems)
    kept = _kept(folder)
    new, clashes = _merge(kept, rows, path)
    if clashes:
        raise DataError(clashes)
    file = folder / IMPORTED
    if new:
        lines = {frozenset(row.items()): line for line, row in rows}
        _replace(file, kept, folder, lambda problem: _at_line(problem, kept, lines, path, file))
    return Imported(len(rows), new, file)


def copy_shipped(folder: Path) -> bool:
    """Make a new data folder as a copy of the shipped data; False when there is one already."""
    if folder.exists():
        return False
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for file in shipped_data().iterdir():
            if file.suffix in (".yaml", ".json"):
                shutil.copy(file, part / file.name)
        part.chmod(0o755)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return True


def _read(path: Path) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """The rows of a CSV with their lines, keys and values as text."""
    text, problems = read_text(path, str(path))
    if problems:
        return [], problems
    if ";" in text.partition("\n")[0] and "," not in text.partition("\n")[0]:
        return [], [Problem(Source(str(path), 1, 1), "", "the columns are parted by ';'. Save the file with commas")]
    try:
        table = _table(text)
    except csv.Error as error:
        told = f"the CSV cannot be read ({error.args[0]}). Close every quote, and write a quote within a cell twice"
        return [], [Problem(Source(str(path), _line_of(error), 1), "", told)]
    head = [name.strip() for name in table[0][1]] if table else []
    top = Source(str(path), 1, 1)
    problems += [
        Problem(top, "", f"no column '{n}'. Add it; needed are {', '.join(REQUIRED)}")
        for n in REQUIRED
        if n not in head
    ]
    known = (*REQUIRED, *OPTIONAL)
    problems += [Problem(top, "", f"unknown column '{n}'.{suggest(n, known)}") for n in head if n not in known]
    problems += [Problem(top, "", f"the column '{n}' stands twice. Remove one") for n in set(head) if head.count(n) > 1]
    rows = []
    for line, cells in table[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        here = Source(str(path), line, 1)
        if len(cells) != len(head):
            problems.append(
                Problem(here, "", f"{len(cells)} cells under {len(head)} columns. Quote cells that hold a comma")
            )
            continue
        row = {name: cell.strip() for name, cell in zip(head, cells, strict=True) if cell.strip()}
        problems += [Problem(here, "", f"'{n}' is empty. Fill it") for n in REQUIRED if n in head and n not in row]
        problems += _unreadable(row.get("value", "0"), here)
        row.setdefault("locator", path.name)  # no line: the row may move before the file is imported again
        rows.append((line, row))
    return rows, problems


def _table(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV, each with the line it begins on.

    Raises:
        csv.Error: with the line on which the row begins that cannot be read, as its second argument.
    """
    reader = csv.reader(text.splitlines(keepends=True), strict=True)  # an open quote must not swallow what follows
    rows: list[tuple[int, list[str]]] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise csv.Error(str(error), line) from error
        if cells is None:
            return rows
        rows.append((line, cells))


def _line_of(error: csv.Error) -> int:
    return int(error.args[1])


def _unreadable(value: str, here: Source) -> list[Problem]:
    """A value is a plain number, or two in brackets."""
    try:
        for part in value.strip("[]").split(",") if value.startswith("[") else [value]:
            plain_number(part.strip())
    except NotationError as error:
        return [Problem(here, "value", str(error))]
    return []


def _kept(folder: Path) -> Figures:
    """The figures imported so far, as texts."""
    file = folder / IMPORTED
    if not file.exists():
        return {}
    text, problems = read_text(file, str(file))
    node, invalid = (None, problems) if problems else compose(text, str(file))
    reader = Reader(str(file))
    entry = FILE.read(node, "", reader) if node is not None else None
    if entry is None or reader.problems:
        raise DataError([*invalid, *reader.problems])
    found = (entry["indicators"] or {}).items()
    return {name: [_texts(each) for each in indicator["observations"] or ()] for name, indicator in found}


def _texts(entry: Entry) -> dict[str, str]:
    texts = {key: str(value) for key, value in entry.values.items() if key not in ("value", "note")}
    if entry["value"] is not None:
        value = entry["value"]
        texts["value"] = f"{value[0]:f}" if len(value) == 1 else f"[{value[0]:f}, {value[1]:f}]"
    return texts


def _merge(kept: Figures, rows: Iterable[tuple[int, dict[str, str]]], path: Path) -> tuple[int, list[Problem]]:
    """Add what is not there yet; a figure that is there with another value is a problem."""
    new, problems = 0, []
    for line, row in rows:
        figure = {key: value for key, value in row.items() if key != "indicator"}
        others = kept.setdefault(row["indicator"], [])
        same = [o for o in others if all(o.get(key) == figure.get(key) for key in _SAME)]
        if figure in same:
            continue
        if same:
            told = (
                f"this figure was imported with the value {same[0].get('value')}. "
                f"Give it another locator, or mend {IMPORTED}"
            )
            problems.append(Problem(Source(str(path), line, 1), row["indicator"], told))
            continue
        others.append(figure)
        new += 1
    return new, problems


def _at_line(
    problem: Problem, figures: Figures, lines: dict[frozenset[tuple[str, str]], int], path: Path, file: Path
) -> Problem:
    """A problem of the file to be written, told by the line of the CSV it came from."""
    names = [name for name in figures if f"{problem.path}.".startswith(f"indicators.{name}.")]
    if problem.source.file != str(file) or not names:
        return problem
    name = max(names, key=len)
    match = re.match(r"\.observations\[(\d+)\](?:\.(\w+))?", problem.path.removeprefix(f"indicators.{name}"))
    figure = sorted(figures[name], key=_settled)[int(match[1]) if match else 0]
    line = lines.get(frozenset({"indicator": name, **figure}.items()))
    place = (match[2] if match else None) or name
    return problem if line is None else Problem(Source(str(path), line, 1), place, problem.message)


def _written(figures: Figures) -> str:
    lines = [_HEAD]
    for name in sorted(figures):
        lines.append(f"  {_quoted(name)}:\n    observations:\n")
        lines += [
            f"      - {{{', '.join(f'{key}: {_value(key, text)}' for key, text in each.items())}}}\n"
            for each in sorted(figures[name], key=_settled)
        ]
    return "".join(lines)


def _settled(figure: dict[str, str]) -> tuple[str, int]:
    """By period, the most settled figure first, because the first of several is used."""
    status = figure.get("status", "")
    return figure.get("period", ""), list(Status).index(Status(status)) if status in list(Status) else len(Status)


def _value(key: str, text: str) -> str:
    return text if key in ("value", "period", "relative_to", "ambition") and _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    return bool(text) and all(c.isalnum() or c in "-.,[] " for c in text) and ": " not in text


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _replace(file: Path, figures: Figures, folder: Path, told: Callable[[Problem], Problem]) -> None:
    """Check the folder with the new text in place, then put it there in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=folder)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(_written(figures))
            out.flush()
            os.fsync(out.fileno())
        others = [each for each in data_files(folder) if each.name != file.name]
        _, problems = examine([*others, part], [*(str(each) for each in others), str(file)])
        if problems:
            raise DataError(told(problem) for problem in problems)
        part.chmod(0o644)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
