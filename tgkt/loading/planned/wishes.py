"""The user's options for a plan, for what its sheet leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tgkt.loading.tabular.notation import Notation
from tgkt.record import NamedTuple


class Wishes(NamedTuple):
    """The user's options for a plan.

    Attributes:
        folder: the folder of the plan.
        lang: the language of comments and of names that the sheet does not give.
        areas: the area of the plan, or the parts that it was merged from.
        title: of the plan.
        term: of the plan.
        sheet: the sheet of a workbook.
        notation: how numbers are written.
    """

    folder: Path
    lang: str
    areas: Sequence[str] = ()
    title: str | None = None
    term: str | None = None
    sheet: str | None = None
    notation: Notation | None = None
