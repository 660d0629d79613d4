"""The worked examples of `cases/growth.yaml`, `ratio.yaml` and `blend.yaml`, each computed by tgkt and by an oracle.

The oracle knows nothing of tgkt: it reads the texts of a case into fractions, takes half a unit of the last digit
on both sides (zeros before a scale word and after "about" or "nearly" are no digits), and puts every corner of the
box that leaves into the textbook formula, at 60 digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases, figure_of, indicator, shown, statement
from shipped import shipped

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError, average_growth, deflator, level, total_growth
from tgkt.arithmetic.mean import Blended, Part, blend_growth, blend_sum, blend_weighted
from tgkt.arithmetic.quantity import Quantity, number, quantity
from tgkt.errors import UnitError
from tgkt.facts.figure import step_of
from tgkt.facts.formula import Reference
from tgkt.facts.indicator import Kind, Price
from tgkt.facts.interval import INFINITY
from tgkt.facts.parsing import parse_term
from tgkt.facts.units import dimensions, parse_unit
from tgkt.series.reference import first_stated
from tgkt.series.series import Knowledge

mpmath.mp.dps = 60

Numbers = Sequence[Any]  # of mpmath, which has no types
SCALE_WORDS = ("nghìn ", "triệu ", "tỷ ")
COUNTED = ("xã", "trường", "sản phẩm", "dự án", "hộ")
SCALES = {
    **dict.fromkeys(("", "lần", *COUNTED, "km²", "người/km²", "bác sĩ"), Fraction(1)),
    **dict.fromkeys(("%", "%/năm", "điểm %", "điểm %/năm"), Fraction(1, 100)),
    **dict.fromkeys(("triệu đồng/người/năm", "triệu đồng/người", "triệu người"), Fraction(10**6)),
    **{"nghìn người": Fraction(10**3), "triệu đồng/người/tháng": Fraction(12 * 10**6)},
    **{"tỷ đồng": Fraction(10**9), "nghìn tỷ đồng": Fraction(10**12), "triệu tỷ đồng": Fraction(10**15)},
    **{"bác sĩ/vạn dân": Fraction(1, 10**4), "triệu USD": Fraction(10**6), "tỷ đồng so sánh": Fraction(10**9)},
}
GROWTHS = ("growth blend, weights at the start", "growth blend, weights at the end", "first order", "deflator")
GIVEN = ("do", "values", "weights", "years", "stated", "limits")
EXPECT = ("value", "from", "to", "unit", "contributions", "reason", "refused")
WORKED = [case for file in ("growth", "ratio", "blend") for case in cases(file, given=GIVEN, expect=EXPECT)]


TRIPLE = ("value", "from", "to")


def chosen(key: str) -> list[Any]:
    return [case for case in WORKED if key in case.values[0] or key in case.values[1]]


def split(text: str) -> tuple[str, str]:
    """The figure and the unit of "≈ 202.925 nghìn tỷ đồng"."""
    match = re.fullmatch(r"((?:[≥>≤<≈≲] )?-?[\d.]+)(?: (.+))?", text)
    assert match, f"'{text}' is not a figure with its unit"
    return match[1], match[2] or ""


def read(text: str | None, given: dict[str, Any], place: int = 0) -> Quantity | None:
    """A value of a case as a quantity."""
    if text is None:
        return None
    (figure, unit), limits = split(text), given.get("limits", ("none", "none"))
    grows = given["do"] in GROWTHS or (given["do"] in ("level", "base") and place == 1)
    pure = Kind.GROWTH if grows else Kind.RATIO if given["do"] in ("ratio", "product") else Kind.SHARE
    judged = indicator(
        kind=pure if SCALES[unit] < 1 or unit == "lần" else Kind.LEVEL,
        price=(Price.CURRENT, Price.CONSTANT)[place] if given["do"] == "deflator" else None,
        floor=-INFINITY if limits[0] == "none" else Decimal(limits[0]),
        ceiling=INFINITY if limits[1] == "none" else Decimal(limits[1]),
    )
    printed = figure_of(figure, exact=unit in ("", *COUNTED))
    step = step_of(printed, is_scaled=unit.startswith(SCALE_WORDS), is_count=False)
    return quantity(statement(printed._replace(step=step), unit=parse_unit(unit or "lần")), judged)


def answer(given: dict[str, Any]) -> Blended:
    """What tgkt computes for a case; a single value as a blend of one."""
    known = [value for place, text in enumerate(given["values"]) if (value := read(text, given, place))]
    weights = [read(text, {**given, "limits": ["0", "none"]}) for text in given.get("weights", ())]
    parts = [Part(value, weight) for value, weight in zip(known, weights, strict=False) if weight]
    years = given.get("years", 1)
    answers: dict[str, Callable[[], Blended | Quantity]] = {
        "average growth": lambda: average_growth(known[0], known[1], years),
        "average growth of a multiple": lambda: average_growth(number(1), known[0], years),
        "total growth": lambda: total_growth(known[0], known[1]),
        "level": lambda: level(known[0], known[1], years),
        "base": lambda: level(known[0], known[1], -years),
        "deflator": lambda: deflator(known[0], known[1]),
        "points": lambda: (known[1] - known[0]) / number(years),
        "ratio": lambda: formula("a[x, 2025] / b[x, 2025]", known),
        "product": lambda: known[0] * known[1],
        "implied weight": lambda: formula("weight(a[x, 2025], b[x, 2025], c[x, 2025])", known),
        "sum": lambda: blend_sum(known),
        "weighted blend": lambda: blend_weighted(parts),
        "first order": lambda: blend_weighted(parts),
        "ratio of sums": lambda: blend_weighted([Part(part.value / part.weight, part.weight) for part in parts]),
        "growth blend, weights at the start": lambda: blend_growth(parts, years, weights_at_end=False),
        "growth blend, weights at the end": lambda: blend_growth(parts, years, weights_at_end=True),
    }
    found = answers[given["do"]]()
    return found if isinstance(found, Blended) else Blended(found, (found.value,))


def formula(text: str, values: Sequence[Quantity]) -> Quantity:
    """A formula over a, b, c."""
    return evaluate(parse_term(text), lambda each: values["abc".index(each.indicator)])


def box(text: str, limits: Sequence[str]) -> tuple[Any, Any, Any]:
    """The printed number of a text and the ends of what it may stand for."""
    figure, unit = split(text)
    sign, digits = figure[: -len(figure.lstrip("≥>≤<≈≲ "))].strip(), figure.lstrip("≥>≤<≈≲ ")
    step = Fraction(1, 10 ** len(digits.partition(".")[2]))
    if "." not in digits and int(digits) and (sign in tuple("≈≲>") or unit.startswith(SCALE_WORDS)):
        zeros = len(digits) - len(digits.rstrip("0"))
        step = max(step, min(Fraction(10**zeros), abs(Fraction(digits)) / 10))
    spread = Fraction(0) if unit in ("", *COUNTED) else step if sign in tuple("≈≲") else step / 2
    low, high = (-mpmath.inf if limits[0] == "none" else _mp(Fraction(limits[0]) * SCALES[unit])), mpmath.inf
    if limits[1] != "none":
        high = _mp(Fraction(limits[1]) * SCALES[unit])
    value, around = Fraction(digits) * SCALES[unit], spread * SCALES[unit]
    ends = max(_mp(value - around), low), min(_mp(value + around), high)
    beyond = {
        "≲": (ends[0], min(_mp(value), high)),
        **dict.fromkeys("≥>", (_mp(value), high)),
        **dict.fromkeys("≤<", (low, _mp(value))),
    }
    return _mp(value), *beyond.get(sign, ends)


def _mp(value: Fraction) -> Any:
    return mpmath.mpf(value.numerator) / value.denominator


def mean(x: Numbers, w: Numbers) -> Any:
    return sum((a * b for a, b in zip(x, w, strict=True)), mpmath.mpf(0)) / sum(w)


def power_mean(x: Numbers, w: Numbers, n: int) -> Any:
    """Growth whose factors to the power n average: n years of levels from the start, -n to the end."""
    return mean([(1 + each) ** n for each in x], w) ** (mpmath.mpf(1) / n) - 1


TEXTBOOK: dict[str, Callable[[Numbers, Numbers, int], Any]] = {
    "average growth": lambda x, _, n: (x[1] / x[0]) ** (mpmath.mpf(1) / n) - 1,
    "average growth of a multiple": lambda x, _, n: x[0] ** (mpmath.mpf(1) / n) - 1,
    "total growth": lambda x, *_: x[1] / x[0] - 1,
    "level": lambda x, _, n: x[0] * (1 + x[1]) ** n,
    "base": lambda x, _, n: x[0] / (1 + x[1]) ** n,
    "deflator": lambda x, *_: (1 + x[0]) / (1 + x[1]) - 1,
    "points": lambda x, _, n: (x[1] - x[0]) / n,
    "ratio": lambda x, *_: x[0] / x[1],
    "product": lambda x, *_: x[0] * x[1],
    "implied weight": lambda x, *_: min(max((x[0] - x[1]) / (x[2] - x[1]), mpmath.mpf(0)), mpmath.mpf(1)),
    "sum": lambda x, *_: sum(x),
    "weighted blend": lambda x, w, _: mean(x, w),
    "first order": lambda x, w, _: mean(x, w),
    "ratio of sums": lambda x, w, _: sum(x) / sum(w),
    "growth blend, weights at the start": power_mean,
    "growth blend, weights at the end": lambda x, w, n: power_mean(x, w, -n),
}


def oracle(given: dict[str, Any]) -> tuple[Any, Any, Any]:
    """Value and ends by the textbook: each formula is monotone in each number, so its ends lie at corners."""
    limits, none = given.get("limits", ("none", "none")), ("none", "none")
    there = [place for place, text in enumerate(given["values"]) if text is not None]
    x = [box(given["values"][place], limits) for place in there]
    w = [box(given["weights"][place], none) for place in there] if "weights" in given else []
    compute, years = TEXTBOOK[given["do"]], given.get("years", 1)
    corners = product(*[each[1:] for each in (*x, *w)])
    ends = [compute(corner[: len(x)], corner[len(x) :], years) for corner in corners]
    return compute([each[0] for each in x], [each[0] for each in w], years), min(ends), max(ends)


def digits(value: Any, expected: str, unit: str) -> str:
    """A number in a unit, with as many decimals as the case writes; "none" where it has no end."""
    if not mpmath.isfinite(value):
        return "none"
    places = len(expected.partition(".")[2])
    scaled = mpmath.mpf(value) / _mp(SCALES[unit])
    return f"{Decimal(mpmath.nstr(scaled, 50, min_fixed=-60, max_fixed=60)).quantize(Decimal(1).scaleb(-places)) + 0:f}"


def exactly(value: Decimal) -> Any:
    return _mp(Fraction(value)) if value.is_finite() else mpmath.mpf("+inf" if value > 0 else "-inf")


def told(found: Sequence[Any], expect: dict[str, Any]) -> list[str]:
    """Value and ends with the decimals of a case, to be compared with `wanted`."""
    return [digits(each, expect[key], expect["unit"]) for key, each in zip(TRIPLE, found, strict=True)]


def wanted(expect: dict[str, Any]) -> list[str]:
    return [expect[key] for key in TRIPLE]


@pytest.mark.parametrize(("given", "expect"), chosen("value"))
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """tgkt finds the value, the interval and the contributions that a case expects, to the last digit of the case."""
    found, unit = answer(given), expect["unit"]
    triple = (found.value.value, found.value.interval.low, found.value.interval.high)
    assert told([exactly(each) for each in triple], expect) == wanted(expect)
    assert dimensions(parse_unit(unit or "lần"))[1] == found.value.dimensions
    if "contributions" in expect:
        parts = zip(found.contributions, expect["contributions"], strict=True)
        assert [digits(exactly(part), text, unit) for part, text in parts] == expect["contributions"]


def test_the_oracle_agrees_with_the_worked_examples() -> None:
    """What a case expects is what the textbook formula gives, so that a slip of the pen is found too."""
    found = {
        case.id: (told(oracle(case.values[0]), case.values[1]), wanted(case.values[1])) for case in chosen("value")
    }
    assert {name: pair for name, pair in found.items() if pair[0] != pair[1]} == {}


def reason_of(given: dict[str, Any]) -> str:
    """The code of the reason why a case has no number."""
    try:
        return f"none, but {answer(given).value}"
    except NotComputableError as error:
        return error.reason.code


def test_what_has_no_number_has_a_reason() -> None:
    """Undefined cases answer with the reason that the case names, never with a number."""
    found = {case.id: reason_of(case.values[0]) for case in chosen("reason")}
    assert found == {case.id: case.values[1]["reason"] for case in chosen("reason")}


@pytest.mark.parametrize(("given", "expect"), chosen("refused"))
def test_what_does_not_go_together_is_refused(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The message names both things."""
    with pytest.raises(UnitError) as error:
        answer(given)
    assert [name for name in expect["refused"] if name not in str(error.value)] == []


def shipped_text(reference: str) -> str:
    """The figure that a reference finds in the shipped data, with its unit."""
    cited = parse_term(reference)
    assert isinstance(cited, Reference)
    found = first_stated(cited, Knowledge(shipped()))
    assert found is not None
    assert found.figure is not None
    return f"{shown(found.figure)} {found.unit.text}"


def test_the_cases_from_the_documents_say_what_the_data_say() -> None:
    """The figures of a case taken from a document are the shipped ones, digit by digit and with their units."""
    cited = [
        (case.id, reference, text)
        for case in chosen("stated")
        for given in case.values[:1]
        for text, reference in zip([*given["values"], *given.get("weights", ())], given["stated"], strict=True)
        if reference is not None
    ]
    found = [(name, reference, shipped_text(reference)) for name, reference, _ in cited]
    assert [pair for pair in zip(cited, found, strict=True) if pair[0] != pair[1]] == []
