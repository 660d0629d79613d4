"""Bad tables of a Vietnamese clerk: what `import`, `init` and `template` say of them, and what machines still read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from loading.mini import ORIGINS, write_files

from .runner import Tgkt

VIETNAM = {"LANG": "vi_VN.UTF-8"}
FIGURES = """\
Chỉ tiêu,ĐVT,Kỳ,Giá trị,Nguồn
Tỷ lệ che phủ rừg,%,2026,91,report
Tỷ lệ che phủ rừng,kg,2026,91,report
Tỷ lệ che phủ rừng,%,6/2026,91,report
Số xã,xã,2026,chín mươi,report
Số xã,xã,2027,92,report
"""
TOLD = """\
so_lieu.csv:2:1: Chỉ tiêu: không có chỉ tiêu 'Tỷ lệ che phủ rừg'. Có phải ý bạn là 'Tỷ lệ che phủ rừng' (forest)?
so_lieu.csv:3:2: ĐVT: 'kg' và đơn vị tính '%' của chỉ tiêu đo hai đại lượng khác nhau. Dùng đơn vị tính cùng loại
so_lieu.csv:4:3: Kỳ: '6/2026' có thể là một tháng hoặc các tháng đến hết tháng đó. \
Ghi T6/2026 cho riêng tháng đó, 6T/2026 cho các tháng đến hết tháng đó
so_lieu.csv:5:4: Giá trị: 'chín mươi' không phải là số. Ghi chữ số, hoặc để trống ô
data/imported.yaml: đã đọc 1 số liệu: 1 mới; chưa ghi gì
"""
PLAN = "Chỉ tiêu,ĐVT,Chiều,Số gốc 2020,Mục tiêu 2030\nTỷ lệ,%,lên,5,7\nThu ngân sách,tỷ đồng,tăng,5,7\n"
PLAN_TOLD = """\
ke_hoach.csv:1:1: số tiền chưa có loại giá. Ghi hiện hành hoặc so sánh vào cột 'Giá'; cần cho 'Thu ngân sách'
ke_hoach.csv:2:3: Chiều: chiều 'lên' không hợp lệ. Dùng một trong: giảm, tăng, không nêu.
"""


@pytest.fixture(name="place")
def office(tmp_path: Path) -> Path:
    """A folder with the small data, a table of figures and a sheet of a plan, both with mistakes."""
    write_files(tmp_path / "data", origins=ORIGINS.replace('"Report"}}', '"Report"}, date: "2200"}'))
    (tmp_path / "so_lieu.csv").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "ke_hoach.csv").write_text(PLAN, encoding="utf-8")
    (tmp_path / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        pytest.param(("import", "so_lieu.csv", "--data", "data"), 3, TOLD, id="figures"),
        pytest.param(("init", "moi", "--from", "ke_hoach.csv"), 3, PLAN_TOLD, id="a plan"),
        pytest.param(
            ("import", "cu.xls", "--data", "data"),
            3,
            "cu.xls: tệp Excel đời cũ (.xls), hoặc có mật khẩu. Lưu lại dạng .xlsx hoặc CSV\n",
            id="an old workbook",
        ),
        pytest.param(
            ("import", "khong_co.csv", "--data", "data"),
            2,
            "khong_co.csv: không đọc được: không có tệp hoặc thư mục này\n",
            id="no file",
        ),
        pytest.param(
            ("import", "so_lieu.csv"),
            2,
            "import ghi vào thư mục dữ liệu riêng. Nêu thư mục bằng --data DIR hoặc TGKT_DATA\n",
            id="no folder",
        ),
        pytest.param(
            ("init", "data"), 2, "data: đã có và không trống. Nêu tên một thư mục mới\n", id="a folder that is there"
        ),
        pytest.param(
            ("template", "2031"),
            2,
            "YEAR: 2031 nằm ngoài giai đoạn 2026-2030 của targets_2025_2030. "
            "Viết một năm trong giai đoạn đó, hoặc nêu --plan khác\n",
            id="a year of no plan",
        ),
        pytest.param(
            ("template", "2026", "-o", "bieu.ods"),
            2,
            "--output: bieu.ods: phần đuôi quyết định loại tệp. Đặt tên tệp .xlsx hoặc .csv\n",
            id="a file of another kind",
        ),
    ],
)
def test_mistakes_are_told_in_vietnamese(tgkt: Tgkt, place: Path, args: tuple[str, ...], code: int, told: str) -> None:
    """By the locale, and by --lang likewise."""
    done = tgkt.started(*args, cwd=place, env=VIETNAM)
    assert (done.code, done.err) == (code, told)
    assert tgkt.fresh(*args, "--lang", "vi", cwd=place).err == told


def test_what_is_done_is_told_in_vietnamese(tgkt: Tgkt, place: Path) -> None:
    """Counts, what was assumed, and a correction that waits with its figure as it is written there."""
    said = ("import", "tot.csv", "--data", "data", "--lang", "vi", "-f", "csv")
    file = place / "tot.csv"
    file.write_text("Chỉ tiêu;Nguồn;TH 2026\nche phủ rừng;report;91,50\nSố xã;report;\n", encoding="utf-8")
    assert tgkt.fresh(*said, cwd=place).err == (
        "tot.csv:2:3: TH 2026: đọc theo cách viết Việt Nam (1.845,7) vì có '91,50'\n"
        "'che phủ rừng' được hiểu là forest (Tỷ lệ che phủ rừng)\n"
        "1 dòng chưa điền\n"
        "data/imported.yaml: đã đọc 1 số liệu: 1 mới\n"
    )
    assert tgkt.fresh(*said, cwd=place).err.endswith("data/imported.yaml: đã đọc 1 số liệu: 1 không đổi\n")
    file.write_text("Chỉ tiêu;Nguồn;TH 2026\nforest;report;92,5\n", encoding="utf-8")
    assert tgkt.fresh(*said, cwd=place).err.splitlines()[1:] == [
        "tot.csv:2:3: forest: đính chính 91,50% tại data/imported.yaml:8:9. "
        "Kiểm tra lại, hoặc xác nhận bằng --accept forest",
        "data/imported.yaml: đã đọc 1 số liệu: 1 giữ lại; chưa ghi gì",
    ]


def test_new_files_begin_with_a_comment_in_vietnamese(tgkt: Tgkt, place: Path) -> None:
    """Both the one of the figures and the one that names what the folder builds on."""
    file = place / "tot.csv"
    file.write_text("Chỉ tiêu;TH 2026\nforest_cover;61,5\n", encoding="utf-8")
    assert tgkt.fresh("import", "tot.csv", "--data", "moi", "--origin", "BC", "--lang", "vi", cwd=place).code == 0
    begun = {each.name: each.read_text(encoding="utf-8").split("\n")[0] for each in (place / "moi").iterdir()}
    assert begun.keys() == {"base.yaml", "imported.yaml"}
    assert begun["imported.yaml"].startswith("# Số liệu nhập từ bảng")
    assert begun["base.yaml"].startswith("# Dữ liệu nền mà thư mục này")


def test_a_slip_is_told_with_the_numbers_of_the_reader(tgkt: Tgkt, place: Path) -> None:
    """In the table too."""
    (place / "tot.csv").write_text("Chỉ tiêu;Nguồn;TH 2026\nforest;report;9,1\n", encoding="utf-8")
    done = tgkt.fresh("import", "tot.csv", "--data", "data", "--lang", "vi", cwd=place)
    told = "9,1% (2026): nhỏ hơn mức hợp lý 10 lần; số hợp lý là 91; số liệu gần nhất đã có là 90,40 (2024)"
    advice = "Kiểm tra lại, hoặc xác nhận bằng --accept forest"
    assert f"tot.csv:2:3: forest: {told}. {advice}\n" in done.err
    assert f"{told}. {advice}\n" in done.out


def test_machines_read_english_in_every_language(tgkt: Tgkt, place: Path) -> None:
    """The same bytes whatever the language."""
    shutil.copy(place / "so_lieu.csv", place / "t.csv")
    for form in ("json", "ndjson", "csv", "tsv"):
        asked = ("import", "t.csv", "--data", "data", "-f", form)
        english, vietnamese = (tgkt.fresh(*asked, "--lang", lang, cwd=place) for lang in ("en", "vi"))
        assert english.raw == vietnamese.raw
        assert "Giá trị: 'chín mươi' is not a number. Write digits, or leave the cell empty" in english.out
