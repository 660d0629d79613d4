"""The cache of a checked catalogue: a shortcut, never a source."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest

from tgkt.errors import DataError, Problem
from tgkt.loading import cache, catalogue, contents
from tgkt.loading.files import data_files, kept_marks, kept_size, load_folder, validate
from tgkt.loading.nodes import Node, compose
from tgkt.series.series import newest_year
from tgkt.source import Source

from .mini import AREAS, BASELINE, INDICATORS, TARGET, kept, planned, row, write_files


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


def test_observations_are_read_where_one_is_asked_for(folder: Path, home: Path, reads: list[str]) -> None:
    """What is about the plan alone waits for none of them; the years that they are about are known all the same."""
    first = load_folder(folder)
    (place,) = home.glob("*.observations")
    content = place.read_bytes()
    place.unlink()
    second = load_folder(folder)
    assert (
        (second.indicators, newest_year(second)) == (first.indicators, newest_year(first)) == (first.indicators, 2024)
    )
    place.write_bytes(content)
    assert second.about("forest", "whole") == first.about("forest", "whole") != []
    assert second == first
    assert reads == ["read"]


def test_observations_whose_cache_is_gone_are_read_again(folder: Path, home: Path, reads: list[str]) -> None:
    """From the very bytes that the rest was made of, whatever stands in the files by now; and they are kept anew."""
    first = load_folder(folder)
    for place in home.glob("*.observations"):
        place.write_bytes(b"spoilt")
    second = load_folder(folder)
    _edit(folder)
    assert tuple(second.observations) == tuple(first.observations)
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    assert load_folder(folder) == first
    assert reads == ["read", "read"]


def test_parts_of_observations_are_those_of_the_catalogue(home: Path, tmp_path: Path) -> None:
    """A figure of a row is one object, whether it is found in the row or among all observations."""
    folder = write_files(tmp_path / "rows", plan=planned(row("1", TARGET, BASELINE)))
    for found in (load_folder(folder), load_folder(folder)):
        baseline = found.rows_of()[0].baseline
        assert baseline is not None
        assert [each for each in found.observations if each is baseline] == [baseline]


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
    assert len(list(home.glob("*.catalogue"))) == 2


@pytest.fixture(name="composed")
def files_composed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose YAML is read, by name."""
    found: list[str] = []

    def compose_and_count(text: str, name: str) -> tuple[Node | None, list[Problem]]:
        found.append(Path(name).name)
        return compose(text, name)

    monkeypatch.setattr(contents, "compose", compose_and_count)
    return found


@pytest.mark.parametrize(
    ("change", "again"),
    [
        pytest.param(_edit, ["indicators.yaml"], id="a figure is edited"),
        pytest.param(_add, ["more.yaml"], id="a file is added"),
        pytest.param(_add_a_space, ["areas.yaml"], id="a line is added that means nothing"),
        pytest.param(_rename, ["places.yaml"], id="a file is renamed"),
    ],
)
def test_after_a_change_one_file_is_read_again(
    folder: Path, home: Path, composed: list[str], change: Callable[[Path], None], again: list[str]
) -> None:
    """The entries of the other files are those of the run before, and the catalogue is that of a first run."""
    load_folder(folder)
    assert sorted(composed) == sorted(file.name for file in data_files(folder))
    composed.clear()
    change(folder)
    changed = load_folder(folder)
    assert composed == again
    shutil.rmtree(home)
    assert load_folder(folder) == changed


def test_a_file_with_a_mistake_is_read_every_time(folder: Path, composed: list[str]) -> None:
    """Its mistakes are reported as often as it is read, the other files are not read for it."""
    (folder / "more.yaml").write_text("sections: []\n", encoding="utf-8")
    told = []
    for _ in range(3):
        with pytest.raises(DataError) as found:
            load_folder(folder)
        told.append(str(found.value))
    assert len(set(told)) == 1
    assert composed.count("more.yaml") == 3
    assert composed.count("areas.yaml") == 1


def test_validate_checks_entries_that_were_read_before(folder: Path, composed: list[str]) -> None:
    """What stands between files is checked anew each time, and a mistake there is reported with its place."""
    assert validate(folder, []) == validate(folder, [])
    assert len(composed) == len(data_files(folder))
    (folder / "areas.yaml").write_text(AREAS.replace("  south:", "  far:").replace(", south]", "]"), encoding="utf-8")
    first = _problems(folder)
    assert first == _problems(folder)
    assert composed.count("indicators.yaml") == 1


def _problems(folder: Path) -> list[str]:
    try:
        validate(folder, [])
    except DataError as error:
        return [str(each) for each in error.problems]
    return []


def test_a_file_from_elsewhere_leaves_nothing_behind(folder: Path, home: Path, tmp_path: Path) -> None:
    """Files that were not read as those of a folder are not kept: an import tries hundreds."""
    other = tmp_path / "other.yaml"
    other.write_text("sections: {economy: {vi: Kinh tế}}\n", encoding="utf-8")
    catalogue.load([*data_files(folder), other])
    assert not home.exists()


def _saved_and_undone(folder: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
    """Let the file hold another figure while something is made from it, as an editor or a sync client may."""
    made = getattr(module, name)

    def meanwhile(*args: object) -> object:
        _edit(folder)
        found = made(*args)
        (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
        return found

    monkeypatch.setattr(module, name, meanwhile)


def test_a_figure_that_was_saved_and_undone_is_never_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes that are hashed are the bytes that are read: the file says 90.40 before and after, and so do we."""
    with monkeypatch.context() as busy:
        _saved_and_undone(folder, busy, catalogue, "load")
        first = load_folder(folder)
    assert first == load_folder(folder)
    assert [str(each.figure.value) for each in first.about("forest", "whole") if each.figure] == ["90.40"]


def test_marks_belong_to_the_figures_they_were_made_of(folder: Path, reads: list[str]) -> None:
    """Marks of a catalogue that is no longer in the folder are not taken for those of the new one."""
    old = load_folder(folder)
    _edit(folder)
    assert kept_marks(folder, old, lambda: {Source("old", 1, 1): {}}) == {Source("old", 1, 1): {}}
    new = load_folder(folder)
    assert kept_marks(folder, new, lambda: {Source("new", 1, 1): {}}) == {Source("new", 1, 1): {}}
    assert kept_size(folder, new, lambda: (1, 2)) == kept_size(folder, new, lambda: (3, 4)) == (1, 2)
    assert reads == ["read", "read"]


def test_a_catalogue_that_was_not_loaded_from_a_folder_has_no_kept_marks(folder: Path, home: Path) -> None:
    """Nobody knows which bytes it was made of."""
    built = catalogue.load(data_files(folder))
    for size in ((1, 2), (3, 4)):
        assert kept_size(folder, built, lambda size=size: size) == size  # type: ignore[misc]  # of this round
    assert not home.exists()


def test_invalid_data_are_notkept(folder: Path, home: Path, reads: list[str]) -> None:
    """A folder with a mistake is refused every time, and nothing is kept of it."""
    (folder / "more.yaml").write_text("sections: []\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DataError):
            load_folder(folder)
    assert reads == ["read", "read"]
    assert list(home.glob("*.catalogue")) == []


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
    assert [file] == list(home.glob("*.catalogue"))
