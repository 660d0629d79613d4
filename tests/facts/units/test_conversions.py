"""Conversions kept between runs: the same factors without pint, and nothing where the file is not to be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from pathlib import Path

import pytest

from tgkt.errors import UnitError
from tgkt.facts.units import conversions, convert, factor, parse_unit
from tgkt.facts.units.own import parse_own

PAIRS = [
    pytest.param("ha", "km2", "0.01", id="hectares in square kilometres"),
    pytest.param("kWh", "Mtoe", None, id="a factor that never ends keeps all its digits"),
    pytest.param("tỷ đồng", "triệu đồng", "1000", id="scale words stand outside what is kept"),
    pytest.param("tấn/ha", "kg/m2", None, id="units over units"),
]


@pytest.fixture(name="asked")
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[conversions.Pair]]:
    """The pairs that pint is asked for, with a home of its own for what is kept."""
    found: list[conversions.Pair] = []
    ask = convert._asked
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def ask_and_count(pair: conversions.Pair) -> conversions.Factor:
        found.append(pair)
        return ask(pair)

    monkeypatch.setattr(convert, "_asked", ask_and_count)
    conversions._known.cache_clear()
    yield found
    conversions._known.cache_clear()


def file_of(home: Path) -> Path:
    """The file of what is kept."""
    return home / "tgkt" / "conversions"


@pytest.mark.parametrize(("one", "other", "times"), PAIRS)
def test_pint_is_asked_once(
    asked: list[conversions.Pair], tmp_path: Path, one: str, other: str, times: str | None
) -> None:
    """A later run reads the factor from the file, digit by digit what pint said."""
    first = factor(parse_unit(one), parse_unit(other))
    conversions._known.cache_clear()  # as a new run begins
    assert factor(parse_unit(one), parse_unit(other)) == first
    assert str(factor(parse_unit(one), parse_unit(other))) == str(first)
    assert len(asked) == (parse_unit(one).base != parse_unit(other).base)
    assert times is None or first == Decimal(times)
    assert file_of(tmp_path).exists() == bool(asked)


@pytest.mark.parametrize("digits", [5, 80], ids=["few digits", "many digits"])
def test_the_callers_arithmetic_makes_no_difference(asked: list[conversions.Pair], digits: int) -> None:
    """What is kept has the digits that every other run would have, whoever asked first."""
    with localcontext(Context(prec=digits)):
        convert.registry.cache_clear()
        first = str(factor(parse_unit("kWh"), parse_unit("Mtoe")))
    conversions._known.cache_clear()
    assert str(factor(parse_unit("kWh"), parse_unit("Mtoe"))) == first == "8.598452278589853826311263974E-11"
    assert len(asked) == 1


def test_what_cannot_be_converted_is_kept_too(asked: list[conversions.Pair]) -> None:
    """Two units that measure different things are refused again without asking."""
    for _ in range(2):
        with pytest.raises(UnitError, match="measure different things"):
            factor(parse_unit("ha"), parse_unit("người"))
        conversions._known.cache_clear()
    assert len(asked) == 1


def test_a_declared_unit_is_what_its_folder_says(asked: list[conversions.Pair]) -> None:
    """A folder in which a crate weighs 20 kg does not answer for one in which it weighs 25."""
    for kg in (20, 25, 20, 25):
        own = parse_own("crate", f"{kg} kg")
        assert factor(parse_unit("crate", own), parse_unit("kg")) == kg
    assert len(asked) == 2


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(lambda text: text.replace(text.split("\n")[0], "0" * 64), id="of other definitions of units"),
        pytest.param(lambda text: text[:-3], id="cut short"),
        pytest.param(lambda text: text.replace("0.01", "a lot"), id="a factor that is no number"),
        pytest.param(lambda text: text.replace("0.01", "-5"), id="a factor below zero"),
        pytest.param(lambda text: text.replace("0.01", "NaN"), id="a factor that is not a number by name"),
        pytest.param(lambda text: text + "one line\n", id="a line of another form"),
        pytest.param(lambda _: "", id="empty"),
    ],
)
def test_a_spoilt_file_is_passed_over(asked: list[conversions.Pair], tmp_path: Path, spoilt: object) -> None:
    """Whatever is wrong with it, pint is asked again."""
    assert callable(spoilt)
    factor(parse_unit("ha"), parse_unit("km2"))
    file = file_of(tmp_path)
    file.write_text(spoilt(file.read_text(encoding="utf-8")), encoding="utf-8")
    conversions._known.cache_clear()
    assert factor(parse_unit("ha"), parse_unit("km2")) == Decimal("0.01")
    assert len(asked) == 2
    assert conversions._known.__wrapped__() == conversions._known()


def test_bytes_that_are_no_text_are_passed_over(asked: list[conversions.Pair], tmp_path: Path) -> None:
    """A file of another program is not read."""
    file_of(tmp_path).parent.mkdir(mode=0o700)
    file_of(tmp_path).write_bytes(b"\xff\xfe\x00")
    assert factor(parse_unit("ha"), parse_unit("km2")) == Decimal("0.01")
    assert len(asked) == 1


def test_the_file_does_not_grow_for_ever(asked: list[conversions.Pair], monkeypatch: pytest.MonkeyPatch) -> None:
    """At its largest size it begins anew."""
    monkeypatch.setattr(conversions, "_MOST", 2)
    for one, other in (("ha", "km2"), ("ha", "m2"), ("km2", "m2")):
        factor(parse_unit(one), parse_unit(other))
    assert len(conversions._known()) == 1
    assert len(asked) == 3
