"""The drawn path: read back from its characters, without a look at its colours, for it has none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from builders import catalogue, indicator, pace_of, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers

from tgkt.engine.project.choice import Choice
from tgkt.engine.project.projection import project
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.statement import Timing
from tgkt.report.project.chart import chart, sparkline
from tgkt.results.project import Trajectory
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

NAMES = ("observed", "required", "projected", "target")
SHARED = "projected = target"
values = st.lists(numbers(), min_size=2, max_size=12)


class Picture(NamedTuple):
    """A chart taken apart: rows from top to bottom, axis labels, the column of each year, signs by name."""

    lines: list[str]
    rows: list[str]
    labels: list[str]
    columns: dict[int, int]
    signs: dict[str, str]

    def seen(self, name: str) -> dict[int, int]:
        """In which row, counted from the bottom, a sign stands in the column of each year."""
        return {
            year: len(self.rows) - 1 - place
            for year, column in self.columns.items()
            for place, text in enumerate(self.rows)
            if text[column : column + 1] == self.signs[name]
        }


def taken_apart(picture: str) -> Picture:
    """Read a chart as a person does: the axis first, then the years, then the legend."""
    lines = picture.splitlines()
    *drawn, rule, years, legend = lines
    axis = rule.index("└" if "└" in rule else "+")
    starts = [place for place in range(len(years)) if years[place - 1 : place + 4].strip() == years[place : place + 4]]
    columns = {int(years[place : place + 4]): place + 2 for place in starts if years[place : place + 4].isdigit()}
    signs = {name: sign for sign, name in (part.split(" ", 1) for part in legend.split("   "))}
    return Picture(lines, drawn, [line[:axis].strip() for line in drawn], columns, signs)


def way(pace: str | None = "+0.5pp", until: int | None = None, **given: Any) -> Trajectory:
    """A share on its way from 2025 to 2030, or whatever is said otherwise."""
    seen: dict[int, str] = given.get("observed", {})
    direction = Direction(given.get("direction", "increase"))
    base = given.get("baseline", "70")
    one = row(
        indicator=indicator(kind=Kind(given.get("kind", "level")), path=Path.LINEAR, direction=direction),
        target=statement(
            given.get("target", "80"),
            period=period(given.get("to", 2030)),
            timing=Timing(given.get("timing", "in_year")),
        ),
        baseline=statement(base, period=period(2025)) if base else None,
    )
    facts = catalogue(*(statement(told, period=period(year)) for year, told in seen.items()), rows=[one])
    return project(one, Knowledge(facts, Clock(max([2025, *seen]))), pace_of(pace), until)


def drawn(found: Trajectory, width: int = 80, *, lang: str = "en", ascii_only: bool = False) -> Picture:
    """A trajectory's chart, taken apart."""
    return taken_apart(chart(found, lang, width, ascii_only=ascii_only))


both_alphabets = pytest.mark.parametrize("ascii_only", [False, True], ids=["unicode", "ascii"])
HISTORY: dict[str, Any] = {"observed": {2023: "66", 2024: "69"}}


@both_alphabets
def test_the_series_are_told_apart_by_their_signs(ascii_only: bool) -> None:
    """Each has a sign of its own, the legend names every one, and all of them are in the picture."""
    picture = drawn(way(**HISTORY), ascii_only=ascii_only)
    assert set(NAMES) == set(picture.signs)
    assert len(NAMES) == len(set(picture.signs.values()))
    assert [name for name, sign in picture.signs.items() if not any(sign in line for line in picture.rows)] == []
    assert "\x1b" not in "".join(picture.lines)


@both_alphabets
def test_a_picture_read_back_gives_the_figures(ascii_only: bool) -> None:
    """Every point stands above its year, within half a row of its value; the target stands in its year."""
    found = way(**HISTORY)
    picture = drawn(found, ascii_only=ascii_only)
    low, high = Decimal(66), Decimal(80)
    step = (high - low) / (len(picture.rows) - 1)
    for name in ("observed", "projected"):
        shown = {point.year: getattr(point, name) for point in found.points if getattr(point, name) is not None}
        if name == "projected":
            del shown[2025]  # the newest figure is drawn as observed
        assert set(shown) == set(picture.seen(name))
        assert [y for y, at in picture.seen(name).items() if abs(low + step * at - shown[y]) > step / 2] == []
    assert {2030: len(picture.rows) - 1} == picture.seen("target")
    assert {2026, 2027, 2028, 2029} <= set(picture.seen("required"))


def test_the_axis_runs_from_the_lowest_to_the_highest_figure() -> None:
    """The first and the last label are the ends of what is drawn, in the notation of the language."""
    found = way(**HISTORY)
    assert (drawn(found).labels[0], drawn(found).labels[-1]) == ("80.0", "66.0")
    assert (drawn_in_vietnamese(found)[0], drawn_in_vietnamese(found)[-1]) == ("80,0", "66,0")


def drawn_in_vietnamese(found: Trajectory) -> list[str]:
    """The axis labels of the Vietnamese chart."""
    return [line.split("┤")[0].strip() for line in chart(found, "vi", 80).splitlines()[:14]]


@both_alphabets
def test_a_projection_that_hits_the_target_has_a_sign_for_both(ascii_only: bool) -> None:
    """The shared sign is drawn and explained; where nothing is shared it is not in the legend."""
    picture = drawn(way("required"), ascii_only=ascii_only)
    assert SHARED in picture.signs
    assert {2030: len(picture.rows) - 1} == picture.seen(SHARED)
    assert SHARED not in drawn(way(), ascii_only=ascii_only).signs


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_a_picture_keeps_to_its_width(width: int) -> None:
    """Neither axis nor legend is wider than the terminal, and every line ends in a sign."""
    lines = drawn(way(**HISTORY), width).lines
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "found", [way(until=2045), way(observed=dict.fromkeys(range(2006, 2025), "60"))], ids=["a look ahead", "history"]
)
def test_many_years_keep_to_the_width(found: Trajectory, width: int) -> None:
    """Twenty years and more are drawn closer together, or fewer of them are."""
    assert [line for line in chart(found, "en", width).splitlines() if len(line) > width] == []


def test_the_target_stands_in_its_year_when_the_projection_goes_on() -> None:
    """A look beyond 2030 leaves the target where it is due."""
    assert {2030} == set(drawn(way(until=2033)).seen("target"))


def test_years_are_as_far_apart_as_they_are() -> None:
    """From 2020 to 2025 is five times as far as from 2025 to 2026, or a slope says nothing."""
    columns = drawn(way(observed={2020: "60"})).columns
    assert columns[2025] - columns[2020] == 5 * (columns[2026] - columns[2025])


def test_the_legend_names_only_what_is_drawn() -> None:
    """A growth target without a year observed shows no sign for observed years."""
    found = way("last_term", kind="growth", baseline="7.3", target="≥ 10.5", to="2026-2030", timing="average")
    picture = drawn(found)
    assert [name for name, sign in picture.signs.items() if not any(sign in line for line in picture.rows)] == []


def test_ascii_is_ascii() -> None:
    """Every character of the plain picture is one of the old terminals."""
    assert chart(way(**HISTORY), "en", 80, ascii_only=True).isascii()


def test_ascii_is_ascii_below_zero() -> None:
    """A figure below zero has a hyphen for a minus sign."""
    assert chart(way(baseline="-8", target="3"), "en", 80, ascii_only=True).isascii()


@both_alphabets
@pytest.mark.parametrize(
    "found",
    [
        pytest.param(way(baseline="100", target="100"), id="flat"),
        pytest.param(way(baseline="0", target="0", direction="decrease"), id="flat at zero"),
        pytest.param(way(baseline="70", target="71", to=2026), id="two years"),
        pytest.param(way(baseline="0.001", target="0.002"), id="tiny figures"),
        pytest.param(way(baseline="1000000", target="9999999"), id="large figures"),
        pytest.param(way(baseline="50", target="20", direction="decrease", pace="-9pp"), id="a fall"),
    ],
)
def test_flat_short_and_steep_ways_are_drawn(found: Trajectory, ascii_only: bool) -> None:
    """The picture has its axis, its years and its target, and every label is a number of its own place."""
    picture = drawn(found, ascii_only=ascii_only)
    target = SHARED if SHARED in picture.signs and picture.seen(SHARED) else "target"
    assert [point.year for point in found.points] == sorted(picture.columns)
    assert {found.points[-1].year} == set(picture.seen(target))
    assert len(picture.labels) == len([label for label in picture.labels if label])


def test_where_there_is_nothing_to_draw_there_is_no_picture() -> None:
    """A milestone has no way, so it has no picture."""
    assert chart(project(row(target=statement()), Knowledge(catalogue(), Clock(2025)), Choice()), "en", 80) == ""


@law
@given(numbers(), numbers(), numbers(-500, 500), st.sampled_from([80, 120]), st.booleans())
def test_any_way_keeps_to_its_width_and_its_signs(
    start: Decimal, goal: Decimal, points: Decimal, width: int, ascii_only: bool
) -> None:
    """No figure breaks the frame, and no sign is drawn that the legend does not name."""
    found = way(f"{points:+}pp", baseline=f"{start}", target=f"{goal}")
    picture = drawn(found, width, ascii_only=ascii_only)
    axis = picture.lines[-3].index("+" if ascii_only else "└")
    marks = {mark for line in picture.rows for mark in line[axis + 1 :]} - {" "}
    assert [line for line in picture.lines if len(line) > width] == []
    assert marks <= set(picture.signs.values())


@both_alphabets
@law
@given(values=values)
def test_a_sparkline_rises_where_its_values_rise(values: list[Decimal], ascii_only: bool) -> None:
    """One block a value; from its lowest to its highest block where anything moves at all."""
    blocks = sparkline([Decimal(place) for place in range(8)], ascii_only=ascii_only)
    line = sparkline(values, ascii_only=ascii_only)
    heights = [blocks.index(each) for each in line]
    assert len(values) == len(line)
    by_value = [height for _, height in sorted(zip(values, heights, strict=True))]
    assert by_value == sorted(heights)
    assert ascii_only is line.isascii()
    assert min(values) == max(values) or {0, 7} <= set(heights)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(["5", "5", "5"], "▅▅▅", id="a flat line is in the middle"),
        pytest.param(["1", "2"], "▁█", id="two values are the lowest and the highest"),
        pytest.param(["2", "1"], "█▁", id="a fall"),
        pytest.param(["1", None, "2"], "▁ █", id="a year without a figure is blank"),
        pytest.param(["1"], "", id="one value is no line"),
        pytest.param([], "", id="nothing is no line"),
    ],
)
def test_short_and_flat_sparklines(told: list[str | None], expected: str) -> None:
    """What little there is to see is seen."""
    assert expected == sparkline([None if each is None else Decimal(each) for each in told])
