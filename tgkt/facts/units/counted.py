"""Names of one thing that is counted: a member, a pupil and a doctor are persons, a meeting may be called otherwise."""

from __future__ import annotations

_MEANT = {
    "người": ("đảng viên", "lao động", "bác sĩ", "học sinh"),
    "hội nghị": ("cuộc họp",),
    "xã": ("đơn vị",),
}


def may_mean(printed: str, meant: str) -> bool:
    """Whether a printed name of what is counted may mean another: "95.672 người" are Party members.

    Args:
        printed: the unit as the document prints it.
        meant: the unit of the indicator.
    """
    return meant in _MEANT.get(printed, ())
