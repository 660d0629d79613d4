"""What `tgkt find` answers with: printed figures, each with where it stands, and why it was found."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Origin, Statement
from tgkt.record import NamedTuple


class Role(StrEnum):
    """What a document says a figure as."""

    TARGET = "target"
    REPRINT = "reprint"
    BASELINE = "baseline"
    RESULT = "result"
    OBSERVATION = "observation"


class Where(StrEnum):
    """In what the words or the number were found, the best first."""

    FIGURE = "figure"
    TITLE = "title"
    LABEL = "label"
    PRINTED = "printed"
    NOTE = "note"
    LOCATOR = "locator"
    ORIGIN = "origin"
    SEVERAL = "several"


class Hit(NamedTuple):
    """A figure that was found; an indicator or a row of a plan without a figure where nothing is printed of it.

    Attributes:
        key: unique among all that can be found, and the same whatever is asked.
        indicator: what it is about.
        codes: the numbers of the indicator in the plan in force; of a row of that plan its own alone.
        where: in what it was found.
        area: where; None of an indicator without a figure.
        statement: the figure.
        role: as what it is said.
        row: the row of a plan that says it; None of an observation.
        origin: its document.
    """

    key: str
    indicator: Indicator
    codes: tuple[str, ...]
    where: Where
    area: Area | None = None
    statement: Statement | None = None
    role: Role | None = None
    row: Row | None = None
    origin: Origin | None = None


class Found(NamedTuple):
    """The answer to a search.

    Attributes:
        asked: what was looked for.
        readings: the numbers it was read as; empty of words.
        hits: what was found, the best first.
        near: where nothing was found, the printed numbers next to it.
        meant: where nothing was found, the words that slips of the pen may have meant; empty where nothing is near.
    """

    asked: str
    readings: tuple[Decimal, ...]
    hits: tuple[Hit, ...]
    near: tuple[Decimal, ...] = ()
    meant: str = ""
