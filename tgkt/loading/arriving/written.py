"""The text of a data file with more figures added; text that a person wrote stays unchanged, byte for byte.

New figures stand at the end of the block of their document and place, new documents at the end of `origins`; a
correction replaces one scalar. A file that is not written in block lines is refused and left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from tgkt.errors import DataError, Problem
from tgkt.language import WRITTEN, said
from tgkt.loading.arriving.edits import Edit, after, applied, list_of, map_at, map_of, root_of
from tgkt.loading.arriving.yaml_text import block_item, item, quoted, scalar
from tgkt.loading.nodes import Mapping as MapNode
from tgkt.loading.nodes import Node
from tgkt.loading.nodes import Sequence as ListNode
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

HEAD = Message(
    "Figures imported from tables by `tgkt import`. It adds to the ends of the blocks below and "
    "replaces numbers that are corrected; your own notes and layout stay."
)
_WIDEST = 118
_MARK = "\ufeff"


class NewOrigin(NamedTuple):
    """A document that the data do not have yet."""

    id: str
    title: str
    date: str | None = None
    issuer: str | None = None


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
    """A correction: the new content of a figure; `source` is where the figure begins."""

    key: int
    source: Source
    fields: Mapping[str, str]


class Extension(NamedTuple):
    """The new text, and the key of the figure that stands in a line."""

    text: str
    keys: dict[int, int]


def extended(
    text: str,
    name: str,
    origins: Iterable[NewOrigin] = (),
    figures: Iterable[NewFigure] = (),
    corrections: Iterable[Correction] = (),
    lang: str = WRITTEN,
) -> Extension:
    """Add figures and documents to the text of a data file and correct others; an empty text begins a file.

    Args:
        text: the text as it stands in the file.
        name: how messages name the file.
        origins: documents to be added.
        figures: figures to be added.
        corrections: figures of the file that change.
        lang: the language of the comment at the head of a new file.

    Raises:
        DataError: the text cannot be read, or is written in a way in which lines cannot be added to it.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    if not bare.strip() or all(not line.strip() or line.lstrip()[0] == "#" for line in bare.splitlines()):
        bare = bare if bare.strip() else head(lang)
        edits = [_appended_block(bare, "origins", _origin_lines(origins, 2))]
        edits += [_appended_block(bare, "observations", _place_lines(figures, 2))]
    else:
        root = root_of(bare, name)
        edits = _all_edits(bare, name, root, list(origins), list(figures), list(corrections))
    new, keys = applied(bare, [edit for edit in edits if edit.lines])
    return Extension(mark + new, keys)


def head(lang: str) -> str:
    """The comment with which a file begins."""
    return "".join(f"# {line}\n" for line in wrap(said(HEAD, lang), _WIDEST))


def _all_edits(
    text: str,
    name: str,
    root: MapNode,
    origins: list[NewOrigin],
    figures: list[NewFigure],
    corrections: list[Correction],
) -> list[Edit]:
    blocks = {key.value: value for key, value in root.value}
    edits = [each for correction in corrections for each in _corrected(text, name, root, correction)]
    rest: list[NewFigure] = []
    if "observations" in blocks and figures:
        places = list_of(blocks["observations"], name, "observations")
        edits += _into_places(text, places, figures, rest)
        edits.append(Edit(*after(text, places), tuple(_place_lines(rest, places.start_mark.column))))
    else:
        edits.append(_appended_block(text, "observations", _place_lines(figures, 2)))
    if "origins" in blocks and origins:
        known = map_of(blocks["origins"], name, "origins")
        column = known.value[0][0].start_mark.column
        edits.append(Edit(*after(text, known), tuple(_origin_lines(origins, column))))
    else:
        edits.append(_appended_block(text, "origins", _origin_lines(origins, 2)))
    return edits


def _into_places(text: str, places: ListNode, figures: Sequence[NewFigure], rest: list[NewFigure]) -> list[Edit]:
    """The edits that add figures at the end of the blocks of their places; those without a block go to `rest`."""
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
    return [Edit(*after(text, there[place]), tuple(lines)) for place, lines in added.items()]


def _place_of(node: Node) -> tuple[Place, ListNode] | None:
    """The document and locator of a block that states nothing else for its figures, and its list of figures."""
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
        lines += [f"{' ' * indent}  issuer: {origin.issuer}"] if origin.issuer else []
        lines += [f"{' ' * indent}  date: {quoted(origin.date)}"] if origin.date else []
    return [(line, None) for line in lines]


def _appended_block(text: str, name: str, lines: Sequence[tuple[str, int | None]]) -> Edit:
    """A block at the end of the file."""
    return Edit(len(text), len(text), (("", None), (f"{name}:", None), *lines) if lines else ())


def _corrected(text: str, name: str, root: MapNode, correction: Correction) -> list[Edit]:
    """The edits of one figure's scalars that change."""
    figure = map_at(root, correction.source)
    if figure is None or not isinstance(figure, MapNode):
        told = Message("the figure to be corrected is not written with 'value:'. Correct it by hand")
        raise DataError([Problem(correction.source, "", told)])
    said = {key.value: value for key, value in figure.value}
    begins = figure.start_mark.index
    edits = [Edit(begins, begins, (("", correction.key),), is_inline=True)]
    for key, new in correction.fields.items():
        if key in said:
            start, end = said[key].start_mark.index, said[key].end_mark.index
            edits.append(Edit(start, end, ((scalar(key, new), correction.key),), is_inline=True))
        elif figure.flow_style:
            last = figure.value[-1][1].end_mark.index
            edits.append(Edit(last, last, ((f", {key}: {scalar(key, new)}", correction.key),), is_inline=True))
        else:
            line = f"{' ' * figure.start_mark.column}{key}: {scalar(key, new)}"
            edits.append(Edit(*after(text, figure), ((line, correction.key),)))
    if not {"value", "reached"} & said.keys():
        told = Message("the figure in {file} has no 'value:'. Correct it by hand", file=name)
        raise DataError([Problem(correction.source, "", told)])
    return edits
