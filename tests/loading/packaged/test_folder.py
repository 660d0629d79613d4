"""A folder made of a package holds what the first folder held, whatever forms its figures take."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.engine.export.export import export
from tgkt.errors import DataError
from tgkt.loading.files import load_folder
from tgkt.loading.packaged.folder import folder_files
from tgkt.report.exchange.package import package_files
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

EVERY_FORM = """\
language: vi
areas:
  whole: {title: {fr: "Région", vi: "Vùng"}, constituents: [north, south]}
  north: {title: "Bắc <script>alert(1)</script> \\"q\\" | {{7*7}}"}
  south: {title: "=HYPERLINK(\\"http://x\\")"}
origins:
  doc: {title: "Tài liệu", date: "2025-09", issuer: government}
  other: {title: "Khác", date: "2026-02"}
sections: {kt: "Kinh tế"}
units: {"cái kẹo": count, "tá kẹo": "12 cái kẹo"}
plan:
  {id: p, title: "Kế hoạch", period: 2026-2030, origin: doc, gaps: [{area: whole, code: "7", note: "bỏ số 7"}],
   overall: [{printed: "đều đạt"}, {printed: "cơ bản hoàn thành", origin: other, locator: "tr 3"}]}
indicators:
  share:
    title: {vi: "Tỷ lệ", en: "Share", fr: "Part"}
    unit: "%"
    direction: increase
    section: kt
    rows:
      - code: "3"
        area: whole
        baseline: {period: 2025, value: 50.0, official: "vượt kế hoạch", note: "dòng một\\ndòng hai\\tthẻ"}
        target: {2028: 60, 2030: {value: 70.0, comparator: at_least}}
        result: {2028: 61.5}
        label: "nhãn 👩‍👩‍👧 \\u200B x"
  ghg:
    title: "Phát thải"
    unit: "tấn"
    direction: decrease
    section: kt
    rows:
      - {code: "4", area: whole, target: {period: 2030, cut: 55.5, of: 2020}}
      - {code: "5", area: north, target: {period: 2030, printed: "giảm gần 40% so với năm 2020"}}
      - {code: "6", area: south, target: {period: 2030, rise: [10, 20], of: 2020, comparator: between}}
  candies: {title: "Kẹo", unit: "cái kẹo", section: kt, direction: increase}
  struct:
    {title: "Cơ cấu", unit: "%", kind: structure, parts: [s2, s1], section: kt,
     rows: [{code: "8", area: whole, target: {period: 2030, values: [60.0, 40]}}]}
  s1: {title: "S1", unit: "%", direction: neutral, section: kt}
  s2: {title: "S2", unit: "%", direction: neutral, section: kt}
  g: {title: "Tăng", unit: "%/năm", section: kt, direction: increase}
observations:
  - origin: other
    locator: "tr 1"
    figures:
      - {indicator: share, area: whole, period: 2025, printed: "3/50%", pick: part, value: 3, comparator: equals}
      - {indicator: candies, area: north, period: 2025, value: 24}
      - {indicator: struct, area: whole, period: 2025, values: [55, 45]}
      - {indicator: g, area: whole, period: 2026-6M, value: 106.5, index: true}
      - {indicator: share, area: north, period: 2025, value: [40, 45], comparator: between}
      - {indicator: share, area: south, period: 2025, value: 90, ambition: true, note: "a   b"}
      - {indicator: ghg, area: whole, period: 2020, printed: "khoảng 200 tấn"}
      - {indicator: share, area: whole, period: 2030, value: 70.0, comparator: at_least, reprint: true}
      - {indicator: ghg, area: north, period: 2030, printed: "giảm gần 40% so với năm 2020", reprint: true}
"""


def written(folder: Path, files: dict[str, str]) -> Path:
    """A new folder of these files."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def packaged(folder: Path) -> dict[str, str]:
    """The package of a folder."""
    catalogue = load_folder(folder)
    return package_files(export(Knowledge(catalogue, Clock(newest_year(catalogue, None)))))


def test_every_form_of_a_figure_comes_back(tmp_path: Path) -> None:
    """Cuts, rises, ranges, indices, picks, structures, shared baselines, parts of years, texts in three languages."""
    first = packaged(written(tmp_path / "data", {"data.yaml": EVERY_FORM}))
    package = written(tmp_path / "package", first)
    again = written(tmp_path / "again", folder_files(package / "datapackage.json"))
    assert packaged(again) == first


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        pytest.param("figures.csv", ",equals,24,", ",equals,24; 25,", "figures.csv:", id="a number"),
        pytest.param("plans.csv", ",false", ",perhaps", "plans.csv:2:", id="true or false"),
        pytest.param("areas.csv", '[""north"", ""south""]', "north", "areas.csv:2:", id="a list"),
        pytest.param("rows.csv", "p/whole/4/target", "nothing", "rows.csv:", id="a key of a figure"),
    ],
)
def test_a_spoilt_cell_is_told_with_its_place(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    """Nothing is repaired."""
    package = written(tmp_path / "package", packaged(written(tmp_path / "data", {"data.yaml": EVERY_FORM})))
    text = (package / file).read_text(encoding="utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=place):
        folder_files(package / "datapackage.json")
