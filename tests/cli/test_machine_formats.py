"""JSON, NDJSON, CSV and TSV: a contract with scripts, the same in every language."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import Any

import pytest
from shipped import RESULTS, TARGETS, rows_of

from .runner import Tgkt

IN_RESULTS = ("--plan", RESULTS)
PLANS = {"targets": (), "results": IN_RESULTS}
ALONE = ("--plan", TARGETS)
MACHINE = ("json", "ndjson", "csv", "tsv")

each_plan = pytest.mark.parametrize("plan", PLANS)
each_format = pytest.mark.parametrize("form", MACHINE)


def rows(tgkt: Tgkt, *args: str) -> list[dict[str, Any]]:
    """The rows of `tgkt status` as JSON tells them."""
    found: list[dict[str, Any]] = tgkt("status", *args, "--format", "json").json["rows"]
    return found


def cells(tgkt: Tgkt, form: str, *args: str) -> list[list[str]]:
    """CSV or TSV as a reader of the format reads it."""
    out = tgkt("status", *args, "--format", form).out
    return list(csv.reader(io.StringIO(out, newline=""), delimiter="," if form == "csv" else "\t"))


def test_json_carries_its_shape_and_what_holds_for_all_rows(tgkt: Tgkt) -> None:
    """JSON names its schema with a version, the plan and the year."""
    document = tgkt("status", "--format", "json").json
    assert list(document) == ["schema", "plan", "as_of", "known_by", "across_breaks", "breaks", "scoreboard", "rows"]
    assert tuple(document.values())[:3] == ("tgkt/status/3", "targets_2025_2030", 2025)


@each_plan
def test_every_row_is_there_in_the_order_of_the_document(tgkt: Tgkt, plan: str) -> None:
    """Every row of the plan once, area by area."""
    told = [(row["area"], row["code"]) for row in rows(tgkt, *PLANS[plan])]
    assert len(told) == len(set(told)) == len(rows_of({"targets": TARGETS, "results": RESULTS}[plan]))
    assert [area for area, _ in groupby(told, key=lambda row: row[0])] == list(dict.fromkeys(area for area, _ in told))


@pytest.mark.parametrize("key", ["unit", "direction", "comparator", "origin", "locator", "target_period"])
def test_every_target_is_told_whole(tgkt: Tgkt, key: str) -> None:
    """No target of the default plan leaves an essential field empty."""
    assert [row["code"] for row in rows(tgkt) if row[key] in (None, "")] == []


@pytest.mark.parametrize(
    ("code", "key", "digits"),
    [
        ("5", "target", "7.0"),
        ("8", "result", "53.170"),
        ("10", "target", "62.0"),
        ("12", "target_range_high", "5.3"),
        ("12", "target_low", "5.2"),
    ],
)
def test_numbers_keep_the_digits_they_are_printed_with(tgkt: Tgkt, code: str, key: str, digits: Any) -> None:
    """A trailing zero of the document survives; a range is two columns."""
    found = next(row[key] for row in rows(tgkt, *IN_RESULTS, "--area", "bac_kan") if row["code"] == code)
    assert digits == str(found)


def test_csv_is_rfc_4180_in_utf_8(tgkt: Tgkt) -> None:
    """Lines end with CR LF, the text is UTF-8 without a mark before it."""
    raw = tgkt("status", "--format", "csv").raw
    assert raw.count(b"\r\n") == raw.count(b"\n") == 1 + len(rows_of(TARGETS))
    assert raw.startswith(b"key,id,code,")
    assert "Tổng sản phẩm".encode() in raw


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_row_leaves_the_header(tgkt: Tgkt, form: str) -> None:
    """An answer without rows still says its columns."""
    assert cells(tgkt, form, "--section", "economy", "--verdict", "exceeded", *ALONE) == cells(tgkt, form)[:1]


@each_plan
@each_format
def test_machine_formats_have_no_language(tgkt: Tgkt, plan: str, form: str) -> None:
    """--lang and the locale change no byte of a machine format."""
    plain = tgkt("status", *PLANS[plan], "--format", form).raw
    assert plain == tgkt("status", *PLANS[plan], "--format", form, "--lang", "vi").raw
    assert plain == tgkt("status", *PLANS[plan], "--format", form, LANG="vi_VN.UTF-8").raw


@each_format
def test_the_same_input_gives_the_same_bytes(tgkt: Tgkt, form: str) -> None:
    """No clock, no chance and no order of a set reaches the answer."""
    first = tgkt.fresh("status", "--format", form, env={"PYTHONHASHSEED": "1"})
    again = tgkt.fresh("status", "--format", form, env={"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh"})
    assert first == again


@each_format
def test_filters_choose_among_the_same_rows(tgkt: Tgkt, form: str) -> None:
    """A filtered answer holds some of the lines of the whole one, unchanged."""
    whole = tgkt("status", "--format", form).out.replace(",\n", "\n").splitlines()
    some = tgkt("status", "--section", "environment", "--format", form).out.replace(",\n", "\n").splitlines()
    assert [line for line in whole if line in some] == some
    assert len(whole) - len(some) == len(rows_of(TARGETS)) - len(rows_of(TARGETS, section="environment"))
