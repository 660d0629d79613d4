"""The names that an editor completes: ids of a data folder, and units."""

from __future__ import annotations

from pathlib import Path

from tgkt.errors import DataError
from tgkt.facts.units import definitions
from tgkt.loading.contents import read_files
from tgkt.loading.files import all_files
from tgkt.loading.own_units import read_own_units

_BLOCKS = ("areas", "origins", "sections", "indicators")


def completion(folder: Path) -> dict[str, list[str]]:
    """The names in a folder and its bases, by the definition in the JSON Schema that they belong to.

    A folder that is still being written may contain mistakes; its names are offered all the same.

    Raises:
        DataError: a file cannot be read at all.
    """
    where = all_files(folder)
    files, unreadable = read_files(where.paths, where.names, where.contents)
    if unreadable:
        raise DataError(sorted(unreadable))
    named = {
        f"id_of_{block}": sorted({name for file in files for name in file.entry[block] or ()}) for block in _BLOCKS
    }
    known = definitions()
    built_in = [name.replace("_", " ") for name in known.names]
    own = [unit.name for unit in read_own_units(files)[0].units]
    return {**named, "unit": sorted({*built_in, *own})}
