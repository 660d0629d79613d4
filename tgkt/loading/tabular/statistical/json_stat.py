"""JSON-stat, as PX-Web and other services of statistics offices answer: a dataset, a bundle or a collection of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any, BinaryIO

from tgkt.errors import DataError, UsageError, suggest
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.names import Head, folded
from tgkt.loading.tabular.statistical.cube import Cube, CubePlace, Dimension, Observation, cell_place
from tgkt.loading.tabular.statistical.json_text import Numeral, Part, index_of, read_json, shown
from tgkt.message import Message
from tgkt.record import NamedTuple

_ROLES = {"time": Head.PERIOD, "geo": Head.AREA, "metric": Head.INDICATOR}
_OTHERS = {
    "columns": Message("PX-Web's own JSON. Ask for the format json-stat2"),
    "dataSets": Message("SDMX-JSON. Ask for SDMX-CSV"),
    "data": Message("no JSON-stat. Ask for JSON-stat or SDMX-CSV"),
}


class _Printed(NamedTuple):
    """What a dataset says about the numbers of a code: their unit, the power of ten, and their decimals."""

    unit: str = ""
    power: str = ""
    decimals: str = ""


class JsonStat(Cube):
    """A dataset of a JSON-stat file.

    Args:
        part: the dataset.
        name: its name in a bundle or collection; empty where it is the only one.

    Raises:
        DataError: it contradicts itself.
    """

    def __init__(self, part: Part, name: str = "") -> None:
        self.file, self.name = part.file, name
        above = part if part.has("id") else part.part("dimension")  # the first edition has them one level below
        ids = _texts(above.part("id"))
        self.sizes = _sizes(above.part("size"))
        if len(ids) != len(self.sizes):
            told = Message(
                "'id' names {one} dimensions, and here are {other} sizes. Get the file again",
                one=len(ids),
                other=len(self.sizes),
            )
            raise above.part("size").wrong(told)
        roles = _roles(above.part("role"))
        of_code: list[dict[str, _Printed]] = []
        self.dimensions = []
        for id, size in zip(ids, self.sizes, strict=True):
            at = part.part("dimension").part(id)
            self.dimensions.append(_dimension(at, id, size, roles.get(id)))
            of_code.append(_printed(at.part("category").part("unit")))
        self._of_code = of_code
        self._listed = [list(each.labels) for each in self.dimensions]
        self._readable = [each.readable() for each in self.dimensions]
        self._decimals = _decimals(part)
        self._values = _sparse(part.part("value"), prod(self.sizes))
        self._statuses = _marks(part.part("status"), prod(self.sizes))
        self.source = ", ".join(filter(None, (part.part("source").text(), part.part("updated").text())))

    def cells(self, told: Told) -> Iterator[Observation]:  # noqa: ARG002 - what is wrong is known before
        """The values that the dataset holds."""
        for index, value in self._values:
            codes = tuple(of[at] for of, at in zip(self._listed, self._places(index), strict=True))
            said = self._said(codes)
            mark = self._statuses.get(index, self._statuses.get(-1, ""))
            yield Observation(codes, _text(value), index + 1, mark, *said, wrong=_refusal(value))

    def at(self, number: int) -> CubePlace:
        """A cell by its codes."""
        return cell_place(self.file, number, self._cell(number))

    def locator(self, number: int) -> str:
        """The dataset and the codes."""
        return f"{self.name or self.where}, {self._cell(number)}"

    def _cell(self, number: int) -> str:
        places = zip(self._readable, self._places(number - 1), strict=True)
        return " / ".join(codes[at] for codes, at in places if len(codes) > 1) or "1"

    def _places(self, index: int) -> list[int]:
        """Where the value of an index stands in each dimension, the last of which runs fastest."""
        found = []
        for size in reversed(self.sizes):
            index, at = divmod(index, size)
            found.append(at)
        return found[::-1]

    def _said(self, codes: tuple[str, ...]) -> _Printed:
        found = next((of[code] for of, code in zip(self._of_code, codes, strict=True) if code in of), _Printed())
        return found if found.decimals else found._replace(decimals=self._decimals)


def read_json_stat(name: str, file: BinaryIO, asked: str | None) -> JsonStat:
    """The dataset of a JSON-stat file.

    Args:
        name: how messages name the file.
        file: its bytes, as a stream that can be rewound.
        asked: the name of the dataset, where the file has several.

    Raises:
        DataError: it is no JSON-stat, contradicts itself, or has several datasets and none is named.
        UsageError: no dataset has the name.
    """
    found = _datasets(read_json(name, file))
    if asked is not None:
        found = {key or part.part("label").text() or "1": part for key, part in found.items()}
        alike = [key for key in found if key == asked] or [key for key in found if folded(key) == folded(asked)]
        if len(alike) != 1:
            raise UsageError("--sheet: no dataset '{name}'.{advice}", name=asked, advice=suggest(asked, found))
        return JsonStat(found[alike[0]], alike[0])
    if len(found) > 1:
        listed = ", ".join(f"'{each}'" for each in found)
        told = Message("{file}: several datasets: {names}. Name one with --sheet", file=name, names=listed)
        raise DataError([told])
    ((key, part),) = found.items()
    return JsonStat(part, "" if key in ("", "dataset") else key)


def _datasets(root: Part) -> dict[str, Part]:
    """The datasets of a file by their names."""
    sort = root.part("class").text()
    if sort == "dataset" or (root.has("dimension") and root.has("value")):
        return {"": root}
    if sort == "collection":
        return _collected(root.part("link").part("item"))
    found = {shown(key): root.part(key) for key, each in root.map().items() if _is_dataset(each)}
    if not found:
        told = next((said for key, said in _OTHERS.items() if root.has(key)), _OTHERS["data"])
        raise root.wrong(told)
    return found


def _is_dataset(value: object) -> bool:
    return isinstance(value, dict) and "dimension" in value and "value" in value


def _collected(items: Part) -> dict[str, Part]:
    """The datasets that a collection holds; what it only points to is not fetched."""
    found: dict[str, Part] = {}
    for at, each in enumerate(items.list()):
        if _is_dataset(each):
            part = Part(items.file, f"{items.path}[{at}]", each)
            name = part.part("label").text() or str(at + 1)
            found[name if name not in found else str(at + 1)] = part
    if not found:
        raise items.wrong(Message("the collection only points to datasets. Get one of them and import it"))
    return found


def _dimension(part: Part, id: str, size: int, role: Head | None) -> Dimension:
    """A dimension with its codes in their order."""
    if part.value is None:
        raise part.wrong(Message("'id' names this dimension, and 'dimension' does not have it. Get the file again"))
    category = part.part("category")
    labels = category.part("label")
    texts = {each: labels.part(each).text() for each in labels.map()} if labels.value is not None else {}
    codes = _codes_of(category, list(texts))
    if len(codes) != size:
        raise category.wrong(_counts(size, len(codes)))
    found: dict[str, str] = {}
    for code in codes:
        plain = Part(part.file, f"{category.path}.index", code).text()
        if plain in found:
            raise category.wrong(Message("the code '{code}' stands twice. Get the file again", code=plain))
        found[plain] = texts.get(code) or plain
    return Dimension(_plain(part, id), part.part("label").text() or _plain(part, id), found, role)


def _codes_of(category: Part, otherwise: list[str]) -> list[str]:
    """The codes of a dimension, in the order of its values."""
    index = category.part("index")
    if index.value is None and len(otherwise) == 1:
        return otherwise
    if isinstance(index.value, list):
        return _texts(index)
    places = {code: index.part(code).position() for code in index.map()}
    if sorted(places.values()) != list(range(len(places))):
        raise index.wrong(Message("its numbers do not count from 0 without a gap. Get the file again"))
    return sorted(places, key=places.__getitem__)


def _texts(part: Part) -> list[str]:
    found = part.list()
    for at, each in enumerate(found):
        if not isinstance(each, str):
            raise Part(part.file, f"{part.path}[{at}]", each).wrong(Message("this is no text. Get the file again"))
    return found


def _plain(part: Part, text: str) -> str:
    return Part(part.file, part.path, text).text()


def _sizes(part: Part) -> list[int]:
    """How many codes each dimension has."""
    return [Part(part.file, f"{part.path}[{at}]", each).position() for at, each in enumerate(part.list())]


def _counts(said: int, there: int) -> Message:
    return Message("by 'size' there are {one} here, in fact {other}. Get the file again", one=said, other=there)


def _roles(part: Part) -> dict[str, Head]:
    """What each dimension is; of two with one role neither has it."""
    found: dict[str, Head] = {}
    if part.value is None:
        return found
    for word, head in _ROLES.items():
        ids = _texts(part.part(word)) if part.has(word) else []
        if len(ids) == 1:
            found[ids[0]] = head
    return found


def _printed(part: Part) -> dict[str, _Printed]:
    """What is said about the numbers of each code."""
    if part.value is None:
        return {}
    found = {}
    for code in part.map():
        said = part.part(code)
        unit = next((text for key in ("base", "label", "symbol") if (text := said.part(key).text())), "")
        found[code] = _Printed(unit, said.part("multiplier").text(), said.part("decimals").text())
    return found


def _decimals(part: Part) -> str:
    """How many decimals PX-Web prints where the code does not say."""
    extension = part.part("extension")
    if not extension.has("px"):
        return ""
    px = extension.part("px")
    return px.part("decimals").text() if isinstance(px.value, dict) else ""


def _sparse(part: Part, size: int) -> list[tuple[int, Any]]:
    """Values with the index of each, whether they stand in a list or in a map."""
    if isinstance(part.value, list):
        if len(part.value) != size:
            raise part.wrong(_counts(size, len(part.value)))
        return list(enumerate(part.value))
    found = []
    for key, value in part.map().items():
        index = index_of(key)
        if index is None or index >= size:
            raise part.wrong(
                Message("'{key}' is no place among {size} values. Get the file again", key=shown(key), size=size)
            )
        found.append((index, value))
    return sorted(found, key=lambda each: each[0])


def _marks(part: Part, size: int) -> dict[int, str]:
    """How values are marked, by index; -1 is the mark of all."""
    if part.value is None:
        return {}
    if isinstance(part.value, str):
        return {-1: part.text()}
    marks = [(index, mark) for index, mark in _sparse(part, size) if mark is not None]
    return {index: Part(part.file, f"{part.path}[{index}]", mark).text() for index, mark in marks}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _refusal(value: object) -> Message | str:
    """Why a value is none: a map, a list or true in its place."""
    if value is None or isinstance(value, (str, Numeral)):
        return ""
    return Message("this is neither a number nor null. Get the file again")
