"""The least that must change, and what the relations allow a figure to be: `tgkt check --least` and `--range`."""

from __future__ import annotations

from typing import NamedTuple

from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Computed


class Changed(NamedTuple):
    """A printed figure whose change would suffice.

    Attributes:
        statements: every place that prints it, the one that counts first.
        printed: what is printed, with its range.
        enough: what would suffice, the other figures of the set free too; an end without limit is infinite. None where
            it is not known.
        weight: how much speaks for it.
        is_decision: whether it is a target.
        instead: figures as weighty that would suffice in its place.
    """

    statements: tuple[Statement, ...]
    printed: Computed
    enough: Computed | None
    weight: int
    is_decision: bool
    instead: tuple[Changed, ...] = ()

    @property
    def statement(self) -> Statement:
        """The statement that counts."""
        return self.statements[0]


class Move(NamedTuple):
    """One figure of a lightest set: a row of the answer.

    Attributes:
        group: the number of the group of relations, from 1.
        reconciliation: the lightest set of the group.
        changed: the figure.
    """

    group: int
    reconciliation: Reconciliation
    changed: Changed


class Reconciliation(NamedTuple):
    """A lightest set of figures whose change lets relations that hang together all hold.

    Attributes:
        changes: the figures; none where no change within the limits suffices.
        relations: the relations between them that do not hold as printed.
        undecided: how many sets no heavier the search could not decide.
    """

    changes: tuple[Changed, ...]
    relations: tuple[Finding, ...]
    undecided: int = 0

    @property
    def weight(self) -> int:
        """The weight of the set."""
        return sum(each.weight for each in self.changes)


class Least(NamedTuple):
    """The least that must change for all relations to hold.

    Attributes:
        reconciliations: a lightest set for each group of relations that hang together, the largest group first.
        assumed: how many relations stay out because they rest on an assumption.
        words: how many stay out because they are about labels and other words, or about figures that are derived.
    """

    reconciliations: tuple[Reconciliation, ...]
    assumed: int
    words: int

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every figure of the sets."""
        groups = enumerate(self.reconciliations, 1)
        return tuple(Move(group, each, changed) for group, each in groups for changed in each.changes)

    @property
    def weight(self) -> int:
        """The weight of all sets together."""
        return sum(each.weight for each in self.reconciliations)


class Allowed(NamedTuple):
    """What the relations allow one figure to be, all other figures as printed.

    Attributes:
        statements: every place that prints it, the one that counts first.
        printed: what is printed, with its range.
        range: what is allowed; None where no relation bounds it.
        relations: the relations that speak of it and are heeded.
        apart: relations that are left out, for they fail whatever this figure is, or leave it nothing.
    """

    statements: tuple[Statement, ...]
    printed: Computed
    range: Computed | None
    relations: tuple[Finding, ...]
    apart: tuple[Finding, ...]

    @property
    def statement(self) -> Statement:
        """The statement that counts."""
        return self.statements[0]

    @property
    def holds(self) -> bool:
        """Whether the figure as printed is within what is allowed."""
        own = self.range
        return own is None or (own.low <= self.printed.high and self.printed.low <= own.high)
