"""The meaning of printed words for their indicator: which side is "better", which currency "$" is."""

from __future__ import annotations

from tgkt.facts.indicator import Direction, Indicator, Kind
from tgkt.facts.notation import Phrase, Side, says_to_hold, turned
from tgkt.facts.units import SIGNS, Unit, parse_unit
from tgkt.loading.changes import CHANGES
from tgkt.loading.printed import Said
from tgkt.loading.reading import Entry
from tgkt.message import Message
from tgkt.record import NamedTuple

_AT_ONCE = (Kind.GROWTH, Kind.CHANGE)


class Meant(NamedTuple):
    """The meaning of words for an indicator; `slip` is the reason why they have none."""

    said: Said
    slip: Message | None = None


def meant(said: Said, entry: Entry, indicator: Indicator, language: str | None) -> Meant:
    """The meaning of words, once their indicator is known.

    "30 or better" is at most 30 where less is better; "$" is the dollar of the indicator's unit; "maintain" alone
    means to hold the present level; a number of points is not the value of a share.
    """
    phrase = said.phrase
    if phrase is None:
        return Meant(_held(said, entry, language))
    phrase = phrase._replace(unit=_currency(phrase.unit, indicator.unit))
    if slip := _side(phrase, entry, indicator) or _points(phrase, entry, indicator) or _open(phrase, entry, indicator):
        return Meant(said, slip)
    is_cut = phrase.change is not None and phrase.change.kind == "cut"  # where less is better, more of a cut is
    if _is_sided(phrase, indicator) and (indicator.direction is Direction.DECREASE) is not is_cut:
        figures = tuple(each._replace(comparator=turned(each.comparator)) for each in phrase.figures)
        phrase = phrase._replace(figures=figures)
    return Meant(said._replace(phrase=phrase))


def _held(said: Said, entry: Entry, language: str | None) -> Said:
    words = entry["printed"] or ""
    is_held = any(says_to_hold(words, tag) for tag in ([language] if language else ["vi", "en"]))
    return Said(holds=True) if is_held else said


def _currency(unit: Unit | None, declared: Unit) -> Unit | None:
    """A unit with a sign of several currencies as the one of them that is declared."""
    if unit is None or unit.above[0] not in SIGNS or declared.above[0] not in SIGNS[unit.above[0]]:
        return unit
    return parse_unit(unit.text.replace(unit.above[0], declared.above[0]), declared.own)


def _is_sided(phrase: Phrase, indicator: Indicator) -> bool:
    return phrase.side is Side.BETTER or (phrase.side is Side.PLACE and indicator.kind is Kind.RANK)


def _side(phrase: Phrase, entry: Entry, indicator: Indicator) -> Message | None:
    """The slip of words such as "or better" where it is open which side is better; None where it is clear."""
    words, has_own = entry["printed"], entry["comparator"] is not None
    if indicator.kind is Kind.RANK and phrase.side is Side.EITHER and not has_own:
        return Message(
            "'{words}' may mean the better places or the worse. "
            "Write comparator: at_most for the better, where less is better, or at_least",
            words=words,
        )
    if _is_sided(phrase, indicator) and indicator.direction is Direction.NEUTRAL and not has_own:
        return Message(
            "'{words}' says better or worse, and the indicator does not say which way is better. "
            "Add direction: decrease or increase to it, or comparator: at_least or at_most here",
            words=words,
        )
    return None


def _points(phrase: Phrase, entry: Entry, indicator: Indicator) -> Message | None:
    """The slip of giving points as the value of a share: points are a change."""
    is_points = phrase.unit is not None and phrase.unit.measure == "points"
    if not is_points or indicator.kind is not Kind.SHARE or entry["printed_unit"] or _has_change(entry):
        return None
    return Message(
        "'{words}' is a change in points, not the value of a share. Write the level it reaches as "
        "value, and leave printed out",
        words=entry["printed"],
    )


def _open(phrase: Phrase, entry: Entry, indicator: Indicator) -> Message | None:
    """The slip of giving a change without its base year as a value."""
    change, figure = phrase.change, phrase.figures[0]
    if change is None or change.base is not None or phrase.unit is None or not phrase.unit.is_percent:
        return None
    if indicator.kind in _AT_ONCE or entry["printed_unit"] or _has_change(entry) or entry["of"]:
        return None
    words = entry["printed"]
    if change.kind == "cut":
        told = Message(
            "'{words}' says how far it falls, but neither the level it reaches nor the year to compare with",
            words=words,
        )
    else:
        told = Message(
            "'{words}' says how far it rises, but neither the level it reaches nor the year to compare with",
            words=words,
        )
    return Message(
        "{told}. Write {key}: {number} with of: … (the year it is compared with), the level it "
        "reaches as value without printed, or unit: '%/year' where the indicator is growth",
        told=told,
        key=change.kind,
        number=f"{figure.low:f}",
    )


def _has_change(entry: Entry) -> bool:
    return entry.has_any(CHANGES)
