"""The figures of one table on their way into a folder, each with the action taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tgkt.errors import Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Issuer, Statement, Status
from tgkt.language import WRITTEN
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.locked import Held, replace
from tgkt.loading.arriving.surroundings import IMPORTED
from tgkt.loading.arriving.written import Extension
from tgkt.loading.tabular.arrived import Arrived, Figures
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.results.imported import Action

ALL = "all"


class Asked(NamedTuple):
    """The user's options for a table and its folder.

    Attributes:
        name: how messages name the table's file.
        file: its bytes, as a stream that can be rewound.
        from_stdin: whether it came through standard input.
        heads: pairs "indicator=Chỉ_tiêu"; of a file of a statistics office, also the file of its codes.
        sheet: the sheet to read.
        notation: how its numbers are written.
        plan: the plan whose numbers its indicators may have.
        area: the area of lines that name none.
        origin: id or title of the document of lines that name none.
        date: the date of new documents.
        status: of figures that name none.
        accept: ids of indicators whose figures are accepted in any case; "all" for every one.
        issuer: the issuer of new documents.
        lang: the language of comments in new files.
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
    accept: tuple[str, ...] = ()
    issuer: Issuer | None = None
    lang: str = WRITTEN


@dataclass(slots=True)
class Item:
    """A figure with the action taken.

    Attributes:
        arrived: the figure.
        origin: the id of its document; empty where it could not be found.
        action: the action taken.
        note: the figure it corrects, or the reason why it is held until it is accepted.
        corrects: the figure it replaces.
        wrong: its mistakes, which cannot be accepted.
        lacks: the reason why its document could not be found, which is a mistake of the table.
    """

    arrived: Arrived
    origin: str
    action: Action
    note: str = ""
    corrects: Statement | None = None
    wrong: list[Problem] = field(default_factory=list)
    lacks: str = ""

    def fail(self, problem: Problem) -> None:
        """Add a mistake."""
        self.action = Action.HELD
        self.wrong.append(problem)


@dataclass(slots=True)
class Batch:
    """The plan of an import; nothing is written before `write`.

    Attributes:
        asked: the user's options.
        place: the folder, which is locked.
        before: the data as they are.
        table: where the figures come from.
        documents: theirs.
        items: the figures in the order of the table.
        loose: mistakes that belong to no figure that could be read.
        said: notes on assumptions, and counts of skipped cells and lines.
        after: the data with the figures that are not held; None where they cannot be read together.
        added: the figures that are new or different, as they stand in `after`.
        old: the bytes of the file before it is written; None for a new file.
        new: its new text.
    """

    asked: Asked
    place: Held
    before: Catalogue
    table: Figures
    documents: Documents
    items: list[Item] = field(default_factory=list)
    loose: list[Problem] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    after: Catalogue | None = None
    added: tuple[Statement, ...] = ()
    old: bytes | None = None
    new: Extension = field(default_factory=lambda: Extension("", {}))

    @property
    def file(self) -> Path:
        """The file to be written."""
        return self.place.folder / IMPORTED

    @property
    def shown(self) -> str:
        """How messages name it."""
        return f"{self.place.shown}/{IMPORTED}"

    @property
    def problems(self) -> list[Problem]:
        """Every mistake, in the order of the table."""
        return sorted(
            [*self.loose, *(each for item in self.items for each in item.wrong)], key=lambda each: each.source
        )

    @property
    def is_held(self) -> bool:
        """Whether something keeps the batch from being written."""
        return bool(self.loose) or any(item.action is Action.HELD for item in self.items)

    def is_accepted(self, indicator: str) -> bool:
        """Whether the user accepts the figures of an indicator in any case."""
        return ALL in self.asked.accept or indicator in self.asked.accept

    def hold(self, item: Item, why: Message) -> None:
        """Hold a figure back until it is accepted; one that is accepted already only gets a note."""
        item.note = why
        id = item.arrived.indicator
        if not self.is_accepted(id):
            item.action = Action.HELD
            item.note = Message("{why}. Check it, or accept it with --accept {id}", why=why, id=id)

    def item_of(self, statement: Statement) -> Item | None:
        """The figure of the table that stands in the data as one of `added`."""
        key = self.new.keys.get(statement.source.line)
        return None if key is None else self.items[key]

    def write(self) -> None:
        """Replace the old text by the new one; a new folder is created here.

        Raises:
            UsageError: another program has changed the file in the meantime.
        """
        if self.new.text:
            replace(self.file, self.new.text, self.old)
        self.place.is_done = True
