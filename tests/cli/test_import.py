"""`tgkt import` from outside: tables into a folder, killed midway or not, ten at once or one."""

from __future__ import annotations

import random
import shutil
import stat
import subprocess
import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from loading.mini import ORIGINS, write_files
from openpyxl import Workbook
from soak import SEED, tries

from .runner import COMMAND, ROOT, Tgkt, answer

EXAMPLE = ROOT / "tests" / "examples" / "later_years.csv"
ORIGIN = 'origins: {made_up: {title: "Made up for tests", date: "2031"}}\n'
# Kills a forked import after each line that the writing functions run, and says what it finds: no folder, the old
# data, the new data, or anything else. What a kill leaves behind stays, so it would break the next load if it could.
HARNESS = """
import os, shutil, signal, sys
from pathlib import Path
from tgkt.loading import files
from tgkt.loading.arriving import locked, surroundings
from tgkt.loading.arriving.batch import batch
from tgkt.loading.arriving.item import Asked
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

file, folder, shipped = (Path(each) for each in sys.argv[1:4])
surroundings.begin = lambda made, **_: shutil.copytree(shipped, made)
batch.__wrapped__.__globals__["begin"] = surroundings.begin
WATCHED = {"held", "_made", "_cleared", "_clear", "replace", "write", "_sync", "examined"}

def run(last):
    left = [last]
    def step(frame, event, arg):
        if "/arriving/" in frame.f_code.co_filename and frame.f_code.co_name in WATCHED:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return step
    sys.settrace(step)
    with file.open("rb") as opened, batch(Asked("t.csv", opened), folder) as found:
        assert not found.is_held, found.problems
        found.write()

def found():
    if not folder.exists():
        return "none"
    whole = {each.name: each.read_bytes() for each in data_files(folder)}
    whole.pop(surroundings.IMPORTED, None)
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
        (folder / surroundings.IMPORTED).unlink(missing_ok=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture(name="mine", scope="module")
def later_years(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the made-up later years; tests only read it."""
    folder = shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("later") / "mine")
    (folder / "origins_made_up.yaml").write_text(ORIGIN, encoding="utf-8")
    done = tgkt.fresh("import", str(EXAMPLE), "--data", str(folder), "-f", "csv")
    assert (done.code, done.err) == (0, f"{folder}/imported.yaml: 11 figures read: 11 new\n")
    return folder


def row(tgkt: Tgkt, command: str, name: str, *args: str) -> dict[str, Any]:
    """The first row of an answer about an indicator."""
    found: list[dict[str, Any]] = tgkt(command, *args, "--format", "json").json["rows"]
    return next(each for each in found if each["id"] == name)


def small(folder: Path) -> Path:
    """A small data folder, its report dated after all its figures."""
    return write_files(folder / "mine", origins=ORIGINS.replace('"Report"}}', '"Report"}, date: "2200"}'))


def table(folder: Path, *lines: str, name: str = "t.csv") -> Path:
    """A table beside the data folder."""
    file = folder / name
    file.write_text("indicator,period,value,origin\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def test_the_example_is_marked_as_made_up() -> None:
    """Every row says so, and none of it is in the shipped data."""
    _, *rows = EXAMPLE.read_text(encoding="utf-8").splitlines()
    assert [each for each in rows if ',made_up,"MADE UP for tests, row ' not in each] == []
    assert [name for name, text in contents(ROOT / "data").items() if b"made_up" in text or b"MADE UP" in text] == []


OFFICE = "\ufeffChỉ tiêu;ĐVT;TH 2025;Ước TH 2026;KH 2026\nI. XÃ HỘI;;;;\nTỷ lệ che phủ rừng;%;61,5;62,10;65\n"


def workbook() -> bytes:
    """The same table as a workbook."""
    book, file = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for cells in (("Chỉ tiêu", "ĐVT", "TH 2025", "Ước TH 2026", "KH 2026"), ("forest", "%", 61.5, 62.1, 65)):
        sheet.append(cells)
    sheet["D2"].number_format = "0.00"
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", OFFICE.encode()), ("a.csv", OFFICE.encode("utf-16")), ("a.xlsx", workbook())],
    ids=["what Excel saves in Vietnam", "UTF-16", "a workbook"],
)
def test_an_offices_table_arrives(tgkt: Tgkt, tmp_path: Path, name: str, content: bytes) -> None:
    """With a document of its own, the digits as they are shown; again it is nothing new."""
    folder = small(tmp_path)
    (tmp_path / name).write_bytes(content)
    said = ("import", name, "--data", "mine", "--origin", "Báo cáo KT-XH 2026", "--date", "2026-12-20")
    done = tgkt.fresh(*said, cwd=tmp_path)
    assert done.code == 0, done.err
    assert done.err.endswith("mine/imported.yaml: 2 figures read: 2 new\n")
    text = (folder / "imported.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["origins"] == {
        "bao_cao_kt_xh_2026": {"title": "Báo cáo KT-XH 2026", "date": "2026-12-20"}
    }
    assert "value: 62.10, status: estimated}" in text
    again = tgkt.fresh(*said, cwd=tmp_path)
    assert again.err.endswith("mine/imported.yaml: 2 figures read: 2 unchanged\n")


def test_a_new_folder_builds_on_the_shipped_data(tgkt: Tgkt, tmp_path: Path) -> None:
    """It is said; the folder holds what arrived and no copy."""
    before = contents(ROOT / "data")
    (tmp_path / "a.csv").write_text("TT;TH 2027\n1.1;190,5\n", encoding="utf-8")
    done = tgkt.fresh("import", "a.csv", "--data", "mine", "--origin", "A", "--date", "2027", "-f", "csv", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "mine: created on top of the shipped data\nmine/imported.yaml: 1 figure read: 1 new\n" in done.err
    assert sorted(contents(tmp_path / "mine")) == ["base.yaml", "imported.yaml"]
    assert before == contents(ROOT / "data")


def test_twice_is_once(tgkt: Tgkt, mine: Path) -> None:
    """A second import of the same file says that nothing is new and changes no byte."""
    before = contents(mine)
    done = tgkt.fresh("import", str(EXAMPLE), env={"TGKT_DATA": str(mine)})
    assert (0, "", f"{mine}/imported.yaml: 11 figures read: 11 unchanged\n") == (done.code, done.out, done.err)
    assert before == contents(mine)


@pytest.mark.parametrize(("dry", "code"), [((), 3), (("--dry-run",), 1)], ids=["import", "--dry-run"])
def test_good_rows_are_answered_and_bad_ones_told(tgkt: Tgkt, tmp_path: Path, dry: tuple[str, ...], code: int) -> None:
    """The same rows, dry or not; nothing is written."""
    folder = small(tmp_path)
    before = contents(folder)
    file = table(tmp_path, "forest,2026,91.50,report", "forst,2026,5,report", "forest,2027,191,report")
    done = tgkt.fresh("import", str(file), "--data", str(folder), "-f", "json", *dry)
    rows = done.json["rows"]
    assert [(each["id"], each["action"], each["line"]) for each in rows] == [
        ("forest", "new", 2),
        (None, "held", 3),
        ("forest", "held", 4),
    ]
    assert (done.code, before) == (code, contents(folder))
    assert done.err.splitlines() == [
        f"{file}:3:1: indicator: unknown indicator 'forst'. Did you mean 'forest'?",
        f"{file}:4:3: value: outside the natural limits of 'forest'. Check the digits or the limit",
        f"{folder}/imported.yaml: 2 figures read: 1 new, 1 held back; nothing written",
    ]


def test_a_correction_is_taken_when_it_is_accepted(tgkt: Tgkt, tmp_path: Path) -> None:
    """--accept alone takes all, with an id only that."""
    folder, known = small(tmp_path), ("--data", str(tmp_path / "mine"), "-f", "csv")
    tgkt.fresh("import", str(table(tmp_path, "forest,2026,91,report")), *known)
    held = tgkt.fresh("import", str(table(tmp_path, "forest,2026,92,report")), *known)
    told = (
        f"t.csv:2:3: forest: corrects 91 % of {folder}/imported.yaml:8:9. Check it, or accept it with --accept forest"
    )
    assert (held.code, told in held.err) == (3, True)
    assert tgkt.fresh("import", str(tmp_path / "t.csv"), "--accept", "communes", *known).code == 3
    assert tgkt.fresh("import", str(tmp_path / "t.csv"), "--accept", *known).code == 0
    last = tgkt.fresh("import", str(table(tmp_path, "forest,2026,93,report")), *known, "--accept", "forest")
    assert (last.code, last.err) == (0, f"{folder}/imported.yaml: 1 figure read: 1 correction\n")
    assert b"value: 93}" in (folder / "imported.yaml").read_bytes()


def test_a_slip_is_held_and_a_jump_is_warned_of(tgkt: Tgkt, tmp_path: Path) -> None:
    """A figure ten times too small writes nothing until it is accepted; the jump beside it would be taken."""
    folder, known = small(tmp_path), ("--data", str(tmp_path / "mine"), "-f", "json")
    file = table(tmp_path, "forest,2026,9.1,report", "communes,2026,5,report", "forest,2028,70,report")
    held = tgkt.fresh("import", str(file), *known)
    assert held.code == 3
    assert [(row["id"], row["action"], bool(row["problem"])) for row in held.json["rows"]] == [
        ("forest", "held", True),
        ("communes", "new", False),
        ("forest", "new", True),
    ]
    assert [(each["id"], each["needs_acceptance"]) for each in held.json["suspects"]] == [
        ("forest", True),
        ("forest", False),
    ]
    assert not (folder / "imported.yaml").exists()
    assert tgkt.fresh("import", str(file), *known, "--accept", "forest").code == 0
    assert (folder / "imported.yaml").exists()


def test_a_refused_import_says_what_would_change(tgkt: Tgkt, tmp_path: Path) -> None:
    """Nothing is told as done; written at last, it is."""
    folder, known = small(tmp_path), ("--data", str(tmp_path / "mine"))
    file = table(tmp_path, "forest,2026,9.1,report", "communes,2026,5,report")
    held = tgkt.fresh("import", str(file), *known)
    assert held.code == 3
    assert "Nothing written; would change: Figures: " in held.out
    assert not (folder / "imported.yaml").exists()
    done = tgkt.fresh("import", str(file), *known, "--accept")
    assert (done.code, "would change" in done.out) == (0, False)


def test_options_take_words(tgkt: Tgkt, tmp_path: Path) -> None:
    """The area and the indicator are read as in every command, and in a pipe nothing is said of it."""
    folder = small(tmp_path)
    file = table(tmp_path, "forest,2026,9.1,report")
    typed = tgkt.fresh("import", str(file), "--data", str(folder), "--area", "tinh", "--accept", "che phu rung")
    assert (typed.code, "area: whole" in (folder / "imported.yaml").read_text(encoding="utf-8")) == (0, True)
    slip = tgkt.fresh("import", str(file), "--data", str(folder), "--area", "Bac Nam", "--dry-run")
    assert (slip.code, slip.err.startswith("--area: unknown area 'Bac Nam'.")) == (2, True)


def test_a_line_that_is_wrong_does_not_switch_off_the_check(tgkt: Tgkt, tmp_path: Path) -> None:
    """The slip beside it is held and told in the same run."""
    file = table(tmp_path, "forest,2026,9.1,report", "forest,2027,191,report", "communes,2026,5.5,report")
    done = tgkt.fresh("import", str(file), "--data", str(small(tmp_path)), "--dry-run", "-f", "json")
    assert done.code == 1
    assert [(each["id"], each["period"]) for each in done.json["suspects"]] == [("forest", "2026")]
    told = [line.removeprefix(f"{file}:").split(" ")[0] for line in done.err.splitlines()]
    assert told[:3] == ["2:3:", "3:3:", "4:3:"]


def test_without_a_document_it_is_said_once(tgkt: Tgkt, tmp_path: Path) -> None:
    """On stderr and in the table; the slip is told all the same."""
    file = tmp_path / "t.csv"
    file.write_text("indicator,period,value\nforest,2026,9.1\nforest,2027,91\nforest,2028,92\n", encoding="utf-8")
    done = tgkt.fresh("import", str(file), "--data", str(small(tmp_path)))
    assert done.code == 3
    assert done.err.count("no origin. Add a column 'Origin' ('Nguồn'), or name --origin") == 1
    assert "times too small" in done.err


@pytest.mark.parametrize("issuer", ["statistics", "government", "party", "press"])
def test_the_issuer_of_a_new_document_is_written(tgkt: Tgkt, tmp_path: Path, issuer: str) -> None:
    """Beside its title and date; it decides which of two figures counts."""
    folder = small(tmp_path)
    file = tmp_path / "t.csv"
    file.write_text("indicator,period,value\nforest,2026,91\n", encoding="utf-8")
    said = ("--origin", "Release", "--date", "2027-01-15", "--issuer", issuer)
    for expected in ("1 new", "1 unchanged"):
        done = tgkt.fresh("import", str(file), "--data", str(folder), *said)
        assert (done.code, expected in done.err) == (0, True), done.err
    found = yaml.safe_load((folder / "imported.yaml").read_text(encoding="utf-8"))
    assert found["origins"] == {"release": {"title": "Release", "issuer": issuer, "date": "2027-01-15"}}


def test_a_table_may_come_through_a_pipe(tgkt: Tgkt, tmp_path: Path) -> None:
    """Its place is then standard input; a number that stays open is not guessed."""
    folder = small(tmp_path)
    command = (*COMMAND, "import", "-", "--data", str(folder), "-f", "csv")
    for text, code in (("forest;2026;1.845\n", 3), ("forest;2026;91,5\n", 0)):
        content = f"indicator;period;value;origin\n{text.strip()};report\n".encode()
        done = subprocess.run(command, input=content, env=tgkt.environment({}), capture_output=True, check=False)
        assert done.returncode == code, done.stderr
        assert done.stderr.startswith(b"stdin:2:3: value: ")
    assert b"locator: stdin" in (folder / "imported.yaml").read_bytes()


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


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("nowhere.csv", "nowhere.csv: cannot be read: no such file or directory"),
        (".", ".: cannot be read: is a directory"),
    ],
)
def test_a_table_that_cannot_be_read_is_a_usage_error(tgkt: Tgkt, tmp_path: Path, file: str, message: str) -> None:
    """One line."""
    done = tgkt.fresh("import", file, "--data", str(small(tmp_path)), cwd=tmp_path)
    assert (done.code, done.err) == (2, f"{message}\n")


def test_without_openpyxl_a_workbook_is_refused_with_what_to_install(tgkt: Tgkt, tmp_path: Path) -> None:
    """And a CSV file needs nothing."""
    (tmp_path / "openpyxl.py").write_text("raise ImportError\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(workbook())
    env = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = tgkt.fresh("import", "a.xlsx", "--data", str(small(tmp_path)), cwd=tmp_path, env=env)
    told = "a.xlsx: reading spreadsheets needs openpyxl. Run: pip install 'tgkt[xlsx]'\n"
    assert (done.code, done.err) == (2, told)


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


@pytest.mark.parametrize("again", range(tries("TGKT_AT_ONCE", 1)))
@pytest.mark.parametrize("is_new", [False, True], ids=["into a folder", "into a new folder"])
def test_imports_at_once_lose_nothing(tgkt: Tgkt, tmp_path: Path, is_new: bool, again: int) -> None:
    """Imports of a year each at once: every figure is there, and each says that its own is new."""
    last = 2034 if is_new else 2041  # the shipped data take longer to read
    folder = tmp_path / "mine" if is_new else small(tmp_path)
    name = "forest_cover" if is_new else "forest"
    commands = [
        (*COMMAND, "import", str(table(tmp_path, f"{name},{year},61,A", name=f"{year}.csv")), "--data", str(folder))
        for year in range(2031, last)
    ]
    running = [
        subprocess.Popen(
            (*each, "-f", "csv"), env=tgkt.environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for each in commands
    ]
    told = [each.communicate(timeout=120)[1].decode() for each in running]
    assert [each.returncode for each in running] == [0] * len(commands), told
    assert [text.splitlines()[-1] for text in told] == [f"{folder}/imported.yaml: 1 figure read: 1 new"] * len(commands)
    found = yaml.safe_load((folder / "imported.yaml").read_text(encoding="utf-8"))
    assert sorted(figure["period"] for place in found["observations"] for figure in place["figures"]) == [
        *range(2031, last)
    ]
    assert list(found["origins"]) == ["a"]
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize(("start", "expected"), [("afresh", ["none", "new"]), ("again", ["old", "new"])])
def test_killed_after_any_line_leaves_the_old_data_or_the_new(
    tgkt: Tgkt, tmp_path: Path, start: str, expected: list[str]
) -> None:
    """A kill after each line of the writing functions: no folder or the old data, then the new, and never half."""
    mini = write_files(tmp_path / "shipped")
    file = table(tmp_path, "forest,2026,91,report")
    if start == "again":
        shutil.copytree(mini, tmp_path / "mine")
    places = (str(each) for each in (file, tmp_path / "mine", mini))
    done = answer((sys.executable, "-c", HARNESS, *places, start), tgkt.environment({"PYTHONPATH": str(ROOT)}))
    assert (done.code, done.err) == (0, "")
    assert len(done.out.split()) > 30
    assert expected == list(dict.fromkeys(done.out.split()))
    assert [each.name for each in tmp_path.rglob(".*.part")] == []


def test_killed_at_any_moment_leaves_the_old_data_or_the_new(tgkt: Tgkt, tmp_path: Path) -> None:
    """The command itself, killed between its start and its end; the next run finishes the work."""
    folder = small(tmp_path)
    old = contents(folder)
    file = table(tmp_path, *(f"forest,{year},61,report" for year in range(2025, 2200)))
    command, chance = (*COMMAND, "import", str(file), "--data", str(folder), "-f", "csv"), random.Random(SEED)
    for _ in range(tries("TGKT_KILLS", 12)):
        with subprocess.Popen(
            command, env=tgkt.environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run:
            try:
                run.wait(chance.random() * 0.9)
            except subprocess.TimeoutExpired:
                run.kill()
        kept = {name: text for name, text in contents(folder).items() if not name.endswith(".part")}
        imported = kept.pop("imported.yaml", b"")
        assert kept == old
        assert imported.count(b"indicator: forest") in (0, 175)
        assert imported == b"" or yaml.safe_load(imported)
        (folder / "imported.yaml").unlink(missing_ok=True)  # so that the next run has something to write
    assert tgkt.fresh(*command[1:]).code == 0
    assert [each.name for each in folder.iterdir() if each.name.endswith(".part")] == []


def test_the_file_keeps_its_mode(tgkt: Tgkt, tmp_path: Path) -> None:
    """Whatever the umask of the run."""
    folder = small(tmp_path)
    tgkt.fresh("import", str(table(tmp_path, "forest,2026,91,report")), "--data", str(folder))
    (folder / "imported.yaml").chmod(0o640)
    tgkt.fresh("import", str(table(tmp_path, "forest,2027,91,report")), "--data", str(folder))
    assert stat.S_IMODE((folder / "imported.yaml").stat().st_mode) == 0o640


def test_a_long_table_is_read_in_constant_memory(tgkt: Tgkt, tmp_path: Path) -> None:
    """40,000 lines take hardly more than 1,000; held as they are written, they would take 3,300 kB."""
    peaks = []
    for count in (1_000, 40_000):
        lines = (f"forest,{1900 + n % 300},{n % 90}.5,report" for n in range(count))
        code = (
            "import sys; from pathlib import Path; sys.path[:0] = ['tests']\n"
            "from loading.tabular.tables import CATALOGUE\n"
            "from io import BytesIO\n"
            "from tgkt.loading.tabular.book import chosen_sheet, open_book\n"
            "from tgkt.loading.tabular.headings import mapped\n"
            "from tgkt.loading.tabular.table import Table\n"
            "from tgkt.loading.tabular.arrived import Wishes\n"
            "heads = mapped(())\n"
            "with open(sys.argv[1], 'rb') as file:\n"
            "    chosen = chosen_sheet(open_book('t.csv', file, heads), None, heads)\n"
            "    print(sum(1 for _ in Table(*chosen, Wishes(CATALOGUE, area='merged')).figures()))\n"
            "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
        )
        done = answer(
            (sys.executable, "-c", code, str(table(tmp_path, *lines))), tgkt.environment({"PYTHONPATH": str(ROOT)})
        )
        assert done.err == ""
        read, peak = map(int, done.out.split())
        assert read == count
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 1_500  # kB


def test_the_shipped_data_are_never_written_to(tgkt: Tgkt, tmp_path: Path) -> None:
    """`--data data` in a checkout is refused: the shipped data belong to nobody. Tried on a copy of everything."""
    for part in ("tgkt", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    text = EXAMPLE.read_text(encoding="utf-8").replace(",made_up,", ",political_report,")
    (tmp_path / "later.csv").write_text(text, encoding="utf-8")
    env = tgkt.environment({"PYTHONPATH": str(tmp_path)})
    answer((sys.executable, "-m", "tgkt", "import", "later.csv", "--data", "data"), env, tmp_path)
    assert not (tmp_path / "data" / "imported.yaml").exists()


def test_a_number_of_the_plan_is_read_as_our_own_csv_marks_it(tgkt: Tgkt, tmp_path: Path) -> None:
    """`#1.1` and `#2026`, which no spreadsheet takes for a number or a date."""
    (tmp_path / "t.csv").write_text(
        "code,area,period,value,unit\n#1.1,merged,#2026,230,nghìn tỷ đồng\n", encoding="utf-8"
    )
    asked = ("import", "t.csv", "--data", "own", "--origin", "R", "--date", "2026-12-20", "--dry-run", "-f", "json")
    (found,) = tgkt.fresh(*asked, cwd=tmp_path).json["rows"]
    assert (found["id"], found["period"], found["action"]) == ("grdp", "2026", "new")


BAD_LINES = (
    "forest,whole,2026,61,%,report",
    "forest,whole,2026,62,%,report",
    "nope,nowhere,20x,1,%,report",
    "forest,whole,2027,99999,%,report",
    "forest,whole,2028,x,zz,report",
    "forest,whole,2029,62\u2028,%,report",
    "forest,whole,2030,20,%,report",
    "forest,whole,2030-2029,60,%,other",
)


@pytest.mark.parametrize("is_turned", [False, True], ids=["in one order", "in the other"])
def test_what_is_wrong_is_told_once_and_in_the_order_of_the_table(tgkt: Tgkt, tmp_path: Path, is_turned: bool) -> None:
    """Mistakes of reading, of the data and figures that look wrong; whatever the seed of hashes."""
    lines = BAD_LINES[::-1] if is_turned else BAD_LINES
    file = tmp_path / "t.csv"
    file.write_text("\n".join(("indicator,area,period,value,unit,origin,area", *lines)), encoding="utf-8")
    head = tgkt("import", str(file), "--data", str(small(tmp_path)))
    assert (head.code, head.err.count("Rename one")) == (3, 1)
    file.write_text("\n".join(("indicator,area,period,value,unit,origin", *lines)), encoding="utf-8")
    asked = ("import", str(file), "--data", str(tmp_path / "mine"))
    found = {tgkt.started(*asked, env={"PYTHONHASHSEED": seed})[::2] for seed in ("0", "1", "2")}
    ((code, told),) = found
    assert code == 3
    placed = [line for line in told.splitlines() if line.startswith(str(file))]
    places = [tuple(map(int, line.removeprefix(f"{file}:").split(":")[:2])) for line in placed]
    assert len(places) >= 8
    assert places == sorted(places)
    assert len(set(placed)) == len(placed)


def test_the_answer_is_not_written_over_the_table(tgkt: Tgkt, tmp_path: Path) -> None:
    """Neither by its own name nor through a link."""
    file = table(tmp_path, "forest,2026,61,report")
    (tmp_path / "l.csv").symlink_to(file)
    before = file.read_text(encoding="utf-8")
    for name in ("t.csv", "l.csv"):
        done = tgkt.fresh("import", str(file), "--data", str(small(tmp_path)), "-o", str(tmp_path / name))
        assert (done.code, "is the table that is read" in done.err) == (2, True)
    assert file.read_text(encoding="utf-8") == before
