"""Periods in data files: what is kept apart, what is asked for, and that fiscal years only print otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from shipped import TONGUES

from tgkt.engine.check.audit import audit
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import projected
from tgkt.engine.status.rows import assess
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.errors import DataError
from tgkt.facts.catalogue import Catalogue
from tgkt.report.check_rows import finding_row
from tgkt.report.project.rows import outlook_row
from tgkt.report.status.rows import status_row
from tgkt.results.project import Outlook
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

from .mini import loaded, observed, write_files

FISCAL = """\
language: vi
areas:
  land: {title: {vi: "Nước", en: "Land"}}
origins:
  report: {title: {vi: "Báo cáo", en: "Report"}, date: "2029-09-01"}
  plan: {title: {vi: "Kế hoạch", en: "Plan"}, date: "2025-01-01"}
sections:
  society: {vi: "Xã hội", en: "Society"}
plan: {id: plan, title: {vi: "Kế hoạch", en: "Plan"}, period: 2026/27-2030/31, baseline: 2025/26, origin: plan}
indicators:
  cover:
    section: society
    title: {vi: "Tỷ lệ che phủ", en: "Cover"}
    unit: "%"
    direction: increase
    rows:
      - code: "1"
        area: land
        locator: "1"
        target: {period: 2030/31, comparator: at_least, value: 50, printed: "đạt từ 50% trở lên"}
        baseline: {period: 2025/26, value: 40, printed: "40%", origin: report, locator: "1", status: official}
  growth:
    section: society
    title: {vi: "Tốc độ tăng", en: "Growth"}
    unit: "%/năm"
    direction: increase
    price: constant
    rows:
      - code: "2"
        area: land
        locator: "1"
        target: {period: 2026/27-2030/31, timing: average, comparator: more_than, value: 7, printed: "trên 7%/năm"}
      - code: "3"
        area: land
        locator: "1"
        target: {period: 2026/27-2030/31, timing: every_year, comparator: more_than, value: 6, printed: "trên 6%/năm"}
  rise:
    section: society
    title: {vi: "Mức tăng", en: "Rise"}
    unit: "%/năm"
    direction: increase
    price: constant
    rows:
      - code: "5"
        area: land
        locator: "1"
        target: {period: 2026/27-2030/31, timing: average, comparator: more_than, value: 7, printed: "trên 7%/năm"}
      - code: "6"
        area: land
        locator: "1"
        target: {period: 2026/27-2030/31, timing: every_year, comparator: more_than, value: 5, printed: "trên 5%/năm"}
  money:
    section: society
    title: {vi: "Tổng vốn", en: "Investment"}
    unit: tỷ đồng
    direction: increase
    price: current
    rows:
      - code: "4"
        area: land
        locator: "1"
        target: {period: 2026/27-2030/31, timing: total, comparator: more_than, value: 999, printed: "trên 999 tỷ đồng"}
observations:
  - origin: report
    locator: "2"
    figures:
      - {indicator: cover, period: 2026/27, value: 41.5, printed: "41,5%"}
      - {indicator: cover, period: 2027/28, value: 43.5, printed: "43,5%"}
      - {indicator: growth, period: 2026/27, value: 6.1, printed: "6,1%/năm"}
      - {indicator: growth, period: 2027/28, value: 5.5, printed: "5,5%/năm"}
      - {indicator: rise, period: 2027/28, value: 5.5, printed: "5,5%/năm"}
      - {indicator: money, period: 2025/26, value: 140, printed: "140 tỷ đồng"}
      - {indicator: money, period: 2026/27, value: 151, printed: "151 tỷ đồng"}
"""
FISCAL_YEAR = re.compile(r"(\d{4})/\d\d")


def calendar(text: str) -> str:
    """A text with every fiscal year written as the year it begins in."""
    return FISCAL_YEAR.sub(r"\1", text)


def catalogue(folder: Path, text: str) -> Catalogue:
    folder.mkdir()
    (folder / "all.yaml").write_text(text, encoding="utf-8")
    return loaded(folder)


def answers(found: Catalogue, as_of: int) -> list[Any]:
    """What status, project and check say, as rows for machines."""
    known = Knowledge(found, Clock(as_of))
    (plan,) = found.plans.values()
    ways = [way_of(row, known) for row in plan.rows]
    outlooks = [Outlook(projected(way, known, Choice()), judged(way, known, "statcan")) for way in ways]
    rows = [status_row(each, TONGUES) for each in assess(plan, known)]
    rows += [outlook_row(each, 2030, TONGUES) for each in outlooks]
    return [*rows, *(finding_row(each, TONGUES) for each in audit(known))]


def texts(value: Any) -> list[str]:
    """Every text within an answer."""
    if isinstance(value, dict):
        return [text for each in (*value, *value.values()) for text in texts(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("as_of", [2025, 2027, 2030], ids="as of {}".format)
def test_a_plan_in_fiscal_years_has_the_answers_of_the_same_plan_in_years(tmp_path: Path, as_of: int) -> None:
    """Only the years print otherwise: baseline, target, standing, pace, projection and findings are the same."""
    fiscal = answers(catalogue(tmp_path / "fiscal", FISCAL), as_of)
    plain = answers(catalogue(tmp_path / "plain", calendar(FISCAL)), as_of)
    assert calendar(repr(fiscal)).replace("/fiscal/", "/plain/") == repr(plain).replace("/fiscal/", "/plain/")


@pytest.mark.parametrize("as_of", [2025, 2027, 2030], ids="as of {}".format)
def test_every_fiscal_year_prints_as_one(tmp_path: Path, as_of: int) -> None:
    """No answer tells a bare year of the plan, in whatever field."""
    said = texts(answers(catalogue(tmp_path / "fiscal", FISCAL), as_of))
    assert [text for text in said if re.search(r"\b20[23]\d\b(?!/\d\d)(?!-\d\d)", FISCAL_YEAR.sub("", text))] == []
    assert any(FISCAL_YEAR.search(text) for text in said)


def test_the_newest_fiscal_year_is_the_clock(tmp_path: Path) -> None:
    """And prints itself."""
    assert str(newest_year(catalogue(tmp_path / "fiscal", FISCAL))) == "2027/28"


def test_figures_of_parts_of_a_year_are_kept_apart(tmp_path: Path) -> None:
    """They are no observation of a year, and stand in declared order."""
    folder = write_files(tmp_path / "data", more=observed("40%", period="2026-6M", value="40"))
    found = loaded(folder)
    assert [str(each.period) for each in found.in_year_about("forest", "whole")] == ["2026-6M"]
    assert [str(each.period) for each in found.about("forest", "whole")] == ["2024"]


def test_what_a_count_within_a_year_means_is_asked_where_it_is_declared(tmp_path: Path) -> None:
    """Once, naming the figure; a declaration answers it."""
    texts_of = {
        "half": observed("92 xã", "communes", period="2026-6M", value="92"),
        "quarter": observed("91 xã", "communes", period="2026-3M", value="91"),
    }
    folder = write_files(tmp_path / "data", **texts_of)
    with pytest.raises(DataError) as caught:
        loaded(folder)
    (problem,) = caught.value.problems
    assert "2026-6M in" in str(problem)
    assert "Add flow: true" in str(problem)
    text = (folder / "indicators.yaml").read_text(encoding="utf-8")
    (folder / "indicators.yaml").write_text(text.replace("    unit: xã\n", "    unit: xã\n    flow: false\n"), "utf-8")
    assert len(loaded(folder).in_year) == 2


def test_a_figure_within_a_year_stands_once(tmp_path: Path) -> None:
    """The same figure of the same place twice is refused, as of years."""
    told = observed("40%", period="2026-6M", value="40")
    with pytest.raises(DataError, match="is already in"):
        loaded(write_files(tmp_path / "data", one=told, other=told))
