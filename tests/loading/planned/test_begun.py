"""A sheet of indicators is a plan at once, in either language, and says the same as its data file written by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tgkt.errors import UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.naming import slug
from tgkt.loading.tabular.notation import Notation

from .sheets import ENGLISH, VIETNAMESE, begun, book, loaded, statements, told

pytestmark = pytest.mark.usefixtures("home")


def csv(lines: list[list[str | None]]) -> str:
    """Lines as Vietnamese Excel saves them."""
    return "".join(";".join(cell or "" for cell in [*line, *[None] * (9 - len(line))]) + "\n" for line in lines)


def targets(found: Catalogue) -> dict[str, str]:
    """Each target in short, by its number."""
    plan = found.plan_in_force()
    assert plan is not None
    return {row.code: f"{row.target.figure} {row.target.period}" for row in plan.rows if row.target}


def test_an_english_sheet_is_a_plan(tmp_path: Path) -> None:
    """Ten indicators with cuts, a half, bounds and a range; the title stands above the heading."""
    found = loaded(begun(ENGLISH).text, tmp_path)
    plan = found.plan_in_force()
    assert plan is not None
    assert (plan.title.en, str(plan.period), len(plan.rows)) == (
        "European targets for energy and society",
        "1991-2030",
        10,
    )
    assert targets(found) == {
        "1.2.1": "≤ 77 2030",
        "2.5.1": "30.0 2030",
        "3.6.1": "0.50 2030",
        "4.1.1": "< 9 2030",
        "4.3.1": "60 2030",
        "5.5.2": "33 - 40 2030",
        "7.2.1": "≥ 42.5 2030",
        "8.5.2": "≥ 78 2030",
        "9.5.1": "3 2030",
        "13.2.1": "0.45 2030",
    }
    assert [each.title.en for each in found.areas.values()] == ["Area of “European targets for energy and society”"]
    assert {id: words.en for id, words in found.sections.items()} == {"climate": "Climate", "society": "Society"}
    share = found.indicators["renewable_share_of_energy"]
    assert (share.title.en, share.unit.text) == ("Renewable share of energy", "%")
    assert sorted(str(each.figure) for each in found.observations)[:2] == ["2.30", "22.1"]


@pytest.mark.parametrize("kind", ["workbook", "semicolons"])
def test_a_vietnamese_sheet_is_a_plan(tmp_path: Path, kind: str) -> None:
    """Ten indicators with decimal commas, results of two years and titles between; xlsx and CSV say the same."""
    made = begun(book() if kind == "workbook" else csv(VIETNAMESE), lang="vi")
    found = loaded(made.text, tmp_path)
    assert targets(found) == {
        "1": "≥ 10.5 2030",
        "2": "≈ 420 2030",
        "3": "> 40000 2030",
        "4": "240.0 2030",
        "5": "< 1 2030",
        "6": "6.5 - 19.0 2030",
        "7": "120 2030",
        "8": "47.0 2030",
        "9": "≤ 2000.0 2030",
        "10": "16000 2030",
    }
    plan = found.plan_in_force()
    assert plan is not None
    assert (plan.title.vi, str(plan.period)) == ("CHỈ TIÊU PHÁT TRIỂN 2026-2030", "2026-2030")
    income = [each for each in found.observations if each.indicator == "thu_ngan_sach"]
    assert [(str(each.figure), str(each.status)) for each in income] == [
        ("21345.5", "unstated"),
        ("25000.0", "estimated"),
    ]
    assert {row.note.vi for row in plan.rows if row.note} == {"cả thuế đất"}
    passed = [each.split(": ", 1)[1] for each in made.said if "skipped, as" in each]
    assert [each.rsplit(": ", 1)[1] for each in passed] == ["I Kinh tế", "II Xã hội"]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_file_is_commented_and_plain(lang: str) -> None:
    """In the language asked for, read by any tool, with short lines and the words of the sheet."""
    text = begun(ENGLISH, lang=lang).text
    assert ("Made of goals.csv" in text) is (lang == "en")
    assert ("Lập từ goals.csv" in text) is (lang == "vi")
    assert [line for line in text.splitlines() if len(line) > 120] == []
    assert "$" not in text
    assert yaml.safe_load(text)["indicators"]["road_deaths"]["target"] == {2030: "halve against 2019"}


@pytest.mark.parametrize(
    ("lines", "asked", "expected"),
    [
        pytest.param("A,%,up,2020,5,2030,7", {"title": "Mine"}, "title: Mine", id="a title by option"),
        pytest.param("A,%,up,2020,5,2030,7", {}, "title: goals", id="the file's name where there is no title"),
        pytest.param("A,%,up,2020,5,2030,7", {}, "period: 2021-2030", id="from the base year to the target"),
        pytest.param("A,%,up,2020,5,2030,7", {"term": "2026-2030"}, "period: 2026-2030", id="a term by option"),
        pytest.param(
            "A,%,up,2015,5,2030,7\nB,%,up,2019,5,2025,7", {}, "period: 2016-2030", id="the earliest and the last"
        ),
        pytest.param("A,%,up,2020/21,5,2029/30,7", {}, "period: 2021/22-2029/30", id="fiscal years"),
        pytest.param("A,%,up,2020,5,2030,7", {"areas": ["Alba"]}, "title: Alba", id="the area by option"),
    ],
)
def test_a_plan_is_named_and_dated(lines: str, asked: dict[str, Any], expected: str) -> None:
    """By an option, else by the sheet."""
    table = f"Indicator,Unit,Direction,Base year,Base,Target year,Target\n{lines}\n"
    data = yaml.load(begun(table, **asked).text, Loader=yaml.BaseLoader)
    flat = {f"title: {data['plan']['title']}", f"period: {data['plan']['period']}"}
    assert expected in flat | {f"title: {each['title']}" for each in data["areas"].values()}


@pytest.mark.parametrize(
    ("head", "line", "indicator"),
    [
        pytest.param("Target 2030", "75.0", {"target": {"2030": "75.0"}}, id="digits stay"),
        pytest.param("Target 2030", "6.5 - 7", {"target": {"2030": ["6.5", "7"]}}, id="a range"),
        pytest.param("Target 2030", "at least 75 %", {"target": {"2030": "at least 75 %"}}, id="words"),
        pytest.param("Target 2030", "≥ 75", {"target": {"2030": "≥ 75"}}, id="a sign"),
        pytest.param("Target 2025,Target 2030", "70,75", {"target": {"2025": "70", "2030": "75"}}, id="two years"),
        pytest.param(
            "Target 2030,Comparator",
            "75,at least",
            {"target": {"2030": {"value": "75", "comparator": "at_least"}}},
            id="a comparator beside it",
        ),
        pytest.param(
            "Target 2030,Comparator", "75,=", {"target": {"2030": "75"}}, id="equals is what a number alone says"
        ),
        pytest.param(
            "Target 2030,Comparator",
            ",maintain",
            {"target": {"2030": {"comparator": "maintain"}}},
            id="kept, no number",
        ),
        pytest.param(
            "Target 2030,Comparator",
            "access for all,milestone",
            {"target": {"2030": {"printed": "access for all", "comparator": "milestone"}}},
            id="words without a number",
        ),
        pytest.param(
            "Target 2026-2030,Timing",
            "7,average",
            {"target": {"2026-2030": {"value": "7", "timing": "average"}}},
            id="a term",
        ),
        pytest.param("Target 2030,2024 (%)", "75,50.0", {"observed": {"2024": "50.0"}}, id="a year's result"),
        pytest.param(
            "Target 2030,Estimate 2024",
            "75,50",
            {"observed": {"2024": {"value": "50", "status": "estimated"}}},
            id="an estimate",
        ),
        pytest.param("Target 2030,Code", "75,TU-02", {"code": "TU-02"}, id="a number"),
        pytest.param("Target 2030,Note", "75,with land", {"note": "with land"}, id="a note"),
        pytest.param("Target 2030,ID", "75,jobs_rate", {}, id="an id of one's own"),
    ],
)
def test_a_cell_becomes_a_key(head: str, line: str, indicator: dict[str, object]) -> None:
    """Short forms where they say it all."""
    text = begun(f"Indicator,Unit,Direction,Base 2020,{head}\nJobs,%,up,60,{line}\n").text
    ((id, found),) = yaml.load(text, Loader=yaml.BaseLoader)["indicators"].items()
    assert id == ("jobs_rate" if "ID" in head else "jobs")
    assert {"title": "Jobs", "unit": "%", "direction": "increase", "baseline": {"2020": "60"}, **indicator}.items() <= (
        found.items()
    )


AREAS = """\
Indicator,Unit,Direction,Area,2024,Base 2025,Target 2030,Source
Rate,%,up,North,5,6,9,Resolution 12
Rate,%,up,South,4,5,8,
Forest,%,up,,40,41,50,
"""


def test_each_area_has_a_row(tmp_path: Path) -> None:
    """A line that names no area is about the plan's own; documents named are declared."""
    found = loaded(begun(AREAS, areas=["Whole"]).text, tmp_path)
    plan = found.plan_in_force()
    assert plan is not None
    assert [(row.indicator.id, row.area, row.origin) for row in plan.rows] == [
        ("rate", "north", "resolution_12"),
        ("rate", "south", "plan"),
        ("forest", "whole", "plan"),
    ]
    figures = sorted((each.area, str(each.period), str(each.figure)) for each in found.observations)
    assert figures == [
        ("north", "2024", "5"),
        ("north", "2025", "6"),
        ("south", "2024", "4"),
        ("south", "2025", "5"),
        ("whole", "2024", "40"),
        ("whole", "2025", "41"),
    ]


def test_a_merger_has_its_parts(tmp_path: Path) -> None:
    """With the names of the parts the plan's own area is the whole."""
    found = loaded(begun(AREAS, areas=["North", "South", "Isles"]).text, tmp_path)
    assert found.areas["merged"].constituents == ("north", "south", "isles")
    assert {each.area for each in found.observations} == {"north", "south", "merged"}


def test_a_line_for_each_year_is_one_indicator(tmp_path: Path) -> None:
    """A base that is repeated counts once."""
    table = (
        "No,Indicator,Unit,Direction,Base year,Base,Target year,Target\n1a,A,%,up,2020,5,2025,6\n1b,A,,,2020,5,2030,7\n"
    )
    found = loaded(begun(table).text, tmp_path)
    assert targets(found) == {"1a": "6 2025", "1b": "7 2030"}
    assert len(found.observations) == 1


@pytest.mark.parametrize(
    ("unit", "measure", "units"),
    [
        pytest.param("homes", "count", {"homes": "count"}, id="things"),
        pytest.param("thousand homes", "số lượng", {"homes": "count"}, id="a scale word, and Vietnamese"),
        pytest.param(
            "wigs/100000 live births", "count", {"wigs": "count", "live births": "count"}, id="above and below"
        ),
        pytest.param("zorks", "2.5 Mtoe", {"zorks": "2.5 Mtoe"}, id="a number of another unit"),
    ],
)
def test_a_unit_of_the_sheets_own(tmp_path: Path, unit: str, measure: str, units: dict[str, str]) -> None:
    """A column says what it measures."""
    text = begun(f"Indicator,Unit,Measure,Direction,Base 2020,Target 2030\nA,{unit},{measure},up,5,7\n").text
    assert yaml.safe_load(text)["units"] == units
    assert loaded(text, tmp_path).indicators["a"].unit.text == unit


def test_what_is_not_read_is_said() -> None:
    """Columns that are not known, and the cell that settled the notation."""
    made = begun("Indicator;Unit;Direction;Base 2020;Target 2030;Owner\nA;%;up;5,5;7;me\n")
    assert made.said == [
        "goals.csv:2:4: Base 2020: read in Vietnamese (1.845,7) notation because of '5,5'",
        "goals.csv:1:1: columns not read: 'Owner'",
    ]


def test_a_notation_by_option_is_that_of_the_words_too(tmp_path: Path) -> None:
    """1.845 and "at most 2.000" are read alike."""
    table = "Indicator\tUnit\tDirection\tBase 2020\tTarget 2030\nA\tpeople\tdown\t1.845\tdưới 2.000\n"
    assert told(table)
    found = loaded(begun(table, notation=Notation.VI).text, tmp_path)
    assert [str(each.figure) for each in statements(found)] == ["1845", "< 2000"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param({"term": "soon"}, "--term: 'soon' is not a period", id="no term"),
        pytest.param({"term": "2026-Q1"}, "is a part of a year", id="a part of a year"),
        pytest.param({"areas": ["Bắc", "Bac"]}, "'Bắc' makes no id of its own", id="two areas of one id"),
        pytest.param({"sheet": "x"}, "is CSV and has no sheets", id="a sheet of CSV"),
    ],
)
def test_options_that_cannot_be_followed(asked: dict[str, Any], message: str) -> None:
    """The message names the option."""
    with pytest.raises(UsageError, match=message):
        begun("Indicator,Unit,Direction,Base 2020,Target 2030\nA,%,up,5,7\n", **asked)


class Short(NamedTuple):
    """An indicator in its short form."""

    title: str
    direction: str
    observed: dict[int, str]
    target: dict[int, str]


NUMBERS = st.decimals(min_value=Decimal("0"), max_value=Decimal("99.99"), places=2).map(str)
WORDS = st.sampled_from(["{}", "at least {} %", "≥ {}", "under {} %", "about {}", "no more than {}%"])
INDICATOR = st.builds(
    Short,
    title=st.from_regex(r"[A-Z][a-z]{2,9}( [a-z]{3,8}){0,2}", fullmatch=True),
    direction=st.sampled_from(["increase", "decrease", "neutral"]),
    observed=st.dictionaries(st.integers(2015, 2024), NUMBERS, max_size=3),
    target=st.dictionaries(
        st.integers(2026, 2035), st.builds(lambda words, number: words.format(number), WORDS, NUMBERS), min_size=1
    ),
)
PLANS = st.lists(INDICATOR, min_size=1, max_size=6, unique_by=lambda each: each.title.casefold())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLANS)
def test_a_sheet_says_what_its_data_file_says(plan: list[Short]) -> None:
    """Whatever short-form indicators stand in a sheet, it loads to the statements of the YAML written by hand."""
    made = begun(_sheet(plan), term="2026-2035", areas=["Here"]).text
    with TemporaryDirectory() as folder:
        ours, by_hand = (loaded(text, Path(folder) / "plan") for text in (made, _by_hand(plan)))
    assert statements(ours) == statements(by_hand)
    assert len(statements(ours)) == sum(len(each.observed) + len(each.target) for each in plan)


CELLS = st.one_of(
    st.sampled_from(
        ["", "yes", "%", "tỷ đồng", "up", "2020", "2030", "2026-2030", "7", "1.845", "6,5", "-", "≥ 75", "at least 5 %"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters='",;\n\r\t'), max_size=12),
)
SOUND = {
    "Code": "1",
    "Id": "rate",
    "Indicator": "Rate",
    "Unit": "%",
    "Measure": "",
    "Direction": "up",
    "Price": "",
    "Base year": "2020",
    "Base": "5",
    "Target year": "2030",
    "Target": "at least 7 %",
    "Target 2031": "8",
    "2024": "6",
    "Area": "",
    "Section": "",
    "Source": "",
}
CHANGED = st.dictionaries(st.sampled_from(sorted(SOUND)), CELLS, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGED, min_size=1, max_size=3))
@example([{}, {"Code": "6,5", "2024": "", "Unit": "2020"}])  # a cell too many: the unit is 'Rate', which measures 2020
def test_any_sheet_is_a_plan_or_is_told(lines: list[dict[str, str]]) -> None:
    """Whatever stands in the cells, there is a plan that loads, or mistakes of which each has a place in the sheet."""
    table = "".join(",".join(line) + "\n" for line in [SOUND, *({**SOUND, **each}.values() for each in lines)])
    for each in told(table, term="2021-2031"):
        assert each.startswith("goals.csv:"), each
        assert "\n" not in each


def _sheet(plan: list[Short]) -> str:
    observed = sorted({year for each in plan for year in each.observed})
    promised = sorted({year for each in plan for year in each.target})
    lines = [["Indicator", "Unit", "Direction", *map(str, observed), *(f"Target {year}" for year in promised)]]
    for each in plan:
        cells = [each.observed.get(year, "") for year in observed] + [each.target.get(year, "") for year in promised]
        lines.append([each.title, "%", each.direction, *cells])
    return "".join(",".join(line) + "\n" for line in lines)


def _by_hand(plan: list[Short]) -> str:
    head = (
        "language: en\nareas: {here: {title: Here}}\norigins: {plan: {title: goals}}\n"
        "plan: {title: goals, period: 2026-2035, origin: plan}\nindicators:\n"
    )
    return head + "".join(
        f'  {slug(each.title)}: {{title: "{each.title}", unit: "%", '
        f"direction: {each.direction}, {_observed(each.observed)}target: {_map(each.target)}}}\n"
        for each in plan
    )


def _observed(figures: dict[int, str]) -> str:
    return f"observed: {_map(figures)}, " if figures else ""


def _map(figures: dict[int, str]) -> str:
    return "{" + ", ".join(f"{y}: {t}" if t[0].isdigit() else f'{y}: "{t}"' for y, t in sorted(figures.items())) + "}"


def test_numbers_of_a_spreadsheet_are_what_their_cells_show(tmp_path: Path) -> None:
    """A share in a cell of percents, digits of a number format, years, and an area that is merged over its lines."""
    heads = ["Chỉ tiêu", "ĐVT", "Chiều", "Địa bàn", "Năm gốc", "Số gốc", "Năm mục tiêu", "Mục tiêu"]
    table = book(
        [
            heads,
            ["Tỷ lệ A", "%", "tăng", "Bắc Kạn", 2025, 0.125, 2030, 0.75],
            ["Số hộ", "hộ", "tăng", None, 2025, 1845, 2030, 2000],
        ]
    )
    sheet = table.worksheets[0]
    for place, form in {"F2": "0.0%", "H2": "0.00%", "F3": "#,##0"}.items():
        sheet[place].number_format = form
    sheet.merge_cells("D2:D3")
    found = loaded(begun(table).text, tmp_path)
    assert [(each.indicator, each.area, str(each.figure)) for each in statements(found)] == [
        ("so_ho", "bac_kan", "1845"),
        ("so_ho", "bac_kan", "2000"),
        ("ty_le_a", "bac_kan", "12.5"),
        ("ty_le_a", "bac_kan", "75.00"),
    ]


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        pytest.param(
            "F2", date(2025, 5, 1), "'2025-05-01' is a date that the spreadsheet made from a number", id="a base"
        ),
        pytest.param(
            "H2", date(2025, 5, 1), "'2025-05-01' is a date that the spreadsheet made from a number", id="a target"
        ),
        pytest.param(
            "A2", date(2025, 5, 1), "'2025-05-01' is a date that the spreadsheet made from a number", id="a title"
        ),
        pytest.param("H2", "=1+1", "a formula without a value. Open the file in a spreadsheet program", id="a formula"),
        pytest.param("E2", date(2025, 5, 1), "'2025-05-01' is a day within the year", id="a year"),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell(place: str, value: Any, message: str) -> None:
    """Its cell is named."""
    heads = ["Chỉ tiêu", "ĐVT", "Chiều", "Địa bàn", "Năm gốc", "Số gốc", "Năm mục tiêu", "Mục tiêu"]
    table = book([heads, ["Tỷ lệ A", "%", "tăng", "Bắc Kạn", 2025, 12, 2030, 75]])
    table.worksheets[0][place] = value
    found = told(table, term="2026-2030")
    assert [each.split(": ")[1] for each in found][:1] == [f"sheet Biểu 1, cell {place}"]
    assert message in found[0]
