"""What follows from what is stated: kind from unit, path and limits from kind. Writing it out changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator, Kind, Path
from tgkt.facts.interval import INFINITY
from tgkt.facts.statement import Statement
from tgkt.facts.units import own_units, parse_unit
from tgkt.facts.units.own import Declared
from tgkt.loading.inference import kind_of, limits_of, path_of
from tgkt.source import Source

from .single import indicator, rows

OWN, _ = own_units({"deaths": Declared("count"), "crowns": Declared("money"), "index 1990 = 100": Declared("index")})
NOWHERE = Source("nowhere", 1, 1)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        pytest.param("%", Kind.SHARE, id="percent is a share"),
        pytest.param("%/năm", Kind.GROWTH, id="percent a year is growth"),
        pytest.param("% a year", Kind.GROWTH, id="percent a year in English is growth"),
        pytest.param("điểm phần trăm", Kind.CHANGE, id="points are a change"),
        pytest.param("percentage points/year", Kind.CHANGE, id="points a year are a change"),
        pytest.param("nghìn tỷ đồng", Kind.LEVEL, id="money is a level"),
        pytest.param("triệu đồng/người/năm", Kind.LEVEL, id="money per head is a level"),
        pytest.param("EUR/person", Kind.LEVEL, id="euros per head are a level"),
        pytest.param("crowns", Kind.LEVEL, id="money of one's own is a level"),
        pytest.param("Mtoe", Kind.LEVEL, id="energy is a level"),
        pytest.param("ha", Kind.LEVEL, id="land is a level"),
        pytest.param("xã", Kind.COUNT, id="communes are counted"),
        pytest.param("deaths", Kind.COUNT, id="a thing of one's own is counted"),
        pytest.param("million people", Kind.LEVEL, id="people in millions are a level"),
        pytest.param("nghìn người", Kind.LEVEL, id="people in thousands are a level"),
        pytest.param("bác sĩ/vạn dân", Kind.RATE_PER, id="doctors per ten thousand people are a rate"),
        pytest.param("deaths/100,000 people", Kind.RATE_PER, id="deaths per people are a rate"),
        pytest.param("lần", Kind.RATIO, id="times are a ratio"),
        pytest.param("index 1990 = 100", Kind.INDEX, id="an index of one's own is an index"),
        pytest.param("điểm", Kind.INDEX, id="a score is an index"),
        pytest.param("bậc", Kind.RANK, id="places are a rank"),
        pytest.param("mốc", Kind.MILESTONE, id="a milestone is one"),
    ],
)
def test_the_kind_follows_from_the_unit(unit: str, kind: Kind) -> None:
    """Nobody says of euros that they are a level."""
    assert kind_of(parse_unit(unit, OWN)) is kind


FOLLOWS = [
    pytest.param(Kind.LEVEL, Path.GEOMETRIC, Decimal(0), INFINITY, id="a level moves by percent, from nothing up"),
    pytest.param(Kind.COUNT, Path.LINEAR, Decimal(0), INFINITY, id="a count moves by steps, from nothing up"),
    pytest.param(Kind.SHARE, Path.LINEAR, Decimal(0), Decimal(100), id="a share moves by points, from 0 to 100"),
    pytest.param(Kind.STRUCTURE, Path.LINEAR, Decimal(0), Decimal(100), id="so do the shares of a structure"),
    pytest.param(Kind.RATE_PER, Path.LINEAR, Decimal(0), INFINITY, id="a rate is not negative"),
    pytest.param(Kind.RATIO, Path.LINEAR, Decimal(0), INFINITY, id="a ratio is not negative"),
    pytest.param(Kind.GROWTH, Path.LINEAR, -INFINITY, INFINITY, id="growth may be negative and without end"),
    pytest.param(Kind.CHANGE, Path.LINEAR, -INFINITY, INFINITY, id="a change may be negative"),
    pytest.param(Kind.INDEX, Path.LINEAR, -INFINITY, INFINITY, id="of an index nothing is known"),
    pytest.param(Kind.RANK, Path.LINEAR, Decimal(1), INFINITY, id="the first place is 1"),
    pytest.param(Kind.MILESTONE, Path.STEP, -INFINITY, INFINITY, id="a milestone is reached at once"),
]


@pytest.mark.parametrize(("kind", "path", "low", "high"), FOLLOWS)
def test_path_and_limits_follow_from_the_kind(kind: Kind, path: Path, low: Decimal, high: Decimal) -> None:
    """The shape of the way and the natural bounds are those of the kind."""
    assert (path_of(kind), limits_of(kind)) == (path, (low, high))


def test_every_kind_is_in_the_table() -> None:
    """A new kind needs a row above."""
    assert {param.values[0] for param in FOLLOWS} == set(Kind)


def test_what_followed_is_known() -> None:
    """`explain` says what was inferred and what is stated."""
    found = indicator('unit: "%", direction: increase, path: hold').indicators["sample"]
    assert found.inferred == ("section", "kind", "blend", "limit")


# ---- laws

UNITS = ("%", "%/năm", "điểm phần trăm", "ha", "xã", "million people", "bác sĩ/vạn dân", "lần", "điểm", "bậc")
WORDS = {"": "equals", "at least ": "at_least", "no more than ": "at_most", "over ": "more_than", "below ": "less_than"}
limited = st.sampled_from(UNITS)
values = st.integers(1, 99)


def _same(one: Catalogue, other: Catalogue) -> bool:
    """Whether two catalogues of one row hold the same indicator and the same target, wherever they stand."""
    return _bare(one) == _bare(other)


def _bare(found: Catalogue) -> tuple[Indicator, Statement]:
    (row,) = rows(found)
    assert row.target is not None
    return row.indicator._replace(source=NOWHERE, inferred=()), row.target._replace(source=NOWHERE)


@law
@given(limited, values, st.sets(st.sampled_from(["kind", "path", "limit"])))
def test_writing_out_what_follows_of_an_indicator_changes_nothing(unit: str, value: int, written: set[str]) -> None:
    """Any of kind, path and limit may be left out, alone or together."""
    kind = kind_of(parse_unit(unit))
    ends = dict(zip(("low", "high"), limits_of(kind), strict=True))
    limit = ", ".join(f"{end}: {bound}" for end, bound in ends.items() if bound.is_finite())
    full = {"kind": str(kind), "path": str(path_of(kind)), "limit": f"{{{limit}}}"}
    short = f'unit: "{unit}", direction: increase, target: {{2030: {value}}}'
    out = "".join(f", {key}: {full[key]}" for key in written)
    assert _same(indicator(short), indicator(f"{short}{out}"))


@law
@given(values, st.sampled_from(sorted(WORDS)), st.sets(st.sampled_from(["comparator", "value", "unit"])))
def test_writing_out_what_follows_of_a_figure_changes_nothing(value: int, words: str, written: set[str]) -> None:
    """Any of comparator, value and unit may be left out where the words say it."""
    printed = f'printed: "{words}{value}.5%"'
    full = {"comparator": WORDS[words], "value": f"{value}.5", "unit": '"%"'}
    out = "".join(f", {key}: {full[key]}" for key in written)
    start = 'unit: "%", direction: increase, target: {2030: {'
    assert _same(indicator(f"{start}{printed}}}}}"), indicator(f"{start}{printed}{out}}}}}"))


@law
@given(st.integers(1, 99), st.sampled_from(["cut", "rise", "times"]), st.booleans())
def test_writing_out_a_change_that_the_words_say_changes_nothing(amount: int, kind: str, is_floor: bool) -> None:
    """Its sort, its number, its base year and its comparator may be left out together."""
    words = {"cut": f"reduce by {amount}% against 1990", "rise": f"increase by {amount}% against 1990"}
    said = words.get(kind, f"{amount} times 1990")
    at_least = "at least "
    if is_floor:
        said = said.replace("by ", f"by {at_least}") if kind != "times" else f"{at_least}{said}"
    comparator = "at_least" if is_floor else "equals"
    start = "unit: ha, direction: decrease, target: {2030: {"
    out = f", {kind}: {amount}, of: 1990, comparator: {comparator}"
    assert _same(indicator(f'{start}printed: "{said}"}}}}'), indicator(f'{start}printed: "{said}"{out}}}}}'))
