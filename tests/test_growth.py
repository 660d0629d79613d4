"""Twice the data take about twice the work: calls of functions are counted, which no slow machine can fail.

The calls of reading a folder are counted for `validate`; other commands find it read, and nothing else kept.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from cli.runner import ROOT, Tgkt, answer

COUNTED = """
import cProfile, json, sys
from pathlib import Path
file, *sys.argv[1:] = sys.argv[1:]
from tgkt.cli.app import main
profile = cProfile.Profile(subcalls=False, builtins=False)
try:
    profile.runcall(main)
except SystemExit:
    pass
calls = [(each.code, each.callcount) for each in profile.getstats() if "/tgkt/" in each.code.co_filename]
counts = {f"{code.co_filename}:{code.co_firstlineno} {code.co_name}": count for code, count in calls}
Path(file).write_text(json.dumps(counts), encoding="utf-8")
"""
SIZE = 60
MANY = 20 * SIZE
"""Calls from which on a function counts: fewer are no more than a few for each indicator."""
MOST = 2.3
READING = ("validate", "import")
"""The commands whose reading counts: the one that is there for it, and the one that changes what was read."""
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


class Place(NamedTuple):
    """A folder of some size, a table for it, and a cache that holds what was read of the folder, and nothing else."""

    data: Path
    table: Path
    cache: Path


Places = Callable[[int, bool], Place]


@pytest.fixture(scope="module")
def places(tgkt: Tgkt, folders: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The folder of as many indicators, or communes, written once."""

    @cache
    def make(size: int, is_wide: bool) -> Place:
        home = tmp_path_factory.mktemp("growth")
        place = Place(home / "data", home / "table.csv", home / "cache")
        (folders.write_wide if is_wide else folders.write_folder)(place.data, size)
        folders.write_results(place.table, size)
        done = tgkt("list", "areas", "--data", str(place.data), XDG_CACHE_HOME=str(place.cache))
        assert done.code == 0
        return place

    return make


def counted(tgkt: Tgkt, home: Path, place: Place, command: str) -> dict[str, int]:
    """How often a command calls each function of tgkt on a folder."""
    data, kept = place.data, home / f"{place.data.parent.name}_kept"
    is_read = command.split(maxsplit=1)[0] not in READING
    if is_read:
        shutil.copytree(place.cache, kept)
    else:
        data = shutil.copytree(place.data, home / place.data.parent.name)
    paths = {"TABLE": str(place.table), "OUT": str(home / "out.md")}
    words = [paths.get(word, word) for word in command.split()]
    end = (str(home / "counts"), *words, "--data", str(data))
    answer((sys.executable, "-c", COUNTED, *end), tgkt.environment({"XDG_CACHE_HOME": str(kept)}), ROOT)
    found: dict[str, int] = json.loads((home / "counts").read_text(encoding="utf-8"))
    assert any("/loading/nodes.py" in name for name in found) is not is_read
    return found


@pytest.mark.parametrize("command", [pytest.param(each, id=re.split(" TABLE| -o", each)[0]) for each in COMMANDS])
def test_twice_the_indicators_take_no_more_than_about_twice_the_calls(
    tgkt: Tgkt, tmp_path: Path, places: Places, command: str
) -> None:
    """Of every function that is called often, and so of all together."""
    once, twice = (counted(tgkt, tmp_path, places(size, False), command) for size in (SIZE, 2 * SIZE))
    assert grown_too_much(once, twice, MANY) == {}


def grown_too_much(once: dict[str, int], twice: dict[str, int], many: int) -> dict[str, tuple[int, int]]:
    """The functions that are called more than about twice as often for twice the data, among those called often."""
    assert sum(twice.values()) > sum(once.values())
    grown = {name: (once.get(name, 0), calls) for name, calls in twice.items() if calls > many}
    assert grown
    return {name: calls for name, calls in grown.items() if calls[1] > MOST * max(calls[0], 1)}


WIDE = 12
"""Communes, with thirty indicators each."""
FULL = 24
"""Communes from which on a story has to be made to fit a screen, whatever more there is."""
WIDE_COMMANDS = {
    "validate": WIDE,
    "status": WIDE,
    "explain level_0": FULL,
    "check": WIDE,
    "blend --all": WIDE,
    "report -o OUT": WIDE,
}


@pytest.mark.parametrize(("command", "size"), WIDE_COMMANDS.items(), ids=WIDE_COMMANDS)
def test_twice_the_areas_take_no_more_than_about_twice_the_calls(
    tgkt: Tgkt, tmp_path: Path, folders: ModuleType, places: Places, command: str, size: int
) -> None:
    """Of a plan whose targets are those of many communes."""
    once, twice = (counted(tgkt, tmp_path, places(each, True), command) for each in (size, 2 * size))
    assert grown_too_much(once, twice, 2 * size * folders.WIDE * 5) == {}


def test_explain_judges_no_more_where_there_is_more(tgkt: Tgkt, tmp_path: Path, places: Places) -> None:
    """Only what touches the indicator is judged, blended and assessed."""
    names = ("merge", "judge", "assess_row", "check_identity", "suspicion", "implied_by", "periods")

    def work(size: int) -> dict[str, int]:
        found = counted(tgkt, tmp_path, places(size, False), "explain level_0")
        return {each: calls for each, calls in found.items() if each.rpartition(" ")[2] in names}

    once, twice = work(SIZE), work(2 * SIZE)
    assert once
    assert once == twice


def test_the_folders_are_valid(tgkt: Tgkt, tmp_path: Path, folders: ModuleType) -> None:
    """Of a size that needs several files, too."""
    folders.write_folder(tmp_path / "data", 2 * folders.IN_A_FILE // 10)
    assert tgkt("validate", "--data", str(tmp_path / "data")).code == 0
