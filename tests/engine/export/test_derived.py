"""Every figure that status shows in parentheses, once, with what it stands on."""

from __future__ import annotations

from shipped import shipped

from tgkt.engine.export.export import export
from tgkt.engine.status.rows import assess
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

KNOWLEDGE = Knowledge(shipped(), Clock(2025))
FOUND = export(KNOWLEDGE)


def test_derived_figures_stand_on_statements_that_are_there() -> None:
    keys = {each.key for each in FOUND.stated}
    assert all(each.inputs and set(each.inputs) <= keys for each in FOUND.derived)


def test_they_are_those_of_status() -> None:
    wanted = {
        (part.row.indicator.id, part.row.area, amount)
        for plan in shipped().plans.values()
        for item in assess(plan, KNOWLEDGE)
        for part in (item, *item.parts)
        for amount in (part.baseline, part.current, part.result)
        if amount is not None and amount.how.is_derived
    }
    assert {(each.indicator, each.area, each.amount) for each in FOUND.derived} == wanted
