"""The blocks of a data file as YAML text: a line for each key, and what is short on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import combining

_PLAIN = re.compile(r"[a-z][a-z0-9_]*\Z", re.ASCII)
_TRAPS = {"y", "yes", "n", "no", "on", "off", "true", "false", "null"}
_WIDEST = 119
Tree = Any
"""A text, a `Plain`, a list or a map of trees."""


class Plain(str):
    """What stands without quotation marks: a number, a year, true or false."""

    __slots__ = ()


def kept(fields: Mapping[str, Tree | None]) -> dict[str, Tree]:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value is not None and value != []}


def file_text(blocks: Mapping[str, Tree]) -> str:
    """A data file of these blocks; an empty one is left out."""
    written = (_lines(key, value, 0) for key, value in blocks.items() if value not in ({}, []))
    return "\n".join("\n".join(lines) + "\n" for lines in written)


def _lines(key: str, value: Tree, indent: int) -> list[str]:
    """A key and its value: on one line where that is short, else its parts on lines of their own."""
    begins = f"{' ' * indent}{_key(key)}:"
    short = f"{begins} {_flow(value)}"
    if indent and (len(short) <= _WIDEST or isinstance(value, str)):
        return [short]
    return [begins, *_block(value, indent + 2)] if isinstance(value, (Mapping, list)) and value else [short]


def _block(value: Tree, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _lines(key, each, indent)
        return
    for each in value:
        short = f"{' ' * indent}- {_flow(each)}"
        if len(short) <= _WIDEST or not isinstance(each, Mapping):
            yield short
            continue
        inner = list(_block(each, indent + 2))
        yield f"{' ' * indent}- {inner[0].lstrip()}"
        yield from inner[1:]


def _flow(value: Tree) -> str:
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_flow, value))}]"
    return "{" + ", ".join(f"{_key(key)}: {_flow(each)}" for key, each in value.items()) + "}"


def _key(text: str) -> str:
    """A key; a year stands as it is."""
    return text if isinstance(text, Plain) or _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.match(text)) and text not in _TRAPS


def _quoted(text: str) -> str:
    """A text between quotation marks, in which nothing that YAML reads otherwise stands as it is.

    A mark after an escape is one too: files are read in composed form, in which it would join the last digit before it.
    """
    written, is_escaped = [], False
    for one in text:
        is_escaped = not one.isprintable() or (is_escaped and combining(one) > 0)
        written.append(_escape(one) if is_escaped else f"\\{one}" if one in '"\\' else one)
    return f'"{"".join(written)}"'


def _escape(one: str) -> str:
    return f"\\u{ord(one):04X}" if ord(one) < 0x10000 else f"\\U{ord(one):08X}"
