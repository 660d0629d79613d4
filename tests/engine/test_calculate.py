"""The worked examples of `cases/growth.yaml`, `ratio.yaml` and `blend.yaml`, each computed by tgkt and by an oracle.

The oracle knows nothing of tgkt: it reads the text of a case into fractions, takes the rounding of the last
digit on both sides, and puts every corner of the box that leaves into the textbook formula, at 60 digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import mpmath
import pytest
from builders import cases, indicator, shown, statement

from tgkt.engine.blend import Part, blend_growth, blend_sum, blend_weighted, implied_weight
from tgkt.engine.calculate import OPERATIONS
from tgkt.engine.evaluate import evaluate
from tgkt.engine.figures import find
from tgkt.engine.growth import NotComputableError, average_growth, deflator, level, total_growth
from tgkt.engine.quantity import Quantity, Sort, number, quantity
from tgkt.errors import UnitError
from tgkt.formula import Call, Literal, Reference, parse_term
from tgkt.interval import INFINITY, Interval
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files, shipped_data
from tgkt.model import Catalogue, Kind, Price
from tgkt.units import dimensions, parse_unit

mpmath.mp.dps = 60

Values = Sequence[Quantity | None]
Numbers = Sequence[Any]  # mpmath numbers, which have no types of their own
COUNTED = ("xã", "trường", "sản phẩm", "thành phố", "hộ", "dự án", "cụm")
SCALES = {
    **dict.fromkeys(("", "lần", *COUNTED, "km²", "người/km²", "bác sĩ", "ha", "USD", "đồng/người"), Fraction(1)),
    **dict.fromkeys(("%", "%/năm", "điểm %", "điểm %/năm"), Fraction(1, 100)),
    **dict.fromkeys(("triệu đồng/người/năm", "triệu đồng/người", "triệu người"), Fraction(10**6)),
    "triệu đồng/người/tháng": Fraction(12 * 10**6),
    "nghìn người": Fraction(1000),
    "bác sĩ/vạn dân": Fraction(1, 10**4),
    **{"tỷ đồng": Fraction(10**9), "nghìn tỷ đồng": Fraction(10**12), "triệu tỷ đồng": Fraction(10**15)},
}
KINDS = {
    "level": (Kind.LEVEL, Kind.GROWTH),
    "base": (Kind.LEVEL, Kind.GROWTH),
    "ratio": (Kind.RATIO,),
    "product": (Kind.RATIO,),
    "deflator": (Kind.GROWTH,),
    "growth blend, weights at the start": (Kind.GROWTH,),
    "growth blend, weights at the end": (Kind.GROWTH,),
    "first order": (Kind.GROWTH,),
}
GIVEN = ("do", "values", "weights", "years", "stated", "limits", "missing")
EXPECT = ("value", "from", "to", "unit", "reason", "refused", "coverage", "contributions")
WORKED = [case for file in ("growth", "ratio", "blend") for case in cases(file, given=GIVEN, expect=EXPECT)]
NUMBERS = [case for case in WORKED if "value" in case.values[1]]


# ---- what tgkt answers


def read(text: str | None, given: dict[str, Any], place: int = 0, *, weight: bool = False) -> Quantity | None:
    """A value of a case as a quantity."""
    if text is None:
        return None
    figure, unit = _split(text)
    kinds = (Kind.LEVEL,) if weight else KINDS.get(given["do"], (Kind.SHARE,))
    price = (Price.CURRENT, Price.CONSTANT)[place] if given["do"] == "deflator" else None
    low, high = given.get("limits", ("none", "none"))
    judged = indicator(
        kind=kinds[min(place, len(kinds) - 1)] if "%" in unit or unit == "lần" else Kind.LEVEL,
        price=price,
        floor=-INFINITY if low == "none" else Decimal(low),
        ceiling=INFINITY if high == "none" else Decimal(high),
    )
    return quantity(statement(figure, exact=unit in ("", *COUNTED), unit=parse_unit(unit or "lần")), judged)


def _split(text: str) -> tuple[str, str]:
    """ "≈ 202.925 nghìn tỷ đồng" in figure and unit."""
    match = re.fullmatch(r"((?:[≥>≤<≈] )?-?[\d.]+)(?: (.+))?", text)
    assert match, text
    return match[1], match[2] or ""


def computed(given: dict[str, Any]) -> tuple[Quantity, Any]:
    """The answer of tgkt, and the blend it comes from."""
    values = [read(text, given, place) for place, text in enumerate(given["values"])]
    weights = [read(text, given, weight=True) for text in given.get("weights", ())]
    years, parts = given.get("years", 1), [Part(v, w) for v, w in zip(values, weights, strict=False) if w]
    blends: dict[str, Callable[[], Any]] = {
        "sum": lambda: blend_sum(values),
        "weighted blend": lambda: blend_weighted(parts),
        "first order": lambda: blend_weighted(parts),
        "ratio of sums": lambda: blend_weighted([Part(_over(p), p.weight) for p in parts]),
        "growth blend, weights at the start": lambda: blend_growth(parts, years, weights_at_end=False),
        "growth blend, weights at the end": lambda: blend_growth(parts, years, weights_at_end=True),
    }
    if given["do"] in blends:
        blend = blends[given["do"]]()
        return blend.value, blend
    return OTHER[given["do"]](values, years), None


def _over(part: Part) -> Quantity | None:
    return None if part.value is None else part.value / part.weight


def _implied(values: list[Quantity], _: int) -> Quantity:
    merged, one, other = (each.interval for each in values)
    found = implied_weight(merged, one, other)
    if found is None:
        raise NotComputableError("no_weight_between_0_and_1")
    middle = evaluate(Call("weight", tuple(Literal(Decimal(i)) for i in range(3))), lambda _: values[0]) if False else None
    return middle or Quantity((found.low + found.high) / 2, found, (), Sort.SHARE)
