"""What a cell under a value column says: numbers as written, words before them, and unit, flag or words after them."""

from __future__ import annotations

import re
from functools import lru_cache

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status
from tgkt.loading.tabular.names import AFTER, ANSWERS, COMPARATOR_OF, FLAGS, MISSING, STATUS_OF, folded
from tgkt.loading.tabular.spoken import COMPARATOR_WORDS, STATUS_WORDS
from tgkt.message import Message, MessageError
from tgkt.record import NamedTuple

_NUMBER = r"-?(?:\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d(?:[\d.,]*\d)?)(?![\d.,]*\d)"
_VALUE = re.compile(
    rf"(?P<before>\D*?)(?P<first>{_NUMBER})(?: ?(?:-|đến|to|and|và) ?(?P<second>{_NUMBER}))?(?P<after>.*)"
)
_PAIR = re.compile(r"\[ ?(-?[\d.,]*\d) ?[,;] (-?[\d.,]*\d) ?\]")
_SCIENTIFIC = re.compile(r"(?i)[-+]?\d[\d.,]*e[-+]?\d+")
_LONGEST = 200
_DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2012": "-", "\u2010": "-", "\u2011": "-"})
_BRACKETS = re.compile(r"\(([^()]*)\)\Z")
SPREADSHEET = {
    "#N/A": Message("a value that was not found"),
    "#DIV/0!": Message("a division by zero"),
    "#REF!": Message("a reference to a cell that is gone"),
    "#VALUE!": Message("a text where a number is needed"),
    "#NAME?": Message("a name that is not known"),
    "#NUM!": Message("a number that cannot be computed"),
    "#NULL!": Message("two ranges that do not meet"),
}


class CellError(MessageError, ValueError):
    """A cell that cannot be read; its message says what to write instead."""


class Said(NamedTuple):
    """What a value cell says; its numbers are still texts, as their notation is decided for the whole column.

    Attributes:
        numbers: none for a missing value, two for a range.
        comparator: of the words beside it; None where there are none.
        status: of the flag or word beside it.
        unit: the unit written in the cell.
        is_missing: a code for "not available" stands there.
        reached: what is answered to a milestone.
    """

    numbers: tuple[str, ...] = ()
    comparator: Comparator | None = None
    status: Status | None = None
    unit: str = ""
    is_missing: bool = False
    reached: bool | None = None


def has_number(text: str) -> bool:
    """Whether a cell holds digits or what a spreadsheet shows in their place."""
    return any(character.isdigit() for character in text) or text.startswith("#")


@lru_cache(maxsize=4096)
def read_value(text: str) -> Said:
    """Read a value cell.

    Raises:
        CellError: it holds no number, or more than a number with its words, flag and unit.
    """
    plain = text.translate(_DASHES)
    if len(plain) > _LONGEST:
        raise CellError("'{begin}…' has {count} characters. Write one number", begin=text[:20], count=len(plain))
    if not plain:
        return Said()
    if plain.casefold() in MISSING:
        return Said(is_missing=True)
    _refuse_lost(text, plain)
    if pair := _PAIR.fullmatch(plain):
        return Said((pair[1], pair[2]), Comparator.BETWEEN)
    found = _VALUE.fullmatch(plain)
    if not found:
        raise CellError("'{text}' is not a number. Write digits, or leave the cell empty", text=text)
    first, second = found["first"], found["second"]
    comparator, status = _before(text, found["before"])
    later, flagged, unit = _after(text, found["after"])
    if status and flagged and status is not flagged:
        one, other = STATUS_WORDS[status], STATUS_WORDS[flagged]
        raise CellError("'{text}' is marked {one} and {other}. Keep one", text=text, one=one, other=other)
    if second:
        later = Comparator.BETWEEN
    elif comparator is Comparator.BETWEEN:  # "từ" is the beginning of "từ … trở lên"
        comparator = None
    if comparator and later and comparator is not later:
        one, other = COMPARATOR_WORDS[comparator], COMPARATOR_WORDS[later]
        raise CellError("'{text}' says {one} and {other}. Keep one", text=text, one=one, other=other)
    return Said((first, second) if second else (first,), comparator or later, status or flagged, unit)


def read_answer(text: str) -> Said:
    """Read what is answered to a milestone.

    Raises:
        CellError: it is neither yes nor no.
    """
    if text.casefold() in MISSING:
        return Said(is_missing=True)
    if (answer := ANSWERS.get(folded(text))) is None:
        raise CellError(
            "'{text}' does not answer a milestone. Write yes or no (có, không), or leave the cell empty", text=text
        )
    return Said(reached=answer)


def status_named(text: str) -> Status | None:
    """The status that a word or flag means."""
    return STATUS_OF.get(folded(text))


def comparator_named(text: str) -> Comparator | None:
    """The comparator that words or a sign mean."""
    words = " ".join(text.casefold().replace("_", " ").split())
    return COMPARATOR_OF.get(words) or _PLAINLY.get(folded(words))


_PLAINLY = {folded(word): comparator for word, comparator in COMPARATOR_OF.items() if folded(word)}


def _refuse_lost(text: str, plain: str) -> None:
    """Refuse what a spreadsheet shows where it has lost the number."""
    if set(plain) == {"#"}:
        raise CellError("'{text}': the column was too narrow to show the digits. Widen it and save again", text=text)
    if found := SPREADSHEET.get(plain.upper()):
        raise CellError("'{text}' is {error}. Correct the formula, or leave the cell empty", text=text, error=found)
    if plain.startswith("#"):
        raise CellError("'{text}' is an error of the spreadsheet. Correct it, or leave the cell empty", text=text)
    if _SCIENTIFIC.fullmatch(plain):
        raise CellError(
            "'{text}' has lost its digits. Give the cell a number format with all digits, and save again", text=text
        )


def _before(text: str, words: str) -> tuple[Comparator | None, Status | None]:
    """Status and comparator of the words before a number, the status first."""
    rest = words.replace("₫", "").strip(" +:(")
    if not rest:
        return None, None
    parts = rest.split(" ")
    for cut in range(len(parts), -1, -1):
        head, tail = " ".join(parts[:cut]), " ".join(parts[cut:])
        status, comparator = status_named(head) if head else None, comparator_named(tail) if tail else None
        if (status or not head) and (comparator or not tail):
            return comparator, status
    raise CellError(
        "'{text}': '{words}' before a number is not known. Move the words to the note", text=text, words=rest
    )


def _after(text: str, words: str) -> tuple[Comparator | None, Status | None, str]:
    """Comparator, status and unit of what stands after a number."""
    rest, comparator, status = words.strip(), None, None
    for phrase, meant in AFTER.items():
        if folded(phrase) in folded(rest):
            comparator = meant
            rest = re.sub(rf"(?i){phrase}", "", rest).strip()
    if re.match(r"[^\w%]*\d", rest) and not _BRACKETS.search(rest):
        raise CellError("'{text}' holds more than one number. Write one, or a range such as 6,5 - 7,0", text=text)
    if bracketed := _BRACKETS.search(rest):
        status = status_named(bracketed[1])
        if not status:
            raise CellError(
                "'{text}': '{words}' after a number is not known. Move it to the note", text=text, words=bracketed[0]
            )
        rest = rest[: bracketed.start()].strip()
    *most, last = rest.split(" ")
    if flag := FLAGS.get(last.casefold()):
        return comparator, flag, " ".join(most)
    if rest and status_named(rest):
        return comparator, status_named(rest), ""
    if rest == ")" or re.fullmatch(r"\W*[a-z*]\W*", rest.casefold()):
        raise CellError(
            "'{text}': '{words}' after a number is not known. Flags are e, f and p; move others to the note",
            text=text,
            words=rest,
        )
    return comparator, status, rest
