"""Where things are kept between runs, and that nobody else can have put them there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tgkt import store
from tgkt.store import cache_folder, keep, kept


@pytest.fixture(name="at")
def one_kept(tmp_path: Path) -> Path:
    """A kept file."""
    place = tmp_path / "cache" / "tgkt" / "one"
    keep(place, b"content")
    return place


def test_what_is_kept_is_the_users_alone(at: Path) -> None:
    """Whatever the umask says."""
    old = os.umask(0)
    try:
        keep(at, b"again")
    finally:
        os.umask(old)
    assert kept(at) == b"again"
    assert [each.stat().st_mode & 0o777 for each in (at, at.parent)] == [0o600, 0o700]
    assert list(at.parent.iterdir()) == [at]


def _replaced_by_a_link(at: Path) -> None:
    at.rename(at.parent / "other")
    at.symlink_to("other")


def _replaced_by_a_pipe(at: Path) -> None:
    at.unlink()
    os.mkfifo(at)


def _huge(at: Path) -> None:
    with at.open("wb") as stream:
        stream.truncate(10**12)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda at: at.chmod(0o620), id="its group may write it"),
        pytest.param(lambda at: at.chmod(0o602), id="everybody may write it"),
        pytest.param(lambda at: at.parent.chmod(0o770), id="the group may write to its folder"),
        pytest.param(lambda at: at.parent.chmod(0o1777), id="everybody may write to its folder"),
        pytest.param(_replaced_by_a_link, id="it is a link"),
        pytest.param(_replaced_by_a_pipe, id="it is a pipe"),
        pytest.param(_huge, id="it is a terabyte"),
        pytest.param(lambda at: at.unlink(), id="it is not there"),
    ],
)
def test_what_others_could_have_written_counts_for_nothing(at: Path, change: Callable[[Path], None]) -> None:
    """It is passed over at once."""
    change(at)
    assert kept(at) is None


@pytest.mark.parametrize("of", ["the file", "the folder"])
def test_what_belongs_to_others_counts_for_nothing(at: Path, of: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shared XDG_CACHE_HOME is no way to show a figure to somebody else."""
    if os.geteuid() == 0:
        os.chown(at if of == "the file" else at.parent, 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert kept(at) is None


def test_nothing_is_kept_in_a_folder_that_others_write_to(at: Path) -> None:
    """They could replace it at once."""
    at.unlink()
    at.parent.chmod(0o777)
    keep(at, b"content")
    assert list(at.parent.iterdir()) == []


def test_the_rest_of_a_killed_run_is_no_trap(at: Path) -> None:
    """A part that was left under the name of this process is removed, and the next time something is kept."""
    (at.parent / f"one.{os.getpid()}").touch()
    for _ in range(2):
        keep(at, b"new")
    assert kept(at) == b"new"


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        pytest.param("linux", {"HOME": "{home}"}, "{home}/.cache/tgkt", id="Linux"),
        pytest.param("darwin", {"HOME": "{home}"}, "{home}/Library/Caches/tgkt", id="macOS"),
        pytest.param("win32", {"LOCALAPPDATA": "{home}"}, "{home}/tgkt/Cache", id="Windows"),
        pytest.param("win32", {"HOME": "{home}"}, None, id="Windows without its folder"),
        pytest.param("linux", {"HOME": "{home}", "XDG_CACHE_HOME": "/x"}, "/x/tgkt", id="XDG_CACHE_HOME"),
        pytest.param("darwin", {"HOME": "{home}", "XDG_CACHE_HOME": "/x"}, "/x/tgkt", id="XDG_CACHE_HOME on macOS"),
        pytest.param("linux", {"HOME": "{home}", "XDG_CACHE_HOME": "x"}, "{home}/.cache/tgkt", id="a relative one"),
        pytest.param("linux", {"HOME": "{home}", "XDG_CACHE_HOME": ""}, "{home}/.cache/tgkt", id="an empty one"),
        pytest.param("linux", {"HOME": "home"}, None, id="a relative home"),
        pytest.param("linux", {"HOME": "~"}, None, id="a home of the name ~"),
        pytest.param("linux", {"HOME": ""}, None, id="an empty home"),
        pytest.param("linux", {"HOME": "{home}/none"}, None, id="a home that does not exist"),
    ],
)
def test_the_place_is_that_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str], expected: str | None
) -> None:
    """Nothing is made in the current folder, nor in a home that there is not."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value.format(home=tmp_path))
    assert cache_folder() == (Path(expected.format(home=tmp_path)) if expected else None)


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As in a container under a number that is nobody's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cache_folder() is None


def test_the_oldest_give_way(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow for ever with what was kept of folders that are there no longer; others' things stay."""
    monkeypatch.setattr(store, "_MOST_FILES", 3)
    (at.parent / "a folder").mkdir()
    for place, name in enumerate("abcde"):
        keep(at.with_name(name), b"content")
        os.utime(at.with_name(name), (10**9 + place, 10**9 + place))
    os.utime(at, (10**9 - 1, 10**9 - 1))
    keep(at.with_name("f"), b"content")
    assert sorted(each.name for each in at.parent.iterdir()) == ["a folder", "d", "e", "f"]
