"""JSON-stat as offices send it: both editions, values in lists and maps, bundles and collections."""

from __future__ import annotations

from typing import Any

import pytest

from .cubes import DIMENSIONS, ROLES, VALUES, WHOLE, cube, dataset, first_edition, opened, read, text_of

FIGURES = [
    "grdp north 2025 = 10.5",
    "grdp north 2026 = 11",
    "grdp south 2025 = 20",
    "grdp south 2026 = 21.50",
    "forest north 2025 = 61",
    "forest north 2026 = 62",
    "forest south 2025 = 63",
    "forest south 2026 = 64",
]
SPARSE = {str(at): value for at, value in enumerate(VALUES)}
ORDERED: dict[str, Any] = {
    **dataset(),
    "dimension": {
        id: {"category": {"index": {code: at for at, code in reversed(list(enumerate(codes)))}}}
        for id, codes in DIMENSIONS.items()
    },
}


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(WHOLE, id="a dataset of the second edition"),
        pytest.param(text_of(first_edition(dataset())), id="a dataset of the first edition"),
        pytest.param(cube(SPARSE), id="values in a map"),
        pytest.param(cube(dict(reversed(list(SPARSE.items())))), id="values in a map out of order"),
        pytest.param(text_of(ORDERED), id="codes with their places, out of order"),
        pytest.param(text_of({"class": "collection", "link": {"item": [dataset()]}}), id="a collection of one"),
        pytest.param("\ufeff \n" + WHOLE, id="a byte order mark and blanks before"),
        pytest.param(WHOLE.encode("utf-16"), id="UTF-16"),
        pytest.param(cube(roles={}, dimensions=DIMENSIONS | {}), id="no roles but usual names"),
    ],
)
def test_the_same_figures_come_of(file: str | bytes) -> None:
    """Digits are kept, and the last dimension runs fastest."""
    found = read(file, given=("indicator=ind",))
    assert (found.figures, found.problems) == (FIGURES, [])


def test_a_dataset_of_several_is_named() -> None:
    """By the key of a bundle, or by its label in a collection."""
    other = dataset(label="Thứ hai", values=("1", *VALUES[1:]))
    bundle = text_of({**first_edition(dataset(), "one"), **first_edition(other, "two")})
    assert read(bundle).problems == ["t.json: several datasets: 'one', 'two'. Name one with --sheet"]
    assert read(bundle, sheet="Two").figures[0] == "grdp north 2025 = 1"
    assert read(bundle, sheet="three").problems == ["--sheet: no dataset 'three'. Use one of: one, two."]
    collection = text_of({"class": "collection", "link": {"item": [dataset(label="Thứ nhất"), other, {"href": "x"}]}})
    assert read(collection, sheet="thu hai").figures[0] == "grdp north 2025 = 1"


def test_a_dimension_of_one_code_may_have_only_its_label() -> None:
    """As the standard allows."""
    found = dataset(VALUES[:4], {"ind": ("grdp",), **{key: DIMENSIONS[key] for key in ("geo", "time")}})
    found["dimension"]["ind"]["category"] = {"label": {"grdp": "GRDP"}}
    assert read(text_of(found)).figures == FIGURES[:4]


def test_a_place_names_the_dataset_and_the_codes() -> None:
    """Labels stand for codes that are bare numbers; a dimension of one code says nothing."""
    labels = {"0": "north", "1": "south", "7": "Cả năm"}
    dimensions = {"ind": ("grdp", "forest"), "geo": ("0", "1"), "time": ("2025", "2026"), "kind": ("7",)}
    table = opened(text_of(first_edition(dataset(labels=labels, dimensions=dimensions), "oecd")))
    third = list(table.figures())[2]
    assert third.locator == "oecd, grdp / south / 2025"
    assert str(table.at(third)) == "t.json: grdp / south / 2025"
    assert table.cell(table.at(third)) == ("oecd", "grdp / south / 2025")
    alone = opened(WHOLE, name="some/where/t.json")
    assert next(alone.figures()).locator == "t.json, grdp / north / 2025"


@pytest.mark.parametrize(
    ("more", "figure"),
    [
        ({"status": {"0": "p"}}, "grdp north 2025 = 10.5 provisional"),
        ({"status": ["e", *[None] * 7]}, "grdp north 2025 = 10.5 estimated"),
        ({"status": "f"}, "grdp north 2025 = 10.5 forecast"),
        ({"units": {"grdp": {"decimals": 2}}}, "grdp north 2025 = 10.50"),
        ({"units": {"grdp": {"decimals": 0}}}, "grdp north 2025 = 11"),
        ({"extension": {"px": {"decimals": 3}}}, "grdp north 2025 = 10.500"),
        ({"units": {"grdp": {"base": "tỷ đồng"}}}, "grdp north 2025 = 10.5 in tỷ đồng"),
        ({"units": {"grdp": {"label": "đồng", "multiplier": 9}}}, "grdp north 2025 = 10.5 in tỷ đồng"),
        ({"units": {"grdp": {"symbol": "đồng", "multiplier": 12}}}, "grdp north 2025 = 10.5"),
        ({"units": {"grdp": {"multiplier": 6}}}, "grdp north 2025 = 10.5 in triệu đồng"),
        ({"labels": {"2025": "Ước 2025"}}, "grdp north 2025 = 10.5 estimated"),
    ],
    ids=str,
)
def test_what_the_file_says_of_a_value_is_read(more: dict[str, Any], figure: str) -> None:
    """Status, decimals and unit, each where offices put them."""
    assert read(cube(**more)).figures[0] == figure


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(None, ["1 value not available"], id="null"),
        pytest.param('".."', ["1 value not available"], id="dots"),
    ],
)
def test_missing_values_are_skipped_and_counted(value: str | None, said: list[str]) -> None:
    """They are never 0."""
    found = read(cube((value, *VALUES[1:])))
    assert (found.figures, found.said) == (FIGURES[1:], said)


def test_a_number_with_an_exponent_is_the_number() -> None:
    """As programs write large ones."""
    assert read(cube(("1e+05", "1.50E1", *VALUES[2:]))).figures[:2] == [
        "grdp north 2025 = 100000",
        "grdp north 2026 = 15.0",
    ]


def test_a_hundred_dimensions_cost_nothing() -> None:
    """The cube may be as large as it likes: only its values are looked at."""
    many = {f"d{at}": ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j") for at in range(30)}
    found = read(cube({"0": "1.5"}, dimensions={**DIMENSIONS, **many}, roles=ROLES))
    assert found.figures == ["grdp north 2025 = 1.5"]
