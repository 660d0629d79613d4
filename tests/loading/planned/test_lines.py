"""A gallery of sheets that are no plan: every mistake is told at once, by cell, with what to write instead."""

from __future__ import annotations

import pytest

from .sheets import ENGLISH, begun, book, told

HEAD = "No,Indicator,Unit,Direction,Base year,Base,Target year,Target"
MEASURES = "money, energy, power, mass, length, area, volume, time, count, score, index, rank"


def lines(*cells: str, head: str = HEAD) -> str:
    """A CSV sheet under the usual heading."""
    return "\n".join([head, *cells, ""])


def column(message: str, head: str = HEAD) -> int:
    """The column whose head a message begins with; the first where it names none."""
    heads, named = head.split(","), message.partition(":")[0]
    return heads.index(named) + 1 if named in heads else 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            "1,Homes,homes,up,2020,5,2030,7",
            "Unit: unknown unit 'homes'. Use a known unit. Or write what 'homes' measures in a column 'Measure': "
            + MEASURES,
            id="a unit that is not known",
        ),
        pytest.param(
            "1,Homes,tonness,up,2020,5,2030,7",
            "Unit: unknown unit 'tonness'. Did you mean 'tonnes'? Or write what 'tonness' measures "
            "in a column 'Measure': " + MEASURES,
            id="a unit with a slip",
        ),
        pytest.param("1,Homes,,up,2020,5,2030,7", "Unit: the indicator has no unit. Write one, e.g. %", id="no unit"),
        pytest.param(
            "1,Rate,%,,2020,5,2030,7",
            "Direction: an indicator with a target has no direction. Write increase, decrease or neutral",
            id="no direction",
        ),
        pytest.param(
            "1,Rate,%,increse,2020,5,2030,7",
            "Direction: unknown direction 'increse'. Did you mean 'increase'?",
            id="a direction with a slip",
        ),
        pytest.param(
            "1,,%,up,2020,5,2030,7", "Indicator: there is no indicator in this line. Write one", id="no title"
        ),
        pytest.param(
            "1,Rate,%,up,,5,2030,7",
            "Base year: the figure under 'Base' has no year. Write one, e.g. 2025",
            id="a base without a year",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,,7",
            "Target year: the figure under 'Target' has no year. Write one, e.g. 2030",
            id="a target without a year",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,2026-2030,7",
            "Target: the term 2026-2030 does not say how the figure relates to it. Write average, total or every year "
            "in a column 'Timing'",
            id="a term",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,2030-Q1,7",
            "Target: 2030-Q1 is a part of a year. Write the year, 2030",
            id="a quarter",
        ),
        pytest.param(
            "1,Rate,%,up,2020,good,2030,7",
            "Base: 'good' is not a number. Write digits, or leave the cell empty",
            id="a base in words",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,2030,universal",
            "Target: 'universal' prints no figure. Quote the words that hold it, or write 'milestone' as its "
            "comparator for words without a number",
            id="a target without a number",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,2030,170",
            "Target: outside the natural limits of 'rate'. Check the digits or the limit",
            id="a share over 100",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5,2030,1.2E+05",
            "Target: '1.2E+05' has lost its digits. Give the cell a number format with all digits, and save again",
            id="digits that are lost",
        ),
        pytest.param(
            "1,Rate,%,up,2020,#N/A,2030,7",
            "Base: '#N/A' is a value that was not found. Correct the formula, or leave the cell empty",
            id="an error of the spreadsheet",
        ),
        pytest.param(
            "part 1,Rate,%,up,2020,5,2030,7",
            "No: the number 'part 1' holds blanks. Write it without, e.g. 3.6.1 or TU-02",
            id="a number with blanks",
        ),
        pytest.param(
            "1,Rate,%,up,2020,5 tonnes,2030,7",
            "Base: 'tonnes' and the indicator's unit '%' measure different things. Use a unit of the same kind",
            id="a cell of another unit",
        ),
    ],
)
def test_a_line_that_is_wrong(line: str, message: str) -> None:
    """One sentence names line, column, what is wrong and what to write."""
    assert told(lines(line)) == [f"goals.csv:2:{column(message)}: {message}"]


@pytest.mark.parametrize(
    ("second", "messages"),
    [
        pytest.param(
            "1,Other,%,up,2020,5,2030,7",
            ["No: the number '1' appears twice, first in goals.csv:2:1. Correct one"],
            id="one number twice",
        ),
        pytest.param(
            "2,Rate,%,up,2020,6,2030,8",
            [
                "Base: a second figure of 'rate' for 2020; the first stands in goals.csv:2:6. Keep one",
                "Target: a second target of 'rate' for 2030; the first stands in goals.csv:2:8. Keep one",
            ],
            id="one indicator twice",
        ),
        pytest.param(
            "2,Rate,%-points,down,,,2031,8",
            [
                "Unit: 'rate' has the unit '%' in goals.csv:2:3, and '%-points' here. "
                "Write both the same way, or give each an id of its own",
                "Direction: 'rate' has the direction 'increase' in goals.csv:2:4, and 'decrease' here. "
                "Write both the same way, or give each an id of its own",
            ],
            id="one indicator in two ways",
        ),
        pytest.param(
            "2,Rate!,%,up,,,2031,8",
            [
                "Indicator: 'rate' has the title 'Rate' in goals.csv:2:2, and 'Rate!' here. "
                "Write both the same way, or give each an id of its own"
            ],
            id="two titles that make one id",
        ),
    ],
)
def test_two_lines_that_do_not_go_together(second: str, messages: list[str]) -> None:
    """The second is told, with the place of the first."""
    assert told(lines("1,Rate,%,up,2020,5,2030,7", second)) == [
        f"goals.csv:3:{column(each)}: {each}" for each in messages
    ]


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        pytest.param(
            "Indicator,Unit,Base 2020,Target 2030",
            "Rate,%,5,7",
            "1:1: an indicator with a target has no direction. Write increase, decrease or neutral in a column "
            "'Direction'; it is needed for 'Rate'",
            id="no column of directions",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Base 2020,Target 2030",
            "Income,EUR,up,5,7",
            "1:1: money has no price basis. Write current or constant in a column 'Price'; it is needed for 'Income'",
            id="no column of prices",
        ),
        pytest.param(
            "Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030,Giá",
            "Thu nhập,tỷ đồng,tăng,5,7,",
            "2:6: Giá: money has no price basis. Write hiện hành hoặc so sánh",
            id="an empty price, in Vietnamese",
        ),
        pytest.param(
            "Indicator,Direction,Base 2020,Target 2030",
            "Rate,up,5,7",
            "2:1: the indicator has no unit. Add a column 'Unit'",
            id="no column of units",
        ),
        pytest.param(
            "Indicator,Unit,Direction,2020",
            "Rate,%,up,5",
            "1:1: no line has a target. Add a column 'Target 2030'",
            id="no target at all",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Target 2030",
            "Rate,%,up,5",
            "1:1: no base year shows when the plan begins. Name --term, e.g. 2026-2030",
            id="nothing tells the term",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Base 2040,Target 2030",
            "Rate,%,up,5,7",
            "1:1: there is no base year before the last target year. Name --term, e.g. 2026-2030",
            id="a base after the target",
        ),
        pytest.param(
            "Id,Unit,Direction,Base 2020,Target 2030",
            "1.1,%,up,5,7",
            "2:1: Id: '1.1' is not an id: an id has small letters, digits and '_', "
            "and begins with a letter. Correct it, or name the column "
            "'Code' if it holds numbers",
            id="a number in the column of ids",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Base 2020,Target 2025,Target 2030",
            "Rate,%,up,5,7,170",
            "2:6: Target 2030: outside the natural limits of 'rate'. Check the digits or the limit",
            id="the second of two targets",
        ),
        pytest.param(
            "Indicator,Unit,Measure,Direction,Base 2020,Target 2030",
            "Homes,homes,counts,up,5,7",
            "2:3: Measure: a unit cannot measure 'counts'. Did you mean 'count'?",
            id="a measure that is none",
        ),
        pytest.param(
            "Indicator,Unit,Measure,Direction,Base 2020,Target 2030",
            "Homes,homes,-,up,5,7",
            "2:2: Unit: unknown unit 'homes'. Use a known unit. Or write what 'homes' measures in a column 'Measure': "
            + MEASURES,
            id="a measure that is not said",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Base 2020,Target 2030,Comparator",
            "Rate,%,up,5,7,atleast",
            "2:6: Comparator: unknown comparator 'atleast'. Did you mean 'at_least'?",
            id="a comparator that is none",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Base 2020,Target 2030,Comparator",
            "Rate,%,up,5,at most 7 %,at least",
            "2:5: Target 2030: the document's words mean 'at_most', but 'at_least' is declared. Correct one",
            id="a comparator against the words",
        ),
        pytest.param(
            "Indicator,Unit,Direction,Target 2030",
            "",
            "1:1: there is no indicator below the heading line. Write a line for each",
            id="no line",
        ),
    ],
)
def test_a_sheet_that_lacks_something(head: str, line: str, message: str) -> None:
    """A column that is missing is told once at the heading, an empty cell where it is."""
    assert told(lines(line, head=head)) == [f"goals.csv:{message}"]


def test_all_mistakes_are_told_at_once() -> None:
    """Those of cells and those that only the loader sees, and a sound line hides none."""
    found = told(
        lines(
            "1,Homes,homes,up,2020,5,2030,7",
            "2,Rate,%,up,2020,5,2030,170",
            "3,Jobs,%,up,2020,5,2030,7",
            "4,Pace,%,,2020,x,2030,7",
        )
    )
    assert [each.split(": ")[:2] for each in found] == [
        ["goals.csv:2:3", "Unit"],
        ["goals.csv:3:8", "Target"],
        ["goals.csv:5:4", "Direction"],
        ["goals.csv:5:6", "Base"],
    ]


def test_a_cell_of_a_workbook_is_named() -> None:
    """By sheet, letter and number, also for what only the loader sees."""
    table = book([["Chỉ tiêu", "ĐVT", "Chiều", 2024, "Mục tiêu 2030"], ["Tỷ lệ", "%", "lên", 170, "trên 5 và 7"]])
    assert told(table) == [
        "goals.xlsx: sheet Biểu 1, cell C2: Chiều: unknown direction 'lên'. Use one of: decrease, increase, neutral."
    ]
    table.worksheets[0]["C2"] = "tăng"
    assert told(table) == [
        "goals.xlsx: sheet Biểu 1, cell D2: 2024: outside the natural limits of 'ty_le'. Check the digits or the limit",
        "goals.xlsx: sheet Biểu 1, cell E2: Mục tiêu 2030: 'trên 5 và 7' prints 2 figures. Keep only the phrase of "
        "one, or write 'milestone' as its comparator for words without a number",
    ]


def test_a_place_in_a_message_is_a_cell_too() -> None:
    """What the loader says of another place of the file names the cell of the sheet."""
    found = told("Code,Indicator,Unit,Direction,Base 2020,Target 2025,Target 2030\n1,A,%,up,5,6,7\n1.2,B,%,up,5,,7\n")
    assert len(found) == 1
    assert "first in goals.csv:" in found[0]
    assert "plan.yaml" not in found[0]


def test_areas_of_the_option_are_all_there_are() -> None:
    """An area that is none of the parts is told."""
    table = "Indicator,Unit,Direction,Area,Base 2020,Target 2030\nA,%,up,Nort,5,7\n"
    assert told(table, areas=["North", "South"]) == [
        "goals.csv:2:4: Area: 'Nort' is not one of the areas of --areas. Did you mean 'North'?"
    ]


def test_words_and_numbers_of_two_notations_are_refused() -> None:
    """A Vietnamese sheet with English numbers would read its words otherwise."""
    table = 'Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\nA,người,tăng,5,"1,500.0"\nB,người,tăng,5,"trên 1,500"\n'
    assert told(table) == [
        "goals.csv:3:5: Mục tiêu 2030: 'trên 1,500' has Vietnamese words in a column of English numbers. "
        "Name --notation vi or en, or write the number alone and its words in a column 'Comparator'"
    ]


def test_a_sheet_that_is_sound_tells_nothing() -> None:
    """The gallery would show nothing if every sheet were refused."""
    assert told(ENGLISH) == []
    assert begun(book()).text
