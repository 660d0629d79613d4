"""Which targets hold for which areas of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.loading.files import load_folder
from tgkt.panel.target import targets_of

PLAN = """language: en
areas: {{province: {{title: Province}}, north: {{title: North}}}}
origins: {{plan: {{title: Plan}}}}
sections: {{life: Life}}
plan: {{id: made_up, title: Made up, period: 2026-2030, baseline: 2025, origin: plan}}
indicators:
  water:
    title: Clean water
    unit: "%"
    direction: increase
    {targets}
"""
ROWS = {
    "one row": ("rows: [{area: province, target: {2030: {value: 95}}}]", [("province", True)]),
    "two deadlines of one area": (
        "rows: [{area: province, target: {2028: {value: 90}}}, {area: province, target: {2030: {value: 95}}}]",
        [("province", True)] * 2,
    ),
    "two deadlines in one row": (
        "target: {2028: {value: 90}, 2030: {value: 95}}\n    area: province",
        [("province", True)] * 2,
    ),
    "two areas": (
        "rows: [{area: province, target: {2030: {value: 95}}}, {area: north, target: {2030: {value: 90}}}]",
        [("province", False), ("north", False)],
    ),
}


@pytest.mark.parametrize(("targets", "expected"), ROWS.values(), ids=ROWS)
def test_targets_of_one_area_hold_for_every_area(
    tmp_path: Path, targets: str, expected: list[tuple[str, bool]]
) -> None:
    """Whatever their deadlines; those of several areas hold for their own."""
    (tmp_path / "plan.yaml").write_text(PLAN.format(targets=targets), encoding="utf-8")
    catalogue = load_folder(tmp_path)
    found = targets_of(catalogue.plans["made_up"], catalogue)
    assert [(each.area, each.is_general) for each in found] == expected
