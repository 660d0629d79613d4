"""Changes as flat rows for scripts."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from builders import figure_of, period, row, statement
from engine.diff.worlds import state
from later import with_figures
from shipped import TONGUES, shipped

from tgkt.engine.diff.diff import diff
from tgkt.engine.diff.state import State
from tgkt.report.diff.rows import diff_head, diff_row
from tgkt.report.fields.diff import DIFF
from tgkt.report.machine.field import Type
from tgkt.results.diff import By, Compared
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

LATER = with_figures("grdp_per_capita 2025 = 114.1 official", "grdp_per_capita 2026 = 125", "hdi 2026 = 0.762")


@cache
def rows() -> dict[str, dict[str, Any]]:
    """The rows of a diff, by key."""
    found = diff(State(Knowledge(shipped())), State(Knowledge(LATER)))
    return {each.key: diff_row(each, TONGUES) for each in found.changes}


def test_every_row_has_the_same_fields() -> None:
    """Those that are declared, whatever the change is about."""
    declared = {name for field in DIFF.row for name in field.names(TONGUES.further)}
    assert [key for key, row in rows().items() if set(row) != declared] == []


def test_a_unit_stands_beside_every_number() -> None:
    """No number without one, and no unit without a name of what it measures."""
    for told in rows().values():
        for field in [each for each in DIFF.row if each.type is Type.NUMBER and told[each.name] is not None]:
            assert told[field.unit], (told["key"], field.name)


def test_a_revised_figure_has_both() -> None:
    """With the digits, documents and roles of each."""
    told = rows()["figure/merged/grdp_per_capita/2025/statistics_2026_02_15"]
    assert (told["about"], told["change"], told["period"], told["code"]) == ("figure", "revised", "2025", None)
    assert (told["before"], told["before_unit"], told["before_role"]) == (119, "triệu đồng/người/năm", "counts")
    assert (str(told["after"]), told["after_status"], told["after_origin"]) == (
        "114.1",
        "official",
        "statistics_2026_02_15",
    )
    assert told["before_low"] < 119 < told["before_high"]


def test_a_standing_has_both_figures_and_the_target() -> None:
    """And why it stands there."""
    told = rows()["standing/targets_2025_2030/merged/3"]
    assert (told["before_state"], told["after_state"], told["after_certain"]) == ("open", "behind", True)
    assert [str(told[name]) for name in ("before", "before_period", "after", "after_period")] == [
        *("119", "2025", "125", "2026"),
    ]
    assert (told["after_target_low"], told["after_target_unit"]) == (220, "triệu đồng/người/năm")
    assert told["after_why"].startswith("2026: 125, the path asks for")


def test_a_standing_names_the_document_of_its_figure_not_of_its_target() -> None:
    """And none where there is no figure."""
    told = rows()["standing/targets_2025_2030/merged/13"]
    assert (told["before"], told["before_origin"], told["before_state"]) == (None, None, "no_figure")
    assert told["after_origin"] == "statistics_2027_02_15"


TARGET = statement(figure_of("≥ 75"), period=period(2030))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            TARGET, TARGET._replace(figure=figure_of("6.5 - 7.0")),
            [(Decimal(75), Decimal(75), None), (None, Decimal("6.5"), Decimal("7.0"))], id="a range is two columns",
        ),
        pytest.param(
            statement(), TARGET, [(None, None, None), (Decimal(75), Decimal(75), None)], id="words have no number"
        ),
        pytest.param(None, TARGET, [(None, None, None), (Decimal(75), Decimal(75), None)], id="none is none"),
    ],
)  # fmt: skip
def test_a_target_has_what_it_promises(old: Any, new: Any, expected: list[tuple[Decimal | None, ...]]) -> None:
    """Its number as printed, and both ends of what its words allow."""
    found = diff(state([], [row(target=old)]), state([], [row(target=new)]))
    told = next(diff_row(each, TONGUES) for each in found.changes if each.about == "target")
    assert [tuple(told[f"{side}{end}"] for end in ("", "_low", "_high")) for side in ("before", "after")] == expected
    assert (told["plan"], told["code"], told["after_printed"]) == ("targets", "1", new.printed)


def test_the_head_names_both_states_and_counts() -> None:
    """What was asked, the clocks, and how many changes of each sort."""
    found = diff(State(Knowledge(shipped())), State(Knowledge(LATER)))
    head = diff_head(found, Compared(By.DATE, "2026-03", None), Clock(2025, "2026-03"), Clock(2026))
    assert head == {
        "by": "date",
        "old": "2026-03",
        "new": None,
        "old_as_of": 2025,
        "new_as_of": 2026,
        "old_known_by": "2026-03",
        "new_known_by": None,
        "counts": head["counts"],
    }
    counted = {name: count for name, count in head["counts"].items() if count}
    assert counted == {"figure_added": 2, "figure_revised": 1, "standing_changed": 2}
