"""A figure of the data within a sentence: its digits and its unit, as the reader writes them."""

from __future__ import annotations

from tgkt.facts.statement import Statement
from tgkt.facts.units import with_mark
from tgkt.language import WRITTEN
from tgkt.loading.tabular.digits import Digits
from tgkt.record import NamedTuple


class Stated(NamedTuple):
    """A figure of the data; for a milestone its words or its sign."""

    statement: Statement

    def within(self, lang: str) -> str:
        """The figure for readers of a language, its unit as declared."""
        said = self.statement
        if said.figure is None:
            return said.said
        ends = (said.figure.low, said.figure.high) if said.figure.is_range else (said.figure.value,)
        digits = " - ".join(Digits(each).within(lang) for each in ends)
        return with_mark(digits, said.unit.text, lang)

    def __str__(self) -> str:
        return self.within(WRITTEN)
