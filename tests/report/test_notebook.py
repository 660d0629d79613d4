"""Tables as HTML for notebooks."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import pytest

from tgkt.harmless import harmless
from tgkt.report.notebook import html
from tgkt.report.table import Cell, Column, Number, Table


class Reader(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str | None]] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(*tables: Table, lang: str = "en") -> Reader:
    """What a browser sees."""
    found = Reader()
    found.feed(html(tables, lang))
    found.close()
    return found


def test_a_table_has_title_heads_rows_and_note() -> None:
    """In this order; numbers to the right."""
    table = Table("Economy", [Column("Name"), Column("Value", right=True)], note="One.\nTwo.")
    table.add("GRDP", "7.3")
    found = read(table)
    assert [each for each in found.text if each.strip()] == ["Economy", "Name", "Value", "GRDP", "7.3", "One.", "Two."]
    assert found.tags == ["table", "caption", "b", "thead", "tr", "th", "th", "tbody", "tr", "td", "td", "p", "p"]
    assert '<td style="text-align:right">7.3</td>' in html([table], "en")


def test_a_table_without_heads_has_no_line_of_them() -> None:
    """Nor a title where it has none."""
    table = Table("", [Column("")])
    table.add("one")
    assert read(table).tags == ["table", "tbody", "tr", "td"]


@pytest.mark.parametrize(("lang", "says"), [("en", "7.30"), ("vi", "7,30")])
def test_computed_numbers_of_a_column_have_one_number_of_decimals(lang: str, says: str) -> None:
    """In the notation of the language."""
    table = Table("", [Column("Value", right=True)])
    for value in ("7.3", "7.25"):
        table.add(Cell("", number=Number(Decimal(value))))
    assert says in read(table, lang=lang).text


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '" onmouseover="x', "&lt;b&gt;", "a\x1b[31mb", "{{7*7}}"],
    ids=["a tag", "the end of an attribute", "an entity", "a sign for terminals", "a template"],
)
def test_what_the_data_hold_is_text(text: str) -> None:
    """Wherever it stands: title, head, cell, note."""
    table = Table(text, [Column(text)], note=text)
    table.add(text)
    found = read(table)
    assert set(found.tags) == {"table", "caption", "b", "thead", "tr", "th", "tbody", "td", "p"}
    assert found.attributes == {("scope", "col"), ("style", "text-align:left")}
    assert [each for each in found.text if each.strip()] == [harmless(text)] * 4
    assert "\x1b" not in html([table], "en")
