"""Edits of a YAML text that leave the rest unchanged byte for byte: adding lines after a node, replacing a scalar."""

from __future__ import annotations

import re
from typing import NoReturn

from tgkt.errors import DataError, Problem
from tgkt.loading.nodes import Mapping as MapNode
from tgkt.loading.nodes import Node, compose, source_of
from tgkt.loading.nodes import Sequence as ListNode
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source


class Edit(NamedTuple):
    """An edit: a piece of text to be replaced, or a place for new lines, which may belong to a figure."""

    start: int
    end: int
    lines: tuple[tuple[str, int | None], ...]
    is_inline: bool = False


def map_at(node: Node, source: Source) -> Node | None:
    """The map that begins at a place."""
    if isinstance(node, MapNode):
        if source_of(node, source.file) == source:
            return node
        children = [value for _, value in node.value]
    else:
        children = list(node.value) if isinstance(node, ListNode) else []
    for child in children:
        if child.start_mark.line < source.line <= child.end_mark.line + 1 and (found := map_at(child, source)):
            return found
    return None


def root_of(text: str, name: str) -> MapNode:
    """The map of a whole file, if its blocks stand in lines of their own.

    Raises:
        DataError: it is not YAML, or written in another way.
    """
    node, problems = compose(text, name)
    if problems:
        raise DataError(problems)
    if re.search(r"(?m)^(?:\.\.\.|---[ \t]+\S)", text):
        _refuse(name, 1, Message("'...' or '---' ends a document within it"))
    if not isinstance(node, MapNode) or node.flow_style or node.start_mark.column:
        _refuse(name, 1, Message("its blocks do not each begin on a line of their own, in the first column"))
    return node


def list_of(node: Node, name: str, block: str) -> ListNode:
    """A block that is a list of lines.

    Raises:
        DataError: it is written otherwise.
    """
    if not isinstance(node, ListNode) or node.flow_style:
        why = Message("'{block}' is not a list whose lines begin with '- '", block=block)
        _refuse(name, node.start_mark.line + 1, why)
    return node


def map_of(node: Node, name: str, block: str) -> MapNode:
    """A block with a line for each id.

    Raises:
        DataError: it is written otherwise.
    """
    if not isinstance(node, MapNode) or node.flow_style:
        why = Message("'{block}' is not written with one line for each id", block=block)
        _refuse(name, node.start_mark.line + 1, why)
    return node


def _refuse(name: str, line: int, why: Message) -> NoReturn:
    told = Message(
        "nothing can be added to this file: {why}. Change that, or move its content to another file of the folder",
        why=why,
    )
    raise DataError([Problem(Source(name, line, 1), "", told)])


def after(text: str, node: Node) -> tuple[int, int]:
    """The place where lines can be added after a node: after the line in which it ends."""
    while isinstance(node, (MapNode, ListNode)) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark.index
    if end and text[end - 1] == "\n":
        return end, end
    newline = text.find("\n", end)
    at = len(text) if newline < 0 else newline + 1
    return at, at


def applied(text: str, edits: list[Edit]) -> tuple[str, dict[int, int]]:
    """The text with all edits made, and the lines in which figures stand now."""
    newline = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    keys: dict[int, int] = {}
    done, line = 0, 1

    def put(piece: str) -> None:
        nonlocal line
        if piece:
            parts.append(piece)
            line += piece.count("\n")

    for edit in sorted(edits, key=lambda each: each.start):  # stable: lines added at one place keep their order
        put(text[done : edit.start])
        if not edit.is_inline and parts and not parts[-1].endswith("\n"):
            put(newline)
        for added, key in edit.lines:
            if key is not None:
                keys[line] = key
            put(added if edit.is_inline else added + newline)
        done = edit.end
    put(text[done:])
    return "".join(parts), keys
