"""Why nothing is known of a row: the nearest things that documents do print, and what was looked for."""

from __future__ import annotations

from typing import Any

import pytest
from builders import indicator, knowledge, period, row, statement
from shipped import TARGETS, rows_of, shipped

from tgkt.engine.status.missing import why_no_figure
from tgkt.engine.status.rows import assess_row
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.indicator import Kind, Words
from tgkt.facts.statement import Placed, Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.results.status import StandingKind
from tgkt.series.series import Knowledge


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


SOUGHT = Words("“Tỷ lệ” chỉ có ở chỉ tiêu (1).", "“Tỷ lệ” stands only in target (1).")
OTHER = indicator(id="other", kind=Kind.GROWTH, unit=parse_unit("%/năm"))
NEAR = {"indicator": "other", "unit": parse_unit("%/năm")}


def beside(*observed: Statement, **changes: Any) -> tuple[object, ...]:
    """What is said of a row without a figure beside the nearest figures."""
    judged = row(**{"target": statement("≥ 60"), **changes})
    known = knowledge(*observed, rows=[judged], indicators=[OTHER], as_of=2027)
    return why_no_figure(way_of(judged, known), known).beside


def test_what_was_looked_for_stands_beside_the_nearest_figures() -> None:
    """With figures of the parts or with none at all; a row that says nothing of it adds nothing."""
    assert beside(sought=SOUGHT) == (SOUGHT,)
    assert beside(NORTH, sought=SOUGHT) == (SOUGHT,)
    assert beside(NORTH) == ()


def test_another_measure_is_named_with_its_figure() -> None:
    """The newest figure of the same area, before what was looked for; where none is printed it is not named."""
    measured = {"indicator": indicator(proxy="other"), "sought": SOUGHT}
    proxy, sought = beside(before("7", 2024, **NEAR), before("8", **NEAR), **measured)
    assert isinstance(proxy, Reason)
    placed = [each for told in dict(proxy.facts).values() if isinstance(told, tuple) for each in told]
    printed = [each.statement.printed for each in placed if isinstance(each, Placed)]
    assert (proxy.code, printed, sought) == ("proxy", ["8"], SOUGHT)
    assert beside(before("8", area="north", **NEAR), **measured) == (SOUGHT,)


def test_another_measure_is_never_compared() -> None:
    """A figure of it that would meet the target gives no standing, no base, no gap."""
    judged = row(target=statement("≥ 6", unit=parse_unit("%/năm")), indicator=OTHER._replace(id="share", proxy="other"))
    known = knowledge(before("8", **NEAR), rows=[judged], indicators=[OTHER], as_of=2027)
    found = assess_row(judged, known)
    assert found.proxy is not None
    assert found.standing is not None
    assert (str(found.proxy.value), found.standing.kind) == ("8", StandingKind.NO_FIGURE)
    assert (found.baseline, found.current, found.gap) == (None, None, None)


@pytest.mark.parametrize("year", [2025, 2026], ids=["of the base year", "of a later year"])
def test_a_figure_ends_the_search(year: int) -> None:
    """As soon as there is a figure nothing says what was looked for, and no other measure is named."""
    judged = row(target=statement("≥ 60"), indicator=indicator(proxy="other"), sought=SOUGHT)
    known = knowledge(before("50", year), before("8", **NEAR), rows=[judged], indicators=[OTHER], as_of=2027)
    found = assess_row(judged, known)
    assert (found.sought, found.proxy) == (None, None)


def test_every_row_of_the_shipped_plan_without_a_figure_says_what_was_looked_for() -> None:
    """In both languages; and no row that has a figure keeps such a sentence."""
    known = Knowledge(shipped())
    found = [assess_row(each, known) for each in rows_of(TARGETS)]
    bare = [each for each in found if each.standing and each.standing.kind is StandingKind.NO_FIGURE]
    assert bare
    assert [each.row.code for each in bare if each.sought is None] == []
    assert [each.row.code for each in found if each.row.sought and each.sought is None] == []
