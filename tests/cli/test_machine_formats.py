"""JSON, NDJSON, CSV and TSV: a contract with scripts, the same in every language."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from .runner import Tgkt

RESULTS = ("--plan", "results_2020_2025")
PLANS = {"targets": (), "results": RESULTS}
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
    assert list(document) == ["schema", "plan", "as_of", "scoreboard", "rows"]
    assert tuple(document.values())[:3] == ("tgkt/status/1", "targets_2025_2030", 2025)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [("targets", {"merged": 69}), ("results", {"thai_nguyen": 28, "bac_kan": 67})],
    ids=["36 targets have 69 parts", "the appendix has 28 and 67 rows"],
)
def test_every_printed_row_is_there(tgkt: Tgkt, plan: str, expected: dict[str, int]) -> None:
    """The plans have as many rows as the document prints."""
    counts: dict[str, int] = {}
    for row in rows(tgkt, *PLANS[plan]):
        counts[row["area"]] = counts.get(row["area"], 0) + 1
    assert expected == counts


@pytest.mark.parametrize("key", ["unit", "direction", "comparator", "origin", "locator", "target_period"])
def test_every_target_is_told_whole(tgkt: Tgkt, key: str) -> None:
    """No target of the default plan leaves an essential field empty."""
    assert [row["code"] for row in rows(tgkt) if row[key] in (None, "")] == []


@pytest.mark.parametrize(
    ("code", "key", "digits"),
    [("5", "target", "7.0"), ("8", "result", "53.170"), ("10", "target", "62.0"), ("12", "target", ["5.2", "5.3"])],
)
def test_numbers_keep_the_digits_they_are_printed_with(tgkt: Tgkt, code: str, key: str, digits: Any) -> None:
    """A trailing zero of the document survives; a range is a pair."""
    found = next(row[key] for row in rows(tgkt, *RESULTS, "--area", "bac_kan") if row["code"] == code)
    assert digits == ([str(edge) for edge in found] if isinstance(found, list) else str(found))


def test_csv_is_rfc_4180_in_utf_8(tgkt: Tgkt) -> None:
    """Lines end with CR LF, the text is UTF-8 without a mark before it."""
    raw = tgkt("status", "--format", "csv").raw
    assert raw.count(b"\r\n") == raw.count(b"\n") == 70
    assert raw.startswith(b"id,code,")
    assert "Tổng sản phẩm".encode() in raw


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_row_leaves_the_header(tgkt: Tgkt, form: str) -> None:
    """An answer without rows still says its columns."""
    assert cells(tgkt, form, "--section", "economy", "--verdict", "exceeded") == cells(tgkt, form)[:1]


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
    assert len(some) == len(whole) - 69 + 7
