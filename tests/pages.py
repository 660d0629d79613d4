"""A page of HTML as Python's own reader sees it: its elements with their texts, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "input", "br", "wbr", "link", "img"}
_ALONE = {"path", "circle", "polyline"}


@dataclass
class Element:
    """An element: its name, attributes, and what stands in it."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    within: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.within)

    def all(self, name: str = "", **wanted: str) -> Iterator[Element]:
        """Every element in it of a name, with attributes that hold these words; `kind` stands for class."""
        for each in self.within:
            if isinstance(each, Element):
                has = (
                    word in (each.attributes.get(_NAMES.get(key, key)) or "").split() for key, word in wanted.items()
                )
                if name in ("", each.name) and all(has):
                    yield each
                yield from each.all(name, **wanted)

    def one(self, name: str = "", **wanted: str) -> Element:
        """The first of them."""
        return next(self.all(name, **wanted))


_NAMES = {"kind": "class"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, dict(attrs))
        self.open[-1].within.append(found)
        if tag not in _VOID | _ALONE:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].within.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID | _ALONE:
            return
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].within.append(data)


def read(text: str) -> Element:
    """The page; every element that is opened is closed in its place."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def targets(page: Element) -> list[dict[str, str]]:
    """The rows of the table of targets, by the names that `handed` compares."""
    found = []
    for body in page.one("table", id="plan").all("tbody", kind="row"):
        cells = [each.text for each in body.one("tr").within if isinstance(each, Element)]
        found.append(dict(zip(NAMED, (*cells[:4], *cells[-5:-2], cells[-1]), strict=True)))
    return found


NAMED = ("code", "title", "unit", "start", "target", "gap", "needed", "standing")
"""The cells of a target; the years since stand between start and target, the picture before the standing."""
