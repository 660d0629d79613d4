"""Keys that differ, and reasons as fields."""

from __future__ import annotations

from builders import row

from tgkt.reason import Reason
from tgkt.report.machine.values import key_of, numbered, reason_values


def test_a_key_names_plan_area_and_number() -> None:
    """No reader takes it for a number; without a plan or a number there are area and indicator."""
    assert key_of(row(code="9.10")) == "targets/merged/9.10"
    assert key_of(row(code="9.10")._replace(plan="", code="")) == "merged/share"


def test_the_same_key_is_numbered() -> None:
    """The first stays as it is."""
    assert numbered(["a", "b", "a", "a"]) == ["a", "b", "a/2", "a/3"]


def test_a_reason_is_code_fields_and_sentence() -> None:
    """In English; nothing where there is none."""
    told = reason_values("standing_", Reason("years_missing", (("years", "2026, 2027"),)))
    assert told == {
        "standing_reason": "years_missing",
        "standing_reason_fields": {"years": "2026, 2027"},
        "standing_why": "no figure for 2026, 2027",
    }
    assert reason_values("", None) == {"reason": None, "reason_fields": {}, "why": None}
