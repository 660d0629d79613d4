"""`tgkt blend`: what it shows for one merged figure and for all, what it takes, and what it refuses."""

from __future__ import annotations

import re
import subprocess
from decimal import Decimal
from typing import Any

import pytest

from .runner import COMMAND, Answer, Tgkt
from .snapshot import check_snapshot

SHOWN = {
    "blend_grdp_growth_json": ("grdp_growth", "-f", "json"),
    "blend_grdp_per_capita_en": ("grdp_per_capita", "--lang", "en"),
    "blend_all_en": ("--all", "--lang", "en"),
    "blend_all_vi": ("--all", "--lang", "vi"),
    "blend_weights_table_en": ("--weights-table", "--lang", "en"),
    "blend_weights_table_vi": ("--weights-table", "--lang", "vi"),
    "blend_weights_table_json": ("--weights-table", "-f", "json"),
}
TRIED = ("grdp_growth", "--weights", "thai_nguyen=0.9,bac_kan=0.1")


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_is_kept(tgkt: Tgkt, name: str) -> None:
    """Tables and JSON of one blend, of all, and of the implied weights are the ones kept."""
    done = tgkt("blend", *SHOWN[name])
    assert (done.code, done.err) == (0, "")
    check_snapshot(name, done.out)


def one(done: Answer) -> Any:
    assert done.code == 0, done.err
    (row,) = done.json["rows"]
    return row


def test_the_growth_of_the_merged_province_is_reproduced(tgkt: Tgkt) -> None:
    """Exact value, interval, first order, weights with their route, what is missing and agreement, as fields."""
    row = one(tgkt("blend", "grdp_growth", "-f", "json"))
    assert (row["rounded"], row["printed"], row["outcome"]) == (Decimal("7.3"), Decimal("7.3"), "consistent")
    assert Decimal("7.25") < row["low"] < row["blended"] < row["high"] < Decimal("7.35")
    assert row["blended"] < row["first_order"]
    assert (row["missing"], row["weight"], row["weight_from"], row["weights_of"]) == ([], "grdp", "route", "end")
    assert sum(each["weight"] for each in row["constituents"]) == 100
    assert abs(sum(each["contribution"] for each in row["constituents"]) - row["blended"]) < Decimal("1e-10")
    assert [each["route"] for each in row["routes"] if each["taken"]] == ["revenue_and_its_ratio"]
    assert [each["origin"] for each in row["constituents"]] == ["appendix", "appendix"]


def test_all_answers_one_row_for_each_merged_figure(tgkt: Tgkt) -> None:
    """Each merged figure once, with the same keys, and the same answer as when it is asked for alone."""
    rows = tgkt("blend", "--all", "-f", "json").json["rows"]
    assert len({(each["id"], each["area"], each["period"]) for each in rows}) == len(rows)
    assert {tuple(each) for each in rows} == {tuple(rows[0])}
    assert one(tgkt("blend", "grdp_growth", "-f", "json")) in rows


@pytest.mark.parametrize("form", ["ndjson", "csv", "tsv"])
def test_every_machine_format_has_every_figure(tgkt: Tgkt, form: str) -> None:
    """As many lines as JSON has rows, and a header where there is one."""
    rows = len(tgkt("blend", "--all", "-f", "json").json["rows"])
    lines = tgkt("blend", "--all", "-f", form).out.splitlines()
    assert rows + (form != "ndjson") == len(lines)


def test_a_period_is_chosen(tgkt: Tgkt) -> None:
    """The newest with the most figures unless another is asked for."""
    assert one(tgkt("blend", "revenue", "-f", "json"))["period"] == "2025"
    assert one(tgkt("blend", "revenue", "--period", "2020", "-f", "json"))["period"] == "2020"


@pytest.mark.parametrize(
    "weights",
    [
        "thai_nguyen=0.9,bac_kan=0.1",
        "bac_kan=10, thai_nguyen=90",
        "thai_nguyen=9,bac_kan=1",
        "thai_nguyen=0,9,bac_kan=0,1",
        "thai_nguyen=0,9; bac_kan=0,1",
        "thai_nguyen=90%,bac_kan=10%",
        "thai_nguyen=1,8 triệu người; bac_kan=200 nghìn người",
    ],
)
def test_weights_may_be_tried_on_any_scale(tgkt: Tgkt, weights: str) -> None:
    """Given weights are used as they are, in any order and scale, and said to be given."""
    row = one(tgkt("blend", "grdp_growth", "--weights", weights, "-f", "json"))
    assert row["weight_from"] == "given_weights"
    assert [each["weight"] for each in row["constituents"]] == [Decimal(90), Decimal(10)]
    assert round(row["blended"], 6) == Decimal("7.273566")  # (0.9 / 1.0735^5 + 0.1 / 1.066^5)^(-1/5) - 1


def test_another_weight_may_be_tried(tgkt: Tgkt) -> None:
    """With the shares of the population the growth is lower, and the weight is named."""
    row = one(tgkt("blend", "grdp_growth", "--weight-by", "population", "-f", "json"))
    assert (row["weight"], row["weight_from"]) == ("population", "derived_weights")
    assert row["blended"] < one(tgkt("blend", "grdp_growth", "-f", "json"))["blended"]


def test_weights_of_another_kind_are_not_made_up(tgkt: Tgkt) -> None:
    """Where no document allows the weight asked for, there is no value."""
    row = one(tgkt("blend", "grdp_growth", "--weight-by", "tea_output", "-f", "json"))
    assert (row["blended"], row["reason"]) == (None, "no_weights")


def test_what_has_no_number_says_why(tgkt: Tgkt) -> None:
    """Every figure that is not reproduced has a reason, or stands beside what its parts make."""
    rows = tgkt("blend", "--all", "-f", "json").json["rows"]
    silent = [each["id"] for each in rows if each["outcome"] == "not_computable" and not each["reason"]]
    assert silent == []


EXCLUDE = "WHAT, --all and --weights-table cannot be used together. Give one of them"
REFUSED = [
    (("grdp_grwth",), "unknown indicator 'grdp_grwth'. Did you mean 'grdp_growth'?"),
    ((), "blend needs an indicator. Name one by its number, id or title, or give --all"),
    (("grdp_growth", "--area", "bac_kan"), "'bac_kan' was not merged from others. Name one of: merged"),
    (("grdp_growth", "--area", "mergd"), "unknown area 'mergd'. Did you mean 'merged'?"),
    (("grdp_growth", "--period", "2025-2021"), "ends before it begins"),
    (("grdp_growth", "--period", "soon"), "'soon' is not a period. Write a year (2030) or a term (2026-2030)"),
    (("grdp_growth", "--weight-by", "populatn"), "unknown indicator 'populatn'. Did you mean 'population'?"),
    (("grdp_growth", "--weights", "thai_nguyen=1"), "give one weight for each of thai_nguyen, bac_kan"),
    (("grdp_growth", "--weights", "thai_nguyen=1,bac_kn=1"), "give one weight for each of thai_nguyen, bac_kan"),
    (("grdp_growth", "--weights", "thai_nguyen=0,9,bac_kan=0.1"), "'0,9' is Vietnamese notation and '0.1' is plain"),
    (("grdp_growth", "--weights", "thai_nguyen=x,bac_kan=1"), "--weights thai_nguyen=x: 'x' is not a number"),
    (("grdp_growth", "--weights", "thai_nguyen=90%,bac_kan=10"), "'10' is a bare number and '90%' has a unit"),
    (("grdp_growth", "--weights", "thai_nguyen=5 kg,bac_kan=1 km"), "--weights: cannot compare kg and km"),
    (("grdp_growth", "--weights", "thai_nguyen=0,bac_kan=0"), "at least one must be above zero"),
    (("grdp_growth", "--weights", "thai_nguyen=-1,bac_kan=2"), "weights cannot be negative"),
    (("grdp_growth", "--all"), EXCLUDE),
    (("grdp_growth", "--weights-table"), EXCLUDE),
    (("--all", "--weights-table"), EXCLUDE),
    (("communes", "--weights", "thai_nguyen=1,bac_kan=9"), "'communes' is blended by sum, which takes no weights"),
    (("communes", "--weight-by", "population"), "'communes' is blended by sum, which takes no weights"),
    (("grdp_growth", "--weights", "thai_nguyen=1,thai_nguyen=2,bac_kan=1"), "--weights: 'thai_nguyen' appears twice"),
    (("--all", "--weights", "thai_nguyen=1,bac_kan=2"), "--weights is for one indicator"),
    (("--all", "--series"), "--series is for one indicator"),
    (("--weights-table", "--area", "merged"), "--area is for one indicator"),
    (("grdp_growth", "--series", "--period", "2025"), "--series shows every period. Leave out"),
    (("grdp_growth", "--weights-of", "base"), "Give --weights too"),
    (("communes", "--weights-of", "base"), "Give --weights too"),
    (("poverty_rate", "--weights", "thai_nguyen=1,bac_kan=2", "--weights-of", "base"), "--weights-of is for growth"),
    (("--all", "--period", "2050"), "no merged figure that can be recomputed is printed for 2050"),
    (("hdi",), "'hdi' is declared without a blend"),
]


@pytest.mark.parametrize(("args", "told"), REFUSED, ids=[" ".join(args) for args, _ in REFUSED])
def test_what_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """Exit code 2, nothing on standard output, one line that helps."""
    done = tgkt("blend", *args)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert told in done.err


def test_a_reader_that_leaves_is_no_error(tgkt: Tgkt) -> None:
    """A closed pipe ends quietly."""
    with subprocess.Popen(
        (*COMMAND, "blend", "--all", "-f", "json"),
        env=tgkt.environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_the_printed_value_is_in_the_unit_of_the_row(tgkt: Tgkt) -> None:
    """Retail sales of 104.45 thousand billion đồng are not 104.45 billion beside a blended 11,200."""
    row = one(tgkt("blend", "retail_sales", "-f", "json"))
    assert row["printed_low"] <= row["printed"] <= row["printed_high"]


def test_no_number_is_minus_zero(tgkt: Tgkt) -> None:
    """Zero has no sign in machine formats."""
    rows = tgkt("blend", "--weights-table", "-f", "json").json["rows"]
    assert [each["id"] for each in rows if each["implied"] == 0 and str(each["implied"]).startswith("-")] == []


def test_all_of_one_period(tgkt: Tgkt) -> None:
    """What --all shows can be narrowed to a period, and nothing else of it changes."""
    every = tgkt("blend", "--all", "-f", "json").json["rows"]
    only = tgkt("blend", "--all", "--period", "2025", "-f", "json").json["rows"]
    assert only == [each for each in every if each["period"] == "2025"]
    assert 0 < len(only) < len(every)


def test_an_interval_has_two_ends(tgkt: Tgkt) -> None:
    """What is one number when it is shown is shown as one."""
    assert re.findall(r" ([\d.,]+) - \1 ", tgkt("blend", "--all", "--lang", "en").out) == []
