"""Formulas beside an indicator: what they measure is what the indicator does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import indicator

from tgkt.errors import DataError
from tgkt.facts.formula import Term
from tgkt.facts.indicator import Indicator, Kind, Price, Words
from tgkt.facts.parsing import parse_general, parse_term
from tgkt.facts.period import Period
from tgkt.facts.units import parse_unit
from tgkt.loading.derivations import _of_another_kind

from .mini import INDICATORS, loaded, write_files


def measured(name: str, unit: str, kind: Kind, **changes: Any) -> Indicator:
    """An indicator in a unit."""
    return indicator(id=name, unit=parse_unit(unit), kind=kind, **changes)


DECLARED = {
    each.id: each
    for each in (
        measured("grdp", "tỷ đồng", Kind.LEVEL, price=Price.CURRENT),
        measured("output", "tỷ đồng", Kind.LEVEL, price=Price.CONSTANT),
        measured("population", "nghìn người", Kind.LEVEL),
        measured("per_head", "triệu đồng/người/năm", Kind.LEVEL, price=Price.CURRENT),
        measured("share", "%", Kind.SHARE),
        measured("growth", "%/năm", Kind.GROWTH, price=Price.CURRENT),
        measured("real_growth", "%/năm", Kind.GROWTH, price=Price.CONSTANT),
        measured("place", "bậc", Kind.RANK),
    )
}
FITS = {
    "population": "grdp[a, 2025] / per_head[a, 2025]",
    "grdp": "grdp.multiple[a, 2025] * grdp[a, 2020]",
    "share": "1 - grdp[b, 2025] / grdp[a, 2025]",
    "growth": "average_growth(grdp[a, 2020], grdp[a, 2025], 5)",
    "per_head": "(grdp[a, 2025] - grdp[b, 2025]) / population[a, 2025]",
}
OTHER = {
    (
        "population",
        "grdp[a, 2025] * per_head[a, 2025]",
    ): "the formula gives VND/person, but 'population' is in nghìn người",
    ("grdp", "output[a, 2025] * 2"): "gives VND (constant prices), but 'grdp' is in tỷ đồng",
    ("share", "grdp[a, 2025]"): "gives VND, but 'share' is in %",
    ("grdp", "share[a, 2025]"): "gives share, but 'grdp' is in tỷ đồng",
    ("grdp", "grdp[a, 2025] + population[a, 2025]"): "cannot add VND and people",
    ("growth", "growth[a, 2025] - real_growth[a, 2025]"): "constant prices",
    ("place", "place[a, 2024] * 2"): "ranks",
    ("grdp", "weight(share[a, 2025], share[b, 2025], share[c, 2025])"): "gives share, but 'grdp'",
}


@pytest.mark.parametrize(("name", "text"), FITS.items(), ids=FITS.values())
def test_a_formula_may_measure_what_its_indicator_does(name: str, text: str) -> None:
    """Whatever the scale of its unit, and whatever a multiple is of."""
    assert slip(name, parse_term(text)) is None


@pytest.mark.parametrize(("case", "message"), OTHER.items(), ids=[text for _, text in OTHER])
def test_a_formula_that_measures_something_else_is_refused(case: tuple[str, str], message: str) -> None:
    """The message names both, and how to mend it."""
    told = slip(case[0], parse_term(case[1]))
    assert told is not None
    assert message in told
    assert told.endswith("Correct the formula")


def slip(name: str, term: Term) -> str | None:
    """What is wrong with a formula for an indicator."""
    return _of_another_kind(term, DECLARED[name], DECLARED)


def test_a_formula_from_which_no_number_follows_is_not_judged() -> None:
    """What is zero whatever the amounts measures nothing that could be compared."""
    assert slip("grdp", parse_term("grdp[a, 2025] / (share[a, 2025] - share[a, 2025])")) is None


FOREST = INDICATORS.replace("    blend: {by: none}\n", "    blend: {by: none}\n    derive: [{DERIVE}]\n", 1)


def test_a_derivation_holds_its_formula_area_period_and_assumption(tmp_path: Path) -> None:
    """As declared; what is left out holds for any area and any year."""
    narrow = '{area: north, period: 2025, formula: "1 - forest[south, 2025]", assumes: {vi: "Như nhau", en: "Alike"}}'
    text = FOREST.replace("{DERIVE}", f'{narrow}, {{formula: "forest[area, year - 1] * 1"}}')
    one, other = loaded(write_files(tmp_path, indicators=text)).indicators["forest"].derive
    assert (one.area, one.period, one.assumes) == ("north", Period(2025, 2025), Words("Như nhau", "Alike"))
    assert (other.area, other.period, other.assumes) == (None, None, None)
    assert other.term == parse_general("forest[area, year - 1] * 1")


def test_a_formula_in_another_unit_names_its_file_and_line(tmp_path: Path) -> None:
    """In the data as in the table above: no folder with such a formula is loaded."""
    text = FOREST.replace("{DERIVE}", '{formula: "communes[area, year]"}')
    with pytest.raises(
        DataError, match=r"indicators\.yaml:\d+:\d+: indicators\.forest\.derive\[0\]\.formula: .* gives"
    ):
        loaded(write_files(tmp_path, indicators=text))
