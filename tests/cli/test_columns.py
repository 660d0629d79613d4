"""`--columns` of every command that lists rows."""

from __future__ import annotations

import pytest

from .runner import Tgkt

LISTS: dict[str, tuple[str, ...]] = {
    "status": ("status",),
    "results": ("status", "--plan", "results_2020_2025"),
    "one order": ("status", "--attention"),
    "project": ("project",),
    "blend": ("blend", "--all"),
    "weights": ("blend", "--weights-table"),
    "check": ("check",),
    "diff": ("diff", "2024", "2025"),
}


@pytest.mark.parametrize("answer", LISTS)
def test_ids_are_a_column_that_can_be_asked_for(tgkt: Tgkt, answer: str) -> None:
    """Every row with its id, in the order of the table, and nothing else but titles and notes."""
    name, form = "key" if answer == "check" else "id", ("--long",) if LISTS[answer][0] == "status" else ()
    ids = [row[name] for row in tgkt(*LISTS[answer], *form, "--json").json["rows"]]
    shown = tgkt(*LISTS[answer], "--columns", name).out.splitlines()
    assert sorted(line for line in shown if line in {*ids}) == sorted(ids)


@pytest.mark.parametrize(
    ("args", "head"),
    [
        (("status", "3", "--columns", "code,title,target,current_period"), "No. Indicator Target 2030 current_period"),
        (("status", "3", "--columns", "Chỉ tiêu,don vi", "--lang", "vi"), "Chỉ tiêu Đơn vị"),
        (("project", "3", "--columns", "code,need,pace_label"), "No. Needed from now pace_label"),
        (("check", "3", "--columns", "outcome,kind,says"), "Outcome kind Says"),
    ],
)
def test_columns_are_those_that_were_named(tgkt: Tgkt, args: tuple[str, ...], head: str) -> None:
    """Columns of the table in the words of the language, fields by their names."""
    assert head in [" ".join(line.split()) for line in tgkt(*args).out.splitlines()]


def test_markdown_has_them_too(tgkt: Tgkt) -> None:
    """A table for a text."""
    assert "| id | Indicator |" in tgkt("status", "3", "--columns", "id,title", "-f", "md").out


def test_a_terminal_shows_every_column_that_was_named(tgkt: Tgkt) -> None:
    """None gives way, however narrow it is."""
    names = "id,title,target,baseline_printed,origin,locator"
    lines = tgkt.screen("status", "3", "--columns", names, width=60, NO_COLOR="1").splitlines()
    assert "id Indicator 2030 baseline_printed origin locator" in [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("status", "--columns", "standin"), "--columns: no column 'standin'. Did you mean 'standing'?\n"),
        (("status", "--columns", "id", "-f", "csv"), "--columns chooses the columns of a table. Leave it out with"),
        (("blend", "grdp_growth", "--columns", "id"), "--columns chooses the columns of a list, and this answer is no"),
        (("project", "3", "--chart", "--columns", "id"), "--columns chooses the columns of a list, and this answer i"),
        (("project", "--set", "2=9", "--columns", "id"), "--columns chooses the columns of a list, and this answer i"),
        (
            ("status", "--page", "--columns", "id"),
            "--columns chooses the columns of a list, and this answer is not a list",
        ),
        (("status", "--columns", "help"), "--columns: Use any of: No., Indicator, Unit, Present, Target 2030, Gap,"),
    ],
)
def test_what_is_no_column_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """With the nearest, or with all there are."""
    done = tgkt(*args)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(told)


def test_a_filter_that_lets_nothing_through_has_no_columns(tgkt: Tgkt) -> None:
    """The note says so, and that is all."""
    done = tgkt("status", "--standing", "behind", "--columns", "id")
    assert (done.code, done.out) == (0, "")
