"""`tgkt diff`: which two states two words name, what is answered, and what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from loading.mini import BASELINE, ORIGINS, TARGET, observed, planned, row, write_files
from shipped import RESULTS, TARGETS

from .runner import Answer, Tgkt

DATED = {
    'en: "Report"}}': 'en: "Report"}, date: "2026-02", issuer: statistics}',
    'en: "Resolution"}}': 'en: "Resolution"}, date: "2025-09"}',
}
GAZETTE = '  gazette: {title: {vi: "Công báo", en: "Gazette"}, date: "2027-02-15", issuer: statistics}\n'
HIGHER = 'target: {period: 2030, comparator: at_least, value: 95.5, printed: "từ 95,5% trở lên"}'


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two data folders in one: `old`, and `new` with a later figure, a corrected one and a second plan."""
    home = tmp_path_factory.mktemp("folders")
    plan, origins = planned(row("1", TARGET, BASELINE)), ORIGINS + GAZETTE
    for undated, dated in DATED.items():
        origins = origins.replace(undated, dated)
    write_files(home / "old", origins=origins, plan=plan, seen=observed("90,9%", period="2026"))
    later = observed("91,4%", period="2026", origin="gazette")
    second = planned(row("7", HIGHER, BASELINE.replace("page 1", "page 3"))).replace("id: plan", "id: master")
    files = {"plan": plan, "seen": observed("90,8%", period="2026"), "later": later, "second": second}
    write_files(home / "new", origins=origins, **files)
    for name in ("2025", "plan", "empty"):
        (home / name).mkdir()
    return home


def asked(tgkt: Tgkt, folders: Path, *args: str, **env: str) -> Answer:
    """An answer in the folder that holds both."""
    return tgkt.fresh("diff", *args, cwd=folders, env={"TGKT_DATA": "new", **env})


def rows(tgkt: Tgkt, folders: Path, *args: str) -> list[dict[str, Any]]:
    """The rows of an answer."""
    done = asked(tgkt, folders, *args, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found: list[dict[str, Any]] = done.json["rows"]
    return found


def short(row: dict[str, Any]) -> tuple[str, str, str, str]:
    """What changed, and how."""
    states = (row["before"], row["after"]) if row["about"] != "standing" else (row["before_state"], row["after_state"])
    return row["about"], row["change"], str(states[0]), str(states[1])


CORRECTED, REVISED = ("figure", "corrected", "90.9", "90.8"), ("figure", "revised", "90.9", "91.4")
NEW_PLAN = ("target", "added", "None", "95.5")


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        pytest.param(("old", "new"), [CORRECTED, REVISED, NEW_PLAN], id="two folders"),
        pytest.param(("./old", "./new"), [CORRECTED, REVISED, NEW_PLAN], id="two paths"),
        pytest.param(("folder:old", "folder:new"), [CORRECTED, REVISED, NEW_PLAN], id="two words that say folder"),
        pytest.param(("old",), [CORRECTED, REVISED, NEW_PLAN], id="a folder and the data in force"),
        pytest.param(("old", "--data", "new"), [CORRECTED, REVISED, NEW_PLAN], id="a folder and another by --data"),
        pytest.param(("new", "new"), [], id="a folder and itself"),
        pytest.param(("year:2025", "2026"), [("figure", "added", "None", "90.8"), ("figure", "added", "None", "91.4")],
                     id="two years"),
        pytest.param(("2026", "2027"), [], id="a year that brings nothing"),
        pytest.param(("2026-03-01", "2027-12-31"), [("figure", "revised", "90.8", "91.4")], id="two dates"),
        pytest.param(("2026-03",), [("figure", "revised", "90.8", "91.4")], id="a date and all data"),
        pytest.param(("date:2026", "date:2027"), [("figure", "revised", "90.8", "91.4")], id="years that are dates"),
        pytest.param(("plan:plan", "master"), [("target", "changed", "95", "95.5")], id="two plans"),
    ],
)  # fmt: skip
def test_what_two_words_name(
    tgkt: Tgkt, folders: Path, args: tuple[str, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    """Years, plans, folders or dates; the data in force where only one is named."""
    assert sorted(short(each) for each in rows(tgkt, folders, *args) if each["about"] != "standing") == sorted(expected)


def test_rows_that_stand_elsewhere_have_both_figures(tgkt: Tgkt, folders: Path) -> None:
    """Up to 2026 there is a figure after the base."""
    told = [each for each in rows(tgkt, folders, "year:2025", "2026", "--plan", "plan") if each["about"] == "standing"]
    assert [(each["before_state"], each["after_state"]) for each in told] == [("open", "behind")]
    assert [(str(each["before"]), str(each["after"]), each["after_unit"]) for each in told] == [("91", "91.4", "%")]


@pytest.mark.parametrize(
    ("args", "advice"),
    [
        pytest.param((), "OLD", id="nothing named"),
        pytest.param(("2025",), "'2025' is a year and a folder. Write year:2025 or ./2025", id="a year or folder"),
        pytest.param(("plan", "plan"), "Write plan:plan or ./plan", id="a plan or a folder"),
        pytest.param(("2026", "old"), "'2026' is a year and 'old' is a folder. Name two of one sort",
                     id="a year and a folder"),
        pytest.param(("2026", "2026-03-01"), "Name two of one sort", id="a year and a date"),
        pytest.param(("mastr", "plan:plan"), "Did you mean 'master'?", id="a slip in a plan"),
        pytest.param(("./nowhere", "new"), "./nowhere: no such folder", id="a path that leads nowhere"),
        pytest.param(("", "new"), "'' is not a year (2025), plan", id="an empty word"),
        pytest.param(("1066", "2026"), "'1066' is not a year (2025), plan", id="a year long ago"),
        pytest.param(("2026-13", "2026-03"), "'2026-13' is not a year (2025), plan", id="a month there is not"),
        pytest.param(("folder:2026", "2026"), "'folder:2026' is not a year (2025), plan", id="not that sort"),
        pytest.param(("master", "master"), "name two plans: master and one of plan", id="a plan and itself"),
        pytest.param(("master",), "name two plans: master and one of plan", id="one plan where none is in force"),
        pytest.param(("old", "new", "--data", "new"), "Leave out --data", id="three folders"),
        pytest.param(("master", "plan:plan", "--plan", "plan"), "Leave it out", id="three plans"),
        pytest.param(("old", "new", "--plan", "x"), "--plan", id="a plan that neither has"),
        pytest.param(("old", "new", "--area", "wholе"), "'whole'", id="an area that neither has"),
        pytest.param(("old", "new", "--section", "x"), "society", id="a section that neither has"),
    ],
)  # fmt: skip
def test_what_is_refused(tgkt: Tgkt, folders: Path, args: tuple[str, ...], advice: str) -> None:
    """In one line that says what would be understood."""
    done = asked(tgkt, folders, *args)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert advice in done.err


def test_a_folder_without_data_is_told_as_everywhere(tgkt: Tgkt, folders: Path) -> None:
    """It is a mistake in the data, not in the question."""
    done = asked(tgkt, folders, "empty", "new")
    assert (done.code, done.out) == (3, "")
    assert "empty: holds no .yaml file" in done.err


def test_two_folders_ask_nothing_of_the_data_in_force(tgkt: Tgkt, folders: Path) -> None:
    """Paths are compared even where TGKT_DATA is wrong."""
    done = asked(tgkt, folders, "./old", "./new", "--format", "csv", TGKT_DATA="nowhere")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_change_leaves_the_header(tgkt: Tgkt, folders: Path, form: str) -> None:
    """The same that an answer with changes has."""
    lines = [asked(tgkt, folders, "old", each, "--format", form).out.splitlines() for each in ("old", "new")]
    assert lines[0] == lines[1][:1]
    assert len(lines[1]) > 1


def test_documents_without_a_date_are_told(tgkt: Tgkt) -> None:
    """They are hidden by a date, and that is said once."""
    done = tgkt("diff", "2026-01-01", "2026-06-01")
    assert (done.code, done.err) == (
        0,
        "--known-by: documents without a date are hidden: article_2022. tgkt list origins shows the dates of all\n",
    )


def test_the_head_says_what_was_compared(tgkt: Tgkt) -> None:
    """Sort, names, clocks and counts; the counts are those of the rows."""
    document = tgkt("diff", "2024", "2025", "--format", "json").json
    assert [document[key] for key in ("schema", "by", "old", "new")] == ["tgkt/diff/2", "year", "2024", "2025"]
    counts = Counter(f"{row['about']}_{row['change']}" for row in document["rows"])
    assert {key: int(value) for key, value in document["counts"].items() if value} == counts
    assert [name for name, value in document.items() if isinstance(value, list)] == ["rows"]
    keys = [row["key"] for row in document["rows"]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("args", "field", "value"),
    [(("--area", "bac_kan"), "area", "bac_kan"), (("--section", "environment"), "section", "environment")],
    ids=["area", "section"],
)
def test_filters_choose_among_the_same_rows(tgkt: Tgkt, args: tuple[str, ...], field: str, value: str) -> None:
    """Rows that pass stay as they are."""
    whole, some = (tgkt("diff", "2024", "2025", *each, "-f", "json").json["rows"] for each in ((), args))
    assert some == [row for row in whole if row[field] == value] != []


def test_a_plan_is_compared_with_the_one_in_force(tgkt: Tgkt) -> None:
    """Where only one is named."""
    alone, both = (tgkt("diff", *each, "-f", "csv") for each in ((RESULTS,), (RESULTS, TARGETS)))
    assert alone == both
    assert alone.code == 0
