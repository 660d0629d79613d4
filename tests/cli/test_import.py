"""`tgkt import` from outside: the made-up later years of `tests/examples`, killed midway or not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from loading.mini import write_files

from .runner import COMMAND, ROOT, Tgkt, answer

EXAMPLE = ROOT / "tests" / "examples" / "later_years.csv"
ORIGIN = 'origins: {made_up: {title: {vi: "Số bịa để thử", en: "Made up for tests"}}}\n'
# Kills a forked import after each line that the writing functions run, and says what it finds: no folder, the old
# data, the new data, or anything else. What a kill leaves behind stays, so it would break the next load if it could.
HARNESS = """
import os, shutil, signal, sys
from pathlib import Path
from tgkt.loading import imports
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

file, folder, shipped = (Path(each) for each in sys.argv[1:4])
imports.shipped_data = lambda: shipped
WATCHED = {"import_csv", "copy_shipped", "_replace", "_written"}

def run(last):
    left = [last]
    def step(frame, event, arg):
        if frame.f_code.co_filename == imports.__file__ and frame.f_code.co_name in WATCHED:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return step
    sys.settrace(step)
    imports.copy_shipped(folder)
    imports.import_csv(file, folder)

def found():
    if not folder.exists():
        return "none"
    whole = {each.name: each.read_bytes() for each in data_files(folder)}
    whole.pop(imports.IMPORTED, None)
    if whole != {each.name: each.read_bytes() for each in data_files(shipped)}:
        return "half"
    years = [s.period.last for s in load(data_files(folder)).about("forest", "whole")]
    return {(2024,): "old", (2024, 2026): "new"}.get(tuple(sorted(years)), "half")

for last in range(5000):
    if not (child := os.fork()):
        run(last)
        os._exit(0)
    ended = os.waitpid(child, 0)[1]
    print(found())
    if ended == 0:
        break
    if sys.argv[4] == "afresh":
        shutil.rmtree(folder, ignore_errors=True)
    else:
        (folder / imports.IMPORTED).unlink(missing_ok=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture(name="mine", scope="module")
def later_years(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the made-up later years; tests only read it."""
    folder = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("later") / "mine")
    (folder / "origins_made_up.yaml").write_text(ORIGIN, encoding="utf-8")
    done = tgkt.fresh("import", str(EXAMPLE), "--data", str(folder))
    assert (0, "", f"{folder}/imported.yaml: 11 figures read, 11 new\n") == (done.code, done.out, done.err)
    return folder


def row(tgkt: Tgkt, command: str, name: str, *args: str) -> dict[str, Any]:
    """The first row of an answer about an indicator."""
    found: list[dict[str, Any]] = tgkt(command, *args, "--format", "json").json["rows"]
    return next(each for each in found if each["id"] == name)


def test_the_example_is_marked_as_made_up() -> None:
    """Every row says so, and none of it is in the shipped data."""
    _, *rows = EXAMPLE.read_text(encoding="utf-8").splitlines()
    assert [each for each in rows if ',made_up,"MADE UP for tests, row ' not in each] == []
    assert [name for name, text in contents(ROOT / "data").items() if b"made_up" in text or b"MADE UP" in text] == []


def test_a_new_folder_begins_as_a_copy_of_the_shipped_data(tgkt: Tgkt, tmp_path: Path) -> None:
    """The folder is made, the figures are refused whole, and the shipped data are as they were."""
    before, folder = contents(ROOT / "data"), tmp_path / "mine"
    done = tgkt.fresh("import", str(EXAMPLE), "--data", "mine", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines()[0] == "mine: made, a copy of the shipped data"
    assert f"{EXAMPLE}:2:1: origin: unknown origin 'made_up'." in done.err
    assert before == contents(ROOT / "data")
    assert {name: text for name, text in before.items() if name.endswith((".yaml", ".json"))} == contents(folder)
    assert tgkt.fresh("status", "--data", "mine", cwd=tmp_path).raw == tgkt("status").raw


def test_twice_is_once(tgkt: Tgkt, mine: Path) -> None:
    """A second import of the same file says that nothing is new and changes no byte."""
    before = contents(mine)
    done = tgkt.fresh("import", str(EXAMPLE), env={"TGKT_DATA": str(mine)})
    assert (0, "", f"{mine}/imported.yaml: 11 figures read, 0 new\n") == (done.code, done.out, done.err)
    assert before == contents(mine)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param((), "Name one with --data DIR or TGKT_DATA", id="no folder named"),
        pytest.param(("--data", "nowhere/mine"), "no such file or directory", id="a folder in a folder there is not"),
        pytest.param(("--data", "file"), "not a directory", id="a file for a folder"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_a_usage_error(
    tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...], message: str
) -> None:
    """One line, exit code 2, and nothing made."""
    (tmp_path / "file").touch()
    done = tgkt.fresh("import", str(EXAMPLE), *args, cwd=tmp_path)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert message in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("command", ["project", "status"])
def test_up_to_2025_later_years_change_nothing(tgkt: Tgkt, mine: Path, command: str) -> None:
    """--as-of 2025 answers as if nothing had arrived."""
    known = (command, "--as-of", "2025", "--format", "json")
    assert tgkt(*known).raw == tgkt(*known, "--data", str(mine)).raw


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        pytest.param(
            "grdp", "2026", {"year_reached": 2032, "pace_label": "moderate_progress"}, id="GRDP after one year"
        ),
        pytest.param("grdp", "2027", {"year_reached": 2031, "pace_label": "substantial_progress"}, id="GRDP after two"),
        pytest.param("grdp", "2027", {"linear_label": "behind", "trend": "better"}, id="GRDP on a straight line"),
        pytest.param("trained_labour_share", "2026", {"pace_label": "substantial_progress"}, id="a share"),
        pytest.param("forest_cover", "2026", {"pace_label": "target_achieved", "trend": "worse"}, id="above its floor"),
        pytest.param("forest_cover", "2027", {"pace_reason": "breach", "reason": "breach"}, id="a breached floor"),
    ],
)
def test_later_years_move_the_projection(
    tgkt: Tgkt, mine: Path, name: str, year: str, expected: dict[str, object]
) -> None:
    """What is known up to a year decides when a target is reached, pace and trend."""
    found = row(tgkt, "project", name, "--as-of", year, "--data", str(mine))
    assert expected == {key: found[key] for key in expected}


@pytest.mark.parametrize(
    ("name", "year", "needed"),
    [
        ("grdp", "2026", "12.59302"),
        ("grdp", "2027", "12.34733"),
        ("grdp_growth", "2026", "10.87821"),
        ("grdp_growth", "2027", "11.17251"),
        ("trained_labour_share", "2027", "0.50000"),
        ("investment", "2026", "168.20000"),
    ],
)
def test_later_years_change_what_is_needed(tgkt: Tgkt, mine: Path, name: str, year: str, needed: str) -> None:
    """The rest of the way, to five decimals."""
    found = row(tgkt, "project", name, "--as-of", year, "--data", str(mine))["needed"]
    assert needed == f"{Decimal(found):.5f}"


@pytest.mark.parametrize(
    ("name", "year", "verdict"),
    [
        ("grdp", "2029", "pending"),
        ("grdp", "2030", "not_met"),
        ("grdp_per_capita", "2030", "exceeded"),
        ("population", "2030", "not_met"),  # derived from GRDP and GRDP per head
    ],
)
def test_the_deadline_brings_a_verdict(tgkt: Tgkt, mine: Path, name: str, year: str, verdict: str) -> None:
    """At the deadline what arrived is judged, and what did not arrive is not."""
    assert verdict == row(tgkt, "status", name, "--as-of", year, "--data", str(mine))["verdict"]


def test_a_breached_floor_is_not_already_met(tgkt: Tgkt, mine: Path) -> None:
    """`status --as-of 2027` does not tick off a floor that was broken in 2027."""
    assert row(tgkt, "status", "forest_cover", "--as-of", "2027", "--data", str(mine))["standing_reason"] == "breach"


@pytest.mark.parametrize(("start", "expected"), [("afresh", ["none", "old", "new"]), ("again", ["old", "new"])])
def test_killed_after_any_line_leaves_the_old_data_or_the_new(
    tgkt: Tgkt, tmp_path: Path, start: str, expected: list[str]
) -> None:
    """A kill after each line of the writing functions: no folder, then the old data, then the new, and never half."""
    mini = write_files(tmp_path / "shipped")
    file = tmp_path / "later.csv"
    file.write_text(
        "area,indicator,period,value,unit,status,origin\nwhole,forest,2026,91,%,official,report\n", encoding="utf-8"
    )
    if start == "again":
        shutil.copytree(mini, tmp_path / "mine")
    places = (str(each) for each in (file, tmp_path / "mine", mini))
    done = answer((sys.executable, "-c", HARNESS, *places, start), tgkt.environment({}))
    assert (done.code, done.err) == (0, "")
    assert len(done.out.split()) > 30
    assert expected == list(dict.fromkeys(done.out.split()))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_killed_at_any_moment_leaves_the_old_data_or_the_new(tgkt: Tgkt, tmp_path: Path, share: float) -> None:
    """The command itself, killed between its start and its end; the next run finishes the work."""
    folder = shutil.copytree(ROOT / "data", tmp_path / "mine")
    (folder / "origins_made_up.yaml").write_text(ORIGIN, encoding="utf-8")
    old, command = contents(folder), (*COMMAND, "import", str(EXAMPLE), "--data", str(folder))
    with subprocess.Popen(command, env=tgkt.environment({}), stderr=subprocess.DEVNULL) as running:
        time.sleep(share * 0.8)
        running.kill()
    kept = {name: text for name, text in contents(folder).items() if not name.endswith(".part")}
    kept.pop("imported.yaml", None)
    assert old == kept
    again = tgkt.fresh(*command[1:])
    assert again.err in {f"{folder}/imported.yaml: 11 figures read, {new} new\n" for new in (0, 11)}


def test_the_shipped_data_are_never_written_to(tgkt: Tgkt, tmp_path: Path) -> None:
    """`--data data` in a checkout is refused: the shipped data belong to nobody. Tried on a copy of everything."""
    for part in ("tgkt", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    text = EXAMPLE.read_text(encoding="utf-8").replace(",made_up,", ",political_report,")
    (tmp_path / "later.csv").write_text(text, encoding="utf-8")
    env = tgkt.environment({"PYTHONPATH": str(tmp_path)})
    answer((sys.executable, "-m", "tgkt", "import", "later.csv", "--data", "data"), env, tmp_path)
    assert not (tmp_path / "data" / "imported.yaml").exists()
