"""Statements: the words of a document, and the number where the data hold no words."""

from __future__ import annotations

from typing import Any

import pytest
from builders import figure_of, statement

from tgkt.facts.units import parse_unit


@pytest.mark.parametrize(
    ("told", "changes", "said", "quoted"),
    [
        pytest.param("800", {"printed": "đạt 800 nghìn tỷ"}, "đạt 800 nghìn tỷ", "“đạt 800 nghìn tỷ”", id="words"),
        pytest.param("75.5", {"printed": ""}, "75.5 %", "75.5 %", id="a number without words"),
        pytest.param("≥ 75", {"printed": ""}, "≥ 75 %", "≥ 75 %", id="a bound without words"),
        pytest.param("6.5 - 7.0", {"printed": ""}, "6.5 - 7.0 %", "6.5 - 7.0 %", id="two numbers without words"),
        pytest.param(
            None,
            {"printed": "", "values": (figure_of("8.9"), figure_of("54.6"))},
            "8.9 - 54.6 %",
            "8.9 - 54.6 %",
            id="shares without words",
        ),
        pytest.param(None, {"printed": "", "reached": True}, "✓", "✓", id="reached, without words"),
        pytest.param(None, {"printed": "", "reached": False}, "✗", "✗", id="not reached, without words"),
    ],
)
def test_what_a_figure_says(told: str | None, changes: dict[str, Any], said: str, quoted: str) -> None:
    """Nothing stands between quotation marks that no document prints."""
    found = statement(told, unit=parse_unit("%"), **changes)
    assert (found.said, found.quoted) == (said, quoted)
