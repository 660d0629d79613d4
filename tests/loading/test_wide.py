"""What is said of a folder with the figures of very many areas, before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading import wide
from tgkt.loading.files import load_folder, validate
from tgkt.notes import noted

AREAS = 2
"""Areas that the figures of the small folder name: the north and the south."""
FIGURES = "".join(
    f"      - {{indicator: forest, area: {area}, period: 2025, value: 60}}\n" for area in ("north", "south")
)


@pytest.fixture
def small(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small folder with figures of two areas, which are many here, as are its bytes."""
    text = f"language: vi\nobservations:\n  - origin: report\n    locator: p. 1\n    figures:\n{FIGURES}"
    (folder / "figures.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(wide, "MANY_BYTES", 1)
    monkeypatch.setattr(wide, "MANY_AREAS", AREAS)
    return folder


def test_it_is_noted_that_the_figures_are_work_for_panel(small: Path) -> None:
    """With what reading them takes, and how the table is to look."""
    with noted() as notes:
        load_folder(small)
    (told,) = notes
    assert told.startswith(f"{small}: reading the figures of ")
    assert "area, indicator, year, value" in told
    assert "tgkt panel (docs/panel.md)" in told


def test_validate_says_it_too(small: Path) -> None:
    with noted() as notes:
        validate(small, [])
    assert len(notes) == 1


def test_what_is_kept_is_read_without_a_word(small: Path) -> None:
    """Only what is read anew takes long."""
    load_folder(small)
    with noted() as notes:
        load_folder(small)
    assert notes == []


@pytest.mark.parametrize("limit", ["MANY_BYTES", "MANY_AREAS"])
def test_below_a_limit_nothing_is_said(small: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Many figures of few areas are no work for panel, nor are few of many."""
    monkeypatch.setattr(wide, limit, 1_000_000)
    with noted() as notes:
        load_folder(small)
    assert notes == []


def test_what_the_memory_does_not_hold_is_refused(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a file of it is parsed, for that would bring the machine down."""
    monkeypatch.setattr(wide, "memory", lambda: 1000)
    monkeypatch.setattr("tgkt.loading.nodes.compose", None)
    with pytest.raises(DataError, match=r"take .* MB of memory, and this machine has 0\. Write them as a table"):
        load_folder(small)


def test_the_memory_of_the_machine_is_known_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that does not tell has no limit."""
    own = wide.memory()
    assert own is None or own > 100_000_000
    monkeypatch.delattr("os.sysconf", raising=False)
    assert wide.memory() is None
