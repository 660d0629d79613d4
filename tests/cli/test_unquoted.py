"""Unit words that the shell parted from their amount are put back, unless they may name a target."""

from __future__ import annotations

import pytest
from builders import catalogue, indicator, row

from tgkt.cli.unquoted import BREAK, put_together, settled
from tgkt.errors import UsageError
from tgkt.facts.indicator import Words

SCHOOLS = indicator(id="schools", title=Words("Trường học", "Schools"))
PUPILS = indicator(id="pupils", title=Words("Học sinh", "Pupils at school"))
PLAN = catalogue(rows=[row(code="1", indicator=SCHOOLS), row(code="2", indicator=PUPILS)]).plans["targets"]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        pytest.param("--set a=1.9 triệu", ["--set", "a=1.9|triệu"], id="a scale word"),
        pytest.param("--set a=1.9 triệu người", ["--set", "a=1.9|triệu|người"], id="two words"),
        pytest.param("--set=a=1.9 triệu", ["--set=a=1.9|triệu"], id="an option with its value"),
        pytest.param("--pace 9,5 %/năm", ["--pace", "9,5|%/năm"], id="a pace"),
        pytest.param("--pace=+0.5 điểm %", ["--pace=+0.5|điểm|%"], id="points"),
        pytest.param("--set a=−2 % --year 2030", ["--set", "a=−2|%", "--year", "2030"], id="another option behind"),
        pytest.param("--set a=1.9 grdp", ["--set", "a=1.9", "grdp"], id="an id is no unit"),
        pytest.param("--set a=1.9 triệu grdp", ["--set", "a=1.9|triệu", "grdp"], id="an id behind a unit"),
        pytest.param("--set a=1.9% triệu", ["--set", "a=1.9%", "triệu"], id="an amount that has its unit"),
        pytest.param("triệu --set a=1.9", ["triệu", "--set", "a=1.9"], id="a word before"),
        pytest.param("--year 2030 triệu", ["--year", "2030", "triệu"], id="a number that is no amount"),
        pytest.param("--set", ["--set"], id="nothing behind"),
        pytest.param("--set a=1 3", ["--set", "a=1", "3"], id="the number of a target"),
    ],
)
def test_unit_words_are_put_together(args: str, expected: list[str]) -> None:
    """Only words of units, and only right behind a bare amount."""
    assert [each.replace(BREAK, "|") for each in put_together(args.split(" "))] == expected


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("a=9 triệu", "a=9 triệu", id="words that were quoted are not asked about"),
        pytest.param("a=9|triệu", "a=9 triệu", id="a word of no title"),
        pytest.param("a=9|học sinh|năm", "a=9 học sinh năm", id="a word of a title before one of none"),
    ],
)
def test_words_that_name_no_target_are_units(text: str, whole: str) -> None:
    """There is one way to understand them."""
    assert settled(text.replace("|", BREAK), "--set", PLAN, "vi") == whole


@pytest.mark.parametrize("text", ["a=9|trường", "a=9|triệu|học sinh", "a=9|schools"])
def test_words_that_may_name_a_target_are_asked_about(text: str) -> None:
    """With the command that makes them a unit."""
    whole = text.replace("|", " ")
    with pytest.raises(UsageError) as error:
        settled(text.replace("|", BREAK), "--set", PLAN, "vi")
    assert f"Write --set '{whole}', or name the target before the options" in str(error.value)
