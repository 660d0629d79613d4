"""The indicators of a sheet as the text of a data file, with the cell that every piece came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tgkt.loading.arriving.yaml_text import flow, quoted, scalar
from tgkt.loading.planned.figures import Fields, Figure
from tgkt.loading.planned.gathered import Gathered, Gathering, Row
from tgkt.loading.planned.heads import Sort
from tgkt.loading.planned.lines import Said
from tgkt.loading.planned.words import Column
from tgkt.record import NamedTuple
from tgkt.source import Source

_WIDEST = 119
_ORDER = (Column.TITLE, Column.UNIT, Column.DIRECTION, Column.PRICE, Column.SECTION)
_ROW_ORDER = (Column.CODE, Column.LOCATOR, Column.NOTE)


class Cell(NamedTuple):
    """A cell of the sheet: its place, and the head of its column."""

    place: Source
    head: str


class Body:
    """Lines of YAML with the cells that their pieces came from."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._marks: list[tuple[int, int, Cell]] = []

    def add(self, text: str, cell: Cell | None = None) -> None:
        """Add a line; all of it came from the cell."""
        self.lines.append(text)
        if cell is not None:
            self._marks.append((len(self.lines), 1, cell))

    def add_pieces(self, pieces: Iterable[tuple[str, Cell | None]]) -> None:
        """Add a line of several pieces, each with its cell."""
        self.lines.append("")
        for text, cell in pieces:
            if cell is not None:
                self._marks.append((len(self.lines), len(self.lines[-1]) + 1, cell))
            self.lines[-1] += text

    def cell_at(self, line: int, column: int) -> Cell | None:
        """The cell from which the text at a place came; lines and columns count from 1."""
        before = [mark for mark in self._marks if mark[0] == line and mark[1] <= column]
        on_line = [mark for mark in self._marks if mark[0] == line]
        found = before[-1:] or on_line[:1]
        return found[0][2] if found else None


def body_of(gathering: Gathering) -> Body:
    """The indicators, each with its one line or its rows, and the results of those with rows by place."""
    body = Body()
    is_one_area = len(gathering.areas.titles) == 1
    has_documents = len(gathering.origins.titles) > 1
    for found in gathering.indicators.values():
        writer = _Writer(body, gathering, is_one_area=is_one_area, has_documents=has_documents)
        writer.indicator(found)
    places = [(found, row) for found in gathering.indicators.values() if len(found.rows) > 1 for row in found.rows]
    results = [(found, row) for found, row in places if any(each.sort is Sort.RESULT for each in row.figures)]
    if results:
        body.add("observations:")
    for found, row in results:
        _Writer(body, gathering, is_one_area=is_one_area, has_documents=has_documents).place(found, row)
    return body


class _Writer:
    """Writes one indicator."""

    def __init__(self, body: Body, gathering: Gathering, *, is_one_area: bool, has_documents: bool) -> None:
        self.body, self.own = body, gathering.areas.own
        self.is_one_area, self.has_documents = is_one_area, has_documents

    def indicator(self, found: Gathered) -> None:
        name = Cell(found.line.name.place, found.line.name.head)
        self.body.add(f"  {scalar('', found.id)}:", name)
        said = dict(found.said)
        said.setdefault(Column.TITLE, Said(found.id.replace("_", " "), *name))
        for column in _ORDER:
            if column in said:
                self._key(4, str(column), said[column])
        if len(found.rows) == 1:
            self._row("    ", "    ", found.rows[0], with_results=True)
        else:
            self.body.add("    rows:", name)
            for row in found.rows:
                self._row("      - ", "        ", row, with_results=False, name=found.line.name)
        self.body.add("")

    def place(self, found: Gathered, row: Row) -> None:
        """Write the results of a row as figures of a place."""
        parts = [*self._where(row, is_whole=True)]
        self.body.add(f"  - {{{', '.join(f'{key}: {text}' for key, text in parts)}, figures: [")
        for each in row.figures:
            if each.sort is Sort.RESULT:
                fields = {"indicator": found.id, "period": str(each.period), **each.fields}
                self.body.add(f"      {flow(fields)},", Cell(each.place, each.head))
        self.body.add("    ]}")

    def _row(self, first: str, then: str, row: Row, *, with_results: bool, name: Said | None = None) -> None:
        """Write a row, with a dash before its first key if it is one of several."""
        start = len(self.body.lines)
        for column in _ROW_ORDER:
            if column in row.said:
                text = quoted(row.said[column].text)
                cell = Cell(row.said[column].place, row.said[column].head)
                self.body.add(f"{then}{column}: {text}", cell)
        for key, text in self._where(row, is_whole=False):
            self.body.add(f"{then}{key}: {text}")
        sorts = (Sort.BASE, Sort.RESULT, Sort.TARGET) if with_results else (Sort.BASE, Sort.TARGET)
        for sort in sorts:
            self._figures(then, sort, [each for each in row.figures if each.sort is sort])
        if first != then and len(self.body.lines) == start:
            self.body.add(f"{then}code: {quoted(name.text if name else '')}")
        elif first != then:
            self.body.lines[start] = first + self.body.lines[start][len(then) :]

    def _where(self, row: Row, *, is_whole: bool) -> Iterator[tuple[str, str]]:
        if not self.is_one_area and (is_whole or row.area != self.own):
            yield "area", scalar("area", row.area)
        if (self.has_documents or is_whole) and (is_whole or row.origin != "plan"):
            yield "origin", scalar("origin", row.origin)

    def _figures(self, indent: str, sort: Sort, figures: Sequence[Figure]) -> None:
        """Figures by period: on one line where they fit, else a line for each."""
        if not figures:
            return
        pieces = [(f"{each.period}: {short(each.fields)}", Cell(each.place, each.head)) for each in figures]
        line = [(f"{indent}{sort}: {{", None), *_joined(pieces), ("}", None)]
        if sum(len(text) for text, _ in line) <= _WIDEST:
            self.body.add_pieces([(line[0][0], pieces[0][1]), *line[1:]])
            return
        self.body.add(f"{indent}{sort}:", pieces[0][1])
        for text, cell in pieces:
            self.body.add(f"{indent}  {text}", cell)

    def _key(self, indent: int, key: str, said: Said) -> None:
        text = quoted(said.text) if key == Column.TITLE else scalar(key, said.text)
        self.body.add(f"{' ' * indent}{key}: {text}", Cell(said.place, said.head))


def _joined(pieces: Sequence[tuple[str, Cell]]) -> Iterator[tuple[str, Cell | None]]:
    for at, (text, cell) in enumerate(pieces):
        if at:
            yield ", ", None
        yield text, cell


def short(fields: Fields) -> str:
    """A figure in its shortest complete form: its number, its words, or its keys."""
    if set(fields) == {"value"}:
        return scalar("value", fields["value"])
    return quoted(fields["printed"]) if set(fields) == {"printed"} else flow(fields)
