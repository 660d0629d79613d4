"""Texts in lines of a width: broken between words, never within a number."""

from __future__ import annotations

import re
from bisect import bisect_left

from tgkt.report.width import width_of

_PIECES = r".+?(?:[/._-](?!\d)|$)"
_MORE = "…"


def shortened(text: str, width: int, most: int) -> str:
    """A text in a limited number of lines of a width; whole words are cut from its end, and a sign marks the cut."""
    words = text.split(" ")

    def fits(count: int) -> bool:
        kept = text if count == len(words) else " ".join((*words[:count], _MORE))
        return wrapped(kept, width).count("\n") < most

    if fits(len(words)):
        return text
    count = bisect_left(range(1, len(words)), 1, key=lambda each: int(not fits(each)))
    kept = words[: max(count, 1)]
    return " ".join(kept if kept[-1] == _MORE else (*kept, _MORE))


def wrapped(text: str, width: int) -> str:
    """A text in lines of a width: broken between words, else after a mark inside one, never within a number."""
    return "\n".join(line for given in text.split("\n") for line in _lines(given, width))


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(joined) <= width:
            lines[-1] = joined
            continue
        lines += [""] if lines[-1] else []
        for piece in re.findall(_PIECES, word) if width_of(word) > width else [word]:
            lines += [""] if lines[-1] and width_of(lines[-1] + piece) > width else []
            lines[-1] += piece
    return lines
