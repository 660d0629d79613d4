"""The least that must change for all relations to hold, and what they allow a figure to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import relations
from tgkt.api.pick import choose_plan, indicators_named, row_named
from tgkt.api.seen import Seen
from tgkt.engine.check.least.least import least_change, what_is_allowed
from tgkt.errors import UsageError, suggest
from tgkt.facts.formula import Reference
from tgkt.facts.parsing import FormulaError, parse_term
from tgkt.facts.statement import Statement
from tgkt.report.fields.least import LEAST, RANGE
from tgkt.report.least import allowed_table, least_tables
from tgkt.report.least_rows import allowed_row, least_head, move_row
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.least import Allowed, Least, Move
from tgkt.series.reference import first_stated


@dataclass(frozen=True, eq=False, repr=False)
class LeastChange(Answer[Move]):
    """The figures of the lightest sets whose change would let all relations hold.

    Attributes:
        found: the sets, group by group of relations that hang together.
    """

    shape: ClassVar[Shape] = LEAST

    found: Least

    def tables(self, view: View) -> list[Table]:
        """A table for each set of several figures, and one of those that suffice alone."""
        return least_tables(self.found, self.knowledge.catalogue, view)

    def head(self) -> Values:
        """Weight, groups, and what stays out."""
        return least_head(self.found)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each figure."""
        return [move_row(each, self.knowledge.catalogue, self.tongues) for each in self.rows]


@dataclass(frozen=True, eq=False, repr=False)
class AllowedRange(Answer[Allowed]):
    """What all relations together allow one figure to be, every other figure as printed."""

    shape: ClassVar[Shape] = RANGE

    def tables(self, view: View) -> list[Table]:
        """One table of the relations, with the range above it."""
        return [allowed_table(each, self.knowledge.catalogue, view.lang) for each in self.rows]

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """One row."""
        return [allowed_row(each, self.knowledge.catalogue, self.tongues) for each in self.rows]


def least(seen: Seen, what: Sequence[str]) -> LeastChange:
    """The answer to `Data.least`.

    Raises:
        UsageError: a name that means nothing.
    """
    knowledge = seen.knowledge
    named = indicators_named(what, knowledge.catalogue, seen.lang) if what else None
    found = least_change(
        relations(seen.folder, knowledge), knowledge, {each.id for each in named} if named is not None else None
    )
    return LeastChange(found.moves, knowledge, seen.lang, found)


def range_of(seen: Seen, figure: str) -> AllowedRange:
    """The answer to `Data.range`.

    Args:
        seen: the data, and up to when they are known.
        figure: a figure as formulas name it, or a target: a number, an id or words of its title.

    Raises:
        UsageError: there is no such figure, or no relation speaks of it.
    """
    stated = _stated(seen, figure)
    found = what_is_allowed(stated, relations(seen.folder, seen.knowledge), seen.knowledge)
    if found is None:
        raise UsageError(
            "--range: no relation between figures alone speaks of {figure}. {command} shows those about it",
            figure=figure,
            command=f"tgkt check {stated.indicator} --all",
        )
    return AllowedRange((found,), seen.knowledge, seen.lang)


def _stated(seen: Seen, text: str) -> Statement:
    """The statement that a text means: of a figure in a formula, else the target of a row."""
    reference = _reference(seen, text)
    if reference is None:
        row = row_named(text, choose_plan(None, seen.knowledge.catalogue), seen.lang)
        if row.target is None or row.target.figure is None:
            raise UsageError(
                "--range: the target of '{text}' has no number. Name a figure: {example}", text=text, example=_EXAMPLE
            )
        return row.target
    stated = first_stated(reference, seen.knowledge)
    if stated is None:
        raise UsageError("--range: no document prints {figure}", figure=str(reference))
    return stated


_EXAMPLE = "grdp_per_capita[merged, 2030]"


def _reference(seen: Seen, text: str) -> Reference | None:
    """A figure as formulas name it; None for a text that is none."""
    if "[" not in text:
        return None
    try:
        term = parse_term(text)
    except FormulaError as error:
        raise UsageError("--range: {error}", error=error) from None
    if not isinstance(term, Reference):
        raise UsageError("--range: '{text}' is not one figure. Write e.g. {example}", text=text, example=_EXAMPLE)
    _require_known(term, seen)
    return term


def _require_known(figure: Reference, seen: Seen) -> None:
    catalogue = seen.knowledge.catalogue
    for name, known in ((figure.indicator, catalogue.indicators), (figure.area, catalogue.areas)):
        if name not in known:
            raise UsageError("--range: '{name}' is unknown.{advice}", name=name, advice=suggest(name, known))
    if figure.origin is not None and figure.origin not in catalogue.origins:
        raise UsageError(
            "--range: '{name}' is unknown.{advice}",
            name=figure.origin,
            advice=suggest(figure.origin, catalogue.origins),
        )
