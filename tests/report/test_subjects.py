"""The audit by subject: where a finding belongs, and in which order findings stand."""

from __future__ import annotations

import pytest
from shipped import TARGETS, judged, shipped

from tgkt.report.subjects import Subject, subjects_of

PLAN = shipped().plans[TARGETS]


def placed(subjects: list[Subject]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The findings by id, each with its section and the numbers of the targets it touches."""
    return {each.finding.id: (subject.id, each.numbers) for subject in subjects for each in subject.members}


PLACES = {
    "targets of two sections: under the first": ("target_grdp_per_head", "economy", ("1", "3", "11")),
    "its own target counts, not a figure of another": ("target_income", "society", ("23",)),
    "figures of a target's indicator alone: that target": (
        "labour_weight_and_population_weight_trained",
        "economy",
        ("3", "16"),
    ),
    "no target: the section of its indicator": ("label.thai_nguyen.14", "environment", ()),
    "a break without figures: the section of its indicator": ("series.industrial_index", "economy", ()),
    "no indicator: no section": ("gap.results_2020_2025.bac_kan.54", "", ()),
}


@pytest.mark.parametrize(("id", "section", "numbers"), PLACES.values(), ids=PLACES)
def test_a_finding_belongs_to_one_subject(id: str, section: str, numbers: tuple[str, ...]) -> None:
    """By the targets it rests on, else the rows whose figures it speaks of, else its indicators."""
    assert placed(subjects_of(judged(), PLAN, shipped()))[id] == (section, numbers)


def test_nothing_is_lost_or_told_twice() -> None:
    """Every finding is a member of one subject."""
    ids = [each.finding.id for subject in subjects_of(judged(), PLAN, shipped()) for each in subject.members]
    assert sorted(ids) == sorted(each.id for each in judged())


def test_without_a_plan_sections_stand_as_the_data_declare_them() -> None:
    """And no finding touches a target."""
    subjects = subjects_of(judged(), None, shipped())
    assert [each.id for each in subjects] == [*shipped().sections, ""]
    assert {numbers for _, numbers in placed(subjects).values()} == {()}


def test_a_section_that_is_asked_for_comes_first() -> None:
    """With what would else stand under an earlier one."""
    subjects = subjects_of(judged(), PLAN, shipped(), "society")
    assert subjects[0].id == "society"
    assert placed(subjects)["target_grdp_per_head"] == ("society", ("11", "1", "3"))


def test_findings_of_one_target_keep_their_order() -> None:
    """The weightiest first, as the audit has them."""
    economy = next(each for each in subjects_of(judged(), PLAN, shipped()) if each.id == "economy")
    of_the_first = [each.finding for each in economy.members if each.rows and each.rows[0].code == "1.1"]
    assert of_the_first == [each for each in judged() if each in of_the_first]
