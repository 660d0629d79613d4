"""Which cells of a cube are read: by the file of codes, by what the data know, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading.tabular.statistical.mapping import CodeMap, code_map

from .cubes import DIMENSIONS, VALUES, WHOLE, cube, read
from .test_json_stat import FIGURES

OFFICE = {"chi tieu": ("KT01", "MT02"), "tinh": ("0", "17", "19"), "nam": ("0", "1")}
LABELS = {"KT01": "Quy mô GRDP", "MT02": "Rừng", "0": "Cả nước", "17": "Bac", "19": "Nam", "1": "Sơ bộ 2026"}
TWELVE = tuple(str(each) for each in range(1, 13))
TABLE = cube(TWELVE, dimensions={**OFFICE, "nam": ("2025", "2026")}, labels=LABELS, roles={})
ALL = """\
dimensions: {indicator: chi tieu, area: tinh, period: nam}
indicator: {MT02: forest}
area: {Bac: north, 19: south}
"""
PARTED = cube((*VALUES, *(f"{each}1" for each in VALUES)), dimensions={"sex": ("T", "F"), **DIMENSIONS})


@pytest.mark.parametrize(
    ("file", "codes", "figures", "said"),
    [
        pytest.param(WHOLE, "", FIGURES, [], id="ids need no file of codes"),
        pytest.param(
            TABLE,
            ALL,
            [
                *("grdp north 2025 = 3", "grdp north 2026 = 4", "grdp south 2025 = 5", "grdp south 2026 = 6"),
                *(
                    "forest north 2025 = 9",
                    "forest north 2026 = 10",
                    "forest south 2025 = 11",
                    "forest south 2026 = 12",
                ),
            ],
            ["tinh: not in the map, and left out: 0 (Cả nước)", "4 cells are outside the chosen part"],
            id="codes, labels and titles",
        ),
        pytest.param(
            WHOLE,
            "indicator: {grdp: forest, forest: grdp}",
            [each.replace("grdp", "x").replace("forest", "grdp").replace("x", "forest") for each in FIGURES],
            [],
            id="the file of codes goes before our ids",
        ),
        pytest.param(
            WHOLE,
            "fixed: {geo: south, time: [2026]}",
            ["grdp south 2026 = 21.50", "forest south 2026 = 64"],
            ["6 cells are outside the chosen part"],
            id="a slice through known dimensions",
        ),
        pytest.param(PARTED, "fixed: {sex: T}", FIGURES, ["8 cells are outside the chosen part"], id="a slice of more"),
        pytest.param(
            cube(VALUES[:2], dimensions={"time": DIMENSIONS["time"]}, roles={"time": ["time"]}),
            "indicator: forest",
            ["forest merged 2025 = 10.5", "forest merged 2026 = 11"],
            [],
            id="one indicator for the whole file, and the whole area",
        ),
        pytest.param(
            cube(VALUES[:2], dimensions={"geo": DIMENSIONS["geo"]}, roles={"geo": ["geo"]}),
            "indicator: Forest cover\nperiod: 2025\n",
            ["forest north 2025 = 10.5", "forest south 2025 = 11"],
            [],
            id="one indicator by its title, and one year, for the whole file",
        ),
        pytest.param(
            cube(VALUES[:4], dimensions={"ind": DIMENSIONS["ind"], "time": DIMENSIONS["time"]}),
            "area: south",
            [
                *(
                    "grdp south 2025 = 10.5",
                    "grdp south 2026 = 11",
                    "forest south 2025 = 20",
                    "forest south 2026 = 21.50",
                )
            ],
            [],
            id="one area for the whole file",
        ),
        pytest.param(
            cube(dimensions={**DIMENSIONS, "time": ("2025K1", "2026")}),
            'period: {"2025K1": 2025-Q1}',
            [each.replace("2025", "2025-Q1") for each in FIGURES],
            [],
            id="a period by its code",
        ),
        pytest.param(
            cube(dimensions={**DIMENSIONS, "time": ("x", "2026")}, labels={"x": "Sơ bộ 2025 K1"}),
            "period: {x: 2025-Q1}",
            [each.replace("2025", "2025-Q1") + (" provisional" if "2025" in each else "") for each in FIGURES],
            [],
            id="a period by its code, provisional by its label",
        ),
        pytest.param(
            cube(dimensions={**DIMENSIONS, "time": ("2025", "later")}),
            "period: {2025: 2025}",
            FIGURES[::2],
            ["time: not in the map, and left out: later", "4 cells are outside the chosen part"],
            id="codes that are no periods, left out beside others",
        ),
        pytest.param(
            cube(VALUES[:4], dimensions={**DIMENSIONS, "ind": ("grdp",)}, units={"grdp": {"base": "mil."}}),
            "unit: {mil.: triệu đồng}",
            [f"{each} in triệu đồng" for each in FIGURES[:4]],
            [],
            id="a unit by what the office calls it",
        ),
        pytest.param(
            cube(VALUES[:4], dimensions={**DIMENSIONS, "ind": ("grdp",)}),
            "unit: {grdp: tỷ đồng}",
            [f"{each} in tỷ đồng" for each in FIGURES[:4]],
            [],
            id="a unit by the code of the indicator",
        ),
        pytest.param(
            cube(VALUES[:4], dimensions={**DIMENSIONS, "ind": ("grdp",)}),
            "unit: tỷ đồng",
            [f"{each} in tỷ đồng" for each in FIGURES[:4]],
            [],
            id="a unit for the whole file",
        ),
        pytest.param(
            cube(status="*"), 'status: {"*": provisional}', [f"{each} provisional" for each in FIGURES], [], id="a mark"
        ),
    ],
)
def test_what_is_read_of_a_cube(file: str, codes: str, figures: list[str], said: list[str], tmp_path: Path) -> None:
    """Every cell that is not read is counted, and the codes that are left out are named."""
    assert read(file, codes, tmp_path) == (figures, [], said)


def test_a_dataset_that_tgkt_writes_is_read(tmp_path: Path) -> None:
    """One indicator, whose figures are told apart by more dimensions than a table of an office has."""
    dimensions = {
        "area": ("merged",),
        "period": ("2025", "2030"),
        "scenario": ("stated", "target"),
        "measure": ("absolute", "absolute: tỷ đồng"),
        "number": ("value", "low", "high"),
    }
    file = cube(
        {"0": "222.1", "1": "222.05", "2": "222.15", "18": "300", "21": "310000"},
        dimensions=dimensions,
        roles={"time": ["period"], "geo": ["area"], "metric": ["measure", "number"]},
        units={"absolute": {"label": "nghìn tỷ đồng"}, "absolute: tỷ đồng": {"label": "tỷ đồng"}},
        status={"0": "estimated"},
    )
    codes = "indicator: grdp\nfixed: {number: value, scenario: stated}\n"
    assert read(file, codes, tmp_path).figures == ["grdp merged 2025 = 222.1 estimated"]


def test_codes_that_do_not_meet_the_slice_need_no_meaning(tmp_path: Path) -> None:
    """What the slice leaves out is not asked about."""
    file = cube(dimensions={**DIMENSIONS, "geo": ("north", "unknown")})
    assert read(file).problems != []
    assert read(file, "fixed: {geo: north}", tmp_path).figures == [FIGURES[at] for at in (0, 1, 4, 5)]


def test_a_key_that_the_file_does_not_have_is_a_note(tmp_path: Path) -> None:
    """One file of codes serves for many tables."""
    found = read(WHOLE, "area: {north: north, south: south, wset: north}", tmp_path)
    assert (found.figures, found.problems) == (FIGURES, [])
    assert found.said == ["codes.yaml:1:36: area: the dimension 'geo' has no code 'wset'. Use one of: north, south."]


def test_a_pair_names_a_dimension_and_goes_before_the_file(tmp_path: Path) -> None:
    """As `--map area=geo` does for a table's heads."""
    file = cube(roles={}, dimensions={"a": DIMENSIONS["ind"], "b": DIMENSIONS["geo"], "c": DIMENSIONS["time"]})
    assert read(file, given=("indicator=a", "area=b", "period=c")).figures == FIGURES
    assert (
        read(file, "dimensions: {indicator: b, area: b, period: c}", tmp_path, given=("indicator=a",)).figures
        == FIGURES
    )


def test_without_options_nothing_is_mapped() -> None:
    """The empty map is the default."""
    assert code_map(()) == CodeMap()


def test_a_file_of_codes_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    """With its line, as other files are."""
    file = tmp_path / "codes.yaml"
    file.write_text("area: {a: b\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"codes.yaml:1:7: not valid YAML"):
        code_map((str(file),))
