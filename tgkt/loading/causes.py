"""Plain words for errors in YAML, because those of the parser are in English and written for programmers."""

from __future__ import annotations

from tgkt.message import Message

_ALIAS = Message("an alias ('*…') is not allowed. Write the value out")
_ANCHOR = Message("an anchor ('&…') is not allowed. Write the value out")
_TAB = Message("a tab is used for indentation. Use spaces")
_BLOCK = Message("there is text beside '|' or '>'. Write it on the lines below, or quote the whole")
_COLON = Message("a ':' where no key is allowed. Quote the text or indent")
_DIRECTIVE = Message("a line that begins with '%' is a command to YAML, which is not allowed. Remove it")
_DOCUMENT = Message("there is something outside the document. Remove it, and lines such as '---', '...' and '%…'")
_ESCAPE = Message("a '\\' in double quotes that begins no known character. Write '\\\\', or use single quotes")
_KEY = Message("a key is expected here. Check the indentation and the quotes")
_LIST = Message("the list that begins here lacks a ',' or its ']'. Check its quotes and brackets")
_MAP = Message("the map that begins here lacks a ',' or its '}'. Check its quotes and brackets")
_SIGN = Message("a text that begins with '&' or '*'. Quote it")
_TAG = Message("a tag ('!…') is not allowed. Remove it")

# Phrases of both parsers, the one written in C and the one in Python; the first that fits is used.
_CAUSES: dict[str, Message] = {
    "found character '\\t' that cannot start any token": _TAB,
    "found a tab character": _TAB,
    "cannot start any token": Message("a tab, or a character that cannot begin a text. Use spaces, or quote"),
    "while scanning a %": _DIRECTIVE,
    "directive": _DIRECTIVE,
    "duplicate tag handle": _DIRECTIVE,
    "incompatible YAML document": _DIRECTIVE,
    "<document start>": _DOCUMENT,
    "while scanning a tag": _TAG,
    "while parsing a tag": _TAG,
    "found undefined tag handle": _TAG,
    "found undefined alias": _ALIAS,
    "found duplicate anchor": _ANCHOR,
    "while scanning an anchor": _SIGN,
    "while scanning an alias": _SIGN,
    "found unknown escape character": _ESCAPE,
    "hexdecimal number": _ESCAPE,
    "hexadecimal numbers": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "while scanning a quoted scalar": Message("a quote is not closed. Close it"),
    "while scanning a block scalar": _BLOCK,
    "found unexpected ':'": _COLON,
    "mapping values are not allowed": _COLON,
    "mapping keys are not allowed": Message("a '?' where no key is allowed. Quote the text"),
    "sequence entries are not allowed": Message("a '-' where no list is allowed. Write the list on lines of its own"),
    "could not find expected ':'": Message("a key without ':'. Write 'key: value'"),
    "while parsing a block mapping": _KEY,
    "while parsing a block collection": Message("a list item is expected here, '- …'. Check the indentation"),
    "while parsing a flow sequence": _LIST,
    "while parsing a flow mapping": _MAP,
    "expected node content": Message("a value is expected here. Check the commas and brackets"),
    "expected the node content": Message("a value is expected here. Check the commas and brackets"),
    "exceeded maximum nesting depth": Message("nested too deeply. Check the brackets and the indentation"),
}
_UNKNOWN = Message("this does not belong here. Check the indentation, quotes and brackets")


def cause(context: str | None, problem: str | None) -> Message:
    """The cause of an error in YAML, from the report of a parser.

    Args:
        context: the construct that the parser was reading.
        problem: the error that it met there.
    """
    said = f"{context or ''} {problem or ''}"
    return next((meaning for phrase, meaning in _CAUSES.items() if phrase in said), _UNKNOWN)
