"""One writer at a time, files whole, and nothing left behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tgkt.errors import UsageError
from tgkt.loading.arriving import locked
from tgkt.loading.arriving.locked import held, replace


def begin(folder: Path) -> None:
    """Make a folder with one file."""
    folder.mkdir()
    (folder / "base.yaml").write_text("base", encoding="utf-8")


def names(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(each.name for each in folder.iterdir())


def test_a_new_folder_is_kept_when_its_work_is_done(tmp_path: Path) -> None:
    """Until then it is nowhere to be seen."""
    with held(tmp_path / "mine", begin) as found:
        assert (found.is_new, found.shown, (tmp_path / "mine").exists()) == (True, str(tmp_path / "mine"), False)
        found.is_done = True
    assert (names(tmp_path), names(tmp_path / "mine")) == (["mine"], ["base.yaml"])


def test_a_new_folder_whose_work_fails_leaves_nothing(tmp_path: Path) -> None:
    """Neither the folder nor a part of it."""
    with pytest.raises(ZeroDivisionError), held(tmp_path / "mine", begin):
        raise ZeroDivisionError
    with held(tmp_path / "mine", begin):
        pass
    assert names(tmp_path) == []


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    """Part files and part folders, and nothing that is somebody's own."""
    begin(tmp_path / "mine")
    for name in (".imported.yaml.x.part", "own.part", ".own"):
        (tmp_path / "mine" / name).touch()
    (tmp_path / ".new.x.part" / "new").mkdir(parents=True)
    with held(tmp_path / "mine", begin):
        assert names(tmp_path / "mine") == [".own", "base.yaml", "own.part"]
    with held(tmp_path / "new", begin):
        pass
    assert names(tmp_path) == ["mine"]


@pytest.mark.parametrize(
    "name", ["d" * 250, "ộ" * 85, "*", "[ab]"], ids=["250 letters", "255 bytes", "a star", "brackets"]
)
def test_a_new_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    """What a killed run left of it is cleared, and of no other."""
    for left in (".other.x.part", ".a.x.part"):
        (tmp_path / left).mkdir()
    with held(tmp_path / name, begin) as found:
        killed = found.folder.parent
    killed.mkdir()
    with held(tmp_path / name, begin) as found:
        assert names(tmp_path) == sorted([".a.x.part", ".other.x.part", found.folder.parent.name])
        found.is_done = True
    assert names(tmp_path) == sorted([".a.x.part", ".other.x.part", name])


HOLD = """
import sys
from pathlib import Path
from tgkt.loading.arriving.locked import held
file = Path(sys.argv[1]) / "count"
for _ in range(20):
    with held(Path(sys.argv[1]), Path.mkdir) as found:
        count = int((found.folder / "count").read_text()) if (found.folder / "count").exists() else 0
        (found.folder / "count").write_text(str(count + 1))
        found.is_done = True
"""


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Six processes that read, add one and write, into a folder that does not exist: no step is lost."""
    running = [subprocess.Popen((sys.executable, "-c", HOLD, str(tmp_path / "mine"))) for _ in range(6)]
    assert [each.wait(60) for each in running] == [0] * 6
    assert (tmp_path / "mine" / "count").read_text() == "120"


def test_without_locks_of_the_system_a_file_holds_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer is told who holds it, and what to do if nobody does."""
    begin(tmp_path / "mine")
    monkeypatch.setattr(locked, "_locked", lambda _: False)
    with held(tmp_path / "mine", begin), pytest.raises(UsageError) as caught, held(tmp_path / "mine", begin):
        pass
    assert f"process {os.getpid()}" in str(caught.value)
    assert str(caught.value).endswith("Wait for it to end; if no such process runs, remove that file")
    with held(tmp_path / "mine", begin):
        pass
    assert names(tmp_path / "mine") == ["base.yaml"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_the_user_gives(tmp_path: Path, mask: int, mode: int) -> None:
    """By the umask."""
    before = os.umask(mask)
    try:
        replace(tmp_path / "f", "a", None)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "f").stat().st_mode) == mode


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    """Whatever it is."""
    (tmp_path / "f").write_text("a")
    (tmp_path / "f").chmod(0o640)
    replace(tmp_path / "f", "b", b"a")
    assert (stat.S_IMODE((tmp_path / "f").stat().st_mode), (tmp_path / "f").read_text()) == (0o640, "b")


@pytest.mark.parametrize(("there", "expected"), [("c", b"a"), ("a", None)])
def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path, there: str, expected: bytes | None) -> None:
    """Somebody's editor wrote it; what it wrote stays."""
    (tmp_path / "f").write_text(there)
    with pytest.raises(UsageError, match="was changed by someone else meanwhile"):
        replace(tmp_path / "f", "b", expected)
    assert ((tmp_path / "f").read_text(), names(tmp_path)) == (there, ["f"])


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """It may lead out of the folder."""
    (tmp_path / "f").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="is a link or not a plain file"):
        replace(tmp_path / "f", "b", None)
