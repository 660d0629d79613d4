"""A CSV file as a sheet: its encoding by its first bytes, its columns separated by comma, semicolon or tab."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from tgkt.errors import DataError, Problem
from tgkt.loading.tabular.cells import Cell, Line, Sheet
from tgkt.loading.tabular.characters import cleaned
from tgkt.message import Message
from tgkt.source import Source

MARKS = (";", "\t", ",")
_LOOKED_AT = 200  # lines, enough to detect the delimiter


def encoding_of(head: bytes) -> str:
    """The encoding of a file by its first bytes: UTF-16 with or without a byte order mark, else UTF-8."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(head) >= 4 and head.count(0) * 4 >= len(head):
        return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
    return "utf-8-sig"


class Delimited(Sheet):
    """The table of a CSV file, read line by line, as often as needed.

    Args:
        name: the name of the file in messages.
        file: its bytes, as a stream that can be rewound.
        fits: counts the columns of a line that a heading needs; this decides which delimiter is meant.
        from_stdin: whether it came through standard input.

    Raises:
        DataError: the text cannot be decoded.
    """

    def __init__(
        self, name: str, file: BinaryIO, fits: Callable[[Sequence[Cell]], int], *, from_stdin: bool = False
    ) -> None:
        self.file, self.from_stdin, self.dropped = name, from_stdin, 0
        self._bytes = file
        self._encoding = encoding_of(_head(file))
        first = next(self._texts(), "")
        told = first.rstrip("\r\n").strip('"')
        self._told = told.lower().startswith("sep=") and len(told) == len("sep=;")
        self.mark = told[-1] if self._told else self._guessed(fits)

    def lines(self) -> Iterator[Line]:
        """The lines, each with the number of the line of the file that it begins on."""
        return self._lines(self.mark)

    def _guessed(self, fits: Callable[[Sequence[Cell]], int]) -> str:
        """The delimiter: the mark with which some line looks most like a heading, else most like a table."""
        best: dict[str, tuple[int, int]] = {}
        for mark in MARKS:
            try:
                lines = list(islice(self._lines(mark), _LOOKED_AT))
            except DataError:
                lines = []
            best[mark] = max(((fits(line.cells), len(line.cells)) for line in lines), default=(0, 0))
        return max(MARKS, key=lambda mark: best[mark])

    def _texts(self) -> Iterator[str]:
        self._bytes.seek(0)
        wrapped = TextIOWrapper(self._bytes, encoding=self._encoding, newline="")
        number = 0
        try:
            for text in wrapped:
                number += 1
                yield text
        except UnicodeDecodeError:
            place = Source(self.file, self._undecodable() or number + 1, 1)
            told = Message("the text is neither UTF-8 nor UTF-16. Save it as 'CSV UTF-8'")
            raise DataError([Problem(place, "", told)]) from None
        finally:
            if not self._bytes.closed:
                wrapped.detach()

    def _undecodable(self) -> int:
        """The first line of a UTF-8 file that is not valid UTF-8."""
        if self._encoding != "utf-8-sig":
            return 0
        self._bytes.seek(0)
        for number, raw in enumerate(self._bytes, 1):
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                return number
        return 0

    def _lines(self, mark: str) -> Iterator[Line]:
        texts = self._texts()
        reader = csv.reader(texts, delimiter=mark, strict=True)  # an open quote must not swallow what follows
        self.dropped = 0
        while True:
            number = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                told = Message(
                    "the CSV cannot be read ({error}). Close every quote, and double any quote inside a cell",
                    error=_wrong(str(error), mark),
                )
                raise DataError([Problem(Source(self.file, number, 1), "", told)]) from None
            if cells is None:
                return
            if number > 1 or not self._told:
                yield Line(number, [self._cell(raw) for raw in cells])

    def _cell(self, raw: str) -> Cell:
        found = cleaned(raw)
        self.dropped += found.dropped
        return Cell(found.text, spoilt=found.spoilt)


def _wrong(error: str, mark: str) -> str:
    """An error of Python's CSV reader as a message."""
    known = (
        Message("unexpected end of data"),
        Message("'{mark}' expected after '\"'", mark=mark),
        Message("field larger than field limit ({limit})", limit=csv.field_size_limit()),
    )
    return next((each for each in known if each == error), error)


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(4096)
