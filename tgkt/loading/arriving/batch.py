"""The figures of one table on their way into a folder: read, compared, checked with everything there is, then written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tgkt.errors import DataError, Problem, UsageError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement, Status
from tgkt.loading.arriving.compared import Known, Repeats, comparator_of
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.locked import Held, contents, held, replace
from tgkt.loading.arriving.surroundings import IMPORTED, begin, checked, loaded
from tgkt.loading.arriving.written import Correction, Extension, NewFigure, Place, extended
from tgkt.loading.nodes import MOST_BYTES
from tgkt.loading.tabular.arrived import Arrived, Wishes
from tgkt.loading.tabular.book import chosen_sheet, open_book
from tgkt.loading.tabular.cells import letters
from tgkt.loading.tabular.headings import mapped
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.table import Progress, Table
from tgkt.results.imported import Action, ImportRow

_SHORTEST = 60  # bytes of a figure's line; more figures than fit into a file are not collected
_FIELDS = ("indicator", "area", "period", "timing", "value", "comparator", "unit", "status", "note", "printed")


class Asked(NamedTuple):
    """What the user says of a table and of the folder.

    Attributes:
        name: how messages name the table's file.
        file: its bytes, from which one can go back to the start.
        from_stdin: whether it came through standard input.
        heads: pairs "indicator=Chỉ_tiêu".
        sheet: the sheet to read.
        notation: how its numbers are written.
        plan: the plan whose numbers its indicators may have.
        area: the area of lines that name none.
        origin: id or title of the document of lines that name none.
        date: the date of new documents.
        status: of figures that name none.
        accept_all: whether whatever would be held is taken.
        accept: ids of indicators whose figures are taken.
    """

    name: str
    file: BinaryIO
    from_stdin: bool = False
    heads: tuple[str, ...] = ()
    sheet: str | None = None
    notation: str | None = None
    plan: str | None = None
    area: str | None = None
    origin: str | None = None
    date: str | None = None
    status: Status | None = None
    accept_all: bool = False
    accept: frozenset[str] = frozenset()


@dataclass(slots=True)
class Item:
    """A figure with what is done with it."""

    arrived: Arrived
    origin: str
    action: Action
    problem: str = ""
    corrects: Statement | None = None
    is_failed: bool = False


@dataclass(slots=True)
class Batch:
    """What an import would do; nothing is written before `write`.

    Attributes:
        before: the data as they are.
        after: the data with the figures that are not held; None where they cannot be read together.
        added: the figures that are new or say something else, as they stand in `after`.
        problems: what is wrong, each with its place.
        said: what was assumed, and counts.
        items: the figures in the order of the table.
    """

    asked: Asked
    place: Held
    before: Catalogue
    table: Table
    documents: Documents
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    after: Catalogue | None = None
    added: tuple[Statement, ...] = ()
    _old: bytes | None = None
    _new: Extension | None = None

    @property
    def file(self) -> Path:
        """The file that is written."""
        return self.place.folder / IMPORTED

    @property
    def shown(self) -> str:
        """How messages name it."""
        return f"{self.place.shown}/{IMPORTED}"

    @property
    def is_held(self) -> bool:
        """Whether something keeps the batch from being written."""
        return bool(self.problems) or any(item.action is Action.HELD for item in self.items)

    def is_accepted(self, indicator: str) -> bool:
        """Whether the user takes figures of an indicator whatever they look like."""
        return self.asked.accept_all or indicator in self.asked.accept

    def hold(self, statement: Statement, why: str) -> None:
        """Hold a figure of `added` back until it is accepted; one that is accepted already goes on."""
        for item in self.items:
            is_it = (item.arrived.indicator, item.arrived.area, item.arrived.period, item.origin) == (
                statement.indicator,
                statement.area,
                statement.period,
                statement.origin,
            )
            if is_it and item.action is not Action.SAME and not self.is_accepted(statement.indicator):
                item.action, item.problem = Action.HELD, f"{why}. Check it, or take it with --accept {item.arrived.indicator}"

    def write(self) -> None:
        """Put the new text in the place of the old one; a new folder comes to be.

        Raises:
            UsageError: somebody else has changed the file meanwhile.
        """
        if self._new is not None and (self.place.is_new or any(item.action is not Action.SAME for item in self.items)):
            replace(self.file, self._new.text, self._old)
        self.place.is_done = True

    def rows(self) -> Iterator[ImportRow]:
        """The answer: a row for each figure, then one for each line that is wrong."""
        for item in self.items:
            if not item.is_failed:
                yield self._row(item)
        for problem in self.problems:
            yield self._failed(problem)

    def _row(self, item: Item) -> ImportRow:
        arrived, at = item.arrived, self.table.at(item.arrived)
        sheet = self.table.sheet.name
        return ImportRow(
            arrived.indicator,
            arrived.area,
            str(arrived.period),
            arrived.values,
            comparator_of(arrived),
            (arrived.unit or self.before.indicators[arrived.indicator].unit).text,
            arrived.status or "",
            item.origin,
            self.asked.name,
            sheet,
            arrived.line,
            f"{letters(at.column)}{at.line}" if sheet else "",
            item.action,
            item.problem,
        )

    def _failed(self, problem: Problem) -> ImportRow:
        at, sheet = problem.source, self.table.sheet.name
        is_ours = at.file.startswith(self.asked.name)
        cell = f"{letters(at.column)}{at.line}" if sheet and is_ours else ""
        told = f"{problem.path}: {problem.message}" if problem.path else problem.message
        file = self.asked.name if is_ours else at.file
        return ImportRow("", "", "", (), "", "", "", "", file, sheet if is_ours else "", at.line, cell, Action.HELD, told)


@contextmanager
def batch(asked: Asked, folder: Path, progress: Progress = lambda _: None) -> Iterator[Batch]:
    """Hold a folder and see what a table brings to it.

    Raises:
        DataError: the folder's data are invalid, or the table has no heading.
        UsageError: an option names nothing.
    """
    names = mapped(asked.heads)
    with held(folder, begin) as place:
        before = loaded(place)
        sheet, heading = chosen_sheet(open_book(asked.name, asked.file, names, from_stdin=asked.from_stdin), asked.sheet, names)
        found = Batch(asked, place, before, Table(sheet, heading, _wishes(asked, before)), Documents(before, asked.date))
        _collect(found, progress)
        _build(found)
        yield found


def _wishes(asked: Asked, before: Catalogue) -> Wishes:
    plans, areas, whole = before.plans, before.areas, before.whole_area()
    if asked.plan is not None and asked.plan not in plans:
        raise UsageError(f"--plan: unknown plan '{asked.plan}'.{suggest(asked.plan, plans, 'The data hold no plan')}")
    if asked.area is not None and asked.area not in areas:
        raise UsageError(f"--area: unknown area '{asked.area}'.{suggest(asked.area, areas)}")
    for id in asked.accept:
        if id not in before.indicators:
            raise UsageError(f"--accept: unknown indicator '{id}'.{suggest(id, before.indicators)}")
    return Wishes(
        before,
        plans[asked.plan] if asked.plan else before.plan_in_force(),
        asked.area or (whole.id if whole else ""),
        asked.origin or "",
        asked.status,
        Notation(asked.notation) if asked.notation else None,
    )


def _collect(found: Batch, progress: Progress) -> None:
    """Read the table, find the documents and compare its figures with those that are there."""
    known, repeats = Known(found.before), Repeats()
    without_origin = 0
    for arrived in found.table.figures(progress):
        origin, wrong = found.documents.find(arrived.origin)
        if wrong and not arrived.origin:
            without_origin += 1
            if without_origin > 1:
                continue
        if wrong:
            found.problems.append(Problem(found.table.at(arrived, "origin"), "", wrong))
            continue
        first, is_same = repeats.meet(arrived, origin)
        if first is not None and not is_same:
            values = " - ".join(f"{value:f}" for value in first.values)
            told = f"this figure has another value, {values}, at {found.table.at(first)}. Keep one"
            found.problems.append(Problem(found.table.at(arrived), arrived.indicator, told))
        compared = known.compare(arrived, origin)
        action = Action.SAME if first is not None else compared.action
        found.items.append(Item(arrived, origin, action, corrects=compared.corrects))
        if len(found.items) * _SHORTEST > MOST_BYTES:
            _too_many(found)
    found.problems[:0] = found.table.told.problems
    found.said += [*found.table.told.said, *(f"{count} {what}" for what, count in found.table.told.counts.items() if count)]
    _warn_of_dates(found)


def _too_many(found: Batch) -> None:
    most = MOST_BYTES // _SHORTEST
    told = f"{found.asked.name}: more than {most} figures, which is more than a data file may hold. Import it in parts"
    raise DataError([told])


def _warn_of_dates(found: Batch) -> None:
    """Say which documents are too old for their figures, and which have no date."""
    early: dict[tuple[str, str], int] = {}
    for item in found.items:
        date, last = found.documents.date_of(item.origin), item.arrived.period.last
        if item.action is not Action.SAME and date is None:
            early[item.origin, ""] = early.get((item.origin, ""), 0) + 1
        elif item.action is not Action.SAME and date is not None and int(date[:4]) < last:
            early[item.origin, date] = early.get((item.origin, date), 0) + 1
    for (origin, date), count in early.items():
        many = f"{count} figure{'' if count == 1 else 's'}"
        if date:
            found.said.append(f"'{origin}' is dated {date}, before the period of {many}: read as forecasts")
        else:
            found.said.append(f"'{origin}' has no date, so {many} count as the oldest. Name --date")


def _build(found: Batch) -> None:
    """Hold what needs to be accepted, then check the rest together with the folder."""
    for item in found.items:
        _hold(found, item)
    found._old = contents(found.file)
    text = "" if found._old is None else _decoded(found._old, found.shown)
    going = {key: item for key, item in enumerate(found.items) if item.action not in (Action.SAME, Action.HELD)}
    used = {item.origin for item in going.values()}
    found._new = extended(
        text,
        found.shown,
        [each for id, each in found.documents.new.items() if id in used],
        [_figure(found, key, item) for key, item in going.items() if item.corrects is None],
        [_correction(found, key, item, item.corrects) for key, item in going.items() if item.corrects is not None],
    ) if going else Extension(text, {})
    after, problems = checked(found.place, found._new.text if going else None)
    found.after = after
    for problem in problems:
        key = found._new.keys.get(problem.source.line) if problem.source.file == found.shown else None
        found.problems.append(problem if key is None else _at_cell(found, found.items[key], problem))
    if after is not None:
        lines = found._new.keys
        found.added = tuple(
            each for each in after.observations if each.source.file == found.shown and each.source.line in lines
        )


def _hold(found: Batch, item: Item) -> None:
    """Hold a figure that corrects another, or lies outside its limits, until it is accepted."""
    indicator = found.before.indicators[item.arrived.indicator]
    if item.action is Action.SAME:
        return
    advice = f"Check it, or take it with --accept {indicator.id}"
    if item.corrects is not None:
        old = item.corrects
        item.problem = f"corrects {old.figure} {old.unit} of {old.source}"
        if old.source.file != found.shown:
            told = f"'{item.origin}' says {old.figure} {old.unit} of it in {old.source}. Mend it there, or name another origin"
            found.problems.append(Problem(found.table.at(item.arrived), indicator.id, told))
            item.is_failed = True
            item.action = Action.HELD
        elif not found.is_accepted(indicator.id):
            item.action, item.problem = Action.HELD, f"{item.problem}. {advice}"


def _figure(found: Batch, key: int, item: Item) -> NewFigure:
    locator = item.arrived.locator or found.table.sheet.where
    return NewFigure(key, Place(item.origin, locator), _fields(item.arrived))


def _fields(arrived: Arrived) -> dict[str, str]:
    """A figure as it stands in a data file; what follows anyway is left out."""
    value = [f"{each:f}" for each in arrived.values]
    said = {
        "indicator": arrived.indicator,
        "area": arrived.area,
        "period": str(arrived.period),
        "timing": arrived.timing or "",
        "value": value[0] if len(value) == 1 else f"[{value[0]}, {value[1]}]",
        "comparator": arrived.comparator or "",
        "unit": arrived.unit.text if arrived.unit else "",
        "status": arrived.status or "",
        "note": arrived.note,
        "printed": arrived.printed,
    }
    return {key: str(said[key]) for key in _FIELDS if said[key]}


def _correction(found: Batch, key: int, item: Item, old: Statement) -> Correction:
    """What a figure says from now on: its number, and words, unit and status where they are others."""
    said = _fields(item.arrived)
    fields = {"value": said["value"]}
    if comparator_of(item.arrived) is not old.comparator:
        fields["comparator"] = comparator_of(item.arrived)
    unit = item.arrived.unit or found.before.indicators[old.indicator].unit
    if unit.text != old.unit.text:
        fields["unit"] = unit.text
    if item.arrived.status and item.arrived.status is not old.status:
        fields["status"] = item.arrived.status
    return Correction(key, old.source, fields)


def _at_cell(found: Batch, item: Item, problem: Problem) -> Problem:
    """A problem of the text to be written, told by the cell it came from."""
    key = problem.path.rsplit(".", 1)[-1]
    place = found.table.at(item.arrived, key)
    item.action, item.is_failed = Action.HELD, True
    return Problem(place, key if key in _FIELDS else item.arrived.indicator, problem.message)


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError([f"{name}: the text is not UTF-8. Save the file as UTF-8"]) from None


def accepted(given: Collection[str]) -> tuple[bool, frozenset[str]]:
    """What --accept says: everything, or the indicators named."""
    return "" in given, frozenset(each for each in given if each)
