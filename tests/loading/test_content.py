"""What is read of a data folder, whoever it comes from: plain files of its own, within bounds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tgkt.errors import DataError, UsageError
from tgkt.loading.content import MOST_BYTES, content_in_folder, content_of
from tgkt.loading.files import base_files, load_folder, validate

from .mini import ORIGINS, write_files

SECRET = "root: a secret line"


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def _private(file: Path) -> None:
    (file.parents[1] / "private").write_text(SECRET, encoding="utf-8")
    file.symlink_to(file.parents[1] / "private")


def _roundabout(file: Path) -> None:
    """Out of the folder by a link to a folder in it."""
    (file.parents[1] / "away").mkdir()
    (file.parents[1] / "away" / "private").write_text(SECRET, encoding="utf-8")
    (file.parent / "near").symlink_to("../away")
    file.symlink_to("near/private")


def _itself(file: Path) -> None:
    file.symlink_to(file.name)


def _huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(10**12)


@pytest.mark.parametrize(
    ("put", "told"),
    [
        pytest.param(_pipe, "is not a plain file. Remove it, or put a plain file in its place", id="a pipe"),
        pytest.param(
            _endless, "is a link out of the folder, to /dev/zero. Put the file itself", id="a link to a device"
        ),
        pytest.param(_private, "is a link out of the folder, to ", id="a link to a private file"),
        pytest.param(_roundabout, "is a link out of the folder, to ", id="a link through a link"),
        pytest.param(_itself, "cannot be read: too many levels of symbolic links", id="a link to itself"),
        pytest.param(_huge, f"at most {MOST_BYTES} are read", id="a file of a terabyte"),
    ],
)
@pytest.mark.parametrize("name", ["more.yaml", "base.yaml"])
def test_a_folder_holds_plain_files_of_its_own(folder: Path, put: Callable[[Path], None], told: str, name: str) -> None:
    """Whatever else lies in it is told at once, with its place and without a line of it."""
    put(folder / name)
    for ask in (load_folder, lambda place: validate(place, [])):
        with pytest.raises(DataError) as caught:
            ask(folder)
        (problem,) = caught.value.problems
        assert str(problem).startswith(f"{folder}/{name}:1:1: ")
        assert told in str(problem)
        assert SECRET not in str(problem)
    with pytest.raises((DataError, UsageError)):
        begun_on(folder)


def begun_on(folder: Path) -> None:
    """What `tgkt init --base` reads."""
    from tgkt.loading.base import version_of

    version_of(base_files(str(folder), folder.parent / "mine")[0])


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    """So is a folder that is a link itself."""
    (folder / "origins.yaml").rename(folder / "of_2025.txt")
    (folder / "origins.yaml").symlink_to("of_2025.txt")
    (folder.parent / "linked").symlink_to(folder)
    assert load_folder(folder).origins.keys() == load_folder(folder.parent / "linked").origins.keys() != set()


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/full"])
def test_what_the_user_names_is_read_to_its_limit(name: str) -> None:
    """A device without end is refused."""
    assert content_of(Path(name)) == f"the file does not end within {MOST_BYTES} bytes, and no more are read. Split it"


def test_what_the_user_names_may_be_a_pipe(tmp_path: Path) -> None:
    """Shells hand files over so: tgkt validate <(…)."""
    ours, theirs = os.pipe()
    os.write(theirs, ORIGINS.encode())
    os.close(theirs)
    try:
        assert content_of(Path(f"/dev/fd/{ours}")) == ORIGINS.encode()
    finally:
        os.close(ours)
    write_files(tmp_path / "d")
    assert content_in_folder(tmp_path / "d" / "origins.yaml") == ORIGINS.encode()
