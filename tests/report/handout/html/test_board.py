"""The scoreboard of the page: its counts are those of the plan's targets, one link for each."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from cli.runner import Tgkt
from pages import read


@pytest.mark.parametrize("data", [(), ("--data", "examples/ireland_climate")], ids=["shipped", "in English"])
def test_counts_and_links_say_the_same_as_the_first_screen(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...]) -> None:
    """How many stand in each column, and which sign each numbered target has."""
    assert tgkt("report", "-o", str(tmp_path / "plan.html"), *data).code == 0
    page = read((tmp_path / "plan.html").read_text(encoding="utf-8"))
    targets = tgkt("overview", "-f", "json", *data).json["targets"]
    counts = [Decimal(each.one("b").text) for each in page.one("ul", kind="counts").all("li")]
    assert sorted(each for each in counts if each) == sorted(Counter(each["column"] for each in targets).values())
    links = [each.text.split()[0] for each in page.one("dl", kind="numbered").all("a")]
    assert sorted(links) == sorted(each["number"] for each in targets)
