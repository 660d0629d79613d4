"""Standard input as lines of cells, with one delimiter for the whole input; the first line may be a heading.

The delimiter is the first of tab, semicolon, comma and blank with which most lines have the right number of values.
Empty lines and those that begin with # are skipped; every other line keeps its number. Where lines are answered as
they come, the first ones decide for all.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice

from tgkt.errors import NotationError, UsageError
from tgkt.facts.notation import written
from tgkt.message import Message
from tgkt.record import NamedTuple

MARKS = ("\t", ";", ",", " ")
TABLE = ("\t", ";")
OPENING = 100
"""The lines that decide for all where lines are answered as they come."""
_END = re.compile(r"\r\n|\r|\n")  # no other character ends a line of a table
_SHORT = 10_000  # letters of a line that no cell of it can be too long in
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # how UTF-16 begins
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
        rest: the lines that are not read yet.
    """

    lines: list[Line]
    heading: Line | None
    is_table: bool
    rest: Iterator[Line]


def read_piped(fits: Callable[[Sequence[str]], bool], most: int | None = None) -> Piped:
    """Read standard input.

    Args:
        fits: whether cells have the right values; this decides which delimiter is meant.
        most: how many lines are read at once and decide; all unless given.

    Raises:
        UsageError: stdin is closed or is no text, or two marks part its lines as well.
    """
    source = _texts()
    texts = list(islice(source, most))
    mark = _mark(texts, fits)
    lines = [_line(number, text, mark) for number, text in texts]
    heading = lines[0] if lines and _is_heading(lines) else None
    rest = (_line(number, text, mark) for number, text in source)
    return Piped(lines[1:] if heading else lines, heading, mark in TABLE, rest)


def together(words: Sequence[str]) -> list[str]:
    """Words separated by blanks, with unit words joined to their numbers: "1,8" "triệu" is one amount."""
    found: list[str] = []
    for word in words:
        if found and not _NUMBER.match(word) and _NUMBER.match(found[-1]) and word != "-":
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _texts() -> Iterator[tuple[int, str]]:
    """The lines that are neither empty nor comments, each with its number, as they come."""
    for number, text in enumerate(_lines(), 1):
        if text and not text.isspace() and not text.lstrip().startswith("#"):
            yield number, text


def _lines() -> Iterator[str]:
    if sys.stdin is None:
        raise UsageError("stdin is closed. Pipe the numbers in, or write them instead of -")
    source = getattr(sys.stdin, "buffer", None) or BytesIO(sys.stdin.read().encode())
    first = source.readline()
    if first[:2] in _WIDE:
        yield from _decoded([first + source.read()], "utf-16")
    else:
        yield from _decoded([first], "utf-8-sig")
        yield from _decoded(source, "utf-8", 1)


def _decoded(raws: Iterable[bytes], coding: str, done: int = 0) -> Iterator[str]:
    """Lines of text.

    Args:
        raws: lines, or several lines in one.
        coding: how they are coded.
        done: how many lines were before them.

    Raises:
        UsageError: a line is no text.
    """
    for raw in raws:
        try:
            pieces = _END.split(raw.decode(coding))
        except UnicodeDecodeError as error:
            line = done + raw[: error.start].count(b"\n") + 1
            raise UsageError(
                "stdin:{line}: the text is neither UTF-8 nor UTF-16. Save it as UTF-8", line=line
            ) from None
        if not pieces[-1]:
            pieces.pop()
        done += len(pieces)
        yield from pieces


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
    if '"' not in text and len(text) < _SHORT:
        found = [cell.strip() for cell in text.strip(" ").split(mark)]
        return Line(number, together([cell for cell in found if cell]) if mark == " " else found)
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
