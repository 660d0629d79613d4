"""The unit of a figure in a table: as written, or the declared one where the table leaves it, or a part of it, out."""

from __future__ import annotations

from functools import lru_cache

from tgkt.errors import UnitError
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, as_read, find_unit, parse_unit, same_dimension
from tgkt.loading.tabular.values import CellError
from tgkt.message import Message
from tgkt.record import NamedTuple

_TIMES = {"năm", "tháng"}


class Measure(NamedTuple):
    """The unit that is meant, and a note if the table leaves a part of it out."""

    unit: Unit
    said: str = ""


@lru_cache(maxsize=4096)
def measure(text: str, declared: Unit, own: OwnUnits = NO_OWN) -> Measure:
    """Read a unit beside the unit that the indicator is declared in.

    Raises:
        CellError: it is no unit, measures something else, or leaves open whether a month or a year is meant.
    """
    if not text or text == declared.text:
        return Measure(declared)
    text = as_read(text, own)
    found = find_unit(text, own)
    if found is not None and _goes_with(found, declared):
        return _with_time(text, found, declared, own)
    above, *below = declared.text.split("/")
    below = [part for part in below if not _is_time(part, own)]
    head, *rest = text.split("/")
    for first in [head, f"{head} {above[above.index('đồng') :]}"] if "đồng" in above else [head]:
        for count in range(len(below) + 1):
            candidate = find_unit("/".join([first, *rest, *below[len(below) - count :]]), own)
            if candidate is not None and _goes_with(candidate, declared) and candidate.text != text:
                return _with_time(text, candidate, declared, own)
    if found is None:
        try:
            parse_unit(text, own)
        except UnitError as error:
            raise CellError(error.message) from None
    raise CellError(
        "'{text}' and the indicator's unit '{declared}' measure different things. Use a unit of the same kind",
        text=text,
        declared=declared,
    )


def _goes_with(unit: Unit, declared: Unit) -> bool:
    """Whether the two measure one thing, a part of time left out or not."""
    return _timeless(unit) == _timeless(declared) or same_dimension(unit, declared)


def _timeless(unit: Unit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return unit.above, tuple(each for each in unit.below if each not in _TIMES)


def _is_time(part: str, own: OwnUnits) -> bool:
    found = find_unit(part.strip(), own)
    return found is not None and found.above[0] in _TIMES


def _with_time(text: str, found: Unit, declared: Unit, own: OwnUnits) -> Measure:
    """The unit with the declared one's time; refused where it could be a month or a year."""
    wanted, given = _TIMES & set(declared.below), _TIMES & set(found.below)
    said = _taken(text, found) if found.text != text else ""
    if not wanted or given:
        return Measure(found, said)
    if not found.is_percent and not found.above[0].startswith("điểm"):
        raise CellError(
            "'{text}' does not say whether it is per month or per year. Write {text}/tháng or {text}/năm", text=text
        )
    whole = parse_unit(f"{found.text}/{next(iter(wanted))}", own)
    return Measure(whole, _taken(text, whole))


def _taken(text: str, unit: Unit) -> Message:
    return Message("'{text}' is taken as '{unit}'", text=text, unit=unit)
