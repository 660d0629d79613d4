"""A package of data, read by a program that knows the standard and not us."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.runner import Tgkt

frictionless = pytest.importorskip("frictionless", reason="make foreign installs it")
pytestmark = pytest.mark.foreign
DATA = ["", "examples/ireland_climate", "examples/thai_nguyen_since", "tests/hostile"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("data", DATA)
def test_it_is_valid(tgkt: Tgkt, tmp_path: Path, data: str) -> None:
    """Types, keys, references and closed lists of every table."""
    assert tgkt("export", str(tmp_path / "package"), *(("--data", data) if data else ())).code == 0
    found = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert found.flatten(["title", "description", "message"]) == []
