"""Texts without signs that a terminal, a browser or a reader's eye would obey.

Control signs, escapes, and signs that turn the direction of writing are shown by their numbers: \\u202e. In JSON that
is the sign itself, escaped.
"""

from __future__ import annotations

import re

_OBEYED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def harmless(text: str) -> str:
    """A text in which every such sign is shown by its number; line ends and tabs stay."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return re.sub(_OBEYED, lambda found: f"\\u{ord(found[0]):04x}", text)


def on_one_line(value: object) -> object:
    """A value for a sentence: a text, or what is shown as one, with its line ends written as \\n."""
    text = str(value)
    if not re.search(_LINE_END, text):
        return value
    return re.sub(_LINE_END, lambda found: _WRITTEN[found[0]], text)


_WRITTEN = {"\n": "\\n", "\r": "\\r", "\r\n": "\\r\\n"}
_LINE_END = "\r\n|[\r\n]"
