"""Computed numbers with their ends, and whether figures can hold together."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.facts.units import Unit


class Outcome(StrEnum):
    """Whether printed figures can hold together."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEEDS_ASSUMPTION = "needs_assumption"
    NOT_COMPUTABLE = "not_computable"


class Computed(NamedTuple):
    """A number for people: value and ends in the given unit."""

    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit
