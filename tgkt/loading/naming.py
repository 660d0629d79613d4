"""Ids made from names that people write."""

from __future__ import annotations

import re
from collections.abc import Collection

from tgkt.errors import unaccented
from tgkt.loading.reading import TRAP


def slug(title: str, taken: Collection[str] = ()) -> str:
    """A title as an id: small letters without accents, digits and "_".

    Args:
        title: the title.
        taken: ids that others have; one of these is told apart by a number.
    """
    found = re.sub(r"[^a-z0-9]+", "_", unaccented(title)).strip("_")
    if not found[:1].isalpha() or TRAP.match(found):  # "n" and "on" unquoted are no texts to YAML tools
        found = f"x_{found}".rstrip("_")
    number, free = 2, found
    while free in taken:
        free, number = f"{found}_{number}", number + 1
    return free
