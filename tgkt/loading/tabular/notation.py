"""How the numbers of a column are written, decided by the column as a whole: 130,5 or 130.5 settles what 1.845 is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from tgkt.errors import Problem
from tgkt.facts.notation.number import MOST_DIGITS, SHOWN_OF_LONG
from tgkt.loading.tabular.digits import Digits
from tgkt.loading.tabular.values import CellError
from tgkt.message import Message
from tgkt.record import NamedTuple
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
_NAMES = {
    Notation.VI: Message("Vietnamese (1.845,7)"),
    Notation.EN: Message("English (1,845.7)"),
    Notation.PLAIN: Message("plain (1845.7)"),
}


class Decided(NamedTuple):
    """How a column's numbers are written.

    Attributes:
        notation: None where it stays open.
        said: the note on which number decided it, if one had to.
        problem: the problem, if there is one.
    """

    notation: Notation | None
    said: str = ""
    problem: Problem | None = None


def number(text: str, notation: Notation) -> Decimal:
    """Read a number in a notation, keeping every digit.

    Raises:
        CellError: it is none; the message names the notation.
    """
    if not _FORMS[notation].fullmatch(text):
        bare = text.lstrip("-")
        if bare.isdigit():
            raise CellError("'{text}' has leading zeros. Write {number}", text=text, number=bare.lstrip("0") or "0")
        raise CellError(
            "'{text}' is not a number in {notation} notation. Correct it, or name --notation vi or en",
            text=text,
            notation=_NAMES[notation],
        )
    if len(text) > MOST_DIGITS:
        raise CellError(
            "a number of over {most} digits, '{begins}…'. Check it, or round it",
            most=MOST_DIGITS,
            begins=text[:SHOWN_OF_LONG],
        )
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
    """The evidence about the notation of a column: it sees the numbers one by one and keeps the first of each kind.

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
            raise CellError(
                "'{text}' has {marks}, '{other}' ({place}) {other_marks}. Write them the same way, or "
                "name --notation vi or en",
                **_both(text, own, other, most, place),
            )
        if is_open(text):
            raise CellError(
                "'{text}' may be {vietnamese} or {english} in a column of two notations. Write all "
                "numbers the same way, or name --notation vi or en",
                **_either(text),
            )

    def decide(self, given: Notation | None, mark: str, *, is_open_ended: bool) -> Decided:
        """The notation of the column.

        Args:
            given: what the user said.
            mark: what parts the columns; empty for text cells of a workbook.
            is_open_ended: whether the file came through standard input, so that nothing of it is known.
        """
        if given is not None:
            return Decided(given)
        if len(self.settled) == 2:
            return Decided(None, problem=self._two_notations())
        if self.settled:
            ((notation, (text, place)),) = self.settled.items()
            why = Message("read in {notation} notation because of '{text}'", notation=_NAMES[notation], text=text)
            return Decided(notation, self._told(place, why) if self.undecided or notation is Notation.VI else "")
        if self.undecided is None:
            return Decided(Notation.PLAIN)
        text, place = self.undecided
        if is_open_ended or mark not in (";", ","):
            told = Message(
                "'{text}' is {vietnamese} in Vietnamese notation and {english} in English. Name --notation vi or en",
                **_either(text),
            )
            return Decided(None, problem=Problem(place, self.head, told))
        notation = Notation.VI if mark == ";" else Notation.PLAIN
        why = Message(
            "'{text}' is read in {notation} notation (columns separated by '{mark}')",
            text=text,
            notation=_NAMES[notation],
            mark=mark,
        )
        return Decided(notation, self._told(place, why))

    def _told(self, place: Source, why: Message) -> Message:
        return Message.joined(": ", (place, self.head, why))

    def _two_notations(self) -> Problem:
        (vi, first), (en, second) = self.settled[Notation.VI], self.settled[Notation.EN]
        told = Message(
            "one column in two notations: '{text}' has {marks}, '{other}' ({place}) {other_marks}. "
            "Write them the same way, or name --notation vi or en",
            **_both(vi, Notation.VI, en, Notation.EN, second),
        )
        return Problem(first, self.head, told)


def _either(text: str) -> dict[str, object]:
    """A number that is another one in each notation."""
    vietnamese, english = (Digits(number(text, way)) for way in (Notation.VI, Notation.EN))
    return {"text": text, "vietnamese": vietnamese, "english": english}


def _both(text: str, own: Notation, other: str, notation: Notation, place: Source) -> dict[str, object]:
    """Two numbers of one column, each with what shows its notation."""
    marks, other_marks = _marks(text, own), _marks(other, notation)
    return {"text": text, "marks": marks, "other": other, "place": place, "other_marks": other_marks}


def _marks(text: str, notation: Notation) -> Message:
    """What shows the notation of a number: its decimal mark, else what groups its digits."""
    decimal = "," if notation is Notation.VI else "."
    if decimal in text:
        return Message("a decimal comma") if decimal == "," else Message("a decimal point")
    return Message("points between thousands") if decimal == "," else Message("commas between thousands")
