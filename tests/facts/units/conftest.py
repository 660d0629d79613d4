"""Units as a run converts them that keeps nothing."""

from __future__ import annotations

import pytest

from tgkt.facts.units import conversions


@pytest.fixture
def unkept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is written after each pair of units that was asked for."""
    monkeypatch.setattr(conversions, "cache_folder", lambda: None)
