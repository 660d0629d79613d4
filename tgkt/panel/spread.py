"""Expressions of SQL for what a printed figure may stand for: what `tgkt/facts/figure.py` says, over columns.

A figure has four columns: its value, half the unit of its last digit (0 where it is exact), its words, its year. From these
follow its region, the values that the words allow, and its interval, rounding and limits included. Without an end they
are NULL.
"""

from __future__ import annotations

ABOVE, BELOW = "('at_least', 'more_than')", "('at_most', 'less_than')"
BOUNDS = "('at_least', 'more_than', 'at_most', 'less_than')"


def spread(name: str, value: str, half: str, words: str) -> list[str]:
    """The columns of a figure: its region, its interval and whether an end is itself left out.

    Args:
        name: the prefix of the columns.
        value: the column of its value.
        half: the column of half the unit of its last digit.
        words: the column of its comparator.
    """
    if words == PLAIN:
        region = f"{value} AS {name}_from", f"{value} AS {name}_to"
        low, high = f"{value} - {half}", f"{value} + {half}"
        opens = f"FALSE AS {name}_low_open", f"FALSE AS {name}_high_open"
    else:
        low, high = _ends(value, half, words)
        region = _region(name, value, half, words)
        opens = (
            f"COALESCE({words} = 'more_than', FALSE) AS {name}_low_open",
            f"COALESCE({words} IN ('less_than', 'near_below'), FALSE) AS {name}_high_open",
        )
    return [*region, f"GREATEST({low}, floor) AS {name}_low", f"LEAST({high}, ceiling) AS {name}_high", *opens]


PLAIN = "'equals'"


def _ends(value: str, half: str, words: str) -> tuple[str, str]:
    low = (
        f"CASE WHEN {words} IN {ABOVE} THEN {value} WHEN {words} IN {BELOW} THEN NULL "
        f"WHEN {words} IN ('about', 'near_below') THEN {value} - ({half} + {half}) ELSE {value} - {half} END"
    )
    high = (
        f"CASE WHEN {words} IN {BELOW} THEN {value} WHEN {words} IN {ABOVE} THEN NULL "
        f"WHEN {words} = 'about' THEN {value} + ({half} + {half}) WHEN {words} = 'near_below' THEN {value} "
        f"ELSE {value} + {half} END"
    )
    return low, high


def _region(name: str, value: str, half: str, words: str) -> tuple[str, str]:
    low = (
        f"CASE WHEN {words} IN {BELOW} THEN CASE WHEN floor <= {value} THEN floor END "
        f"WHEN {words} = 'near_below' THEN GREATEST({value} - ({half} + {half}), floor) ELSE {value} END"
    )
    high = f"CASE WHEN {words} IN {ABOVE} THEN CASE WHEN ceiling >= {value} THEN ceiling END ELSE {value} END"
    return f"{low} AS {name}_from", f"{high} AS {name}_to"
