"""One cause, one finding: which relations that fail are told together, and how."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
from shipped import shipped

from tgkt.engine.check.audit import audit, marks_of
from tgkt.engine.check.causes import by_cause
from tgkt.facts.catalogue import Declared, Severity
from tgkt.facts.indicator import Words
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

from .world import declared, world

SAYS = Words("chỉ cùng đúng nếu", "both hold only if")
FIGURES = (
    "people merged 2025 = 400 (report, a)",
    "people north 2025 = 300 (report, b)",
    "people south 2025 = 150 (report, b)",
    "schools merged 2025 = 40 (report, a)",
    "schools north 2025 = 30 (report, b)",
    "schools south 2025 = 20 (report, b)",
)


def grouped(*figures: str, identities: Iterable[Declared] = ()) -> dict[str, list[str]]:
    """The findings that do not hold, each with the further relations of its cause."""
    known = world(*figures, identities=identities)
    found = by_cause(audit(known), known)
    return {each.id: [one.id for one in each.others] for each in found if each.outcome is Outcome.INCONSISTENT}


def test_relations_of_one_passage_are_one_finding() -> None:
    """People and schools of the same places, blended from the same places."""
    assert grouped(*FIGURES) == {"blend.people.2025": ["blend.schools.2025"]}
    elsewhere = [
        each.replace("schools merged 2025 = 40 (report, a)", "schools merged 2025 = 40 (report, c)") for each in FIGURES
    ]
    assert grouped(*elsewhere) == {"blend.people.2025": [], "blend.schools.2025": []}


def test_a_relation_within_another_is_told_with_it() -> None:
    """Under the one whose sentence an expert wrote."""
    pair = declared("people[merged, 2025] == people[merged, 2025] * 2", "pair", severity=Severity.LOW)
    whole = declared("people[merged, 2025] == people[north, 2025] * 2", "whole", says=SAYS, severity=Severity.LOW)
    assert grouped(*FIGURES[:2], identities=[pair, whole]) == {"whole": ["pair"]}


def test_without_a_written_sentence_the_one_of_most_figures_comes_first() -> None:
    """It says most."""
    pair = declared("people[merged, 2025] == people[merged, 2025] * 2", "pair")
    whole = declared("people[merged, 2025] == people[north, 2025] * 2", "whole")
    assert grouped(*FIGURES[:2], identities=[pair, whole]) == {"whole": ["pair"]}


DISPUTED = (
    "share north 2025 = 90.4 (report, a)",
    "share north 2025 = 90.0 (report, b)",
    "schools north 2025 = 900 (report, c)",
    "pupils north 2025 = 1000 (report, d)",
)
RATIO = "share[north, 2025] == schools[north, 2025] / pupils[north, 2025]"


def test_a_dispute_that_would_settle_a_relation_is_told_with_it() -> None:
    """With 90.0 in the place of 90.4 the ratio holds."""
    found = grouped(*DISPUTED, identities=[declared(RATIO, "ratio", says=SAYS)])
    assert found == {"ratio": ["duplicate.share.north.2025.report.90_0"]}


@pytest.mark.parametrize(
    ("figure", "instead"),
    [
        (1, "share north 2025 = 89.0 (report, b)"),
        (2, "schools north 2025 = 800 (report, c)"),
        (1, "share north 2025 = 9.0 (report, b)"),
    ],
    ids=["the other figure does not fit either", "neither fits", "it is of another order"],
)
def test_a_dispute_that_settles_nothing_stands_alone(figure: int, instead: str) -> None:
    """Both are findings of their own."""
    figures = [instead if at == figure else each for at, each in enumerate(DISPUTED)]
    found = grouped(*figures, identities=[declared(RATIO, "ratio", says=SAYS)])
    assert len(found) == 2
    assert not any(found.values())


def test_where_relations_ask_for_different_figures_the_one_that_counts_stays() -> None:
    """The 90.0 counts: the dispute explains the relation that takes 90.4, and where there is none the other."""
    figures = ("share north 2025 = 90.0 (month, a)", "share north 2025 = 90.4 (report, b)", *DISPUTED[2:])
    rival = declared("share[north, 2025, report] == schools[north, 2025] / pupils[north, 2025]", "rival", says=SAYS)
    first = declared("share[north, 2025] == schools[north, 2025] / pupils[north, 2025] + 0.004", "first", says=SAYS)
    disputed = "duplicate.share.north.2025.report.90_4"
    assert grouped(*figures, identities=[rival, first]) == {"first": [], "rival": [disputed]}
    assert grouped(*figures, identities=[first]) == {"first": [disputed]}


def test_the_gravest_severity_is_that_of_the_finding() -> None:
    """Told once, with every row it touches."""
    pair = declared("people[merged, 2025] == people[merged, 2025] * 2", "pair", severity=Severity.HIGH)
    whole = declared("people[merged, 2025] == people[north, 2025] * 2", "whole", says=SAYS, severity=Severity.LOW)
    known = world(*FIGURES[:2], identities=[pair, whole])
    [found] = [each for each in by_cause(audit(known), known) if each.outcome is Outcome.INCONSISTENT]
    assert (found.id, found.severity, found.sentence) == ("whole", Severity.HIGH, SAYS)
    assert found.indicators == (("people", "merged"), ("people", "north"))
    assert [each.id for each in found.relations] == ["whole", "pair"]


def test_marks_lead_from_every_figure_of_a_cause_to_its_finding() -> None:
    """Those of the further relations too."""
    known = world(*FIGURES)
    marks = marks_of(by_cause(audit(known), known))
    assert {source.line: [*found] for source, found in marks.items()} == {
        line: ["blend.people.2025"] for line in range(1, 7)
    }


def all_of_the_plan() -> tuple[list[Finding], list[Finding]]:
    """What was judged of the shipped plan, and the findings by cause."""
    known = Knowledge(shipped())
    judged = audit(known)
    return judged, by_cause(judged, known)


def test_no_relation_is_lost() -> None:
    """Each is told once, in one finding."""
    judged, found = all_of_the_plan()
    assert sorted(one.id for each in found for one in each.relations) == sorted(each.id for each in judged)


def test_no_two_findings_of_the_plan_that_fail_share_all_their_figures() -> None:
    """In the shipped plan 30 relations fail for 24 causes."""
    _, found = all_of_the_plan()
    failing = [each for each in found if each.outcome is Outcome.INCONSISTENT]
    figures = {each.id: {one.source for one in each.statements} for each in failing}
    shared = [(a, b) for a, b in combinations(figures, 2) if figures[a] <= figures[b] or figures[b] <= figures[a]]
    assert shared == []
    assert {each.id: sorted(one.id for one in each.others) for each in failing if each.others} == {
        "blend.industrial_clusters_established.2025": ["blend.industrial_clusters_established_area.2025"],
        "population_of_parts_of_footnote_13": ["duplicate.grdp_per_capita.thai_nguyen.2025.political_report.119"],
        "standard_schools_share_thai_nguyen_row_9": [
            "duplicate.national_standard_school_share.thai_nguyen.2025.appendix.90_04"
        ],
        "label.bac_kan.34-37": ["label.bac_kan.34", "label.bac_kan.35", "label.bac_kan.37"],
    }
