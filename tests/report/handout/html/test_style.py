"""The style of the page: what differs by table, and no text of the data can end a rule."""

from __future__ import annotations

import pytest

from tgkt.report.handout.html.blocks import Block, Sheet
from tgkt.report.handout.html.rows import Head
from tgkt.report.handout.html.style import style_of
from tgkt.report.table import Column, Table


def test_columns_of_numbers_align_right() -> None:
    """Cells and head; columns of short words are not broken, those of long texts may be."""
    table = Table("", [Column("a", fold=True), Column("b", right=True)])
    style = style_of([Block("x", "x", "x", sheets=(Sheet("x1", table),))], [], 0)
    assert "#x1 tbody tr>:nth-child(2),#x1 thead tr>:nth-child(2){text-align:right}" in style
    assert "#x1 tbody tr>:nth-child(2){white-space:nowrap}" in style
    assert "#x1 tbody tr>:nth-child(1){grid-column:1/-1}" in style


@pytest.mark.parametrize("text", ['"}*{}', "a\\", "</style>", "a\nb"], ids=["a quote", "a stroke", "a tag", "a line"])
def test_a_head_stays_in_its_quotes(text: str) -> None:
    """Every sign that means something is written by its number."""
    (rule,) = [
        line
        for line in style_of([], [Head(text, False, False)], 0).splitlines()
        if "content:" in line and "#plan .d>" in line
    ]
    content = rule.partition('content:"')[2].rpartition('"')[0]
    assert not set(content) & set('"<>{}\n')
    assert all(part[:1].isalnum() for part in content.split("\\")[1:])


def test_more_columns_need_more_room() -> None:
    """The width from which on there are cards grows with each year."""
    widths = ["max-width: 68rem", "max-width: 73rem", "max-width: 78rem"]
    for years, width in enumerate(widths):
        assert f"screen and ({width}) and (min-width" in style_of([], [], years)
