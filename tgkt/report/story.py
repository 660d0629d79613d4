"""The story of an indicator: what `tgkt explain` tells in one screen, each thing once and in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tgkt.facts.catalogue import Catalogue
from tgkt.report.account import Line, lines_of
from tgkt.report.numbers import unit
from tgkt.report.table import Cell, Column, Table, width_of
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.report.wrapping import shortened, wrapped
from tgkt.results.explain import Account, Explanation

MOST = 25
_ROOMY = 100


class _Block(NamedTuple):
    """One account: its heading and its lines."""

    title: str
    lines: list[Line]


def story_tables(found: Explanation, catalogue: Catalogue, view: View, command: str) -> list[Table]:
    """A table for each row that is told, all of them together on one screen.

    Args:
        found: all there is.
        catalogue: titles of areas and documents.
        view: language and width.
        command: the command that was given; with --all it shows the rest.
    """
    blocks = [
        _Block(_title(each, found, catalogue, view.lang), _lines(each, catalogue, view)) for each in found.accounts
    ]
    blocks = blocks or [_Block(_title(None, found, catalogue, view.lang), [])]
    told = len(blocks)
    end = _end(found, catalogue, view.lang, command, told)
    while _height(blocks, end, view) > MOST and (at := _least(blocks)) is not None:
        del blocks[at[0]].lines[at[1]]
    while _height(blocks, end, view) > MOST and told > 1:
        told -= 1
        blocks, end = blocks[:told], _end(found, catalogue, view.lang, command, told)
    tables = [_table(block, blocks, view) for block in blocks]
    tables[-1].note = "\n".join(_fitted(each, view.width) for each in end)
    return tables


def _title(account: Account | None, found: Explanation, catalogue: Catalogue, lang: str) -> str:
    indicator = found.indicator
    item = account.assessment if account else None
    code = f"{item.row.code} " if item else ""
    measured = unit(item.unit if item else indicator.unit, lang)
    area = f" - {catalogue.areas[account.area].title.within(lang)}" if account else ""
    return f"{code}{indicator.title.within(lang)} ({measured}){area}"


def _lines(account: Account, catalogue: Catalogue, view: View) -> list[Line]:
    return [each for each in lines_of(account, catalogue, view.lang) if each.text]


def _end(found: Explanation, catalogue: Catalogue, lang: str, command: str, told: int) -> list[str]:
    """Which rows are not told, and what else there is."""
    items = [each.assessment for each in found.accounts[:told]]
    others = {
        f"{catalogue.areas[each.row.area].title.within(lang)} {each.row.code}": each.row.area
        for each in found.assessments
        if each not in items
    }
    counts = {
        "story_figures": len(found.entries),
        "story_blends": len(found.merges),
        "story_findings": len(found.findings),
        "story_breaks": len(found.breaks),
        "story_routes": len(found.routes),
    }
    parts = ", ".join(word(key, lang).format(count=count) for key, count in counts.items() if count)
    lines = [word("story_all", lang).format(command=command, parts=parts)] if parts else []
    if others:
        named = ", ".join(list(others)[:_MOST_NAMED]) + (" …" if len(others) > _MOST_NAMED else "")
        area = next(iter(others.values()))
        other = f"tgkt explain {found.indicator.id} --area {area}"
        lines.insert(0, word("story_others", lang).format(rows=named, command=other))
    return lines


_MOST_NAMED = 4


def _table(block: _Block, blocks: Sequence[_Block], view: View) -> Table:
    table = Table(_fitted(block.title, view.width), [Column(""), Column("", fold=True)])
    before = ""
    for line in block.lines:
        label = word(line.label, view.lang)
        table.add(label if label != before else "", Cell(_shortened(line, _room(blocks, view)), line.mood))
        before = label
    return table


def _room(blocks: Sequence[_Block], view: View) -> int | None:
    """The width that labels leave for what is told."""
    if view.width is None:
        return None
    labels = [width_of(word(line.label, view.lang)) for block in blocks for line in block.lines]
    return view.width - max(labels, default=0) - (2 if view.width >= _ROOMY else 1)


def _shortened(line: Line, room: int | None) -> str:
    return line.text if room is None else shortened(line.text, room, line.most)


def _fitted(text: str, width: int | None) -> str:
    return text if width is None else wrapped(text, width)


def _height(blocks: Sequence[_Block], end: Sequence[str], view: View) -> int:
    """How many lines a screen needs: headings, lines as they wrap, an empty line after each block, and the end."""
    return sum(_count(text, view.width, 1) for text in _texts(blocks, end)) + sum(
        _count(_shortened(line, _room(blocks, view)), _room(blocks, view), 1)
        for block in blocks
        for line in block.lines
    )


def _texts(blocks: Sequence[_Block], end: Sequence[str]) -> Iterator[str]:
    yield from (block.title for block in blocks)
    yield from ("" for _ in blocks[1:])
    yield from end


def _count(text: str, width: int | None, least: int) -> int:
    return least if width is None else wrapped(text, width).count("\n") + least


def _least(blocks: Sequence[_Block]) -> tuple[int, int] | None:
    """Where the line stands that answers least; None where every line must stay."""
    places = [(b, i) for b, block in enumerate(blocks) for i, line in enumerate(block.lines) if line.yields]
    return max(places, key=lambda at: (blocks[at[0]].lines[at[1]].yields, at), default=None)
