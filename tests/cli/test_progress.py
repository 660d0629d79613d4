"""What is being done is said on a terminal, after a second, and taken back."""

from __future__ import annotations

import os
import sys

import pytest

from tgkt.cli import progress
from tgkt.cli.progress import working
from tgkt.message import Message
from tgkt.notes import step

from .runner import Tgkt, answer, show

LONG = """
import time
from tgkt.cli import progress
from tgkt.language import speak
from tgkt.message import Message
from tgkt.notes import step
{before}
speak("vi")
progress.PATIENCE = {patience}
with progress.working(Message("making the report…")):
    time.sleep(0.3)
    {inside}
print("done")
"""
SAID = "Đang lập báo cáo…"
TERMINAL = {"TERM": "xterm-256color"}
SHORT, SLOW = "60", "0.05"


def command(patience: str, inside: str = "pass", before: str = "") -> tuple[str, ...]:
    """A program with a step."""
    return (sys.executable, "-c", LONG.format(patience=patience, inside=inside, before=before))


def test_a_long_step_is_said_and_taken_back(tgkt: Tgkt) -> None:
    """What comes after begins in an empty line."""
    assert show(command(SLOW), tgkt.environment(TERMINAL), 80) == f"{SAID}\r\x1b[Kdone\n"


def test_it_is_taken_back_where_the_step_fails(tgkt: Tgkt) -> None:
    """Before the error is said."""
    shown = show(command(SLOW, "raise ValueError('no')"), tgkt.environment(TERMINAL), 80)
    assert shown.startswith(f"{SAID}\r\x1b[KTraceback")


def test_notes_wait_for_the_end_of_the_step(tgkt: Tgkt) -> None:
    """They would stand in its line."""
    inside = "from tgkt.notes import note; note('a note')"
    before = "from tgkt.cli.notes import show_note; from tgkt.notes import listen; listen(show_note)"
    shown = show(command(SLOW, inside, before), tgkt.environment(TERMINAL), 80)
    assert shown == f"{SAID}\r\x1b[Ka note\ndone\n"


def test_steps_are_said_with_how_much_is_done(tgkt: Tgkt) -> None:
    """Each in the place of the one before, anew where more is done, without a number where it is not known."""
    inside = (
        "from tgkt.notes import step; parts = iter([1, 2]);"
        "step(Message('reading the figures…'), lambda: next(parts, None)); time.sleep(0.3);"
        "step(Message('writing the answer…')); time.sleep(0.15)"
    )
    shown = show(command(SLOW, inside, "progress.PULSES = 10"), tgkt.environment(TERMINAL), 80)
    told = [each for each in shown.replace("done\n", "").split("\r\x1b[K") if each]
    assert told == [SAID, "Đang đọc số liệu… 1 %", "Đang đọc số liệu… 2 %", "Đang đọc số liệu…", "Đang ghi kết quả…"]
    assert shown.endswith("\r\x1b[Kdone\n")


def test_steps_that_nobody_follows_are_not_said() -> None:
    """A program that asks for an answer hears nothing."""
    step("reading", lambda: 1 // 0)


def test_a_note_that_says_why_it_takes_long_does_not_wait(tgkt: Tgkt) -> None:
    """The line makes room for it."""
    inside = "from tgkt.notes import note; note('a note', at_once=True)"
    before = "from tgkt.cli.notes import show_note; from tgkt.notes import listen; listen(show_note)"
    shown = show(command(SLOW, inside, before), tgkt.environment(TERMINAL), 80)
    assert shown == f"{SAID}\r\x1b[Ka note\n\r\x1b[Kdone\n"


SILENT = {
    "a short step": (SHORT, "", TERMINAL, 80),
    "a terminal too narrow for it": (SLOW, "", TERMINAL, 17),
    "a terminal that cannot take it back": (SLOW, "", {"TERM": "dumb"}, 80),
    "--quiet": (SLOW, "from tgkt.cli.manner import ask; ask(is_quiet=True)", TERMINAL, 80),
}


@pytest.mark.parametrize(("patience", "before", "env", "width"), SILENT.values(), ids=SILENT)
def test_nothing_is_said(tgkt: Tgkt, patience: str, before: str, env: dict[str, str], width: int) -> None:
    """The answer stands alone."""
    assert show(command(patience, before=before), tgkt.environment(env), width) == "done\n"


def test_nothing_is_said_in_a_pipe(tgkt: Tgkt) -> None:
    """A log keeps no such line."""
    found = answer(command(SLOW), tgkt.environment(TERMINAL))
    assert (found.out, found.err) == ("done\n", "")


def test_nothing_is_said_without_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be closed."""
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with working(Message("making the report…")):
        pass


@pytest.mark.parametrize(
    "args",
    [
        ("report",),
        ("check",),
        ("export", "{folder}/package"),
        ("export", "{folder}/cubes", "--json-stat"),
    ],
    ids=" ".join,
)
def test_commands_leave_nothing(tgkt: Tgkt, tmp_path: os.PathLike[str], args: tuple[str, ...]) -> None:
    """Whether it took long or not."""
    asked = [arg.format(folder=tmp_path) for arg in args]
    begun = "from tgkt.cli import progress; progress.PATIENCE = 0; from tgkt.cli.app import main; main()"
    run = (sys.executable, "-c", begun, *asked)
    shown = show(run, tgkt.environment({**TERMINAL, "PAGER": "cat", "COLUMNS": "80"}), 80)
    assert shown.count("…\r\x1b[K") >= 1
    assert "…\r\x1b[K" not in shown.rpartition("\x1b[K")[2]


AT_ONCE = """
import sys
from tgkt.cli import progress
from tgkt.cli.app import main
progress.PATIENCE = 0
main()
"""
READING = "reading the data…\r\x1b[K"
COMMANDS = (
    "status grdp",
    "project grdp",
    "explain grdp",
    "blend grdp_growth",
    "find 7,35",
    "list areas",
    "overview",
    "validate",
    "diff 2024 2025",
    "template 2026",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_that_it_reads_data_and_takes_it_back(tgkt: Tgkt, command: str) -> None:
    """On a terminal, where that takes long; what the answer takes after it likewise."""
    words = (sys.executable, "-c", AT_ONCE, *command.split(), *(("--no-pager",) if command != "validate" else ()))
    shown = show(words, tgkt.environment({**TERMINAL, "LC_ALL": "C.UTF-8", "PAGER": "cat"}), 100)
    assert READING in shown
    assert shown.count("…\r\x1b[K") == shown.count("\x1b[K")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_says_it_in_a_pipe(tgkt: Tgkt, command: str) -> None:
    found = answer((sys.executable, "-c", AT_ONCE, *command.split()), tgkt.environment(TERMINAL))
    assert "…\r" not in found.out + found.err
    assert found.code == 0
