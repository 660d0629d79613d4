"""A path drawn with characters: what was observed, what is required, where the pace leads, and the target.

The four differ by their signs, not by colour, in Unicode or plain ASCII.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.period import years_of
from tgkt.report.numbers import number, rounded, unit
from tgkt.report.words import word
from tgkt.results.project import Trajectory

_UNICODE = {"observed": "●", "required": "·", "projected": "○", "target": "◆", "both": "⊙"}
_ASCII = {"observed": "O", "required": ".", "projected": "x", "target": "#", "both": "%"}
_HEIGHT = 14
_BLOCKS, _PLAIN_BLOCKS = "▁▂▃▄▅▆▇█", "_.-=+*%#"


def charts(found: Sequence[Trajectory], lang: str, width: int, *, ascii_only: bool = False) -> str:
    """Pictures one below the other, each under the name of its row; words where there is nothing to draw."""
    pictures = []
    for each in found:
        head = f"{each.row.code} {each.row.indicator.title.within(lang)} ({unit(each.unit, lang)})".strip()
        drawn = chart(each, lang, width, ascii_only=ascii_only) or word("words", lang) + "\n"
        pictures.append(f"{head}\n{drawn}")
    return "\n".join(pictures)


def chart(found: Trajectory, lang: str, width: int, *, ascii_only: bool = False) -> str:
    """Draw a trajectory in at most `width` columns; an empty text where there is nothing to draw."""
    marks = _ASCII if ascii_only else _UNICODE
    series = _series(found)
    values = [value for points in series.values() for value in points.values()]
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    labels = [_label(low + (high - low) * k / (_HEIGHT - 1), high - low, lang) for k in range(_HEIGHT)]
    margin = max(map(len, labels))
    seen = {year for points in series.values() for year in points}
    years = years_of(min(seen), max(seen))
    step = max(1, min(12, (width - margin - 4) // len(years)))
    grid = [[" "] * (step * len(years)) for _ in range(_HEIGHT)]
    _draw_lines(grid, series["required"], years, low, high, step, marks["required"])
    for name in ("required", "projected", "observed", "target"):
        for year, value in series[name].items():
            row, column = _row(value, low, high), years.index(year) * step + step // 2
            taken = grid[row][column]
            mixed = name == "target" and taken in (marks["projected"], marks["observed"])
            grid[row][column] = marks["both"] if mixed else marks[name]
    axis, base = ("|", "+") if ascii_only else ("┤", "└")
    lines = [f"{labels[r]:>{margin}} {axis}{''.join(grid[r]).rstrip()}" for r in range(_HEIGHT - 1, -1, -1)]
    rule = ("-" if ascii_only else "─") * (step * len(years))
    lines.append(f"{'':>{margin}} {base}{rule}")
    lines.append(f"{'':>{margin}}  {_year_labels(years, step)}")
    lines.append(_legend(marks, lang, series, both=any(marks["both"] in "".join(row) for row in grid)))
    picture = "\n".join(lines) + "\n"
    return picture.replace("−", "-") if ascii_only else picture


def _year_labels(years: list[int], step: int) -> str:
    """Every year, or where they are too close every second, third …, under its own column."""
    wide = len(str(years[0]))
    every = -(-(wide + 2) // step)
    line = [" "] * max(step * len(years), wide)
    for place in range(0, len(years), every):
        start = min(max(place * step + step // 2 - 2, 0), len(line) - wide)
        line[start : start + wide] = str(years[place])
    return "".join(line).rstrip()


def sparkline(values: Sequence[Decimal | None], *, ascii_only: bool = False) -> str:
    """A small path: one block a year, from its lowest to its highest."""
    blocks = _PLAIN_BLOCKS if ascii_only else _BLOCKS
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, spread = min(known), max(known) - min(known)
    middle = blocks[len(blocks) // 2]
    return "".join(
        " " if v is None else middle if not spread else blocks[int((v - low) / spread * (len(blocks) - 1))]
        for v in values
    )


def _series(found: Trajectory) -> dict[str, dict[int, Decimal]]:
    series: dict[str, dict[int, Decimal]] = {"required": {}, "projected": {}, "observed": {}, "target": {}}
    for each in found.points:
        for name in ("required", "projected", "observed"):
            value = getattr(each, name)
            if value is not None:
                series[name][each.year] = value
    if found.goal is not None and found.points:
        due = found.row.target.period.last if found.row.target else found.points[-1].year
        series["target"][due] = found.goal
    return series


def _draw_lines(
    grid: list[list[str]],
    points: dict[int, Decimal],
    years: list[int],
    low: Decimal,
    high: Decimal,
    step: int,
    mark: str,
) -> None:
    """A dotted line between the points of the required path."""
    known = sorted(points)
    for before, after in itertools.pairwise(known):
        start, end = years.index(before) * step + step // 2, years.index(after) * step + step // 2
        for column in range(start, end + 1, 2):
            share = Decimal(column - start) / Decimal(end - start)
            grid[_row(points[before] + (points[after] - points[before]) * share, low, high)][column] = mark


def _row(value: Decimal, low: Decimal, high: Decimal) -> int:
    return int(rounded((value - low) / (high - low) * (_HEIGHT - 1), 0))


def _label(value: Decimal, spread: Decimal, lang: str) -> str:
    digits = 0 if spread >= 50 else 1 if spread >= 5 else 2 if spread >= Decimal("0.5") else 4
    return number(rounded(value, digits), lang)


def _legend(marks: dict[str, str], lang: str, series: dict[str, dict[int, Decimal]], *, both: bool) -> str:
    """The signs that are drawn."""
    named = [name for name in ("observed", "required", "projected", "target") if series[name]]
    told = [f"{marks[name]} {word(name, lang).lower()}" for name in named]
    if both:
        told.append(f"{marks['both']} {word('projected', lang).lower()} = {word('target', lang).lower()}")
    return "   ".join(told)
