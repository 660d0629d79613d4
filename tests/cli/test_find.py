"""`tgkt find`: what a person types, and what is found."""

from __future__ import annotations

from typing import Any

import pytest

from .runner import Tgkt


def hits(tgkt: Tgkt, *words: str) -> list[dict[str, Any]]:
    """The rows that are found."""
    found: list[dict[str, Any]] = tgkt("find", *words, "--format", "json").json["rows"]
    return found


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (("37,5",), ("37.5",)),
        (("1.845,7",), ("1845.7",)),
        (("1,845.7",), ("1845.7",)),
        (("7,35%",), ("7.35 %",)),
        (("nước", "sạch", "nông", "thôn"), ("nước sạch nông thôn",)),
        (("nuoc sach nong thon",), ("Nước sạch nông thôn",)),
    ],
    ids=" ".join,
)
def test_one_question_in_two_spellings(tgkt: Tgkt, typed: tuple[str, ...], same: tuple[str, ...]) -> None:
    """Either notation; accents, case and quotes left out."""
    assert hits(tgkt, *typed) == hits(tgkt, *same) != []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("37,5",), {"id": "advanced_new_rural_commune_share", "role": "observation", "printed": "bằng 37,5%"}),
        (("1.845,7",), {"id": "population", "role": "target", "codes": ["11.1"], "origin": "draft_resolution"}),
        (("220", "triệu", "đồng"), {"id": "grdp_per_capita", "period": "2030", "unit": "triệu đồng/người/năm"}),
        (("tuổi thọ",), {"id": "life_expectancy", "found_in": "title"}),
        (("Phụ lục, mục I (6)",), {"found_in": "locator", "origin": "appendix"}),
        (("sáu dám", "6"), None),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_what_is_found_first(tgkt: Tgkt, typed: tuple[str, ...], expected: dict[str, Any] | None) -> None:
    """The figure that is meant, with its place; nothing where nothing fits."""
    found = hits(tgkt, *typed)
    assert expected is None or {key: found[0][key] for key in expected} == expected
    assert (found == []) is (expected is None)


def test_a_number_that_may_be_two_is_looked_for_as_both(tgkt: Tgkt) -> None:
    """202,925 stands in two documents, in one as 202.925: it is printed with the same digits."""
    found = tgkt("find", "202,925", "--format", "json").json
    assert sorted(map(str, found["readings"])) == ["202.925", "202925"]
    assert {str(row["value"]) for row in found["rows"]} == {"202.925", "202925"}
    assert "read as" in tgkt("find", "202,925", "--lang", "en").out


def test_a_document_has_its_address(tgkt: Tgkt) -> None:
    """Below the table and in its field."""
    (url,) = {row["url"] for row in hits(tgkt, "202.925", "nghìn tỷ đồng") if row["url"]}
    assert url.startswith("https://")
    assert url in tgkt("find", "202,925").out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("12345",), "no document prints '12345'. The nearest figures are 11,200 and 13,044\n"),
        (("99999999",), "no document prints '99999999'. The nearest figure is 202,925\n"),
        (("nuoc sacj",), "nothing found for 'nuoc sacj'. Did you mean 'nuoc sach'?\n"),
        (("xyzzy",), "nothing found for 'xyzzy'. tgkt list indicators shows every title\n"),
    ],
)
def test_what_is_not_there_ends_with_1(tgkt: Tgkt, typed: tuple[str, ...], said: str) -> None:
    """One line on standard error with what is near; a machine gets an answer without rows."""
    told = tgkt("find", *typed)
    assert (told.code, told.out, told.err) == (1, "", said)
    machine = tgkt("find", *typed, "--format", "json")
    assert (machine.code, machine.json["rows"]) == (1, [])
    header = tgkt("find", *typed, "--format", "csv").out
    assert header == tgkt("find", "37,5", "--format", "csv").out.split("\n")[0] + "\n"


@pytest.mark.parametrize("question", ["nuoc", "GRDP", "2025", "1"])
def test_keys_are_unique(tgkt: Tgkt, question: str) -> None:
    """No two rows have one key."""
    keys = [row["key"] for row in hits(tgkt, question)]
    assert len(keys) == len(set(keys)) > 1


def test_every_figure_has_low_and_high_around_it(tgkt: Tgkt) -> None:
    """The interval of a printed figure holds it, in the unit beside it."""
    rows = [row for row in hits(tgkt, "GRDP") if row["value"] is not None]
    assert [row for row in rows if row["low"] is not None and row["low"] > row["value"]] == []
    assert [row for row in rows if row["high"] is not None and row["high"] < row["value"]] == []
    assert [row for row in rows if not row["unit"]] == []


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_terminal_shows_the_words_and_their_place(tgkt: Tgkt, width: int, lang: str) -> None:
    """No line is longer than the terminal, and nothing is cut."""
    shown = tgkt.screen("find", "7,35", "--lang", lang, width=width, NO_COLOR="1")
    assert [line for line in shown.splitlines() if len(line) > width or "…" in line] == []
    assert "chú thích 12" in shown.replace("\n", " ")
