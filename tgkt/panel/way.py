"""Expressions of SQL that compare a value with the path from a start to an edge, by products and never by quotients.

With s the start, e the edge, n the years between and k those gone, and v a value, the answer is -1, 0 or 1:

    linear      n v against (n - k) s + k e
    geometric   n ln v against (n - k) ln s + k ln e where these are clearly apart, else v^n against s^(n-k) e^k
                over whole numbers; NULL where such powers have more digits than DECIMAL(38) holds
"""

from __future__ import annotations

from tgkt.record import NamedTuple

_CLOSE = "0.000000001"
_DIGITS = 37


class Scale(NamedTuple):
    """How numbers are held.

    Attributes:
        places: decimals of every number.
        printed: decimals of figures and targets as printed, multiples included.
        years: the most years between a start and a deadline.
        is_narrow: whether every figure has at most 18 digits with these decimals, which costs half the memory.
        has_steps: whether any figure is rounded.
        has_units: whether figures may be in other units than their indicators.
        has_zeros: whether zeros at the end of a figure may be no digits, or a figure may be a count.
    """

    places: int
    printed: int
    years: int
    is_narrow: bool = False
    has_steps: bool = True
    has_units: bool = True
    has_zeros: bool = True

    @property
    def figure(self) -> str:
        """The type of a figure."""
        return f"DECIMAL({18 if self.is_narrow else 38}, {self.places})"

    @property
    def decimal(self) -> str:
        """The type of a number."""
        return f"DECIMAL(38, {self.places})"

    @property
    def product(self) -> str:
        """The type of a product of two numbers, to which what stands beside one is cast: else it might be rounded."""
        return f"DECIMAL(38, {2 * self.places})"


def against_path(value: str, start: str, edge: str, scale: Scale, more: int = 0) -> str:
    """Whether a value is below, on or above the path in year `gone` of `years`; `more` decimals than are printed."""
    linear = f"years * {value} - ((years - gone) * {start} + gone * {edge})"
    apart = f"years * LN({_double(value)}) - (years - gone) * LN({_double(start)}) - gone * LN({_double(edge)})"
    exact = _by_powers(value, start, edge, scale, more)
    return f"""CASE
        WHEN {value} IS NULL OR {start} IS NULL OR {edge} IS NULL THEN NULL
        WHEN NOT is_geometric THEN {sign(linear)}
        WHEN {value} <= 0 THEN -1
        WHEN {start} <= 0 OR {edge} <= 0 THEN NULL
        WHEN ABS({apart}) > {_CLOSE} * years THEN {sign(apart)}
        WHEN {value} = {start} AND {start} = {edge} THEN 0
        ELSE {exact} END"""


def on_path(start: str, edge: str) -> str:
    """The value of the path: s (e/s)^(k/n), or s + (e - s) k/n."""
    s, e, k, n = _double(start), _double(edge), "CAST(gone AS DOUBLE)", "CAST(years AS DOUBLE)"
    return f"""CASE
        WHEN gone = 0 THEN {s}
        WHEN gone = years THEN {e}
        WHEN is_geometric THEN {s} * POWER({e} / {s}, {k} / {n})
        ELSE {s} + ({e} - {s}) * {k} / {n} END"""


def pace(start: str, end: str, years: str) -> str:
    """The pace a year: growth in percent (e/s)^(1/n) - 1 on a geometric way, else (e - s) / n; NULL without one."""
    s, e, n = _double(start), _double(end), f"CAST({years} AS DOUBLE)"
    growth = f"CASE WHEN {start} > 0 AND {end} > 0 THEN (POWER({e} / {s}, 1 / {n}) - 1) * 100 END"
    return f"CASE WHEN {years} <= 0 THEN NULL WHEN is_geometric THEN {growth} ELSE ({e} - {s}) / {n} END"


def sign(value: str) -> str:
    """-1, 0 or 1."""
    return f"CASE WHEN {value} > 0 THEN 1 WHEN {value} < 0 THEN -1 ELSE 0 END"


def times(base: str, exponent: str, most: int) -> str:
    """A whole power as a product of at most so many factors."""
    return " * ".join(f"CASE WHEN {exponent} >= {step} THEN {base} ELSE 1 END" for step in range(1, most + 1))


def _double(value: str) -> str:
    return f"CAST({value} AS DOUBLE)"


def whole(value: str, places: int) -> str:
    """A number of so many decimals as a whole one."""
    return f"CAST({value} * {10**places} AS DECIMAL(38, 0))"


def _by_powers(value: str, start: str, edge: str, scale: Scale, more: int) -> str:
    places = scale.printed + more
    v, s, e = (whole(each, places) for each in (value, start, edge))
    largest = f"GREATEST({value}, {start}, {edge})"
    fits = f"years * (LN({_double(largest)}) / LN(CAST(10 AS DOUBLE)) + {places}) < {_DIGITS}"
    left = times(v, "years", scale.years)
    right = f"{times(s, 'years - gone', scale.years)} * {times(e, 'gone', scale.years)}"
    return f"CASE WHEN {fits} THEN {sign(f'({left}) - ({right})')} END"
