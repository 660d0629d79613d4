"""`tgkt list`: what a person types, and what is listed."""

from __future__ import annotations

from typing import Any

import pytest

from .runner import Tgkt


def listed(tgkt: Tgkt, *words: str) -> list[dict[str, Any]]:
    """The rows that are listed."""
    found: list[dict[str, Any]] = tgkt("list", *words, "--format", "json").json["rows"]
    return found


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        (("indicators", "GRDP bình quân đầu người"), ["grdp_per_capita", "grdp_per_capita_increase"]),
        (("indicators", "nuoc sach"), ["rural_clean_water_share", "urban_clean_water_share"]),
        (("indicators", "11"), ["population", "population_growth"]),
        (("indicators", "forest", "cover"), ["forest_cover"]),
        (("areas",), ["merged", "thai_nguyen", "bac_kan"]),
        (("areas", "Thái Nguyên"), ["merged", "thai_nguyen"]),
        (("areas", "bac kan"), ["bac_kan"]),
        (("plans",), ["results_2020_2025", "targets_2025_2030"]),
        (("plans", "2020-2025"), ["results_2020_2025"]),
        (("sections", "kinh te"), ["economy"]),
        (("origins", "self-review"), ["self_review"]),
        (("units", "triệu đồng/người/năm"), ["năm", "đồng", "người", "triệu"]),
        (("units", "tCO2eq"), ["tCO2e"]),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_what_is_listed(tgkt: Tgkt, typed: tuple[str, ...], ids: list[str]) -> None:
    """Everything, or what words fit best."""
    assert [row["id"] for row in listed(tgkt, *typed)] == ids


@pytest.mark.parametrize("typed", ["money", "tiền", "tien", "Tiền"])
def test_units_are_found_by_what_they_measure_in_any_language(tgkt: Tgkt, typed: str) -> None:
    """By the word that the list itself shows, or by that of the data."""
    found = listed(tgkt, "units", typed)
    assert found == listed(tgkt, "units", "money") != []
    assert {row["measures"] for row in found} == {"money"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("indicators", "3"), {"codes": ["3"], "unit": "triệu đồng/người/năm", "section": "economy"}),
        (("areas", "merged"), {"constituents": ["thai_nguyen", "bac_kan"], "noun": "province"}),
        (("plans", "targets_2025_2030"), {"period": "2026-2030", "targets": 36, "parts": 70, "in_force": True}),
        (("sections", "environment"), {"indicators": 9, "parts": 7}),
        (("origins", "article_2021_01"), {"issuer": "press", "date": "2021-01-15", "language": "vi"}),
        (("units", "ha"), {"measures": "area", "of": "km2", "own": False}),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_what_is_said_of_each(tgkt: Tgkt, typed: tuple[str, ...], expected: dict[str, Any]) -> None:
    """Numbers, terms, counts, constituents, dates and addresses in fields of their own."""
    (row,) = listed(tgkt, *typed)
    assert {key: row[key] for key in expected} == expected


@pytest.mark.parametrize("subject", ["indicators", "areas", "plans", "sections", "origins", "units"])
def test_keys_are_unique_and_say_what_is_listed(tgkt: Tgkt, subject: str) -> None:
    """No two rows have one key, and every key begins with the name of its list."""
    rows = listed(tgkt, subject)
    assert len({row["key"] for row in rows}) == len(rows)
    assert {row["key"].partition("/")[0] for row in rows} == {subject}


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("indicator", "indicators"),
        ("chỉ tiêu", "indicators"),
        ("dia ban", "areas"),
        ("văn kiện", "origins"),
        ("documents", "origins"),
        ("đơn vị tính", "units"),
        ("Kế hoạch", "plans"),
        ("linh vuc", "sections"),
    ],
)
def test_a_list_has_a_name_in_every_language(tgkt: Tgkt, typed: str, same: str) -> None:
    """One or many, with or without accents."""
    assert tgkt("list", typed) == tgkt("list", same)


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (
            ("thing",),
            2,
            "there is no list of 'thing'. Use one of: areas, indicators, origins, plans, sections, units.\n",
        ),
        (("units", "xyzzy"), 1, "nothing matches 'xyzzy'. Leave out the words to list everything.\n"),
        (("sections", "econmy"), 1, "nothing matches 'econmy'. Did you mean 'economy'?\n"),
    ],
    ids=["no list of that name", "like nothing", "a slip"],
)
def test_what_is_not_there(tgkt: Tgkt, typed: tuple[str, ...], code: int, said: str) -> None:
    """A word that lists nothing is a mistake; words that fit nothing end with 1."""
    told = tgkt("list", *typed)
    assert (told.code, told.out, told.err) == (code, "", said)


def test_a_machine_gets_an_answer_without_rows(tgkt: Tgkt) -> None:
    """The columns of the list, and exit code 1."""
    done = tgkt("list", "areas", "xyzzy", "--format", "csv")
    assert (done.code, done.out) == (1, tgkt("list", "areas", "--format", "csv").out.split("\n")[0] + "\n")


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("subject", ["indicators", "areas", "plans", "sections", "origins", "units"])
def test_a_terminal_holds_every_line(tgkt: Tgkt, subject: str, width: int) -> None:
    """No line is longer than the terminal, and no cell is cut."""
    shown = tgkt.screen("list", subject, "--lang", "vi", width=width, NO_COLOR="1")
    assert [line for line in shown.splitlines() if len(line) > width or "…" in line] == []


@pytest.mark.parametrize("pointer", ["indicators", "areas", "plans", "sections", "origins", "units"])
def test_what_messages_point_to_is_there(tgkt: Tgkt, pointer: str) -> None:
    """Errors name tgkt list … as the way on."""
    assert tgkt("list", pointer).code == 0
