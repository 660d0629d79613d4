"""Breaks as every command tells them, and `--across-breaks`."""

from __future__ import annotations

import pytest

from .runner import Tgkt

ACROSS = "Figures are compared across breaks (--across-breaks)."
ANSWERS = {
    "status": ("status",),
    "results": ("status", "--plan", "results_2020_2025"),
    "project": ("project",),
    "what-if": ("project", "--set", "grdp_growth=9"),
    "check": ("check", "--all"),
    "blend": ("blend", "--all"),
    "explain": ("explain", "25"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_row_has_its_breaks_and_the_head_their_words(tgkt: Tgkt, answer: str) -> None:
    """Ids in the rows; every id of a row has its words, year and place in the head."""
    document = tgkt(*ANSWERS[answer], "-f", "json").json
    told = {each["key"]: each for each in document["breaks"]}
    named = {id for row in document["rows"] for id in row["breaks"]}
    assert named
    assert named <= told.keys()
    assert [each for each in told.values() if not (each["says"] and each["says_en"] and each["locator"])] == []


@pytest.mark.parametrize("args", [("status", "25"), ("project", "25"), ("explain", "25")], ids=" ".join)
def test_looking_across_breaks_is_said(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """In the table and in the head; without the option neither compares nor says so."""
    plain, across = (tgkt(*args, *more, "--lang", "en").out for more in ((), ("--across-breaks",)))
    assert (ACROSS in plain, ACROSS in across) == (False, True)
    assert ("break in 2026" in plain, "break in 2026" in across) == (True, False)
    heads = [tgkt(*args, *more, "-f", "json").json["across_breaks"] for more in ((), ("--across-breaks",))]
    assert heads == [False, True]


def test_explain_tells_the_words_with_their_place(tgkt: Tgkt) -> None:
    """Once: the audit's finding of the same break is not told beside them."""
    out = tgkt("explain", "25", "--lang", "en").out
    said = "66.7 % (2025) is of the 216 communes before the reorganisation"
    assert out.count(said) == 1
    assert "political report, Phần thứ nhất, mục I.2.1, đoạn 5" in next(x for x in out.splitlines() if said in x)


def test_a_break_found_by_check_has_its_year_and_place(tgkt: Tgkt) -> None:
    """`tgkt check --explain` of a declared break."""
    out = tgkt("check", "--explain", "--id", "series.poverty_standard", "--lang", "en").out
    assert "poverty_standard, from 2026; draft resolution, mục II.2, chỉ tiêu (22)" in out


@pytest.mark.parametrize("answer", ["status", "project", "what-if", "blend", "check"])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_sign_in_a_table_is_explained_below_it(tgkt: Tgkt, answer: str, lang: str) -> None:
    """Once, below the last table, with the command that tells more."""
    lines = tgkt(*ANSWERS[answer], "--lang", lang).out.splitlines()
    (note,) = [line for line in lines if line.startswith("‡ ") and "tgkt explain " in line]
    assert [line for line in lines[: lines.index(note)] if "‡" in line]
    command = note[note.index("tgkt explain ") :].split()[1:]
    assert tgkt(*command, "--all", "--json").json["breaks"]
