"""What a file that is handed on must show of every target, by `tgkt status -f json` of the same data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

COMPARED = ("code", "title", "unit", "start", "target", "gap", "needed")
_NUMBER = re.compile(r"[−-]?\d[\d.,]*")
_PERIOD = re.compile(r"\s*\([\d-]+\)$")


def numbers(text: str, lang: str) -> list[Decimal]:
    """The numbers of a cell, as the language writes them; what stands behind them in brackets as a period is none."""
    swapped = _PERIOD.sub("", text).translate(str.maketrans(",.", ".,")) if lang == "vi" else _PERIOD.sub("", text)
    return [Decimal(found.replace(",", "").replace("−", "-").rstrip(".")) for found in _NUMBER.findall(swapped)]


def rounds_to(shown: Decimal, meant: Decimal) -> bool:
    """Whether a number shown is another one, rounded to the digits that are shown."""
    digit = Decimal(1).scaleb(int(shown.as_tuple().exponent))
    return abs(shown - meant) <= digit / 2 + abs(meant) * Decimal("1e-11")


def differences(cells: Mapping[str, str], row: Mapping[str, Any], lang: str) -> list[str]:
    """Where the cells of a target say something else than its row for machines.

    Args:
        cells: the texts of `COMPARED`; signs may stand behind the number, and a period behind a figure.
        row: the row of `tgkt status -f json`.
        lang: the language of the cells.
    """
    found = [] if cells["code"].split()[0] == row["code"] else [f"number {cells['code']!r}, not {row['code']!r}"]
    found += [] if cells["title"] == _title(row, lang) else [f"title {cells['title']!r}, not {_title(row, lang)!r}"]
    for cell, field in (("gap", "gap"), ("needed", "needed")):
        found += _number(cell, numbers(cells[cell], lang), row[field])
    found += _figure("target", cells["target"], row, lang)
    if row["baseline"] is not None or row["baseline_low"] is not None:
        found += _figure("baseline", cells["start"], row, lang)
    return [f"{row['key']}: {each}" for each in found]


def _title(row: Mapping[str, Any], lang: str) -> str:
    return str(row.get(f"title_{lang}") or row["title"])


def _number(name: str, shown: list[Decimal], meant: Decimal | None) -> list[str]:
    if meant is None or not shown:
        return [] if (meant is None) is (not shown) else [f"{name} {shown}, not {meant}"]
    return [] if rounds_to(shown[0], meant) else [f"{name} {shown[0]}, not {meant}"]


def _figure(name: str, text: str, row: Mapping[str, Any], lang: str) -> list[str]:
    """A figure is its value, the two ends of a range lie within a digit of those of its interval.

    A target that is a range has only the end that it must reach in its row. What is said in words, or against an
    earlier year, is compared by its words elsewhere.
    """
    shown = [] if _IN_WORDS.search(text) else numbers(text, lang)
    meant = [each for each in (row[name], row[f"{name}_low"], row[f"{name}_high"]) if each is not None]
    if _IN_WORDS.search(text) or (not shown and not meant):
        return []
    near = rounds_to if len(shown) == 1 else _ends_at
    right = [each for each in shown[:2] if any(near(each, end) for end in meant)]
    is_right = bool(right) and (name == "target" or len(right) == len(shown[:2]))
    return [] if is_right else [f"{name} {text!r}, not {meant}"]


_IN_WORDS = re.compile(r"“|✓|✗|×|% below|giảm|thấp hơn")


def _ends_at(shown: Decimal, end: Decimal) -> bool:
    """Whether a number is an end of an interval, rounded outward."""
    return abs(shown - end) <= Decimal(1).scaleb(int(shown.as_tuple().exponent))
