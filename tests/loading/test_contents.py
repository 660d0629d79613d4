"""The files of a folder as read: what each declares, what is promised of it, and what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.loading.contents import Contents, Loaded, read_files, refused, unread_sorts


def _files(folder: Path, *texts: str) -> tuple[list[Loaded], list[str]]:
    files = [folder / f"{place}.yaml" for place in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    loaded, unreadable = read_files(files, [file.name for file in files])
    return loaded, [each.source.file for each in unreadable]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    """Text that is no YAML, and a list where blocks are expected."""
    loaded, unreadable = _files(tmp_path, "areas: {", "areas: {a: {title: A}}\n", "- areas\n")
    assert ([file.reader.name for file in loaded], unreadable) == (["1.yaml"], ["0.yaml", "2.yaml"])


@pytest.mark.parametrize(
    ("entry", "declares", "targeted"),
    [
        pytest.param("title: A, unit: ha", True, False, id="title and unit declare it"),
        pytest.param("unit: ha", True, False, id="so does any key of a declaration"),
        pytest.param("observed: {2024: 5}", False, False, id="figures alone do not"),
        pytest.param("target: {2030: 5}", False, True, id="a target is a promise, and no declaration"),
        pytest.param("rows: [{target: {2030: 5}}]", False, True, id="also within rows"),
        pytest.param("rows: [{result: {2030: 5}}]", False, False, id="a result is no promise"),
        pytest.param("origin: report", False, False, id="a document is no declaration"),
    ],
)
def test_what_an_entry_is(tmp_path: Path, entry: str, declares: bool, targeted: bool) -> None:
    """An indicator is declared once; rows and figures may stand elsewhere."""
    loaded, _ = _files(tmp_path, f"indicators: {{a: {{{entry}}}}}\n")
    contents = Contents(loaded)
    assert (list(contents.first_declared), contents.targeted) == (["a"] * declares, {"a"} if targeted else set())


def test_the_first_declaration_counts(tmp_path: Path) -> None:
    """Both are there, in the order of the files, so that the second can be told."""
    loaded, _ = _files(tmp_path, "indicators: {a: {unit: ha}}\n", "indicators: {a: {unit: km}}\n")
    contents = Contents(loaded)
    assert [file.reader.name for file, _, _ in contents.declarations] == ["0.yaml", "1.yaml"]
    assert contents.first_declared["a"]["unit"] == "ha"


def test_a_name_whose_entry_was_refused_is_known(tmp_path: Path) -> None:
    """What is wrong with it is told; who refers to it is right."""
    loaded, _ = _files(tmp_path, "indicators: {a: [], b: {unit: ha}}\nareas: {c: 5}\n")
    assert list(refused(loaded[0], "indicators")) == ["a"]
    assert list(refused(loaded[0], "areas")) == ["c"]
    assert Contents(loaded).refused == {"a"}


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        pytest.param("areas: {a: {title: A}}\n", set(), id="a block that is read"),
        pytest.param("areas: []\n", {"area"}, id="a block of another shape"),
        pytest.param("aeras: {a: {title: A}}\n", {"area"}, id="a misspelt block"),
        pytest.param("units: 5\norigins: x\n", {"unit", "origin"}, id="two blocks"),
    ],
)
def test_which_sorts_of_names_could_not_be_read(tmp_path: Path, text: str, sorts: set[str]) -> None:
    """What refers to them may be right."""
    loaded, _ = _files(tmp_path, text)
    assert unread_sorts(loaded) == sorts
