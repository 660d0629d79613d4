"""The answers of the calculator, and all that is known of one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tgkt.model import Indicator, Route, Statement
from tgkt.results.findings import Finding
from tgkt.results.merges import Merge
from tgkt.results.verdicts import Assessment


@dataclass(frozen=True, slots=True)
class Answer:
    """A calculation: its formula, the texts put in, and the value with the interval their digits allow."""

    operation: str
    formula: str
    inputs: tuple[str, ...]
    years: int | None
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one indicator."""

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    statements: tuple[Statement, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
