"""What stands on the sheet: heads and words in both languages, last figures, areas where they tell something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import catalogue, indicator, period, row, statement
from shipped import RESULTS

from tgkt.facts.indicator import Kind, Path, Words
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import parse_unit
from tgkt.report.template.sheet import Sheet, sheet_of
from tgkt.results.template import SheetLine

from .sheets import sheet, shipped_sheet

SHARE = row(target=statement("≥ 75", period=period(2030)), baseline=statement("70.50", period=period(2025)))
DONE = indicator(
    id="done", title=Words("Hoàn thành", "Done"), kind=Kind.MILESTONE, path=Path.STEP, unit=parse_unit("mốc")
)
MILESTONE = row(code="2", indicator=DONE, target=statement(None, period=period(2030), unit=DONE.unit))
GIVEN = {
    "vi": ["TT", "Mã chỉ tiêu", "Nội dung chỉ tiêu", "Đơn vị tính", "Số liệu gần nhất"],
    "en": ["No.", "Indicator id", "What is measured", "Unit", "Last figure"],
}
ASKED = {"vi": ["Thực hiện 2026", "Trạng thái", "Ghi chú"], "en": ["Result 2026", "Status", "Note"]}


def heads(found: Sheet) -> list[str]:
    return [column.head for column in found.columns]


def cell(found: Sheet, line: int, head: str) -> str:
    """What is given in a line under a head."""
    given = [column.head for column in found.columns if not column.is_open]
    return found.rows[line].cells[given.index(head)]


@pytest.mark.parametrize("lang", GIVEN)
def test_heads_are_in_the_language(lang: str) -> None:
    """The last three are to be filled in, all others are given."""
    found = sheet(SHARE, lang=lang)
    assert heads(found) == [*GIVEN[lang], *ASKED[lang]]
    assert [column.head for column in found.columns if column.is_open] == ASKED[lang]
    assert [len(each.cells) for each in found.rows] == [len(GIVEN[lang])]


@pytest.mark.parametrize(
    ("lang", "cells"),
    [
        ("en", ("1", "share", "Share", "%", "70.50 (2025)")),
        ("vi", ("1", "share", "Tỷ lệ", "%", "70,50 (2025)")),
    ],
)
def test_a_line_is_given_in_the_language(lang: str, cells: tuple[str, ...]) -> None:
    """Number, id, title, unit and the last figure with its year; digits as printed, as the language writes them."""
    assert sheet(SHARE, lang=lang).rows[0].cells == cells


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("official", "provisional", "estimated")), ("vi", ("chính thức", "sơ bộ", "ước thực hiện"))],
)
def test_statuses_are_words_of_the_language(lang: str, words: tuple[str, ...]) -> None:
    """A result is settled more or less; a forecast is none."""
    assert [column.choices for column in sheet(SHARE, lang=lang).columns if column.choices] == [words]


@pytest.mark.parametrize(
    ("lang", "above"),
    [
        ("en", ("Plan", "To be filled in: Result 2026 · Status · Note. A line without a result stays empty.")),
        (
            "vi",
            (
                "Kế hoạch",
                "Điền các cột: Thực hiện 2026 · Trạng thái · Ghi chú. Chỉ tiêu chưa có số liệu để trống.",
            ),
        ),
    ],
)
def test_what_stands_above_names_the_plan_and_says_what_to_do(lang: str, above: tuple[str, ...]) -> None:
    """In the language of the sheet, with the heads as they stand below."""
    assert sheet(SHARE, MILESTONE, lang=lang).above == above


@pytest.mark.parametrize(("lang", "answers"), [("en", ("yes", "no")), ("vi", ("có", "không"))])
def test_only_a_milestone_is_answered_in_words(lang: str, answers: tuple[str, ...]) -> None:
    """Its unit says so; a share that is promised in words is still a number."""
    in_words = SHARE._replace(code="3", target=statement(None, period=period(2030)))
    found = sheet(SHARE, MILESTONE, in_words, lang=lang)
    assert [each.answers for each in found.rows] == [(), answers, ()]
    assert [cell(found, at, GIVEN[lang][3]) for at in range(3)] == ["%", "/".join(answers), "%"]


@pytest.mark.parametrize(
    ("base", "last"),
    [
        pytest.param(None, "", id="nothing known"),
        pytest.param(statement("≈ 35", period=period(2024)), "≈ 35 (2024)", id="about"),
        pytest.param(statement("6.5 - 7.0", period=period("2021-2025")), "6.5 - 7.0 (2021-2025)", id="of a term"),
        pytest.param(statement(None, period=period(2025)), "“words” (2025)", id="words"),
        pytest.param(statement(None, period=period(2025), reached=True), "yes (2025)", id="reached"),
        pytest.param(statement(None, period=period(2025), reached=False), "no (2025)", id="not reached"),
    ],
)
def test_the_last_figure_has_its_year(base: Statement | None, last: str) -> None:
    """As `tgkt status` shows it, with its period."""
    found = sheet(row(target=statement("≥ 75", period=period(2030)), baseline=base))
    assert cell(found, 0, "Last figure") == last


@pytest.mark.parametrize(("lang", "last"), [("en", "374 (total of 2021-2025)"), ("vi", "374 (tổng 2021-2025)")])
def test_the_total_of_a_term_is_said_to_be_one(lang: str, last: str) -> None:
    """Beside a cell for a year's figure it could be taken for one."""
    told = {"timing": Timing.TOTAL, "unit": parse_unit("tỷ đồng"), "indicator": "amount"}
    amount = indicator(id="amount", unit=parse_unit("tỷ đồng"), kind=Kind.LEVEL)
    base, target = (
        statement(text, period=period(term), **told) for text, term in (("374", "2021-2025"), ("≥ 500", "2026-2030"))
    )
    found = sheet(row(indicator=amount, target=target, baseline=base), lang=lang)
    assert cell(found, 0, GIVEN[lang][4]) == last


@pytest.mark.parametrize(("lang", "asked"), [("en", ("Period", "Result")), ("vi", ("Kỳ", "Thực hiện"))])
def test_each_line_has_its_year_where_they_differ(lang: str, asked: tuple[str, str]) -> None:
    """The head of the results then names none."""
    fiscal = SHARE._replace(code="2", target=statement("≥ 75", period=period("2030/31"), indicator="fiscal"))
    fiscal = fiscal._replace(indicator=indicator(id="fiscal"), baseline=None)
    found = sheet(SHARE, fiscal, lang=lang)
    assert heads(found)[-4:-2] == list(asked)
    assert [cell(found, at, asked[0]) for at in range(2)] == ["2026", "2026/27"]


def test_a_derived_figure_stands_in_parentheses() -> None:
    """As everywhere."""
    ids = [each.cells[1] for each in shipped_sheet("en").rows]
    assert cell(shipped_sheet("en"), ids.index("grdp_share_industry"), "Last figure").startswith("(")


@pytest.mark.parametrize(
    ("areas", "named"),
    [
        pytest.param(["merged", "merged"], [], id="the area that is meant without a name has no column"),
        pytest.param(["merged", "north"], ["merged", "north"], id="several areas"),
        pytest.param(["north", "north"], ["north", "north"], id="one that is not meant without a name"),
    ],
)
def test_areas_are_named_where_they_tell_something(areas: list[str], named: list[str]) -> None:
    """A line without an area is about the one that is meant without a name, so any other is named."""
    found = sheet(*(SHARE._replace(code=str(at), area=area) for at, area in enumerate(areas)))
    assert [cell(found, at, "Area") for at in range(2) if "Area" in heads(found)] == named


@pytest.mark.parametrize("lang", GIVEN)
def test_areas_of_the_shipped_results_go_by_their_titles(lang: str) -> None:
    """In the language of the sheet."""
    found = shipped_sheet(lang, RESULTS, "2024")
    head = heads(found)[4]
    named = {cell(found, at, head) for at in range(len(found.rows))}
    assert named == ({"Thái Nguyên (old)", "Bắc Kạn (old)"} if lang == "en" else {"Thái Nguyên (cũ)", "Bắc Kạn (cũ)"})


def test_areas_of_one_title_go_by_their_ids() -> None:
    """Whoever takes the sheet back must be able to tell them apart; the others keep their titles."""
    rows = [SHARE._replace(code=area, area=area) for area in ("merged", "north", "south")]
    facts = catalogue(rows=rows)
    titles = {"merged": "Whole", "north": "Hill", "south": "hill"}
    areas = {id: area._replace(title=Words(titles[id], titles[id])) for id, area in facts.areas.items()}
    facts = replace(facts, areas=areas)
    lines = [SheetLine(each, None, None, period(2026)) for each in rows]
    found = sheet_of(facts.plans["targets"], lines, period(2026), facts, "en")
    assert [cell(found, at, "Area") for at in range(3)] == ["Whole", "north", "south"]


def test_a_fiscal_year_is_written_as_one() -> None:
    """In the title and in the head."""
    found = sheet(row(target=statement("≥ 75", period=period("2030/31"))), year="2026/27")
    assert (found.title, heads(found)[5]) == ("Results of 2026/27", "Result 2026/27")
