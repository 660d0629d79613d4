"""What hypothesis draws: numbers and figures as documents print them, intervals, units, Vietnamese text."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from soak import EXAMPLES

from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import definitions

# The same examples in every run: a law that fails, fails for everybody.
law = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

BOUNDS = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
MIRRORED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÔƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ "


def numbers(least: int = -(10**6), most: int = 10**6, places: int = 4) -> st.SearchStrategy[Decimal]:
    """Decimals as printed: trailing zeros kept, so 90.4 and 90.40 are both drawn."""
    return st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places), st.integers(least, most), st.integers(0, places)
    )


positive = numbers(least=1)
long = st.builds(lambda value, power: value.scaleb(power), numbers(-(10**26), 10**26), st.integers(-25, 25))


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Decimal] | None = None) -> Interval:
    """Finite and half-infinite intervals with open and closed ends."""
    drawn = numbers() if ends is None else ends
    low, high = sorted((draw(drawn), draw(drawn)))
    if low == high:
        return Interval(low, high)
    if draw(st.integers(0, 7)) == 0:
        high = INFINITY
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> Fraction:
    """An exact value of an interval, its closed ends included."""
    low = Fraction(interval.low)
    high = low + 1000 if interval.high == INFINITY else Fraction(interval.high)
    first, last = int(interval.low_open), 16 - int(interval.high_open)
    steps = draw(st.sampled_from([first, last]) | st.integers(first, last))  # the ends are where rounding shows
    return low + (high - low) * steps / 16


def holds(interval: Interval, value: Fraction) -> bool:
    """Whether an exact value lies in an interval, reckoned in fractions."""
    above = interval.low == -INFINITY or Fraction(interval.low) < value
    below = interval.high == INFINITY or value < Fraction(interval.high)
    at_low = not interval.low_open and interval.low.is_finite() and Fraction(interval.low) == value
    at_high = not interval.high_open and interval.high.is_finite() and Fraction(interval.high) == value
    return (above or at_low) and (below or at_high)


@st.composite
def figures(
    draw: st.DrawFn, values: st.SearchStrategy[Decimal] | None = None, more: tuple[Comparator, ...] = ()
) -> Figure:
    """Figures with the comparators that go with a number; `more` adds those that few rules know."""
    drawn = numbers() if values is None else values
    low, high = sorted((draw(drawn), draw(drawn)))
    comparator = draw(st.sampled_from([Comparator.EQUALS, Comparator.ABOUT, Comparator.BETWEEN, *BOUNDS, *more]))
    is_range = comparator is Comparator.BETWEEN
    return Figure(low, high if is_range else low, comparator, draw(st.booleans()))


def scaled(figure: Figure, power: int) -> Figure:
    """The figure times ten to a power, digits kept."""
    return Figure(figure.low.scaleb(power), figure.high.scaleb(power), figure.comparator, figure.exact)


def mirrored(figure: Figure) -> Figure:
    """The figure with its sign turned: "> 46" becomes "< -46"."""
    comparator = MIRRORED.get(figure.comparator, figure.comparator)
    return Figure(-figure.high, -figure.low, comparator, figure.exact)


unit_names = st.sampled_from(sorted(definitions().names)).map(lambda name: name.replace("_", " "))
scale_words = st.sampled_from(sorted(definitions().scales)).map(lambda word: word.replace("_", " "))

vietnamese = st.text(_LETTERS, max_size=18).map(lambda text: unicodedata.normalize("NFC", text))
troublesome = st.text(' \t\r\n",|aạ', max_size=8)  # what parts cells, columns and lines
texts = st.text(st.characters(codec="utf-8"), max_size=20) | troublesome
