"""The figures of parents against exact fractions, and against the engine's merged figures."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tgkt.engine.blend.merged import merge
from tgkt.facts.indicator import Path as WayKind
from tgkt.facts.period import Period
from tgkt.loading.files import load_folder
from tgkt.panel.duck import duck
from tgkt.panel.run import Wanted, run
from tgkt.series.series import Knowledge

PARENTS = {"north": ["n1", "n2", "n3"], "south": ["s1", "s2"], "west": ["w1", "w2", "w3", "w4"]}
YEARS = (2025, 2026, 2027)
PLAN = """
language: en
area: all
areas:
{areas}
origins: {{made_up: {{title: Made up, date: "2031-01-01"}}}}
sections: {{one: One}}
plan: {{id: made_up, title: Made up, period: 2026-2030, baseline: 2025, origin: made_up}}
indicators:
"""
INDICATORS = {
    "people": "unit: người, direction: increase, blend: {by: sum}, target: {2030: 9000000}",
    "homes": "unit: hộ, direction: increase, blend: {by: sum}",
    "grdp": "unit: tỷ đồng, price: current, direction: increase, blend: {by: sum}, target: {2030: 90000}",
    "water": 'unit: "%", direction: increase, blend: {by: weighted, weight: people}, target: {2030: 95}',
    "poverty": 'unit: "%", direction: decrease, blend: {by: weighted, weight: homes}, target: {2030: 3}',
    "per_head": "unit: triệu đồng/người, price: current, direction: increase, "
    "blend: {by: ratio, numerator: grdp, denominator: people}, target: {2030: 900}",
    "score": "unit: điểm, direction: increase, blend: {by: none}, target: {2030: 90}",
    "growth": 'unit: "%/năm", price: constant, direction: increase, blend: {by: growth, level: grdp}, '
    "target: {2030: 9}",
}
Figures = dict[tuple[str, str, int], Decimal]


def plan() -> str:
    """The plan, for the areas and for what they make."""
    listed = [f"  {area}: {{title: {area}}}" for parts in PARENTS.values() for area in parts]
    listed += [f"  {name}: {{title: {name}, constituents: [{', '.join(parts)}]}}" for name, parts in PARENTS.items()]
    told = [f"  {id}: {{title: {id}, section: one, {keys}}}" for id, keys in INDICATORS.items()]
    return PLAN.format(areas="\n".join(listed)).replace("areas:\n", "areas:\n  all: {title: All}\n", 1) + "\n".join(
        told
    )


def figures(seed: int, without: float = 0) -> Figures:
    """Figures of every area, indicator and year but for some, and none of homes."""
    draw = random.Random(seed)
    found = {}
    for area in [each for parts in PARENTS.values() for each in parts]:
        for id, (least, most, places) in {
            "people": (2000, 90000, 0), "grdp": (100, 9000, 2), "water": (400, 1000, 1), "poverty": (10, 300, 1),
            "per_head": (300, 9000, 1), "score": (10, 90, 0), "growth": (10, 90, 1),
        }.items():  # fmt: skip
            for year in YEARS:
                value = Decimal(draw.randint(least, most)) / 10**places
                if draw.random() >= without:
                    found[area, id, year] = value
    return found


def parents(
    folder: Path, told: Figures, areas: str | None = None, **asked: Any
) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of the parents."""
    (folder / "data").mkdir()
    (folder / "data" / "plan.yaml").write_text(plan(), encoding="utf-8")
    lines = [f"{area},{id},{year},{value}" for (area, id, year), value in told.items()]
    (folder / "figures.csv").write_text("area,indicator,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    listed = [f"{area},{name}" for name, parts in PARENTS.items() for area in parts]
    (folder / "areas.csv").write_text(areas or "area,parent\n" + "\n".join(listed) + "\n", encoding="utf-8")
    catalogue = load_folder(folder / "data")
    with duck("500MB") as base:
        wanted = Wanted((folder / "figures.csv",), {}, folder / "areas.csv", **asked)
        run(base, wanted, catalogue.plans["made_up"], catalogue)
        names = list(base.columns("parents"))
        rows = [dict(zip(names, row, strict=True)) for row in base.rows("SELECT * FROM parents")]
    return {(row["parent"], row["indicator"]): row for row in rows}


class Parts:
    """What the areas of a parent add to its figure, in fractions."""

    def __init__(self, told: Figures, parent: str, id: str, pick: Callable[..., int] = max) -> None:
        self.year = pick(year for area, of, year in told if of == id and area in PARENTS[parent])
        self.named: dict[str, tuple[Fraction, Fraction]] = {}
        self.missing: list[Fraction | None] = []
        for area in PARENTS[parent]:
            weight = Fraction(1) if id in ("people", "grdp") else self._of(told, area, "people")
            value = self._of(told, area, id)
            if id == "per_head" and (divided := self._of(told, area, "grdp")) is not None and weight:
                value = divided * 1000 / weight
            if value is None or weight is None:
                self.missing.append(weight)
            else:
                self.named[area] = value, weight
        self.known = list(self.named.values())
        self.is_sum = id in ("people", "grdp")

    def _of(self, told: Figures, area: str, id: str) -> Fraction | None:
        value = told.get((area, id, self.year))
        return None if value is None else Fraction(value)

    def of(self, areas: set[str]) -> Fraction:
        """The figure of some areas."""
        pairs = [self.named[area] for area in areas]
        above = sum((value * weight for value, weight in pairs), Fraction(0))
        return above if self.is_sum else above / sum(weight for _, weight in pairs)

    def value(self, fill: int | None = None) -> Fraction:
        """The figure; with a value for areas that have none."""
        pairs = [
            *self.known,
            *([] if fill is None else [(Fraction(fill), each or Fraction(0)) for each in self.missing]),
        ]
        above = sum((value * weight for value, weight in pairs), Fraction(0))
        return above if self.is_sum else above / sum(weight for _, weight in pairs)


def near(got: float | None, exact: Fraction) -> bool:
    """Within 1e-12 of the fraction, and within half of its twelfth decimal."""
    return got is not None and abs(Fraction(got) - exact) <= Fraction(1, 10**12) * max(Fraction(1), abs(exact))


@pytest.fixture(params=range(3), ids=lambda seed: f"seed {seed}")
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path]:
    """A folder for each of three tables."""
    return int(request.param), tmp_path


BLENDED = ("people", "grdp", "water", "per_head")


def test_a_parent_has_the_sum_the_mean_or_the_quotient_of_its_areas(folder: tuple[int, Path]) -> None:
    """Where every area has a figure: within 1e-12 of exact fractions."""
    told = figures(folder[0])
    found = parents(folder[1], told)
    for parent in PARENTS:
        for id in BLENDED:
            row = found[parent, id]
            assert near(row["value"], Parts(told, parent, id).value()), (parent, id)
            assert (row["low"], row["high"], row["value_of_known"], row["value_reason"]) == (None, None, None, None)


def test_areas_without_a_figure_leave_limits(folder: tuple[int, Path]) -> None:
    """No value but what the limits allow, and the value of those known; without weights neither limit."""
    told = figures(folder[0] + 10, without=0.3)
    found, reasons = parents(folder[1], told), set()
    for (parent, id), row in found.items():
        if id not in BLENDED:
            continue
        parts = Parts(told, parent, id)
        reasons.add(row["value_reason"])
        assert (row["year"], row["in_year"]) == (parts.year, len(parts.known)), (parent, id)
        if parts.missing:
            assert row["value"] is None
            assert near(row["value_of_known"], parts.value()) if parts.known else row["value_of_known"] is None
        if parts.missing and None not in parts.missing:
            assert near(row["low"], parts.value(0))
            assert near(row["high"], parts.value(100)) if id == "water" else row["high"] is None
        elif parts.missing:
            assert (row["low"], row["high"], row["value_reason"]) == (None, None, "no_weights")
    assert "parts_missing" in reasons


def test_the_value_is_what_blend_says(tmp_path: Path) -> None:
    """The same figures written as YAML."""
    told = figures(5)
    del told["w1", "grdp", 2027]
    found = parents(tmp_path, told)
    text = ["language: en", "origin: made_up", "observations:", "- locator: here", "  figures:"]
    text += [
        f"  - {{indicator: {id}, area: {area}, period: {year}, value: {value}}}"
        for (area, id, year), value in told.items()
    ]
    (tmp_path / "data" / "figures.yaml").write_text("\n".join(text) + "\n", encoding="utf-8")
    catalogue = load_folder(tmp_path / "data")
    knowledge = Knowledge(catalogue)
    for parent in PARENTS:
        for id in BLENDED:
            merged = merge(catalogue.indicators[id], parent, Period(2027, 2027), knowledge)
            if (parent, id) == ("west", "grdp"):
                assert merged.blended is None
                assert found[parent, id]["value"] is None
            else:
                assert merged.blended is not None
                assert near(found[parent, id]["value"], Fraction(merged.blended.value)), (parent, id)


def test_growth_is_of_the_areas_at_both_ends(folder: tuple[int, Path]) -> None:
    """Percent a year where the way is by percent, else what is added a year; with the number of areas."""
    told, numbers = figures(folder[0] + 20, without=0.3), set()
    found = parents(folder[1], told)
    ways = {each.id: each.path for each in load_folder(folder[1] / "data").indicators.values()}
    assert {ways[id] for id in BLENDED} == {WayKind.GEOMETRIC, WayKind.LINEAR}
    for parent, listed in PARENTS.items():
        for id in BLENDED:
            row = found[parent, id]
            ends = [Parts(told, parent, id, pick) for pick in (min, max)]
            both = set.intersection(*(set(each.named) for each in ends)) if ends[0].year < ends[1].year else set()
            assert row["at_both"] == len(both)
            numbers.add(len(both) - len(listed))
            if not both:
                assert (row["growth"], row["points"]) == (None, None)
                continue
            start, end = (each.of(both) for each in ends)
            years = ends[1].year - ends[0].year
            if ways[id] is WayKind.LINEAR:
                assert near(row["points"], (end - start) / years)
                assert row["growth"] is None
            else:
                again = start * (1 + Fraction(row["growth"]) / 100) ** years
                assert abs(again / end - 1) < Fraction(1, 10**11)
                assert row["points"] is None
    assert len(numbers) > 1


@pytest.mark.parametrize(
    ("id", "reason"), [("poverty", "no_weights"), ("score", "no_aggregation"), ("growth", "beyond_panel")]
)
def test_what_has_no_value_says_why(tmp_path: Path, id: str, reason: str) -> None:
    """Weights that stand in no table, what is not to be blended, and growth."""
    row = parents(tmp_path, figures(1))["north", id]
    assert (row["value"], row["low"], row["value_of_known"], row["value_reason"]) == (None, None, None, reason)


def test_products_of_too_many_digits_are_named(tmp_path: Path) -> None:
    """Not an error, and not a number."""
    told = figures(1)
    told["n1", "people", 2027] = Decimal(9 * 10**17)
    told["n1", "grdp", 2027] = Decimal("1.123456")
    row = parents(tmp_path, told)["north", "water"]
    assert (row["value"], row["value_reason"]) == (None, "beyond_decimal")


def test_no_digit_of_a_product_is_lost(tmp_path: Path) -> None:
    """Weights and figures of six decimals, whose products have twelve; sums beside them have six."""
    told = figures(1)
    for place, area in enumerate(PARENTS["north"]):
        for id, value in (("people", "1.123457"), ("water", "12.345679"), ("grdp", "3.333333")):
            told[area, id, 2027] = Decimal(value) + place
    found = parents(tmp_path, told)
    for id in BLENDED:
        assert near(found["north", id]["value"], Parts(told, "north", id).value()), id


def test_another_indicator_may_weigh(tmp_path: Path) -> None:
    """What is not summed up is weighed by it and marked; sums stay as they are."""
    told = figures(3)
    found = parents(tmp_path, told, weigh_by="grdp")
    for parent, listed in PARENTS.items():
        weights = {area: Fraction(told[area, "grdp", 2027]) for area in listed}
        for id in ("water", "poverty", "per_head", "score", "growth"):
            row = found[parent, id]
            mean = sum((Fraction(told[area, id, 2027]) * weight for area, weight in weights.items()), Fraction(0))
            assert near(row["value"], mean / sum(weights.values(), Fraction(0)))
            assert (row["blend"], row["weight_by"], row["weight_given"]) == ("weighted", "grdp", True)
        assert (found[parent, "people"]["blend"], found[parent, "people"]["weight_given"]) == ("sum", False)


def test_the_plans_own_weight_is_no_other(tmp_path: Path) -> None:
    """Asked for what the plan says, nothing is marked; the rest is weighed by people."""
    found = parents(tmp_path, figures(3), weigh_by="people")
    assert (found["north", "water"]["weight_given"], found["north", "score"]["weight_given"]) == (False, True)


@pytest.mark.parametrize("seed", range(3), ids=lambda seed: f"seed {seed}")
def test_the_worst_areas_are_named(tmp_path: Path, seed: int) -> None:
    """Lowest first where more is better, highest first where less is; by their newest figures."""
    told = figures(seed + 30, without=0.3)
    for (parent, id), row in parents(tmp_path, told).items():
        newest = {area: value for (area, of, _), value in told.items() if of == id and area in PARENTS[parent]}
        order = sorted(newest, key=lambda area: (newest[area] * (-1 if id == "poverty" else 1), area))
        assert [row[f"worst_{place}"] for place in range(1, 6)] == (order + [None] * 5)[:5], (parent, id)
