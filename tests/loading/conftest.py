"""A small data folder and a cache of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.facts.catalogue import Catalogue
from tgkt.loading import catalogue

from .mini import write_files


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "tgkt"


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    """The small data folder, not yet loaded."""
    return write_files(tmp_path / "data")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time the YAML is read."""
    seen: list[str] = []
    read = catalogue.load

    def load(*args: object) -> Catalogue:
        seen.append("read")
        return read(*args)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(catalogue, "load", load)
    return seen
