"""What stands between the cells of CSV, CSV for office programs, and the long form, of any command."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from shipped import RESULTS, TARGETS, rows_of

from tgkt.cli.dialect import WITH_LONG

from .questions import QUESTIONS
from .runner import Tgkt

CSV = ("status", "3", "-f", "csv")
OWN = """
areas: {here: {title: Here}}
sections: {money: Money}
origins: {report: {title: Report, short: report, date: "2025-12"}}
indicators:
  spent: {title: Change of spending, unit: million people, kind: change, section: money}
observations:
  - {origin: report, locator: "=1+1", figures: [{indicator: spent, period: 2024, value: -5}]}
"""
ROWS = {"targets": (), "results": ("--plan", RESULTS)}


@pytest.mark.parametrize(
    ("given", "sign"),
    [(";", ";"), ("semicolon", ";"), ("tab", "\t"), ("\t", "\t"), ("\\t", "\t"), ("|", "|"), ("pipe", "|"), (",", ",")],
)
def test_a_delimiter_stands_between_the_cells(tgkt: Tgkt, given: str, sign: str) -> None:
    """By its name or as the sign itself; the cells are the same."""
    plain = list(csv.reader(io.StringIO(tgkt(*CSV).out, newline="")))
    done = tgkt(*CSV, "--delimiter", given)
    assert done.out.startswith(f"key{sign}id{sign}code{sign}")
    assert list(csv.reader(io.StringIO(done.out, newline=""), delimiter=sign)) == plain


def test_a_byte_order_mark_stands_before_csv_for_offices(tgkt: Tgkt, tmp_path: Path) -> None:
    """In a pipe and in a file, once; without the option there is none."""
    assert tgkt(*CSV, "--bom").raw == b"\xef\xbb\xbf" + tgkt(*CSV).raw
    tgkt.fresh(*CSV, "--bom", "--delimiter", ";", "-o", "answer.csv", cwd=tmp_path)
    assert (tmp_path / "answer.csv").read_bytes() == tgkt(*CSV, "--bom", "--delimiter", ";").raw


def test_only_for_offices_a_formula_is_a_text(tgkt: Tgkt, tmp_path: Path) -> None:
    """A text that begins with = has an apostrophe before it; a negative number is a number."""
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    asked = ("explain", "spent", "--data", str(tmp_path), "-f", "csv")
    plain, office = (tgkt(*asked, *more).out for more in ((), ("--bom",)))
    assert (",=1+1," in plain, ",'=1+1," in plain) == (True, False)
    assert (",=1+1," in office, ",'=1+1," in office) == (False, True)
    assert (",-5,-5.5," in plain, ",-5,-5.5," in office) == (True, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--delimiter", ";"), "--delimiter is for CSV. Add --format csv, or leave it out"),
        (("--bom", "-f", "tsv"), "--bom is for CSV. Add --format csv, or leave it out"),
        (("--delimiter", "x", "-f", "csv"), "--delimiter: 'x' cannot separate cells. Write , ; | or tab"),
        (("--long",), "--long is for machine formats. Add --format json, ndjson, csv or tsv, or leave it out"),
        (("--long", "--in-year", "-f", "csv"), "--long: this answer has no long form. Leave it out"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """In one line that says what to do."""
    done = tgkt("status", *args)
    assert (done.code, done.out) == (2, "")
    assert told in done.err.splitlines()


@pytest.mark.parametrize("command", QUESTIONS)
def test_only_what_has_a_long_form_takes_the_option(tgkt: Tgkt, command: str) -> None:
    """It is in the help of the others' no more than it does something there."""
    name = QUESTIONS[command][0]
    assert ("--long" in tgkt(name, "--help").out) == (name in WITH_LONG)


@pytest.mark.parametrize("plan", ROWS)
def test_the_parts_of_structures_stand_in_the_long_form_alone(tgkt: Tgkt, plan: str) -> None:
    """The rows of a plan stay as many as the document has; of the long form each structure is followed by its parts."""
    rows = tgkt("status", *ROWS[plan], "-f", "json").json["rows"]
    assert len(rows) == len(rows_of({"targets": TARGETS, "results": RESULTS}[plan]))
    long = tgkt("status", *ROWS[plan], "--long", "-f", "json").json["rows"]
    assert [
        {name: value for name, value in row.items() if name != "part_of"} for row in long if not row["part_of"]
    ] == rows
    parts = Counter(row["part_of"] for row in long if row["part_of"])
    assert set(parts) == {row["key"] for row in rows if row["kind"] == "structure"}


def test_each_year_of_a_path_is_a_row(tgkt: Tgkt) -> None:
    """The years that stand within the rows of JSON, each with the unit beside its numbers."""
    rows = tgkt("project", "-f", "json").json["rows"]
    long = tgkt("project", "--long", "-f", "json").json["rows"]
    assert [(row["status_key"], row["unit"], row["year"], row["required"], row["observed"]) for row in long] == [
        (row["key"], row["unit"], each["year"], each["required"], each["observed"])
        for row in rows
        for each in row["years"]
    ]


def test_each_part_of_a_blend_and_each_figure_of_a_finding_is_a_row(tgkt: Tgkt) -> None:
    """As many as stand within the rows of JSON."""
    for args, inner, within in ((("blend", "--all"), "constituents", "blend_key"), (("check",), "figures", "finding")):
        rows = tgkt(*args, "-f", "json").json["rows"]
        long = tgkt(*args, "--long", "-f", "json").json["rows"]
        counts = {row["key"]: sum(len(each[inner]) for each in (row, *row.get("same_cause", ()))) for row in rows}
        assert Counter(row[within] for row in long) == Counter({key: count for key, count in counts.items() if count})
