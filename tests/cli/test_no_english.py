"""No English in what a reader of Vietnamese gets: tables of every command, in a pipe and on a terminal."""

from __future__ import annotations

import pytest
from english import english

from tgkt.cli.pages import COMMANDS

from .questions import EXAMPLES, GOAL, QUESTIONS, RESULTS, WITHOUT_ROWS
from .runner import Tgkt

MORE = {
    "check all": ("check", "--all"),
    "check page": ("check", "--page"),
    "check in full": ("check", "--all", "--explain"),
    "check proposes": ("check", "--suggest"),
    "blend all": ("blend", "--all"),
    "explain all": ("explain", "grdp_growth", "--all"),
    "explain a milestone": ("explain", "digital_government_rank", "--all"),
    "status page": ("status", "--page"),
    "status in order": ("status", "--sort", "distance"),
    "project chart": ("project", "grdp", "--chart"),
    "project results": ("project", *RESULTS),
    "diff of years": ("diff", "2022", "2025"),
    "goal seek on a terminal": ("project", *GOAL),
}
ASKED = {name: each for name, each in {**QUESTIONS, **MORE}.items() if name != "list units"}  # English is its subject
ON_TERMINALS = ("overview", "status", "results", "project", "explain", "check", "what-if", "diff")


def test_every_command_with_rows_is_asked() -> None:
    """A new command is asked too."""
    assert set(COMMANDS) - WITHOUT_ROWS <= {args[0] for args in ASKED.values()} | {*EXAMPLES}


@pytest.mark.parametrize("question", ASKED)
def test_a_table_is_vietnamese(tgkt: Tgkt, question: str) -> None:
    """Titles, words, units, reasons and findings."""
    assert english(tgkt(*ASKED[question], "--lang", "vi").out) == []


@pytest.mark.parametrize("question", ON_TERMINALS)
def test_a_screen_is_vietnamese(tgkt: Tgkt, question: str) -> None:
    """With the notes that stand below a table on a terminal."""
    assert english(tgkt.screen(*ASKED[question], "--lang", "vi", width=100, NO_COLOR="1")) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("chưa có số liệu of 2025", id="a function word"),
        pytest.param("? no figure", id="a sentence of the catalogue"),
        pytest.param("giả định: the two sides agree within rounding.", id="a sentence in small letters"),
    ],
)
def test_english_is_noticed(line: str) -> None:
    """Or the tests above would find nothing."""
    assert english(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Xem tgkt explain 6 --all, do đó may thay", id="a command, and words of both languages"),
        pytest.param("Phụ lục: “the words of a document”", id="a quotation"),
        pytest.param("grdp[merged, 2030] == sum(of[a, 2025]) tại https://a.vn/the/of", id="a formula and an address"),
    ],
)
def test_what_is_english_on_purpose_passes(line: str) -> None:
    """Quotations, commands, ids, formulas and addresses."""
    assert english(line) == []
