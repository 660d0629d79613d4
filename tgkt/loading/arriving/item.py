"""The figures of one table on their way into a folder, each with what is done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tgkt.errors import Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Issuer, Statement, Status
from tgkt.language import WRITTEN
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.locked import Held, replace
from tgkt.loading.arriving.surroundings import IMPORTED
from tgkt.loading.arriving.written import Extension
from tgkt.loading.tabular.arrived import Arrived
from tgkt.loading.tabular.table import Table
from tgkt.message import Message
from tgkt.results.imported import Action

ALL = "all"


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
        accept: ids of indicators whose figures are taken whatever they look like; "all" for every one.
        issuer: who answers for new documents.
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
    """A figure with what is done with it.

    Attributes:
        arrived: the figure.
        origin: the id of its document; empty where it could not be told.
        action: what is done with it.
        note: what it corrects, or why it is held until it is accepted.
        corrects: the figure it replaces.
        wrong: mistakes, which no acceptance passes over.
        lacks: why its document could not be told, which is a mistake of the table.
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
    """What an import would do; nothing is written before `write`.

    Attributes:
        asked: what the user says.
        place: the folder, which is held.
        before: the data as they are.
        table: where the figures come from.
        documents: theirs.
        items: the figures in the order of the table.
        loose: mistakes that belong to no figure that could be read.
        said: what was assumed, and counts of what was passed over.
        after: the data with the figures that are not held; None where they cannot be read together.
        added: the figures that are new or say something else, as they stand in `after`.
        old: the bytes of the file that is written; None where there is none.
        new: its new text.
    """

    asked: Asked
    place: Held
    before: Catalogue
    table: Table
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
        """The file that is written."""
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
        """Whether the user takes figures of an indicator whatever they look like."""
        return ALL in self.asked.accept or indicator in self.asked.accept

    def hold(self, item: Item, why: Message) -> None:
        """Hold a figure back until it is accepted; one that is accepted already goes on, with a note."""
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
        """Put the new text in the place of the old one; a new folder comes to be.

        Raises:
            UsageError: somebody else has changed the file meanwhile.
        """
        if self.new.text:
            replace(self.file, self.new.text, self.old)
        self.place.is_done = True
