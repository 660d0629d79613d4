"""The statement against the engine: 14,000 figures on every edge, judged by both in every year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import pace
from tgkt.arithmetic.quantity import number
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Path
from tgkt.facts.units import TIMES, factor
from tgkt.loading.files import load_folder
from tgkt.panel.base import Base, File
from tgkt.panel.duck import Duck, duck
from tgkt.panel.figures import make_tables, profile, scale_of
from tgkt.panel.source import read_files
from tgkt.panel.statement import statement
from tgkt.panel.target import measures, targets_of
from tgkt.results.status import Assessment
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from .fixture import AREAS, figures, observations, plan, table

YEARS = range(2025, 2031)
NAMED = ("beyond_panel", "beyond_decimal")
MOST_NAMED = 70


@pytest.fixture(scope="module")
def by_engine(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The plan with a row for every area, and the figures in YAML."""
    folder, rows = tmp_path_factory.mktemp("engine"), figures()
    (folder / "plan.yaml").write_text(plan(AREAS), encoding="utf-8")
    for at in range(0, len(rows), 3000):
        (folder / f"figures_{at}.yaml").write_text(observations(rows[at : at + 3000]), encoding="utf-8")
    return load_folder(folder)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Duck]:
    """The same figures as CSV, and the plan with one row for all areas."""
    folder = tmp_path_factory.mktemp("panel")
    (folder / "plan.yaml").write_text(plan(), encoding="utf-8")
    (folder / "figures.csv").write_text(table(figures()), encoding="utf-8")
    with duck("1GB") as found:
        judge(found, folder / "figures.csv", load_folder(folder))
        yield found


def judge(base: Base, file: File, catalogue: Catalogue) -> None:
    """The answers of every year, each as a table."""
    shape = read_files(base, [file], {})
    targets = targets_of(catalogue.plans["made_up"], catalogue)
    units = measures(catalogue.indicators.values())
    scale = scale_of(targets, units, profile(base, shape))
    make_tables(base, shape, scale, targets, units)
    forms = {each.form for each in targets}
    for year in YEARS:
        base.run(f"CREATE TABLE answers_{year} AS {statement(scale, year, forms, has_words=True)}")


Told = tuple[str, str, bool | None]


@cache
def _answers(base: Any, year: int) -> dict[tuple[str, str], dict[str, Any]]:
    names = ("gap", "required_now", "needed", "certain", "standing_told", "verdict_told")
    rows = base.rows(
        f"SELECT pair_area, indicator, {', '.join(names)} FROM answers_{year} a JOIN targets t ON t.id = a.id"
    )
    return {(row[0], row[1]): dict(zip(names, row[2:], strict=True)) for row in rows}


def _told(item: Assessment) -> Told:
    if item.standing is not None:
        return "pending", f"{item.standing.kind} {item.standing.reason.code}", item.standing.certain
    return str(item.verdict.grade), item.verdict.reason.code, item.verdict.certain


def _told_by_panel(row: dict[str, Any]) -> Told:
    grade, _, code = str(row["verdict_told"]).partition(" ")
    return grade, str(row["standing_told"]) if grade == "pending" else code, row["certain"]


Pair = tuple[Assessment, dict[str, Any]]
Pairs = Callable[[int], tuple[Pair, ...]]


@pytest.fixture(scope="module")
def pairs(by_engine: Catalogue, base: Base) -> Pairs:
    """Every pair with a figure up to a year, as both judge it; judged once."""
    return cache(lambda year: tuple(_pairs(by_engine, base, year)))


def _pairs(catalogue: Catalogue, base: Any, year: int) -> Iterator[Pair]:
    knowledge, found = Knowledge(catalogue, Clock(year)), _answers(base, year)
    seen = {(each.area, each.indicator) for each in figures() if each.year <= year}
    for item in assess(catalogue.plans["made_up"], knowledge):
        if (item.row.area, item.row.indicator.id) in seen:
            yield item, found[item.row.area, item.row.indicator.id]


@pytest.mark.parametrize("year", YEARS)
def test_panel_judges_as_the_engine_does(pairs: Pairs, year: int) -> None:
    """Verdict, standing, certain and reason of every pair; the few that are not judged say so."""
    differ, named = [], 0
    for item, row in pairs(year):
        told = _told_by_panel(row)
        if told[1].endswith(NAMED):
            named += 1
        elif told != _told(item):
            differ.append((item.row.area, item.row.indicator.id, _told(item), told))
    assert differ == []
    assert named <= MOST_NAMED


@pytest.mark.parametrize("year", YEARS)
def test_panel_computes_what_the_engine_does(pairs: Pairs, year: int) -> None:
    """Gap, required value and needed pace within 1e-12 of the engine's."""
    apart = []
    for item, row in pairs(year):
        if _told_by_panel(row)[1].endswith(NAMED):
            continue
        own = item.row.indicator.unit
        times = Decimal(1) if item.unit in (own, TIMES) else factor(item.unit, own)
        is_pace = item.needed is not None and item.needed.unit.is_percent
        numbers = (
            (item.gap, times, row["gap"]),
            (item.required.value if item.required else None, times, row["required_now"]),
            (item.needed.value if item.needed else None, Decimal(1) if is_pace else times, row["needed"]),
        )
        for exact, by, got in numbers:
            if (exact is None) is not (got is None) or (exact is not None and _apart(exact * by, got)):
                apart.append((item.row.area, item.row.indicator.id, exact, got))
    assert apart == []


@pytest.mark.parametrize("year", YEARS)
def test_growth_is_the_engines(base: Base, year: int) -> None:
    """From start to end within 1e-12: percent a year on a geometric way, else what is added a year; none from zero."""
    rows = base.rows(
        "SELECT start_figure, end_figure, last_year - first_year, is_geometric, moved "
        f"FROM answers_{year} a JOIN targets t ON t.id = a.id WHERE end_figure IS NOT NULL"
    )
    found = [(_moved(*each[:4]), each[4]) for each in rows]
    assert [each for each in found if (each[0] is None) is not (each[1] is None)] == []
    assert [each for each in found if each[0] is not None and _apart(each[0], each[1])] == []
    assert len(found) > 1000


def _moved(start: Decimal, end: Decimal, years: int, is_geometric: bool) -> Decimal | None:
    try:
        found = pace(number(start), number(end), years, Path.GEOMETRIC if is_geometric else Path.LINEAR).value
    except NotComputableError:
        return None
    return found * 100 if is_geometric else found


def _apart(exact: Decimal, got: object) -> bool:
    return abs(exact - Decimal(str(got))) > Decimal("1e-12") * max(Decimal(1), abs(exact))


def test_the_table_holds_every_sort_of_answer(pairs: Pairs) -> None:
    """No test above passes because its table is dull."""
    found = Counter(_told(item) for year in YEARS for item, _ in pairs(year))
    assert len(found) >= 45
    assert sum(found.values()) > 10_000
