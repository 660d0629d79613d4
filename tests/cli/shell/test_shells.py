"""Completion in real shells: bash always, zsh and fish where they are installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from ..runner import ROOT, Tgkt
from .shells import SCRIPTS, Shell


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request: pytest.FixtureRequest, tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A shell in which somebody types, in a folder with a file and a folder."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "my_file.yaml").touch()
    (folder / "my_folder").mkdir()
    tgkt("status", "--area", "", _TGKT_COMPLETE="zsh")  # the names are kept from here on
    running = Shell(request.param, folder, tgkt.environment({}))
    yield running
    running.close()


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        pytest.param("tgkt stat\t --attent\t", ["status", "--attention"], id="a command and an option"),
        pytest.param("tgkt status --section eco\t", ["status", "--section", "economy"], id="a section"),
        pytest.param("tgkt status --plan=res\t", ["status", "--plan=results_2020_2025"], id="a plan after ="),
        pytest.param("tgkt blend 2 --weights bac\t1", ["blend", "2", "--weights", "bac_kan=1"], id="AREA="),
        pytest.param("tgkt status --verdict met,not_m\t", ["status", "--verdict", "met,not_met"], id="a list"),
        pytest.param("tgkt explain grdp_growth_a\t", ["explain", "grdp_growth_agriculture"], id="an id"),
        pytest.param("tgkt validate my_fi\t", ["validate", "my_file.yaml"], id="a file"),
        pytest.param("tgkt status --data my_fo\t", ["status", "--data", "my_folder"], id="a folder"),
        pytest.param("tgkt status --data=my_fo\t", ["status", "--data=my_folder"], id="a folder after ="),
        pytest.param("tgkt status nonsuch\t", ["status", "nonsuch"], id="nothing"),
        pytest.param("tgkt completion z\t -o x", ["completion", "zsh", "-o", "x"], id="a blank after a word"),
    ],
)  # fmt: skip
def test_a_line_is_completed(shell: Shell, keys: str, given: list[str]) -> None:
    """What is typed, Tab included, becomes what tgkt is given."""
    assert [word.rstrip("/") for word in shell.type(keys).given] == given  # zsh takes a slash away again


@pytest.mark.parametrize(
    "keys",
    ["tgkt explain Tuổi\\ thọ\t", 'tgkt explain "Tuổi thọ\t', "tgkt explain 'Tuổi thọ\t"],
    ids=["after a backslash", "in quotes", "in single quotes"],
)
def test_words_of_one_title_are_completed(shell: Shell, keys: str) -> None:
    """By the number; fish, which shows no word that does not hold what is typed, by the whole title."""
    wanted = "Tuổi thọ trung bình tính từ lúc sinh" if shell.name == "fish" else "12"
    assert shell.type(keys).given == ["explain", wanted]


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)
def test_words_of_several_titles_are_listed(shell: Shell) -> None:
    """With numbers and titles; the line stays as it was typed."""
    line = shell.type("tgkt explain unemployment\t\t")
    assert line.given == ["explain", "unemployment"]
    assert "Urban unemployment rate" in line.shown


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)
def test_numbers_are_listed_with_titles(shell: Shell) -> None:
    """And what they have in common is put in."""
    line = shell.type("tgkt explain 35" + ("\t\t\t" if shell.name == "bash" else "\t\t"))
    assert line.given == ["explain", "35."]
    assert "35.1" in line.shown


def test_a_tilde_before_the_program_is_understood(shell: Shell) -> None:
    """The program that is typed is the one that is asked."""
    assert shell.type("~/bin/tgkt stat\t").given == ["status"]


def bash(script: str, tgkt: Tgkt) -> list[str]:
    """What a bash without a terminal prints, with the completion of this checkout."""
    start = f"source {SCRIPTS / 'tgkt.bash'}\ntgkt() {{ '{sys.executable}' -m tgkt \"$@\"; }}\n"
    env = tgkt.environment({"PYTHONPATH": str(ROOT)})
    done = subprocess.run(("bash", "-c", start + script), env=env, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_bash_knows_the_function(tgkt: Tgkt) -> None:
    """Sourcing the script is enough."""
    (line,) = bash("complete -p tgkt", tgkt)
    assert line.endswith("-F _tgkt tgkt")


@pytest.mark.parametrize(
    ("words", "replies"),
    [
        pytest.param("tgkt sta", ["status"], id="a command"),
        pytest.param("tgkt status --plan = res", ["results_2020_2025"], id="after an equals sign that bash took apart"),
        pytest.param("tgkt status --plan =", ["results_2020_2025", "targets_2025_2030"], id="right after it"),
        pytest.param("tgkt project --set grdp_growth_a", ["grdp_growth_agriculture="], id="WHAT="),
        pytest.param("tgkt project --set grdp_growth = 9 --scen", ["--scenario"], id="after WHAT=VALUE"),
        pytest.param("tgkt status '\"Tuổi thọ'", ["12"], id="an open quotation"),
        pytest.param("tgkt status nonsuch", [], id="nothing"),
    ],
)
def test_bash_is_given_replies(tgkt: Tgkt, words: str, replies: list[str]) -> None:
    """As COMP_WORDS and COMP_CWORD ask for them."""
    asked = f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _tgkt tgkt"
    assert bash(f"{asked}; printf '%s\\n' \"${{COMPREPLY[@]}}\"", tgkt) == (replies or [""])


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_command_prints_the_script(tgkt: Tgkt, name: str) -> None:
    """As it stands."""
    assert tgkt("completion", name).out == (SCRIPTS / f"tgkt.{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--install-completion",), ("--show-completion",), ("--install-completion", "bash")])
def test_the_former_options_name_the_command(tgkt: Tgkt, words: tuple[str, ...]) -> None:
    """In one line."""
    done = tgkt(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err == "--install-completion is now a command. Write tgkt completion bash, zsh or fish\n"
