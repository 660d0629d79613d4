"""Every value that a number may have, whatever notation it is in: 37,5 and 37.5 are one, 1.845 may be two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.notation.number import LANGUAGES, clean, document_number

_NUMBER = re.compile(r"\d[\d.,]*\d|\d", re.ASCII)


def readings(text: str, languages: Iterable[str] = LANGUAGES) -> tuple[Decimal, ...]:
    """The values that a number has in the notations of languages; none where it is no number in any of them."""
    found = []
    for language in languages:
        try:
            found.append(document_number(clean(text), language))
        except NotationError:
            continue
    return tuple(dict.fromkeys(found))


def numbers_in(text: str, languages: Iterable[str] = LANGUAGES) -> Iterator[Decimal]:
    """The values of every number that stands in a text."""
    spoken = tuple(languages)
    for number in _NUMBER.findall(text):
        yield from readings(number, spoken)
