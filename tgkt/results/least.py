"""The least that must change, and what the relations allow a figure to be: `tgkt check --least` and `--range`."""

from __future__ import annotations

from math import prod

from tgkt.facts.statement import Statement
from tgkt.record import NamedTuple
from tgkt.results.check import Finding
from tgkt.results.computed import Computed


class Changed(NamedTuple):
    """A printed figure whose change would suffice, with the others of its set.

    Attributes:
        statements: every place that prints it, the one that counts first.
        printed: what is printed, with its range.
        enough: what would suffice, the other figures of the set free too; an end without limit is infinite. None where
            it is not known.
        weight: how much speaks for it.
        is_decision: whether it is a target.
    """

    statements: tuple[Statement, ...]
    printed: Computed
    enough: Computed | None
    weight: int
    is_decision: bool

    @property
    def statement(self) -> Statement:
        """The statement that counts."""
        return self.statements[0]


Alternative = tuple[Changed, ...]
"""Figures that are changed together."""
Choice = tuple[Alternative, ...]
"""Alternatives of one weight, one of which is changed; any of them goes with any alternative of another choice."""


class Move(NamedTuple):
    """One figure of the lightest sets: a row of the answer.

    Attributes:
        group: the number of the group of relations, from 1.
        choice: the number of the choice in its group, from 1.
        alternative: the number of the alternative in its choice, from 1.
        reconciliation: the lightest sets of the group.
        changed: the figure.
    """

    group: int
    choice: int
    alternative: int
    reconciliation: Reconciliation
    changed: Changed


class Reconciliation(NamedTuple):
    """The lightest sets of figures whose change lets relations that hang together all hold.

    Attributes:
        choices: every lightest set takes one alternative of each; the first ones make the set that stands for all.
            There are none where no change within the limits suffices.
        relations: the relations between the figures that do not hold as printed.
        undecided: how many sets no heavier the search could not decide.
    """

    choices: tuple[Choice, ...]
    relations: tuple[Finding, ...]
    undecided: int = 0

    @property
    def first(self) -> tuple[Changed, ...]:
        """The figures of one lightest set."""
        return tuple(changed for choice in self.choices for changed in choice[0])

    @property
    def sets(self) -> int:
        """How many lightest sets there are."""
        return prod(len(choice) for choice in self.choices) if self.choices else 0

    @property
    def weight(self) -> int:
        """The weight of each of them."""
        return sum(each.weight for each in self.first)


class Size(NamedTuple):
    """How large the least that must change is.

    Attributes:
        figures: the figures of a lightest set.
        weight: their weight.
    """

    figures: int
    weight: int


class Least(NamedTuple):
    """The least that must change for all relations to hold.

    Attributes:
        reconciliations: the lightest sets of each group of relations that hang together, the largest group first.
        assumed: how many relations stay out because they rest on an assumption.
        words: how many stay out because they are about labels and other words, or about figures that are derived.
    """

    reconciliations: tuple[Reconciliation, ...]
    assumed: int
    words: int

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every figure of the sets."""
        return tuple(
            Move(group, choice, alternative, each, changed)
            for group, each in enumerate(self.reconciliations, 1)
            for choice, alternatives in enumerate(each.choices, 1)
            for alternative, figures in enumerate(alternatives, 1)
            for changed in figures
        )

    @property
    def size(self) -> Size:
        """The figures of one lightest set of every group, and their weight."""
        figures = [changed for each in self.reconciliations for changed in each.first]
        return Size(len(figures), sum(each.weight for each in figures))

    @property
    def sets(self) -> int:
        """How many lightest sets there are in all."""
        return prod(each.sets for each in self.reconciliations if each.choices)


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
