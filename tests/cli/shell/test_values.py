"""What is offered of a plan whose numbers hold letters, and of data without a plan."""

from __future__ import annotations

import pytest

from tgkt.cli.shell import values
from tgkt.cli.shell.fit import fitting
from tgkt.cli.shell.line import line_of
from tgkt.cli.shell.names import Name
from tgkt.cli.shell.table import commands

INDICATORS = [Name("indicator", id, titles={"en": title}) for id, title in (("turnout", "Turnout"), ("trees", "Trees"))]
ROWS = [Name("row", "TU-02", "plan", "town", "trees", {"en": "Trees"}), Name("row", "7", "plan", "town", "turnout")]


@pytest.mark.parametrize(
    ("names", "typed", "offered"),
    [
        pytest.param([Name("force", "plan"), *ROWS, *INDICATORS], "", ["TU-02", "7"], id="numbers first"),
        pytest.param([Name("force", "plan"), *ROWS, *INDICATORS], "tu", ["TU-02", "turnout"], id="number or id"),
        pytest.param([Name("force", "plan"), *ROWS, *INDICATORS], "tr", ["trees"], id="an id"),
        pytest.param(INDICATORS, "", ["trees", "turnout"], id="without a plan all ids"),
        pytest.param(ROWS + INDICATORS, "", ["trees", "turnout"], id="without a plan in force too"),
    ],
)
def test_what_names_a_target(
    monkeypatch: pytest.MonkeyPatch, names: list[Name], typed: str, offered: list[str]
) -> None:
    """Its number in the plan that is meant, else its id."""
    monkeypatch.setattr(values, "names_of", lambda _: names)
    line = line_of(["status", typed], commands())
    assert line.argument is not None
    found = fitting(typed, values.parameter_values(line.argument, line, "en"))
    assert [each.text for each in found.values] == offered
