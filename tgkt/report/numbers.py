"""Numbers as a reader of the language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from functools import cache

from tgkt.facts.figure import SIGNS, Figure
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit, beside, english, vietnamese, with_mark
from tgkt.results.computed import Amount, Ends

_LONG = Context(prec=1000)
_MEANT = 12  # digits


def number(value: Decimal, lang: str, *, sign: bool = False) -> str:
    """Digits kept: 1845.7 is `1,845.7` in English and `1.845,7` in Vietnamese."""
    value = value if value else abs(value)  # no negative zero
    text = f"{value:+,f}" if sign and value else f"{value:,f}"
    text = text.replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def decimal_mark(lang: str) -> str:
    """The mark before decimals."""
    return "," if lang == "vi" else "."


def rounded(value: Decimal, digits: int) -> Decimal:
    """A computed value for people: rounded to a number of decimals, half to even."""
    return value.quantize(_step(digits), rounding=ROUND_HALF_EVEN, context=_LONG)


@cache
def _step(digits: int) -> Decimal:
    """One in the last of so many decimals."""
    return Decimal(1).scaleb(-digits)


def holding(value: Decimal, holds_above: bool | None) -> Decimal:
    """Four decimals, rounded so that what is shown still meets the goal."""
    way = {True: ROUND_CEILING, False: ROUND_FLOOR, None: ROUND_HALF_EVEN}[holds_above]
    return value.quantize(Decimal("0.0001"), rounding=way)


def trimmed(value: Decimal) -> Decimal:
    """Without trailing zeros after the decimal mark, and without a negative zero."""
    short = value.normalize(_LONG) if value else Decimal(0)
    return short.quantize(Decimal(1), context=_LONG) if short == short.to_integral_value() else short


def printed(figure: Figure, lang: str) -> str:
    """A figure with the sign of its comparator: `≥ 10,5`, `6.5 - 7.0`."""
    if figure.is_range:
        return f"{number(figure.low, lang)} - {number(figure.high, lang)}"
    return f"{SIGNS.get(figure.comparator, '')}{number(figure.value, lang)}"


def in_short(figure: Figure) -> Figure:
    """A figure as a column has room for it: of more digits than a reader means, four decimals are left."""
    low = _in_short(figure.low)
    high = low if figure.high is figure.low else _in_short(figure.high)
    return figure if low is figure.low and high is figure.high else figure._replace(low=low, high=high)


def _in_short(end: Decimal) -> Decimal:
    return end if len(end.as_tuple().digits) <= _MEANT else rounded(end, 4)


def statement(stated: Statement, lang: str) -> str:
    """A statement in short: figure, unit and period."""
    shown = printed(stated.figure, lang) if stated.figure else stated.printed
    return f"{beside(shown, stated.unit, lang)} ({stated.period})"


def unit(declared: Unit, lang: str) -> str:
    """A unit in the language."""
    return vietnamese(declared) if lang == "vi" else english(declared)


def both_ends(spread: Ends, lang: str) -> str:
    """Two ends with their unit and as many decimals as they ask for; one number where they are one."""
    low, high = (number(rounded(end, spread.places), lang) for end in (spread.low, spread.high))
    return beside(low if spread.low == spread.high else f"{low} - {high}", spread.unit, lang)


def plain(value: Decimal, lang: str) -> str:
    """A number with its digits; one with more than a reader means is shortened."""
    return number(value, lang) if len(value.as_tuple().digits) <= _MEANT else short(value, lang)


def as_printed(amount: Amount, lang: str) -> str:
    """A known figure in its row's unit, for a sentence."""
    if amount.figure is not None and amount.derivation is None:
        return printed(in_short(amount.figure), lang)
    return derived(amount, lang)


def derived(amount: Amount, lang: str) -> str:
    """A derived figure: the number, or where only bounds are known, or where it narrows a printed one, both ends."""
    if amount.is_point and amount.statement is None:
        return short(amount.value, lang, _places(amount.low, amount.high))
    return ends(amount.low, amount.high, lang)


def ends(low: Decimal, high: Decimal, lang: str) -> str:
    """Both ends of an interval, or the one it has; one number where both read alike."""
    places = _places(low, high)
    if not high.is_finite():
        return f"≥ {short(low, lang, places)}"
    if low.is_finite() and short(low, lang, places) == short(high, lang, places):
        return short(low, lang, places)
    return f"{'≤' if not low.is_finite() else short(low, lang, places) + ' -'} {short(high, lang, places)}"


def _places(low: Decimal, high: Decimal) -> int:
    """As many decimals as the interval leaves meaning in: two digits of its width, two at the most."""
    width = high - low
    return 2 if not width or not width.is_finite() else min(2, max(0, 1 - width.adjusted()))


def short(value: Decimal, lang: str, places: int = 2, *, sign: bool = False) -> str:
    """A computed number with at most so many decimals, without trailing zeros; no negative zero.

    Below one it keeps three figures more than its leading zeros, so that small numbers do not vanish.
    """
    if not value.is_finite():
        return "∞" if value > 0 else "−∞"
    places = max(places, 3 - value.adjusted()) if value and value.adjusted() < 0 else places
    return number(trimmed(rounded(value, places)), lang, sign=sign)


def suffix(mark: str, lang: str) -> str:
    """What follows a number: a mark or word, with the blank that the language sets before it."""
    return with_mark("0", mark, lang).removeprefix("0")


def common_places(values: Sequence[Decimal], places: int = 2) -> int:
    """The one number of decimals of a column of computed numbers.

    So many as are of use; more where one of them would vanish, fewer where all are rounder.
    """
    most, found = max((max(places, _visible(value)) for value in values), default=0), 0
    for value in values:
        found = max(found, -int(trimmed(rounded(value, most)).as_tuple().exponent))
        if found == most:  # as many as there may be
            break
    return found


def alone(value: Decimal, places: int, lang: str, *, sign: bool = False) -> str:
    """A computed number with the decimals that a column of it alone would have."""
    return number(trimmed(rounded(value, max(places, _visible(value)))), lang, sign=sign)


def _visible(value: Decimal) -> int:
    return 2 if not value or abs(value) >= _LEAST else 1 - value.adjusted()


_LEAST = Decimal("0.005")


def fixed(value: Decimal, places: int, lang: str, *, sign: bool = False) -> str:
    """A computed number with a fixed number of decimals."""
    return number(rounded(value, places), lang, sign=sign)
