"""Names of one thing that is counted."""

from __future__ import annotations

import pytest

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
