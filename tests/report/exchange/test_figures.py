"""Every number of the table of figures is the one that status and explain answer machines with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tgkt.engine.explain import entries_of, in_year_of, reprints_of
from tgkt.engine.export.export import export
from tgkt.engine.status.rows import assess
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.exchange.figures import FIGURES
from tgkt.report.explain_rows import explain_rows
from tgkt.report.machine.tongues import Tongues
from tgkt.report.status.rows import status_rows
from tgkt.results.explain import Explanation
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
FOLDERS = {
    "the shipped data": shipped_data(),
    "a plan in English": EXAMPLES / "ireland_climate",
    "what came since": EXAMPLES / "thai_nguyen_since",
}
each_folder = pytest.mark.parametrize("name", FOLDERS)
Row = Mapping[str, Any]
_TONGUES = Tongues("en")
_NAMES = ("comparator", "period", "timing", "status", "taken_as", "origin")
_NUMBERS = ("value", "low", "high", "range_low", "range_high")


class Found(NamedTuple):
    """A folder, and its table of figures."""

    knowledge: Knowledge
    figures: dict[str, Row]


@cache
def found(name: str) -> Found:
    """What is exported of a folder."""
    catalogue = load_folder(FOLDERS[name])
    knowledge = Knowledge(catalogue, Clock(newest_year(catalogue, None)))
    return Found(knowledge, {each["key"]: each for each in FIGURES.rows(export(knowledge))})


@cache
def status(name: str) -> list[Row]:
    """The rows of all plans, as status answers machines, with a structure's parts."""
    knowledge = found(name).knowledge
    plans = knowledge.catalogue.plans.values()
    return [row for plan in plans for row in status_rows(assess(plan, knowledge), _TONGUES, is_long=True)]


@each_folder
def test_what_is_printed_is_as_in_explain(name: str) -> None:
    """Value, ends, status and role of every figure of the past, under the same key."""
    knowledge, figures = found(name)
    compared = 0
    for indicator in knowledge.catalogue.indicators.values():
        for entries_in in (entries_of, in_year_of, reprints_of):
            areas = knowledge.catalogue.areas
            entries = tuple(each for area in areas for each in entries_in(indicator, area, knowledge))
            for row in explain_rows(Explanation(indicator, (), entries, (), (), ()), _TONGUES):
                figure = figures[row["key"]]
                assert [figure.get(each) for each in (*_NUMBERS, *_NAMES)] == [
                    row[each] for each in (*_NUMBERS, *_NAMES)
                ], row["key"]
                assert figure["counts_as"] == row["role"]
                compared += 1
    assert compared == sum(each["role"] not in ("target", "derived") for each in figures.values())


@each_folder
def test_targets_are_as_in_status(name: str) -> None:
    """The number, the range, the words, and what meets it, whichever name of its unit the document uses."""
    figures, compared = found(name).figures, 0
    for row in status(name):
        key = f"{row['part_of']}/target/{row['key'].rsplit('/')[-1]}" if row["part_of"] else f"{row['key']}/target"
        assert (key in figures) is (row["comparator"] is not None), key
        if key not in figures:
            continue
        figure = figures[key]
        own = [figure.get(each) for each in ("value", "comparator", "period", "range_low", "range_high")]
        wanted = ("target", "comparator", "target_period", "target_range_low", "target_range_high")
        assert own == [row[each] for each in wanted], key
        if row["target_of"] is None and row["target_unit"] is not None:
            assert (figure["low"], figure["high"]) == (row["target_low"], row["target_high"]), key
        compared += 1
    assert compared == sum(each["role"] == "target" for each in figures.values())


@each_folder
def test_derived_figures_are_those_of_status(name: str) -> None:
    """Each that status shows in parentheses, a mean of years too, and no other."""
    fields = ("", "_low", "_high", "_period", "_how", "_status", "_formula")
    wanted = {
        (row["id"], row["area"], *(row[f"{kind}{each}"] for each in fields))
        for row in status(name)
        for kind in ("baseline", "current", "result")
        if row[f"{kind}_how"] in ("own", "blend", "formula", "bounds")
    }
    names = ("indicator", "area", "value", "low", "high", "period", "how", "status", "formula")
    own = {tuple(each[it] for it in names) for each in found(name).figures.values() if each["role"] == "derived"}
    assert wanted
    assert own == wanted
