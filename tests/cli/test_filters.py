"""Filters of `tgkt status`: by verdict and standing, over all plans, and which plan answers."""

from __future__ import annotations

import pytest
from shipped import RESULTS, TARGETS

from .runner import Tgkt


def rows(tgkt: Tgkt, *args: str) -> list[dict[str, object]]:
    """The rows that a filter lets through."""
    found: list[dict[str, object]] = tgkt("status", *args, "--format", "json").json["rows"]
    return found


def counted(tgkt: Tgkt, plan: str, field: str, *values: str) -> int:
    """How many rows of a plan hold one of some values."""
    return sum(row[field] in values for row in rows(tgkt, "--plan", plan))


@pytest.mark.parametrize(
    "args",
    [("--verdict", "not_met"), ("--verdict", "not_met", "--sort", "title"), ("--area", "bac_kan")],
    ids=" ".join,
)
def test_the_plan_answers_that_has_such_rows(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Where no plan is named, the one that has them answers, and says so beside the answer."""
    done = tgkt("status", *args, "--format", "json")
    found = done.json
    assert (found["plan"], {line["plan"] for line in found["scoreboard"]}) == (RESULTS, {RESULTS})
    assert found["rows"] == rows(tgkt, "--plan", RESULTS, *args)
    told = f"no rows match these filters in {TARGETS}; showing the {len(found['rows'])} of {RESULTS}\n"
    assert done.err == told


@pytest.mark.parametrize(
    ("plan", "other", "args", "field", "values"),
    [
        (TARGETS, RESULTS, ("--verdict", "not_met"), "verdict", ["not_met"]),
        (TARGETS, RESULTS, ("--verdict", "met,exceeded"), "verdict", ["met", "exceeded"]),
        (RESULTS, TARGETS, ("--standing", "open"), "standing", ["open"]),
        (RESULTS, TARGETS, ("--standing", "open", "--standing", "already_met"), "standing", ["open", "already_met"]),
    ],
)
def test_a_plan_that_is_named_answers_itself(
    tgkt: Tgkt, plan: str, other: str, args: tuple[str, ...], field: str, values: list[str]
) -> None:
    """It has no such row, and says which plan has how many."""
    done = tgkt("status", "--plan", plan, *args, "--format", "json")
    assert (done.code, done.json["rows"]) == (0, [])
    count = counted(tgkt, other, field, *values)
    assert done.err == f"no rows match these filters in {plan}; {count} in {other}: tgkt status --plan {other}\n"


def test_where_no_plan_has_such_rows_it_is_said(tgkt: Tgkt) -> None:
    """Nothing is behind yet, in either plan."""
    done = tgkt("status", "--standing", "behind", "--format", "json")
    assert (done.json["plan"], done.json["rows"]) == (TARGETS, [])
    assert done.err == f"no rows match these filters in {TARGETS}; tgkt status --plan {TARGETS} shows all its rows\n"


def test_several_words_are_any_of_them(tgkt: Tgkt) -> None:
    """With commas or repeated: rows that are in one of the states."""
    both = rows(tgkt, "--standing", "open,already_met")
    assert both == rows(tgkt, "--standing", "already_met", "--standing", "open")
    assert len(both) == counted(tgkt, TARGETS, "standing", "open", "already_met")
    assert {row["standing"] for row in both} == {"open", "already_met"}


def test_two_filters_ask_for_both(tgkt: Tgkt) -> None:
    """A row must pass every filter."""
    found = rows(tgkt, "--standing", "open", "--section", "society", "--verdict", "pending")
    assert {(row["standing"], row["section"]) for row in found} == {("open", "society")}
    assert rows(tgkt, "--plan", TARGETS, "--standing", "open", "--verdict", "not_met") == []


def test_targets_that_are_named_are_those_of_the_plan(tgkt: Tgkt) -> None:
    """Numbers mean this plan's targets, so no other plan answers for them."""
    done = tgkt("status", "6", "--verdict", "not_met", "--format", "json")
    assert (done.json["plan"], done.json["rows"]) == (TARGETS, [])
    assert done.err == f"no rows match these filters in {TARGETS}; tgkt status --plan {TARGETS} shows all its rows\n"


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_audits_marks_are_one_line(tgkt: Tgkt, lang: str) -> None:
    """Below the last table stands how many rows are marked, and a command that shows what is said of one."""
    out = tgkt("status", "--lang", lang).out
    (line,) = [line for line in out.splitlines() if line.startswith("! ")]
    marked = sum(bool(row["findings"]) for row in rows(tgkt))
    assert f" {marked} " in line
    assert out.endswith(f"{line}\n")
    command = line[line.index("tgkt check") :].split()[1:]
    assert tgkt(*command).code in (0, 1)


def test_an_order_shows_one_table_over_all_sections(tgkt: Tgkt) -> None:
    """The counts, then every row in its order."""
    told = [row["code"] for row in rows(tgkt, "--sort", "attention")]
    counts, table = tgkt("status", "--attention", "--lang", "en").out.split("\n\n")
    assert counts.startswith("Main targets")
    title, _, _, *lines = table.splitlines()
    assert title == "What needs attention first"
    assert [line.split()[0] for line in lines[: len(told)]] == told


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_targets_that_are_named_are_shown_alone(tgkt: Tgkt, lang: str) -> None:
    """The counts of the whole plan are no answer about some of it; machines have them all the same."""
    title = tgkt("status", "--lang", lang).out.splitlines()[0]
    assert title not in tgkt("status", "3", "--lang", lang).out
    assert title in tgkt("status", "--section", "economy", "--lang", lang).out
    assert tgkt("status", "3", "--json").json["scoreboard"] == tgkt("status", "--json").json["scoreboard"]
