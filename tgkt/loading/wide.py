"""Folders with the figures of very many areas, which are work for `tgkt panel`: that is said before they are read.

What reading takes was measured on folders of 300, 1,000 and 3,321 communes with thirty indicators and six years: for
each MB of YAML 1.2 seconds of a processor and 38 MB of memory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from tgkt.errors import DataError
from tgkt.loading.content import Content
from tgkt.message import Message
from tgkt.notes import note

MANY_BYTES, MANY_AREAS = 15_000_000, 300
"""Below either nothing is said: what is smaller is read within twenty seconds."""
MEMORY, A_MINUTE = 38, 50_000_000
"""Bytes of memory for each byte, and the bytes that are read in a minute."""
_MILLION = 1_000_000
_AREA = re.compile(rb"\barea:[ \t]*[\"']?([A-Za-z0-9_]+)")


def say_if_wide(folder: str, contents: Iterable[Content]) -> None:
    """Note at once that a folder is work for `tgkt panel`; refuse it where reading it takes more memory than there is.

    Args:
        folder: the name of the folder in messages.
        contents: what stands in its files.

    Raises:
        DataError: the machine has less memory.
    """
    texts = [each for each in contents if isinstance(each, bytes)]
    size = sum(map(len, texts))
    if size < MANY_BYTES or (areas := len({name for text in texts for name in _AREA.findall(text)})) < MANY_AREAS:
        return
    known = {"folder": folder, "areas": areas, "size": size // _MILLION, "memory": size * MEMORY // _MILLION}
    has = memory()
    if has is not None and size * MEMORY > has:
        told = Message(
            "{folder}: the figures of {areas} areas, {size} MB, take {memory} MB of memory, and this machine has "
            "{has}. Write them as a table with the columns area, indicator, year, value and give it to tgkt panel "
            "(docs/panel.md)",
            **known,
            has=has // _MILLION,
        )
        raise DataError([told])
    told = Message(
        "{folder}: reading the figures of {areas} areas, {size} MB, takes about {minutes} min and {memory} MB of "
        "memory. As a table with the columns area, indicator, year, value they are work for tgkt panel (docs/panel.md)",
        **known,
        minutes=-(-size // A_MINUTE),
    )
    note(told, at_once=True)


def memory() -> int | None:
    """The bytes of memory of the machine; None where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
