"""The file that `--map` names: what the codes of a statistics office are in our data, and which slice is taken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tgkt.errors import DataError, UsageError, suggest
from tgkt.facts.statement import Status
from tgkt.loading.alone import read_alone
from tgkt.loading.nodes import Mapping, Node, Sequence, source_of
from tgkt.loading.reading import Reader, Schema, pairs, scalar
from tgkt.loading.spec import Field, Named, Record
from tgkt.loading.tabular.names import Head
from tgkt.message import Message
from tgkt.source import Source

ROLES = (Head.INDICATOR, Head.AREA, Head.PERIOD)
_A_CODE = Message("a code")


@dataclass(frozen=True, slots=True)
class CodeMap:
    """What the user says about the codes of a cube.

    Attributes:
        file: the file that says it; empty where there is none.
        dimensions: the dimension that is the indicator, the area, the period, by name.
        meanings: for each of them our words by code, or one for the whole cube.
        fixed: the codes that are taken of a dimension.
        unit: units by the code of an indicator or by what the file calls them, or one for the whole cube.
        status: our statuses by the marks of the file.
        places: where names of dimensions stand.
    """

    file: str = ""
    dimensions: dict[Head, str] = field(default_factory=dict)
    meanings: dict[Head, str | Named] = field(default_factory=dict)
    fixed: Named = field(default_factory=Named)
    unit: str | Named = ""
    status: Named = field(default_factory=Named)
    places: dict[Head, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Codes:
    """A map whose keys are codes as they stand in the file, quoted or not.

    Attributes:
        words: the closed list that its values are from; any text where it is empty.
        may_be_one: whether one text may stand instead of a map.
        may_be_list: whether a value may be a list.
    """

    words: tuple[str, ...] = ()
    may_be_one: bool = False
    may_be_list: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> Any:
        if self.may_be_one and not isinstance(node, (Mapping, Sequence)):
            return scalar(node, path, reader, _A_CODE)
        found = Named()
        for key, key_node, value_node in pairs(node, path, reader):
            found.places[key] = source_of(key_node, reader.name)
            value = self._value(value_node, f"{path}.{key}", reader)
            if value is not None:
                found[key] = value
        return found

    def _value(self, node: Node, path: str, reader: Reader) -> Any:
        if self.may_be_list:
            each = node.value if isinstance(node, Sequence) else [node]
            return [text for item in each if (text := scalar(item, path, reader, _A_CODE)) is not None]
        text = scalar(node, path, reader, _A_CODE)
        if text is not None and self.words and text not in self.words:
            reader.fail(node, path, "unknown value '{text}'.{advice}", text=text, advice=suggest(text, self.words))
            return None
        return text

    def schema(self, _defs: Schema) -> Schema:
        return {"type": "object"}


_MEANT = _Codes(may_be_one=True)
CODE_MAP = Record(
    Message("a map of codes"),
    {
        "dimensions": Field(_Codes(), "the dimension that is indicator, area and period, by name"),
        **{str(head): Field(_MEANT, "our words by code, or one for the whole table") for head in ROLES},
        "fixed": Field(_Codes(may_be_list=True), "the codes that are taken of a dimension"),
        "unit": Field(_MEANT, "units by code, or one for the whole table"),
        "status": Field(_Codes(words=tuple(Status)), "statuses by the marks of the file"),
    },
)


def code_map(given: tuple[str, ...]) -> CodeMap:
    """What all the values of `--map` say: at most one file, and pairs "indicator=SERIES" that name dimensions.

    Raises:
        UsageError: two files, or a pair that names something else.
        DataError: the file cannot be read.
    """
    files = [each for each in given if "=" not in each]
    if len(files) > 1:
        raise UsageError("--map: two files, {one} and {other}. Name one", one=files[0], other=files[1])
    found = read_code_map(Path(files[0])) if files else CodeMap()
    named = dict(found.dimensions)
    for pair in given:
        name, equals, head = pair.partition("=")
        if equals and (name not in list(ROLES) or not head):
            raise UsageError(
                "--map {given}: of a table of a statistics office name indicator, area or period, e.g. "
                "--map area=REF_AREA; a file holds the rest",
                given=pair,
            )
        if equals:
            named[Head(name)] = head
    return replace(found, dimensions=named)


def read_code_map(path: Path) -> CodeMap:
    """Read the file that `--map` names.

    Raises:
        DataError: with every problem in it.
    """
    entry, reader = read_alone(path, CODE_MAP)
    named: Named = (entry["dimensions"] if entry else None) or Named()
    for name in named:
        if name not in list(ROLES):
            told = Message("unknown key '{key}' in {record}.{advice}", key=name, record=CODE_MAP.name,
                           advice=suggest(name, ROLES))  # fmt: skip
            reader.fail(named.places[name], f"dimensions.{name}", told)
    if entry is None or reader.problems:
        raise DataError(sorted(reader.problems))
    return CodeMap(
        str(path),
        {Head(name): text for name, text in named.items()},
        {head: entry[head] for head in ROLES if entry[head] is not None},
        entry["fixed"] or Named(),
        entry["unit"] or "",
        entry["status"] or Named(),
        {Head(name): named.places[name] for name in named},
    )
