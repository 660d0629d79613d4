"""A year among the targets that `tgkt project` is asked for: `tgkt project 2030` is about the year 2030."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tgkt.errors import UsageError
from tgkt.facts.period import Period, parse_period
from tgkt.facts.plan import Plan

_YEAR = re.compile(r"(?:19|20|21)\d\d(?:/\d\d)?|2200", re.ASCII)


def without_year(what: Sequence[str], year: int | None, plan: Plan) -> tuple[list[str], int | None]:
    """The targets that are asked for without the year that stands among them, and the year.

    Args:
        what: numbers, ids or words, perhaps a year of the plan's term.
        year: the year that the option names.
        plan: the plan that is asked; what is a number of a target there is no year.

    Raises:
        UsageError: a year is none of the term, or two years are named.
    """
    names, asked = list[str](), year
    for text in what:
        if not plan.rows or not _YEAR.fullmatch(text.strip()) or _is_number(text.strip(), plan):
            names.append(text)
            continue
        found = _year(text.strip(), plan)
        if asked not in (None, found):
            raise UsageError("{one} and {other} are two years. Give one of them", one=asked, other=found)
        asked = found
    return names, asked


def _is_number(text: str, plan: Plan) -> bool:
    return any(row.code == text or row.code.startswith(f"{text}.") for row in plan.rows)


def _year(text: str, plan: Plan) -> int:
    term = plan.period
    try:
        found: Period | None = parse_period(text)
    except ValueError:  # "2026/29" is no fiscal year
        found = None
    if found is None or not term.first <= found.first <= term.last:
        raise UsageError(
            "'{year}' is neither a target of {plan} nor a year of its term, {term}. Name a year of "
            "the term, or write --year",
            year=text,
            plan=plan.id,
            term=str(term),
        )
    return int(found.first)
