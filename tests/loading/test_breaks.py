"""Breaks as the files declare them; what is wrong with one is shown in `tests/bad_data`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.facts.catalogue import Break, Severity, Side

from .mini import loaded, write_files

SAYS = 'says: {vi: "Chuẩn mới.", en: "A new standard."}'


def declared(folder: Path, *keys: str) -> Break:
    """The one break of a folder, with further keys."""
    text = "\n".join(f"    {each}" for each in ("indicator: forest", SAYS, *keys))
    (found,) = loaded(write_files(folder / "data", breaks=f"breaks:\n  standard:\n{text}\n")).breaks
    return found


def test_a_break_without_a_year_only_marks(tmp_path: Path) -> None:
    """What is left out: no year, every area, the new side, medium, and the line of the file as its place."""
    found = declared(tmp_path)
    assert (found.id, found.indicator, found.since, found.target) == ("standard", "forest", None, Side.NEW)
    assert (found.areas, found.severity, found.origin, found.locator) == ((), Severity.MEDIUM, None, None)
    assert (Path(found.source.file).name, found.source.line) == ("breaks.yaml", 3)


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("from: 2026", "since", 2026),
        ("from: 2026\n    target: old", "target", Side.OLD),
        ("from: 2026\n    target: new", "target", Side.NEW),
        ("areas: [north, whole]", "areas", ("north", "whole")),
        ('origin: report\n    locator: "p. 7"', "locator", "p. 7"),
        ("severity: low", "severity", Severity.LOW),
    ],
)
def test_what_a_break_may_say(tmp_path: Path, key: str, name: str, value: object) -> None:
    """Each key and what becomes of it."""
    assert getattr(declared(tmp_path, key), name) == value
