"""`tgkt calc`: the worked examples of `cases/calc.yaml`, run inside this process, and some as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import random
import select
import shlex
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases
from by_hand import by_calculator

from tgkt.cli.app import app
from tgkt.engine.calc import OPERATIONS
from tgkt.facts.parsing import parse_term

from .runner import COMMAND, LONGEST, Tgkt
from .snapshot import check_snapshot

WORKED = cases(
    "calc", given=("run", "stdin"), expect=("prints", "by_hand", "unit", "from", "to", "error", "says", "lines", "code")
)
SURROUNDINGS = ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "TGKT_DATA")
PHRASES = ("cagr", "126,8 nghìn tỷ đồng", "202.925 tỷ đồng", "--years", "5")


class Ran(NamedTuple):
    """What a run inside this process left behind."""

    code: object
    out: str
    err: str


class Calc:
    """Runs `tgkt calc` inside this process, with nothing of the machine's own surroundings."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch
        for name in SURROUNDINGS:
            monkeypatch.delenv(name, raising=False)

    def __call__(self, *args: str, stdin: str = "") -> Ran:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as ended:
            app(["calc", *args])
        shown = self.capsys.readouterr()
        return Ran(ended.value.code, shown.out, shown.err)


@pytest.fixture
def calc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Calc:
    return Calc(capsys, monkeypatch)


def chosen(key: str) -> list[Any]:
    return [case for case in WORKED if key in case.values[1]]


@pytest.mark.parametrize(("given", "expect"), chosen("prints"))
def test_worked_example(calc: Calc, given: dict[str, str], expect: dict[str, Any]) -> None:
    """One bare number a line, plain notation, at most six decimals; on standard error what an input is told."""
    ran = calc(*shlex.split(given["run"]), stdin=given.get("stdin", ""))
    assert Ran(expect.get("code", 0), "".join(f"{line}\n" for line in expect["prints"]), ran.err) == ran
    assert_said(ran.err, expect.get("says", []))


def assert_said(err: str, says: list[str]) -> None:
    """Each line of standard error begins as expected, and there is no other."""
    lines = err.splitlines()
    assert (len(says), []) == (len(lines), [each for each, line in zip(says, lines, strict=False) if each not in line])


@pytest.mark.parametrize(("given", "expect"), chosen("lines"))
def test_json_keeps_the_lines(calc: Calc, given: dict[str, str], expect: dict[str, Any]) -> None:
    """Each answer names the line of the input that asked for it, in every machine format, and the code is the same."""
    args, stdin = shlex.split(given["run"]), given.get("stdin", "")
    told, table = calc(*args, "-f", "json", stdin=stdin), calc(*args, "-f", "csv", stdin=stdin)
    assert [row["line"] for row in json.loads(told.out)["rows"]] == expect["lines"]
    assert [int(row["line"]) for row in csv.DictReader(io.StringIO(table.out))] == expect["lines"]
    assert (told.code, table.code) == (expect.get("code", 0), expect.get("code", 0))


@pytest.mark.parametrize(("given", "expect"), chosen("unit"))
def test_json_has_value_unit_and_interval(calc: Calc, given: dict[str, str], expect: dict[str, Any]) -> None:
    """The interval is that of the typed digits, and the unit stands in a field of its own."""
    found = json.loads(calc(*shlex.split(given["run"]), "-f", "json").out, parse_float=Decimal, parse_int=Decimal)
    assert found["schema"] == "tgkt/calc/2"
    (row,) = found["rows"]
    told = [f"{round(row[key], 4) + 0:f}" for key in ("low", "high")]
    assert [expect["from"], expect["to"], expect["unit"]] == [*told, row["unit"] or ""]
    assert Decimal(expect["prints"][0]) == round(row["value"], 6)


def by_hand(formula: str) -> Decimal:
    """What another library makes of the arithmetic of a case."""
    with mpmath.workdps(50):
        return Decimal(mpmath.nstr(by_calculator(parse_term(formula)), 40))


def test_a_calculator_agrees() -> None:
    """The arithmetic of each case, done by another library, gives the same six decimals."""
    expected = {case.id: case.values[1] for case in chosen("by_hand")}
    found = {name: (by_hand(each["by_hand"]), Decimal(each["prints"][0])) for name, each in expected.items()}
    assert {name: pair for name, pair in found.items() if abs(pair[0] - pair[1]) > Decimal("0.0000005")} == {}


@pytest.mark.parametrize(("given", "expect"), chosen("error"))
def test_what_is_refused(calc: Calc, given: dict[str, str], expect: dict[str, Any]) -> None:
    """Exit code 2, nothing on standard output, one line that says what is wrong."""
    ran = calc(*shlex.split(given["run"]), stdin=given.get("stdin", ""))
    *says, error = ran.err.splitlines()
    assert (ran.code, ran.out) == (2, "")
    assert [each for each in expect["error"] if each not in error] == []
    assert_said("\n".join(says), expect.get("says", []))


def test_every_operation_has_three_worked_examples() -> None:
    """And each is computed by hand as well."""
    asked = Counter(case.values[0]["run"].split(" ")[0] for case in chosen("by_hand"))
    assert [name for name in OPERATIONS if asked[name] < 3] == []


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_explain_shows_formula_values_and_interval(calc: Calc, lang: str) -> None:
    """--explain says what was computed from what, in the language; digits stay as they were typed."""
    check_snapshot(f"calc_explain_{lang}", calc(*PHRASES, "--explain", "--lang", lang).out)


def test_explain_shows_no_noise(calc: Calc) -> None:
    """Between 1.5 and 1.5 nothing grows: the interval begins at 0, not at -0.00000000000000000000000000000000000001."""
    assert " 0 - 400 %" in calc("growth", "1", "2", "--explain", "--lang", "en").out


def test_explain_writes_its_answer_as_the_language_does(calc: Calc) -> None:
    """The bare number is for the shell and stays plain."""
    asked = ("cagr", "126,8", "202,9", "5")
    assert "9,85822%" in calc(*asked, "--explain", "--lang", "vi").out
    assert "9.85822 %" in calc(*asked, "--explain", "--lang", "en").out
    assert calc(*asked, "--lang", "vi").out == "9.85822\n"


def test_machine_formats_are_kept(calc: Calc) -> None:
    """JSON, NDJSON, CSV, TSV and Markdown of one calculation."""
    forms = ("json", "ndjson", "csv", "tsv", "md")
    shown = [f"--- {form}\n{calc(*PHRASES, '--explain', '-f', form, '--lang', 'en').out}" for form in forms]
    check_snapshot("calc_formats", "".join(shown).replace("\r", ""))


def test_a_reason_is_in_the_language_asked_for(calc: Calc) -> None:
    """The sentence of a reason follows --lang."""
    assert "số chia có thể bằng 0" in calc("ratio", "5", "0", "--lang", "vi").err


def piped(tgkt: Tgkt, stdin: bytes | None, *args: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own with something on its standard input; None closes it."""
    command, env = (*COMMAND, "calc", *args), tgkt.environment({})
    if stdin is None:
        script = f"exec {shlex.join(command)} <&-"
        return subprocess.run(["sh", "-c", script], env=env, capture_output=True, check=False, timeout=LONGEST)
    return subprocess.run(command, input=stdin, env=env, capture_output=True, check=False, timeout=LONGEST)


def test_the_installed_command_answers_as_this_process_does(tgkt: Tgkt, calc: Calc) -> None:
    """What is tested here inside one process is what a shell gets."""
    done, ran = tgkt("calc", *PHRASES), calc(*PHRASES)
    assert (done.code, done.out, done.err) == (ran.code, ran.out, ran.err)
    asked, refused = tgkt("calc", "ratio", "5", "0"), calc("ratio", "5", "0")
    assert (asked.code, asked.out, asked.err) == (refused.code, refused.out, refused.err)


def test_a_column_through_a_real_pipe(tgkt: Tgkt) -> None:
    """One number a line in, one number a line out."""
    done = piped(tgkt, b"10\r\n20\r\n", "growth", "5", "-")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"100\n300\n", b"")


def test_a_reader_that_leaves_is_no_error(tgkt: Tgkt) -> None:
    """A closed pipe ends quietly."""
    script = f"yes 1,2 | head -20000 | {shlex.join(COMMAND)} calc growth - | head -1"
    done = subprocess.run(
        ["sh", "-c", script], env=tgkt.environment({}), capture_output=True, check=False, timeout=LONGEST
    )
    assert (done.stdout, done.stderr) == (b"100\n", b"")


@pytest.mark.parametrize(
    ("stdin", "code", "words"),
    [
        pytest.param(b"\xff,5\n", 2, b"stdin:1: the text is neither UTF-8 nor UTF-16", id="bytes that are no text"),
        pytest.param(b"\xff\xfe,5\n", 2, b"is neither UTF-8 nor UTF-16", id="bytes that begin as UTF-16"),
        pytest.param(None, 2, b"stdin is closed. Pipe the numbers in", id="nothing at all"),
        pytest.param(b"9" * 140_000 + b",5\n", 1, b"stdin:1: the line is too long", id="a very long number"),
    ],
)
def test_whatever_stdin_holds_is_answered_in_one_line(tgkt: Tgkt, stdin: bytes | None, code: int, words: bytes) -> None:
    """What cannot be read is told in a line, without a traceback."""
    done = piped(tgkt, stdin, "growth", "-")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, b"", 1)
    assert words in done.stderr


def test_an_input_in_utf_16_is_read(tgkt: Tgkt) -> None:
    """As Excel saves "Unicode text"."""
    done = piped(tgkt, "Đầu\tCuối\r\n126,8\t202,9\r\n".encode("utf-16"), "cagr", "-", "5")
    assert (done.returncode, done.stdout) == (0, b"9.85822\n")


def test_explain_names_the_line(calc: Calc) -> None:
    """Each calculation of an input is headed by its line."""
    told = calc("growth", "-", "--explain", stdin="# x\n1,2\n3,6\n").out
    assert [line for line in told.splitlines() if line.startswith("growth")] == [
        "growth · stdin:2",
        "growth · stdin:3",
    ]


def test_bad_lines_are_told_in_the_language_asked_for(calc: Calc) -> None:
    """As is the heading."""
    err = calc("growth", "-", "--lang", "vi", stdin="a;b\n1;x\n0;5\n").err
    assert err.splitlines()[0] == "stdin:1: bỏ qua vì là dòng tiêu đề: a, b"
    assert "stdin:2: 'x' không phải là số" in err
    assert "stdin:3: growth 0 5: không tính được" in err


STREAMED = {
    "decimals": "1.5 3 2\n2.5 5 1\n{good}0 1 2\nx y 3\n4 9 2\n",
    "whole numbers, then Vietnamese": "{good}4 9 2\n1,5 3 2\n",
    "whole numbers, then a number that may be either": "{good}4 9 2\n1.845 3.000 2\n4 9 1\n",
    "a heading, and years that lack": "START END YEARS\n{good}4.5 9\n4.5 9 1\n",
    "semicolons and units": "a;b;n\n{semicolons}1,5 triệu;3 triệu;2\n",
    "signs that other tables part lines at": "# a\u2028b c d\n1.5 3 2\n1.5\u2028 3 2\n\x0b\n{good}",
    "old line ends": "1.5 3 2\r2.5 3 2\r\n{good}9 x 2\r",
}


@pytest.mark.parametrize("text", STREAMED.values(), ids=STREAMED)
def test_lines_answered_as_they_come_are_answered_alike(calc: Calc, tmp_path: Path, text: str) -> None:
    """A file is written at the end, when all is read."""
    stdin = text.format(good="4 9 2\n" * 150, semicolons="4;9;2\n" * 150)
    streamed = calc("cagr", "-", stdin=stdin)
    whole = calc("cagr", "-", "-o", str(tmp_path / "answers"), stdin=stdin)
    assert streamed.out.count("\n") >= 150
    assert (streamed.code, streamed.out, streamed.err) == (
        whole.code,
        (tmp_path / "answers").read_text(encoding="utf-8"),
        whole.err,
    )


def test_a_later_line_in_another_notation_is_named(calc: Calc) -> None:
    """What was answered stands; it was read in the only notation that fits it."""
    told = calc("growth", "-", stdin="1.5 3\n" * 101 + "1,5 3\n" + "2.5 5\n")
    assert (told.code, told.out) == (1, "100\n" * 102)
    assert told.err.startswith("stdin:102: ")


@pytest.mark.parametrize("line", ["1.5 3", "1,5 3", "1 2"], ids=["plain", "Vietnamese", "whole numbers"])
def test_an_answer_does_not_wait_for_the_end(tgkt: Tgkt, line: str) -> None:
    """Once a hundred lines are there it is written line by line."""
    command = (*COMMAND, "calc", "growth", "-")
    with subprocess.Popen(
        command, env=tgkt.environment({}), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as run:
        assert run.stdin
        assert run.stdout
        run.stdin.write(f"{line}\n".encode() * 100)
        for _ in range(2):
            assert select.select([run.stdout], [], [], LONGEST)[0]
            run.stdout.read(10_000)
            run.stdin.write(f"{line}\n".encode())
        run.stdin.close()


@pytest.mark.parametrize("name", ["cagr", "growth"])
def test_a_line_costs_little(calc: Calc, name: str) -> None:
    """A tenth of a thousandth of a second; a busy machine is allowed twice that."""
    numbers = random.Random(1)
    lines = [f"{numbers.uniform(1, 99):.1f} {numbers.uniform(1, 99):.2f}" for _ in range(5000)]
    calc(name, "-", *(("7",) if name == "cagr" else ()), stdin="1.5 3\n")
    before = process_time()
    told = calc(name, "-", *(("7",) if name == "cagr" else ()), stdin="\n".join(lines))
    assert told.out.count("\n") == 5000
    assert process_time() - before < 5000 * 0.0002
