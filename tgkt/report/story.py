"""The story of an indicator, which `tgkt explain` shows on one screen: each fact once and in short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.record import NamedTuple
from tgkt.report.account import Line, lines_of
from tgkt.report.breaks import saying_across
from tgkt.report.numbers import unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.report.words import word
from tgkt.report.wrapping import shortened, wrapped
from tgkt.results.explain import Account, Explanation

MOST = 25
_ROOMY = 100


class _Block(NamedTuple):
    """One account: its heading and its lines."""

    title: str
    lines: list[Line]


def story_tables(
    found: Explanation, catalogue: Catalogue, view: View, command: str, *, is_across: bool = False
) -> list[Table]:
    """A table for each row of the story, all of them together on one screen.

    Args:
        found: all there is.
        catalogue: titles of areas and documents.
        view: language and width.
        command: the command that was given; with --all it shows the rest.
        is_across: whether figures are compared across breaks, which a line below says.
    """
    blocks = [
        _Block(_title(each, found, catalogue, view.lang), list(lines_of(each, catalogue, view.lang)))
        for each in found.accounts[:MOST] or (None,)  # of more, not even the headings have room
    ]
    end = _end(found, catalogue, view, command, len(blocks))
    most = MOST - is_across
    while not _fit(blocks, end, view, most) and len(blocks) > 1:
        blocks.pop()
        end = _end(found, catalogue, view, command, len(blocks))
    tables = [_table(block, _room(blocks, view), view) for block in blocks]
    tables[-1].note = "\n".join(end)
    return saying_across(tables, view.lang, is_across=is_across)


def _fit(blocks: Sequence[_Block], end: Sequence[str], view: View, most: int) -> bool:
    """Shorten the least important lines, then drop them, until all fits on a screen; spare room is given back."""
    if _height(blocks, end, view) <= most:
        return True
    for yields in sorted({line.yields for block in blocks for line in block.lines}, reverse=True):
        for change in (_short, _gone):
            for block, at in _places(blocks, yields):
                if _height(blocks, end, view) > most and (yields or change is _short):
                    block.lines[at] = change(block.lines[at])
    for block, at in (place for yields in range(_LEAST) for place in _places(blocks, yields)):
        kept = block.lines[at]
        block.lines[at] = kept._replace(is_short=False)
        if _height(blocks, end, view) > most:
            block.lines[at] = kept
    return _height(blocks, end, view) <= most


_LEAST = 10


def _places(blocks: Sequence[_Block], yields: int) -> list[tuple[_Block, int]]:
    """Where lines that answer as much stand, the last first."""
    found = [(block, at) for block in blocks for at, line in enumerate(block.lines) if line.yields == yields]
    return found[::-1]


def _short(line: Line) -> Line:
    return line._replace(is_short=True)


def _gone(line: Line) -> Line:
    return line._replace(text="")


def _title(account: Account | None, found: Explanation, catalogue: Catalogue, lang: str) -> str:
    indicator = found.indicator
    item = account.assessment if account else None
    code = f"{item.row.code} " if item else ""
    measured = unit(item.unit if item else indicator.unit, lang)
    area = f" - {catalogue.areas[account.area].title.within(lang)}" if account else ""
    return f"{code}{indicator.title.within(lang)} ({measured}){area}"


def _end(found: Explanation, catalogue: Catalogue, view: View, command: str, told: int) -> list[str]:
    """The lines at the end: rows that are not shown and further commands, none of them broken."""
    lang, items = view.lang, [each.assessment for each in found.accounts[:told]]
    here = [each.area for each in found.accounts[:told]]
    others = [each.row for each in found.assessments if each not in items]
    others.sort(key=lambda row: row.area not in here)
    counts = {
        "story_figures": len(found.entries) + len(found.in_year),
        "story_blends": len(found.merges),
        "story_findings": len(found.findings),
        "story_breaks": len(found.breaks),
        "story_routes": len(found.routes),
    }
    parts = [word(key, lang).format(count=count) for key, count in counts.items() if count]
    rest = word("story_all", lang).format(
        command=_whole(f"{command} --all"), parts=", ".join([word("story_declaration", lang), *parts])
    )
    plan = next((item.row.plan for item in items if item), "")
    data = "".join(command.partition(" --data ")[1:])
    return [*_others(others, here, plan, data, catalogue, view), *_fitted(rest, view.width).split("\n")]


def _others(
    rows: Sequence[Row], here: Sequence[str], plan: str, data: str, catalogue: Catalogue, view: View
) -> list[str]:
    """The rows that are not shown, with the id of another plan, and the command that shows the first of them."""
    if not rows:
        return []
    named = [
        f"{catalogue.areas[row.area].title.within(view.lang)} {row.code}"
        + (f" ({row.plan})" if row.area in here and row.plan != plan else "")
        for row in rows
    ]
    listed = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    command = _whole(_that_shows(rows[0], here, plan) + data)
    return _fitted(word("story_others", view.lang).format(rows=listed, command=command), view.width).split("\n")


def _that_shows(row: Row, here: Sequence[str], plan: str) -> str:
    """The command that shows a row: of another area its story, of another plan its line."""
    if row.area not in here:
        return f"tgkt explain {row.indicator.id} --area {row.area}"
    other = f"tgkt status {row.indicator.id} --plan {row.plan}"
    return other if row.plan != plan else f"tgkt explain {row.indicator.id} --all"


_MOST_NAMED = 4


def _table(block: _Block, room: int | None, view: View) -> Table:
    table = Table(_fitted(block.title, view.width), [Column(""), Column("", fold=True)])
    before = ""
    for line in block.lines:
        if line.text:
            label = word(line.label, view.lang)
            table.add(label if label != before else "", Cell(_text(line, room), line.mood))
            before = label
    return table


def _room(blocks: Sequence[_Block], view: View) -> int | None:
    """The width that labels leave for the text."""
    if view.width is None:
        return None
    labels = [width_of(word(line.label, view.lang)) for block in blocks for line in block.lines if line.text]
    return view.width - max(labels, default=0) - (2 if view.width >= _ROOMY else 1)


def _text(line: Line, room: int | None) -> str:
    """The text of a line, wrapped, and shortened if necessary."""
    if room is None:
        return line.text
    text = _RANGE.sub(f"{_FIXED}-{_FIXED}", line.text)
    return _fitted(shortened(text, room, line.most) if line.is_short else text, room)


def _fitted(text: str, width: int | None) -> str:
    """A text wrapped to a width, if there is one, its fixed spaces made plain ones."""
    return (text if width is None else wrapped(text, width)).replace(_FIXED, " ")


def _whole(command: str) -> str:
    """A command that is not broken where a line ends."""
    return command.replace(" ", _FIXED)


_FIXED = "\N{NO-BREAK SPACE}"
_RANGE = re.compile(r"(?<=\d) - (?=\d)")


def _height(blocks: Sequence[_Block], end: Sequence[str], view: View) -> int:
    """How many lines a screen needs: headings, lines as they wrap, an empty line between blocks, and the end."""
    room = _room(blocks, view)
    texts = [_fitted(block.title, view.width) for block in blocks]
    texts += [_text(line, room) for block in blocks for line in block.lines if line.text]
    return sum(text.count("\n") + 1 for text in texts) + len(blocks) - 1 + len(end)
