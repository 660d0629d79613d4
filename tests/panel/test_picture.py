"""The counts of a picture against the rows of the panel, counted one by one in Python."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli.runner import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tgkt.loading.files import load_folder
from tgkt.panel.duck import Duck, duck
from tgkt.panel.picture import MOST_ROWS, picture
from tgkt.panel.run import Wanted, run
from tgkt.report.handout.picture_words import REASONS
from tgkt.results.picture import Picture, Standings, Worst

from .fixture import figures as many_figures
from .fixture import plan as wide_plan
from .fixture import table

pytestmark = pytest.mark.usefixtures("unkept")

BASE, LAST, AS_OF = 2025, 2030, 2028
AREAS = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b", "c1": "c", "d1": ""}
PLAN = """
language: en
area: all
areas: {all: {title: All}, a1: {title: A1}, b1: {title: B1}, b2: {title: B2}, c1: {title: C1}}
origins: {made_up: {title: Made up, date: "2025-01-01"}}
sections: {one: One, two: Two}
plan: {id: made_up, title: Made up, period: 2026-2030, baseline: 2025, origin: made_up}
indicators:
  up: {title: Up, section: one, unit: "%", direction: increase, target: {2030: {value: 60, comparator: at_least}}}
  down: {title: Down, section: two, unit: "%", direction: decrease, target: {2027: {value: 40, comparator: at_most}}}
  near: {title: Near, section: one, unit: "%", direction: neutral, target: {2030: 50}}
  times: {title: Times, section: two, unit: tấn, direction: increase, target: {2030: {times: 1.2, of: 2025}}}
  mean: {title: Mean, section: two, unit: "%", direction: increase, target: {2026-2030: {value: 50, timing: average}}}
  own:
    title: Own
    section: one
    unit: "%"
    direction: increase
    rows:
    - {code: "1", area: a1, target: {period: 2030, value: 55}}
    - {code: "1", area: b1, target: {period: 2030, value: 65}}
    - {code: "1", area: c1, target: {period: 2028, value: 45}}
  bare: {title: Bare, section: one, unit: "%", direction: increase}
"""
GENERAL = {"up": "2030", "down": "2027", "near": "2030", "times": "2030", "mean": "2026-2030"}
OWN = {("a1", "2030"), ("b1", "2030"), ("c1", "2028")}
BETTER = {"up": 1, "down": -1, "times": 1, "mean": 1, "own": 1}
Figures = dict[tuple[str, str, int], Decimal]
_FIGURE = st.integers(300, 700).map(lambda tenths: Decimal(tenths) / 10)
_KEYS = [(area, id, year) for area in AREAS for id in (*GENERAL, "own", "bare") for year in range(2023, LAST + 1)]
FIGURES = st.dictionaries(st.sampled_from(_KEYS), _FIGURE, min_size=1, max_size=150)


class Drawn(NamedTuple):
    """A picture, the rows it was counted from, and those of the parents."""

    found: Picture
    rows: list[dict[str, Any]]
    parents: list[dict[str, Any]]


def drawn(folder: Path, told: Figures, areas: dict[str, str] | None = AREAS, **asked: Any) -> Drawn:
    """The picture of some figures."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    lines = [f"{area},{id},{year},{value}" for (area, id, year), value in told.items()]
    (folder / "figures.csv").write_text("area,indicator,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    catalogue, file = load_folder(folder / "data"), None
    if areas is not None:
        file = folder / "areas.csv"
        listed = [f"{area},{parent},{len(area) + at}" for at, (area, parent) in enumerate(areas.items())]
        file.write_text("area,parent,weight\n" + "\n".join(listed) + "\n", encoding="utf-8")
    wanted = Wanted((folder / "figures.csv",), {}, file, **({"as_of": AS_OF} | asked))
    with duck("500MB") as base:
        run(base, wanted, catalogue.plans["made_up"], catalogue)
        found = picture(base, wanted, [*GENERAL, "own"])
        return Drawn(found, rows_of(base, "panel"), rows_of(base, "parents") if areas is not None else [])


def rows_of(base: Duck, view: str) -> list[dict[str, Any]]:
    """The rows of a view by the names of their columns."""
    names = list(base.columns(view))
    return [dict(zip(names, row, strict=True)) for row in base.rows(f"SELECT * FROM {view}")]


def pairs(told: Figures, areas: dict[str, str] | None) -> list[tuple[str, str, str]]:
    """Every pair: area, indicator, period."""
    listed = areas if areas is not None else dict.fromkeys(area for area, _, year in told if year <= AS_OF)
    found = [(area, id, period) for area in listed for id, period in GENERAL.items()]
    return found + [(area, "own", period) for area, period in OWN if area in listed]


def state(row: dict[str, Any]) -> str:
    """Where a row is counted."""
    told = str(row["standing"] or row["verdict"])
    return "met" if told == "exceeded" else told


def counted(whole: list[tuple[str, str, str]], rows: list[dict[str, Any]], told: Figures) -> Standings:
    """The pairs, counted one by one."""
    keys = {(row["area"], row["indicator"], row["target_period"]): row for row in rows}
    own = [keys[each] for each in whole if each in keys]
    states = Counter(map(state, own))
    unsure = Counter(state(row) for row in own if row["certain"] is False)
    known = [
        area
        for area, id, period in whole
        if any((area, id, year) in told for year in range(BASE, min(int(period[-4:]), AS_OF) + 1))
    ]
    names = ("met", "not_met", "already_met", "on_track", "behind", "already_missed")
    groups = (("met", "already_met", "on_track"), ("not_met", "behind", "already_missed"))
    perhaps = (sum(unsure[name] for name in group) for group in groups)
    found = [len(whole), len(known), len(own), *(states[name] for name in names), sum(unsure.values()), *perhaps]
    return Standings(*found)


RARELY = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("areas", [AREAS, None], ids=["areas of a file", "areas that have figures"])
@given(told=FIGURES)
@RARELY
def test_a_picture_is_that_of_its_rows(tmp_path: Path, areas: dict[str, str] | None, told: Figures) -> None:
    """Its counts, those of parents, the worst areas and the reasons: a picture is drawn once for all of them."""
    both = drawn(tmp_path, told, areas)
    counts_are_those_of_the_rows(both, areas, told)
    if areas is not None:
        parents_count_as_the_page_does(both)
    the_worst_are_the_worst(both)
    every_undecided_pair_has_a_reason(both)


def counts_are_those_of_the_rows(both: Drawn, areas: dict[str, str] | None, told: Figures) -> None:
    """Of the whole, of every target and of every parent, pairs without any figure included."""
    found, rows, _ = both
    whole = pairs(told, areas)
    assert found.total == counted(whole, rows, told)
    for aim in found.aims:
        own = [each for each in whole if each[1:] == (aim.indicator, aim.period)]
        assert aim.standings == counted(own, rows, told), aim
        judged = [row for row in rows if (row["indicator"], row["target_period"]) == (aim.indicator, aim.period)]
        assert aim.standings.known == sum(row["last_year"] is not None for row in judged), aim
    assert {(aim.indicator, aim.period) for aim in found.aims} == {each[1:] for each in whole}
    listed = areas or {}
    for parent in found.parents:
        assert parent.standings == counted([each for each in whole if listed[each[0]] == parent.name], rows, told)
    for row in found.rows:
        own = [each for each in whole if (listed[each[0]], *each[1:]) == (row.name, row.indicator, row.period)]
        assert row.standings == counted(own, rows, told), row
    assert len(found.rows) + found.rest == len({(listed[each[0]], *each[1:]) for each in whole if listed.get(each[0])})


def parents_count_as_the_page_does(both: Drawn) -> None:
    """Areas, those with a figure and those in every state; of targets that are not judged and of one area too."""
    found, _, parents = both
    counts = ("known", "met", "not_met", "already_met", "on_track", "behind", "already_missed", "uncertain")
    page = {
        (row.name, row.indicator, row.period): (row.standings.pairs, *(getattr(row.standings, name) for name in counts))
        for row in found.rows
    }
    keys = ("parent", "indicator", "target_period")
    rows = {tuple(row[key] for key in keys): tuple(row[name] for name in ("areas", *counts)) for row in parents}
    assert (found.rest, rows) == (0, page)
    assert all(row["coverage"] == pytest.approx(row["known"] / row["areas"], abs=1e-6) for row in parents)


def test_an_area_that_is_not_judged_has_a_figure_all_the_same(tmp_path: Path) -> None:
    """One of three areas has a figure of a rank, which the statement judges nowhere."""
    (tmp_path / "data").mkdir()
    rank = "  rank: {title: Rank, section: one, kind: rank, unit: hạng, direction: decrease, target: {2030: 5}}\n"
    told = PLAN.replace("  bare:", rank + "  bare:")
    (tmp_path / "data" / "plan.yaml").write_text(told, encoding="utf-8")
    (tmp_path / "figures.csv").write_text("area,indicator,year,value\na1,rank,2026,7\n", encoding="utf-8")
    (tmp_path / "areas.csv").write_text("area,parent\na1,a\na2,a\na3,a\n", encoding="utf-8")
    catalogue = load_folder(tmp_path / "data")
    with duck("500MB") as base:
        run(
            base, Wanted((tmp_path / "figures.csv",), {}, tmp_path / "areas.csv"), catalogue.plans["made_up"], catalogue
        )
        (judged,) = rows_of(base, "panel")
        (row,) = [each for each in rows_of(base, "parents") if each["indicator"] == "rank"]
    assert (judged["reason"], judged["last_year"]) == ("beyond_panel", None)
    assert (row["areas"], row["known"], row["coverage"]) == (3, 1, pytest.approx(1 / 3, abs=1e-6))


def the_worst_are_the_worst(both: Drawn) -> None:
    """The first five by value and name, with the year; none where neither way is better."""
    found, rows, _ = both
    for aim in found.aims:
        sign = BETTER.get(aim.indicator)
        own = [
            (Fraction(row["end"]) * (sign or 0), row["area"], row)
            for row in rows
            if (row["indicator"], row["target_period"]) == (aim.indicator, aim.period) and row["end"] is not None
        ]
        expected = [
            Worst(area, row["end"], row["last_year"]) for _, area, row in sorted(own, key=lambda each: each[:2])
        ]
        assert list(aim.worst) == (expected[:5] if sign else []), aim


def every_undecided_pair_has_a_reason(both: Drawn) -> None:
    """The reasons make up what is not decided."""
    found, rows, _ = both
    decided = ("met", "not_met", "already_met", "on_track", "behind", "already_missed")
    reasons = Counter(row["reason"] for row in rows if state(row) not in decided)
    reasons["no_row"] = found.total.pairs - len(rows)
    assert {each.code: each.pairs for each in found.whys} == {code: count for code, count in reasons.items() if count}
    assert sum(each.pairs for each in found.whys) == found.total.undecided
    assert [each.pairs for each in found.whys] == sorted((each.pairs for each in found.whys), reverse=True)


def test_what_was_read_is_told(tmp_path: Path) -> None:
    """Figures later than the year as of which is judged are read and left out."""
    told = {("a1", "up", year): Decimal("50.5") for year in (2025, 2026, 2029)}
    read = drawn(tmp_path, told).found.read
    assert (read.files, read.figures, read.used, read.areas, read.parents) == (("figures.csv",), 3, 2, len(AREAS), 3)
    assert (read.as_of, read.is_exact) == (AS_OF, False)
    read = drawn(tmp_path, told, None, as_of=None).found.read
    assert (read.used, read.areas, read.parents, read.as_of) == (3, 1, None, 2029)


def test_light_areas_are_not_named(tmp_path: Path) -> None:
    """The areas weigh 2 to 8 in their order."""
    told = {(area, "up", 2026): Decimal(50) for area in AREAS}
    names = {
        least: [each.area for aim in drawn(tmp_path, told, least_weight=least).found.aims for each in aim.worst]
        for least in (None, Decimal("6.5"))
    }
    assert names == {None: ["a1", "a2", "a3", "b1", "b2"], Decimal("6.5"): ["c1", "d1"]}


def test_where_there_are_too_many_parents_the_worst_stay(tmp_path: Path) -> None:
    """By the share of their areas that are missed or behind; those of all are counted all the same."""
    areas = {f"x{at:03}": f"p{at // 2:03}" for at in range(2 * MOST_ROWS)}
    told = {(area, "down", 2027): Decimal(45 if int(area[1:]) % 20 in (0, 10, 11) else 35) for area in areas}
    found, _, _ = drawn(tmp_path, told, areas)
    total = MOST_ROWS * len(GENERAL)
    assert (len(found.rows), found.rest) == (MOST_ROWS, total - MOST_ROWS)
    shares = [Fraction(row.standings.bad, row.standings.pairs) for row in found.rows]
    assert shares == sorted(shares, reverse=True)
    assert Counter(shares) == {Fraction(1): 6, Fraction(1, 2): 6, Fraction(0): MOST_ROWS - 12}
    assert sum(parent.standings.pairs for parent in found.parents) == found.total.pairs


def reasons_of_the_statement() -> Iterator[str]:
    """The codes that the statement gives to what it does not decide, as they stand in its text."""
    for file in sorted((ROOT / "tgkt" / "panel").glob("*.py")):
        text = file.read_text(encoding="utf-8")
        yield from re.findall(r"'(?:open|no_figure|not_assessable) ([a-z_]+)'", text)


def test_every_reason_has_words() -> None:
    """A new code without words would stand on the page as it is."""
    codes = {*reasons_of_the_statement()}
    assert len(codes) > 10
    assert codes - {*REASONS} == set()


@pytest.mark.parametrize("as_of", [2025, 2027, 2030])
def test_counts_of_every_sort_of_target(tmp_path: Path, as_of: int) -> None:
    """The fixture of the statement: 14,000 figures, every form, ranks and the like that are refused."""
    (tmp_path / "plan.yaml").write_text(wide_plan(), encoding="utf-8")
    (tmp_path / "figures.csv").write_text(table(many_figures()), encoding="utf-8")
    catalogue = load_folder(tmp_path)
    plan = catalogue.plans["made_up"]
    wanted = Wanted((tmp_path / "figures.csv",), {}, as_of=as_of)
    with duck("1GB") as base:
        run(base, wanted, plan, catalogue)
        found = picture(base, wanted, [*dict.fromkeys(row.indicator.id for row in plan.rows)])
        told = base.rows("SELECT verdict, standing, certain, reason FROM panel")
    states = Counter(
        {"exceeded": "met"}.get(standing or verdict, standing or verdict) for verdict, standing, *_ in told
    )
    names = ("met", "not_met", "already_met", "on_track", "behind", "already_missed")
    assert [getattr(found.total, name) for name in names] == [states[name] for name in names]
    assert found.total.uncertain == sum(certain is False for *_, certain, _ in told)
    assert found.total.answered == len(told)
    assert {each.code for each in found.whys} <= {*REASONS}
