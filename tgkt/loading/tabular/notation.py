"""How the numbers of a column are written, decided by the column as a whole: 130,5 or 130.5 settles what 1.845 is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tgkt.errors import Problem
from tgkt.loading.tabular.values import CellError
from tgkt.source import Source


class Notation(StrEnum):
    """How numbers are written: 1.845,7 or 1,845.7 or, with nothing that groups digits, 1845.7."""

    VI = "vi"
    EN = "en"
    PLAIN = "plain"


_FORMS = {
    Notation.VI: re.compile(
        r"-?(?:(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|0|[1-9]\d*)(?:,\d+)?)", re.ASCII
    ),
    Notation.EN: re.compile(
        r"-?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|0|[1-9]\d*)(?:\.\d+)?)", re.ASCII
    ),
    Notation.PLAIN: re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII),
}
_NAMES = {Notation.VI: "Vietnamese (1.845,7)", Notation.EN: "English (1,845.7)", Notation.PLAIN: "plain (1845.7)"}


def number(text: str, notation: Notation) -> Decimal:
    """Read a number in a notation, keeping every digit.

    Raises:
        CellError: it is none; the message names the notation.
    """
    if not _FORMS[notation].fullmatch(text):
        bare = text.lstrip("-")
        if bare.isdigit():
            raise CellError(f"'{text}' has leading zeros. Write {int(bare)}")
        raise CellError(f"'{text}' is no number in {_NAMES[notation]} notation. Mend it, or name --notation vi or en")
    bare = text.replace(" ", "")
    if notation is Notation.VI:
        return Decimal(bare.replace(".", "").replace(",", "."))
    return Decimal(bare.replace(",", ""))


def settles(text: str) -> Notation | None:
    """The notation that a number can only be written in; None where it may be in either."""
    bare = text.lstrip("-")
    dot, comma = bare.rfind("."), bare.rfind(",")
    if dot < 0 and comma < 0:
        return None
    if dot >= 0 and comma >= 0:
        return Notation.VI if comma > dot else Notation.EN
    mark = "," if comma >= 0 else "."
    as_decimal, as_group = (Notation.VI, Notation.EN) if mark == "," else (Notation.EN, Notation.VI)
    if bare.count(mark) > 1:
        return as_group
    whole, decimals = bare.split(mark)
    is_group = len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0" and " " not in whole
    return None if is_group else as_decimal


def is_open(text: str) -> bool:
    """Whether a number is another one in each notation: 1.845 and 1,845."""
    return ("." in text or "," in text) and settles(text) is None


@dataclass(slots=True)
class Column:
    """What the numbers of one column tell of their notation; it meets them one by one and keeps only the first of each.

    `settled` and `undecided` hold a text with its place, `counts` how many numbers settle each notation.
    """

    head: str
    settled: dict[Notation, tuple[str, Source]] = field(default_factory=dict)
    undecided: tuple[str, Source] | None = None
    counts: Counter[Notation] = field(default_factory=Counter)

    def meet(self, text: str, place: Source) -> None:
        """Look at one more number of the column."""
        if (found := settles(text)) is not None:
            self.settled.setdefault(found, (text, place))
            self.counts[found] += 1
        elif self.undecided is None and is_open(text):
            self.undecided = text, place

    @property
    def mostly(self) -> Notation | None:
        """Of two notations in one column the one that most of its numbers have; None where they are as many."""
        first, *others = self.counts.most_common()
        return first[0] if others and first[1] > others[0][1] else None

    def refuse(self, text: str) -> None:
        """Refuse a number of a column in two notations that is in the rarer one, or could be in either.

        Raises:
            CellError: with a number of the notation that most have.
        """
        most, own = self.mostly, settles(text)
        if most is not None and own not in (None, most) and _FORMS[own].fullmatch(text):
            other, place = self.settled[most]
            has = f"'{text}' has {_marks(text, own)}, '{other}' ({place}) {_marks(other, most)}"
            raise CellError(f"{has}. Write them alike, or name --notation vi or en")
        if is_open(text):
            each = {way: number(text, way) for way in (Notation.VI, Notation.EN)}
            may = f"'{text}' may be {each[Notation.VI]:f} or {each[Notation.EN]:f} in a column of two notations"
            raise CellError(f"{may}. Write all numbers alike, or name --notation vi or en")

    def decide(
        self, given: Notation | None, mark: str, *, is_open_ended: bool
    ) -> tuple[Notation | None, str, Problem | None]:
        """The notation, None where it stays open; a sentence on what decided it, if anything had to; and what is wrong.

        Args:
            given: what the user said.
            mark: what parts the columns; empty for text cells of a workbook.
            is_open_ended: whether the file came through standard input, so that nothing of it is known.
        """
        if given is not None:
            return given, "", None
        if len(self.settled) == 2:
            (vi, first), (en, second) = self.settled[Notation.VI], self.settled[Notation.EN]
            has = _marks(vi, Notation.VI), _marks(en, Notation.EN)
            told = f"one column in two notations: '{vi}' has {has[0]}, '{en}' ({second}) {has[1]}"
            return (
                None,
                "",
                Problem(first, self.head, f"{told}. Write them alike, or name --notation vi or en"),
            )
        if self.settled:
            ((notation, (text, place)),) = self.settled.items()
            said = f"{place}: {self.head}: read in {_NAMES[notation]} notation because of '{text}'"
            return notation, said if self.undecided or notation is Notation.VI else "", None
        if self.undecided is None:
            return Notation.PLAIN, "", None
        text, place = self.undecided
        if is_open_ended or mark not in (";", ","):
            each = {way: number(text, way) for way in (Notation.VI, Notation.EN)}
            told = f"'{text}' is {each[Notation.VI]:f} in Vietnamese notation and {each[Notation.EN]:f} in English"
            return None, "", Problem(place, self.head, f"{told}. Name --notation vi or en")
        notation = Notation.VI if mark == ";" else Notation.PLAIN
        why = "columns parted by ';'" if mark == ";" else "columns parted by ','"
        return notation, f"{place}: {self.head}: '{text}' is read in {_NAMES[notation]} notation ({why})", None


def _marks(text: str, notation: Notation) -> str:
    """What shows the notation of a number: its decimal mark, else what groups its digits."""
    decimal, group = ("comma", "point") if notation is Notation.VI else ("point", "comma")
    return f"a decimal {decimal}" if {"comma": ",", "point": "."}[decimal] in text else f"{group}s between thousands"
