"""The answers of the calculator."""

from __future__ import annotations

from decimal import Decimal

from tgkt.record import NamedTuple


class Answer(NamedTuple):
    """A calculation: its formula, the texts put in, and the value with the interval their digits allow.

    `line` is the line of the input that asked for it; None where arguments did.
    """

    operation: str
    formula: str
    inputs: tuple[str, ...]
    years: int | None
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    line: int | None = None
