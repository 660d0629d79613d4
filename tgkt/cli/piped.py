"""Standard input as lines of cells, with one delimiter for the whole input; the first line may be a heading.

The delimiter is the first of tab, semicolon, comma and blank with which most lines have the right number of values.
Empty lines and those that begin with # are skipped; every other line keeps its number.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tgkt.errors import NotationError, UsageError
from tgkt.facts.notation import written
from tgkt.message import Message

MARKS = ("\t", ";", ",", " ")
TABLE = ("\t", ";")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[+\-−×]?[\d.,]")


class Line(NamedTuple):
    """A line of the input: its number, its cells, and the reason if it cannot be split into cells."""

    number: int
    cells: list[str]
    problem: str = ""


class Piped(NamedTuple):
    """The input from the pipe.

    Attributes:
        lines: the lines with values.
        heading: the skipped heading, if there is one.
        is_table: whether tabs or semicolons part the cells, as in a table that an office saved.
    """

    lines: list[Line]
    heading: Line | None
    is_table: bool


def read_piped(fits: Callable[[Sequence[str]], bool]) -> Piped:
    """Read standard input.

    Args:
        fits: whether cells have the right values; this decides which delimiter is meant.

    Raises:
        UsageError: stdin is closed or is no text, or two marks part its lines as well.
    """
    texts = [(number, text.strip("\r\n")) for number, text in enumerate(_text().splitlines(), 1)]
    texts = [(number, text) for number, text in texts if text.strip() and not text.lstrip().startswith("#")]
    mark = _mark(texts, fits)
    lines = [_line(number, text, mark) for number, text in texts]
    heading = lines[0] if lines and _is_heading(lines) else None
    return Piped(lines[1:] if heading else lines, heading, mark in TABLE)


def together(words: Sequence[str]) -> list[str]:
    """Words separated by blanks, with unit words joined to their numbers: "1,8" "triệu" is one amount."""
    found: list[str] = []
    for word in words:
        if found and not _NUMBER.match(word) and _NUMBER.match(found[-1]) and word != "-":
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _text() -> str:
    if sys.stdin is None:
        raise UsageError("stdin is closed. Pipe the numbers in, or write them instead of -")
    source = getattr(sys.stdin, "buffer", None)
    raw = source.read() if source is not None else sys.stdin.read().encode()
    try:
        return str(raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UsageError("stdin:{line}: the text is neither UTF-8 nor UTF-16. Save it as UTF-8", line=line) from None


def _mark(texts: Sequence[tuple[int, str]], fits: Callable[[Sequence[str]], bool]) -> str:
    """The delimiter of all lines: of the marks in the input, the one with which most lines fit."""
    marks = [mark for mark in MARKS if mark == " " or any(mark in text for _, text in texts)]
    parted = {mark: [_line(number, text, mark).cells for number, text in texts] for mark in marks}
    fitting = {mark: [place for place, cells in enumerate(lines) if fits(cells)] for mark, lines in parted.items()}
    best = max(marks, key=lambda mark: len(fitting[mark]))
    if not fitting[best]:
        return marks[0]
    for mark in marks:
        if mark != best and fitting[mark] == fitting[best] and parted[mark] != parted[best]:
            raise UsageError(
                "stdin:{line}: the commas may separate cells or be decimal marks. Write ; between the cells",
                line=texts[fitting[best][0]][0],
            )
    return best


def _line(number: int, text: str, mark: str) -> Line:
    """A line of the input by its cells."""
    try:
        (cells,) = csv.reader([text.strip(" ")], delimiter=mark, skipinitialspace=mark != "\t", strict=True)
    except (csv.Error, ValueError):
        return Line(number, [], _problem(text))
    found = [cell.strip() for cell in cells]
    return Line(number, together([cell for cell in found if cell]) if mark == " " else found)


def _problem(text: str) -> Message:
    if len(text) > csv.field_size_limit():
        return Message("the line is too long. Write one calculation per line")
    return Message("a quote is not closed. Close it, and double any quote inside a cell")


def _is_heading(lines: Sequence[Line]) -> bool:
    """Whether the first line holds no number.

    Raises:
        UsageError: it holds years alone, which head columns as often as they are values, and other lines do not.
    """
    first, *others = lines
    if (
        first.cells
        and all(map(_YEAR.fullmatch, first.cells))
        and not all(all(map(_YEAR.fullmatch, each.cells)) for each in others)
    ):
        raise UsageError(
            "stdin:{line}: {cells} may be a heading or values. Write # before a heading, or + before a value",
            line=first.number,
            cells=", ".join(first.cells),
        )
    return bool(first.cells) and not any(map(_is_amount, first.cells))


def _is_amount(cell: str) -> bool:
    try:
        written(cell)
    except NotationError:
        return False
    return True
