"""A file is known by its first bytes, and one that is broken anywhere is refused in one line."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.errors import DataError, UsageError
from tgkt.loading.tabular.arrived import Wishes
from tgkt.loading.tabular.statistical.json_text import MOST_BYTES
from tgkt.loading.tabular.statistical.opened import open_cube

from .cubes import CATALOGUE, LINES, WHOLE, read, short

PIECES = (*'"{}[],:;\n\x00\u202eé', "", "null", "1e9", "-1", "99999999999", "\\ud800")


def figures(raw: bytes) -> list[str] | None:
    """What is read of a file; None where it is no file of an office."""
    found = open_cube("t", BytesIO(raw), (), None, Wishes(CATALOGUE, area="merged"))
    return None if found is None else [short(each) for each in found.figures()]


@pytest.mark.parametrize(
    "text",
    [
        "indicator,period,value\n",
        "Dataflow;Năm;Giá trị\n",
        "STRUCTURE,VALUE\n",
        "{\\rtf1 x}",
        "[1, 2]",
        "",
        "DATAFLOW",
    ],
)
def test_other_files_are_left_to_others(text: str) -> None:
    """Tables, text documents, and what is nearly a file of an office."""
    assert figures(text.encode()) is None


def test_a_file_that_is_too_large_is_refused() -> None:
    """Before it fills the memory."""
    found = read(WHOLE + " " * MOST_BYTES)
    assert found.problems == [f"t.json: has more than {MOST_BYTES} bytes. Ask the office for a part of the table"]


@law
@given(
    file=st.sampled_from([WHOLE, LINES]),
    cuts=st.lists(st.tuples(st.integers(0, 999), st.integers(0, 20), st.sampled_from(PIECES)), min_size=1, max_size=3),
)
def test_a_file_that_was_damaged_is_read_or_refused(file: str, cuts: list[tuple[int, int, str]]) -> None:
    """Whatever stands in the place of whatever part of it."""
    for place, length, piece in cuts:
        at = place * len(file) // 1000
        file = file[:at] + piece + file[at + length :]
    with suppress(DataError, UsageError):
        figures(file.encode())
