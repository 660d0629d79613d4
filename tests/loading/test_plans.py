"""A plan: what it is called, where it begins, which is in force, and the numbers its document leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.facts.catalogue import Catalogue
from tgkt.loading.catalogue import examine

TOP = """\
language: en
areas: {whole: {title: Whole, constituents: [north, south]}, north: {title: North}, south: {title: South}}
origins: {report: {title: Report}}
"""
ROWS = 'indicators: {a: {title: A, unit: "%", direction: increase, target: {2030: 5}}}\n'


def _read(folder: Path, *plans: tuple[str, str], more: str = ROWS) -> tuple[Catalogue | None, list[str]]:
    """The catalogue of files with a plan each, by name and keys of the plan, and what is told."""
    texts = {f"{name}.yaml": f"origin: report\nplan: {{title: Plan, {keys}}}\n" for name, keys in plans}
    texts[f"{plans[0][0]}.yaml"] += more
    texts["a_top.yaml"] = TOP
    files = [folder / name for name in sorted(texts)]
    for file in files:
        file.write_text(texts[file.name], encoding="utf-8")
    found, problems = examine(files, [file.name for file in files])
    return found, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        pytest.param("health", "health", id="a word"),
        pytest.param("Health plan 2030", "health_plan_2030", id="several words"),
        pytest.param("kế-hoạch", "ke_hoach", id="accents are left out"),
        pytest.param("2030", "plan_2030", id="an id begins with a letter"),
    ],
)
def test_a_plan_is_called_after_its_file(tmp_path: Path, name: str, id_: str) -> None:
    """Where it has no id of its own."""
    found, _ = _read(tmp_path, (name, "period: 2026-2030"))
    assert found is not None
    assert list(found.plans) == [id_]


def test_an_id_of_its_own_goes_before_the_name_of_the_file(tmp_path: Path) -> None:
    """The file may be renamed."""
    found, _ = _read(tmp_path, ("health", "id: own, period: 2026-2030"))
    assert found is not None
    assert list(found.plans) == ["own"]


@pytest.mark.parametrize(
    ("keys", "base"),
    [
        pytest.param("period: 2026-2030", 2025, id="the year before the term"),
        pytest.param("period: 2030", 2029, id="the year before the one year"),
        pytest.param("period: 2026-2030, baseline: 2020", 2020, id="the year it names"),
    ],
)
def test_where_a_plan_begins(tmp_path: Path, keys: str, base: int) -> None:
    """Its base year is named, or the last before its term."""
    found, _ = _read(tmp_path, ("plan", keys))
    assert found is not None
    assert found.plans["plan"].baseline == base


@pytest.mark.parametrize(
    ("plans", "in_force"),
    [
        pytest.param({"a": "period: 2021-2025", "b": "period: 2026-2030"}, "b", id="the newest term"),
        pytest.param({"a": "period: 2021-2025, in_force: true", "b": "period: 2026-2030"}, "a", id="the one marked"),
        pytest.param({"a": "period: 2021-2025, in_force: false"}, "a", id="the only one"),
    ],
)
def test_which_plan_is_in_force(tmp_path: Path, plans: dict[str, str], in_force: str) -> None:
    """The one that is meant where none is named."""
    found, _ = _read(tmp_path, *plans.items())
    assert found is not None
    plan = found.plan_in_force()
    assert plan is not None
    assert plan.id == in_force


def test_two_plans_that_are_marked_are_told(tmp_path: Path) -> None:
    """The second by its file, with the place of the first."""
    _, (said,) = _read(tmp_path, ("p", "period: 2026-2030, in_force: true"), ("q", "period: 2021-2025, in_force: true"))
    assert said.startswith("q.yaml:2:7: plan.in_force: the plan 'p' is marked as well, in p.yaml:2:7. Keep one mark")


def test_two_plans_of_one_id_are_told(tmp_path: Path) -> None:
    """A plan is declared in one file."""
    _, (said,) = _read(tmp_path, ("p", "id: same, period: 2026-2030"), ("q", "id: same, period: 2021-2025"))
    assert "q.yaml:2:25: plan.id: the plan 'same' is in another file too. Keep one; a file with more" in said


GAP = "period: 2026-2030, gaps: [{%s, note: Left out}]"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        pytest.param("period: 2026-2030, baseline: 2026", "the base year is not before the term", id="a late base"),
        pytest.param(GAP % 'code: "1"', "row 1 of 'whole' is in this file", id="a gap where a row stands"),
        pytest.param(GAP % 'code: "7", area: nort', "Did you mean 'north'?", id="a gap of an unknown area"),
        pytest.param(
            "period: 2026-2030, overall: [{printed: all met, origin: reprot}]",
            "Did you mean 'report'?",
            id="words on the whole plan of an unknown document",
        ),
        pytest.param("period: soon", "'soon' is not a period", id="a term in a word"),
        pytest.param("period: 2026-2030, origin: reprot", "Did you mean 'report'?", id="an unknown document"),
    ],
)
def test_what_a_plan_cannot_say_is_told_once(tmp_path: Path, keys: str, words: str) -> None:
    """One message, whatever stands below it."""
    _, (said,) = _read(tmp_path, ("plan", keys))
    assert words in said


def test_mistakes_of_a_plan_do_not_hide_each_other(tmp_path: Path) -> None:
    """Its own keys, its gaps and the numbers of its rows."""
    rows = '[{code: "1", target: {2030: 5}}, {code: "1", target: {2029: 5}}]'
    keys = 'period: 2026-2030, baseline: 2027, origin: nothing, gaps: [{code: "7", area: nort, note: None}]'
    more = f'indicators: {{a: {{title: A, unit: "%", direction: increase, rows: {rows}}}}}\n'
    _, said = _read(tmp_path, ("plan", keys), more=more)
    assert sorted(each.split(": ")[1] for each in said) == ["plan.baseline", "plan.gaps[0].area", "plan.origin"]


def test_a_gap_is_of_the_whole_area_unless_it_says_so(tmp_path: Path) -> None:
    """Like a row."""
    found, _ = _read(tmp_path, ("plan", GAP % 'code: "7"'))
    assert found is not None
    assert [(gap.area, gap.code, gap.note.en) for gap in found.plans["plan"].omissions] == [("whole", "7", "Left out")]


def _spanning(folder: Path, first: str, more: str) -> tuple[Catalogue | None, list[str]]:
    """A plan in q.yaml with some rows, and a file before it that goes on with it."""
    texts = {
        "a_top.yaml": TOP,
        "p.yaml": f"origin: report\n{more}",
        "q.yaml": f"origin: report\nplan: {{title: Plan, id: one, period: 2026-2030}}\n{first}",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    found, problems = examine([folder / name for name in texts], list(texts))
    return found, [str(problem) for problem in problems]


_ROW = '{code: "%s", target: {2030: 5}}'
_BARE = "{target: {2030: 5}}"
_A = 'indicators: {a: {title: A, unit: "%", direction: increase, rows: ['
_B = 'indicators: {b: {title: B, unit: "%", direction: increase, rows: ['


def test_a_plan_spans_files(tmp_path: Path) -> None:
    """Its rows are sorted as if they stood in one, whichever file comes first."""
    found, said = _spanning(tmp_path, f"{_A}{_ROW % 2}]}}}}\n", f"continues: one\n{_B}{_ROW % 1}, {_ROW % 10}]}}}}\n")
    assert not said
    assert found is not None
    (plan,) = found.plans.values()
    assert [(row.code, row.indicator.id, row.plan) for row in plan.rows] == [
        ("1", "b", "one"),
        ("2", "a", "one"),
        ("10", "b", "one"),
    ]
    assert {row.origin for row in plan.rows} == {"report"}


def test_rows_without_numbers_are_numbered_through_all_files_of_a_plan(tmp_path: Path) -> None:
    """Numbers in use are skipped in every file."""
    found, said = _spanning(
        tmp_path,
        f"{_A}{_BARE}, {_ROW % 1}]}}}}\n",
        f"continues: one\n{_B}{_BARE}]}}}}\n",
    )
    assert not said
    assert found is not None
    assert [(row.code, row.indicator.id) for row in found.plans["one"].rows] == [("1", "a"), ("2", "b"), ("3", "a")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param("continues: ones\n", "continues: unknown plan 'ones'. Did you mean 'one'?", id="an unknown plan"),
        pytest.param(
            "continues: one\nplan: {title: Other, period: 2021-2025}\n",
            "a file declares a plan or goes on with one. Remove 'plan' or 'continues'",
            id="a plan of its own beside it",
        ),
        pytest.param(
            f"continues: one\n{_B}{_ROW % 1}]}}}}\n", "the code \"1\" appears twice for 'whole'", id="a number twice"
        ),
    ],
)
def test_a_file_that_cannot_go_on_with_a_plan_is_told(tmp_path: Path, more: str, words: str) -> None:
    """With the place of the mistake."""
    _, (said,) = _spanning(tmp_path, f"{_A}{_ROW % 1}]}}}}\n", more)
    assert words in said


def test_a_plan_that_is_unreadable_hides_that_others_go_on_with_it(tmp_path: Path) -> None:
    """The unreadable block is told alone."""
    (tmp_path / "a.yaml").write_text(f"{TOP}continues: one\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("plan: [one]\n", encoding="utf-8")
    _, problems = examine([tmp_path / "a.yaml", tmp_path / "b.yaml"], ["a.yaml", "b.yaml"])
    assert [problem.source.file for problem in problems] == ["b.yaml"]


def test_rows_of_a_later_folder_are_no_part_of_the_data_before_it(tmp_path: Path) -> None:
    """A folder may go on with the plan of its base, which stays as it was."""
    base, own = tmp_path / "base", tmp_path / "own"
    base.mkdir()
    own.mkdir()
    plan = "origin: report\nplan: {title: P, id: one, period: 2026-2030}\n"
    (base / "a.yaml").write_text(f"{TOP}{plan}{_A}{_ROW % 1}]}}}}\n")
    (own / "b.yaml").write_text(f"language: en\norigin: report\ncontinues: one\n{_B}{_ROW % 2}]}}}}\n")
    found, problems = examine([base / "a.yaml", own / "b.yaml"], ["base/a.yaml", "own/b.yaml"], 1)
    assert not problems
    assert found is not None
    assert [row.code for row in found.plans["one"].rows] == ["1", "2"]
    assert [row.code for row in found.without_later("base").plans["one"].rows] == ["1"]
