"""The languages in which the texts of the data are written: a plan's own first, then all others.

Machine rows have a text of the data in the first language under its name, and in each further one under `name_TAG`.
Sentences of the program are always English there.
"""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Plan
from tgkt.facts.units import Unit, english, is_english, vietnamese
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.report.words import in_words


class Tongues(NamedTuple):
    """The languages of some data: the tag of the first, and those of the further ones."""

    first: str = "en"
    further: tuple[str, ...] = ()

    def told(self, name: str, words: Words | Reason | None) -> dict[str, str | None]:
        """A text as fields, each in its language; an empty one is none."""
        return {field: (in_words(words, tag) or None) if words else None for field, tag in self._names(name)}

    def told_texts(self, name: str, found: Iterable[Words | Reason]) -> dict[str, list[str]]:
        """A list of texts as fields; what the program says itself is English in all of them."""
        kept = tuple(found)
        return {field: [_text(each, tag) for each in kept] for field, tag in self._names(name)}

    def unit(self, unit: Unit | None) -> str | None:
        """The name of a unit in the first language; one that is written in it stays as it is."""
        return None if unit is None else _named(unit, self.first)

    def units(self, name: str, unit: Unit) -> dict[str, str | None]:
        """The unit of a row as fields, in every language."""
        return {field: _named(unit, tag) for field, tag in self._names(name)}

    def _names(self, name: str) -> list[tuple[str, str]]:
        return [(name, self.first), *((f"{name}_{tag}", tag) for tag in self.further)]


def _text(told: Words | Reason, tag: str) -> str:
    return in_words(told, tag if isinstance(told, Words) else "en")


def _named(unit: Unit, tag: str) -> str:
    if tag == "vi":
        return vietnamese(unit)
    return unit.text if is_english(unit) else english(unit)


def tongues_of(catalogue: Catalogue, plan: Plan | None = None) -> Tongues:
    """The languages of a plan and of the data around it.

    The first is that of the plan's document. Where none is declared it is the one that units are written in.

    Args:
        catalogue: the data.
        plan: the plan asked about; that in force unless given.
    """
    of = plan if plan is not None and plan.id else catalogue.plan_in_force()
    origin = catalogue.origins.get(of.origin) if of else None
    first = (origin.language if origin else None) or _of_units(catalogue)
    texts = [each.title for each in catalogue.indicators.values()] + list(catalogue.sections.values())
    tags = dict.fromkeys(["vi", "en", *(tag for each in texts for tag, _ in each.others)])
    further = (tag for tag in tags if any(each.within(tag) != each.within(first) for each in texts))
    return Tongues(first, tuple(further))


def _of_units(catalogue: Catalogue) -> str:
    """English where units are written in words that only English has, else Vietnamese."""
    return "en" if any(is_english(each.unit) for each in catalogue.indicators.values()) else "vi"
