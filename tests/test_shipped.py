"""How much the documents print, counted on paper: the one place that says it, so that no row is lost or told twice."""

from __future__ import annotations

from collections import Counter

from shipped import RESULTS, TARGETS, rows_of, shipped

# Rows by plan and area: 36 targets, some in parts, and the two tables of Appendix I.II.
ROWS = {TARGETS: {"merged": 69}, RESULTS: {"thai_nguyen": 28, "bac_kan": 67}}
PRINTED_TARGETS = 36


def test_every_printed_row_is_there() -> None:
    """The plans have as many rows as the documents print."""
    assert {plan: Counter(row.area for row in rows_of(plan)) for plan in shipped().plans} == ROWS


def test_every_printed_target_is_there() -> None:
    """The targets are numbered without a gap; parts of a target share its number."""
    numbers = {int(row.code.split(".")[0]) for row in rows_of(TARGETS)}
    assert numbers == set(range(1, PRINTED_TARGETS + 1))
