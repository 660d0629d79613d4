"""docs/fields.md: every field of every answer, as it is declared."""

from __future__ import annotations

from cli.runner import ROOT

from tgkt.report.fields import parts
from tgkt.report.machine.page import fields_page
from tgkt.report.machine.shapes import SHAPES

PAGE = ROOT / "docs" / "fields.md"


def test_the_page_is_current() -> None:
    """`tgkt schema --fields -o docs/fields.md` would write the page that is there."""
    assert fields_page(SHAPES.values()) == PAGE.read_text(encoding="utf-8")


def test_every_answer_stands_on_it_with_every_field() -> None:
    """Rows of another answer are named and not told twice."""
    page = fields_page(SHAPES.values())
    for shape in SHAPES.values():
        assert f"## {shape.schema}\n" in page
        assert [field.name for field in (*shape.row, *shape.head) if f"| `{field.name}` |" not in page] == []
    assert "(a row of tgkt/status/3)" in page
    assert "| `attention[].key` |" not in page
    assert "| `scoreboard[].targets.total` |" in page


def test_closed_lists_stand_below() -> None:
    """Each once, with all fields that it is the list of."""
    codes = ", ".join(f"`{each}`" for each in parts.REASON_CODES)
    (line,) = [each for each in fields_page(SHAPES.values()).splitlines() if each.endswith(f": {codes}")]
    assert line.startswith("- `reason`, `standing_reason`, ")
