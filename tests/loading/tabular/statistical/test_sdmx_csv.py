"""SDMX-CSV as offices send it: both editions, comma or semicolon, codes alone or with their names."""

from __future__ import annotations

import pytest

from tgkt.loading.tabular.notation import Notation

from .cubes import LINES, opened, read, sdmx, short
from .test_json_stat import FIGURES

HEAD = "DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE"
SECOND = HEAD.replace("DATAFLOW,", "STRUCTURE,STRUCTURE_ID,ACTION,")
NAMED = (
    "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,INDICATOR,Indicator,REF_AREA,Reference area,"
    "TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status"
)
BOTH = "DATAFLOW,FREQ: Frequency,INDICATOR: Indicator,REF_AREA: Area,TIME_PERIOD: Period,OBS_VALUE: Value"
ONE = "grdp,north,2025,10.5"


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(LINES, id="the first edition"),
        pytest.param(LINES.replace(",", ";"), id="semicolons"),
        pytest.param("\ufeff" + LINES.replace("\n", "\r\n"), id="a byte order mark and Windows line ends"),
        pytest.param(LINES.encode("utf-16"), id="UTF-16"),
        pytest.param(
            LINES.replace("X:DF(1.0),", "dataflow,X:DF(1.0),I,").replace("DATAFLOW,", "STRUCTURE,STRUCTURE_ID,ACTION,"),
            id="the second edition",
        ),
        pytest.param(
            LINES.replace("X:DF(1.0),", "dataflow,X:DF(1.0),I,").replace(
                "DATAFLOW,", "STRUCTURE[;],STRUCTURE_ID,ACTION,"
            ),
            id="the second edition, with a mark for lists",
        ),
        pytest.param('"DATAFLOW"' + LINES[len("DATAFLOW") :], id="a heading in quotes"),
    ],
)
def test_the_same_figures_come_of(file: str | bytes) -> None:
    """Digits are kept."""
    assert (read(file).figures, read(file).problems) == (FIGURES, [])


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (BOTH, "X:DF(1.0): A flow,A: Annual,7: GRDP,12: North,2025,10.5"),
        (BOTH.replace(": ", ":"), "X:DF(1.0): A flow,A: Annual,7: GRDP,12: North,2025,10.5"),
        (NAMED, "dataflow,X:DF(1.0),A flow,I,7,grdp,12,north,2025,,10.5,,A,Normal"),
    ],
    ids=["codes with their names", "heads without a blank", "names in columns of their own"],
)
def test_names_beside_codes_are_labels(head: str, line: str) -> None:
    """They are looked up as codes are, and are no dimensions."""
    second = line.replace("12", "13").replace("orth", "outh").replace("Nouth", "South").replace("nouth", "south")
    figures = read(f"{head}\n{line}\n{second}\n").figures
    assert [each.split(" =")[0] for each in figures] == ["grdp north 2025", "grdp south 2025"]


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        (",A,,,", "10.5 official"),
        (",P,,,", "10.5 provisional"),
        (",E,,,", "10.5 estimated"),
        (",I,,,", "10.5 estimated"),
        (",F,,,", "10.5 forecast"),
        (",B,,,", "10.5"),
        (",BP,,,", "10.5 provisional"),
        (",,,,2", "10.50"),
        (",,,12,", "10.5"),
        (",,,6,", "10.5 in triệu đồng"),
        (",,VND,9,", "10.5 in tỷ VND"),
        (",,tỷ đồng,,", "10.5 in tỷ đồng"),
        (",,,0,", "10.5 in đồng"),
    ],
)
def test_what_a_line_says_of_its_value_is_read(said: str, figure: str) -> None:
    """Status, unit, power of ten and decimals."""
    assert read(sdmx(ONE + said)).figures == [f"grdp north 2025 = {figure}"]


def test_what_tgkt_exports_is_read() -> None:
    """Ranges, words around numbers and units by our names for them; a term is written as a duration."""
    head = (
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SCENARIO,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,"
        "DECIMALS,OBS_STATUS,COMPARATOR,RANGE_LOW,RANGE_HIGH,ROLE"
    )
    lines = (
        "A,merged,forest,stated,2025,61.5,PC,0,1,A,more_than,,,observed",
        "A,merged,grdp,stated,2025,222.1,VND,12,1,E,equals,,,observed",
        "A5,merged,growth,stated,2021-01-01/P5Y,,PC_PER_year,0,1,A,between,7.0,7.5,observed",
        "A,merged,income,stated,2025,5.1,VND_PER_person_PER_month,6,1,P,about,,,observed",
        "A,merged,doctors,stated,2025,,doctors_PER_10_000_people,0,,M,,,,observed",
    )
    table = opened(f"{head}\n" + "".join(f"dataflow,TGKT:FIGURES(1.0.0),I,{line}\n" for line in lines))
    assert [f"{short(each)} {each.comparator or ''}".strip() for each in table.figures()] == [
        "forest merged 2025 = 61.5 official more_than",
        "grdp merged 2025 = 222.1 estimated",
        "growth merged 2021-2025 = 7.0 - 7.5 official between",
        "income merged 2025 = 5.1 provisional about",
    ]
    assert table.told.problems == []


@pytest.mark.parametrize("value", ["", "NaN", "..", ":"])
def test_missing_values_are_counted(value: str) -> None:
    """Whether the mark says so too or not."""
    for mark in ("", "M", "O", "L"):
        found = read(sdmx(f"grdp,north,2025,{value},{mark},,,"))
        assert (found.figures, found.problems, found.said) == ([], [], ["1 value not available"])


def test_a_figure_is_found_by_its_line() -> None:
    """The locator is the file, as lines move."""
    table = opened(LINES, name="some/where/t.csv")
    second = list(table.figures())[1]
    assert (str(table.at(second)), second.locator, table.where) == ("some/where/t.csv:3:6", "", "t.csv")
    assert table.cell(table.at(second)) == ("", "")


def test_a_column_behind_the_value_parts_nothing_unless_it_is_named() -> None:
    """It may tell one line from another all the same."""
    lines = f"{HEAD},SEX\n" + "".join(f"X:DF(1.0),A,{ONE},{sex}\n" for sex in ("T", "F"))
    assert len(read(lines).figures) == 2
    assert read(lines, given=("area=SEX",)).problems == [
        "t.csv: SEX: the data do not know T, F. Write what they are in a file for --map, e.g. area: "
        '{"T": ID}; codes that it does not name are left out (tgkt list areas shows the ids)',
    ]


def test_numbers_may_be_in_another_notation() -> None:
    """As `--notation` says."""
    line = sdmx('grdp,north,2025,"1.845,70",,,,')
    assert read(line, wishes={"notation": Notation.VI}).figures == ["grdp north 2025 = 1845.70"]
