"""What was found beside a budget: by how much it is over, and why, where it is."""

from __future__ import annotations


def over(found: float, budget: float) -> str:
    """By how much a budget is passed; nothing where it is kept."""
    return "" if found <= budget else f"over by {100 * (found / budget - 1):.0f} %"


def told(name: str, passed: str, why: str) -> str:
    """A line about a budget that is passed."""
    return f"{name}: {passed}. {why}"
