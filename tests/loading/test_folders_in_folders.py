"""Data files in the folders of a data folder: which are read, what they are called, and to which layer they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading.files import all_files, data_files, load_folder, validate
from tgkt.loading.folder import DEEPEST

from .mini import PLAN, TARGET, about, observed, planned, row
from .test_base import on

MORE = (
    f"continues: plan\nindicators:\n  communes:\n    rows:\n{row('2', TARGET.replace('95', '8').replace('%', ' xã'))}"
)


def put(folder: Path, name: str, text: str) -> Path:
    """Write a file, with the folders that it lies in."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_plan_may_span_files_and_folders_of_files(folder: Path) -> None:
    """Wherever they lie, its rows are those of one plan."""
    put(folder, "targets/forest.yaml", planned(row("1", TARGET)))
    put(folder, "targets/others/communes.yaml", MORE)
    put(folder, "figures/2023.yml", observed("88%", period="2023"))
    catalogue = load_folder(folder)
    assert [each.indicator.id for each in catalogue.plans["plan"].rows] == ["forest", "communes"]
    assert about(catalogue, "forest") == ["88%", "90,40%"]


def test_messages_name_a_file_with_its_folder(folder: Path) -> None:
    put(folder, "figures/north/2023.yaml", observed("88%", period="2023", value="89"))
    with pytest.raises(DataError) as caught:
        validate(folder, [])
    assert str(caught.value.problems[0].source.file) == f"{folder}/figures/north/2023.yaml"  # type: ignore[union-attr]


def test_what_changes_in_a_folder_is_read_anew(folder: Path, home: Path) -> None:
    """A kept catalogue is that of these very files."""
    file = put(folder, "figures/2023.yaml", observed("88%", period="2023"))
    load_folder(folder)
    file.write_text(observed("87%", period="2023"), encoding="utf-8")
    assert "87%" in about(load_folder(folder), "forest")
    put(folder, "figures/2022.yaml", observed("86%", period="2022"))
    assert "86%" in about(load_folder(folder), "forest")


LEFT_OUT = {
    "a hidden folder": ".drafts/plan.yaml",
    "one below it": "figures/.old/plan.yaml",
    "one that lies too deep": "/".join("abcdefgh"[: DEEPEST + 1]) + "/plan.yaml",
    "another ending": "figures/plan.txt",
}


@pytest.mark.parametrize("name", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out(folder: Path, name: str) -> None:
    """It may be anything."""
    before = data_files(folder)
    put(folder, name, "not: [data")
    assert data_files(folder) == before


def test_a_link_to_a_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """It could lead anywhere, and in a circle."""
    before = data_files(folder)
    put(tmp_path, "elsewhere/plan.yaml", "not: [data")
    (folder / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    assert data_files(folder) == before


def test_a_folder_with_a_base_is_one_of_its_own(folder: Path) -> None:
    """It builds on the folder that it lies in, which does not hold it."""
    before = data_files(folder)
    put(folder, "since/base.yaml", 'base: {of: ".."}\n')
    put(folder, "since/2023.yaml", observed("88%", period="2023"))
    assert data_files(folder) == before
    assert about(load_folder(folder / "since"), "forest") == ["90,40%", "88%"]


def test_a_folder_belongs_to_the_layer_that_it_lies_in(folder: Path, tmp_path: Path) -> None:
    """What stands in the folders of a base is part of it, and what stands in those of a later one is left out."""
    put(folder, "figures/2023.yaml", observed("88%", period="2023"))
    later = on(folder, tmp_path / "later")
    put(later, "figures/2022.yaml", observed("86%", period="2022"))
    catalogue = load_folder(later)
    assert [Path(each).resolve() for each in catalogue.folders] == [folder.resolve(), later.resolve()]
    assert about(catalogue, "forest") == ["88%", "90,40%", "86%"]
    assert about(catalogue.without_later(catalogue.folders[0]), "forest") == ["88%", "90,40%"]


def test_a_file_to_be_checked_replaces_itself_alone(folder: Path, tmp_path: Path) -> None:
    """Not another of its name; one from elsewhere replaces those of its name."""
    one = put(folder, "north/2023.yaml", observed("88%", period="2023"))
    put(folder, "south/2023.yaml", observed("86%", period="2022"))
    assert validate(folder, [one]) == 1
    one.write_text(observed("86%", period="2022"), encoding="utf-8")
    with pytest.raises(DataError, match="south/2023"):
        validate(folder, [one])
    assert validate(folder, [put(tmp_path, "new/2023.yaml", observed("86%", period="2022"))]) == 1


def test_files_are_named_once(folder: Path) -> None:
    """Of two layers that name their files alike, each keeps its own."""
    put(folder, "plan/plan.yaml", PLAN)
    files = all_files(folder)
    assert len(set(files.names)) == len(files.names) == len(files.paths)
