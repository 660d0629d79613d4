"""A cube and a table of the same cells say the same, whatever the file they come in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers

from ..tables import opened as table_opened
from ..tables import short as table_short
from .cubes import Raw, dataset, first_edition, opened, read, sdmx, short, text_of

IDS, AREAS, YEARS = ("grdp", "forest", "growth"), ("merged", "north", "south"), ("2024", "2025-Q1", "2026")
MARKS = {"": "", "P": "provisional", "E": "estimated", "F": "forecast", "A": "official"}


class Cells(NamedTuple):
    """What a cube holds: its codes, and the digits and the mark of each cell; no digits where it is missing."""

    dimensions: dict[str, tuple[str, ...]]
    values: list[str]
    marks: list[str]


@st.composite
def cells(draw: st.DrawFn) -> Cells:
    """A small cube, its dimensions in any order."""
    order = draw(st.permutations([("ind", IDS), ("geo", AREAS), ("time", YEARS)]))
    dimensions = {
        id: tuple(draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True))) for id, codes in order
    }
    size = len(list(product(*dimensions.values())))
    digits = st.one_of(st.just(""), numbers().map(lambda each: f"{each:f}"))
    values = draw(st.lists(digits, min_size=size, max_size=size))
    marks = draw(st.lists(st.sampled_from(list(MARKS)), min_size=size, max_size=size))
    return Cells(dimensions, values, marks)


def as_list(found: Cells) -> str:
    """JSON-stat of the second edition with values in a list."""
    return text_of(dataset([Raw(each or "null") for each in found.values], found.dimensions, status=found.marks))


def as_map(found: Cells) -> str:
    """JSON-stat of the first edition with values in a map."""
    values = {str(at): Raw(each) for at, each in enumerate(found.values) if each}
    marks = {str(at): mark for at, mark in enumerate(found.marks) if mark}
    return text_of(first_edition(dataset(values, found.dimensions, status=marks)))


def as_lines(found: Cells) -> str:
    """SDMX-CSV of the first edition."""
    heads = {"ind": "INDICATOR", "geo": "REF_AREA", "time": "TIME_PERIOD"}
    head = f"DATAFLOW,FREQ,{','.join(heads[id] for id in found.dimensions)},OBS_VALUE,OBS_STATUS"
    rows = zip(product(*found.dimensions.values()), found.values, found.marks, strict=True)
    return sdmx(*(f"{','.join(codes)},{value},{mark}" for codes, value, mark in rows), head=head)


def as_second_lines(found: Cells) -> str:
    """SDMX-CSV of the second edition with semicolons."""
    lines = as_lines(found).replace("DATAFLOW,", "STRUCTURE,STRUCTURE_ID,ACTION,")
    return lines.replace("X:DF(1.0),", "dataflow,X:DF(1.0),I,").replace(",", ";")


def as_table(found: Cells) -> str:
    """The table that says the same."""
    heads = {"ind": "indicator", "geo": "area", "time": "period"}
    rows = zip(product(*found.dimensions.values()), found.values, found.marks, strict=True)
    lines = [f"{','.join(codes)},{value or '..'},{MARKS[mark]}" for codes, value, mark in rows]
    return "\n".join((f"{','.join(heads[id] for id in found.dimensions)},value,status", *lines, ""))


FORMS = [as_list, as_map, as_lines, as_second_lines]


@pytest.mark.parametrize("form", FORMS, ids=["a list", "a map", "lines", "lines of the second edition"])
@law
@given(found=cells())
def test_a_cube_is_the_table_of_its_cells(form: Callable[[Cells], str], found: Cells) -> None:
    """Every digit, status and unit, in the order of the cells."""
    table = table_opened(as_table(found), notation="plain")
    told = [table_short(each, table).replace(" merged ", " ") for each in table.figures()]
    assert table.told.problems == []
    assert [each.replace(" merged ", " ") for each in read(form(found)).figures] == told
    assert read(form(found)).problems == []


@law
@given(value=numbers(), decimals=st.integers(0, 6))
def test_printed_decimals_are_kept(value: Decimal, decimals: int) -> None:
    """A number has the decimals that the office prints, and is at most half of the last one away."""
    line = sdmx(f"grdp,north,2025,{value:f},,,,{decimals}")
    (figure,) = opened(line).figures()
    (found,) = figure.values
    assert -int(found.as_tuple().exponent) == decimals
    assert abs(found - value) <= Decimal(5).scaleb(-decimals - 1)
    assert short(figure) == f"grdp north 2025 = {found:f}"
