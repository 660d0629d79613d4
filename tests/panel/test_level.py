"""Multiples of a base are compared by whole products: no digit of them is rounded away."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tgkt.loading.files import load_folder
from tgkt.panel.duck import duck
from tgkt.panel.run import Wanted, run

PLAN = """
language: en
areas: {{all: {{title: All}}}}
origins: {{made_up: {{title: Made up}}}}
sections: {{one: One}}
plan: {{id: made_up, title: Made up, period: 2017-2025, baseline: 2016, origin: made_up}}
indicators:
  times:
    title: Times
    unit: tấn
    direction: increase
    target: {{2025: {{times: 1.333, of: 2016, comparator: at_least}}}}
{more}
"""
HELD = """
  held: {title: Held, unit: tấn, direction: increase, target: {2025: {comparator: maintain}}}
"""
TIMES, HALF = Fraction(1333, 1000), Fraction(5, 10_000)


def expected(base: Fraction, value: Fraction) -> tuple[str, bool]:
    """The verdict, and whether no rounding of either figure turns it."""
    if value < TIMES * base:
        return "not_met", value + HALF < TIMES * (base - HALF)
    grade = "met" if value == TIMES * base else "exceeded"
    return grade, value - HALF >= TIMES * (base + HALF)


@pytest.mark.parametrize("more", ["", HELD], ids=["multiples alone", "beside a figure that is held"])
def test_a_product_is_not_rounded(tmp_path: Path, more: str) -> None:
    """Bases of three digits by a multiple of three decimals, and figures up to three thousandths beside the product."""
    (tmp_path / "plan.yaml").write_text(PLAN.format(more=more), encoding="utf-8")
    pairs = {}
    for base in range(901, 1000):
        for apart in range(-3, 4):
            pairs[f"{base}/{apart}"] = Fraction(base, 1000), Fraction(base * 1333 // 1000 + apart, 1000)
    lines = [
        f"{area},times,{year},{float(value):.3f}"
        for area, pair in pairs.items()
        for year, value in zip((2016, 2025), pair, strict=True)
    ]
    (tmp_path / "figures.csv").write_text("area,indicator,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    catalogue = load_folder(tmp_path)
    with duck("500MB") as found_by:
        run(found_by, Wanted((tmp_path / "figures.csv",), {}), catalogue.plans["made_up"], catalogue)
        rows = found_by.rows("SELECT area, verdict, certain FROM panel")
    found = {area: (verdict, certain) for area, verdict, certain in rows}
    assert found == {area: expected(*pair) for area, pair in pairs.items()}
    assert {certain for _, certain in found.values()} == {True, False}
