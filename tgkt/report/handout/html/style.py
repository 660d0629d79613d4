"""The style of a page: the file beside this one, and what differs by table.

Columns of numbers align right, those of short words are not broken, and on a narrow screen, where each row is a card of
its own, each cell says its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tgkt.report.handout.html.blocks import Block
from tgkt.report.handout.html.rows import Head

_FOLDER = Path(__file__).resolve().parent
_SHEETS, _TARGETS, _TIGHT = 64, 68, 78
"""The widths in rem that the file names: up to them tables and the targets are cards, and the targets stand tighter."""
_YEAR = 5  # rem that the column of a year needs; tighter it is set long before it has no room


def style_of(blocks: Sequence[Block], heads: Sequence[Head], years: int) -> str:
    """The whole style.

    Args:
        blocks: the parts of the page, for their tables.
        heads: the heads of the table of targets.
        years: how many of them are years since the base.
    """
    narrow, tight = _TARGETS + _YEAR * years, _TIGHT + 2 * _YEAR * years
    written = own_text("style.css").replace(f"{_TIGHT}rem)", f"{tight}rem)").replace(f"{_TARGETS}rem)", f"{narrow}rem)")
    return "\n".join([written, *_of_sheets(blocks), *_of_targets(heads, narrow)])


def own_text(name: str) -> str:
    """A file beside this one, without the blanks that set its lines in."""
    return "\n".join(line.strip() for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip())


def _of_sheets(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        for sheet in (*block.sheets, *block.folded):
            columns = sheet.table.columns
            cells, head = f"#{sheet.id} tbody tr", f"#{sheet.id} thead tr"
            yield from _rule((cells,), [not column.fold for column in columns], "white-space:nowrap")
            yield from _rule((cells, head), [column.right for column in columns], "text-align:right")
            yield _cards(cells, [column.head for column in columns], [column.fold for column in columns], _SHEETS)


def _of_targets(heads: Sequence[Head], narrow: int) -> Iterator[str]:
    yield from _rule(("#plan .d", "#plan thead tr"), [head.is_right for head in heads], "text-align:right")
    if heads:
        yield _cards("#plan .d", [head.text for head in heads], [], narrow)


def _rule(rows: Sequence[str], wanted: Sequence[bool], says: str) -> Iterator[str]:
    """A rule for some columns."""
    columns = [at for at, is_wanted in enumerate(wanted, 1) if is_wanted]
    if columns:
        yield f"{','.join(f'{row}>:nth-child({at})' for row in rows for at in columns)}{{{says}}}"


def _cards(row: str, heads: Sequence[str], wide: Sequence[bool], width: int) -> str:
    """Up to a width: the head before each cell, and whole lines for columns of long texts."""
    told = [*_rule((row,), wide, "grid-column:1/-1")]
    told += [f'{row}>:nth-child({at})::before{{content:"{_quoted(text)}"}}' for at, text in enumerate(heads, 1)]
    return f"@media screen and (max-width: {width}rem){{{''.join(told)}}}"


def _quoted(text: str) -> str:
    """A text inside quotes of CSS, in which nothing ends them."""
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
