"""The form in which each shell is answered."""

from __future__ import annotations

import pytest

from tgkt.cli.shell.fit import Fitting
from tgkt.cli.shell.form import Typed, formed
from tgkt.cli.shell.values import Value

LIFE = Value("12", "Life expectancy at birth", ("Life expectancy at birth", "Tuổi thọ trung bình"))
GROWTH = Value("1.1", "GRDP")
TYPED = Typed("", "", "", is_quoted=False)


@pytest.mark.parametrize(
    ("found", "typed", "kind", "lines"),
    [
        pytest.param(Fitting([LIFE, GROWTH]), TYPED, "", ["words", "12", "1.1"], id="bare words where one is taken"),
        pytest.param(
            Fitting([LIFE, GROWTH]),
            TYPED,
            "9",
            ["words", "12 — Life expectancy at birth", "1.1 — GRDP"],
            id="titles beside where several are listed",
        ),
        pytest.param(Fitting([LIFE]), TYPED, "9", ["words", "12"], id="the one word without its title"),
        pytest.param(Fitting([LIFE, GROWTH]), TYPED, "37", ["words", "12", "1.1"], id="bare words that take turns"),
        pytest.param(
            Fitting([LIFE, GROWTH], by_title=True),
            Typed("", "tuổi", "", is_quoted=False),
            "9",
            ["titles", "tuổi …", "12 — Life expectancy at birth", "1.1 — GRDP"],
            id="several by title: nothing in common, so that bash puts in nothing",
        ),
        pytest.param(
            Fitting([Value("plan_a")]), Typed("--plan=", "p", "--plan=", is_quoted=False), "9", ["words", "plan_a"],
            id="only from where bash replaces",
        ),
        pytest.param(Fitting([Value("x=")]), TYPED, "9", ["open", "x="], id="a word that goes on"),
        pytest.param(Fitting([Value("a (b)")]), TYPED, "9", ["words", r"a\ \(b\)"], id="special signs are escaped"),
        pytest.param(
            Fitting([Value("a b")]), Typed("", "a", "", is_quoted=True), "9", ["words", "a b"], id="but not in quotes"
        ),
    ],
)  # fmt: skip
def test_bash(monkeypatch: pytest.MonkeyPatch, found: Fitting, typed: Typed, kind: str, lines: list[str]) -> None:
    """By the way bash asks, COMP_TYPE."""
    monkeypatch.setenv("COMP_TYPE", kind)
    assert formed("bash", found, typed).splitlines() == lines


def test_a_title_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cut before the last two columns, so that each value has one line."""
    monkeypatch.setenv("COMP_TYPE", "63")
    monkeypatch.setenv("COLUMNS", "20")
    assert formed("bash", Fitting([LIFE, GROWTH]), TYPED).splitlines()[1] == "12 — Life expecta…"


def test_zsh_has_the_word_and_its_line() -> None:
    """The lines of the list stand in columns."""
    lines = formed("zsh", Fitting([LIFE, GROWTH]), TYPED).splitlines()
    assert lines == ["words", "12\t12   Life expectancy at birth", "1.1\t1.1  GRDP"]


def test_fish_has_the_word_and_its_title() -> None:
    """Between them a tab, as fish reads it."""
    lines = formed("fish", Fitting([GROWTH]), Typed("--set=", "1", "", is_quoted=False)).splitlines()
    assert lines == ["words", "--set=1.1\tGRDP"]


def test_fish_is_given_titles_where_titles_fit() -> None:
    """It shows no word that does not hold what is typed."""
    lines = formed("fish", Fitting([LIFE], by_title=True), Typed("", "tuổi", "", is_quoted=False)).splitlines()
    assert lines == ["titles", "Tuổi thọ trung bình\t12"]


def test_nothing_is_said_where_nothing_fits() -> None:
    """Not even how to take it."""
    assert formed("bash", Fitting([]), TYPED) == ""
