"""What all workbooks that tgkt writes have in common: how they are made, names of sheets, heights of rows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from tgkt.errors import UsageError
from tgkt.harmless import harmless
from tgkt.report.archive import without_dates
from tgkt.report.width import width_of
from tgkt.report.wrapping import wrapped

A4 = 9
"""The number by which workbooks call this size of paper."""
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_REFUSED = re.compile("[\ufffe\uffff]")  # no XML may hold them
_LOST = "\ufffd"


def written(fill: Callable[[Any], None], instead: str, options: Mapping[str, Any] | None = None) -> bytes:
    """A workbook as the content of a file; the same bytes whenever it is filled with the same.

    Args:
        fill: puts sheets into the workbook.
        instead: the ending of a file that needs no further package.
        options: what the library is to know of the workbook.

    Raises:
        UsageError: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]  # lazy: an extra, which only .xlsx needs
    except ImportError:
        raise UsageError(
            "writing .xlsx needs XlsxWriter. Run: pip install 'tgkt[xlsx]', or write a {ending} file", ending=instead
        ) from None
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, **(options or {})})
    fill(book)
    book.close()
    return without_dates(out)


def sheet_name(text: str, taken: Collection[str] = ()) -> str:
    """A text as the name of a sheet: short enough, without the marks that none may have, unlike those taken."""
    name = _NOT_IN_NAMES.sub("-", cell_text(text)).strip("'")[:_LONGEST_NAME] or "-"
    used, number, found = {each.casefold() for each in taken}, 1, name
    while found.casefold() in used:
        number += 1
        found = f"{name[: _LONGEST_NAME - len(str(number)) - 3]} ({number})"
    return found


def cell_text(text: str, *, is_folded: bool = True) -> str:
    """A text as a cell can hold it: signs that a reader would obey are shown by their numbers, and it is not too long.

    Args:
        text: the text.
        is_folded: whether ends of lines become blanks.
    """
    kept = " ".join(text.split()) if is_folded else "\n".join(text.replace("\t", " ").splitlines())
    return _REFUSED.sub(_LOST, harmless(kept))[:_LONGEST_TEXT]


def lines_in(text: str, width: int) -> int:
    """How many lines of a width a text takes; a word that is longer than a line is broken anywhere."""
    return sum(max(1, -(-width_of(line) // width)) for line in wrapped(text, width).split("\n"))
