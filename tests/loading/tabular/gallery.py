"""Bad tables in one place, one for each kind of mistake: tables of figures, sheets of plans, imports into a folder.

`told` says what each brings up, as messages. Their words are those of an office, so that an English word in what is
said in Vietnamese is one of the program's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from builders import catalogue, indicator
from openpyxl import Workbook

from tgkt.errors import DataError, UsageError, shown
from tgkt.facts.indicator import Words
from tgkt.facts.statement import Issuer, Status
from tgkt.loading.planned.begun import begin_from
from tgkt.loading.planned.wishes import Wishes

from ..arriving.arriving import arrive
from .statistical.cubes import cube as office
from .statistical.gallery import OFFICES, Office
from .tables import CATALOGUE, FOREST, ROWS, content, opened, workbook

HEAD = "Chỉ tiêu,Kỳ,Giá trị\n"
CELLS = ("Chỉ tiêu", "Kỳ", "Giá trị")


MANY = catalogue(
    rows=ROWS,
    indicators=[FOREST, *(indicator(id=f"thu_{each}", title=Words(f"Thu {each}", each)) for each in "abcdefghijklm")],
)
TWICE = {
    "số thứ tự": "TT,STT",
    "kỳ": "Năm",
    "nguồn": "Nguồn,Tài liệu",
    "vị trí": "Vị trí,Trang",
    "ghi chú": "Ghi chú,Chú thích",
    "nguyên văn": "Nguyên văn,printed",
}
PLANNED_TWICE = {
    "mã": "Mã,Mã chỉ tiêu",
    "đo lường": "Đo lường,Đo gì",
    "năm gốc": "Năm gốc,Năm cơ sở",
    "năm mục tiêu": "Năm mục tiêu,Năm đích",
}
MILESTONE = """\
indicators:
  xong: {section: society, title: "Hoàn thành", unit: mốc, kind: milestone}
""".encode().decode("latin-1")


class Table(NamedTuple):
    """A table of figures, and what its reader is asked."""

    table: str | bytes | Workbook
    asked: Mapping[str, Any] = {}

    def told(self, folder: Path) -> Iterator[str]:  # noqa: ARG002 - one signature for all kinds
        """What reading it brings up."""
        found = opened(self.table, **self.asked)
        list(found.figures())
        yield from (*map(shown, found.told.problems), *found.told.said, *found.told.counted())


class Sheet(NamedTuple):
    """A sheet of a plan, and what its reader is asked."""

    table: str | bytes | Workbook
    asked: Mapping[str, Any] = {}

    def told(self, folder: Path) -> Iterator[str]:
        """What making a plan of it brings up."""
        name = "bieu.xlsx" if isinstance(self.table, Workbook) else "bieu.csv"
        wishes = Wishes(folder / "moi", **{"lang": "vi", **self.asked})
        yield from begin_from(name, BytesIO(content(self.table)), wishes).said


class Import(NamedTuple):
    """A table for the small folder; `before` is imported first, `files` are written into it."""

    table: str
    asked: Mapping[str, Any] = {}
    before: str = ""
    files: Mapping[str, str] = {}

    def told(self, folder: Path) -> Iterator[str]:
        """What an import brings up."""
        for name, text in self.files.items():
            (folder / name).write_bytes(text.encode("latin-1"))
        if self.before:
            arrive(folder, self.before)
        found = arrive(folder, self.table, dry=True, **self.asked)
        yield from (*found.said, *map(shown, found.problems), *(each.note for each in found.items if each.note))


def told(entry: Table | Sheet | Import | Office, folder: Path) -> list[str]:
    """Everything that is said of an entry of the gallery."""
    try:
        return list(entry.told(folder))
    except DataError as error:
        return [shown(each) for each in error.problems]
    except UsageError as error:
        return [error.message]


def cell(value: str, **asked: Any) -> Table:
    """A table with one value."""
    return Table(f'{HEAD}grdp,2026,"{value}"\n', asked)


def line(cells: str, head: str = "TT,Chỉ tiêu,ĐVT,Chiều,Năm gốc,Số gốc,Năm mục tiêu,Mục tiêu", **asked: Any) -> Sheet:
    """A sheet of a plan with its usual heading."""
    return Sheet(f"{head}\n{cells}\n", asked)


def archive(*names: str) -> bytes:
    """A zip archive with empty files."""
    file = BytesIO()
    with ZipFile(file, "w") as written:
        for name in names:
            written.writestr(name, "")
    return file.getvalue()


def damaged(part: str, old: bytes, new: bytes) -> bytes:
    """A workbook in which a text of one of its parts is another."""
    file = BytesIO()
    with ZipFile(BytesIO(content(workbook(CELLS, ("grdp", 2026, 1))))) as read, ZipFile(file, "w") as written:
        for name in read.namelist():
            held = read.read(name)
            written.writestr(name, held.replace(old, new, 1) if name == part else held)
    return file.getvalue()


def hidden() -> Workbook:
    """A workbook with a hidden row and two hidden columns, and a cell that holds more than it shows."""
    book = workbook(CELLS, ("grdp", 2026, 130.456), ("income", 2026, 0), formats={"C2": "0.0", "C3": "0;-0;-"})
    sheet = book.worksheets[0]
    sheet.row_dimensions[2].hidden = True
    for column in ("A", "B"):
        sheet.column_dimensions[column].hidden = True
    return book


def sheets(*heads: tuple[str, ...]) -> Workbook:
    """A workbook of several sheets."""
    book = workbook(heads[0], name="Biểu 1")
    for number, cells in enumerate(heads[1:], 2):
        book.create_sheet(f"Biểu {number}").append(cells)
    return book


FIGURES: dict[str, Table] = {
    "a file of codes for a table": Table(f"{HEAD}grdp,2026,1\n", {"names": ["ma.yaml"]}),
    "nothing in it": Table(b""),
    "an old workbook": Table(b"\xd0\xcf\x11\xe0"),
    "a PDF": Table(b"%PDF-1.7"),
    "a text document": Table(b"{\\rtf1"),
    "a picture": Table(b"\x89PNG"),
    "a compressed file": Table(b"\x1f\x8b\x08"),
    "a damaged archive": Table(b"PK\x03\x04"),
    "an OpenDocument file": Table(archive("mimetype")),
    "another archive": Table(archive("a.txt")),
    "a workbook without its parts": Table(archive("xl/workbook.xml")),
    "a workbook with an entity": Table(
        damaged("xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    ),
    "a workbook with a text that it has not": Table(
        damaged("xl/worksheets/sheet1.xml", b't="n"><v>2026', b't="s"><v>2026')
    ),
    "bytes of no text": Table(HEAD.encode() + b"m\xf4\n"),
    "a quote without its end": Table(f'{HEAD}"grdp,2026,5\n'),
    "a quote within a cell": Table(f'{HEAD}"grdp"x,2026,5\n'),
    "a cell longer than CSV may have": Table(f"{HEAD}{'x' * 140_000},2026,5\n"),
    "several sheets": Table(sheets(CELLS, CELLS)),
    "no sheet with a heading": Table(sheets(("Trang bìa",), ("Mục lục",))),
    "a sheet there is not": Table(sheets(CELLS, CELLS), {"sheet": "Phụ lục"}),
    "a sheet of CSV": Table(HEAD, {"sheet": "Biểu 1"}),
    "a head there is not": Table(HEAD, {"names": ["value=Kết quả"]}),
    "a column there is not": Table(HEAD, {"names": ["valu=Kết quả"]}),
    "no head named": Table(HEAD, {"names": ["value"]}),
    "no cell": Table("\n\n"),
    "heads that are nearly known": Table("Chỉ tiêu,Kỳ,Giá trj\n"),
    "a head that is nearly needed": Table("Chỉ tiêu,Thời giann,Giá trị\n"),
    "one column twice": Table("Chỉ tiêu,Kỳ,Giá trị,Số liệu\n"),
    **{f"twice {name}": Table(f"Chỉ tiêu,Kỳ,Giá trị,{heads}\n") for name, heads in TWICE.items()},
    "two periods": Table("Chỉ tiêu,Kỳ,2026\n"),
    "no period": Table("Chỉ tiêu,Giá trị\n"),
    "a plan and columns that are not read": Table(
        "TT;Chỉ tiêu;TH 2026;KH 2026;So sánh\nI;KINH TẾ;;;\n1;Quy mô;119,0;;\n2;grdp;..;;\n3;income;;;\n"
    ),
    "two of everything passed over": Table(
        "Chỉ tiêu;TH 2026\nI;\nII;\ngrdp;..\nincome;..\ngrowth;\nforest;\n\u200bgrdp;5,0\u200b\n"
    ),
    "hidden and rounded": Table(hidden()),
    "more mistakes than are told": Table(HEAD + "gdrp,2026,5\n" * 1001),
    "a control character": Table(f"{HEAD}gr\x1bdp,2026,5\n"),
    "an invisible character": cell("5\u00ad"),
    "a line separator": cell("5\u20286"),
    "a paragraph separator": cell("5\u20296"),
    "a character of nobody": cell("5\ue000"),
    "a character that turns the text": cell("5\u202e"),
    "a digit of another script": cell("\u0665"),
    "a cell too many": Table(f"{HEAD}grdp,2026,5,6\n"),
    "a cell too many between semicolons": Table(f"{HEAD}grdp,2026,5,6\n".replace(",", ";")),
    "a cell too many between tabs": Table(f"{HEAD}grdp,2026,5,6\n".replace(",", "\t")),
    "a cell too many in a workbook": Table(workbook(CELLS, ("grdp", 2026, 5, "x"))),
    "no area": Table(f"{HEAD}grdp,2026,5\n", {"area": ""}),
    "an unknown area": Table(f"Địa bàn,{HEAD}Bắcc,grdp,2026,5\n"),
    "an unknown indicator": Table(f"{HEAD}gdrp,2026,5\n"),
    "a slip in a title": Table(f"{HEAD}Quy mô GRPD,2026,5\n"),
    "an indicator like none": Table(f"{HEAD}Tổng,2026,5\n"),
    "no indicator": Table(f"{HEAD},2026,5\n"),
    "a title that means several": Table(f"{HEAD}Thu,2026,5\n", {"catalogue": MANY}),
    "a number with two parts": Table(f"{HEAD}2,2026,5\n"),
    "a number the plan lacks": Table(f"{HEAD}9,2026,5\n"),
    "a number without a plan": Table(f"{HEAD}9,2026,5\n", {"catalogue": replace(CATALOGUE, plans={})}),
    "an indicator like none of many": Table(f"{HEAD}Tổng,2026,5\n", {"catalogue": MANY}),
    "a number with a comma": Table(f'{HEAD}"2,1",2026,5\n'),
    "a date for a number": Table(f"{HEAD}5-Jan,2026,5\n"),
    "number and title of two": Table("Mã số,Chỉ tiêu,Kỳ,Giá trị\n1,grdp,2026,5\n"),
    "id beside another title": Table("Mã chỉ tiêu,Nội dung,Kỳ,Giá trị\nforest,Quy mô GRDP,2026,5\n"),
    "id beside a title of several": Table("Mã chỉ tiêu,Nội dung,Kỳ,Giá trị\nforest,Thu,2026,5\n", {"catalogue": MANY}),
    "a title of its own": Table("Mã chỉ tiêu,Nội dung,Kỳ,Giá trị\ngrdp,Tổng sản phẩm,2026,5\n"),
    "no period beside a figure": Table(f"{HEAD}grdp,,5\n"),
    "a day within the year": Table(f"{HEAD}grdp,30/6/2026,5\n"),
    "a month that stays open": Table(f"{HEAD}grdp,6/2026,5\n"),
    "no day": Table(f"{HEAD}grdp,45/99/2026,5\n"),
    "a unit without month or year": Table(f"ĐVT,{HEAD}triệu đồng/người,income,2026,5\n"),
    "a unit of something else": Table(f"ĐVT,{HEAD}kg,grdp,2026,5\n"),
    "a unit that is completed": Table(f"ĐVT,{HEAD}nghìn tỷ,grdp,2026,5\n"),
    "two units": Table(f"ĐVT,{HEAD}tỷ đồng,grdp,2026,5 triệu\n"),
    "an unknown status": Table(f"Trạng thái,{HEAD}chinh thưcs,grdp,2026,5\n"),
    "a status like none": Table(f"Trạng thái,{HEAD}xxx,grdp,2026,5\n"),
    "a comparator like none": Table(f"Dấu,{HEAD}xxx,grdp,2026,5\n"),
    "a timing like none": Table(f"Cách tính,{HEAD}xxx,grdp,2026,5\n"),
    "a flag against its column": Table(f"Trạng thái,{HEAD}sơ bộ,grdp,2026,5 e\n"),
    "words against their line": Table(f"Dấu,{HEAD}trên,grdp,2026,dưới 5\n"),
    "an error beside a figure": Table(f"Ghi chú,{HEAD}#REF!,grdp,2026,5\n"),
    "a merged value": Table(workbook(CELLS, ("grdp", 2026, 1), ("growth", 2026, None), merge=["C2:C3"])),
    "a formula without a value": Table(workbook(CELLS, ("grdp", 2026, "=1+1"))),
    "a date for a value": Table(workbook(CELLS, ("grdp", 2026, date(2026, 1, 5)))),
    "two notations": Table(f'{HEAD}grdp,2026,"1,845.7"\ngrdp,2027,"1.845,7"\n'),
    "a number in the rarer notation": Table(f'{HEAD}grdp,2026,7.3\ngrdp,2027,"8,1"\ngrdp,2028,6.5\ngrdp,2029,1.845\n'),
    "thousands in the rarer notation": Table(f'{HEAD}grdp,2026,"7,3"\ngrdp,2027,"1,845,000"\ngrdp,2028,"6,5"\n'),
    "thousands with points": Table(f"{HEAD}grdp,2026,7.3\ngrdp,2027,1.845.000\ngrdp,2028,6.5\n"),
    "a number that stays open": cell("1.845", stdin=True),
    "a notation by the columns": Table(f"{HEAD}grdp,2026,1.845\n".replace(",", ";")),
    "a number in no notation": cell("1,84", notation="en"),
    "a number in no plain notation": cell("1,845", notation="plain"),
    "a number in no Vietnamese notation": cell("1.84", notation="vi"),
    "more digits than a number has": cell("9" * 150, notation="plain"),
    "leading zeros": cell("007", notation="plain"),
    "a page for a value": cell("1." * 200),
    "no number": cell("nhiều"),
    "two statuses": cell("ước 7 (p)"),
    "two comparators": cell("trên 7 trở xuống"),
    "a narrow column": cell("####"),
    **{
        f"the error {each}": cell(each) for each in ("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
    },
    "another error": cell("#SPILL!"),
    "lost digits": cell("1,85E+06"),
    "words before a number": cell("tăng 7"),
    "a letter after a number": cell("7.3 b"),
    "brackets after a number": cell("7.3 (2)"),
    "two numbers": cell("12/5"),
    "a range that falls": cell("7 - 6"),
}
PLANS: dict[str, Sheet] = {
    "nothing in it": Sheet("\n\n"),
    "JSON": Sheet("{}"),
    "no head is known": Sheet("A;B\n1;2\n"),
    "a head that is nearly known": Sheet("Chỉ tiêuu;ĐVT\n"),
    "two columns of one kind": Sheet("Chỉ tiêu,ĐVT,TT,Số\n"),
    **{f"twice {name}": Sheet(f"Chỉ tiêu,ĐVT,{heads}\n") for name, heads in PLANNED_TWICE.items()},
    "no sheet with a heading": Sheet(sheets(("Trang bìa",), ("Mục lục",))),
    "two targets of one year": Sheet("Chỉ tiêu,ĐVT,Mục tiêu 2030,KH 2030\n"),
    "two bases of one year": Sheet("Chỉ tiêu,ĐVT,Số gốc 2020,Gốc 2020\n"),
    "two results of one year": Sheet("Chỉ tiêu,ĐVT,TH 2020,2020\n"),
    "two targets of no year": Sheet("Chỉ tiêu,ĐVT,Năm mục tiêu,Mục tiêu,KH\n"),
    "two bases of no year": Sheet("Chỉ tiêu,ĐVT,Năm gốc,Số gốc,Gốc\n"),
    "two results of no year": Sheet("Chỉ tiêu,ĐVT,TH,Thực hiện\n"),
    "a slip in a head": Sheet("Chỉ tiêu,ĐVT,Mục tiêu 2030,Chiều hướngg\n"),
    "no line": line(""),
    "a title between the lines": line("I,KINH TẾ,,,,,,\n1,Tỷ lệ,%,tăng,2020,5,2030,7"),
    "a number with blanks": line("số 1,Tỷ lệ,%,tăng,2020,5,2030,7"),
    "one number twice": line("1,Tỷ lệ,%,tăng,2020,5,2030,7\n1,Số xã,xã,tăng,2020,5,2030,7"),
    "no title": line("1,,%,tăng,2020,5,2030,7"),
    "no unit": line("1,Tỷ lệ,,tăng,2020,5,2030,7"),
    "a direction like none": line("1,Tỷ lệ,%,lên,2020,5,2030,7"),
    "no direction": line("1,Tỷ lệ,%,,2020,5,2030,7"),
    "a base without a year": line("1,Tỷ lệ,%,tăng,,5,2030,7"),
    "a target without a year": line("1,Tỷ lệ,%,tăng,2020,5,,7"),
    "a quarter": line("1,Tỷ lệ,%,tăng,2020,5,2030-Q1,7"),
    "a term that says too little": line("1,Tỷ lệ,%,tăng,2020,5,2026-2030,7"),
    "a range that falls": line("1,Tỷ lệ,%,tăng,2020,5,2030,7 - 6"),
    "a second figure": line("1,Tỷ lệ,%,tăng,2020,5,2030,7\n2,Tỷ lệ,%,tăng,2020,6,2030,8"),
    "two units of one indicator": line("1,Tỷ lệ,%,tăng,2020,5,2030,7\n2,Tỷ lệ,điểm %,giảm,,,2031,8"),
    "two prices of one indicator": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Giá,Số gốc 2020,Mục tiêu 2030,Mục tiêu 2031\n"
        "Thu,tỷ đồng,tăng,hiện hành,5,7,\nThu,tỷ đồng,tăng,so sánh,,,8\n"
    ),
    "two sections of one indicator": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Lĩnh vực,Số gốc 2020,Mục tiêu 2030,Mục tiêu 2031\n"
        "Tỷ lệ,%,tăng,Kinh tế,5,7,\nTỷ lệ,%,tăng,Xã hội,,,8\n"
    ),
    "two titles of one id": line("1,Tỷ lệ,%,tăng,2020,5,2030,7\n2,Tỷ lệ!,%,tăng,,,2031,8"),
    "a result marked in two ways": Sheet("Chỉ tiêu,ĐVT,Chiều,Ước TH 2025,Mục tiêu 2030\nTỷ lệ,%,tăng,5 (p),7\n"),
    "no column of directions": Sheet(
        "Chỉ tiêu,ĐVT,Số gốc 2020,Mục tiêu 2030\n" + "".join(f"Tỷ lệ {each},%,5,7\n" for each in "ABCDE")
    ),
    "no column of prices": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\nThu nhập,tỷ đồng,tăng,5,7\n"),
    "no column of units": Sheet("Chỉ tiêu,Chiều,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,tăng,5,7\n"),
    "no column of directions, in English": Sheet("Indicator,Unit,Base 2020,Target 2030\nTỷ lệ,tỷ đồng,5,7\n"),
    "no target": Sheet("Chỉ tiêu,ĐVT,Chiều,2020\nTỷ lệ,%,tăng,5\n"),
    "no section beside others": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Lĩnh vực,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,tăng,Kinh tế,5,7\nSố xã,xã,tăng,,5,7\n"
    ),
    "two sections of one id": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Lĩnh vực,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,tăng,Kinh tế,5,7\nSố xã,xã,tăng,Kinh tế!,5,7\n"
    ),
    "a base after the target": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2040,Mục tiêu 2030\nTỷ lệ,%,tăng,5,7\n"),
    "no base": Sheet("Chỉ tiêu,ĐVT,Chiều,Mục tiêu 2030\nTỷ lệ,%,tăng,7\n"),
    "no id": Sheet("Mã chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\n1.1,%,tăng,5,7\n"),
    "a base of no year": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc,Mục tiêu 2030\nTỷ lệ,%,tăng,5,7\n"),
    "results of no year": Sheet("Chỉ tiêu,ĐVT,Chiều,Thực hiện,Mục tiêu 2030\nTỷ lệ,%,tăng,5,7\n"),
    "a comparator like none": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030,Dấu\nTỷ lệ,%,tăng,5,7,xxx\n"),
    "a timing like none": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030,Cách tính\nTỷ lệ,%,tăng,5,7,xxx\n"),
    "a price like none": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030,Giá\nThu,tỷ đồng,tăng,5,7,xxx\n"),
    "a comparator against the words": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030,Dấu\nTỷ lệ,%,tăng,5,không quá 7%,ít nhất\n"
    ),
    "a target in words": Sheet("Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,tăng,5,phổ cập\n"),
    "a share over 100": line("1,Tỷ lệ,%,tăng,2020,5,2030,170"),
    "an unknown unit": line("1,Số nhà,nhà tranh,tăng,2020,5,2030,7"),
    "an unknown unit of two words": line("1,Số nhà,nhà tranh/lều cỏ,tăng,2020,5,2030,7"),
    "a slip in a unit": line("1,Khối lượng,tấnn,tăng,2020,5,2030,7"),
    "an unknown unit in English": Sheet("Indicator,Unit,Direction,Base 2020,Target 2030\nX,lều,up,5,7\n"),
    "a measure like none": Sheet(
        "Chỉ tiêu,ĐVT,Đo lường,Chiều,Số gốc 2020,Mục tiêu 2030\n"
        "Số nhà,nhà,xxx,tăng,5,7\nSố lều,lều,số lượngg,tăng,5,7\n"
    ),
    "two measures of one unit": Sheet(
        "Chỉ tiêu,ĐVT,Đo lường,Chiều,Số gốc 2020,Mục tiêu 2030\nSố nhà,lều,đếm,tăng,5,7\nSố lều,lều,điểm,tăng,5,7\n"
    ),
    "words of one notation in a column of the other": Sheet(
        'Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\nA,người,tăng,5,"1,500.0"\nB,người,tăng,5,"trên 1,500"\n'
    ),
    "English words in a column of Vietnamese numbers": Sheet(
        "Indicator;Unit;Direction;Base 2020;Target 2030\nA;người;up;5;1.500,0\nB;người;up;5;above 1.500\n"
    ),
    "an area that is none": Sheet(
        "Chỉ tiêu,ĐVT,Chiều,Địa bàn,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,tăng,Bắcc,5,7\n", {"areas": ["Bắc", "Nam"]}
    ),
    "an area named as any": Sheet("Chỉ tiêu,ĐVT,Chiều,Địa bàn,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,tăng,Area,5,7\n"),
    "two areas of one id": line("1,Tỷ lệ,%,tăng,2020,5,2030,7", areas=["Bắc", "Bac"]),
    "no term": line("1,Tỷ lệ,%,tăng,2020,5,2030,7", term="2026-Q1"),
    "a term in words": line("1,Tỷ lệ,%,tăng,2020,5,2030,7", term="nhiệm kỳ tới"),
    "a date for a title": Sheet(
        workbook(("Chỉ tiêu", "ĐVT", "Chiều", "Số gốc 2020", "Mục tiêu 2030"), (date(2026, 1, 5), "%", "tăng", 5, 7))
    ),
    "a date for a number": Sheet(
        workbook(
            ("TT", "Chỉ tiêu", "ĐVT", "Chiều", "Số gốc 2020", "Mục tiêu 2030"),
            (date(2026, 1, 5), "Tỷ lệ", "%", "tăng", 5, 7),
        )
    ),
}
OBSERVED = "{origin: report, locator: '1', figures: [{indicator: forest, area: whole, period: 2025, value: 91}]}"
PRINTED = """\
observations:
  - origin: report
    locator: "1"
    figures:
      - {indicator: forest, area: whole, period: 2026, printed: "91,50%"}
"""
FIRST = "forest,2026,91.50,report\n"
IMPORTS: dict[str, Import] = {
    "a cube without a document": Import(
        office(("91", "92"), dimensions={"ind": ("forest",), "time": ("2026", "2027")}, roles={"metric": ["ind"]})
    ),
    "a cube with two values of one figure": Import(
        "DATAFLOW,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\nX,forest,whole,2026,91\nX,forest,whole,2026,92\n",
        {"origin": "report"},
    ),
    "a cube that names its document": Import(
        office(
            ("91", "92"),
            dimensions={"ind": ("forest",), "time": ("2026", "2027")},
            roles={"metric": ["ind"]},
            source="Cục Thống kê",
            updated="2027-02",
        )
    ),
    "a correction": Import(FIRST.replace("91.50", "92"), before=FIRST),
    "a correction of a range": Import("forest,2026,88 - 90,report\n", before="forest,2026,89 - 91,report\n"),
    "a correction of another file": Import("forest,2024,90.5,report\n"),
    "another value in one table": Import(FIRST + FIRST.replace("91.50", "91")),
    "no document": Import("indicator,period,value\nforest,2026,91\n"),
    "a document without a date": Import("forest,2026,91,Báo cáo năm\n"),
    "a document without a date, of two figures": Import("forest,2026,91,Báo cáo năm\nforest,2027,91,Báo cáo năm\n"),
    "a document older than its figures": Import("forest,2026,91,Báo cáo năm\n", {"date": "2025"}),
    "another date of a document": Import(
        FIRST,
        {"date": "2025"},
        files={"origins.yaml": "origins: {report: {title: Bao cao, date: '2026'}, resolution: {title: NQ}}"},
    ),
    "a date of a document without one": Import(FIRST, {"date": "2025"}),
    "an issuer of a document without one": Import(FIRST, {"issuer": Issuer.PARTY}),
    **{
        f"an issuer that is {each}": Import(
            FIRST,
            {"issuer": Issuer.PARTY if each is not Issuer.PARTY else Issuer.PRESS},
            files={
                "origins.yaml": f"origins: {{report: {{title: Bao cao, issuer: {each}}}, resolution: {{title: NQ}}}}"
            },
        )
        for each in Issuer
    },
    "another issuer of a document": Import(
        FIRST,
        {"issuer": Issuer.PARTY},
        files={"origins.yaml": "origins: {report: {title: Bao cao, issuer: press}, resolution: {title: NQ}}"},
    ),
    "no date": Import(FIRST, {"date": "20/12/2026"}),
    "an unknown plan": Import(FIRST, {"plan": "x"}),
    "an unknown area": Import(FIRST, {"area": "whol"}),
    "an unknown indicator to accept": Import(FIRST, {"accept": ("forst",)}),
    "outside the limits": Import("forest,2026,191,report\n"),
    "a milestone that is no answer": Import("xong,2026,sắp,report\n", files={"moc.yaml": MILESTONE}),
    "a milestone in two ways": Import("xong,2026,có,report\nxong,2026,không,report\n", files={"moc.yaml": MILESTONE}),
    "a milestone in two ways again": Import(
        "xong,2026,không,report\nxong,2026,có,report\n", files={"moc.yaml": MILESTONE}
    ),
    "a correction of printed words": Import(
        FIRST.replace("91.50", "92"), {"accept": ("all",)}, files={"imported.yaml": PRINTED}
    ),
    "a file in one line": Import(FIRST, files={"imported.yaml": "{origins: {a: {title: x}}}\n"}),
    "a list in one line": Import(FIRST, files={"imported.yaml": f"observations: [{OBSERVED}]\n"}),
    "a map in one line": Import("forest,2026,91,Báo cáo năm\n", files={"imported.yaml": "origins: {a: {title: x}}\n"}),
    "the end of a document": Import(FIRST, files={"imported.yaml": "origins:\n  a: {title: x}\n...\n"}),
    "unknown status of all": Import(FIRST, {"status": Status.OFFICIAL}),
}
GALLERY: dict[str, Table | Sheet | Import | Office] = {
    **{f"figures: {name}": each for name, each in FIGURES.items()},
    **{f"plan: {name}": each for name, each in PLANS.items()},
    **{f"import: {name}": each for name, each in IMPORTS.items()},
    **OFFICES,
}
