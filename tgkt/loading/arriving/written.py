"""The text of a data file with more figures in it: what a person wrote stays byte for byte.

New figures stand at the end of the block of their document and place, new documents at the end of `origins`; a
correction replaces one scalar. A file that is written otherwise than in lines is not touched but refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tgkt.errors import DataError, Problem
from tgkt.loading.arriving.yaml_text import block_item, item, quoted, scalar
from tgkt.loading.nodes import Mapping as MapNode
from tgkt.loading.nodes import Node, compose, source_of
from tgkt.loading.nodes import Scalar as ScalarNode
from tgkt.loading.nodes import Sequence as ListNode
from tgkt.source import Source

HEAD = """\
# Figures that came in tables, written by `tgkt import`. It adds at the ends of the blocks below and replaces a number
# that is corrected; notes and layout of your own stay.
"""
_MARK = "\ufeff"


class NewOrigin(NamedTuple):
    """A document that the data do not have yet."""

    id: str
    title: str
    date: str | None = None


class Place(NamedTuple):
    """A place in a document, under which its figures stand."""

    origin: str
    locator: str


class NewFigure(NamedTuple):
    """A figure to be added; `key` is how the caller knows it again."""

    key: int
    place: Place
    fields: Mapping[str, str]


class Correction(NamedTuple):
    """What a figure says from now on; `source` is where it begins."""

    key: int
    source: Source
    fields: Mapping[str, str]


class Extension(NamedTuple):
    """The new text, and the key of the figure that stands in a line."""

    text: str
    keys: dict[int, int]


class _Edit(NamedTuple):
    """A piece of text that is replaced, or at which lines are added; lines may be of a figure."""

    start: int
    end: int
    lines: tuple[tuple[str, int | None], ...]
    is_inline: bool = False


def extended(
    text: str,
    name: str,
    origins: Iterable[NewOrigin] = (),
    figures: Iterable[NewFigure] = (),
    corrections: Iterable[Correction] = (),
) -> Extension:
    """Add figures and documents to the text of a data file and correct others; an empty text begins a file.

    Args:
        text: the text as it stands in the file.
        name: how messages name the file.
        origins: documents to be added.
        figures: figures to be added.
        corrections: figures of the file that say something else from now on.

    Raises:
        DataError: the text cannot be read, or is written in a way in which lines cannot be added to it.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    if not bare.strip() or all(not line.strip() or line.lstrip()[0] == "#" for line in bare.splitlines()):
        bare = bare if bare.strip() else HEAD
        edits = [_appended_block(bare, "origins", _origin_lines(origins, 2))]
        edits += [_appended_block(bare, "observations", _place_lines(figures, 2))]
    else:
        root = _root(bare, name)
        edits = _all_edits(bare, name, root, list(origins), list(figures), list(corrections))
    new, keys = _applied(bare, [edit for edit in edits if edit.lines])
    return Extension(mark + new, keys)


def _all_edits(
    text: str,
    name: str,
    root: MapNode,
    origins: list[NewOrigin],
    figures: list[NewFigure],
    corrections: list[Correction],
) -> list[_Edit]:
    blocks = {key.value: value for key, value in root.value}
    edits = [each for correction in corrections for each in _corrected(text, name, root, correction)]
    rest = []
    if "observations" in blocks and figures:
        places = _list(blocks["observations"], name, "observations")
        edits += _into_places(text, places, figures, rest)
        edits.append(_Edit(*_after(text, places), tuple(_place_lines(rest, places.start_mark.column))))
    else:
        edits.append(_appended_block(text, "observations", _place_lines(figures, 2)))
    if "origins" in blocks and origins:
        known = _map(blocks["origins"], name, "origins")
        column = known.value[0][0].start_mark.column
        edits.append(_Edit(*_after(text, known), tuple(_origin_lines(origins, column))))
    else:
        edits.append(_appended_block(text, "origins", _origin_lines(origins, 2)))
    return edits


def _into_places(
    text: str, places: ListNode, figures: Sequence[NewFigure], rest: list[NewFigure]
) -> list[_Edit]:
    """Figures at the ends of the places that are there; those of other places go to `rest`."""
    there: dict[Place, ListNode] = {}
    for node in places.value:
        found = _place_of(node)
        if found is not None:
            there.setdefault(*found)
    added: dict[Place, list[tuple[str, int | None]]] = {}
    for figure in figures:
        if figure.place in there:
            column = there[figure.place].start_mark.column
            added.setdefault(figure.place, []).extend(_keyed(item(figure.fields, column), figure.key))
        else:
            rest.append(figure)
    return [_Edit(*_after(text, there[place]), tuple(lines)) for place, lines in added.items()]


def _place_of(node: Node) -> tuple[Place, ListNode] | None:
    """A place that says nothing for its figures but document and locator, and its list of figures."""
    if not isinstance(node, MapNode) or node.flow_style:
        return None
    said = {key.value: value for key, value in node.value}
    figures = said.get("figures")
    if set(said) != {"origin", "locator", "figures"} or not isinstance(figures, ListNode) or figures.flow_style:
        return None
    return Place(said["origin"].value, said["locator"].value), figures


def _place_lines(figures: Iterable[NewFigure], indent: int) -> list[tuple[str, int | None]]:
    """Figures as a list of places."""
    grouped: dict[Place, list[NewFigure]] = {}
    for figure in figures:
        grouped.setdefault(figure.place, []).append(figure)
    lines: list[tuple[str, int | None]] = []
    for place, members in grouped.items():
        lines += [(line, None) for line in block_item(place._asdict(), indent, [f"{' ' * indent}  figures:"])]
        lines += [each for figure in members for each in _keyed(item(figure.fields, indent + 4), figure.key)]
    return lines


def _keyed(lines: list[str], key: int) -> list[tuple[str, int | None]]:
    return [(line, key) for line in lines]


def _origin_lines(origins: Iterable[NewOrigin], indent: int) -> list[tuple[str, int | None]]:
    lines = []
    for origin in origins:
        lines += [f"{' ' * indent}{origin.id}:", f"{' ' * indent}  title: {quoted(origin.title)}"]
        lines += [f"{' ' * indent}  date: {quoted(origin.date)}"] if origin.date else []
    return [(line, None) for line in lines]


def _appended_block(text: str, name: str, lines: Sequence[tuple[str, int | None]]) -> _Edit:
    """A block at the end of the file."""
    return _Edit(len(text), len(text), (("", None), (f"{name}:", None), *lines) if lines else ())


def _corrected(text: str, name: str, root: MapNode, correction: Correction) -> list[_Edit]:
    """The scalars of one figure that say something else."""
    figure = _at(root, correction.source)
    if figure is None or not isinstance(figure, MapNode):
        told = "the figure to be corrected is not written with 'value:'. Mend it by hand"
        raise DataError([Problem(correction.source, "", told)])
    said = {key.value: value for key, value in figure.value}
    begins = figure.start_mark.index
    edits = [_Edit(begins, begins, (("", correction.key),), is_inline=True)]
    for key, new in correction.fields.items():
        if key in said:
            start, end = said[key].start_mark.index, said[key].end_mark.index
            edits.append(_Edit(start, end, ((scalar(key, new), correction.key),), is_inline=True))
        elif figure.flow_style:
            last = figure.value[-1][1].end_mark.index
            edits.append(_Edit(last, last, ((f", {key}: {scalar(key, new)}", correction.key),), is_inline=True))
        else:
            line = f"{' ' * figure.start_mark.column}{key}: {scalar(key, new)}"
            edits.append(_Edit(*_after(text, figure), ((line, correction.key),)))
    if "value" not in said:
        raise DataError([Problem(correction.source, "", f"the figure in {name} has no 'value:'. Mend it by hand")])
    return edits


def _at(node: Node, source: Source) -> Node | None:
    """The map that begins at a place."""
    if isinstance(node, MapNode):
        if source_of(node, source.file) == source:
            return node
        children = [value for _, value in node.value]
    else:
        children = list(node.value) if isinstance(node, ListNode) else []
    for child in children:
        if child.start_mark.line < source.line <= child.end_mark.line + 1 and (found := _at(child, source)):
            return found
    return None


def _root(text: str, name: str) -> MapNode:
    node, problems = compose(text, name)
    if problems:
        raise DataError(problems)
    if re.search(r"(?m)^(?:\.\.\.|---\s*\S)", text):
        _refuse(name, 1, "'...' or '---' ends a document within it")
    if not isinstance(node, MapNode) or node.flow_style or node.start_mark.column:
        _refuse(name, 1, "its blocks do not stand in lines of their own, beginning in the first column")
    assert isinstance(node, MapNode)
    return node


def _list(node: Node, name: str, block: str) -> ListNode:
    if not isinstance(node, ListNode) or node.flow_style:
        _refuse(name, node.start_mark.line + 1, f"'{block}' is not a list of lines that begin with '- '")
    assert isinstance(node, ListNode)
    return node


def _map(node: Node, name: str, block: str) -> MapNode:
    if not isinstance(node, MapNode) or node.flow_style:
        _refuse(name, node.start_mark.line + 1, f"'{block}' is not written with a line for each id")
    assert isinstance(node, MapNode)
    return node


def _refuse(name: str, line: int, why: str) -> None:
    advice = "Write it so, or move what it holds to another file of the folder"
    raise DataError([Problem(Source(name, line, 1), "", f"nothing can be added to this file: {why}. {advice}")])


def _after(text: str, node: Node) -> tuple[int, int]:
    """Where lines can be added behind a node: behind the line in which it ends."""
    while not isinstance(node, ScalarNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark.index
    if end and text[end - 1] == "\n":
        return end, end
    newline = text.find("\n", end)
    at = len(text) if newline < 0 else newline + 1
    return at, at


def _applied(text: str, edits: list[_Edit]) -> tuple[str, dict[int, int]]:
    """The text with all edits made, and the lines in which figures stand now."""
    newline = "\r\n" if "\r\n" in text else "\n"
    parts, keys, done, line = [], {}, 0, 1
    for edit in sorted(edits, key=lambda each: each.start):  # stable: what is added at one place keeps its order
        before = text[done : edit.start]
        parts.append(before)
        line += before.count("\n")
        if edit.is_inline:
            parts += [added for added, _ in edit.lines]
            keys |= {line: key for _, key in edit.lines if key is not None}
        else:
            if parts and "".join(parts[-1:]) and not parts[-1].endswith("\n"):
                parts.append(newline)
                line += 1
            for added, key in edit.lines:
                parts.append(added + newline)
                if key is not None:
                    keys[line] = key
                line += 1
        done = edit.end
    parts.append(text[done:])
    return "".join(parts), keys
