"""What a run imports, told by sys.modules: the guard of start-up time that no slow machine can fail."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest
from cli.runner import ROOT, Tgkt, answer, show

from tgkt.cli.pages import COMMANDS

LISTED = """
import sys
from pathlib import Path
file, *sys.argv[1:] = sys.argv[1:]
from tgkt.cli.app import main
try:
    main()
finally:
    Path(file).write_text("\\n".join(sys.modules), encoding="utf-8")
"""
HEAVY = ("yaml", "rich", "pint", "pydantic", "click", "numpy", "asyncio", "pdb", "duckdb", "hashlib", "tempfile")
SEARCHING = ("tgkt.loading.catalogue", "tgkt.facts.parsing", "tgkt.engine.check.identities", "tgkt.engine.check.least")
"""What reads, audits and searches: what follows from the data alone is kept with them."""
MOST_OF_OURS = 160  # modules of tgkt that a warm status may import; a new room asks what it costs


def imported(tgkt: Tgkt, file: Path, *args: str, width: int | None = None) -> set[str]:
    """The modules that a run imported, in a pipe or on a terminal."""
    command = (sys.executable, "-c", LISTED, str(file), *args)
    if width is None:
        assert answer(command, tgkt.environment({}), ROOT).code == (args[:1] == ("check",))  # which finds something
    else:
        show(command, tgkt.environment({"TERM": "xterm-256color", "COLUMNS": str(width)}), width)
    return set(file.read_text(encoding="utf-8").split())


def found(modules: set[str], packages: Iterable[str]) -> list[str]:
    """Which of the packages are among the modules."""
    return [name for name in packages if any(each == name or each.startswith(f"{name}.") for each in modules)]


def test_the_version_costs_no_computing(tgkt: Tgkt, tmp_path: Path) -> None:
    """`tgkt --version` imports no room but the command line itself."""
    modules = imported(tgkt, tmp_path / "modules", "--version")
    rooms = [f"tgkt.{room}" for room in ("engine", "series", "arithmetic", "facts", "loading", "report", "cli.status")]
    assert found(modules, [*HEAVY, *rooms, "decimal"]) == []


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_tgkt_alone_imports_no_more_than_status(tgkt: Tgkt, tmp_path: Path, form: str) -> None:
    """With a warm cache the first screen costs what status costs: no YAML, no pint, nothing drawn in a pipe."""
    alone = imported(tgkt, tmp_path / "alone", "--format", form)
    assert found(alone, HEAVY) == []
    rooms = ("cli", "api", "engine", "report", "report.fields", "results")
    own = {f"tgkt.{room}.overview" for room in rooms}
    beside = imported(tgkt, tmp_path / "status", "status")
    assert {name for name in alone - beside if name.startswith("tgkt.")} == own


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv", "tsv", "md"])
def test_status_in_a_pipe_imports_nothing_heavy(tgkt: Tgkt, tmp_path: Path, form: str) -> None:
    """With a warm cache `tgkt status` in a pipe reads no YAML, draws nothing and converts nothing."""
    modules = imported(tgkt, tmp_path / "modules", "status", "--format", form)
    assert found(modules, (*HEAVY, *SEARCHING, "tgkt.facts.notation")) == []
    assert found(modules, ("csv", "json")) == (["csv"] if form in ("csv", "tsv") else [])
    assert len([name for name in modules if name.startswith("tgkt.")]) <= MOST_OF_OURS


ASKED_AGAIN = [
    pytest.param(("check",), id="the audit"),
    pytest.param(("explain", "grdp"), id="the story of an indicator"),
    pytest.param(("project", "--year", "2030"), id="every path"),
    pytest.param(("blend", "grdp_growth"), id="a merged figure"),
    pytest.param(("calc", "cagr", "1", "2", "--years", "5"), id="a sum without units"),
    pytest.param(("calc", "cagr", "1ha", "2km2", "--years", "5"), id="a sum with units that were converted before"),
]


@pytest.mark.parametrize("asked", ASKED_AGAIN)
def test_a_question_about_known_data_reads_audits_and_converts_nothing(
    tgkt: Tgkt, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    """What follows from the data alone was found in an earlier run, and is kept with them."""
    tgkt(*asked)
    modules = imported(tgkt, tmp_path / "modules", *asked)
    assert found(modules, HEAVY) == []
    assert found(modules, ("tgkt.loading.catalogue", "tgkt.engine.check.least.least")) == []


@pytest.mark.parametrize("asked", [("find", "7,35 %"), ("find", "nuoc sach"), ("list", "units"), ("help", "status")])
def test_looking_up_imports_nothing_heavy(tgkt: Tgkt, tmp_path: Path, asked: tuple[str, ...]) -> None:
    """What only finds figures and names converts nothing, not even a number with its unit."""
    assert found(imported(tgkt, tmp_path / "modules", *asked), HEAVY) == []


def test_no_answer_imports_schemas_and_pages_of_fields(tgkt: Tgkt, tmp_path: Path) -> None:
    """A command knows the fields of its own answer alone, and JSON Schema is made only where it is asked for."""
    modules = imported(tgkt, tmp_path / "modules", "status", "--format", "json")
    assert found(modules, [f"tgkt.report.machine.{each}" for each in ("schema", "page", "shapes")]) == []
    assert found(modules, ["tgkt.report.fields.project", "tgkt.report.fields.explain"]) == []


def test_status_on_a_terminal_imports_rich_alone(tgkt: Tgkt, tmp_path: Path) -> None:
    """On a terminal rich is all that comes along."""
    assert found(imported(tgkt, tmp_path / "modules", "status", width=100), HEAVY) == ["rich"]


def test_status_with_another_command_on_the_shelf_does_not_import_it(tgkt: Tgkt, tmp_path: Path) -> None:
    """No command pays for another: of all commands only the one asked for is imported."""
    modules = imported(tgkt, tmp_path / "modules", "status")
    assert found(modules, [f"tgkt.cli.{command}" for command in COMMANDS]) == ["tgkt.cli.status"]


def test_reading_the_yaml_again_needs_no_pint(tgkt: Tgkt, tmp_path: Path) -> None:
    """Checking all data imports yaml, but units are checked without pint."""
    assert "yaml" in found(imported(tgkt, tmp_path / "modules", "validate"), HEAVY)
    assert "rich" not in found(imported(tgkt, tmp_path / "modules", "validate"), HEAVY)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_a_command_are_values_and_no_texts(command: str) -> None:
    """The library reads the annotations of a command twice; as texts they would be compiled each time."""
    (name,) = (each for each in (command, f"{command}_") if (ROOT / "tgkt" / "cli" / f"{each}.py").exists())
    told = getattr(import_module(f"tgkt.cli.{name}"), name).__annotations__
    assert [option for option, kind in told.items() if isinstance(kind, str)] == []
