"""SDMX-CSV 1.0 and 2.0: the columns that name the structure, then a column for each component."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from tgkt.report.exchange.sdmx.component import COMPONENTS
from tgkt.report.exchange.sdmx.tables import FIRST, SECOND, csv_text

from .exported import each_folder, rows

FORMS = {
    "1.0": (FIRST, {"DATAFLOW": "TGKT:FIGURES(1.0.0)"}),
    "2.0": (SECOND, {"STRUCTURE": "dataflow", "STRUCTURE_ID": "TGKT:FIGURES(1.0.0)", "ACTION": "I"}),
}


@each_folder
@pytest.mark.parametrize(("leading", "wanted"), FORMS.values(), ids=FORMS)
def test_a_table_holds_what_figures_hold(name: str, leading: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """In every cell, line ends included."""
    text = csv_text(rows(name), leading)
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(read[0]) == [*wanted, *(each.id for each in COMPONENTS)]
    assert read == [{**wanted, **row} for row in rows(name)]
