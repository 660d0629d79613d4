"""A figure as it arrives in a table, the user's options for the table, and the mistakes and notes from reading it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from tgkt.errors import Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.period import Period
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Status, Timing
from tgkt.facts.units import Unit
from tgkt.loading.tabular.digits import Digits
from tgkt.loading.tabular.notation import Notation
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

Progress = Callable[[int], None]
MOST_TOLD = 1000  # mistakes; a table with more is another table


class Wishes(NamedTuple):
    """The user's options for a table, for what its cells leave open.

    Attributes:
        catalogue: the names that its words may mean.
        plan: the plan whose numbers its indicators may have.
        area: the area of lines that name none.
        origin: id or title of the document of lines that name none.
        status: of figures whose column and cell say none.
        notation: how its numbers are written.
    """

    catalogue: Catalogue
    plan: Plan | None = None
    area: str = ""
    origin: str = ""
    status: Status | None = None
    notation: Notation | None = None


class Arrived(NamedTuple):
    """A figure of a table.

    Attributes:
        indicator: its id.
        area: the id of the area.
        period: its year, term or part of a year.
        values: one number, or two for a range; every digit as shown.
        comparator: of its words; None where there are none.
        unit: as written in the table; None where it is the declared one.
        status: how settled the table says it is.
        timing: how it relates to its period, where said.
        origin: id or title of its document; empty where the table names none.
        locator: the place in the document, where said.
        note: the note beside it in the table.
        printed: the document's words, where the table quotes them.
        line: the number of its line.
        column: the column of its value, counted from 0.
        reached: of a milestone, which has no numbers, whether it was reached.
    """

    indicator: str
    area: str
    period: Period
    values: tuple[Decimal, ...]
    comparator: Comparator | None
    unit: Unit | None
    status: Status | None
    timing: Timing | None
    origin: str
    locator: str
    note: str
    printed: str
    line: int
    column: int
    reached: bool | None = None

    @property
    def said(self) -> Message:
        """Its value in short, for messages."""
        if self.reached is not None:
            return Message("yes") if self.reached else Message("no")
        return Message.joined(" - ", map(Digits, self.values))


class Passed(StrEnum):
    """Things that are skipped and only counted."""

    LINE = "line"
    UNFILLED = "unfilled"
    UNAVAILABLE = "unavailable"
    OUTSIDE = "outside"
    SHORTENED = "shortened"
    INVISIBLE = "invisible"
    MISTAKE = "mistake"


@dataclass(slots=True)
class Told:
    """The mistakes and notes from reading a table, and the counts of skipped cells and lines."""

    problems: list[Problem] = field(default_factory=list)
    said: dict[str, None] = field(default_factory=dict)
    counts: Counter[Passed] = field(default_factory=Counter)

    @property
    def mistakes(self) -> int:
        """The number of mistakes, including those that are not listed."""
        return len(self.problems) + self.counts[Passed.MISTAKE]

    def fail(self, place: Source, head: str, message: str, /, **fields: object) -> None:
        """Add a mistake; beyond a certain number mistakes are only counted.

        Args:
            place: its cell.
            head: the head of its column.
            message: a sentence in English with names in braces, or a finished message.
            fields: the values for these names.
        """
        if len(self.problems) < MOST_TOLD:
            whole = message if isinstance(message, Message) and not fields else Message(message, **fields)
            self.problems.append(Problem(place, head, whole))
        else:
            self.counts[Passed.MISTAKE] += 1

    def say(self, sentence: str) -> None:
        """Add a sentence once."""
        if sentence and len(self.said) < MOST_TOLD:
            self.said.setdefault(sentence)

    def counted(self) -> Iterator[Message]:
        """The skipped things, a sentence for each sort."""
        yield from (_counted(what, count) for what, count in self.counts.items() if count)


class Figures(Protocol):
    """What has figures: a table, or a cube of a statistics office.

    Attributes:
        told: its mistakes and notes, all of them after the last figure.
    """

    told: Told

    @property
    def where(self) -> str:
        """The file, and the sheet, as a place in an origin."""

    @property
    def no_origin(self) -> Message:
        """That a figure has no document, with what to do."""

    def figures(self, progress: Progress = ...) -> Iterator[Arrived]:
        """The figures; `progress` is called with the number of each line."""

    def at(self, arrived: Arrived, head: str = "") -> Source:
        """The place of a figure, or of what is said of it under a head."""

    def document_at(self, arrived: Arrived) -> Source:
        """The place of the name of a figure's document."""

    def cell(self, at: Source) -> tuple[str, str]:
        """The sheet and the cell of a place; empty where it is told by its line."""


def _counted(what: Passed, count: int) -> Message:
    match what:
        case Passed.LINE:
            return Message.counted(count, "{count} line skipped", "{count} lines skipped")
        case Passed.UNFILLED:
            return Message.counted(count, "{count} line not filled in", "{count} lines not filled in")
        case Passed.UNAVAILABLE:
            return Message.counted(count, "{count} value not available", "{count} values not available")
        case Passed.OUTSIDE:
            return Message.counted(
                count, "{count} cell is outside the chosen part", "{count} cells are outside the chosen part"
            )
        case Passed.SHORTENED:
            return Message.counted(
                count,
                "{count} value has more decimals than the office prints, and is read as printed",
                "{count} values have more decimals than the office prints, and are read as printed",
            )
        case Passed.INVISIBLE:
            return Message.counted(
                count, "{count} zero-width character dropped", "{count} zero-width characters dropped"
            )
    return Message.counted(count, "{count} further mistake", "{count} further mistakes")
