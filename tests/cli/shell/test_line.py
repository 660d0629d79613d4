"""How the line is read: quotes, what bash takes apart, and what the word at the cursor is to be."""

from __future__ import annotations

import pytest

from tgkt.cli.shell.line import line_of, plain, whole
from tgkt.cli.shell.table import commands


@pytest.mark.parametrize(
    ("word", "text"),
    [
        pytest.param("grdp", "grdp", id="a word without quotes"),
        pytest.param('"Tuổi thọ"', "Tuổi thọ", id="a closed quotation"),
        pytest.param('"Tuổi th', "Tuổi th", id="a quotation not closed yet"),
        pytest.param("'a \"b", 'a "b', id="a double quote within single ones"),
        pytest.param("\"it's", "it's", id="an apostrophe within double ones"),
        pytest.param(r"Tuổi\ th", "Tuổi th", id="a blank after a backslash"),
        pytest.param(r"'a\b'", r"a\b", id="a backslash within single quotes"),
        pytest.param("--plan='res", "--plan=res", id="a quotation within a word"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_word_without_its_quotes(word: str, text: str) -> None:
    """As the program would be given it."""
    assert plain(word) == text


@pytest.mark.parametrize(
    ("words", "together", "kept"),
    [
        pytest.param(["status", "gr"], ["status", "gr"], "", id="nothing to put together"),
        pytest.param(["status", "--plan", "=", "res"], ["status", "--plan=res"], "--plan=", id="an equals sign within"),
        pytest.param(["status", "--plan", "="], ["status", "--plan="], "--plan=", id="an equals sign at the end"),
        pytest.param(["init", "x", "--base", "tgkt", ":", "t"], ["init", "x", "--base", "tgkt:t"], "tgkt:", id="colon"),
        pytest.param(["a", "--set", "x", "=", "9", ""], ["a", "--set", "x=9", ""], "", id="a finished word before"),
        pytest.param(["a", "--plan", "=", '"re'], ["a", '--plan="re'], "--plan=", id="quoted after the sign"),
    ],
)
def test_what_bash_took_apart_is_whole_again(words: list[str], together: list[str], kept: str) -> None:
    """And what bash leaves standing of the last word is known."""
    assert whole(words) == (together, kept)


@pytest.mark.parametrize(
    ("words", "option"),
    [
        pytest.param(["status", "--plan", ""], "--plan", id="after an option"),
        pytest.param(["status", "-f", "j"], "--format", id="after a short option"),
        pytest.param(["status", "--plan=r"], "--plan", id="after an equals sign"),
        pytest.param(["status", "--attention", ""], None, id="after a flag"),
        pytest.param(["status", "--plan", "x", ""], None, id="after the value"),
        pytest.param(["status", "--", "--plan", ""], None, id="after two dashes nothing is an option"),
        pytest.param(["status", "--unknown", ""], None, id="after an option that is none"),
        pytest.param(["--plan", ""], "--plan", id="without a command"),
    ],
)
def test_whose_value_is_typed(words: list[str], option: str | None) -> None:
    """The option before, or in the same word."""
    found = line_of(words, commands()).option
    assert (found.names[0] if found else None) == option


@pytest.mark.parametrize(
    ("words", "takes"),
    [
        pytest.param(["status", "3", ""], "what", id="an argument that may be repeated"),
        pytest.param(["explain", ""], "what", id="the first argument"),
        pytest.param(["explain", "3", ""], None, id="no argument more than there are"),
        pytest.param(["diff", "2024", ""], "side", id="the second argument"),
        pytest.param(["calc", ""], "words", id="a closed list"),
        pytest.param(["statsu", ""], None, id="of a command that is none"),
    ],
)
def test_which_argument_is_typed(words: list[str], takes: str | None) -> None:
    """By its place among those typed before."""
    found = line_of(words, commands()).argument
    assert (found.takes if found else None) == takes
