"""English where Vietnamese should stand: words that only English has, and sentences of the catalogue left as they were.

What is English on purpose is left out of a line first, each for a reason of its own.
"""

from __future__ import annotations

import re
from functools import cache

from tools.catalogue import catalogue, fields, sources, translations

_FUNCTION = """
    the of is are was were be been and or not nor from with without only by for as at its it this that these those
    which who what where when than then if else each every other another both between above below after before has
    have had does do not cannot could would should must may there their they into onto upon about against
"""
_VIETNAMESE_TOO = {"do", "may", "then", "be"}  # do nắng, may mắn, then cửa, be bờ
ON_PURPOSE = {
    "words of documents, in the language of the document": r"“[^”]*”",
    "code and commands that a page quotes": r"`[^`]*`",
    "a command that can be copied": r"\btgkt [a-z]+(?: --?[\w-]+(?:[ =]\S+)?| [\w.]+)*",
    "options": r"(?<!\w)--[\w-]+",
    "addresses": r"\bhttps?://\S+",
    "ids, keys and parts of formulas": r"\b\w+(?:[._/]\w+)+\b|\b\w+(?=[\[(])|\[[^\]]*\]",
}
_PURPOSES = re.compile("|".join(f"(?:{pattern})" for pattern in ON_PURPOSE.values()))
_ENGLISH = re.compile(rf"(?<![\w-])(?:{'|'.join({*_FUNCTION.split()} - _VIETNAMESE_TOO)})(?![\w-])", re.IGNORECASE)
_LEAST = 2  # words of a sentence that is looked for whole


def english(text: str) -> list[str]:
    """The lines of a Vietnamese text that hold English."""
    whole = [each for each in _sentences() if each in text]
    lines = dict.fromkeys(line.strip() for line in text.splitlines())
    return [line for line in lines if _ENGLISH.search(_PURPOSES.sub(" ", line)) or _holds(line, whole)]


def _holds(line: str, whole: list[str]) -> bool:
    """Whether a sentence of some stands in a line, and is no part of a command, an id or another word."""
    if not any(each in line for each in whole):
        return False
    rest = _PURPOSES.sub(" ", line)
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", rest) for each in whole)


@cache
def _sentences() -> list[str]:
    """Every text of the catalogue that Vietnamese says otherwise and that has no fields."""
    source = next(each for each in sources() if each.parents[1].name == "vi")
    known = translations(catalogue(source)).items()
    texts = {each.text for each, said in known if said not in ("", each.text) and not fields(each.text)}
    return sorted(text for text in texts if len(re.findall(r"[A-Za-z]{2,}", text)) >= _LEAST)
