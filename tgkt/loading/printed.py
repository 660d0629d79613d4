"""The printed words of a document: read in its language, and compared with the declared figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import reduce

from tgkt.errors import NotationError, UnitError
from tgkt.facts.figure import Comparator, Figure, last_digit, step_of
from tgkt.facts.indicator import Kind
from tgkt.facts.notation import LANGUAGES, Phrase, read_phrase, says_direction_alone, timing_said
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, parse_unit, scale_word, split
from tgkt.message import Message
from tgkt.record import NamedTuple


class Said(NamedTuple):
    """The meaning of a document's words, or the reason why they cannot be read; neither where no number is expected.

    `holds`: the words ask to maintain a level and print no number.
    """

    phrase: Phrase | None = None
    problem: str | None = None
    holds: bool = False


class Written(NamedTuple):
    """A figure as declared, with the printed words for comparison."""

    printed: str
    figure: Figure | None
    shares: tuple[Decimal, ...]
    unit: Unit
    printed_unit: str | None


def read_words(printed: str, language: str | None, own: OwnUnits = NO_OWN) -> Phrase:
    """Read a printed phrase by the language of its document.

    Args:
        printed: the words.
        language: the document's language; if none is declared, the phrase must mean the same in all languages.
        own: the units that the data declare.

    Raises:
        NotationError: the words cannot be read, or say different things in different languages.
    """
    if language is not None:
        return read_phrase(printed, language, own)
    found: dict[str, Phrase] = {}
    refused: list[NotationError] = []
    for tag in LANGUAGES:
        try:
            found[tag] = read_phrase(printed, tag, own)
        except NotationError as error:
            refused.append(error)
    if not found:
        raise refused[0]
    found = _agreed(found)
    if len(set(found.values())) > 1:
        raise NotationError(
            "'{printed}' says {readings}, and the document has no language. "
            "Add 'language: …' to its origin, or at the top of the file",
            printed=printed,
            readings=_readings(found),
        )
    return next(iter(found.values()))


def _readings(found: Mapping[str, Phrase]) -> Message:
    """The readings of a phrase in each language."""
    each = (Message("{figures} in '{tag}'", figures=_told(phrase), tag=tag) for tag, phrase in found.items())
    return reduce(lambda some, one: Message("{some} and {one}", some=some, one=one), each)


def _agreed(found: dict[str, Phrase]) -> dict[str, Phrase]:
    """The readings; if one agrees with all others on the figures and reads more words, that one alone."""
    plain = {
        phrase._replace(change=phrase.change if _is_dated(phrase) else None, side=None) for phrase in found.values()
    }
    if len(plain) > 1:
        return found
    tag = max(found, key=lambda each: (found[each].change is not None, found[each].side is not None))
    return {tag: found[tag]}


def _is_dated(phrase: Phrase) -> bool:
    return phrase.change is not None and (phrase.change.base is not None or phrase.change.kind == "times")


def _told(phrase: Phrase) -> str:
    return ", ".join(str(figure) for figure in phrase.figures)


def check_printed(
    declared: Written, said: Said, kind: Kind, pick: str | None, language: str | None
) -> Message | str | None:
    """The message that a declaration differs from its printed phrase; None where they agree."""
    if not declared.printed or (declared.figure is None and not declared.shares):
        return None
    if kind in (Kind.GROWTH, Kind.CHANGE) and says_direction_alone(declared.printed, language or "vi"):
        return _direction(declared)
    if said.phrase is None:
        return said.problem
    phrase = said.phrase
    if declared.figure is None:
        return _differ([f.value for f in phrase.figures], list(declared.shares), declared.unit)
    if phrase.is_pair != (pick is not None):
        return Message("a printed N/M needs pick: part or pick: total, and nothing else takes it. Correct pick")
    found = picked(phrase, pick)
    return (
        _digits(declared.figure, declared.unit, found, phrase)
        or _comparator(declared.figure, found)
        or _unit(declared, phrase)
        or _growth(declared, phrase, kind)
    )


def _direction(declared: Written) -> Message | None:
    """The message about words without a number ("giảm"), which only say that a movement is above or below zero."""
    found = declared.figure
    if found is not None and not found.low and found.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN):
        return None
    return Message(
        "'{words}' says which way it moved, but not by how much. Write more_than or less_than with "
        "value: 0, or quote the words that hold a figure",
        words=declared.printed,
    )


def printed_step(declared: Figure, unit: Unit, said: Said, pick: str | None, *, is_count: bool) -> Decimal | None:
    """One unit of the last printed digit in the declared unit; None where the declared digits show it.

    It follows from the number and scale word as printed, or as declared where no words are given or they cannot be
    read. A figure that does not end in zero needs no such step.
    """
    ends = (declared.low, declared.high)
    if all(end.as_tuple().digits[-1] for end in ends):
        return None
    found, words = declared, unit
    if said.phrase is not None:
        found = picked(said.phrase, pick)._replace(comparator=declared.comparator)
        words = said.phrase.unit or unit
    shift = _shift(words, unit)
    if step := step_of(found, is_scaled=bool(scale_word(words, english=False)), is_count=is_count):
        return step.scaleb(shift)
    digits = [last_digit(end).scaleb(shift) for end in (found.low, found.high)]
    return None if digits == [last_digit(end) for end in ends] else min(digits)


def picked(phrase: Phrase, pick: str | None) -> Figure:
    """The figure of a phrase; of a pair N/M the part or the total, as `pick` says."""
    return phrase.figures[-1 if pick == "total" else 0]


def _digits(declared: Figure, unit: Unit, printed: Figure, phrase: Phrase) -> Message | None:
    """The message about digits or precision that differ, scale words taken into account; None where they agree."""
    shift = _shift(phrase.unit, unit)
    wanted = [value.scaleb(shift) for value in dict.fromkeys((printed.low, printed.high))]
    got = list(dict.fromkeys((declared.low, declared.high)))
    return _differ(wanted, got, unit, exact=declared.exact)


def _shift(printed: Unit | None, declared: Unit) -> int:
    """The power of ten between the two units; a phrase often leaves out what is below the line."""
    if printed is None or printed.above != declared.above:
        return 0
    if printed.below == declared.below:
        return printed.scale - declared.scale
    return _above(printed).scale - _above(declared).scale


def _above(unit: Unit) -> Unit:
    return parse_unit(split(unit.text)[0], unit.own)


def _differ(wanted: list[Decimal], got: list[Decimal], unit: Unit, *, exact: bool = False) -> Message | None:
    if wanted == got and (exact or [f"{value:f}" for value in wanted] == [f"{value:f}" for value in got]):
        return None
    numbers = {"printed": _list(wanted), "declared": _list(got)}
    if unit.is_percent:  # which languages write with or without a blank before it
        told = Message("the document prints {printed} {percent}, but {declared} is declared", **numbers, percent=unit)
    else:
        told = Message("the document prints {printed} {unit}, but {declared} is declared", **numbers, unit=unit)
    if wanted != got:
        return Message("{told}. Correct one", told=told)
    return Message("{told}. Keep every printed digit and no other", told=told)


def _comparator(declared: Figure, printed: Figure) -> Message | None:
    if declared.comparator is printed.comparator or declared.comparator is Comparator.MAINTAIN:
        return None
    return other_comparator(declared, printed)


def other_comparator(declared: Figure, printed: Figure) -> Message:
    """The message about words of comparison that differ from the declared comparator."""
    return Message(
        "the document's words mean '{printed}', but '{declared}' is declared. Correct one",
        printed=printed.comparator,
        declared=declared.comparator,
    )


def _unit(declared: Written, phrase: Phrase) -> Message | None:
    """The message about a printed unit other than the declared one; print may leave out the denominator."""
    if phrase.unit is None:
        return None
    with suppress(UnitError):
        printed = declared.printed_unit
        meant = parse_unit(printed, declared.unit.own) if printed else declared.unit
        if phrase.unit.above != meant.above:
            return Message(
                "the document prints '{printed}', but '{declared}' is declared. Correct unit, or state printed_unit",
                printed=phrase.unit,
                declared=meant,
            )
    return None


def _growth(declared: Written, phrase: Phrase, kind: Kind) -> Message | None:
    """The message about a percentage a year that is declared as a share; a share of every year is fine."""
    printed = phrase.unit
    if kind is not Kind.SHARE or printed is None or declared.printed_unit or not printed.is_percent:
        return None
    if not printed.per("năm") or declared.unit.per("năm"):
        return None
    if any(timing_said(declared.printed, tag) == "every_year" for tag in LANGUAGES):
        return None
    return Message(
        "the document prints '{printed}', which is growth, and the unit is '{unit}'. Write unit: '%/năm'",
        printed=printed,
        unit=declared.unit,
    )


def _list(values: Sequence[Decimal]) -> str:
    return ", ".join(f"{value:f}" for value in values)
