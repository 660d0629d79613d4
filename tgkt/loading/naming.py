"""Ids made from names that people write."""

from __future__ import annotations

import re
from collections.abc import Collection

from tgkt.errors import unaccented
from tgkt.loading.reading import TRAP

_LONGEST = 60


def slug(title: str, taken: Collection[str] = (), *, before: str = "x") -> str:
    """A title as an id: at most sixty small letters without accents, digits and "_".

    Args:
        title: the title.
        taken: ids that are in use; a repeated one gets a number.
        before: the word put before a text that cannot be an id by itself.
    """
    found = re.sub(r"[^a-z0-9]+", "_", unaccented(title)).strip("_")[:_LONGEST].rstrip("_")
    if not found[:1].isalpha() or TRAP.match(found):  # "n" and "on" unquoted are no texts to YAML tools
        found = f"{before}_{found}".rstrip("_")
    number, free = 2, found
    while free in taken:
        free, number = f"{found}_{number}", number + 1
    return free
