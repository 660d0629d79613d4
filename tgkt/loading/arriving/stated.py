"""A figure of the data within a sentence: its digits and its unit, as the reader writes them."""

from __future__ import annotations

from typing import NamedTuple

from tgkt.facts.statement import Statement
from tgkt.language import WRITTEN
from tgkt.loading.tabular.digits import Digits


class Stated(NamedTuple):
    """What the data say; of a milestone the words or the sign."""

    statement: Statement

    def within(self, lang: str) -> str:
        """The figure for readers of a language; in Vietnamese no blank stands before "%"."""
        said = self.statement
        if said.figure is None:
            return said.said
        ends = (said.figure.low, said.figure.high) if said.figure.is_range else (said.figure.value,)
        digits = " - ".join(Digits(each).within(lang) for each in ends)
        return f"{digits}{'' if lang == 'vi' and said.unit.text.startswith('%') else ' '}{said.unit}"

    def __str__(self) -> str:
        return self.within(WRITTEN)
