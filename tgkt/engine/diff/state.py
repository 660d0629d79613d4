"""One state of the data: what is known, and which printed figures are looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from tgkt.facts.statement import Statement
from tgkt.results.computed import Amount, amount
from tgkt.series.identity import Identity, identity
from tgkt.series.known import Known
from tgkt.series.role import Role, in_year_roles, roles_of
from tgkt.series.series import Knowledge
from tgkt.source import Source

Place = tuple[str, str]
"""An indicator and an area."""


@dataclass(frozen=True)
class State:
    """One of the two states that are compared.

    Attributes:
        knowledge: what is known.
        by_year: whether figures of periods after the clock's year are left out; else only its date hides any.
    """

    knowledge: Knowledge
    by_year: bool = False
    _roles: dict[Place, dict[Source, Role]] = field(default_factory=dict, repr=False, compare=False)

    def figures(self, places: Collection[Place] | None) -> dict[Identity, list[Statement]]:
        """The printed figures of years, terms and parts of a year, grouped by identity (see series/identity.py).

        Targets that are printed once more are among them.

        Args:
            places: the only indicators and areas that are looked at; all unless given.
        """
        found: dict[Identity, list[Statement]] = {}
        catalogue = self.knowledge.catalogue
        for each in (*catalogue.observations, *catalogue.in_year, *catalogue.reprints):
            is_asked = places is None or (each.indicator, each.area) in places
            if is_asked and self._is_seen(each):
                found.setdefault(identity(each), []).append(each)
        return found

    def counted(self, about: Identity) -> Known | None:
        """The printed figure that counts in the same sense as a given one; None for what is not measured."""
        if (
            about.is_aim
            or about.is_reprint
            or about.period.is_part
            or about.indicator not in self.knowledge.catalogue.indicators
        ):
            return None
        series = self.knowledge.series(about.indicator, about.area)
        return series.at(about.period, about.timing, about.relative_to)

    def role(self, statement: Statement) -> Role | None:
        """The role of a figure beside the one that counts."""
        place = statement.indicator, statement.area
        if place not in self._roles:
            self._roles[place] = roles_of(*place, self.knowledge) | in_year_roles(*place, self.knowledge)
        return self._roles[place].get(statement.source)

    def amount(self, statement: Statement) -> Amount | None:
        """A printed figure in its own unit; None for words."""
        return amount(self.knowledge.stated(statement), statement.unit) if statement.figure else None

    def _is_seen(self, statement: Statement) -> bool:
        is_later = self.by_year and statement.period.last > self.knowledge.clock.as_of
        return not is_later and self.knowledge.is_seen(statement)
