"""The page of a panel from counts that are made up here: what is certain, ranges, units, and what is said once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tgkt.loading.files import load_folder
from tgkt.report.handout.markdown import document_markdown
from tgkt.report.handout.picture import picture_document
from tgkt.results.picture import Aim, Parent, Picture, Read, Standings, Worst

PLAN = """
language: en
area: all
areas: {all: {title: All}, a1: {title: A1}, b1: {title: B1}}
origins: {made_up: {title: Made up, date: "2025-01-01"}}
sections: {one: One, two: Two}
plan: {id: made_up, title: Made up, period: 2026-2030, baseline: 2025, origin: made_up}
indicators:
  late:
    title: Late
    section: two
    unit: tỷ đồng
    price: current
    direction: increase
    target: {2030: {value: 1.5, unit: nghìn tỷ đồng}}
  own:
    title: Own
    section: one
    unit: "%"
    direction: increase
    rows:
    - {code: "1", area: a1, target: {period: 2030, value: 55}}
    - {code: "1", area: b1, target: {period: 2030, value: 65}}
"""
COUNTS = Standings(
    pairs=3000,
    known=2999,
    answered=2999,
    met=0,
    not_met=0,
    already_met=40,
    on_track=1500,
    behind=1000,
    already_missed=7,
    uncertain=60,
    perhaps_good=25,
    perhaps_bad=30,
)
READ = Read(("one.csv", "two.csv"), 12000, 11000, 3000, 2, 2027, False, "areas.csv", None, None)


def page(folder: Path, lang: str = "en", *rows: Parent) -> str:
    """The page as Markdown."""
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    catalogue = load_folder(folder)
    aims = (
        Aim("late", "2030", COUNTS, (Worst("A", Decimal("12.50"), 2027), Worst("B", Decimal(13), 2026))),
        Aim("own", "2030", COUNTS, ()),
    )
    parents = tuple(Parent(each.name, COUNTS) for each in rows)
    found = Picture(READ, COUNTS, aims, parents, rows, 0, ())
    return document_markdown(picture_document(found, catalogue.plans["made_up"], catalogue, lang))


def test_what_is_certain_is_told_apart(tmp_path: Path) -> None:
    """25 of 1,540 and 30 of 1,007 could be turned round; the rest of 3,000 is not judged."""
    assert (
        "Pairs of an area and a target: 3,000. Met or on track: 1,540, certainly so: 1,515. "
        "Missed or behind: 1,007, certainly so: 977. Not judged: 453."
    ) in page(tmp_path)
    assert "Đạt hoặc đúng tiến độ: 1.540, chắc chắn: 1.515." in page(tmp_path, "vi")


def test_coverage_is_rounded_down(tmp_path: Path) -> None:
    """2,999 of 3,000 are not all."""
    assert "| 3,000 | 2,999 | 99.9 % |" in page(tmp_path)


def test_what_was_read_stands_at_the_top(tmp_path: Path) -> None:
    """Both files, and the figures that were left out."""
    told = page(tmp_path)
    assert "- Figures read: 12,000 in one.csv, two.csv, 1,000 of them later and left out" in told
    assert "- Areas: 3,000 in areas.csv, of 2 parent areas" in told


def test_sections_and_states_follow_the_data(tmp_path: Path) -> None:
    """Sections in their order; a state that no area is in has no column."""
    told = page(tmp_path)
    assert told.index("### One") < told.index("### Two")
    assert ["| Not met |" in told, "| Already missed |" in told] == [False, True]


def test_targets_of_several_areas_differ(tmp_path: Path) -> None:
    """One row for all of them."""
    assert "| 1 | Own | % | differs by area | 2030 |" in page(tmp_path)


def test_figures_of_areas_are_in_the_unit_of_the_indicator(tmp_path: Path) -> None:
    """A target that is printed in another has it behind itself; the year stands behind an older figure."""
    line = next(each for each in page(tmp_path).splitlines() if "A: 12.5" in each)
    assert "| billion VND | 1.5 trillion VND | 2030 | A: 12.5 | B: 13 (2026) |" in line
    assert "1 target is left out, because neither way is better or no area has a figure." in page(tmp_path)


ENDS = {
    "both ends": ((Decimal("40.019"), Decimal("62.501")), "40.01 - 62.51"),
    "the lower end": ((Decimal(40), None), "≥ 40"),
    "the upper end": ((None, Decimal("62.5")), "≤ 62.5"),
}


@pytest.mark.parametrize(("limits", "told"), ENDS.values(), ids=ENDS)
def test_a_value_that_is_not_known_lies_between(
    tmp_path: Path, limits: tuple[Decimal | None, Decimal | None], told: str
) -> None:
    """With the reason beside it."""
    low, high = limits
    row = Parent("North", COUNTS, "own", "2030", None, low, high, "parts_missing")
    assert f"| {told} | % | areas without a figure |" in page(tmp_path, "en", row)


def test_that_nothing_is_blended_is_said_once(tmp_path: Path) -> None:
    """And not in every row."""
    rows = [Parent(name, COUNTS, "own", "2030", value_reason="no_aggregation") for name in ("North", "South")]
    told = page(tmp_path, "en", *rows)
    assert told.count("so no parent area has a figure of its own") == 1
    assert ["Why no value" in told, "declared not to be blended" in told] == [False, False]
