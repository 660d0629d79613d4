"""What arriving figures bring: what is new, what they revise, which look wrong, and which rows stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.arithmetic.quantity import in_unit
from tgkt.engine.diff.diff import diff
from tgkt.engine.diff.state import State
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.results.arrival import Arrival, Suspect
from tgkt.results.computed import amount
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year
from tgkt.series.slips import Suspicion, suspicions


def arrival(before: Catalogue, after: Catalogue, added: Sequence[Statement], plan: str | None = None) -> Arrival:
    """The effect of figures that are about to be written: changes, suspect figures, rows that stand elsewhere.

    Args:
        before: the data without them.
        after: the data with them.
        added: the figures that are new or say something else, as they stand in `after`.
        plan: the only plan whose lines are looked at; all unless given.
    """
    old, new = (Knowledge(each, Clock(newest_year(each))) for each in (before, after))
    places = {(each.indicator, each.area) for each in added}
    found = diff(State(old), State(new), plan, places)
    return Arrival(found, tuple(_suspect(each, new) for each in suspicions(added, old, new)))


def _suspect(found: Suspicion, knowledge: Knowledge) -> Suspect:
    """A suspicion with its numbers in the unit of the printed figure."""
    stated = found.statement
    return Suspect(
        statement=stated,
        indicator=knowledge.catalogue.indicators[stated.indicator],
        doubt=found.doubt,
        against=amount(found.against, stated.unit) if found.against else None,
        low=in_unit(found.limits.low, stated.unit),
        high=in_unit(found.limits.high, stated.unit),
        unit=stated.unit,
        guesses=found.guesses,
    )
