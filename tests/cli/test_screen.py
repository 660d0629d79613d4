"""The pager: where a long answer on a terminal goes, and where nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from .runner import Tgkt

PAGER = "sed s/^/paged:/"
LONG = ("status",)  # more than the 50 lines of the terminal
SHORT = ("status", "3", "--quiet")


def shown(tgkt: Tgkt, *args: str, **env: str) -> list[str]:
    """The lines that a terminal shows."""
    return tgkt.screen(*args, width=100, **{"NO_COLOR": "1", "PAGER": PAGER, **env}).splitlines()


def is_paged(lines: list[str]) -> bool:
    """Whether an answer went through the pager."""
    return any(line.startswith("paged:") for line in lines)


@pytest.mark.parametrize("args", [LONG, ("status", "--json"), ("check",)], ids=" ".join)
def test_an_answer_longer_than_the_screen_goes_through_the_pager(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """PAGER is run with its arguments, and shows what the terminal would have shown."""
    lines = shown(tgkt, *args)
    assert is_paged(lines)
    assert [line.removeprefix("paged:") for line in lines] == shown(tgkt, *args, PAGER="cat")


@pytest.mark.parametrize(
    ("args", "env"),
    [
        pytest.param(SHORT, {}, id="an answer that fits"),
        pytest.param((*LONG, "--no-pager"), {}, id="--no-pager"),
        pytest.param(LONG, {"TERM": "dumb"}, id="a dumb terminal"),
        pytest.param(LONG, {"TERM": ""}, id="a terminal of no kind"),
        pytest.param(LONG, {"PAGER": "no-such-pager -x"}, id="a pager that is not there"),
        pytest.param(LONG, {"PAGER": "sed 's/^/paged:/"}, id="a pager that cannot be read"),
    ],
)
def test_nothing_is_paged(tgkt: Tgkt, args: tuple[str, ...], env: dict[str, str]) -> None:
    """The answer is shown all the same."""
    lines = shown(tgkt, *args, **env)
    assert not is_paged(lines)
    assert any("GRDP per capita" in line for line in lines)


def test_nothing_is_paged_in_a_pipe_or_a_file(tgkt: Tgkt, tmp_path: Path) -> None:
    """Whatever PAGER says."""
    env = {"PAGER": PAGER, "TERM": "xterm"}
    assert tgkt("status", **env) == tgkt("status")
    assert tgkt.screen("status", "-o", str(tmp_path / "a.txt"), width=100, **env) == ""
    assert "paged:" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "code"), [("status", 0), ("check", 1)])
def test_who_leaves_the_pager_early_has_seen_enough(tgkt: Tgkt, command: str, code: int) -> None:
    """It is quiet, and the exit code is that of the answer."""
    assert tgkt.on_terminal(command, "-f", "json", width=100, PAGER="true") == (code, "")


def test_less_shows_utf_8_whatever_the_locale(tgkt: Tgkt) -> None:
    """The pager hears of the letters that are sent."""
    assert shown(tgkt, *LONG, PAGER="sh -c 'cat > /dev/null; echo $LESSCHARSET'") == ["utf-8"]


def test_less_is_the_pager_where_none_is_named(tgkt: Tgkt, tmp_path: Path) -> None:
    """It ends where all fits, shows colour and leaves the answer on the screen."""
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\ncat > /dev/null\necho "less $*"\n', encoding="utf-8")
    less.chmod(0o755)
    assert shown(tgkt, *LONG, PAGER="", PATH=f"{tmp_path}:/usr/bin:/bin") == ["less -FRX"]


def test_without_less_and_pager_nothing_is_paged(tgkt: Tgkt, tmp_path: Path) -> None:
    """The terminal gets the whole answer."""
    assert shown(tgkt, *LONG, PAGER="", PATH=str(tmp_path)) == shown(tgkt, *LONG, PAGER="cat")
