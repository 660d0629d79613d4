"""Tables people have, each read into the figures it says."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tgkt.facts.statement import Status

from .tables import read, workbook

PLAIN = "indicator,period,value\ngrdp,2026,222.10\n"
OFFICE = (
    "BÁO CÁO KẾT QUẢ\n\nTT;Chỉ tiêu;ĐVT;TH 2025;Ước TH 2026;KH 2026;So sánh (%);Ghi chú\nI;KINH TẾ;;;;;;\n"
    "1;Quy mô GRDP;nghìn tỷ;114,1;119,0;121,0;98;\n2;Tốc độ tăng GRDP;%;6,33;..;8,0;;sơ kết\n"
)
CSV = [
    pytest.param(PLAIN, ["grdp 2026 = 222.10"], id="commas and a plain number, its zero kept"),
    pytest.param("\ufeff" + PLAIN, ["grdp 2026 = 222.10"], id="a byte order mark"),
    pytest.param(PLAIN.encode("utf-16"), ["grdp 2026 = 222.10"], id="UTF-16 with its mark"),
    pytest.param(PLAIN.encode("utf-16-le"), ["grdp 2026 = 222.10"], id="UTF-16 without a mark"),
    pytest.param(PLAIN.encode("utf-16-be"), ["grdp 2026 = 222.10"], id="UTF-16, the other byte first"),
    pytest.param(PLAIN.replace("\n", "\r\n"), ["grdp 2026 = 222.10"], id="line ends of Windows"),
    pytest.param(PLAIN.replace("\n", "\r"), ["grdp 2026 = 222.10"], id="line ends of an old Mac"),
    pytest.param(PLAIN.replace(",", "\t"), ["grdp 2026 = 222.10"], id="tabs"),
    pytest.param(PLAIN.replace(",", ";").replace(".", ","), ["grdp 2026 = 222.10"], id="what Excel saves in Vietnam"),
    pytest.param("sep=;\n" + PLAIN.replace(",", ";").replace(".", ","), ["grdp 2026 = 222.10"], id="a sep= line"),
    pytest.param('"sep=\t"\n' + PLAIN.replace(",", "\t"), ["grdp 2026 = 222.10"], id="a quoted sep= line with a tab"),
    pytest.param(
        OFFICE,
        ["grdp 2025 = 114.1", "grdp 2026 = 119.0 estimated", "growth 2025 = 6.33 sơ kết"],
        id="an office's wide table: results, an estimate, a plan that is none, a missing value",
    ),
    pytest.param("Chỉ tiêu;2025;Năm 2026\n2.1;1;2\n", ["grdp 2025 = 1", "grdp 2026 = 2"], id="years as columns"),
    pytest.param("CHI TIEU;KỲ;giá TRỊ\ngrdp;2026;5\n", ["grdp 2026 = 5"], id="heads in any case, without accents"),
    pytest.param("mã,năm,kết quả\n2.2,2026,5\n", ["income 2026 = 5"], id="a number of the plan"),
    pytest.param("TT,Chỉ tiêu,2026\n2.1,GRDP growth,5\n", ["growth 2026 = 5"], id="a column that only counts lines"),
    pytest.param("Số,Chỉ tiêu,2026\n2.1,GRDP growth,5\n", ["growth 2026 = 5"], id="such a column under another head"),
    pytest.param(
        "id,title,2026\ngrdp,Quy mô GRDP,5\ngrowth,GRDP growth,6\nincome,,7\n,Số bác sĩ,8\n",
        ["grdp 2026 = 5", "growth 2026 = 6", "income 2026 = 7", "doctors 2026 = 8"],
        id="ids and titles beside each other, one of them empty",
    ),
    pytest.param("title,id,2026\nQuy mô GRDP,grdp,5\n", ["grdp 2026 = 5"], id="titles before ids"),
    pytest.param(
        "Mã,Chỉ tiêu,Tên chỉ tiêu,2026\n2.1,grdp,GRDP,5\n",
        ["grdp 2026 = 5"],
        id="number, id and a title's part of several",
    ),
    pytest.param(
        "indicator,area,period,value\ngrdp,NORTH,2026,5\n", ["grdp north 2026 = 5"], id="an area by its title"
    ),
    pytest.param(
        "indicator,period,value (tỷ đồng)\ngrdp,2026,5\n", ["grdp 2026 = 5 in tỷ đồng"], id="a unit in a head"
    ),
    pytest.param("indicator,period,value\ngrdp,2026,5 tỷ\n", ["grdp 2026 = 5 in tỷ đồng"], id="a unit without đồng"),
    pytest.param(
        'indicator,period,value\ngrdp,2026,"ước khoảng 5"\ngrdp,2027,> 96.1 p\ngrdp,2028,6.5 - 7.0\n',
        [
            "grdp 2026 = 5 about estimated",
            "grdp 2027 = 96.1 more_than provisional",
            "grdp 2028 = 6.5 - 7.0 between",
        ],
        id="words, signs, flags and ranges in the cell",
    ),
    pytest.param(
        "indicator,period,value,status,origin,locator,timing\ngrdp,2026-2030,5,sơ bộ,Báo cáo,trang 3,bình quân\n",
        ["grdp 2026-2030 = 5 provisional average from Báo cáo at trang 3"],
        id="status, origin, place and timing",
    ),
    pytest.param(
        "indicator,period,value\nPopulation,,\n\ngrdp,2026,\ngrdp,2027,5\nindicator,period,value\n",
        ["grdp 2027 = 5"],
        id="titles, blank lines, a line not filled in and the heading again",
    ),
    pytest.param(
        "indicator,period,value\n\u200bgrdp\u00a0,2026,5\u200b\n", ["grdp 2026 = 5"], id="invisible characters"
    ),
    pytest.param('indicator,period,value\n"GRDP\ngrowth",2026,5\n', ["growth 2026 = 5"], id="a line end in a cell"),
    pytest.param("indicator,period,value\ngrdp,31/12/2026,5\n", ["grdp 2026 = 5"], id="the last day of the year"),
]
HEAD = ("indicator", "period", "value")
BOOKS = [
    pytest.param(
        workbook(HEAD, ("grdp", 2026, 7.3), ("growth", 2026, 0.0633), formats={"C2": "0.00", "C3": "0.0%"}),
        ["grdp 2026 = 7.30", "growth 2026 = 6.3"],
        id="numbers as their cells show them",
    ),
    pytest.param(
        workbook(("area", *HEAD), ("north", "grdp", 2026, 1), (None, "growth", 2026, 2), merge=["A2:A3"]),
        ["grdp north 2026 = 1", "growth north 2026 = 2"],
        id="a merged text holds for every line it covers",
    ),
    pytest.param(
        workbook(("Báo cáo",), (), HEAD, ("grdp", datetime(2026, 12, 31), 1), merge=["A1:C1"]),
        ["grdp 2026 = 1"],
        id="a merged title above the heading, and a date for a year",
    ),
    pytest.param(
        workbook(("STT", "Chỉ tiêu", 2025), (1, "Quy mô GRDP", 5), ("I", "Xã hội"), (2, "Số bác sĩ", 9)),
        ["grdp 2025 = 5", "doctors 2025 = 9"],
        id="a year that is a number in the heading",
    ),
    pytest.param(workbook(HEAD, ("grdp", 2026, "130,5")), ["grdp 2026 = 130.5"], id="a number kept as text"),
]


@pytest.mark.parametrize(("table", "figures"), CSV + BOOKS)
def test_a_table_is_read(table: str | bytes | Workbook, figures: list[str]) -> None:
    """All its figures, and no mistake."""
    found = read(table)
    assert (found.figures, found.problems) == (figures, [])


@pytest.mark.parametrize(
    ("table", "said", "counts"),
    [
        pytest.param(
            OFFICE,
            [
                "t.csv:5:4: TH 2025: read in Vietnamese (1.845,7) notation because of '114,1'",
                "t.csv:5:5: Ước TH 2026: read in Vietnamese (1.845,7) notation because of '119,0'",
                "t.csv:3:1: a plan, not read as results: 'KH 2026'",
                "t.csv:3:1: columns not read: 'So sánh (%)'",
                "'nghìn tỷ' is taken as 'nghìn tỷ đồng'",
                "'%' is taken as '%/năm'",
            ],
            ["1 line skipped", "1 value not available"],
            id="an office's wide table",
        ),
        pytest.param(
            "indicator;period;value\nQuy mô;2026;1.845\n",
            [
                "t.csv:2:3: value: '1.845' is read in Vietnamese (1.845,7) notation (columns separated by ';')",
                "'Quy mô' is taken as grdp (Quy mô GRDP)",
            ],
            [],
            id="what no cell decides, and a part of a title",
        ),
        pytest.param(
            workbook(HEAD, ("grdp", 2026, 130.456), ("income", 2026, 0), formats={"C2": "0.0", "C3": "0;-0;-"}),
            [
                "t.xlsx: sheet Sheet1, cell C2: value: read as shown: shows 130.5, holds 130.456",
                "t.xlsx: sheet Sheet1, cell C3: value: not read: shows -, holds 0",
            ],
            ["1 value not available"],
            id="cells that hold more than they show",
        ),
        pytest.param(
            "Indicator id,What is measured,Last figure,Result 2026\ngrdp,Quy mô GRDP,4 (2025),5\n",
            [],
            [],
            id="the sheet that tgkt makes",
        ),
        pytest.param(
            "Mã chỉ tiêu;Nội dung chỉ tiêu;Số gần nhất;Thực hiện 2026\ngrdp;Quy mô GRDP;4 (2025);5\n",
            [],
            [],
            id="the same in Vietnamese",
        ),
        pytest.param(
            "id,title,2026\ngrdp,Value added,5\n",
            ["'Value added' beside 'grdp' is not known; 'grdp' counts"],
            [],
            id="a title of the table's own beside an id",
        ),
        pytest.param(
            "indicator,period,value\ngrdp,2026,5\u200b\nincome,2026,\n",
            [],
            ["1 line not filled in", "1 zero-width character dropped"],
            id="nothing to say, only counts",
        ),
    ],
)
def test_what_is_assumed_is_said(table: str | Workbook, said: list[str], counts: list[str]) -> None:
    """Once each, with the cell; what is passed over is counted."""
    found = read(table)
    assert (found.said, found.counts, found.problems) == (said, counts, [])


@pytest.mark.parametrize(
    ("table", "asked", "figures"),
    [
        pytest.param(PLAIN.replace("222.10", "1.845"), {"notation": "vi"}, ["grdp 2026 = 1845"], id="--notation"),
        pytest.param(PLAIN, {"status": Status.OFFICIAL}, ["grdp 2026 = 222.10 official"], id="--status"),
        pytest.param(PLAIN, {"area": "south"}, ["grdp south 2026 = 222.10"], id="--area"),
        pytest.param(PLAIN, {"origin": "x"}, ["grdp 2026 = 222.10 from x"], id="--origin"),
        pytest.param(
            PLAIN.replace("value", "con số").replace("indicator", "what"),
            {"names": ["value=con_số", "indicator=What"]},
            ["grdp 2026 = 222.10"],
            id="--map",
        ),
    ],
)
def test_an_option_fills_what_cells_leave_open(table: str, asked: dict[str, Any], figures: list[str]) -> None:
    """Each option of the command."""
    assert read(table, **asked).figures == figures


@given(
    st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=3).filter(lambda d: abs(d) < 10**15)), st.data()
)
def test_digits_are_read_as_they_were_written(values: list[Any], data: st.DataObject) -> None:
    """Any figures written to CSV in either notation come back digit by digit, grouped or not."""
    vietnamese, groups = data.draw(st.booleans()), data.draw(st.booleans())
    written = [f"{each:,f}" if groups else f"{each:f}" for each in values]
    written = [each.translate(str.maketrans(",.", ".,")) if vietnamese else each for each in written]
    table = "".join(f"grdp;{2000 + n % 100};{each}\n" for n, each in enumerate(written))
    found = read(f"indicator;period;value\n{table}", notation="vi" if vietnamese else "en")
    assert [each.split(" = ")[1] for each in found.figures] == [f"{each:f}" for each in values]
