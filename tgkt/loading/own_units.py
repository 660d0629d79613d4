"""The units that data files declare for themselves, in whatever order they are built on each other."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.units import Declared, OwnUnits, own_units
from tgkt.loading.contents import Loaded, refused
from tgkt.message import Message


def read_own_units(files: Iterable[Loaded]) -> tuple[OwnUnits, set[str]]:
    """Read every block of units; a unit may be built on one that stands after it or in another file.

    Returns:
        The units, and the names of those that were refused.
    """
    declared: dict[str, Declared] = {}
    where: dict[str, Loaded] = {}
    files = list(files)
    for file in files:
        for name, meaning in (file.entry["units"] or {}).items():
            if name in declared:
                told = Message("the unit '{name}' is declared in another file too. Keep one", name=name)
                file.reader.fail(file.entry["units"].places[name], f"units.{name}", told)
                continue
            declared[name], where[name] = Declared(meaning), file
    own, problems = own_units(declared)
    first = {mistake: name for name, mistake in reversed(problems.items())}
    for mistake, name in reversed(first.items()):  # units that are declared through one another are one mistake
        where[name].reader.fail(where[name].entry["units"].places[name], f"units.{name}", mistake)
    unread = {name for file in files for name in refused(file, "units")}
    return own, {*problems, *unread}
