"""Targets and figures relative to an earlier year: multiples, cuts and rises, all held as multiples m of its figure.

times N             m = N
cut of p %          m = 1 - p / 100; a cut of at least p % is a multiple of at most m
rise of p %         m = 1 + p / 100
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.notation import Phrase
from tgkt.loading.printed import other_comparator
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message
from tgkt.record import NamedTuple

CHANGES = dict.fromkeys(("times", "cut", "rise")).keys()  # a set in its order
_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
    Comparator.NEAR_BELOW: Comparator.ABOUT,
}
_HUNDRED = Decimal(100)


class Against(NamedTuple):
    """A figure relative to an earlier year: the printed change, and the year."""

    kind: str
    printed: Figure
    of: int

    @property
    def is_cut(self) -> bool:
        """Whether the document prints a cut."""
        return self.kind == "cut"

    @property
    def is_rise(self) -> bool:
        """Whether the document prints a rise."""
        return self.kind == "rise"

    @property
    def multiple(self) -> Figure:
        """The figure as a multiple of that year's, digit by digit."""
        low, high, comparator = self.printed.low, self.printed.high, self.printed.comparator
        if self.kind == "rise":
            low, high = ((_HUNDRED + end).scaleb(-2) for end in (low, high))
        if self.kind == "cut":
            high, low = ((_HUNDRED - end).scaleb(-2) for end in (low, high))
            comparator = _TURNED.get(comparator, comparator)
        return Figure(low, high, comparator)


def against(entry: Entry, indicator: Indicator, phrase: Phrase | None, reader: Reader) -> Against | None:
    """The change of a figure from an earlier year; None where it states none, or states it wrongly.

    Args:
        entry: the figure.
        indicator: what it is about.
        phrase: what its printed words say, where they could be read.
        reader: collects the problems.
    """
    keys = [key for key in CHANGES if entry.has(key)]
    said = phrase.change if phrase is not None and indicator.kind not in (Kind.GROWTH, Kind.CHANGE) else None
    if not keys and (said is None or "value" in entry.places or phrase is None):
        _refuse_value(entry, indicator, phrase, reader)
        return None
    if len(keys) > 1 or (keys and "value" in entry.places):
        said_by = [*keys, *(["value"] if "value" in entry.places else [])]
        told = Message("a figure takes only one of these keys. Keep one of {keys}", keys=", ".join(said_by))
        reader.fail(entry.at(keys[-1]), f"{entry.path}.{keys[-1]}", told)
        return None
    kind = keys[0] if keys else str(said.kind if said else "")
    base = entry["of"].first if entry["of"] else said.base if said else None
    figure = _figure(entry, kind, phrase)
    if figure is None or not _stands(entry, kind, figure, base, reader):
        return None
    if keys and phrase is not None:
        _compare(entry, kind, figure, phrase, reader)
    return Against(kind, figure, base) if base is not None else None


def _figure(entry: Entry, kind: str, phrase: Phrase | None) -> Figure | None:
    """The printed number and comparator: as declared, else as read from the words."""
    said = phrase.figures[0] if phrase is not None else None
    value = entry[kind] or ((said.low, said.high) if said and not entry.has(kind) else None)
    if value is None:
        return None
    implied = Comparator.BETWEEN if len(value) == 2 and value[0] != value[-1] else Comparator.EQUALS
    stated = Comparator(entry["comparator"]) if entry["comparator"] else said.comparator if said else implied
    return Figure(value[0], value[-1], stated)


def _stands(entry: Entry, kind: str, figure: Figure, base: int | None, reader: Reader) -> bool:
    """Whether a change has a base year before its period, and a possible size."""
    period = entry["period"]
    if base is None:
        told = Message("'{key}' compares with an earlier year. Add 'of: …' (the year it is compared with)", key=kind)
        if not entry.has("of"):
            reader.fail(entry.at(kind), f"{entry.path}.{kind}", told)
        return False
    if period is not None and base >= period.last:
        told = Message(
            "a change for {period} against {base} does not compare with an earlier year. Correct of or period",
            base=base,
            period=period,
        )
        reader.fail(entry.at("of"), f"{entry.path}.of", told)
        return False
    if kind == "cut" and not 0 < figure.low <= figure.high <= _HUNDRED:
        told = Message(
            "a cut is more than 0 % and at most 100 %, got {cut}. Check the digits, or write times or rise",
            cut=f"{figure.low:f}",
        )
        reader.fail(entry.at(kind), f"{entry.path}.{kind}", told)
        return False
    return True


def _compare(entry: Entry, kind: str, figure: Figure, phrase: Phrase, reader: Reader) -> None:
    """Report where the declared change differs from the printed one: in sort, number, words or base year."""
    slip = _other_sort(kind, phrase) or _other_number(figure, phrase.figures[0])
    said, of = phrase.change, entry["of"]
    if not slip and said and said.base and of and said.base != of.first:
        slip = Message(
            "the document compares with {printed}, but {declared} is declared. Correct one",
            printed=said.base,
            declared=of.first,
        )
    if slip:
        reader.fail(entry.at("printed"), f"{entry.path}.printed", slip)


def _other_sort(kind: str, phrase: Phrase) -> Message | None:
    """The message that the declared sort of change differs from the printed one."""
    said = phrase.change
    if not said and kind == "times" and phrase.unit is not None and phrase.unit.is_percent:
        return Message("the document's words mean a cut or a rise, but times is declared. Write cut: or rise:")
    if said and said.kind != kind:
        return Message(
            "the document's words mean {meant}, but {declared} is declared. Write {meant}:",
            meant=said.kind,
            declared=kind,
        )
    return None


def _other_number(declared: Figure, printed: Figure) -> Message | None:
    """The message that the number of a change, or its comparator, differs from the printed one."""
    if [f"{end:f}" for end in (printed.low, printed.high)] != [f"{end:f}" for end in (declared.low, declared.high)]:
        return Message(
            "the document prints {printed}, but {declared} is declared. Correct one, and keep every digit",
            printed=f"{printed.low:f}",
            declared=f"{declared.low:f}",
        )
    return other_comparator(declared, printed) if declared.comparator is not printed.comparator else None


def _refuse_value(entry: Entry, indicator: Indicator, phrase: Phrase | None, reader: Reader) -> None:
    """Refuse a plain value whose words state a change from a year, and a plain value with a base year."""
    said = phrase.change if phrase is not None and indicator.kind not in (Kind.GROWTH, Kind.CHANGE) else None
    if said is not None and phrase is not None and "value" in entry.places and (said.base or said.kind == "cut"):
        told = Message(
            "the document's words are a change against {base}, not a value. Write {key}: {number}, of: {of}",
            base=said.base or Message("an earlier year"),
            key=said.kind,
            number=f"{phrase.figures[0].low:f}",
            of=said.base or "…",
        )
        reader.fail(entry.at("value"), f"{entry.path}.value", told)
    elif entry.has("of"):
        told = Message(
            "'of' is the base year of times, cut or rise. Write one of them with it and no value, or remove of"
        )
        reader.fail(entry.at("of"), f"{entry.path}.of", told)
