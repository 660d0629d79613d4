"""Values as YAML text: numbers and ids plain, every other text in quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PLAIN = re.compile(r"[a-z][a-z0-9_]*\Z", re.ASCII)
_TRAPS = {"y", "yes", "n", "no", "on", "off", "true", "false", "null"}
_BARE = re.compile(r"-?[0-9][0-9A-Za-z./-]*\Z|\[-?[0-9.]+, -?[0-9.]+\]\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
_UNQUOTED = ("period", "value")
_WIDEST = 119


def flow(fields: Mapping[str, str]) -> str:
    """Fields as a map on one line."""
    return "{" + ", ".join(f"{key}: {scalar(key, text)}" for key, text in fields.items()) + "}"


def item(fields: Mapping[str, str], indent: int) -> list[str]:
    """Fields as an item of a list: on one line where it is not too long, else a line for each."""
    short = f"{' ' * indent}- {flow(fields)}"
    return [short] if len(short) <= _WIDEST else block_item(fields, indent)


def block_item(fields: Mapping[str, str], indent: int, more: Sequence[str] = ()) -> list[str]:
    """Fields as an item of a list, a line for each; further lines stand in it as they are."""
    lines = [f"{key}: {scalar(key, text)}" for key, text in fields.items()]
    first = [f"{' ' * indent}- {lines[0]}"]
    return first + [f"{' ' * indent}  {line}" for line in lines[1:]] + list(more)


def scalar(key: str, text: str) -> str:
    """A value as it is written after its key."""
    if key in _UNQUOTED and _BARE.match(text) and not _DATE.match(text):
        return text
    if (_PLAIN.match(text) and text not in _TRAPS) or key == "reached":
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text between quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
