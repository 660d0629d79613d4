"""The versions of what tgkt needs: declared with a floor, and installed as declared where `make lowest` runs."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from tools.lowest import lowest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
IS_LOWEST = Path(sys.prefix).name == "lowest"


def project(*needs: str, **extras: list[str]) -> dict[str, Any]:
    """A project that needs something."""
    return {"dependencies": [*needs], "optional-dependencies": extras}


def test_every_requirement_has_a_floor() -> None:
    """Those of developers and of a cluster are left out, and an extra that is made of others."""
    found = [*lowest(PROJECT)]
    assert {each.partition("==")[0] for each in found} >= {"typer", "rich", "pint", "pyyaml", "openpyxl", "jinja2"}
    assert not any(each.startswith(("tgkt", "pytest", "pyspark")) for each in found)


def test_a_requirement_is_taken_at_its_floor() -> None:
    """Whatever else it says."""
    found = lowest(project("one>=1.2,<2", "two >= 3", xlsx=["three>=0.1"], all=["tgkt[xlsx]"], dev=["four>=9"]))
    assert [*found] == ["one==1.2", "two==3", "three==0.1"]


def test_a_requirement_without_a_floor_is_refused() -> None:
    """No version would be tried that an office may have."""
    with pytest.raises(ValueError, match="five: names no lowest version"):
        [*lowest(project("five"))]


@pytest.mark.skipif(not IS_LOWEST, reason="only where the lowest versions are installed")
@pytest.mark.parametrize("constraint", [*lowest(PROJECT)])
def test_what_is_installed_is_the_lowest(constraint: str) -> None:
    """Else `make lowest` would try what `make test` tries."""
    name, _, floor = constraint.partition("==")
    assert re.sub(r"(\.0)+$", "", version(name)) == re.sub(r"(\.0)+$", "", floor)
