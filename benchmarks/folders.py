"""Valid data folders of any size, for measurements: n made-up indicators with twelve figures each.

    .venv/bin/python benchmarks/folders.py FOLDER INDICATORS
    .venv/bin/python benchmarks/folders.py FOLDER --communes COMMUNES

An indicator has one row with target and baseline, ten yearly figures of the merged area, and those of its two parts in
the last year. Every other one is a level that adds up; the rest are shares, weighted by a level near them. Of every
five indicators one identity is declared; one identity in twenty does not hold.

A wide folder has communes as areas of one plan: thirty indicators, each with a target and six yearly figures in every
commune. That is what `tgkt panel` is for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

IN_A_FILE = 500
"""Indicators in one file: well below the largest file that is read."""
IN_AN_IDENTITY = 5
_FAILING = 20
_WEIGHED = 10
_ABOVE = Decimal("1.2")
_FIRST, _LAST = 2016, 2025
_HEAD = """language: vi
name: measured
areas:
  merged: {title: {vi: "Tỉnh hợp nhất", en: "Merged province"}, noun: province, constituents: [north, south]}
  north: {title: {vi: "Miền bắc", en: "North"}, noun: province}
  south: {title: {vi: "Miền nam", en: "South"}, noun: province}
origins:
  report: {short: {vi: "Báo cáo", en: "report"}, issuer: government, title: {vi: "Báo cáo", en: "Report"},
    date: "2025-12-31"}
  resolution: {short: {vi: "Nghị quyết", en: "resolution"}, issuer: party, title: {vi: "Nghị quyết", en: "Resolution"},
    date: "2025-09-15"}
sections:
  economy: {vi: "Kinh tế", en: "Economy"}
  society: {vi: "Xã hội", en: "Society"}
"""
_PLAN = """
language: vi
plan:
  id: measured
  title: {vi: "Chỉ tiêu", en: "Targets"}
  period: 2026-2030
  baseline: 2025
  origin: resolution
  in_force: true
"""


_GOES_ON = "language: vi\ncontinues: measured\n"
IN_A_PLAN = 10_000
"""How many rows of the plan a file holds; at most 5 MB are read of one."""
WIDE, WIDE_YEARS = 30, range(2020, 2026)
"""The indicators and years of a wide folder."""
COMMUNES_IN_A_FILE = 100


def write_folder(folder: Path, indicators: int) -> None:
    """Write a folder of data files that `tgkt validate` accepts.

    Args:
        folder: where to; made if need be.
        indicators: their number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "head.yaml").write_text(_HEAD)
    numbers = range(indicators)
    for first in range(0, indicators, IN_A_PLAN):
        rows = "".join(map(_row, numbers[first : first + IN_A_PLAN]))
        head = f"area: merged\n{_GOES_ON}" if first else f"area: merged{_PLAN}"
        (folder / f"plan{first // IN_A_PLAN or ''}.yaml").write_text(f"{head}indicators:\n{rows}")
    for first in range(0, indicators, IN_A_FILE):
        some = numbers[first : first + IN_A_FILE]
        name = f"{first // IN_A_FILE:03}"
        (folder / f"figures_{name}.yaml").write_text("".join(_figures_file(some)))
        identities = "".join(_identity(each) for each in some if each % IN_AN_IDENTITY == IN_AN_IDENTITY - 1)
        if identities:
            (folder / f"identities_{name}.yaml").write_text(f"identities:\n{identities}")


def write_wide(folder: Path, communes: int) -> None:
    """Write a folder with communes as areas of a plan.

    Args:
        folder: where to; made if need be.
        communes: their number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    numbers = range(communes)
    areas = "".join(
        f'  c_{each}: {{title: {{vi: "Xã {each}", en: "Commune {each}"}}, noun: commune}}\n' for each in numbers
    )
    whole = ", ".join(f"c_{each}" for each in numbers)
    origins = _HEAD.partition("origins:")[2]
    (folder / "head.yaml").write_text(
        f'language: vi\nname: wide\nareas:\n  merged: {{title: {{vi: "Tỉnh", en: "Province"}}, noun: province, '
        f"constituents: [{whole}]}}\n{areas}origins:{origins}"
    )
    declared = "".join(map(_declaration, range(WIDE)))
    (folder / "plan.yaml").write_text(f"area: merged{_PLAN}indicators:\n{declared}")
    for first in range(0, communes, COMMUNES_IN_A_FILE):
        some = numbers[first : first + COMMUNES_IN_A_FILE]
        (folder / f"communes_{first // COMMUNES_IN_A_FILE:03}.yaml").write_text("".join(_communes_file(some)))


def _communes_file(communes: range) -> Iterator[str]:
    yield "language: vi\ncontinues: measured\nindicators:\n"
    for number in range(WIDE):
        target = _value(number, 2030)
        said = f'target: {{period: 2030, value: {target}, printed: "{_printed(number, target)} trở lên"}}'
        yield f"  {name_of(number)}:\n    rows:\n"
        yield from (f'      - {{code: "{number + 1}", area: c_{each}, {said}}}\n' for each in communes)
    yield "observations:\n"
    for each in communes:
        yield f'  - origin: report\n    locator: "bảng {each + 1}"\n    figures:\n'
        for number in range(WIDE):
            area = f"area: c_{each}, "
            yield from (_figure(number, name_of(number), area, year, _value(number, year)) for year in WIDE_YEARS)


def write_results(file: Path, indicators: int) -> None:
    """Write a table of the next year's figures, as `tgkt import` reads it."""
    lines = (f"{name_of(each)},{_LAST + 1},{_value(each, _LAST + 1)}\n" for each in range(indicators))
    file.write_text(f"indicator,period,value\n{''.join(lines)}")


def name_of(number: int) -> str:
    """The id of an indicator: level_0, share_1, level_2 …"""
    return f"{'share' if _is_share(number) else 'level'}_{number}"


def _is_share(number: int) -> bool:
    return number % 2 == 1


def _row(number: int) -> str:
    target, base = _value(number, 2030), _value(number, _LAST)
    return (
        f'  {name_of(number)}: {{rows: [{{code: "{number + 1}", locator: "mục {number + 1}", '
        f'target: {{period: 2030, value: {target}, printed: "{_printed(number, target)} trở lên"}}, '
        f'baseline: {{period: {_LAST}, value: {base}, printed: "{_printed(number, base)}"}}}}]}}\n'
    )


def _figures_file(numbers: range) -> Iterator[str]:
    yield "language: vi\narea: merged\nindicators:\n"
    yield from map(_declaration, numbers)
    yield "observations:\n"
    yield from map(_place, numbers)


def _declaration(number: int) -> str:
    is_share, name = _is_share(number), name_of(number)
    weight = name_of(number // _WEIGHED * _WEIGHED)
    unit, blend = ('"%"', f"by: weighted, weight: {weight}") if is_share else ("tỷ đồng", "by: sum")
    flow = "" if is_share else "flow: true, price: current, "
    return (
        f"  {name}: {{section: {'society' if is_share else 'economy'}, "
        f'title: {{vi: "Chỉ tiêu số {number}", en: "Indicator number {number}"}}, unit: {unit}, '
        f"direction: increase, {flow}blend: {{{blend}}}}}\n"
    )


def _place(number: int) -> str:
    name, last = name_of(number), _value(number, _LAST)
    north = last + _ABOVE if _is_share(number) else _rounded(last * Decimal("0.75"))
    south = last - 3 * _ABOVE if _is_share(number) else last - north
    figures = [
        *(_figure(number, name, "", year, _value(number, year)) for year in range(_FIRST, _LAST + 1)),
        _figure(number, name, "area: north, ", _LAST, north),
        _figure(number, name, "area: south, ", _LAST, south),
    ]
    return f'  - origin: report\n    locator: "bảng {number + 1}"\n    figures:\n{"".join(figures)}'


def _figure(number: int, name: str, area: str, year: int, value: Decimal) -> str:
    said = f'printed: "{_printed(number, value)}"'
    return f"      - {{indicator: {name}, {area}period: {year}, value: {value}, {said}}}\n"


def _value(number: int, year: int) -> Decimal:
    """A figure: levels from 1,000 up, shares from 40 % up, each a little more than the year before."""
    if _is_share(number):
        return _rounded(Decimal(400 + number % 97 + 3 * (year - _FIRST)) / 10)
    return _rounded(Decimal((1000 + 4 * (number % 499)) * (100 + 4 * (year - _FIRST))) / 100)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"))


def _printed(number: int, value: Decimal) -> str:
    """A figure in words of a document."""
    return f"{value}{'%' if _is_share(number) else ' tỷ đồng'}".replace(".", ",")


def _identity(last: int) -> str:
    """The ratio of two levels near each other, which one identity in twenty gets wrong."""
    levels = [each for each in range(last - IN_AN_IDENTITY + 1, last + 1) if not _is_share(each)][:2]
    one, other = (f"{name_of(each)}[merged, {_LAST}]" for each in levels)
    quotient = _value(levels[0], _LAST) / _value(levels[1], _LAST)
    times = quotient * 2 if last // IN_AN_IDENTITY % _FAILING == 0 else quotient
    return f"  identity_{last // IN_AN_IDENTITY}:\n    kind: ratio\n    formula: {one} == {other} * {times:.6f}\n"


if __name__ == "__main__":
    if sys.argv[2] == "--communes":
        write_wide(Path(sys.argv[1]), int(sys.argv[3]))
    else:
        write_folder(Path(sys.argv[1]), int(sys.argv[2]))
