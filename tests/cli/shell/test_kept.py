"""The names of a folder: gathered once, and again when a file of the folder or of its base has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.cli.shell import gathered
from tgkt.cli.shell.gathered import Gathered
from tgkt.cli.shell.kept import names_of
from tgkt.cli.shell.names import Name, line_of_name, name_of_line
from tgkt.loading.begin import beginning


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan, and a folder that builds on it; a cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("plan", "mine"):
        (tmp_path / name).mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(beginning(tmp_path / "plan", "en", []), encoding="utf-8")
    (tmp_path / "mine" / "base.yaml").write_text('base: {of: "../plan"}\n', encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def gatherings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """One entry for each time that names are gathered."""
    seen: list[Path] = []
    gather = gathered.gathered

    def noting(place: Path) -> Gathered:
        seen.append(place)
        return gather(place)

    monkeypatch.setattr(gathered, "gathered", noting)
    return seen


def origins(folder: Path) -> list[str]:
    """The documents that are offered."""
    return [each.text for each in names_of(str(folder)) if each.kind == "origin"]


def test_names_are_gathered_once(folder: Path, gatherings: list[Path]) -> None:
    """The second question is answered from what is kept."""
    assert names_of(str(folder)) == names_of(str(folder))
    assert len(gatherings) == 1


@pytest.mark.parametrize("change", ["a file", "a file of the base", "a new file"])
def test_a_change_is_seen(folder: Path, gatherings: list[Path], change: str) -> None:
    """In the folder and in what it builds on; other files do not matter."""
    assert origins(folder) == ["plan", "yearbook"]
    (folder / "notes.txt").write_text("not read", encoding="utf-8")
    assert origins(folder) == ["plan", "yearbook"]
    assert len(gatherings) == 1
    file = {
        "a file": folder / "base.yaml",
        "a file of the base": folder.parent / "plan" / "plan.yaml",
        "a new file": folder / "more.yaml",
    }[change]
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{text}\n" if text else 'origins: {survey: {title: "Survey"}}\n', encoding="utf-8")
    assert origins(folder) == ["plan", "yearbook", *(["survey"] if change == "a new file" else [])]
    assert len(gatherings) == 2


def test_names_that_were_saved_and_undone_are_not_offered(
    folder: Path, gatherings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept belongs to the very bytes that were read."""
    more, named = folder / "more.yaml", gathered.gathered
    more.write_text('origins: {survey: {title: "Survey"}}\n', encoding="utf-8")

    def meanwhile(place: Path) -> Gathered:
        more.write_text('origins: {census: {title: "Census"}}\n', encoding="utf-8")
        found = named(place)
        more.write_text('origins: {survey: {title: "Survey"}}\n', encoding="utf-8")
        return found

    with monkeypatch.context() as busy:
        busy.setattr(gathered, "gathered", meanwhile)
        assert "census" in origins(folder)
    assert "survey" in origins(folder)
    assert len(gatherings) == 2


def test_without_a_place_to_keep_them_names_are_gathered_each_time(
    folder: Path, gatherings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache that cannot be written is no error."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert origins(folder) == origins(folder) == ["plan", "yearbook"]
    assert len(gatherings) == 2


def test_a_home_and_variables_in_the_name_of_a_folder_are_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell hands them over as they were typed."""
    monkeypatch.setenv("HOME", str(folder.parent))
    assert [each.text for each in names_of("~/mine")] == [each.text for each in names_of("$HOME/mine")] != []


def test_a_name_is_one_line(folder: Path) -> None:
    """Whatever stands in its title, and it comes back whole."""
    name = Name("row", "3.1", "plan", "region", "income", {"en": "Income = all\tof\nit\x1b[2J", "vi": "Thu nhập"})
    assert name_of_line(line_of_name(name)) == name._replace(titles={"en": "Income = all of it [2J", "vi": "Thu nhập"})
