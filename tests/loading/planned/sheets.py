"""Sheets of plans in the words of a test: what they become, and what is told of them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tgkt.errors import DataError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.loading.begin import PLAN_FILE
from tgkt.loading.files import load_folder
from tgkt.loading.planned.begun import Begun, begin_from
from tgkt.loading.planned.wishes import Wishes

from ..tabular.tables import content

FOLDER = Path("plan")
ENGLISH = """\
European targets for energy and society,,,,,,,,
,,,,,,,,
Code,Indicator,Unit,Direction,Base year,Base,Target year,Target,Section
13.2.1,Greenhouse gas emissions,Mt CO2,decrease,1990,"4,633.1",2030,reduce by 55 % against 1990,Climate
7.2.1,Renewable share of energy (%),,increase,2020,22.1,2030,at least 42.5 %,Climate
3.6.1,Road deaths,people,decrease,2019,"22,756",2030,halve against 2019,Society
8.5.2,Employment rate,%,increase,2020,71.7,2030,≥ 78,Society
1.2.1,People at risk of poverty,million people,decrease,2019,92.2,2030,no more than 77,Society
4.3.1,Adults in training,%,increase,2016,37.4,2030,60,Society
4.1.1,Early school leavers,%,decrease,2020,9.9,2030,under 9 %,Society
2.5.1,Protected land,%,increase,2021,26.4,2030,30.0,Climate
9.5.1,Research spending,%,increase,2020,2.30,2030,3,Society
5.5.2,Women on boards,%,increase,2020,29.5,2030,between 33 % and 40 %,Society
"""
VIETNAMESE: list[list[Any]] = [
    ["CHỈ TIÊU PHÁT TRIỂN 2026-2030"],
    ["TT", "Chỉ tiêu", "ĐVT", "Chiều", "Giá", "Thực hiện 2024", "Ước TH 2025", "Mục tiêu 2030", "Ghi chú"],
    ["I", "Kinh tế"],
    ["1", "Tốc độ tăng GRDP", "%/năm", "Tăng", None, "6,5", "7,1", "từ 10,5%/năm trở lên", None],
    ["2", "Quy mô GRDP", "nghìn tỷ đồng", "Tăng", "Hiện hành", "182,4", "200,15", "khoảng 420", None],
    ["3", "Thu ngân sách", "tỷ đồng", "Tăng", "Hiện hành", "21.345,5", "25.000,0", "trên 40.000", "cả thuế đất"],
    ["4", "Năng suất lao động", "triệu đồng/người", "tăng", "so sánh", "150,0", "160,5", "240,0", None],
    ["II", "Xã hội"],
    ["5", "Tỷ lệ hộ nghèo", "%", "giảm", None, "4,35", "3,20", "dưới 1%", None],
    ["6", "Số bác sĩ trên 1 vạn dân", "bác sĩ/vạn dân", "tăng", None, "15,5", "16,0", "6,5 - 19,0", None],
    ["7", "Số xã đạt chuẩn", "xã", "tăng", None, "90", "95", "120", None],
    ["8", "Tỷ lệ che phủ rừng", "%", "trung tính", None, "47,0", "47,0", "47,0", None],
    ["9", "Dân số", "nghìn người", "tăng", None, "1.339,9", "1.845,7", "không quá 2.000,0", None],
    ["10", "Hộ có nước sạch", "hộ", "tăng", None, "..", "2.400", "16.000", None],
]


def book(lines: list[list[Any]] | None = None) -> Workbook:
    """A workbook of these lines."""
    found = Workbook()
    sheet = found.worksheets[0]
    sheet.title = "Biểu 1"
    for line in lines or VIETNAMESE:
        sheet.append(line)
    return found


def begun(table: str | Workbook, **asked: Any) -> Begun:
    """What a sheet becomes; what is asked goes by the names of the options."""
    name = "goals.xlsx" if isinstance(table, Workbook) else "goals.csv"
    wishes = Wishes(FOLDER, asked.pop("lang", "en"), **asked)
    return begin_from(name, BytesIO(content(table)), wishes)


def told(table: str | Workbook, **asked: Any) -> list[str]:
    """What is told of a sheet; nothing where it becomes a plan."""
    try:
        begun(table, **asked)
    except DataError as error:
        return [str(each) for each in error.problems]
    return []


def loaded(text: str, folder: Path) -> Catalogue:
    """The data of a plan's text in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PLAN_FILE).write_text(text, encoding="utf-8")
    return load_folder(folder)


def statements(found: Catalogue) -> list[Statement]:
    """Every target and figure, without the place in a file."""
    promised = [row.target for plan in found.plans.values() for row in plan.rows if row.target]
    every = [*promised, *found.observations]
    return sorted((each._replace(source=each.source._replace(line=1, column=1)) for each in every), key=repr)
