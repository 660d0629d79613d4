"""The documents say what the program does: every shown command is run and must answer as shown.

In a block, a line `[...]` stands for any lines, so that a long table need not be shown whole; within a line it stands
for any text.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import NamedTuple

import pytest
from cli.manual import FOLDER, INDEX, MAN, pages
from cli.runner import LONGEST, ROOT, Tgkt
from cli.snapshot import check_file

from tgkt import __version__
from tgkt.cli.pages import COMMANDS

README = ROOT / "README.md"
PAGES = [README, *sorted(page for page in (ROOT / "docs").glob("*.md") if page != INDEX)]
WALKS = [page for page in PAGES if "<!-- file:" in page.read_text(encoding="utf-8")]  # taken step by step in test_walks
BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
GAP = "[...]"


class Shown(NamedTuple):
    """A command as a page shows it, with the answer below it."""

    page: Path
    command: str
    answer: str


def shown(page: Path) -> list[Shown]:
    """The commands a page shows with their answers, block by block."""
    found = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = part.partition("\n")
            if answer.strip() and command.startswith("tgkt"):
                found.append(Shown(page, command, answer.rstrip("\n")))
    return found


def pattern(answer: str) -> str:
    """A regular expression for the answer, in which a line `[...]` matches any lines, and `[...]` in one any text."""
    lines = (re.escape(line).replace(re.escape(GAP), ".*") + "\n" for line in answer.split("\n"))
    return "".join(r"(?:.*\n)*?" if line == ".*\n" else line for line in lines)


EXAMPLES = [each for page in PAGES if page not in WALKS for each in shown(page)]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    """A reader of the README learns of every command there is."""
    assert f"tgkt {command}" in README.read_text(encoding="utf-8")


def test_the_readme_shows_answers() -> None:
    """The README shows at least one command with what it answers."""
    assert [each.command for each in EXAMPLES if each.page == README] != []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each.page.name}: {each.command}")
def test_a_shown_answer_is_the_answer(tgkt: Tgkt, tmp_path: Path, example: Shown) -> None:
    """What a page shows below a command is what the command says, errors included."""
    for folder in ("data", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    env = tgkt.environment({})
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    done = subprocess.run(
        ("sh", "-c", example.command), env=env, cwd=tmp_path, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=LONGEST,
    )  # fmt: skip
    said = "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip("\n").split("\n"))
    if not re.fullmatch(pattern(example.answer), said):
        assert example.answer == said.rstrip("\n")


def test_the_pages_of_commands_are_what_they_say(tgkt: Tgkt) -> None:
    """docs/commands and the man page hold the help of every command, word for word, and nothing else."""
    made = pages(tgkt)
    for page, text in made.items():
        check_file(page, text)
    there = {INDEX, *FOLDER.rglob("*.md"), *MAN.rglob("*.1")}
    assert there == set(made)


@pytest.mark.skipif(which("groff") is None, reason="groff is not installed")
def test_the_man_page_is_one() -> None:
    """groff finds nothing to warn of, and shows every command."""
    page = MAN / "tgkt.1"
    done = subprocess.run(("groff", "-man", "-Tutf8", "-Kutf8", "-ww", str(page)), capture_output=True, check=True)
    assert done.stderr == b""
    assert [name for name in COMMANDS if f"tgkt {name}" not in done.stdout.decode()] == []


def test_the_tests_that_pages_and_cases_name_are_there() -> None:
    """Where a page or a file of cases names a test file, it is found there."""
    pages = [*PAGES, *(ROOT / "tests").glob("c*/*.yaml"), *(ROOT / "tests").glob("c*/*.md")]
    named = {name for page in pages for name in re.findall(r"`(tests/\S+\.py)`", page.read_text(encoding="utf-8"))}
    assert named
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_the_changelog_knows_this_version() -> None:
    """CHANGELOG.md has an entry for the version that is here."""
    assert re.search(rf"^##.*\b{re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize(
    ("answer", "said", "matches"),
    [
        ("one\ntwo", "one\ntwo\n", True),
        ("one\n[...]", "one\ntwo\nthree\n", True),
        ("one\n[...]\nthree", "one\ntwo\nthree\n", True),
        ("[...]\nthree", "three\n", True),
        ("one\nthree", "one\ntwo\nthree\n", False),
        ("[...]\ntwo", "one\ntwo\nthree\n", False),
    ],
)
def test_only_a_gap_leaves_lines_out(answer: str, said: str, matches: bool) -> None:
    """A shown answer is compared line by line, and only `[...]` passes lines over."""
    assert matches == bool(re.fullmatch(pattern(answer), said))
