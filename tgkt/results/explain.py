"""All that is known of one indicator: what `tgkt explain` gathers."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.catalogue import Break, Route
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.statement import Statement, Status
from tgkt.facts.units import Unit
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.computed import Amount
from tgkt.results.status import Assessment
from tgkt.series.known import How
from tgkt.series.role import Role


class Entry(NamedTuple):
    """One statement, how settled it truly is, what it is to the figure that counts, and the breaks of its series.

    `low` and `high` are the ends of what its digits may stand for, in its own unit; None for words.
    """

    statement: Statement
    status: Status | None
    role: Role | None
    breaks: tuple[Break, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None


class Way(NamedTuple):
    """One way to a derived figure: what it gives, in the unit of its row, and what it assumes."""

    how: How
    formula: str
    low: Decimal
    high: Decimal
    unit: Unit
    assumes: tuple[Words | Reason, ...]


class Account(NamedTuple):
    """The content of a story about one row, or about an area for which no plan has a row.

    Attributes:
        area: where.
        assessment: the row; None where no plan has one.
        ways: every way to the figure it starts from, or to the newest figure where there is no start.
        years: the figures of single years, the newest first, in the row's unit.
        words: what is printed in words or of several years, the newest first, where no plan has a row; of a row the
            answers to a milestone.
        doubts: the statements that are disputed, contradict the figure that counts, or were replaced.
        findings: what the audit says of the row's figures, breaks and what agrees left out.
        in_year: the figures of parts of a year, the newest first, none of which is among the others.
        reprints: where the target is printed once more.
    """

    area: str
    assessment: Assessment | None
    ways: tuple[Way, ...] = ()
    years: tuple[Amount, ...] = ()
    words: tuple[Entry, ...] = ()
    doubts: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    in_year: tuple[Amount, ...] = ()
    reprints: tuple[Statement, ...] = ()


class Explanation(NamedTuple):
    """All that is known of one indicator; its accounts make the story.

    `entries` are what is printed of years and terms, `in_year` what is printed of parts of a year, `reprints` the
    targets that are printed once more.
    """

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    entries: tuple[Entry, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
    breaks: tuple[Break, ...] = ()
    accounts: tuple[Account, ...] = ()
    in_year: tuple[Entry, ...] = ()
    reprints: tuple[Entry, ...] = ()
