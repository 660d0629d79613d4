"""`tgkt report`: a plan as a file to hand on, whose numbers are those of `tgkt status`."""

from __future__ import annotations

import random
import shlex
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from handed import differences
from soak import SEED, tries

from tgkt.report.handout.kinds import KINDS

from .runner import COMMAND, ROOT, Tgkt

DATA = {"the shipped plan": (), "a plan in English": ("--data", "examples/ireland_climate")}


def targets(markdown: str) -> list[dict[str, str]]:
    """The lines of the tables of targets, by the head of each cell."""
    found: list[dict[str, str]] = []
    heads: list[str] = []
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else []
        if not cells or cells[0].startswith("---"):
            continue
        if cells[0] in ("No.", "TT"):
            heads = cells
        elif len(cells) == len(heads) and heads[-1] in ("Sources", "Nguồn"):
            # behind the number, title, unit and start come the years, then target, gap, need, standing and sources
            named = (*cells[:4], *cells[-5:])
            found.append(dict(zip(("code", "title", "unit", "start", *REST), named, strict=True)))
    return found


REST = ("target", "gap", "needed", "standing", "sources")


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_every_number_is_that_of_status(tgkt: Tgkt, data: tuple[str, ...], lang: str) -> None:
    """Each target is there once, in the order of the plan's sections, with its own figures."""
    rows = {row["code"]: row for row in tgkt("status", "-f", "json", *data).json["rows"]}
    found = targets(tgkt("report", "--parts", "status", "--lang", lang, *data).out)
    assert sorted(each["code"].split()[0] for each in found) == sorted(rows)
    assert [each for line in found for each in differences(line, rows[line["code"].split()[0]], lang)] == []


CLOCKS = {
    "what a later document found": ("--data", "examples/thai_nguyen_since", "--known-by", "2025-12-31"),
    "an earlier year": ("--data", "examples/thai_nguyen_since", "--as-of", "2025"),
    "everything": (),
}


@pytest.mark.parametrize("args", CLOCKS.values(), ids=CLOCKS)
def test_the_rows_that_the_audit_marks_are_those_of_status(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """By what was known at the clock that was asked for."""
    marked = {row["code"] for row in tgkt("status", "-f", "json", *args).json["rows"] if row["findings"]}
    found = {line["code"].split()[0] for line in targets(tgkt("report", *args).out) if "!" in line["code"]}
    assert found == marked != set()


def test_a_finding_of_a_later_document_marks_nothing_before_it(tgkt: Tgkt) -> None:
    """Who asks what was known at the end of 2025 is not told what was published in 2026."""
    data = ("--data", "examples/thai_nguyen_since")
    later = "duplicate.grdp_per_capita.merged.2025.vietnamplus_2025.114_1"
    for clock, is_there in ((), True), (("--known-by", "2025-12-31"), False):
        rows = tgkt("status", "-f", "json", "--plan", "targets_2025_2030", *data, *clock).json["rows"]
        assert (later in next(row["findings"] for row in rows if row["code"] == "3")) is is_there


def test_a_line_names_the_documents_behind_its_figures(tgkt: Tgkt) -> None:
    """The target's own place stands first, then that of the figure it starts from."""
    line = next(each for each in targets(tgkt("report", "--parts", "status").out) if each["code"].split()[0] == "3")
    assert line["sources"] == (
        "draft resolution, mục II.2, chỉ tiêu (3); political report, Phần thứ nhất, mục I.2.1, đoạn 1"
    )


def test_a_target_that_is_due_before_the_plan_ends_says_when(tgkt: Tgkt) -> None:
    """Otherwise its figure would be read as that of the year at the head of the column."""
    found = {each["code"]: each["target"] for each in targets(tgkt("report", *DATA["a plan in English"]).out)}
    assert (found["21"], found["22"]) == ("50 (2025)", "80")


def test_a_figure_of_another_period_than_the_base_year_says_which(tgkt: Tgkt) -> None:
    """The growth of a term is none of the year 2025."""
    found = {each["code"].split()[0]: each["start"] for each in targets(tgkt("report").out)}
    assert (found["2"], found["3"]) == ("7.3 (2021-2025)", "119")


def test_the_figure_of_a_term_stands_in_its_last_year(tgkt: Tgkt) -> None:
    """With the term behind it; else a plan that has ended would show no results."""
    told = tgkt("report", "--plan", "2020-2025", "--parts", "status").out
    line = next(line for line in told.splitlines() if line.startswith("| 1 ! |"))
    assert " 7.35 (2021-2025) | 8 |" in line


def test_why_nearly_all_is_open_is_said_once(tgkt: Tgkt) -> None:
    """Where no year after the base has a figure; a plan under way has some."""
    says = "There is no figure after 2025 yet, so it is open whether the targets are on track."
    assert tgkt("report").out.count(says) == 1
    assert "There is no figure after" not in tgkt("report", *DATA["a plan in English"]).out
    assert "There is no figure after" not in tgkt("report", "--parts", "findings").out


def test_what_needs_attention_first_says_in_which_order(tgkt: Tgkt) -> None:
    """By class where there are several, and what the pace beside open targets means."""
    classes, pace = "Missed targets stand first, then those behind", "×2 last term's pace: from now on it takes twice"
    assert [each in tgkt("report").out for each in (classes, pace)] == [False, True]
    assert [each in tgkt("report", *DATA["a plan in English"]).out for each in (classes, pace)] == [True, False]


def test_documents_are_listed_by_the_names_that_stand_beside_figures(tgkt: Tgkt) -> None:
    """Who reads "political report" beside a figure finds it there; dates are those of the language."""
    found = {line.split(" | ")[0][2:]: line for line in tgkt("report", "--lang", "vi").out.splitlines()}
    assert "| 15/09/2025 |" in found["Báo cáo chính trị"]
    assert "| 2025-09-15 |" in tgkt("report", "--lang", "en").out
    clock = tgkt("report", "--lang", "vi", "--known-by", "2025-12-31", "--parts", "status").out
    assert "- Văn kiện đến ngày: 31/12/2025" in clock


STATUS = ["Scoreboard", "What needs attention first", "The targets"]
PARTS = {
    "the targets alone": ("status", STATUS),
    "the audit alone": ("findings", ["What the audit found"]),
    "the terms before": ("results", ["Results against the 2020-2025 targets, old Thái Nguyên and old Bắc Kạn"]),
    "in the order of the file": ("findings,status", [*STATUS, "What the audit found"]),
}


@pytest.mark.parametrize(("parts", "headings"), PARTS.values(), ids=PARTS)
def test_parts_are_kept_or_left_out(tgkt: Tgkt, parts: str, headings: list[str]) -> None:
    """Method and documents are always there."""
    found = [line[3:] for line in tgkt("report", "--parts", parts).out.splitlines() if line.startswith("## ")]
    assert found == [*headings, "How it was reached", "Documents"]


def test_a_section_has_its_own_counts_targets_results_and_findings(tgkt: Tgkt) -> None:
    """What is left out is said at the top; every finding touches a target of the section."""
    told = tgkt("report", "--section", "environment").out
    assert "- Only the section: Environment" in told.splitlines()
    assert {each["code"].split()[0].split(".")[0] for each in targets(told)} == {"28", "29", "30", "31", "32"}
    assert "GRDP per capita" not in told.partition("## What the audit found")[2]


def test_the_least_that_would_reconcile_the_plan_is_that_of_the_audit(tgkt: Tgkt) -> None:
    """With the counts of the findings; of one section it is not told, for relations reach beyond it."""
    page = next(line for line in tgkt("check", "--page").out.splitlines() if "would suffice for all" in line)
    told = tgkt("report", "--parts", "findings").out
    assert page in told
    assert "would suffice for all" not in tgkt("report", "--parts", "findings", "--section", "environment").out
    earlier = tgkt("report", "--parts", "findings", "--known-by", "2025-08-01").out
    assert "would suffice for all" in earlier
    assert page not in earlier


def test_no_file_names_a_command(tgkt: Tgkt) -> None:
    """Its readers have no terminal."""
    for lang in ("en", "vi"):
        assert "tgkt" not in tgkt("report", "--lang", lang).out


def test_the_same_data_give_the_same_bytes(tgkt: Tgkt, tmp_path: Path) -> None:
    """A file and standard output hold the same, today and tomorrow."""
    assert tgkt("report", "-o", str(tmp_path / "plan.md")).code == 0
    assert (tmp_path / "plan.md").read_bytes() == tgkt("report").raw == tgkt("report", "-o", "-").raw


REFUSED = {
    "an ending that is none of ours": (
        ("-o", "plan.pdf"),
        "--output: plan.pdf: a report cannot be written as .pdf. End the name in one of: " + ", ".join(KINDS),
    ),
    "no ending": (
        ("-o", "plan"),
        "--output: plan: the name has no ending that says what to write. End it in one of: " + ", ".join(KINDS),
    ),
    "a part that there is not": (
        ("--parts", "status,blends"),
        "--parts: unknown part 'blends'. Use one of: status, results, findings, blend",
    ),
    "no part": (("--parts", ","), "--parts: unknown part ','. Use one of: status, results, findings, blend"),
    "a folder that is not there": (
        ("-o", "nowhere/plan.md"),
        "nowhere/plan.md: cannot be written: no such file or directory",
    ),
}


@pytest.mark.parametrize(("args", "says"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_wish_is_refused(tgkt: Tgkt, args: tuple[str, ...], says: str) -> None:
    """In one line, before anything is written."""
    answer = tgkt("report", *args)
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err


@pytest.mark.parametrize("kind", KINDS)
def test_what_stops_the_writing_leaves_the_old_file_whole(tgkt: Tgkt, tmp_path: Path, kind: str) -> None:
    """A file may be at most a block long here, as on a full disk: one line, and nothing is left lying about."""
    old = tmp_path / f"plan{kind}"
    old.write_text("what was there", encoding="utf-8")
    command = shlex.join((*COMMAND, "report", "-o", str(old), "--data", "examples/ireland_climate"))
    env = {**tgkt.environment({}), "PYTHONDONTWRITEBYTECODE": "1"}  # Python keeps what it could write of its own files
    done = subprocess.run(
        ("sh", "-c", f"ulimit -f 1; exec {command}"), env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "cannot be written: file too large" in done.stderr
    assert old.read_text(encoding="utf-8") == "what was there"
    assert [each.name for each in tmp_path.iterdir() if each.name not in (old.name, "home", "modules")] == []


@pytest.fixture(scope="module")
def whole(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The report as each kind of file, written once; tests only read it."""
    folder = tmp_path_factory.mktemp("whole")

    @cache
    def write(kind: str) -> Path:
        assert tgkt("report", "-o", str(folder / f"whole{kind}")).code == 0
        return folder / f"whole{kind}"

    return write


@pytest.mark.parametrize("kind", KINDS)
def test_a_kill_leaves_the_old_file_whole(tgkt: Tgkt, whole: Callable[[str], Path], tmp_path: Path, kind: str) -> None:
    """Whenever it comes; or the new one is there, and whole."""
    old = tmp_path / f"plan{kind}"
    old.write_text("what was there", encoding="utf-8")
    chance = random.Random(f"{SEED} {kind}")
    for wait in (0.3, 0.6, 0.9, *(chance.random() * 1.5 for _ in range(tries("TGKT_KILLS", 12) // 4 - 3))):
        run = subprocess.Popen((*COMMAND, "report", "-o", str(old)), env=tgkt.environment({}), cwd=ROOT)
        try:
            run.wait(wait)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        assert old.read_bytes() in (b"what was there", whole(kind).read_bytes())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_data_give_the_same_file(tgkt: Tgkt, whole: Callable[[str], Path], tmp_path: Path, kind: str) -> None:
    """In two runs, byte by byte."""
    assert tgkt("report", "-o", str(tmp_path / f"again{kind}")).code == 0
    assert (tmp_path / f"again{kind}").read_bytes() == whole(kind).read_bytes()


EMPTY = """\
areas: {here: {title: Here}}
origins: {paper: {title: Paper, date: "2025"}}
plan: {title: Empty, period: 2026-2030, origin: paper}
indicators: {x: {title: X, unit: "%", direction: increase}}
"""
WORDS = """\
areas: {here: {title: Here}}
origins: {paper: {title: Paper, date: "2025"}}
plan: {title: Words, period: 2026-2030, origin: paper}
indicators:
  x: {title: X, unit: mốc, direction: increase, rows: [{code: "1", target: {period: 2030, printed: "build it"}}]}
"""
YEARS = ", ".join(
    f"{{indicator: x, period: {y}, value: {y - 1960}, printed: '{y - 1960}%'}}" for y in range(2013, 2025)
)
LONG = f"""\
areas: {{north: {{title: North}}, south: {{title: South}}, whole: {{title: Whole, constituents: [north, south]}}}}
origins: {{paper: {{title: Paper, date: "2025"}}}}
plan: {{title: Long, period: 2012-2026, origin: paper}}
indicators:
  x:
    title: Share of things
    unit: "%"
    direction: increase
    rows:
      - code: "1"
        area: north
        target: {{period: 2026, value: 75, printed: "75%"}}
        baseline: {{period: 2011, value: 40, printed: "40%"}}
      - {{code: "1", area: south, target: {{period: 2026, value: 65, printed: "65%"}}}}
observations:
  - origin: paper
    locator: p. 1
    area: north
    figures: [{YEARS}]
"""
EDGES = {"a plan without targets": EMPTY, "targets in words alone": WORDS, "twelve years and two areas": LONG}


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", EDGES.values(), ids=EDGES)
def test_every_plan_makes_every_kind_of_file(tgkt: Tgkt, tmp_path: Path, data: str, kind: str, lang: str) -> None:
    """However little it says, or for how many years."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_text(data, encoding="utf-8")
    wanted = ("report", "-o", str(tmp_path / f"plan{kind}"), "--data", str(tmp_path / "data"), "--lang", lang)
    answer = tgkt(*wanted)
    assert (answer.code, answer.err) == (0, "")
    assert (tmp_path / f"plan{kind}").stat().st_size > 500


def test_a_plan_without_targets_says_so(tgkt: Tgkt, tmp_path: Path) -> None:
    """And not that everything is on track."""
    (tmp_path / "plan.yaml").write_text(EMPTY, encoding="utf-8")
    told = tgkt("report", "--data", str(tmp_path)).out
    assert "There are no targets." in told
    assert [part for part in ("on track or met", "Area:") if part in told] == []


def test_a_number_that_stands_in_several_areas_is_told_apart(tgkt: Tgkt, tmp_path: Path) -> None:
    """By the area behind the name."""
    (tmp_path / "plan.yaml").write_text(LONG, encoding="utf-8")
    found = targets(tgkt("report", "--data", str(tmp_path)).out)
    assert [line["title"] for line in found] == ["Share of things (North)", "Share of things (South)"]
