"""YAML text to nodes that know their place. The only module that imports yaml.

Nodes keep the raw text of every scalar, so `90.40` stays `90.40` and `012`, `10:30`, `no` are
seen as they were written instead of being turned into something else.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import yaml

from tgkt.errors import Problem
from tgkt.source import Source

Scalar = yaml.ScalarNode
Sequence = yaml.SequenceNode
Mapping = yaml.MappingNode
Node = yaml.Node

MOST_BYTES = 5_000_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Read a data file as UTF-8 text in composed form (NFC)."""
    top = Source(name, 1, 1)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return "", [Problem(top, "", f"the file has {size} bytes; at most {MOST_BYTES} are read. Split it")]
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Problem(Source(name, line, 1), "", "the text is not UTF-8. Save the file as UTF-8")]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return "", [Problem(top, "", f"cannot be read: {reason}. Check the path and its permissions")]
    return unicodedata.normalize("NFC", text), []


def compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Parse YAML text into its node, refusing what data files must not hold."""
    try:
        nodes = list(yaml.compose_all(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Source(name, mark.line + 1, mark.column + 1) if mark else Source(name, 1, 1)
        return None, [Problem(place, "", f"not valid YAML: {_plainly(error)}")]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(Source(name, 1, 1), "", f"not valid YAML: {str(error).splitlines()[0]}. Check the file")]
    if len(nodes) > 1:
        extra = source_of(nodes[1], name)
        return None, [Problem(extra, "", "a second YAML document. Keep one document per file and remove '---'")]
    if not nodes or nodes[0] is None:
        return None, [
            Problem(Source(name, 1, 1), "", "the file is empty. Write at least one block, such as 'indicators:'")
        ]
    return nodes[0], []


def source_of(node: Node, name: str) -> Source:
    """Where a node begins, counted from 1."""
    return Source(name, node.start_mark.line + 1, node.start_mark.column + 1)


def is_quoted(node: Node) -> bool:
    """Whether a scalar was written in quotes, so that its text is meant as text."""
    return isinstance(node, Scalar) and node.style in ("'", '"', "|", ">")


_PLAINLY = {
    "found character '\\t' that cannot start any token": "a tab is used for indentation. Use spaces",
    "mapping values are not allowed in this context": "a ':' where no key can stand. Quote the text or indent",
    "could not find expected ':'": "a key without ':'. Write 'key: value'",
    "did not find expected key": "a key is expected here. Check the indentation and the quotes",
    "while scanning a quoted scalar": "a quote is not closed. Close it",
    "found undefined tag handle": "a tag ('!…') is not allowed. Remove it",
    "found undefined alias": "an alias ('*…') is not allowed. Write the value out",
}


def _plainly(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    for phrase, meaning in _PLAINLY.items():
        if phrase in said:
            return meaning
    cause = (error.problem or error.context or "the text breaks off").strip()
    return f"{cause}. Check the indentation, quotes and brackets"
