"""Folders that build on other data: what is found, what may be added, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading.base import bases_of, begin_on, name_of, version_of
from tgkt.loading.files import all_files, changed_bases, data_files, load_folder, shipped_data, validate

from .mini import PLAN, about, observed


def on(base: Path, folder: Path, **files: str) -> Path:
    """A folder beside a base that builds on it and holds some files of its own."""
    begin_on(folder, f"../{base.name}", data_files(base))
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def in_force(folder: Path) -> str | None:
    """The plan that is meant where none is named."""
    found = load_folder(folder).plan_in_force()
    return found.id if found else None


def told(folder: Path) -> list[str]:
    """What is wrong with a folder."""
    with pytest.raises(DataError) as error:
        validate(folder, [])
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('base: {of: "../data", version: "12345678"}\n', id="in one line"),
        pytest.param('# why\nbase:\n  of: "../data"\n  version: "12345678"\n', id="as a block"),
        pytest.param("base:\n  version: '12345678'\n  of: ../data  # the plan\n", id="unquoted, the other way round"),
    ],
)
def test_a_base_is_found_without_reading_yaml(folder: Path, tmp_path: Path, text: str) -> None:
    """The files of the base come first; the folder's own follow."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "base.yaml").write_text(text, encoding="utf-8")
    (found,) = bases_of(mine, shipped_data())
    assert (found.folder.resolve(), found.version) == (folder, "12345678")
    assert [path.name for path in all_files(mine).paths] == [
        "areas.yaml",
        "indicators.yaml",
        "origins.yaml",
        "base.yaml",
    ]
    assert validate(mine, []) == 4


def test_a_folder_adds_figures_to_its_base(folder: Path, tmp_path: Path) -> None:
    """The figures of both stand in one catalogue."""
    mine = on(folder, tmp_path / "mine", more=observed("92,10%", period="2026"))
    assert about(load_folder(mine), "forest") == ["90,40%", "92,10%"]
    assert about(load_folder(folder), "forest") == ["90,40%"]


def test_a_base_may_have_a_base(folder: Path, tmp_path: Path) -> None:
    """The one that stands alone comes first."""
    middle = on(folder, tmp_path / "middle", more=observed("91,00%", period="2025"))
    top = on(middle, tmp_path / "top", more=observed("92,10%", period="2026"))
    assert about(load_folder(top), "forest") == ["90,40%", "91,00%", "92,10%"]


def test_nothing_of_a_base_is_declared_again(folder: Path, tmp_path: Path) -> None:
    """A folder adds, and the place of what it declares again is its own file."""
    again = "areas:\n  north: {title: Another north}\n"
    (problem,) = told(on(folder, tmp_path / "mine", again=again))
    assert "mine/again.yaml:2:" in problem
    assert "'north' is declared in another file too. Keep one" in problem


def test_the_mark_of_a_folder_goes_before_that_of_its_base(folder: Path, tmp_path: Path) -> None:
    """A plan that is added may be the one in force."""
    (folder / "plan.yaml").write_text(f"{PLAN}  in_force: true\n", encoding="utf-8")
    assert in_force(folder) == "plan"
    other = PLAN.replace("id: plan", "id: other").replace("title: {", "in_force: true\n  title: {")
    mine = on(folder, tmp_path / "mine", other=other)
    assert in_force(mine) == "other"


def test_a_change_of_the_base_is_told(folder: Path, tmp_path: Path) -> None:
    """The state that a folder was made on is recorded in it."""
    mine = on(folder, tmp_path / "mine")
    assert changed_bases(mine) == []
    (folder / "more.yaml").write_text(observed("92,10%", period="2026"), encoding="utf-8")
    (line,) = changed_bases(mine)
    assert "../data has changed since" in line
    assert f"version: {version_of(data_files(folder))}" in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "base: {of: ../nowhere}\n", "'../nowhere' is not a folder next to this one. Write the path", id="gone"
        ),
        pytest.param(
            "base: {of: tgkt:nowhere}\n", "tgkt ships no data named 'tgkt:nowhere'. Write tgkt:", id="unknown"
        ),
        pytest.param("base: {of: .}\n", "build on each other in a circle, through '.'. Remove one base", id="itself"),
        pytest.param(
            'base:\n  "of": ../data\n',
            "the base must be readable before the rest of the file, and this one is not",
            id="hidden",
        ),
    ],
)
def test_a_base_that_cannot_be_used(folder: Path, tmp_path: Path, text: str, words: str) -> None:
    """The message names the file and says what to write."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "base.yaml").write_text(text, encoding="utf-8")
    assert any(words in line and "base.yaml" in line for line in told(mine)), told(mine)


def test_a_base_stands_in_its_own_file(folder: Path) -> None:
    """Elsewhere it would be read too late."""
    (folder / "more.yaml").write_text("base: {of: ../other}\n", encoding="utf-8")
    assert any("more.yaml:1:" in line and "belongs in base.yaml. Move it there" in line for line in told(folder))


def test_two_folders_in_a_circle(folder: Path, tmp_path: Path) -> None:
    """A circle of two ends with a message, too."""
    first = on(folder, tmp_path / "first")
    on(first, tmp_path / "second")
    (first / "base.yaml").write_text("base: {of: ../second}\n", encoding="utf-8")
    assert "in a circle" in told(first)[0]


def test_the_shipped_data_have_a_name() -> None:
    """It is what `base: {of: "tgkt:NAME"}` says."""
    assert name_of(shipped_data()) == "thai_nguyen"
