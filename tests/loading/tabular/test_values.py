"""What stands in a value cell beside its digits."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status
from tgkt.loading.tabular.values import CellError, Said, read_value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7,3", Said(("7,3",))),
        ("7,3%", Said(("7,3",), unit="%")),
        ("−5,2", Said(("-5,2",))),
        ("+7,3", Said(("7,3",))),
        ("1 845,7", Said(("1 845,7",))),
        ("130,5 nghìn tỷ đồng", Said(("130,5",), unit="nghìn tỷ đồng")),
        ("khoảng 7,3", Said(("7,3",), Comparator.ABOUT)),
        ("khoang 7,3", Said(("7,3",), Comparator.ABOUT)),
        ("gần 200", Said(("200",), Comparator.NEAR_BELOW)),
        ("trên 96,1", Said(("96,1",), Comparator.MORE_THAN)),
        ("<5", Said(("5",), Comparator.LESS_THAN)),
        ("≥ 5", Said(("5",), Comparator.AT_LEAST)),
        ("không lớn hơn 5", Said(("5",), Comparator.AT_MOST)),
        ("không dưới 5", Said(("5",), Comparator.AT_LEAST)),
        ("không quá 5", Said(("5",), Comparator.AT_MOST)),
        ("từ 10,5 trở lên", Said(("10,5",), Comparator.AT_LEAST)),
        ("ước 7,3", Said(("7,3",), status=Status.ESTIMATED)),
        ("ước khoảng 7,3", Said(("7,3",), Comparator.ABOUT, Status.ESTIMATED)),
        ("7,3 (ước)", Said(("7,3",), status=Status.ESTIMATED)),
        ("7.3e", Said(("7.3",), status=Status.ESTIMATED)),
        ("7.3 p", Said(("7.3",), status=Status.PROVISIONAL)),
        ("7.3%/năm f", Said(("7.3",), status=Status.FORECAST, unit="%/năm")),
        ("5 chính thức", Said(("5",), status=Status.OFFICIAL)),
        ("6,5 - 7", Said(("6,5", "7"), Comparator.BETWEEN)),
        ("6,5–7,0%", Said(("6,5", "7,0"), Comparator.BETWEEN, unit="%")),
        ("từ 6,5 đến 7", Said(("6,5", "7"), Comparator.BETWEEN)),
        ("[6.5, 7]", Said(("6.5", "7"), Comparator.BETWEEN)),
        ("-5 - -3", Said(("-5", "-3"), Comparator.BETWEEN)),
        ("", Said()),
        *((text, Said(is_missing=True)) for text in ("..", ":", "NA", "na", "N/A", "-", "–", "—", "…")),
    ],
)
def test_a_cell_says(text: str, expected: Said) -> None:
    """Numbers as written, comparator, status and unit."""
    assert read_value(text) == expected


@given(st.text(max_size=30) | st.from_regex(r"[a-zđ ]{0,5}[-<>]?[0-9., ]{1,9}[a-z%()/]{0,4}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never anything else; what is read keeps every digit of the text in its place."""
    with suppress(CellError):
        said = read_value(text)
        digits = [each for number in said.numbers for each in number if each.isdigit()]
        assert digits == [each for each in text if each.isdigit()] or said.is_missing or said.unit


def test_a_cell_of_a_page_is_refused_at_once() -> None:
    """However long it is."""
    with pytest.raises(CellError, match="has 100000 characters"):
        read_value("1." * 50_000)
