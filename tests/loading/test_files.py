"""Which files are read, and what is said of those that cannot be."""

from __future__ import annotations

import os
from errno import EACCES
from pathlib import Path

import pytest

from tgkt.errors import EXIT_DATA, DataError, Problem, UsageError
from tgkt.loading.content import MOST_BYTES
from tgkt.loading.files import data_files, data_folder, load_folder, shipped_data, validate

from .mini import write_files


def _only_problem(file: Path, folder: Path) -> Problem:
    """The one message about a file that joins the data of a folder."""
    with pytest.raises(DataError) as caught:
        validate(folder, [file])
    (problem,) = caught.value.problems
    assert isinstance(problem, Problem)
    return problem


def test_a_file_too_large_is_not_read(tmp_path: Path, folder: Path) -> None:
    """A file beyond the limit is refused by its size alone."""
    file = tmp_path / "oversize.yaml"
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    problem = _only_problem(file, folder)
    assert (str(file), 1, 1) == problem.source
    assert f"the file has {MOST_BYTES + 1} bytes; at most {MOST_BYTES} are read. Split it" == problem.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("nowhere.yaml", "no such file or directory", id="a file that is not there"),
        pytest.param(".", "is a directory", id="a folder"),
        pytest.param("x" * 300 + ".yaml", "file name too long", id="a name too long for the disk"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, folder: Path, name: str, words: str) -> None:
    """The message names the file, the system's reason and what to check."""
    problem = _only_problem(tmp_path / name, folder)
    assert (str(tmp_path / name), 1, 1) == problem.source
    assert f"cannot be read: {words}. Check the path and its permissions" == problem.message


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    """The message names the folder and the ways to name another."""
    with pytest.raises(UsageError, match=r"nowhere: no such folder\. Name a folder .* --data or TGKT_DATA"):
        data_folder(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file given as the data folder is a usage error."""
    file = tmp_path / "data.yaml"
    file.touch()
    with pytest.raises(UsageError, match=r"data\.yaml: no such folder"):
        data_folder(file)


def test_a_folder_name_too_long_is_a_usage_error() -> None:
    """A folder name that the system refuses ends like one that is not there."""
    with pytest.raises(UsageError):
        data_folder(Path("x" * 5000))


def test_a_folder_without_data_files_is_told(tmp_path: Path) -> None:
    """A folder that holds no YAML file, only a folder called so, is refused with a remedy."""
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "notes.txt").touch()
    with pytest.raises(DataError, match=r"holds no \.yaml file\. Name a folder with data files"):
        validate(tmp_path, [])


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is a mistake in the data, with the system's reason."""

    def refuse(_folder: Path) -> None:
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DataError) as caught:
        validate(tmp_path, [])
    assert caught.value.exit_code == EXIT_DATA
    assert str(caught.value).startswith(f"{tmp_path}: cannot be read: permission denied")


def test_data_files_are_the_yaml_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Files ending in .yaml or .yml are read, by name, those of a folder with them; nothing else is."""
    for name in ("b.yaml", "a.yml", "c.yaml", "notes.txt", "schema.json", "d.yaml.bak", ".yaml"):
        (tmp_path / name).touch()
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "e.yaml").touch()
    assert [file.name for file in data_files(tmp_path)] == ["a.yml", "b.yaml", "e.yaml", "c.yaml"]


def test_the_folder_given_comes_before_the_variable_and_the_shipped_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--data, then TGKT_DATA, then what came with tgkt; an empty variable is none."""
    given, named = tmp_path / "given", tmp_path / "named"
    for folder in (given, named):
        folder.mkdir()
    monkeypatch.setenv("TGKT_DATA", str(named))
    assert [given, named] == [data_folder(given), data_folder(None)]
    monkeypatch.setenv("TGKT_DATA", "")
    assert shipped_data() == data_folder(None)


def test_a_data_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that loads a folder names the file it may not read."""
    shut = folder / "origins.yaml"
    readable = os.open

    def opened(file: Path, flags: int, *more: int) -> int:
        if Path(file) == shut:
            raise PermissionError(EACCES, "Permission denied")
        return readable(file, flags, *more)

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(DataError, match=r"origins\.yaml:1:1: cannot be read: permission denied"):
        load_folder(folder)


def test_messages_name_the_folder_as_the_user_wrote_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given as a relative path stands so in the messages."""
    write_files(tmp_path / "data", more="sections: []\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError, match=r"^data/more\.yaml:1:11: sections: expected a map"):
        validate(Path("data"), [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("origins:\n\t- x\n", id="text that is not YAML"),
        pytest.param("origins: []\n", id="a block of the wrong shape"),
        pytest.param("orgins: {report: {title: Report}}\n", id="a misspelt block"),
        pytest.param("origins: {report: [], resolution: {title: Resolution}}\n", id="an entry of the wrong shape"),
        pytest.param("- origins\n", id="a file of the wrong shape"),
    ],
)
def test_a_broken_file_is_told_and_nothing_that_follows_from_it(tmp_path: Path, text: str) -> None:
    """While a file cannot be read, nothing is said of references to what it may declare."""
    folder = write_files(tmp_path / "data", origins=text)
    with pytest.raises(DataError) as caught:
        validate(folder, [])
    files = [problem.source.file for problem in caught.value.problems if isinstance(problem, Problem)]
    assert [str(folder / "origins.yaml")] == files
