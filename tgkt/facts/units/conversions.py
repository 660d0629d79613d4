"""Conversions that pint was asked for once, kept between runs: importing pint costs more than most commands.

The file that keeps them is plain text: first a line that no other definitions of units have, then a line for each pair
of units with the declared units in them and the factor.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache

from tgkt.facts.units.definitions import DEFINITIONS
from tgkt.facts.units.unit import OwnUnits
from tgkt.record import NamedTuple
from tgkt.store import cache_folder, digest, keep, kept

_FILE = "conversions"
_MOST = 2_000  # lines; then the file begins anew
_NONE = "-"


class Pair(NamedTuple):
    """Two units as pint knows them, and the declared units that they are made of."""

    one: str
    other: str
    own: OwnUnits

    @property
    def line(self) -> str:
        """The pair as the file writes it."""
        return "\t".join((self.one, self.other, repr(self.own.units)))


class Factor(NamedTuple):
    """How many of the other unit one unit is; None where the two measure different things."""

    times: Decimal | None


def recalled(pair: Pair) -> Factor | None:
    """The factor of a pair, if it was recorded in this run or an earlier one."""
    found = _known().get(pair.line)
    return None if found is None else Factor(None if found == _NONE else Decimal(found))


def recorded(pair: Pair, factor: Factor) -> Factor:
    """The factor, after it was kept for later runs."""
    known = _known()
    if len(known) >= _MOST:
        known.clear()
    known[pair.line] = _NONE if factor.times is None else str(factor.times)
    if (home := cache_folder()) is not None:
        lines = (f"{line}\t{times}\n" for line, times in known.items())
        keep(home / _FILE, f"{_definitions()}\n{''.join(lines)}".encode())
    return factor


@cache
def _known() -> dict[str, str]:
    """The lines of the file; none where it is of other definitions, or not as it was written."""
    home = cache_folder()
    content = kept(home / _FILE) if home is not None else None
    try:
        first, *lines = (content or b"").decode("utf-8").split("\n")
        found = dict(line.rsplit("\t", 1) for line in lines if line)
        is_whole = first == _definitions() and all(each == _NONE or Decimal(each) > 0 for each in found.values())
    except (UnicodeDecodeError, ValueError, InvalidOperation):
        return {}
    return found if is_whole else {}


@cache
def _definitions() -> str:
    return digest(DEFINITIONS.read_bytes()).hex()
