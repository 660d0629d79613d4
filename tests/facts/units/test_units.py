"""Units: every word of `units.txt`, what turns into what, and what never does."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, scale_words, unit_names

from tgkt.errors import UnitError
from tgkt.facts.units import (
    DEFINITIONS,
    definitions,
    english,
    factor,
    parse_unit,
    registry,
    same_dimension,
    scale_word,
)
from tgkt.facts.units.convert import rooted

# The file read once more, without the code that is tested: name, meaning, aliases.
LINES = [
    [field.strip() for field in line.split("=")]
    for line in re.sub(r"#.*", "", DEFINITIONS.read_text(encoding="utf-8")).splitlines()
    if "=" in line
]
BASES = [line[0] for line in LINES if not line[0].endswith("-")]
SCALES = {line[0].rstrip("_-").replace("_", " "): int(line[1].removeprefix("1e")) for line in LINES if "_-" in line[0]}


def spoken(name: str) -> str:
    return name.replace("_", " ")


def root(line: list[str]) -> str:
    """The unit a line's unit is derived from; itself for a base unit."""
    return line[0] if line[1].startswith("[") or "**" in line[1] else line[1].split()[-1]


FAMILIES = [
    [spoken(name) for line in LINES if root(line) == base for name in (line[0], *line[3:])]
    for base in sorted({root(line) for line in LINES if "_-" not in line[0]})
]
relatives = st.sampled_from(FAMILIES).flatmap(lambda names: st.lists(st.sampled_from(names), min_size=2, max_size=2))


def test_every_name_is_known_to_pint() -> None:
    """Every name and alias of the file is a unit of the registry, and converts to its own base unit."""
    one, names = registry().Quantity, definitions().names
    assert [name for name, base in names.items() if one(Decimal(1), name).to(base).magnitude != 1] == []
    assert {name for line in LINES if not line[0].endswith("-") for name in (line[0], *line[3:])} <= set(names)


def test_every_unit_has_an_english_name() -> None:
    """What stands in a table for English readers is written in plain English letters, above the line and below it."""
    found = {name: english(parse_unit(f"{spoken(name)}/{spoken(name)}")).split("/") for name in BASES}
    plain = re.compile(r"[A-Za-z][A-Za-z0-9 ]*|%")
    assert [name for name, words in found.items() if not all(plain.fullmatch(word) for word in words)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nghìn tỷ đồng", "trillion VND"),
        ("triệu đồng/người/tháng", "million VND/person/month"),
        ("bác sĩ/vạn dân", "doctors/10,000 people"),
        ("%/năm", "%/year"),
        ("điểm %/năm", "percentage points/year"),
        ("nghìn người", "thousand people"),
    ],
)
def test_units_in_english(text: str, expected: str) -> None:
    """Scale words, plurals above the line and singulars below it are those an English reader expects."""
    assert expected == english(parse_unit(text))


@law
@given(unit_names, scale_words)
def test_the_scale_word_of_a_unit_is_found_again(unit: str, word: str) -> None:
    """The scale word a unit is printed with is the one it was read from, and a unit without one has none."""
    assert word == scale_word(parse_unit(f"{word} {unit}"), english=False)
    assert scale_word(parse_unit(unit), english=False) == scale_word(parse_unit(unit), english=True) == ""


def test_no_power_is_lost_in_english() -> None:
    """A power of ten without a word of its own is written in digits."""
    assert english(parse_unit("vạn tỷ đồng")) == "10^13 VND"
    assert english(parse_unit("bác sĩ/10.000 dân")) == "doctors/10,000 people"


def test_no_two_units_share_a_name() -> None:
    """A name or an English word stands for one unit only, so that no row can be misread."""
    names = [name for line in LINES for name in (line[0], *line[3:])]
    words = list(definitions().english.values())
    assert sorted(set(names)) == sorted(names)
    assert sorted(set(words)) == sorted(words)


def test_every_line_of_the_file_is_read() -> None:
    """No unit and no scale word of the file is lost on the way in."""
    found = {spoken(word): power for word, power in definitions().scales.items()}
    assert found == SCALES
    assert set(BASES) == set(definitions().names.values())


@law
@given(unit_names, scale_words)
def test_a_scale_word_adds_its_power(unit: str, word: str) -> None:
    """Thousand, million or thousand billion before a unit only moves the decimal mark."""
    plain, scaled = parse_unit(unit), parse_unit(f"{word} {unit}")
    assert SCALES[word] == scaled.scale - plain.scale
    assert factor(scaled, plain) == Decimal(10) ** SCALES[word]
    assert (plain.above, plain.below) == (scaled.above, scaled.below)


@law
@given(unit_names, unit_names, scale_words, scale_words)
def test_powers_above_and_below_the_line_add_up(above: str, below: str, more: str, per: str) -> None:
    """A scale word below the line counts against one above it."""
    assert SCALES[more] - SCALES[per] == parse_unit(f"{more} {above}/{per} {below}").scale


@law
@given(relatives, relatives, scale_words, scale_words)
def test_factors_there_and_back_make_one(one: list[str], per: list[str], more: str, less: str) -> None:
    """Units of one dimension turn into one another both ways, and there and back is the same value."""
    first, second = parse_unit(f"{more} {one[0]}/{per[0]}"), parse_unit(f"{one[1]}/{less} {per[1]}")
    assert same_dimension(first, second)
    assert same_dimension(second, first)
    assert factor(first, second) * factor(second, first) == 1
    assert factor(first, first) == 1


@law
@given(unit_names, unit_names)
def test_conversion_is_allowed_both_ways_or_neither(one: str, other: str) -> None:
    """Which of two units is asked to become the other makes no difference."""
    first, second = parse_unit(one), parse_unit(other)
    assert same_dimension(first, second) is same_dimension(second, first)


CONVERSIONS = [
    pytest.param("km²", "ha", "100", id="a square kilometre has 100 hectares"),
    pytest.param("tấn", "tạ", "10", id="a tonne has 10 quintals"),
    pytest.param("tạ", "kg", "100", id="a quintal has 100 kilograms"),
    pytest.param("tạ/ha", "kg/ha", "100", id="yields convert above the line"),
    pytest.param("người/ha", "người/km²", "100", id="densities convert below the line"),
    pytest.param("năm", "tháng", "12", id="a year has 12 months"),
    pytest.param("triệu đồng/tháng", "triệu đồng/năm", "12", id="income of a month is a twelfth of that of a year"),
    pytest.param("lần", "%", "100", id="one whole is 100 percent"),
    pytest.param("nghìn tỷ đồng", "tỷ đồng", "1000", id="thousand billion is a thousand billions"),
    pytest.param("triệu tỷ đồng", "nghìn tỷ đồng", "1000", id="a million billion is a thousand thousand billions"),
    pytest.param("nghìn ha", "km²", "10", id="scale words and units convert together"),
    pytest.param("tỷ đồng/năm", "triệu đồng/tháng", "83.33333333333333333333333333", id="a twelfth of a thousand"),
    pytest.param("vạn người", "nghìn người", "10", id="a vạn is ten thousands"),
    pytest.param("bác sĩ/người", "bác sĩ/vạn dân", "10000", id="doctors per head and per ten thousand people"),
    pytest.param("bác sĩ/10.000 dân", "bác sĩ/vạn dân", "1", id="ten thousand in digits is a vạn"),
]


@pytest.mark.parametrize(("unit", "into", "expected"), CONVERSIONS)
def test_a_unit_turns_into_another(unit: str, into: str, expected: str) -> None:
    """One of a unit is so many of the other, and the other way round its reciprocal."""
    one, other = parse_unit(unit), parse_unit(into)
    assert Decimal(expected) == factor(one, other)
    assert factor(one, other) * factor(other, one) == 1


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        pytest.param("người", "đồng", id="people and money"),
        pytest.param("%", "điểm %", id="percents and percentage points"),
        pytest.param("đồng", "đồng so sánh", id="current and constant prices"),
        pytest.param("đồng", "USD", id="đồng and dollars, since no exchange rate is built in"),
        pytest.param("người", "bác sĩ", id="people and doctors"),
        pytest.param("xã", "thôn", id="communes and villages"),
        pytest.param("năm", "tuổi", id="years of time and years of age"),
        pytest.param("triệu đồng/người", "triệu đồng", id="money a head and money"),
        pytest.param("%/năm", "%", id="percents a year and percents"),
    ],
)
def test_different_things_are_refused_by_name(unit: str, other: str) -> None:
    """What measures different things is never converted, and the message names both."""
    with pytest.raises(UnitError, match=re.escape(f"'{unit}' and '{other}' do not go together")):
        factor(parse_unit(unit), parse_unit(other))
    assert not same_dimension(parse_unit(other), parse_unit(unit))


@pytest.mark.parametrize("name", [name for name in BASES if name not in ("%", "năm", "tháng")], ids=spoken)
def test_a_plain_definition_means_what_pint_makes_of_it(name: str) -> None:
    """Most definitions are read without pint, which costs more than a command; the answers are the same."""
    asked = registry().Quantity(Decimal(1), name).to_root_units()
    size, roots = rooted(name)
    assert (size, dict(roots)) == (asked.magnitude, {root: int(power) for root, power in asked.unit_items()})


def test_counted_things_have_dimensions_of_their_own() -> None:
    """Whatever is counted converts only into itself."""
    counted = [parse_unit(spoken(line[0])) for line in LINES if line[1].startswith("[")]
    assert not [f"{one}, {other}" for one, other in combinations(counted, 2) if same_dimension(one, other)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("kgg", "unknown unit 'kgg'. Did you mean 'kg'?", id="one letter too many"),
        pytest.param("nguoi", "unknown unit 'nguoi'. Did you mean 'người'?", id="accents left out"),
        pytest.param("triệu dồng", "unknown unit 'triệu dồng'. Did you mean 'đồng'?", id="a slip behind a scale word"),
        pytest.param("đồng/nguời", "unknown unit 'đồng/nguời'. Did you mean 'người'?", id="a slip below the line"),
        pytest.param(
            "đồng/ngừoi",
            "unknown unit 'đồng/ngừoi'. Did you mean 'người'?",
            id="accents in the wrong place",
        ),
        pytest.param("Qq", "unknown unit 'Qq'. Use the words of units.txt", id="nothing close"),
        pytest.param("đồng/", "unknown unit 'đồng/'", id="nothing below the line"),
        pytest.param("", "unknown unit ''", id="nothing at all"),
        pytest.param("triệu", "unknown unit 'triệu'", id="a scale word alone"),
        pytest.param("triệu triệu đồng", "unknown unit 'triệu triệu đồng'", id="a scale word twice"),
        pytest.param("7 đồng", "unknown unit '7 đồng'", id="a number that is no power of ten"),
        pytest.param("100 người", "'100 người' begins with a number. Write the unit alone", id="a power of ten"),
    ],
)
def test_an_unknown_unit_is_refused_with_advice(text: str, advice: str) -> None:
    """The message quotes what was written and offers the closest unit."""
    with pytest.raises(UnitError, match=re.escape(advice)):
        parse_unit(text)
