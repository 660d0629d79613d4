"""Statements: the words of a document, and the number where the data hold no words."""

from __future__ import annotations

from typing import Any

import pytest
from builders import figure_of, statement

from tgkt.facts.units import parse_unit

SHARES = (figure_of("8.9"), figure_of("54.6"))


@pytest.mark.parametrize(
    ("told", "changes", "said", "quoted"),
    [
        pytest.param("800", {"printed": "đạt 800 tỷ đồng"}, "đạt 800 tỷ đồng", "“đạt 800 tỷ đồng”", id="words"),
        pytest.param("75.5", {}, "75.5 people", "75,5 người", id="a number without words"),
        pytest.param("≥ 75", {}, "≥ 75 people", "≥ 75 người", id="a bound without words"),
        pytest.param("6.5 - 7.0", {}, "6.5 - 7.0 people", "6,5 - 7,0 người", id="two numbers without words"),
        pytest.param("330000", {}, "330,000 people", "330.000 người", id="thousands without words"),
        pytest.param("94.98246", {}, "94.98246 people", "94,98246 người", id="many decimals without words"),
        pytest.param(None, {"values": SHARES}, "8.9 - 54.6 people", "8,9 - 54,6 người", id="shares without words"),
        pytest.param(None, {"reached": True}, "✓", "✓", id="reached, without words"),
        pytest.param(None, {"reached": False}, "✗", "✗", id="not reached, without words"),
    ],
)
def test_what_a_figure_says(told: str | None, changes: dict[str, Any], said: str, quoted: str) -> None:
    """Nothing stands between quotation marks that no document prints."""
    found = statement(told, **{"unit": parse_unit("người"), "printed": "", **changes})
    assert (found.said, found.quoted.vi) == (said, quoted)
