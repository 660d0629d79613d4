"""What people and scripts see, word for word."""

from __future__ import annotations

import pytest

from .questions import QUESTIONS
from .runner import Tgkt
from .snapshot import check_snapshot

each_language = pytest.mark.parametrize("lang", ["en", "vi"])


@each_language
def test_the_results_in_a_pipe_are_kept(tgkt: Tgkt, lang: str) -> None:
    """The plan of the last term, with its labels and where our rule differs from them."""
    check_snapshot(f"status_results_piped_{lang}", tgkt(*QUESTIONS["results"], "--lang", lang).out)


def test_a_section_as_json_is_kept(tgkt: Tgkt) -> None:
    """How JSON is laid out, and the digits of a section."""
    check_snapshot("status_economy_json", tgkt("status", "--section", "economy", "--format", "json").out)


@each_language
@pytest.mark.parametrize("command", ["status", "project"])
def test_what_a_terminal_shows_is_kept(tgkt: Tgkt, command: str, lang: str) -> None:
    """Tables on a terminal of a common width; what other widths show is held by the laws of `test_tables`."""
    shown = tgkt.screen(*QUESTIONS[command], "--lang", lang, width=100, NO_COLOR="1")
    check_snapshot(f"{command}_terminal_100_{lang}", shown)


def test_validate_says_how_many_files_it_checked(tgkt: Tgkt) -> None:
    """Valid data are answered on standard error, and standard output stays empty."""
    done = tgkt("validate")
    assert (done.code, done.out) == (0, "")
    check_snapshot("validate", done.err)
