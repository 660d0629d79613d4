"""A made-up plan and 14,000 figures on which engine and panel must agree: every kind of target, every sort of edge.

The same seed gives the same bytes. Figures are drawn from coarse grids around each target, so that many of them lie
exactly on an edge: on the target, half a unit beside it, on the path of their year.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

BASE, FIRST, LAST = 2025, 2026, 2030
AREAS = [f"c{number:02d}" for number in range(1, 27)]


class Line(NamedTuple):
    """An indicator with its target, and the grid from which its figures are drawn.

    Attributes:
        id: the indicator.
        declared: its keys in the data but for the target.
        target: the target, and the deadline or term.
        grid: lowest value, step and highest value of the figures; their digits are those of the step.
    """

    id: str
    declared: str
    target: str
    grid: tuple[str, str, str]


class Figure(NamedTuple):
    """One figure of the table, as text."""

    area: str
    indicator: str
    year: int
    value: str
    comparator: str = ""


def _level(id: str, target: str, grid: tuple[str, str, str], unit: str = '"tỷ đồng"', more: str = "") -> Line:
    return Line(id, f"unit: {unit}, direction: increase, price: current{more}", target, grid)


def _share(id: str, direction: str, target: str, grid: tuple[str, str, str] = ("40", "2.5", "60")) -> Line:
    return Line(id, f'unit: "%", direction: {direction}', target, grid)


def _shares(direction: str) -> Iterator[Line]:
    for name, target in {
        "equals": "{2030: {value: 50.0}}",
        "floor": "{2030: {value: 50, comparator: at_least}}",
        "more": "{2030: {value: 50, comparator: more_than}}",
        "most": "{2030: {value: 50, comparator: at_most}}",
        "less": "{2030: {value: 50, comparator: less_than}}",
        "about": "{2030: {value: 50, comparator: about}}",
        "near": "{2030: {value: 50, comparator: near_below}}",
        "range": "{2030: {value: [47.5, 52.5]}}",
        "held": "{2030: {value: 50, comparator: maintain}}",
        "hold": "{2030: {comparator: maintain, printed: giữ vững}}",
        "early": "{2028: {value: 50, comparator: at_least}}",
        "times": "{2030: {times: 1.2, of: 2025}}",
        "times_old": "{2030: {times: 1.2, of: 2023, comparator: at_least}}",
    }.items():
        yield _share(f"share_{direction}_{name}", direction, target)
    for timing in ("average", "total", "every_year"):
        target = f"{{2026-2030: {{value: 50, timing: {timing}, comparator: at_least}}}}"
        yield _share(f"share_{direction}_{timing}", direction, target, ("45", "2.5", "57.5"))
    between = "{2026-2030: {value: [47.5, 52.5], timing: every_year}}"
    yield _share(f"share_{direction}_yearly_range", direction, between, ("47.5", "0.5", "53.0"))


def lines() -> list[Line]:
    """Every indicator of the plan."""
    found = [line for direction in ("increase", "decrease", "neutral") for line in _shares(direction)]
    found.append(
        Line(
            "share_tolerance",
            'unit: "%", direction: neutral',
            "{2030: {value: 50.0, tolerance: 2.5}}",
            ("40", "2.5", "60"),
        )
    )
    money, people = ("60.0", "10.5", "165.0"), ("80", "1", "135")
    found += [
        _level("level_floor", "{2030: {value: 161.051, comparator: at_least}}", ("100", "5.5", "161")),
        _level("level_equals", "{2030: {value: 150.0}}", money),
        _level("level_path", "{2030: {value: 161.051}}", ("100", "21", "142")),
        _level("level_same", "{2030: {value: 121}}", ("100", "10.5", "142")),
        _level("level_zero", "{2030: {value: 0}}", ("0", "0.5", "3")),
        _level("level_negative", "{2030: {value: 20}}", ("-20", "5", "25"), more=", limit: {}"),
        _level("level_linear", "{2030: {value: 150}}", ("90", "5", "150"), more=", path: linear"),
        _level("level_step", "{2030: {value: 150}}", money, more=", path: step"),
        _level("level_hold", "{2030: {value: 120, comparator: at_least}}", ("117.5", "0.5", "122.0"), more=", path: hold"),
        _level("level_scaled", "{2030: {value: 1500}}", ("900", "50", "1600"), '"triệu đồng"'),
        _level("level_other_unit", "{2030: {value: 1.5, unit: nghìn tỷ đồng}}", ("900", "50", "1600")),
        _level("level_times", "{2030: {times: 1.5, of: 2025, comparator: at_least}}", ("80", "8", "160")),
        _level("level_times_old", "{2030: {times: 2, of: 2022}}", ("60", "10", "140")),
        _level("level_rise", "{2030: {rise: 20, of: 2025}}", ("90", "6", "132")),
        _level("level_near", "{2030: {value: 150, comparator: near_below}}", ("125", "2.5", "155")),
        _level("total", "{2026-2030: {value: 600, timing: total, comparator: at_least}}", ("100", "10", "150")),
        _level("total_even", "{2026-2030: {value: 500, timing: total, comparator: at_least}}", ("100", "10", "120")),
        _level("total_range", "{2026-2030: {value: [500, 550], timing: total}}", ("90", "5", "115")),
        _level("mean_level", "{2026-2030: {value: 120, timing: average}}", ("110", "5", "130")),
        _level("yearly_level", "{2026-2030: {value: 100, timing: every_year, comparator: at_least}}", ("99.5", "0.5", "103")),
        Line(
            "total_down",
            'unit: "tỷ đồng", direction: decrease, price: current',
            "{2026-2030: {value: 500, timing: total, comparator: at_most}}",
            ("80", "10", "120"),
        ),
        Line("cut", 'unit: "tấn", direction: decrease', "{2030: {cut: 30, of: 2025}}", ("60", "5", "110")),
        Line("cut_range", 'unit: "tấn", direction: decrease', "{2030: {cut: [20, 40], of: 2022}}", ("60", "5", "110")),
        Line("count", "unit: người, direction: increase", "{2030: {value: 120, comparator: at_least}}", people),
        Line("count_down", "unit: người, direction: decrease", "{2030: {value: 90, comparator: less_than}}", people),
        Line("count_thousands", "unit: người, direction: increase", "{2030: 120000}", ("90000", "500", "126000")),
        Line("count_times", "unit: người, direction: increase", "{2030: {times: 1.25, of: 2025}}", ("80", "4", "120")),
        Line("count_total", "unit: người, direction: increase", "{2026-2030: {value: 500, timing: total}}", people),
        Line("growth", 'unit: "%/năm", price: constant, direction: increase', "{2030: {value: 8}}", ("5", "0.5", "9")),
        Line(
            "growth_average",
            'unit: "%/năm", price: constant, direction: increase',
            "{2026-2030: {value: 8, timing: average}}",
            ("7.0", "0.5", "9.0"),
        ),
        Line(
            "growth_average_same",
            'unit: "%/năm", price: constant, direction: increase',
            "{2026-2030: {value: 8, timing: average, comparator: at_least}}",
            ("7.95", "0.05", "8.00"),
        ),
        Line(
            "growth_yearly",
            'unit: "%/năm", price: constant, direction: increase',
            "{2026-2030: {value: 8, timing: every_year, comparator: at_least}}",
            ("7.95", "0.01", "8.10"),
        ),
        Line(
            "growth_negative",
            'unit: "%/năm", price: constant, direction: increase',
            "{2026-2030: {value: 1, timing: average, comparator: more_than}}",
            ("-3", "0.5", "4"),
        ),
        Line("rate", 'unit: "bác sĩ/vạn người", direction: increase', "{2030: {value: 12}}", ("8", "0.5", "13")),
        Line("rate_average", 'unit: "bác sĩ/vạn người", direction: increase', "{2026-2030: {value: 10, timing: average}}", ("8", "0.5", "13")),
        Line("index", 'unit: "điểm", direction: increase', "{2030: {value: 70}}", ("55", "2.5", "75")),
        Line("ratio", 'unit: "lần", direction: increase', "{2030: {value: 1.5, comparator: at_least}}", ("1", "0.1", "1.6")),
        Line("no_limit_below", 'unit: "%", direction: increase, limit: {}', "{2030: {value: 0}}", ("-10", "2.5", "5")),
        Line("no_limit_average", 'unit: "%", direction: increase, limit: {}', "{2026-2030: {value: 0, timing: average}}", ("-5", "2.5", "5")),
    ]  # fmt: skip
    return found


def figures() -> list[Figure]:
    """The figures of the table."""
    draw = random.Random(20260101)
    return [figure for line in lines() for area in AREAS for figure in _series(line, area, draw)]


def _series(line: Line, area: str, draw: random.Random) -> list[Figure]:
    """The figures of one indicator in one area, by one of the shapes that a table may have."""
    years = _years(AREAS.index(area), draw)
    low, step, high = map(Decimal, line.grid)
    steps = int((high - low) / step)
    found = []
    for year in years:
        value = low + step * draw.randint(0, steps)
        word = draw.choice(_COMPARATORS) if AREAS.index(area) in _WORDED else ""
        found.append(Figure(area, line.id, year, f"{value:f}", word))
    return found


_COMPARATORS = ["", "", "at_least", "more_than", "at_most", "less_than", "about", "near_below"]
_WORDED = (17, 18, 19)


def _years(shape: int, draw: random.Random) -> list[int]:
    """The years with a figure: all, no base, one only, old ones only, gaps."""
    term = list(range(FIRST, LAST + 1))
    match shape:
        case 0:
            return [BASE]
        case 1:
            return [FIRST + 1]
        case 2:
            return [2021, 2022]
        case 3:
            return term
        case 4:
            return [BASE, LAST]
        case 5:
            return [FIRST, FIRST + 1, LAST]
        case 6:
            return [2022, BASE, *term]
        case 7:
            return [2023, *term]
        case 8 | 9:
            return sorted(draw.sample(range(2021, LAST + 1), 5))
        case 10:
            return [*range(2021, BASE + 1)]
        case 11:
            return [BASE, FIRST]
        case _:
            return list(range(2021, LAST + 1)) if shape % 2 else [BASE, *term]


def table(rows: list[Figure]) -> str:
    """The figures as CSV."""
    return "area,indicator,year,value,comparator\n" + "".join(",".join(map(str, each)) + "\n" for each in rows)


def plan(areas: list[str] | None = None) -> str:
    """The plan in YAML: one row for each indicator, or one for each area."""
    text = ["language: vi", "areas:", "  all: {title: All}"]
    text += [f"  {area}: {{title: {area}}}" for area in areas or []]
    text += ["origins: {made_up: {title: Made up, date: '2031-01-01'}}", "sections: {one: One}"]
    text += ["plan: {id: made_up, title: Made up, period: 2026-2030, baseline: 2025, origin: made_up}", "indicators:"]
    for number, line in enumerate(lines(), 1):
        text.append(f"  {line.id}:")
        text += [f"    {key}" for key in _keys(line.declared)] + [f"    title: {line.id}", "    section: one"]
        text.append("    rows:")
        text += [
            f"      - {{area: {area}, code: '{number}', locator: here, target: {line.target}}}"
            for area in areas or ["all"]
        ]
    return "\n".join(text) + "\n"


def _keys(declared: str) -> list[str]:
    return declared.replace(", limit: {}", "\nlimit: {}").replace(", ", "\n").split("\n")


def observations(rows: list[Figure]) -> str:
    """The figures in YAML, as the engine reads them."""
    text = ["language: vi", "origin: made_up", "observations:", "- locator: here", "  figures:"]
    for each in rows:
        word = f", comparator: {each.comparator}" if each.comparator else ""
        text.append(
            f"  - {{indicator: {each.indicator}, area: {each.area}, period: {each.year}, value: {each.value}{word}}}"
        )
    return "\n".join(text) + "\n"
