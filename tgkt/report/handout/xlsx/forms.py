"""How cells look: one font throughout, thin frames, colour only beside words and signs."""

from __future__ import annotations

from typing import Any

FONT = "Times New Roman"
SIZE = 13
"""What the rules for documents of offices ask for."""
SMALL = 11
"""For cells of many words."""
POINTS = 17
"""The height of a line of it."""
SMALL_POINTS = 15
"""The height of a line of small letters."""
WRITTEN_IN = {"font_name": FONT, "font_size": SIZE, "font_family": 1, "font_scheme": "none"}
"""The font of every cell; without a scheme, in whose stead Excel would take the one of its theme."""
_COLOURS = {"good": "#1B5E20", "bad": "#B3261E", "warn": "#8A4B00"}
_FRAME = {"border": 1, "border_color": "#7F7F7F"}
_PLAIN = {**WRITTEN_IN, "text_wrap": True}
TITLE: dict[str, object] = {"bold": True, "align": "center", "font_size": SIZE + 1}
"""How the name of a sheet looks."""
SUBTITLE: dict[str, object] = {"bold": True, "align": "center"}
"""How the lines below it look."""
NUMBER: dict[str, object] = {"bold": True, "align": "right"}
"""How the number of a sheet looks."""
FACTS: dict[str, object] = {"italic": True, "align": "center"}
"""How the line looks that says what a table is about."""
PARAGRAPH: dict[str, object] = {"valign": "top"}
"""How a paragraph above or below a table looks."""


class Forms:
    """The forms of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **wishes: object) -> Any:
        """A form with these wishes beside the font."""
        whole = {**_PLAIN, "valign": "vcenter", **wishes}
        key = tuple(sorted((name, value) for name, value in whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]

    def head(self) -> Any:
        """The head of a column."""
        return self.of(**_FRAME, bold=True, align="center", bg_color="#E7ECF4")

    def named(self) -> Any:
        """The letter or number of a column."""
        return self.of(**_FRAME, italic=True, align="center", font_size=SMALL)

    def cell(
        self,
        align: str,
        number: str,
        mood: str = "",
        *,
        is_number: bool,
        is_open: bool,
        is_bold: bool,
        is_small: bool,
        is_quoted: bool,
    ) -> Any:
        """A cell of a table.

        Args:
            align: where it stands.
            number: how its number is shown.
            mood: the meaning that its colour repeats.
            is_number: whether it holds a number, which is never broken but made smaller where it has no room.
            is_open: whether its figure is not settled.
            is_bold: whether it names a group of rows.
            is_small: whether it holds more words than others.
            is_quoted: whether it must stay a text even when somebody edits it.
        """
        wishes: dict[str, object] = {**_FRAME, "align": align, "num_format": number}
        wishes |= {"text_wrap": False, "shrink": True} if is_number else {}
        wishes |= {"font_color": _COLOURS[mood]} if mood in _COLOURS else {}
        wishes |= {"italic": True} if is_open else {}
        wishes |= {"bold": True, "bg_color": "#F5F5F5", "text_wrap": False} if is_bold else {}
        wishes |= {"font_size": SMALL} if is_small else {}
        wishes |= {"quote_prefix": True} if is_quoted else {}
        return self.of(**wishes)
