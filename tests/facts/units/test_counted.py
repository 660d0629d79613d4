"""Names of one thing that is counted."""

from __future__ import annotations

import pytest

from tgkt.facts.units import dimensions, parse_unit
from tgkt.facts.units.counted import may_mean


@pytest.mark.parametrize(
    ("printed", "meant", "may"),
    [
        ("người", "đảng viên", True),
        ("người", "bác sĩ", True),
        ("hội nghị", "cuộc họp", True),
        ("xã", "đơn vị", True),
        ("đảng viên", "người", False),
        ("khu", "cụm", False),
        ("người", "trường", False),
        ("%", "%", False),
    ],
)
def test_a_wider_name_may_mean_a_narrower_one(printed: str, meant: str, may: bool) -> None:
    """A person may be a member; a park is no cluster."""
    assert may_mean(printed, meant) is may


@pytest.mark.parametrize(
    ("kind", "whole"),
    [("thành phố", "đơn vị cấp huyện"), ("chỉ dẫn", "văn bằng"), ("nhãn hiệu", "văn bằng")],
    ids=["a city is a district-level unit", "an indication is a protection title", "a trademark is a protection title"],
)
def test_kinds_of_one_thing_add_up(kind: str, whole: str) -> None:
    """3 cities and 4 districts are 7 district-level units."""
    assert dimensions(parse_unit(kind)) == dimensions(parse_unit(whole))
