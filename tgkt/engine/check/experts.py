"""Whether the sentence that an expert wrote for an identity still speaks of the figures that count.

A sentence quotes numbers of the data it was written for: those of its own folder and of the folders this one builds on.
It is shown while every figure of the identity is the one these data give. Where a later folder, or a date to look
from, makes another count, and where the sentence quotes a figure that a newer one replaced in the same folder, a
sentence computed from the figures takes its place.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.engine.check.resolution import Resolution, resolve
from tgkt.facts.catalogue import Declared
from tgkt.facts.formula import Reference
from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Statement
from tgkt.series.reference import stated
from tgkt.series.series import Knowledge

_VI, _EN = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?"), re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


class Experts:
    """The data that expert sentences were written for, by folder."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._then: dict[str, Knowledge] = {}

    def says(self, declared: Declared, resolution: Resolution) -> Words | None:
        """The sentence of an identity, if there is one and its figures are those that count.

        Args:
            declared: the identity.
            resolution: the statement that counts for each of its figures.
        """
        says = declared.says
        if says is None:
            return None
        known = self._of(self.knowledge.catalogue.folder_of(declared.source))
        then = resolve(declared.formula, known, declared.alternatives)
        is_stale = any(_quotes_another(says, each, one, known) for each, (one, _) in then.items())
        return says if _quantities(then) == _quantities(resolution) and not is_stale else None

    def _of(self, folder: str) -> Knowledge:
        """What was known in a folder, looked at without a date."""
        if folder not in self._then:
            self._then[folder] = Knowledge(self.knowledge.catalogue.without_later(folder))
        return self._then[folder]


def _quotes_another(says: Words, reference: Reference, counts: Statement, known: Knowledge) -> bool:
    """Whether a sentence quotes a figure that does not count, and not the one that does."""
    numbers = _numbers(says)
    others = (each for each in stated(reference, known) if each != counts)
    return not _ends(counts) & numbers and any(_ends(each) & numbers for each in others)


def _quantities(resolution: Resolution) -> dict[Reference, tuple[Decimal, Interval]]:
    return {each: (found.value, found.interval) for each, (_, found) in resolution.items()}


def _numbers(says: Words) -> set[Decimal]:
    """The numbers that a sentence quotes, in the notation of each language."""
    vietnamese = {Decimal(each.replace(".", "").replace(",", ".")) for each in _VI.findall(says.vi)}
    return vietnamese | {Decimal(each.replace(",", "")) for each in _EN.findall(says.en)}


def _ends(one: Statement) -> set[Decimal]:
    return {one.figure.low, one.figure.high} if one.figure else set()
