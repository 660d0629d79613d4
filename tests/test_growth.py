"""Twice the data take about twice the work: calls of functions are counted, which no slow machine can fail."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from cli.runner import ROOT, Tgkt, answer

COUNTED = """
import cProfile, json, pstats, sys
from pathlib import Path
file, *sys.argv[1:] = sys.argv[1:]
from tgkt.cli.app import main
profile = cProfile.Profile()
try:
    profile.runcall(main)
except SystemExit:
    pass
stats = pstats.Stats(profile).stats
counts = {f"{name}:{line} {function}": each[1] for (name, line, function), each in stats.items() if "/tgkt/" in name}
Path(file).write_text(json.dumps(counts), encoding="utf-8")
"""
SIZE = 100
MANY = 20 * SIZE
"""Calls from which on a function counts: fewer are no more than a few for each indicator."""
MOST = 2.3
COMMANDS = (
    "validate",
    "status",
    "project --year 2030",
    "explain level_0",
    "check",
    "check --least",
    "blend --all",
    "diff 2024 2025",
    "report -o OUT",
    "import TABLE --origin Yearbook --issuer statistics --date 2026-12-31",
)


@pytest.fixture(scope="module")
def folders() -> ModuleType:
    """The generator of folders, which is no part of the program."""
    spec = importlib.util.spec_from_file_location("folders", ROOT / "benchmarks" / "folders.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counted(
    tgkt: Tgkt, home: Path, folders: ModuleType, command: str, size: int, *, is_wide: bool = False
) -> dict[str, int]:
    """How often a command calls each function of tgkt on a folder of as many indicators, or communes."""
    data, table = home / str(size), home / f"{size}.csv"
    if is_wide:
        folders.write_wide(data, size)
    else:
        folders.write_folder(data, size)
        folders.write_results(table, size)
    paths = {"TABLE": str(table), "OUT": str(home / "out.md")}
    words = [paths.get(word, word) for word in command.split()]
    end = (str(home / "counts"), *words, "--data", str(data))
    answer((sys.executable, "-c", COUNTED, *end), tgkt.environment({}), ROOT)
    found: dict[str, int] = json.loads((home / "counts").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("command", [pytest.param(each, id=re.split(" TABLE| -o", each)[0]) for each in COMMANDS])
def test_twice_the_indicators_take_no_more_than_about_twice_the_calls(
    tgkt: Tgkt, tmp_path: Path, folders: ModuleType, command: str
) -> None:
    """Of every function that is called often, and so of all together."""
    once, twice = (counted(tgkt, tmp_path, folders, command, size) for size in (SIZE, 2 * SIZE))
    assert grown_too_much(once, twice, MANY) == {}


def grown_too_much(once: dict[str, int], twice: dict[str, int], many: int) -> dict[str, tuple[int, int]]:
    """The functions that are called more than about twice as often for twice the data, among those called often."""
    assert sum(twice.values()) > sum(once.values())
    grown = {name: (once.get(name, 0), calls) for name, calls in twice.items() if calls > many}
    assert grown
    return {name: calls for name, calls in grown.items() if calls[1] > MOST * max(calls[0], 1)}


WIDE = 20
"""Communes: with thirty indicators each about what the other folders hold."""


@pytest.mark.parametrize("command", ["validate", "status", "explain level_0", "check", "blend --all", "report -o OUT"])
def test_twice_the_areas_take_no_more_than_about_twice_the_calls(
    tgkt: Tgkt, tmp_path: Path, folders: ModuleType, command: str
) -> None:
    """Of a plan whose targets are those of many communes."""
    once, twice = (counted(tgkt, tmp_path, folders, command, size, is_wide=True) for size in (WIDE, 2 * WIDE))
    assert grown_too_much(once, twice, 2 * WIDE * folders.WIDE * 5) == {}


def test_explain_judges_no_more_where_there_is_more(tgkt: Tgkt, tmp_path: Path, folders: ModuleType) -> None:
    """Only what touches the indicator is judged, blended and assessed."""
    names = ("merge", "judge", "assess_row", "check_identity", "suspicion", "implied_by", "periods")

    def work(size: int) -> dict[str, int]:
        found = counted(tgkt, tmp_path, folders, "explain level_0", size)
        return {each: calls for each, calls in found.items() if each.rpartition(" ")[2] in names}

    once, twice = work(SIZE), work(2 * SIZE)
    assert once
    assert once == twice


def test_the_folders_are_valid(tgkt: Tgkt, tmp_path: Path, folders: ModuleType) -> None:
    """Of a size that needs several files, too."""
    folders.write_folder(tmp_path / "data", 2 * folders.IN_A_FILE // 10)
    assert tgkt("validate", "--data", str(tmp_path / "data")).code == 0
