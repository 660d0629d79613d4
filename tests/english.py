"""English where Vietnamese should stand: words that only English has, and sentences of the catalogue left as they were.

What is English on purpose is left out of a line first, each for a reason of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tools.catalogue import catalogue, fields, sources, translations

FUNCTION = (
    "the of is are was were be been and or not nor from with without only by for as at its it this that these those "
    "which who what where when than then if else each every other another both between above below after before has "
    "have had does do not cannot could would should must may there their they into onto upon about against"
).split()
VIETNAMESE_TOO = {"do", "may", "then", "be"}  # do nắng, may mắn, then cửa, be bờ
ON_PURPOSE = {
    "words of documents, in the language of the document": r"“[^”]*”",
    "code and commands that a page quotes": r"`[^`]*`",
    "a command that can be copied": r"\btgkt [a-z]+(?: --?[\w-]+(?:[ =]\S+)?| [\w.]+)*",
    "options": r"(?<!\w)--[\w-]+",
    "addresses": r"\bhttps?://\S+",
    "ids, keys and parts of formulas": r"\b\w+(?:[._/]\w+)+\b|\b\w+(?=[\[(])|\[[^\]]*\]",
}
_PURPOSES = re.compile("|".join(f"(?:{pattern})" for pattern in ON_PURPOSE.values()))
_ENGLISH = re.compile(rf"(?<![\w-])(?:{'|'.join({*FUNCTION} - VIETNAMESE_TOO)})(?![\w-])", re.IGNORECASE)
_LEAST = 2  # words of a sentence that is looked for whole


def english(text: str) -> list[str]:
    """The lines of a Vietnamese text that hold English."""
    plain = ((line, _PURPOSES.sub(" ", line)) for line in text.splitlines())
    return [line.strip() for line, rest in plain if _ENGLISH.search(rest) or _untranslated(rest)]


@cache
def _sentences() -> re.Pattern[str]:
    """Every text of the catalogue that Vietnamese says otherwise and that has no fields."""
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(set(_whole()), key=len)[::-1]))


def _whole() -> Iterator[str]:
    source = next(each for each in sources() if each.parents[1].name == "vi")
    for each, said in translations(catalogue(source)).items():
        if said and said != each.text and not fields(each.text) and len(re.findall(r"[A-Za-z]{2,}", each.text)) >= _LEAST:
            yield each.text


def _untranslated(line: str) -> bool:
    return _sentences().search(line) is not None
