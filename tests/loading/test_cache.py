"""The cache of a checked catalogue: a shortcut, never a source."""

from __future__ import annotations

from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading import cache
from tgkt.loading.files import load_folder

from .mini import AREAS, INDICATORS, kept, write_files


def test_a_second_load_comes_from_the_cache_and_is_equal(folder: Path, home: Path, reads: list[str]) -> None:
    """The YAML is read once; the catalogue that comes back is the same, digit by digit."""
    first, second = load_folder(folder), load_folder(folder)
    assert reads == ["read"]
    assert first == second
    assert first is not second
    assert repr(first) == repr(second)
    assert kept(home).is_file()


def test_the_cache_keeps_the_digits_as_printed(folder: Path) -> None:
    """90.40 comes back as 90.40, not as 90.4."""
    load_folder(folder)
    (statement,) = load_folder(folder).about("forest", "whole")
    assert statement.figure is not None
    assert str(statement.figure.value) == "90.40"


def _edit(folder: Path) -> None:
    file = folder / "indicators.yaml"
    file.write_text(INDICATORS.replace("90.40", "90.41").replace("90,40", "90,41"), encoding="utf-8")


def _add(folder: Path) -> None:
    (folder / "more.yaml").write_text('sections: {economy: {vi: "Kinh tế", en: "Economy"}}\n', encoding="utf-8")


def _add_a_space(folder: Path) -> None:
    (folder / "areas.yaml").write_text(AREAS + "\n", encoding="utf-8")


def _rename(folder: Path) -> None:
    (folder / "areas.yaml").rename(folder / "places.yaml")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_edit, id="a figure is edited, at the same length"),
        pytest.param(_add, id="a file is added"),
        pytest.param(_add_a_space, id="a line is added that means nothing"),
        pytest.param(_rename, id="a file is renamed"),
    ],
)
def test_a_changed_folder_is_read_again(folder: Path, reads: list[str], change: Callable[[Path], None]) -> None:
    """Whatever changes in the data files, the old cache is not current any more."""
    load_folder(folder)
    change(folder)
    changed = load_folder(folder)
    assert reads == ["read", "read"]
    assert load_folder(folder) == changed
    assert reads == ["read", "read"]


def test_a_changed_program_reads_again(
    folder: Path, tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache made by other code is not current, because the code decides what is checked."""
    load_folder(folder)
    other = tmp_path / "tgkt"
    (other / "loading").mkdir(parents=True)
    (other / "loading" / "spec.py").write_text("# other code\n", encoding="utf-8")
    monkeypatch.setattr(cache, "_PACKAGE", other)
    load_folder(folder)
    assert reads == ["read", "read"]


def test_each_folder_has_its_own_cache(folder: Path, home: Path, tmp_path: Path, reads: list[str]) -> None:
    """Two folders used in turn do not push each other out."""
    other = write_files(tmp_path / "other")
    for each in (folder, other, folder, other):
        load_folder(each)
    assert reads == ["read", "read"]
    assert len(list(home.iterdir())) == 2


def test_invalid_data_are_notkept(folder: Path, home: Path, reads: list[str]) -> None:
    """A folder with a mistake is refused every time, and nothing is kept of it."""
    (folder / "more.yaml").write_text("sections: []\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DataError):
            load_folder(folder)
    assert reads == ["read", "read"]
    assert not home.exists()


# ---- a place that cannot be written


@pytest.mark.parametrize("method", ["mkdir", "write_bytes", "replace"])
def test_a_cache_that_may_not_be_written_is_no_error(
    folder: Path, home: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the right to write there is no cache, and nothing else is different."""

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(EACCES, "Permission denied")

    with monkeypatch.context() as limited:
        limited.setattr(Path, method, refuse)
        first = load_folder(folder)
    assert not home.exists() or list(home.iterdir()) == []
    assert first == load_folder(folder)


def test_a_cache_home_that_is_a_file_is_no_error(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """XDG_CACHE_HOME=/dev/null, as some set it to have no caches, means no cache."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_folder(folder) == load_folder(folder)


def test_a_cache_that_is_a_folder_is_no_error(folder: Path, home: Path) -> None:
    """Something else in the cache's place is passed over and left alone."""
    load_folder(folder)
    file = kept(home)
    file.unlink()
    file.mkdir()
    assert load_folder(folder) == load_folder(folder)
    assert file.is_dir()
    assert [file] == list(home.iterdir())
