"""Printed units that cannot be meant literally."""

from __future__ import annotations

from builders import row

from tgkt.engine.check.rules.units import units
from tgkt.facts.statement import Statement
from tgkt.facts.units import parse_unit
from tgkt.report.words import in_words
from tgkt.series.printed import Clock

from ..world import PUPILS, SHARE, goal, told, world


def odd(line: str, number: int, unit: str = "người/năm") -> Statement:
    """A figure whose printed unit is another."""
    return told(line, number, printed_unit=unit)


def test_one_finding_for_an_indicator_and_a_unit() -> None:
    """However many places print it, targets first."""
    target = goal("share merged 2030 = 75 (resolution, p. 1)", printed_unit="người/năm")
    found = list(
        units(
            world(
                odd("share merged 2025 = 71 (report, p. 2)", 1),
                odd("share north 2025 = 76 (report, p. 3)", 2),
                odd("share south 2025 = 55 (report, p. 4)", 3, "điểm"),
                "share south 2024 = 54 (report, p. 5)",
                rows=[row(indicator=SHARE, target=target)],
            )
        )
    )
    assert [(each.id, len(each.statements)) for each in found] == [("unit.share.1", 3), ("unit.share.2", 1)]
    assert in_words(found[0].sentence, "en") == (
        "“75” (the resolution, p. 1) prints the unit người/năm, as 3 places do; the figure makes sense only as %."
    )


def test_what_a_clock_hides_is_not_counted() -> None:
    """A document that was not known yet prints nothing."""
    figures = odd("share merged 2025 = 71 (report, p. 2)", 1), odd("share merged 2026 = 71 (yearbook, p. 2)", 2)
    (found,) = units(world(*figures, clock=Clock(2026, "2026-12-31")))
    assert len(found.statements) == 1


def test_another_name_of_what_is_counted_is_no_slip() -> None:
    """People of a school are pupils; a share of them is none."""
    pupils = PUPILS._replace(unit=parse_unit("học sinh"))
    persons = told("pupils merged 2025 = 900 (report, p. 1)", unit=pupils.unit, printed_unit="người")
    shares = told("pupils merged 2024 = 90 (report, p. 2)", 2, unit=pupils.unit, printed_unit="%")
    known = world(persons, shares, indicators=[pupils])
    assert [[each.printed_unit for each in found.statements] for found in units(known)] == [["%"]]
