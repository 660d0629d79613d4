"""YAML text to nodes that know their place. The only module that imports yaml.

Nodes keep the raw text of every scalar, so `90.40` stays `90.40` and `012`, `10:30`, `no` are
seen as they were written instead of being turned into something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import yaml

from tgkt.errors import Problem
from tgkt.source import Source

Scalar = yaml.ScalarNode
Sequence = yaml.SequenceNode
Mapping = yaml.MappingNode
Node = yaml.Node

MOST_BYTES = 5_000_000
DEEPEST = 100
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
    refused = [Problem(Source(name, line, column), "", message) for line, column, message in _refused(text)]
    if refused:
        return None, refused
    try:
        nodes = list(yaml.compose_all(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        begins = error.context in _BEGINS_EARLIER and error.context_mark
        mark = begins or error.problem_mark or error.context_mark
        place = Source(name, mark.line + 1, mark.column + 1) if mark else Source(name, 1, 1)
        return None, [Problem(place, "", f"not valid YAML: {_plainly(error)}")]
    except yaml.reader.ReaderError as error:
        at = text.find(chr(error.character))
        place = Source(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        return None, [
            Problem(place, "", f"a control character, U+{error.character:04X}, which no text holds. Remove it")
        ]
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


_BEGINS_EARLIER = (
    *("while scanning a quoted scalar", "while scanning a simple key"),
    *("while parsing a flow sequence", "while parsing a flow mapping"),
)
_SUSPICIOUS = re.compile(r"(?m)(?:^|[\s\[{,:-])[&*!]\S")
_TOO_DEEP = re.compile(r"(?m)^ {200,}\S|(?:- ){60}")


def _refused(text: str) -> Iterator[tuple[int, int, str]]:
    """What the composer would swallow or die of: tags, anchors and aliases, and nesting without end."""
    depth, deep = 0, _TOO_DEEP.search(text)
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            deep = bracket
            break
    if deep:
        yield text.count("\n", 0, deep.start()) + 1, 1, "nested too deeply. Check the brackets and the indentation"
    elif _SUSPICIOUS.search(text):
        yield from _tags_and_anchors(text)


def _tags_and_anchors(text: str) -> Iterator[tuple[int, int, str]]:
    with suppress(yaml.YAMLError):  # what is no YAML at all is told of by the composer
        for token in yaml.scan(text, Loader=_Loader):
            place = token.start_mark.line + 1, token.start_mark.column + 1
            if isinstance(token, yaml.TagToken):
                yield *place, "a tag ('!…') is not allowed. Remove it"
            elif isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                yield *place, "anchors ('&…') and aliases ('*…') are not allowed. Write the value out"
                return  # one mistake, however often the value is used again


_PLAINLY = {
    "found character that cannot start any token": "a tab, or a character that begins no text. Use spaces, or quote",
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
