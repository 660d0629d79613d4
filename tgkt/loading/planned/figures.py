"""The figures of a line of a plan: targets in the words of the sheet, bases and results as a table's figures."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tgkt.facts.figure import Comparator
from tgkt.facts.period import Period
from tgkt.facts.units import OwnUnits, Unit
from tgkt.loading.planned.heads import Figures, Sort
from tgkt.loading.tabular.cells import Cell, Kind
from tgkt.loading.tabular.lines import require_number, two_statuses
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.names import MISSING
from tgkt.loading.tabular.notation import Notation, number
from tgkt.loading.tabular.values import CellError, Said, read_value
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

Fields = dict[str, str]
_MARKED = re.compile(r"\d[.,]\d")
_SCIENTIFIC = re.compile(r"(?i)[-+]?\d[\d.,]*e[-+]?\d+")


class Figure(NamedTuple):
    """A figure of a line: its sort (target, base, result), its period, its keys in a data file, and its cell."""

    sort: Sort
    period: Period
    fields: Fields
    place: Source
    head: str


class Around(NamedTuple):
    """The surroundings with which a figure is read.

    Attributes:
        notations: how the numbers of each column are written.
        language: of the words.
        own: the units that the sheet declares.
        unit: the line's unit; None where it is wrong, which is reported already.
        comparator: the line's, for its targets.
    """

    notations: Mapping[int, Notation | None]
    language: str
    own: OwnUnits
    unit: Unit | None
    comparator: Comparator | None


def fields_of(cell: Cell, column: Figures, around: Around, *, is_merged: bool) -> Fields:
    """The keys of a figure in a data file; none where its cell is empty or holds a code for "not available".

    Raises:
        CellError: with what to write instead.
    """
    if cell.text.casefold() in MISSING or not (cell.text or cell.spoilt or cell.kind is Kind.UNCOMPUTED):
        return _wordless(column, around)
    if column.sort is Sort.TARGET and cell.kind is Kind.TEXT and not cell.spoilt and not is_merged:
        found = _target(cell.text, column, around)
    else:
        require_number(cell, is_merged=is_merged)
        found = _measured(read_value(cell.text), cell, column, around)
    return _with_comparator(found, column, around)


def _wordless(column: Figures, around: Around) -> Fields:
    """The keys of a target to maintain without a number: a comparator alone."""
    is_kept = column.sort is Sort.TARGET and around.comparator is Comparator.MAINTAIN
    return {"comparator": str(around.comparator)} if is_kept else {}


def _target(text: str, column: Figures, around: Around) -> Fields:
    """The keys of a target: the value of a bare number or range, anything else as printed words."""
    try:
        said = read_value(text)
    except CellError:
        if text.startswith("#") or _SCIENTIFIC.fullmatch(text):
            raise
        said = Said()
    is_bare = said.numbers and not (said.unit or said.status) and said.comparator in (None, Comparator.BETWEEN)
    if is_bare and not any(each.isalpha() for each in text):
        return _values(said, text, column, around, is_plain=False)
    _refuse_two_notations(text, column, around)
    return {"printed": text}


def _measured(said: Said, cell: Cell, column: Figures, around: Around) -> Fields:
    """A figure of the past: its number with the words, unit and status beside it."""
    if said.status and column.status and said.status is not column.status:
        raise CellError(two_statuses(said.status, column.status))
    found = _values(said, cell.text, column, around, is_plain=cell.kind is Kind.NUMBER)
    if not found:
        return found
    if said.comparator not in (None, Comparator.BETWEEN, Comparator.EQUALS):
        found["comparator"] = str(said.comparator)
    found |= _unit(said.unit, around) if said.unit else {}
    if column.sort is not Sort.TARGET and (status := said.status or column.status):
        found["status"] = str(status)
    return found


def _values(said: Said, text: str, column: Figures, around: Around, *, is_plain: bool) -> Fields:
    notation = Notation.PLAIN if is_plain else around.notations[column.place]
    if notation is None:  # reported once, for the column
        return {}
    values = [number(each, notation) for each in said.numbers]
    if len(values) == 2 and values[1] <= values[0]:
        raise CellError("the range '{text}' does not rise. Write the smaller number first", text=text)
    told = [f"{each:f}" for each in values]
    found = {"value": told[0] if len(told) == 1 else f"[{told[0]}, {told[1]}]"}
    return found | (_unit(column.unit, around) if column.unit else {})


def _unit(text: str, around: Around) -> Fields:
    """The unit beside a number, where it is another than the line's."""
    if around.unit is None:
        return {}
    found = measure(text, around.unit, around.own).unit
    is_same = (found.base, found.scale) == (around.unit.base, around.unit.scale)
    return {} if is_same else {"unit": found.text}


def _with_comparator(found: Fields, column: Figures, around: Around) -> Fields:
    """The keys with the line's comparator added to targets; a range needs none."""
    if column.sort is not Sort.TARGET or around.comparator is None or not found:
        return found
    if around.comparator is Comparator.BETWEEN or (around.comparator is Comparator.EQUALS and "value" in found):
        return found
    return found | {"comparator": str(around.comparator)}


def _refuse_two_notations(text: str, column: Figures, around: Around) -> None:
    """Refuse words whose language writes numbers otherwise than the rest of their column."""
    notation = around.notations[column.place]
    is_vietnamese = notation is Notation.VI
    if notation is None or not _MARKED.search(text) or is_vietnamese is (around.language == "vi"):
        return
    if is_vietnamese:
        told = Message("'{text}' has English words in a column of Vietnamese numbers", text=text)
    else:
        told = Message("'{text}' has Vietnamese words in a column of English numbers", text=text)
    raise CellError(
        "{why}. Name --notation vi or en, or write the number alone and its words in a column 'Comparator'", why=told
    )
