"""The door of the package: what is public, what it costs, and what type checkers see of it."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from cli.runner import ROOT

import tgkt
from tgkt.api.answer import Answer
from tgkt.api.data import Data

STUB = ROOT / "tgkt" / "__init__.pyi"


def test_dir_is_the_table_of_contents() -> None:
    """Nothing else stands in it."""
    assert dir(tgkt) == sorted(tgkt.__all__)
    assert all(getattr(tgkt, name) is not None for name in dir(tgkt))
    assert tgkt.Data is Data
    assert tgkt.Answer is Answer


def test_the_stub_has_what_the_door_has() -> None:
    """Type checkers see every public name, and from the same module."""
    module = ast.parse(STUB.read_text(encoding="utf-8"))
    imported = {
        alias.asname: node.module for node in module.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert imported == tgkt._PLACES  # type: ignore[attr-defined]


def test_an_unknown_name_is_refused() -> None:
    """With where to look."""
    with pytest.raises(AttributeError, match=r"no attribute 'lod'; dir\(tgkt\) lists what it has"):
        _ = tgkt.lod  # type: ignore[attr-defined]


def test_types_are_shipped() -> None:
    """PEP 561."""
    assert (ROOT / "tgkt" / "py.typed").is_file()


def imported(code: str) -> set[str]:
    """The modules of a fresh Python after some code."""
    run = f"import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
    found = subprocess.run([sys.executable, "-c", run], check=True, capture_output=True, text=True, cwd=ROOT)
    return set(found.stdout.split())


def test_importing_costs_next_to_nothing() -> None:
    """No room of ours, and nothing that Python has not loaded itself but what finds modules."""
    found = imported("import tgkt")
    assert {name for name in found if name.startswith("tgkt")} == {"tgkt"}
    assert found <= {"tgkt", "importlib", "importlib._bootstrap", "importlib._bootstrap_external", "warnings"}


def test_loading_imports_nothing_of_the_command_line() -> None:
    """Nor what draws, reads YAML or converts units, where the data are known from before."""
    imported("import tgkt; tgkt.load()")
    found = imported("import tgkt; tgkt.load().status()")
    assert not {name.split(".")[0] for name in found} & {"typer", "click", "rich", "yaml"}
    assert not {name for name in found if name.startswith("tgkt.cli")}
