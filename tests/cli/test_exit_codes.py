"""Exit codes and the one line that goes with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.api.pick.states import FAIL_ON
from tgkt.cli.pages import COMMANDS

from .runner import Answer, Tgkt

RESULTS = ("--plan", "results_2020_2025")

each_command = pytest.mark.parametrize("command", COMMANDS)


def usage_error(done: Answer) -> str:
    """The one line of a usage error, after checking that it is one."""
    assert (done.code, done.out) == (2, ""), done.err
    assert [done.err.strip()] == done.err.splitlines()
    assert "Traceback" not in done.err
    return done.err


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        pytest.param(("statuss",), "'status'", id="a slip in the command"),
        pytest.param(("status", "--pln", "x"), "--plan", id="a slip in an option"),
        pytest.param(("status", "--plan", "targets_2025_203"), "'targets_2025_2030'", id="a slip in the plan"),
        pytest.param(("status", "--plan", ""), "targets_2025_2030", id="an empty plan"),
        pytest.param(("status", "--area", "bac_kn"), "'bac_kan'", id="a slip in the area"),
        pytest.param(("status", "--area", "x"), "bac_kan, merged, thai_nguyen", id="an area like no other"),
        pytest.param(("status", "--section", "econmy"), "'economy'", id="a slip in the section"),
        pytest.param(("status", "--verdict", "nt_met"), "'not_met'", id="a slip in the verdict"),
        pytest.param(("status", "--verdict", "met,nt_met"), "'not_met'", id="a slip in one of several verdicts"),
        pytest.param(("status", "--verdict", "open"), "Write --standing open", id="a standing for a verdict"),
        pytest.param(("status", "--standing", "behnd"), "'behind'", id="a slip in the standing"),
        pytest.param(("status", "--standing", "not_met"), "Write --verdict not_met", id="a verdict for a standing"),
        pytest.param(("status", "--sort", "standng"), "'standing'", id="a slip in the order"),
        pytest.param(("status", "--sort", "gap"), "--sort distance", id="an order of gaps in different units"),
        pytest.param(("status", "--attention", "--sort", "title"), "--sort title", id="two orders at once"),
        pytest.param(("--lang", "vi", "status"), "tgkt status --lang vi", id="options before the command"),
        pytest.param(("--pln", "x"), "--plan", id="a slip in an option of tgkt alone"),
        pytest.param(("status", "--fail-on", "opn"), "'open'", id="a slip in --fail-on"),
        pytest.param(("status", "--format", "jsn"), "'json'", id="a slip in the format"),
        pytest.param(("status", "--lang", "fr"), "Use one of: en, vi", id="a language there is not"),
        pytest.param(("status", "--as-of", "soon"), "--as-of", id="a year that is none"),
        pytest.param(("status", "extra"), "extra", id="a word too many"),
        pytest.param(("status", "--area", "bac\udcff"), "bac_kan", id="bytes that are not UTF-8"),
        pytest.param(("calc",), "cagr", id="nothing to calculate"),
        pytest.param(("calc", "project", "100", "10", "--years", "100000"), "too large", id="beyond all bounds"),
    ],
)
def test_a_usage_error_is_one_line_that_helps(tgkt: Tgkt, args: tuple[str, ...], advice: str) -> None:
    """What cannot be understood ends with 2, prints nothing, and says what would have been."""
    assert advice in usage_error(tgkt(*args))


@each_command
def test_every_command_refuses_an_option_it_does_not_know(tgkt: Tgkt, command: str) -> None:
    """An unknown option is a usage error that names it and the way to help."""
    said = usage_error(tgkt(command, "--no-such-option"))
    assert "--no-such-option" in said
    assert "--help" in said


@each_command
def test_every_command_has_help(tgkt: Tgkt, command: str) -> None:
    """--help and -h print the same and end with 0."""
    long, short = tgkt(command, "--help"), tgkt(command, "-h")
    assert (long.code, long.err) == (0, "")
    assert long == short
    assert long.out.startswith(f"Usage: tgkt {command} ")


@pytest.mark.parametrize(
    ("condition", "happens", "does_not"),
    [
        pytest.param("not_met", RESULTS, (), id="not_met"),
        pytest.param("not_assessable", RESULTS, (), id="not_assessable"),
        pytest.param("open", (), RESULTS, id="open"),
        pytest.param("no_figure", (), RESULTS, id="no_figure"),
        pytest.param("uncertain", (), ("--section", "defence"), id="uncertain"),
        pytest.param("differs", RESULTS, (), id="differs"),
    ],
)
def test_fail_on_decides_the_exit_code_and_nothing_else(
    tgkt: Tgkt, condition: str, happens: tuple[str, ...], does_not: tuple[str, ...]
) -> None:
    """Exit 1 when a shown row is so, 0 when none is; the answer is complete either way."""
    for args, code in ((happens, 1), (does_not, 0)):
        plain = tgkt("status", *args)
        assert plain._replace(code=code) == tgkt("status", *args, "--fail-on", condition)


def test_every_condition_of_fail_on_is_tested() -> None:
    """The conditions above are all there are."""
    tested = [
        *("not_met", "not_assessable", "behind", "already_missed", "open", "no_figure"),
        *("uncertain", "differs"),
    ]
    assert tested == [str(condition) for condition in FAIL_ON]


def test_fail_on_may_be_repeated(tgkt: Tgkt) -> None:
    """One condition that holds is enough."""
    assert tgkt("status", "--fail-on", "not_met", "--fail-on", "open").code == 1


def test_fail_on_looks_at_the_rows_shown(tgkt: Tgkt) -> None:
    """A row that a filter hides does not fail."""
    assert tgkt("status", "--section", "party", "--fail-on", "no_figure").code == 0


def test_invalid_data_end_with_3_and_a_place(tgkt: Tgkt, tmp_path: Path) -> None:
    """Each mistake is a line that begins with file, line and column."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("indicators: {a: {unit: kgg, unit: kg}}\n", encoding="utf-8")
    done = tgkt.fresh("validate", str(bad))
    assert (done.code, done.out) == (3, "")
    assert [line for line in done.err.splitlines() if not line.startswith(f"{bad}:1:")] == []
    assert f"{bad}:1:24: indicators.a.unit: unknown unit 'kgg'. Did you mean 'kg'?" in done.err.splitlines()


def test_a_missing_file_is_invalid_data(tgkt: Tgkt) -> None:
    """A file that is not there ends with 3 and its name."""
    done = tgkt("validate", "nowhere.yaml")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("nowhere.yaml:1:1: cannot be read: no such file")


def test_validate_notes_a_bound_of_the_worse_side(tgkt: Tgkt, tmp_path: Path) -> None:
    """A ceiling of what should rise is valid, and said on stderr."""
    file = tmp_path / "plan.yaml"
    file.write_text(
        "areas: {whole: {title: Whole}}\norigins: {report: {title: Report}}\nplan: {title: Plan, period: 2026-2030}\n"
        "language: en\nindicators:\n  a: {title: A, unit: '%', direction: increase, target: {2030: up to 45%}}\n",
        encoding="utf-8",
    )
    done = tgkt.fresh("validate", "--data", str(tmp_path))
    assert (done.code, done.out) == (0, "")
    assert "indicators.a: 'up to 45%' is a ceiling, and more is better. Check direction or words" in done.err
