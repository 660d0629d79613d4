"""The figures of a batch checked with everything the folder holds, as they would stand in its file."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.errors import DataError, Problem
from tgkt.facts.statement import Statement
from tgkt.loading.arriving.compared import comparator_of
from tgkt.loading.arriving.item import Batch, Item
from tgkt.loading.arriving.locked import contents
from tgkt.loading.arriving.stated import Stated
from tgkt.loading.arriving.surroundings import examined
from tgkt.loading.arriving.written import Correction, Extension, NewFigure, Place, extended
from tgkt.loading.tabular.arrived import Arrived
from tgkt.loading.tabular.spoken import COLUMNS
from tgkt.message import Message
from tgkt.results.imported import Action


def check(found: Batch) -> None:
    """Hold back the figures that need acceptance, then read the data together with the rest.

    If some figures are wrong, the data are read once more without them, so that the others can still be judged.

    Raises:
        DataError: the file is written in a way in which nothing can be added to it.
    """
    found.old = contents(found.file)
    for item in found.items:
        if item.corrects is not None:
            _hold(found, item, item.corrects)
    going = {key: item for key, item in enumerate(found.items) if _goes_on(item)}
    _examine(found, going)
    while found.after is None and any(each.wrong for each in going.values()):
        going = {key: each for key, each in going.items() if not each.wrong}
        _examine(found, going)
    ours = (each for each in found.after.observations if each.source.file == found.shown) if found.after else ()
    found.added = tuple(each for each in ours if each.source.line in found.new.keys)


def _goes_on(item: Item) -> bool:
    """Whether a figure is checked together with the data, even if no document is named for it."""
    return item.action not in (Action.SAME, Action.HELD) or (bool(item.lacks) and not item.wrong)


def _examine(found: Batch, going: Mapping[int, Item]) -> None:
    """Read the data with some figures of the table, and report the mistakes in these figures."""
    found.new = Extension("", {})
    if going:
        used = {item.origin for item in going.values()}
        origins = [each for id, each in found.documents.new.items() if id in used]
        found.new = extended(
            "" if found.old is None else _decoded(found.old, found.shown),
            found.shown,
            [*origins, *([found.documents.unnamed] if "" in used else [])],
            [_figure(found, key, item) for key, item in going.items() if item.corrects is None],
            [_correction(found, key, item, old) for key, item in going.items() if (old := item.corrects)],
            found.asked.lang,
        )
    found.after, problems = examined(found.place, found.new.text or None)
    for problem in problems:
        _tell(found, problem)


def _hold(found: Batch, item: Item, old: Statement) -> None:
    """Hold a correction until it is accepted; a figure in another file must be corrected there."""
    if old.source.file == found.shown:
        found.hold(item, Message("corrects {figure} of {place}", figure=Stated(old), place=old.source))
        return
    told = Message(
        "'{origin}' gives {figure} for this in {place}. Correct it there, or name another origin",
        origin=item.origin,
        figure=Stated(old),
        place=old.source,
    )
    item.fail(Problem(found.table.at(item.arrived), item.arrived.indicator, told))


def _tell(found: Batch, problem: Problem) -> None:
    """Report a problem of the text to be written at the cell that it came from."""
    key = found.new.keys.get(problem.source.line) if problem.source.file == found.shown else None
    if key is None:
        if problem not in found.loose:
            found.loose.append(problem)
        return
    item, name = found.items[key], problem.path.rsplit(".", 1)[-1]
    head = COLUMNS.get(name, name) if name in _fields(item.arrived) else item.arrived.indicator
    item.fail(Problem(found.table.at(item.arrived, name), head, problem.message))


def _figure(found: Batch, key: int, item: Item) -> NewFigure:
    place = Place(item.origin or found.documents.unnamed.id, item.arrived.locator or found.table.where)
    return NewFigure(key, place, _fields(item.arrived))


def _fields(arrived: Arrived) -> dict[str, str]:
    """The keys of a figure in a data file, without those that can be inferred."""
    said = {
        "indicator": arrived.indicator,
        "area": arrived.area,
        "period": str(arrived.period),
        "timing": arrived.timing,
        **_value(arrived),
        "comparator": arrived.comparator,
        "unit": arrived.unit,
        "status": arrived.status,
        "note": arrived.note,
        "printed": arrived.printed,
    }
    return {key: str(told) for key, told in said.items() if told}


def _value(arrived: Arrived) -> dict[str, str]:
    """The value of a figure: its number, its range, or for a milestone whether it was reached."""
    if arrived.reached is not None:
        return {"reached": "true" if arrived.reached else "false"}
    value = [f"{each:f}" for each in arrived.values]
    return {"value": value[0] if len(value) == 1 else f"[{value[0]}, {value[1]}]"}


def _correction(found: Batch, key: int, item: Item, old: Statement) -> Correction:
    """The corrected figure: its number, and its words, unit and status where they differ."""
    arrived = item.arrived
    fields = _value(arrived)
    if comparator_of(arrived) is not old.comparator:
        fields["comparator"] = comparator_of(arrived)
    unit = arrived.unit or found.before.indicators[old.indicator].unit
    if unit.text != old.unit.text:
        fields["unit"] = unit.text
    if arrived.status and arrived.status is not old.status:
        fields["status"] = arrived.status
    return Correction(key, old.source, fields)


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError([Message("{file}: the text is not UTF-8. Save the file as UTF-8", file=name)]) from None
