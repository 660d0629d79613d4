"""Targets below former ones."""

from __future__ import annotations

import pytest
from builders import figure_of, row

from tgkt.engine.check.rules.lowered import lowered
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.facts.plan import Row
from tgkt.facts.units import parse_unit
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.series.printed import Clock

from ..world import GROWTH, PEOPLE, SHARE, goal, more_than, world


def promised(line: str, code: str, **changes: object) -> Row:
    """The row of a target."""
    indicators = {each.id: each for each in (SHARE, GROWTH, PEOPLE)}
    target = goal(line)
    declared = indicators[target.indicator]._replace(**changes)  # type: ignore[arg-type]
    return row(indicator=declared, area=target.area, target=target, code=code)


def found(*rows: Row, of: list[str] | None = None) -> list[Finding]:
    """What is below something former, in the year after the first term."""
    return list(lowered(world("people merged 2025 = 9 (report, p. 1)", rows=rows, clock=Clock(2026)), of))


NEW = "share merged 2030 = 82 (resolution, p. 9)"
CASES = {
    "less than a part promised": (NEW, "share north 2025 = 90 (aims, p. 1)", 1),
    "less than the whole promised": (NEW, "share merged 2025 = 90 (aims, p. 1)", 1),
    "as much": (NEW, "share north 2025 = 82 (aims, p. 1)", 0),
    "more": (NEW, "share north 2025 = 75 (aims, p. 1)", 0),
    "the former is later": (NEW, "share north 2031 = 90 (aims, p. 1)", 0),
    "another indicator": (NEW, "people north 2025 = 90 (aims, p. 1)", 0),
    "a term beside a year": (NEW, "share north 2021-2025 average = 90 (aims, p. 1)", 0),
    "terms of one length": (
        "growth merged 2026-2030 average = 10 (resolution, p. 9)",
        "growth north 2021-2025 average = 11 (aims, p. 1)",
        1,
    ),
    "it was due before": ("share merged 2026 = 82 (resolution, p. 9)", "share north 2025 = 90 (aims, p. 1)", 0),
}  # fmt: skip


@pytest.mark.parametrize(("new", "former", "count"), CASES.values(), ids=[*CASES])
def test_a_target_beside_a_former_one(new: str, former: str, count: int) -> None:
    """Taken as a result, it would not have met it."""
    assert len(found(promised(new, "1"), promised(former, "2"))) == count


def test_where_less_is_better_the_higher_number_asks_for_less() -> None:
    """By the direction of the indicator."""
    former, new = "share north 2025 = 5 (aims, p. 1)", "share merged 2030 = 8 (resolution, p. 9)"
    down = {"direction": Direction.DECREASE}
    assert len(found(promised(new, "1", **down), promised(former, "2", **down))) == 1
    assert (
        found(promised(former.replace("2025", "2030"), "1", **down), promised(new.replace("2030", "2025"), "2", **down))
        == []
    )


def test_the_sentence_names_both() -> None:
    """And whose the former was."""
    (only,) = found(promised(NEW, "1"), promised("share north 2025 = 90 (aims, p. 1)", "2"))
    assert in_words(only.sentence, "en") == (
        "The target “82” (the resolution, p. 9) asks for less than “90” (the aims, p. 1), the target of north for "
        "2025: it allows a step back there, or the whole starts lower."
    )
    assert (only.outcome, only.severity) == ("needs_assumption", "medium")
    assert only.indicators == (("share", "merged"), ("share", "north"))


def test_targets_in_two_units_are_told_in_that_of_the_former_one() -> None:
    """82 thousand beside a former 90,000."""
    target = goal("people merged 2030 = 82 (resolution, p. 9)")._replace(unit=parse_unit("nghìn người"))
    former = promised("people north 2025 = 90000 (aims, p. 1)", "2")
    (only,) = found(row(indicator=PEOPLE, target=target, code="1"), former)
    assert "“90000” (the aims, p. 1) (82,000 people against 90,000 people), the" in in_words(only.sentence, "en")


def test_a_bound_is_compared_by_its_number() -> None:
    """ "More than 80" allows what does not meet 90, "more than 95" nothing of it."""
    former = promised("share north 2025 = 90 (aims, p. 1)", "2")
    bounds = {
        value: row(indicator=SHARE, target=more_than(value, NEW.replace("82", value)), code="1")
        for value in ("80", "95")
    }
    assert {value: len(found(each, former)) for value, each in bounds.items()} == {"80": 1, "95": 0}


def test_a_bound_of_the_worse_side_asks_for_no_number() -> None:
    """ "Up to 82" where more is better is no promise of 82."""
    former = promised("share north 2025 = 90 (aims, p. 1)", "2")
    most = goal(NEW, figure=figure_of("≤ 82"), comparator=Comparator.AT_MOST, printed="≤ 82")
    assert found(row(indicator=SHARE, target=most, code="1"), former) == []


def test_indicators_that_are_named_choose() -> None:
    """Others are left out."""
    rows = promised(NEW, "1"), promised("share north 2025 = 90 (aims, p. 1)", "2")
    assert found(*rows, of=["growth"]) == []
    assert len(found(*rows, of=["share"])) == 1


PERIODS = {
    "a year": (NEW, "share north 2025 = 90 (aims, p. 1)", "for 2025:", "mục tiêu năm 2025 của"),
    "a term": (
        "growth merged 2026-2030 average = 10 (resolution, p. 9)",
        "growth north 2021-2025 average = 11 (aims, p. 1)",
        "for 2021-2025:",
        "mục tiêu giai đoạn 2021 - 2025 của",
    ),
}


@pytest.mark.parametrize(("new", "former", "en", "vi"), PERIODS.values(), ids=[*PERIODS])
def test_a_period_is_named_as_each_language_does(new: str, former: str, en: str, vi: str) -> None:
    """Vietnamese says whether it is a year or a term."""
    (only,) = found(promised(new, "1"), promised(former, "2"))
    assert en in in_words(only.sentence, "en")
    assert vi in in_words(only.sentence, "vi")
