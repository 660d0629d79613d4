"""Codes and lists of codes, and how a text becomes an id that SDMX allows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tgkt.facts.indicator import Words
from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple

NOT_APPLICABLE = "_Z"
"""The code of what does not apply, in every list of SDMX."""

_PASSED = re.compile(r"[A-Za-z0-9_@$\-]+")
_SIGNS = {"%": "PC", "‰": "PM", "/": " PER ", "đ": "d", "Đ": "D", "²": "2", "³": "3"}


class Code(NamedTuple):
    """One code.

    Attributes:
        id: its id, unique in its list.
        name: its name, a message of ours or words of the data.
        says: what it means, in words of the data; None where its name says it.
        parent: the code that it is a part of; empty where it is part of none or of several.
    """

    id: str
    name: Message | Words
    says: Words | None = None
    parent: str = ""


class Codelist(NamedTuple):
    """A closed list that a dimension or an attribute is chosen from."""

    id: str
    name: Message
    codes: tuple[Code, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of its codes, in order."""
        return [each.id for each in self.codes]


def as_id(text: str) -> str:
    """A text as an id: letters without their marks, digits, and "_" for all that SDMX does not allow.

    A percent sign is PC and a stroke PER: "%/year" is PC_PER_year.
    """
    bare = unicodedata.normalize("NFKD", "".join(_SIGNS.get(sign, sign) for sign in text))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return "_".join(_PASSED.findall(letters)).strip("_") or "_"


def ids_of(texts: Iterable[str]) -> dict[str, str]:
    """An id for each text, all different: where two come to the same, the later ones are numbered."""
    found: dict[str, str] = {}
    for text in texts:
        if text not in found:
            id, place = as_id(text), 1
            taken = set(found.values())
            while (id if place == 1 else f"{id}_{place}") in taken:
                place += 1
            found[text] = id if place == 1 else f"{id}_{place}"
    return found


def in_languages(name: Message | Words) -> dict[str, str]:
    """A name by language tag: English and Vietnamese always, and what further languages the data have."""
    others = dict(name.others) if isinstance(name, Words) else {}
    return {"en": said(name, "en"), "vi": said(name, "vi"), **others}
