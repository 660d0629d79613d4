"""Statements: figures as documents print them, each with its origin and place."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Words, in_one
from tgkt.facts.period import Period
from tgkt.facts.units import Unit, beside
from tgkt.record import NamedTuple
from tgkt.source import Source

_INTEGER = re.compile(r"(?<![\d.])\d{4,}")
_VIETNAMESE = str.maketrans(",.", ".,")


class Timing(StrEnum):
    """How a figure relates to its period."""

    IN_YEAR = "in_year"
    AVERAGE = "average"
    TOTAL = "total"
    EVERY_YEAR = "every_year"
    BEFORE = "before"


class Status(StrEnum):
    """The status of a figure by the words of its document; `unstated` where it states none."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    UNSTATED = "unstated"
    DERIVED = "derived"


class Issuer(StrEnum):
    """The issuer of a document, in order of rank."""

    STATISTICS = "statistics"
    GOVERNMENT = "government"
    PARTY = "party"
    PRESS = "press"


class Origin(NamedTuple):
    """A document that figures come from.

    Its date is a year, a month or a day: "2025", "2025-09", "2025-09-15". Its language says how it writes numbers; None
    where the data do not say.
    """

    id: str
    title: Words
    short: Words
    issuer: Issuer | None
    date: str | None
    url: str | None
    note: Words | None
    source: Source
    language: str | None = None


class Statement(NamedTuple):
    """One printed figure about one indicator, area and period, with its origin.

    A target, a baseline, a result and an observation are all statements. `figure` is None for a
    milestone; `values` holds the shares of a structure; `reached` a milestone's printed yes or no.
    `times` turns the figure from its own unit into the indicator's. Only a target has no status;
    `supersedes` names the documents whose figure about the same thing this one replaces. `relative_to` is the base year
    of a multiple, and `is_cut` says that the document prints it as a cut: 0.45 times 1990 as "reduce by 55 %".
    `is_rise` says the same of a rise: 1.2 times 1990 as "up by 20 %". `is_index` says of growth within a year that it
    is printed as an index of the same part of the year before: 106.5 for 6.5 %. `pick` says which number of a printed
    N/M is meant; `official` are the words of the document that grade the figure. `reprint` marks a
    target of a plan where another document, or another place, prints it again.
    """

    indicator: str
    area: str
    period: Period
    timing: Timing
    comparator: Comparator
    figure: Figure | None
    values: tuple[Figure, ...]
    reached: bool | None
    unit: Unit
    times: Decimal
    printed_unit: str | None
    relative_to: int | None
    status: Status | None
    supersedes: tuple[str, ...]
    ambition: bool
    printed: str
    origin: str
    locator: str
    excludes: tuple[str, ...]
    note: Words | None
    source: Source
    readings: tuple[Timing, ...] = ()
    tolerance: Decimal | None = None
    is_cut: bool = False
    is_index: bool = False
    is_rise: bool = False
    pick: str | None = None
    reprint: bool = False
    official: str | None = None

    @property
    def said(self) -> str:
        """What the document prints; where the data hold only the number, the number in its unit, in English."""
        return self.wording.en

    @property
    def wording(self) -> Words:
        """The same for readers of any language."""
        return in_one(self.printed) if self.printed else self._number

    @property
    def quoted(self) -> Words:
        """The document's words between quotation marks; a number that the data alone hold stands without."""
        return in_one(f"“{self.printed}”") if self.printed else self._number

    @property
    def _number(self) -> Words:
        figures = self.values if self.figure is None else (self.figure,)
        digits = " - ".join(map(str, figures))
        if not digits:
            return in_one("✓" if self.reached else "✗")
        digits = _INTEGER.sub(lambda found: f"{int(found[0]):,}", digits)
        return Words(beside(digits.translate(_VIETNAMESE), self.unit, "vi"), beside(digits, self.unit, "en"))


class Passage(NamedTuple):
    """Words of a document that are no figure, with their place."""

    printed: str
    origin: str
    locator: str
    source: Source

    @property
    def quoted(self) -> Words:
        """The words between quotation marks."""
        return in_one(f"“{self.printed}”")


class Placed(NamedTuple):
    """A statement with the name of its area, for a sentence."""

    area: Words
    statement: Statement


class Cited(NamedTuple):
    """A statement or a passage with its document, for a sentence: its words and its place, perhaps with a date."""

    statement: Statement | Passage
    origin: Origin
    is_dated: bool = False
