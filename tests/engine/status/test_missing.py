"""Why nothing is known of a row: the nearest thing that documents do print."""

from __future__ import annotations

from typing import Any

import pytest
from builders import knowledge, period, row, statement

from tgkt.engine.status.missing import why_no_figure
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.statement import Placed, Statement, Status, Timing


def before(printed: str, year: Any = 2025, **changes: Any) -> Statement:
    return statement(printed, period=period(year), **changes)


NORTH, SOUTH, OWN = before("49", area="north"), before("51", area="south"), before("47", 2024)


@pytest.mark.parametrize(
    ("observed", "code", "named"),
    [
        pytest.param([], "none_printed", [], id="no document prints a figure"),
        pytest.param([NORTH, SOUTH], "only_parts", ["49", "51"], id="both old provinces"),
        pytest.param([SOUTH], "only_parts", ["51"], id="one old province"),
        pytest.param([NORTH, OWN], "only_other_period", ["47"], id="its own figure comes first"),
        pytest.param(
            [before("43", 2021), OWN, before("45", 2023)], "only_other_period", ["47"], id="the latest of several years"
        ),
        pytest.param([before("55", 2026)], "only_other_period", ["55"], id="a figure of a later year"),
        pytest.param([before("60", ambition=True)], "none_printed", [], id="an older ambition is no figure"),
        pytest.param([before("60", status=Status.FORECAST)], "none_printed", [], id="a forecast is no figure"),
        pytest.param([before("1.6", relative_to=2020)], "none_printed", [], id="a multiple is no figure"),
        pytest.param(
            [before("40", "2021-2025", timing=Timing.AVERAGE), before("41", 2025, area="north")],
            "only_other_period",
            ["40"],
            id="the figure of a term",
        ),
    ],
)
def test_the_nearest_figures_are_named(observed: list[Statement], code: str, named: list[str]) -> None:
    """The reader is told which figures there are, with the area each is of."""
    judged = row(target=statement("≥ 60"))
    known = knowledge(*observed, rows=[judged], as_of=2027)
    found = why_no_figure(way_of(judged, known), known)
    told = dict(found.facts).get("figures", ())
    assert isinstance(told, tuple)
    assert (found.code, [each.statement.printed for each in told if isinstance(each, Placed)]) == (code, named)
