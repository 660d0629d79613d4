"""The picture of a row: what is drawn is what is known, in its place, and words say the same."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli.runner import Tgkt
from pages import Element, read

DRAWN = {
    "a figure, a path and a pace": (
        'unit: "thousand people"\n    observed: {2020: 100, 2025: 150}\n    target: {2030: "200 thousand people"}',
        {"o": 2, "f": 1, "r": 1, "j": 1, "t": 1, "h": 0, "u": 0, "a": 0},
        "start: 150; target: 200; at the pace so far: 225 in 2030",
    ),
    "no figure at all": (
        'unit: "%"\n    target: {2030: "at least 75%"}',
        {"o": 0, "f": 0, "r": 0, "j": 0, "t": 1, "h": 0, "u": 1, "a": 0},
        "no figure to start from; target: ≥ 75",
    ),
    "a target that is a range": (
        'unit: "%"\n    observed: {2025: 50}\n    target: {2030: "70 - 75%"}',
        {"o": 1, "f": 0, "r": 1, "j": 0, "t": 1, "h": 0, "u": 0, "a": 1},
        "start: 50; target: 70 - 75",
    ),
    "a derived start": (
        'unit: "%"\n    derive: [{period: 2025, formula: "two[here, 2025]"}]\n    target: {2030: "75%"}',
        {"o": 0, "f": 0, "r": 1, "j": 0, "t": 1, "h": 1, "u": 0, "s": 1},
        "start: (50); target: 75",
    ),
}
PLAN = """
language: en
origin: paper
areas: {{here: {{title: Here}}}}
origins: {{paper: {{title: Paper, date: "2025"}}}}
plan: {{id: own, title: Plan, period: 2026-2030, origin: paper}}
indicators:
  one:
    title: One
    direction: increase
    {}
  two: {{title: Two, unit: "%", direction: increase, observed: {{2025: 50}}}}
"""


@pytest.mark.parametrize(("row", "drawn", "says"), DRAWN.values(), ids=DRAWN)
def test_what_is_drawn(tgkt: Tgkt, tmp_path: Path, row: str, drawn: dict[str, int], says: str) -> None:
    """Each sign by its form; the description has the figures of the row."""
    (tmp_path / "plan.yaml").write_text(PLAN.format(row), encoding="utf-8")
    answer = tgkt("report", "-o", str(tmp_path / "plan.html"), "--data", str(tmp_path))
    assert answer.code == 0, answer.err
    picture = read((tmp_path / "plan.html").read_text(encoding="utf-8")).one("svg", role="img")
    kinds = [each.attributes.get("class") for each in picture.all()]
    assert {kind: kinds.count(kind) for kind in drawn} == drawn
    assert picture.one("desc").text == says


@pytest.mark.parametrize("data", [(), ("--data", "examples/ireland_climate")], ids=["shipped", "in English"])
def test_every_picture_is_whole(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...]) -> None:
    """Well-formed, named, described, and nothing lies outside of it."""
    assert tgkt("report", "-o", str(tmp_path / "plan.html"), *data).code == 0
    text = (tmp_path / "plan.html").read_text(encoding="utf-8")
    drawn = [part.partition("</svg>")[0] + "</svg>" for part in text.split('<svg class="p" ')[1:]]
    for part in drawn:
        ElementTree.fromstring(f"<svg {part}")
    pictures = [*read(text).all("svg", role="img")]
    assert len(pictures) > 40
    for picture in pictures:
        assert picture.one("title").text
        assert picture.one("desc").text
        assert all(-1 <= x <= 169 and -1 <= y <= 49 for x, y in _places(picture))


def _places(picture: Element) -> list[tuple[float, float]]:
    """Where its lines and dots are."""
    lines = [each.attributes["points"] or "" for each in picture.all("polyline")]
    found = [pair.split(",") for line in lines for pair in line.split()]
    found += [[each.attributes["cx"] or "", each.attributes["cy"] or ""] for each in picture.all("circle")]
    return [(float(x), float(y)) for x, y in found]
