"""A data folder in which every block declares something, and the sheets made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tgkt.report.exchange.column import Sheet
from tgkt.results.export import Exported

from .sdmx.exported import exported_from

TEXT = """\
language: vi
areas:
  whole: {title: {vi: "Tỉnh", en: "Province", fr: "Province (fr)"}, noun: province, constituents: [north, south]}
  north: {title: "Bắc"}
  south: {title: "Nam"}
origins:
  report:
    {title: {vi: "Báo cáo", en: "Report"}, short: "BC", date: "2025-09", issuer: party, url: "https://example.org/a",
     note: "dòng một\\ndòng hai"}
  annual: {title: "Niên giám", date: "2026-05-01", issuer: statistics, language: en}
sections: {kt: "Kinh tế"}
units: {"tá kẹo": "12 cái kẹo", "cái kẹo": count}
plan:
  id: p
  title: {vi: "Kế hoạch", en: "Plan"}
  period: 2026-2030
  origin: report
  in_force: true
  gaps: [{area: whole, code: "7", note: "bỏ số 7"}]
indicators:
  income:
    title: "Thu nhập"
    unit: "triệu đồng"
    price: current
    kind: level
    direction: increase
    section: kt
    definition: "theo giá hiện hành"
    blend: {by: sum}
    rows:
      - code: "1"
        area: whole
        label: "Tổng thu nhập"
        locator: "mục 1"
        official: "Đạt"
        note: "đọc từ bảng"
        baseline: {period: 2025, value: 100.0}
        target: {2030: {value: 150, comparator: at_least}}
        result: {2030: 151}
  people: {title: "Dân số", unit: "người", direction: neutral, section: kt, blend: {by: sum}}
  per_head:
    title: "Bình quân"
    unit: "triệu đồng/người"
    price: current
    direction: increase
    section: kt
    blend: {by: ratio, numerator: income, denominator: people, assumes: "cùng phạm vi"}
    derive: [{formula: "income[area, year] / people[area, year]", area: north, assumes: "cùng năm"}]
weights:
  people:
    - {id: by_income, title: "Theo thu nhập", area: north, within: whole, period: 2025,
       formula: "income[north, 2025] / income[whole, 2025]", assumes: "như nhau"}
links:
  per_head_2030:
    title: "Bình quân từ tổng"
    computes: per_head[whole, 2030]
    formula: income[whole, 2030] / people[whole, 2030]
    back: {computes: "income[whole, 2030]", formula: "per_head[whole, 2030] * people[whole, 2030]"}
identities:
  parts:
    kind: sum
    formula: income[whole, 2025] == income[north, 2025] + income[south, 2025]
    alternatives: ["income[whole, 2025] == income[north, 2025]"]
    says: "hai số đúng cùng lúc chỉ khi khác phạm vi"
    assumes: "Nam chưa có số liệu"
    severity: high
breaks:
  new_standard: {indicator: income, says: "chuẩn mới", from: 2028, areas: [north], origin: annual, locator: "tr. 3"}
  only_told: {indicator: people, says: "hai cách đếm"}
observations:
  - origin: annual
    locator: "bảng 2"
    figures:
      - {indicator: income, area: north, period: 2025, value: 60.50, printed: "60.50 triệu đồng", status: official}
      - {indicator: people, area: north, period: 2025, value: 20}
"""


@cache
def small() -> Exported:
    """What the folder exports."""
    with TemporaryDirectory() as home:
        (Path(home) / "data.yaml").write_text(TEXT, encoding="utf-8")
        return exported_from(Path(home))


def held(sheet: Sheet, **key: Any) -> Mapping[str, Any]:
    """What the row of a key holds: its cells without those that are empty."""
    (found,) = (row for row in sheet.rows(small()) if all(row[name] == cell for name, cell in key.items()))
    return {name: cell for name, cell in found.items() if cell not in (None, [], {})}


def ids(sheet: Sheet) -> list[tuple[Any, ...]]:
    """The keys of all rows, in their order."""
    return [tuple(row[name] for name in sheet.key) for row in sheet.rows(small())]
