"""The lines of a sheet that is filled in with a year's results: what `tgkt template` asks for."""

from __future__ import annotations

from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount


class SheetLine(NamedTuple):
    """A figure that is asked for, with the last one known.

    Attributes:
        row: the line of the plan; of a structure, that of one of its shares.
        last: the last figure, in the row's unit; None where none is known.
        words: what documents say in words where there is no figure.
        period: the year that is asked for, in the calendar of the indicator's figures.
    """

    row: Row
    last: Amount | None
    words: Statement | None
    period: Period
