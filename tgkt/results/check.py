"""What the audit finds and proposes: what `tgkt check` computes."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.catalogue import Break, Severity
from tgkt.facts.formula import Identity, Reference
from tgkt.facts.indicator import Words
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import Computed, Outcome
from tgkt.source import Source


class Closing(NamedTuple):
    """What would close a finding: one figure, the value it would need, the others as printed."""

    figure: str
    printed: Decimal
    needed: Decimal
    unit: Unit


class Equation(NamedTuple):
    """An identity with the statement that counts for each of its figures, for the numbers to be put in."""

    identity: Identity
    figures: tuple[tuple[Reference, Statement], ...]


class Numbers(NamedTuple):
    """Facts one after another with a mark between them."""

    parts: tuple[object, ...]
    mark: str = "; "


class Finding(NamedTuple):
    """One relation between printed figures and what came of it.

    Attributes:
        id: stable name, for --id and --known.
        kind: sum, ratio, growth, blend, targets, duplicate, floor, label, unit, series, gap …
        sentence: what it says: words of the data, or a reason.
        left: the printed side with its interval, in the unit of its first figure.
        right: the computed side, in the same unit.
        residual: the gap between the two intervals; zero where they meet.
        relative: the residual over the printed value.
        formula: the relation as text.
        worked: the same with numbers put in.
        closings: what each figure in turn would have to be; empty until it is asked for.
        statements: every figure it rests on.
        indicators: the (indicator, area) pairs it speaks of.
        breaks: the breaks that touch its figures.
        others: further relations that fail for the same cause.
    """

    id: str
    kind: str
    outcome: Outcome
    severity: Severity
    sentence: Words | Reason
    left: Computed | None = None
    right: Computed | None = None
    residual: Decimal | None = None
    relative: Decimal | None = None
    formula: str = ""
    worked: Equation | Numbers | None = None
    closings: tuple[Closing, ...] = ()
    statements: tuple[Statement, ...] = ()
    indicators: tuple[tuple[str, str], ...] = ()
    assumes: Words | None = None
    reason: Reason | None = None
    source: Source | None = None
    breaks: tuple[Break, ...] = ()
    others: tuple[Finding, ...] = ()

    @property
    def relations(self) -> tuple[Finding, ...]:
        """Every relation of it: its own, and those that fail for the same cause."""
        return (self, *self.others)


class Suggestion(NamedTuple):
    """A relation that holds among printed figures and that no identity declares."""

    kind: str
    formula: str
    indicators: tuple[str, ...]
    statements: tuple[Statement, ...]
    breaks: tuple[Break, ...] = ()
