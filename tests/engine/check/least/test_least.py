"""The least that must change in small worlds: which figures, what would suffice, and what stays out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from builders import row

from tgkt.engine.check.audit import audit
from tgkt.engine.check.least.least import least_change, least_size, what_is_allowed
from tgkt.facts.catalogue import Declared
from tgkt.facts.indicator import Words
from tgkt.facts.interval import INFINITY
from tgkt.facts.statement import Statement
from tgkt.report.least import least_tables
from tgkt.report.view import View
from tgkt.results.least import Changed, Least

from ..world import SHARE, declared, goal, world

NORTH, SOUTH = "people north 2025 = 300 (report, b) unstated", "people south 2025 = 150 (report, b) unstated"
MERGED = "people merged 2025 = 400 (report, a) unstated"
ASSUMED = Words("giả định", "an assumption")


def least(*figures: str | Statement, identities: Iterable[Declared] = ()) -> Least:
    """The least that must change among some figures."""
    known = world(*figures, identities=identities)
    return least_change(audit(known), known)


def shown(each: Changed) -> str:
    """A figure and the range that would suffice."""
    assert each.enough is not None
    ends = [f"{end:.2f}".rstrip("0").rstrip(".") for end in (each.enough.low, each.enough.high)]
    stated = each.statement
    return f"{stated.indicator} {stated.area} {stated.period}: {' - '.join(dict.fromkeys(ends))}"


def sets(found: Least) -> list[list[str]]:
    """For each group the figures of every alternative of its choices."""
    return [
        [" and ".join(map(shown, figures)) for choice in group.choices for figures in choice]
        for group in found.reconciliations
    ]


PARTS = ["people merged 2025: 450", "people north 2025: 250", "people south 2025: 100"]
WORLDS: dict[str, tuple[list[str | Statement], list[Declared], list[list[str]]]] = {
    "what holds needs no change": (["people merged 2025 = 450 (report, a) unstated", NORTH, SOUTH], [], []),
    "any figure of a sum would do": ([MERGED, NORTH, SOUTH], [], [PARTS]),
    "a figure that is official stays": (
        ["people merged 2025 = 400 (yearbook, a) official", NORTH, SOUTH],
        [],
        [["people north 2025: 250", "people south 2025: 100"]],
    ),
    "a figure that two kinds of issuer print stays": (
        [MERGED, "people merged 2025 = 400 (press, a) unstated", NORTH, SOUTH],
        [],
        [["people north 2025: 250", "people south 2025: 100"]],
    ),
    "a second document of one issuer adds nothing": (
        [MERGED, "people merged 2025 = 400 (review, a) unstated", NORTH, SOUTH],
        [],
        [PARTS],
    ),
    "what a second relation confirms stays": (
        [MERGED, NORTH, SOUTH, "schools merged 2025 = 200 (report, a) unstated"],
        [declared("people[merged, 2025] == schools[merged, 2025] * 2", "twice")],
        [["people north 2025: 250", "people south 2025: 100"]],
    ),
    "a figure printed twice with two values": (
        ["share merged 2025 = 71.0 (report, a) unstated", "share merged 2025 = 72.0 (month, b) unstated"],
        [],
        [["share merged 2025: 71.95 - 72.05", "share merged 2025: 70.95 - 71.05"]],
    ),
    "a relation under an assumption asks for nothing": (
        ["share merged 2025 = 71.0 (report, a) unstated", "other merged 2025 = 50.0 (report, a) unstated"],
        [declared("share[merged, 2025] == other[merged, 2025]", assumes=ASSUMED)],
        [],
    ),
    "of two values a thousand times apart the one of lower rank gives way": (
        [f"people merged 2025 = {each} unstated" for each in ("450 (report, a)", "450000 (press, a)")],
        [],
        [["people merged 2025: 450"]],
    ),
    "a slip of a thousand is not taken for the truth": (
        [
            "people merged 2025 = 450 (report, a) unstated",
            "people merged 2025 = 450000 (press, a) unstated",
            NORTH,
            SOUTH,
        ],
        [],
        [["people merged 2025: 450"]],
    ),
}


@pytest.mark.parametrize(("figures", "identities", "expected"), WORLDS.values(), ids=[*WORLDS])
def test_the_least_that_must_change(
    figures: list[str | Statement], identities: list[Declared], expected: list[list[str]]
) -> None:
    found = sets(least(*figures, identities=identities))
    assert [sorted(each) for each in found] == [sorted(each) for each in expected]


def test_a_target_is_marked_as_a_decision() -> None:
    """It weighs 1, and gives way to an official figure."""
    target = goal("share merged 2030 = 80.0 (resolution, 1)", ambition=False)
    known = world(
        "share merged 2025 = 70.0 (report, a) official",
        rows=[row(indicator=SHARE, target=target)],
        identities=[declared("share.target[merged, 2030] == share[merged, 2025]")],
    )
    found = least_change(audit(known), known)
    assert [(each.changed.is_decision, each.changed.weight) for each in found.moves] == [(True, 1)]
    assert least_size(audit(known), known) == found.size == (1, 1)
    assert [shown(each.changed) for each in found.moves] == ["share merged 2030: 69.95 - 70.05"]


def test_several_groups_are_reconciled_apart_and_their_weights_add_up() -> None:
    found = least(
        MERGED, NORTH, SOUTH,
        "share merged 2025 = 71.0 (report, a) unstated", "share merged 2025 = 72.0 (month, b) unstated",
    )  # fmt: skip
    assert len(found.reconciliations) == 2
    assert found.size == (2, 2)
    assert found.size.weight == sum(each.weight for each in found.reconciliations)
    assert [(each.group, each.choice, each.alternative) for each in found.moves] == [
        (1, 1, 1), (1, 1, 2), (1, 1, 3), (2, 1, 1), (2, 1, 2),
    ]  # fmt: skip
    assert found.sets == 3 * 2


def test_what_is_asked_about_limits_the_groups() -> None:
    known = world(
        MERGED, NORTH, SOUTH,
        "share merged 2025 = 71.0 (report, a) unstated", "share merged 2025 = 72.0 (month, b) unstated",
    )  # fmt: skip
    found = least_change(audit(known), known, {"share"})
    assert {each.changed.statement.indicator for each in found.moves} == {"share"}


def test_what_relations_allow_a_figure_to_be() -> None:
    known = world(MERGED, NORTH, SOUTH)
    stated = next(each for each in known.series("people", "merged").printed())
    found = what_is_allowed(stated, audit(known), known)
    assert found is not None
    assert found.range is not None
    assert (found.range.low, found.range.high) == (Decimal(450), Decimal(450))
    assert not found.holds
    assert [each.id for each in found.relations] == ["blend.people.2025"]


def test_a_figure_that_no_relation_speaks_of_has_no_range() -> None:
    known = world("share merged 2025 = 71.0 (report, a) unstated")
    stated = next(each for each in known.series("share", "merged").printed())
    assert what_is_allowed(stated, audit(known), known) is None


def test_relations_that_fail_without_the_figure_stay_out() -> None:
    known = world(
        MERGED, NORTH, SOUTH, "schools merged 2025 = 100 (report, a) unstated",
        identities=[declared("schools[merged, 2025] <= people[merged, 2025]", "few")],
    )  # fmt: skip
    stated = next(each for each in known.series("schools", "merged").printed())
    found = what_is_allowed(stated, audit(known), known)
    assert found is not None
    assert found.range is not None
    assert (found.range.low, found.range.high) == (-INFINITY, Decimal(400))
    assert found.apart == ()


def test_ends_are_shown_rounded_inward_so_that_they_would_suffice() -> None:
    """71.15 over 3 is 23.71666…: 23.7167 is enough, 23.7166 is not."""
    figures = ("share merged 2025 = 71.2 (report, a) official", "other merged 2025 = 50.0 (report, a) unstated")
    known = world(*figures, identities=[declared("other[merged, 2025] == share[merged, 2025] / 3")])
    (table,) = least_tables(least_change(audit(known), known), known.catalogue, View("en", None))
    assert [cell.text for cell in table.rows[0]][3] == "23.7167 - 23.75"
