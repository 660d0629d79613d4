"""The arithmetic of a worked case, done by another library, so that the engine does not check itself."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types

from tgkt.facts.formula import Literal, Negation, Operation, Term


def by_calculator(term: Term) -> Any:
    """Numbers and + - * / ** alone."""
    match term:
        case Literal():
            return mpmath.mpf(str(term.value))
        case Negation():
            return -by_calculator(term.term)
        case Operation(sign="**"):
            return by_calculator(term.left) ** by_calculator(term.right)
        case Operation(sign="/"):
            return by_calculator(term.left) / by_calculator(term.right)
        case Operation():
            one, other = by_calculator(term.left), by_calculator(term.right)
            return {"+": one + other, "-": one - other, "*": one * other}[term.sign]
    raise AssertionError(f"{term} is no arithmetic")
