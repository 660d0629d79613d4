"""YAML text to nodes that know their place. The only module that imports yaml.

Nodes keep the raw text of every scalar, so `90.40` stays `90.40` and `012`, `10:30`, `no` are
seen as they were written instead of being turned into something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

import yaml

from tgkt.errors import Problem
from tgkt.loading.causes import cause
from tgkt.loading.content import Content
from tgkt.message import Message
from tgkt.source import Source

Scalar = yaml.ScalarNode
Sequence = yaml.SequenceNode
Mapping = yaml.MappingNode
Node = yaml.Node

DEEPEST = 100


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # which of both is found here
    """Composes nodes; what sort of thing YAML takes a text for is not looked up, as every text is kept as written."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""


def text_of(content: Content, name: str) -> tuple[str, list[Problem]]:
    """The content of a data file as UTF-8 text in composed form (NFC)."""
    if isinstance(content, Message):
        return "", [Problem(Source(name, 1, 1), "", content)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return "", [Problem(Source(name, line, 1), "", Message("the text is not UTF-8. Save the file as UTF-8"))]
    return unicodedata.normalize("NFC", text), []


def compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Parse YAML text into its node, refusing constructs that data files must not contain."""
    refused = [Problem(Source(name, line, column), "", message) for line, column, message in _refused(text)]
    if refused:
        return None, refused
    try:
        nodes = list(yaml.compose_all(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        begins = error.context in _BEGINS_EARLIER and error.context_mark
        mark = begins or error.problem_mark or error.context_mark
        place = Source(name, mark.line + 1, mark.column + 1) if mark else Source(name, 1, 1)
        return None, [_not_yaml(place, cause(error.context, error.problem))]
    except yaml.reader.ReaderError as error:
        at = text.find(chr(error.character))
        place = Source(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        return None, [Problem(place, "", _control_character(error.character))]
    except RecursionError:
        return None, [Problem(Source(name, 1, 1), "", _DEEP)]
    except yaml.YAMLError:
        return None, [_not_yaml(Source(name, 1, 1), cause(None, None))]
    if len(nodes) > 1:
        told = Message("a second YAML document. Keep one document per file and remove '---'")
        return None, [Problem(source_of(nodes[1], name), "", told)]
    if _ESCAPED.search(text) and (obeyed := list(_settled(nodes[0], name))):
        return None, obeyed
    if not nodes or nodes[0] is None:
        told = Message("the file is empty. Write at least one block, such as 'indicators:'")
        return None, [Problem(Source(name, 1, 1), "", told)]
    return nodes[0], []


def _not_yaml(place: Source, cause: Message) -> Problem:
    return Problem(place, "", Message("not valid YAML: {cause}", cause=cause))


def _control_character(character: int) -> Message:
    code = f"U+{character:04X}"
    return Message("the control character {code} is not allowed in text. Remove it", code=code)


def _settled(node: Node | None, name: str) -> Iterator[Problem]:
    """What no text may hold, in any scalar; what is left is brought to composed form, as the file is."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar):
            each.value = unicodedata.normalize("NFC", each.value)
            if obeyed := _OBEYED.search(each.value):
                yield Problem(source_of(each, name), "", _obeyed(ord(obeyed[0])))
        elif isinstance(each, Sequence):
            waiting += reversed(each.value)
        elif isinstance(each, Mapping):
            waiting += [part for pair in reversed(each.value) for part in reversed(pair)]


_ESCAPED = re.compile(r"\\[abefvr0NLPxuU]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that only a scalar shows: written by their numbers, or such that YAML reads them as text."""
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs that a terminal or the eye would obey; a text has line ends and tabs, and no other."""


def _obeyed(character: int) -> Message:
    if unicodedata.bidirectional(chr(character)) in _TURNS:
        code = f"U+{character:04X}"
        return Message("a sign that turns the direction of writing, {code}. Remove it", code=code)
    return _control_character(character)


_TURNS = ("ALM", "LRM", "RLM", "L", "R", "AL", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


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
_TOO_DEEP = re.compile(r"(?m)^ {200,}\S|(?:[-?:][ \t]+){60}")
_DEEP = Message("nested too deeply. Check the brackets and the indentation")


def _refused(text: str) -> Iterator[tuple[int, int, Message]]:
    """The constructs that the composer would accept or crash on: tags, anchors, aliases, endless nesting."""
    depth, deep = 0, _TOO_DEEP.search(text)
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            deep = bracket
            break
    if deep:
        yield text.count("\n", 0, deep.start()) + 1, 1, _DEEP
    elif _SUSPICIOUS.search(text):
        yield from _tags_and_anchors(text)


def _tags_and_anchors(text: str) -> Iterator[tuple[int, int, Message]]:
    with suppress(yaml.YAMLError):  # the composer reports texts that are not YAML at all
        for token in yaml.scan(text, Loader=_Loader):
            place = token.start_mark.line + 1, token.start_mark.column + 1
            if isinstance(token, yaml.TagToken):
                yield *place, Message("a tag ('!…') is not allowed. Remove it")
            elif isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                yield *place, Message("anchors ('&…') and aliases ('*…') are not allowed. Write the value out")
                return  # one mistake, however often the value is used again
