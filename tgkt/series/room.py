"""The interface through which the modules of this package ask which figure counts."""

from __future__ import annotations

from typing import Protocol

from tgkt.facts.catalogue import Break, Catalogue
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.series.known import Known
from tgkt.series.order import Candidate
from tgkt.series.printed import Clock, Series


class Room(Protocol):
    """Everything known about a catalogue, up to the dates of a clock."""

    catalogue: Catalogue
    clock: Clock

    def __hash__(self) -> int:
        """The identity of the object, so that results are cached for each room separately."""

    def series(self, indicator: str, area: str) -> Series:
        """The printed figures of an indicator in an area."""

    def statements(self, indicator: str, area: str) -> list[Statement]:
        """Everything documents print about an indicator in an area, aims and forecasts included."""

    def figure(self, indicator: str, area: str, period: Period, timing: Timing | None = None) -> Known | None:
        """The figure that counts, printed or derived."""

    def years(self, indicator: str, area: str, first: int, last: int) -> dict[int, Known]:
        """The figures of single years, printed or derived."""

    def rows(self, indicator: str, area: str) -> list[Row]:
        """The rows of all plans."""

    def breaks(self, indicator: str) -> list[Break]:
        """The breaks that are declared for an indicator."""

    def reprints(self, indicator: str, area: str) -> list[Statement]:
        """Every further printing of a target."""

    def stated(self, statement: Statement) -> Known:
        """One statement as the figure that counts."""

    def candidate(self, statement: Statement) -> Candidate:
        """A statement with its true status, its document and its quantity."""
