"""The one boundary: whatever happens, a run ends with a declared code and without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tgkt import __version__
from tgkt.cli import boundary, start
from tgkt.cli.app import app

from .lines import LONG, workplace
from .runner import LONGEST, ROOT, Tgkt

_HERE = {"PYTHONPATH": str(ROOT)}
ZEROS = "0" * 4301
REFUSED = "a number of over 100 digits, '999999999999…'. Check it, or round it"


@pytest.fixture(name="place")
def with_everything(tmp_path: Path) -> Path:
    """A folder with data and with what is none."""
    return workplace(tmp_path)


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        pytest.param(("calc", "cagr", ZEROS, "5", "5"), 2, "has leading zeros. Write 0", id="zeros as a value"),
        pytest.param(
            ("project", "--data", "here", "--set", f"forest={ZEROS}"), 2, "leading zeros", id="zeros in --set"
        ),
        pytest.param(("project", "1", "--data", "here", "--pace", ZEROS), 2, "leading zeros", id="zeros as a pace"),
        pytest.param(
            ("import", "figures.csv", "--data", "here"),
            3,
            "has 4301 characters. Write one number",
            id="zeros in a table",
        ),
        pytest.param(("calc", "cagr", LONG, "5", "5"), 2, REFUSED, id="nines as a value"),
        pytest.param(
            ("project", "--data", "here", "--scenario", "scenario.yaml"), 2, REFUSED, id="nines in a scenario"
        ),
        pytest.param(("project", "1", "--data", "here", "--pace", ""), 2, "'' is not a rate", id="an empty pace"),
        pytest.param(("project", "--data", "here", "--pace", "9\n8"), 2, "--pace", id="a pace of two lines"),
        pytest.param(("status", "--data", "n\udcff"), 0, "", id="a folder that is not UTF-8"),
        pytest.param(("check", "--data", "mixed"), 1, "", id="a file that is not UTF-8"),
        pytest.param(("report", "--data", "n\udcff", "-o", "n\udcff.html"), 0, "", id="an output that is not UTF-8"),
        pytest.param(
            ("status", "--data", "here", "-o", "loop"),
            2,
            "loop: cannot be written: too many levels of symbolic links",
            id="-o to a link to itself",
        ),
        pytest.param(
            ("init", "new", "--areas", "a\udcff,b"), 2, "a\\udcff is not UTF-8, and no file can hold it", id="a name"
        ),
        pytest.param(
            ("init", "new", "--from", "sheet.csv", "--title", "a\udcff"),
            2,
            "is not UTF-8, and no file can hold it",
            id="a title",
        ),
        pytest.param(("init", "new", "--base", "n\udcff"), 2, "cannot name this folder", id="a base that is not UTF-8"),
        pytest.param(
            ("import", "good\udcff.csv", "--data", "here"), 2, "good\\udcff.csv is not UTF-8", id="a table's name"
        ),
        pytest.param(
            ("import", "figures.csv", "--data", "loop"),
            2,
            "loop: is a link to itself. Name a folder",
            id="import into a link to itself",
        ),
        pytest.param(
            ("report", "--data", "here", "--template", "loop", "-o", "loop.docx"),
            2,
            "--template loop: cannot be read",
            id="a template that is a link to itself",
        ),
    ],
)
def test_a_line_that_ended_in_a_traceback_has_a_declared_end(
    tgkt: Tgkt, place: Path, args: tuple[str, ...], code: int, told: str
) -> None:
    """A code, and a sentence where something is wrong."""
    done = tgkt.fresh(*args, cwd=place)
    assert done.code == code, done.err
    assert told in done.err
    assert "Traceback" not in done.err
    assert "a mistake in tgkt" not in done.err


@pytest.mark.parametrize("columns", ["²", "٣", LONG, "-1", "0", "x"])
@pytest.mark.parametrize("args", [("status", "--data", "here"), ("--help",)], ids=" ".join)
def test_a_width_that_is_none_is_passed_over(tgkt: Tgkt, place: Path, columns: str, args: tuple[str, ...]) -> None:
    """COLUMNS counts where it is a whole number; elsewhere the answer is that without it."""
    colour = {"FORCE_COLOR": "1"}
    plain = tgkt.fresh(*args, cwd=place, env=colour)
    assert plain.code == 0
    assert plain == tgkt.fresh(*args, cwd=place, env={**colour, "COLUMNS": columns, "LINES": columns})


@pytest.mark.parametrize("code", ["²", "1.²", "9" * 4301, "٣.1"])
def test_a_number_of_the_plan_may_be_any_text(tgkt: Tgkt, place: Path, code: str) -> None:
    """Codes are put in order whatever their digits are."""
    file = place / "here" / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('code: "2"', f'code: "{code}"'), encoding="utf-8")
    done = tgkt.fresh("status", "--data", "here", "--sort", "code", "--json", cwd=place)
    assert (done.code, done.err) == (0, "")
    assert [row["code"] for row in done.json["rows"]] == ["1", code]


# ---- standard error that cannot be written


def _told_nowhere(tgkt: Tgkt, place: Path, *args: str, err: str) -> tuple[int, bytes]:
    """Exit code and answer of a run whose standard error takes nothing."""
    if err == "a full disk":
        handle = os.open("/dev/full", os.O_WRONLY)
    else:
        ours, handle = os.pipe()
        os.close(ours)
    try:
        done = subprocess.run(
            (sys.executable, "-m", "tgkt", *args),
            env=tgkt.environment(_HERE),
            cwd=place,
            stdout=subprocess.PIPE,
            stderr=handle,
            check=False,
            timeout=LONGEST,
        )
    finally:
        os.close(handle)
    return done.returncode, done.stdout


@pytest.mark.parametrize("err", ["a full disk", "a pipe without a reader"])
@pytest.mark.parametrize(
    ("args", "code"),
    [
        pytest.param(("validate", "--data", "damaged"), 3, id="invalid data"),
        pytest.param(("statuss",), 2, id="a usage error"),
        pytest.param(("status", "--no-such"), 2, id="an unknown option"),
        pytest.param(("export", "new", "--data", "here"), 0, id="a note"),
        pytest.param(("check", "--data", "here"), 1, id="a finding"),
    ],
)
def test_errors_that_cannot_be_told_keep_their_code(
    tgkt: Tgkt, place: Path, args: tuple[str, ...], code: int, err: str
) -> None:
    """A script that throws the sentences away still learns what happened, and the answer is whole."""
    told = tgkt.fresh(*args, cwd=place)
    if args[0] == "export":
        (place / "new" / "datapackage.json").unlink()
        for file in (place / "new").iterdir():
            file.unlink()
    assert (code, told.raw) == _told_nowhere(tgkt, place, *args, err=err)


# ---- interruptions

_INTERRUPTING = """
import os, signal, sys
def watch(event, args):
    if event == "import" and args[0] == {module!r}:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(watch)
sys.argv = ["tgkt", "status"]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
from tgkt.cli.start import main
main()
"""


@pytest.mark.parametrize(
    "module",
    ["tgkt.cli.app", "typer", "tgkt.cli.boundary", "decimal", "tgkt.loading.cache", "yaml"],
)
def test_an_interruption_is_silent_from_the_first_import_on(tgkt: Tgkt, tmp_path: Path, module: str) -> None:
    """Whatever is being imported, Ctrl-C ends the run with 130 and without a word."""
    env = tgkt.environment({**_HERE, "XDG_CACHE_HOME": str(tmp_path)})
    done = subprocess.run(
        (sys.executable, "-c", _INTERRUPTING.format(module=module)),
        env=env,
        capture_output=True,
        check=False,
        timeout=LONGEST,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"")


def test_an_interruption_that_cannot_be_raised_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a destructor Python would print it and go on."""
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, "__unraisablehook__", lambda _: None)
    monkeypatch.setattr(start, "_answer", lambda: None)
    with monkeypatch.context() as hooked:
        hooked.setattr(sys, "unraisablehook", sys.unraisablehook)
        start.main()
        sys.unraisablehook(_Unraisable(KeyboardInterrupt))  # type: ignore[arg-type]  # as Python calls it
        sys.unraisablehook(_Unraisable(ValueError))  # type: ignore[arg-type]  # as above
    assert ended == [130]


class _Unraisable:
    def __init__(self, kind: type[BaseException]) -> None:
        self.exc_type = kind


# ---- what nobody foresaw


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError("deep"), MemoryError(), AssertionError()], ids=repr)
def test_a_mistake_of_ours_is_one_line_with_a_code_of_its_own(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No script reads it as an answer, and the line says where it arose and that it should be reported."""

    def fail(*_: object) -> str:
        raise error

    monkeypatch.setattr(boundary, "language", fail)
    with pytest.raises(SystemExit) as ended:
        app(["status"])
    assert ended.value.code == boundary.EXIT_MISTAKE
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"a mistake in tgkt {__version__}, not in your data: {type(error).__name__}")
    assert "(test_boundary.py:" in line
    assert "Please report it" in line
