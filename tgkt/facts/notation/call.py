"""The one notation in which all numbers of a call are read: what a person typed together is never read in two ways.

plain        unless only Vietnamese fits all of them
vi           "9,5" and "1.845,7"; beside Vietnamese words "1.845 triệu" might be either, and is refused
en           beside English words, or when it is asked for; otherwise "1,845" is refused, which might be English
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.notation.argument import MINUS, Amount, Written
from tgkt.facts.notation.number import LANGUAGES, TABLES, document_number, plain_number
from tgkt.facts.units import languages_of
from tgkt.message import Message
from tgkt.record import NamedTuple

PLAIN = "plain"
NOTATIONS = (PLAIN, *LANGUAGES)
NAMES = {
    "plain": Message("plain notation"),
    "vi": Message("Vietnamese notation"),
    "en": Message("English notation"),
}
_SHOWN = 4  # the most numbers that an error names


class Rules(NamedTuple):
    """How a call is read.

    Attributes:
        asked: the notation that was asked for.
        is_table: whether the numbers come from a table as offices have it, where no notation is the usual one.
        option: whether errors may name `--notation`, which not every command has.
    """

    asked: str | None = None
    is_table: bool = False
    option: bool = False


USUAL = Rules()


def read_amounts(typed: Sequence[Written], rules: Rules = USUAL) -> list[Amount]:
    """Read the numbers of a call, all in one notation.

    Raises:
        NotationError: no notation fits them all, or two fit and read them otherwise; with both readings.
    """
    notation = notation_of(typed, rules)
    return [amount_in(each, notation) for each in typed]


def amount_in(typed: Written, notation: str) -> Amount:
    """An amount read in a notation.

    Raises:
        NotationError: it does not fit.
    """
    value = _number(typed.digits, notation)
    return Amount(typed.text, typed.sign, value.copy_negate() if typed.sign == MINUS else value, typed.words)


def notation_of(typed: Sequence[Written], rules: Rules = USUAL) -> str:
    """The notation in which the numbers of a call are read. Same errors as `read_amounts`."""
    if rules.asked is not None:
        return rules.asked
    spoken = {language for each in typed for language in languages_of(each.words)}
    known = [name for name in NOTATIONS if name == PLAIN or _may_be(name, spoken)]
    fitting = [name for name in known if all(fits(each, name) for each in typed)]
    if not fitting:
        raise _no_common(typed, known)
    chosen = fitting[0]
    doubts = [*fitting[1:], *(["en"] if chosen == "vi" and not spoken and "en" not in fitting else [])]
    for other in doubts:
        open_ones = [each for each in typed if fits(each, other) and _reads_otherwise(each, chosen, other)]
        if all(fits(each, other) for each in typed) and open_ones and not _is_usual(chosen, open_ones, rules):
            raise _open(open_ones, chosen, other, rules)
    return chosen


def fits(typed: Written, notation: str) -> bool:
    """Whether the digits are a number in a notation."""
    try:
        _number(typed.digits, notation)
    except NotationError:
        return False
    return True


def surprising(typed: Sequence[Written], notation: str) -> list[Written]:
    """The numbers that a reader of one number alone might read otherwise than the call was read."""
    usual = [(each, "vi" if "vi" in languages_of(each.words) else PLAIN) for each in typed]
    return [each for each, other in usual if fits(each, other) and _reads_otherwise(each, notation, other)]


def _may_be(language: str, spoken: set[str]) -> bool:
    """Whether numbers may be in a language: the words beside them are of it, or of none where it is Vietnamese."""
    return language in spoken or (language == "vi" and not spoken)


def _is_usual(chosen: str, open_ones: Sequence[Written], rules: Rules) -> bool:
    """Whether numbers that fit two notations are plain all the same: bare ones are, not those beside Vietnamese."""
    return chosen == PLAIN and not rules.is_table and not any("vi" in languages_of(each.words) for each in open_ones)


def _number(digits: str, notation: str) -> Decimal:
    if notation == PLAIN or (digits[:1] == "0" and digits[1:2].isdigit()):
        return plain_number(digits)
    return document_number(digits, notation)


def _reads_otherwise(typed: Written, notation: str, other: str) -> bool:
    return _number(typed.digits, notation) != _number(typed.digits, other)


def _no_common(typed: Sequence[Written], known: Sequence[str]) -> NotationError:
    """Why no notation fits: the first number that fits none, else two that do not go together."""
    earlier: list[tuple[Written, str]] = []
    common = set(known)
    for each in typed:
        own = [name for name in known if fits(each, name)]
        if not own:
            try:
                plain_number(each.digits)
            except NotationError as error:
                return NotationError(Message.joined("", (place(each), error.message)))
        if not common & set(own):
            one = next((pair for pair in earlier if pair[1] not in own), earlier[0])
            return _two(*one, each, own[0])
        common &= set(own)
        earlier += [(each, own[0])] if len(own) < len(known) else []
    raise AssertionError("the numbers do fit a notation")


def _two(one: Written, notation: str, other: Written, another: str) -> NotationError:
    return NotationError(
        "{one} is {notation} and {other} is {another}, but numbers given together must be written alike. "
        "Write '{again}' or '{other_again}'",
        one=_named(one),
        notation=NAMES[notation],
        other=_named(other),
        another=NAMES[another],
        again=_rewritten(one, notation, another),
        other_again=_rewritten(other, another, notation),
    )


def _open(open_ones: Sequence[Written], first: str, second: str, rules: Rules) -> NotationError:
    shown = open_ones[:_SHOWN]
    marks = ["vi" if "vi" in languages_of(each.words) else PLAIN for each in shown]
    forms = [
        " ".join(_rewritten(each, name, mark) for each, mark in zip(shown, marks, strict=True))
        for name in (first, second)
    ]
    values = [" ".join(f"{_number(each.digits, name):f}" for each in shown) for name in (first, second)]
    told = Message(
        "{where}'{texts}' can be read in two ways: {value} ({notation}) or {other} ({another}). "
        "Write '{form}' or '{other_form}'",
        where=place(shown[0]),
        texts=" ".join(each.text for each in shown),
        value=values[0],
        notation=NAMES[first],
        other=values[1],
        another=NAMES[second],
        form=forms[0],
        other_form=forms[1],
    )
    if not rules.option:
        return NotationError(told)
    return NotationError("{told}, or say --notation {first} or {second}", told=told, first=first, second=second)


def _rewritten(typed: Written, notation: str, mark: str) -> str:
    """An amount as one writes it in another notation, with nothing that groups."""
    digits = f"{_number(typed.digits, notation):f}"
    digits = digits if mark == PLAIN else digits.replace(".", TABLES[mark].mark)
    return typed.text.replace(typed.digits, digits, 1)


def _named(typed: Written) -> str:
    return f"{place(typed)}'{typed.text}'"


def place(typed: Written) -> str:
    """Where a number stands, before it in a message; nothing for an argument."""
    return f"stdin:{typed.line}: " if typed.line else ""
