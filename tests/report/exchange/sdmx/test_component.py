"""The components: each once, with a meaning."""

from __future__ import annotations

import re

from tgkt.language import said
from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.sdmx.component import COMPONENTS, DIMENSIONS

COLUMNS = {each.name: each for each in FIGURES.columns}
# what figures.csv has and SDMX has in another way or not at all
ELSEWHERE = {
    *("unit", "multiplier", "taken_as", "relative_to"),  # UNIT_MEASURE and UNIT_MULT, OBS_STATUS, BASE_PER
    *("readings", "supersedes", "missing", "note_other"),
}


def test_ids_are_different_and_may_head_a_column() -> None:
    """Capital letters, as in all structures of SDMX."""
    ids = [each.id for each in COMPONENTS]
    assert len(set(ids)) == len(ids)
    assert [id for id in ids if not re.fullmatch("[A-Z][A-Z_]*", id)] == []


def test_every_column_of_the_figures_has_a_component() -> None:
    """Or is known to stand elsewhere."""
    assert {each.column for each in COMPONENTS if each.column} == COLUMNS.keys() - ELSEWHERE
    assert [each.id for each in COMPONENTS if each.column and not each.says] == []


def test_no_dimension_is_ever_empty() -> None:
    """A figure without a document or a timing has the code for what does not apply."""
    assert [each.id for each in DIMENSIONS if not each.is_always] == []


def test_names_are_in_vietnamese_too() -> None:
    """Every one of them."""
    assert [each.id for each in COMPONENTS if said(each.name, "vi") == said(each.name, "en")] == []
