"""Statements and derived figures as tidy rows: what `tgkt export` writes."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount
from tgkt.series.role import Role


class Part(StrEnum):
    """What a figure is in the data.

    target, baseline, last_term and result stand in a row of a plan; a target that is printed once more is a reprint;
    everything else that is printed is observed; what no document prints is derived.
    """

    TARGET = "target"
    BASELINE = "baseline"
    LAST_TERM = "last_term"
    RESULT = "result"
    REPRINT = "reprint"
    OBSERVED = "observed"
    DERIVED = "derived"


class Measure(StrEnum):
    """What the number of a figure is.

    absolute    an amount in its unit
    multiple    so many times the figure of an earlier year, printed so
    cut         the same, printed as a cut: 0.45 for "reduce by 55 %"
    rise        the same, printed as a rise: 1.2 for "up by 20 %"
    index       growth printed as an index of the same part of the year before: 106.5 for 6.5 %
    words       words without a number
    """

    ABSOLUTE = "absolute"
    MULTIPLE = "multiple"
    CUT = "cut"
    RISE = "rise"
    INDEX = "index"
    WORDS = "words"


class Stated(NamedTuple):
    """One statement as a row.

    Attributes:
        key: unique among all figures; those of `tgkt explain -f json`, and of a target the key of its row.
        statement: the statement.
        part: what it is in the data.
        measure: what its number is.
        plan: the plan in whose row it stands; None where it stands in none.
        code: the number of that row.
        taken_as: how settled it is, once the date of its document is looked at; None for a target.
        role: what it is to the figure that counts; None for a target and for words.
        low: the lower end of what it may stand for, of a target of what meets it, in its own unit; None where it has no
            number, and without end where it is open.
        high: the upper end of that.
        decimals: how many digits stand after the point; None where there is no number.
        part_of: the key of the structure whose share it is.
    """

    key: str
    statement: Statement
    part: Part
    measure: Measure
    plan: str | None = None
    code: str | None = None
    taken_as: Status | None = None
    role: Role | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int | None = None
    part_of: str | None = None


class Derived(NamedTuple):
    """One figure that no document prints, as status shows it in parentheses.

    Attributes:
        key: unique among all figures.
        indicator: what it is about.
        area: where.
        amount: the figure, how it follows and from what.
        multiplier: times which it is in the indicator's unit.
        plan: the first plan in whose row it is shown.
        code: the number of that row.
        inputs: the keys of the statements it stands on.
    """

    key: str
    indicator: str
    area: str
    amount: Amount
    multiplier: Decimal
    plan: str
    code: str
    inputs: tuple[str, ...]


class Line(NamedTuple):
    """A row of a plan, and the keys of its figures; two rows of several targets may share one baseline."""

    key: str
    row: Row
    target: str | None
    baseline: str | None
    last_term: str | None
    result: str | None


class Exported(NamedTuple):
    """Everything that a folder holds, and what follows from it.

    Attributes:
        catalogue: what is declared.
        as_of: the newest year figures were looked at for.
        stated: every statement, by indicator, area and period.
        derived: every derived figure that status shows, in the same order.
        lines: the rows of all plans.
    """

    catalogue: Catalogue
    as_of: int
    stated: tuple[Stated, ...]
    derived: tuple[Derived, ...]
    lines: tuple[Line, ...]
