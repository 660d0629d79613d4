"""How many columns of a terminal a text takes: wide letters take two, marks and joined pictures none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_JOINER, _AS_PICTURE = "\u200d", "\ufe0f"
_HYPHEN = "\u00ad"
_NO_WIDTH = ("Mn", "Me", "Mc", "Cf")
_PICTURES = ("So", "Sm", "Nd", "Po")


def width_of(text: str) -> int:
    """Columns a text takes: a letter one, a wide letter or a picture two, a mark on a letter none.

    A picture joined to the one before it, and the colour of its skin, take none.
    """
    if (text.isascii() and text.isprintable()) or _plain().fullmatch(text):
        return len(text)
    return sum(_widths(text))


@cache
def _plain() -> re.Pattern[str]:
    """Texts of letters that take one column each; made where a text is met that is not ASCII."""
    return re.compile(
        r"[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
        r"\u2190-\u22ff\u2500-\u257f\u25a0-\u25fc\u2713\ue000]*"  # arrows, signs, lines, shapes, ✓, the blank of cells
    )


def _widths(text: str) -> Iterator[int]:
    before, last, is_joined = 0, "", False
    for sign in text:
        if sign == _AS_PICTURE:
            yield int(before == 1 and unicodedata.category(last) in _PICTURES)
        elif (is_joined or "\U0001f3fb" <= sign <= "\U0001f3ff") and before == 2:
            is_joined = False  # what is joined to a picture is drawn in its room
        elif sign == _JOINER:
            is_joined = True
        else:
            is_joined, wide = False, _width(sign)
            yield wide
            before, last = (wide, sign) if wide else (before, last)


def _width(sign: str) -> int:
    if sign == _HYPHEN:
        return 1
    if unicodedata.category(sign) in _NO_WIDTH or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
