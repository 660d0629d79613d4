"""Every relation of any year, with figures of 2026 that hold together and figures of 2027 that do not.

The audit names the year that contradicts itself, and says nothing of the other.
"""

from __future__ import annotations

import pytest
from later import knowledge
from shipped import shipped

from tgkt.engine.check.audit import audit
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

CASES = {
    "GRDP per head is GRDP over people, and 131.5 million is 122.5": (
        "per_head_of_year",
        "grdp {} = 222.1; population {} = 1812.4; grdp_per_capita {} = 122.5",
        "grdp_per_capita {} = 131.5",
    ),
    "productivity is GRDP over workers": (
        "productivity_of_year",
        "grdp {} = 222.1; employed {} = 900.0; labour_productivity {} = 246.8",
        "labour_productivity {} = 264.8",
    ),
    "shares of GRDP add up": (
        "grdp_shares_of_year",
        "grdp_share_industry {} = 56.0; grdp_share_services {} = 32.0; grdp_share_agriculture {} = 12.0",
        "grdp_share_services {} = 30.4",
    ),
    "shares of labour add up": (
        "labour_shares_of_year",
        "labour_share_agriculture {} = 27.0; labour_share_industry {} = 40.0; labour_share_services {} = 33.0",
        "labour_share_services {} = 36.0",
    ),
    "the ratio of revenue is revenue over GRDP": (
        "revenue_ratio_of_year",
        "revenue {} = 27208; grdp {} = 222.1; revenue_to_grdp {} = 12.25",
        "revenue_to_grdp {} = 15.22",
    ),
    "the share of new rural communes follows from the communes": (
        "new_rural_share_of_year",
        "new_rural_communes {} = 57; communes {} = 77; new_rural_commune_share {} = 74.0",
        "new_rural_commune_share {} = 84.0",
    ),
    "advanced communes are a share of the new rural ones": (
        "advanced_share_of_year",
        "advanced_new_rural_communes {} = 20; new_rural_communes {} = 57; advanced_new_rural_commune_share {} = 35.1",
        "advanced_new_rural_communes {} = 24",
    ),
    "so are model communes": (
        "model_share_of_year",
        "model_new_rural_communes {} = 6; new_rural_communes {} = 57; model_new_rural_commune_share {} = 10.5",
        "model_new_rural_communes {} = 9",
    ),
    "the share of standard schools follows from the schools": (
        "standard_schools_share_of_year",
        "national_standard_schools {} = 720; schools {} = 900; national_standard_school_share {} = 80.0",
        "national_standard_school_share {} = 88.0",
    ),
    "no more workers are certified than trained": (
        "certified_within_trained_of_year",
        "certified_labour_share {} = 36; trained_labour_share {} = 77",
        "certified_labour_share {} = 79",
    ),
    "poverty fell by what it was reduced": (
        "poverty_reduction_of_year",
        "poverty_rate 2025 = 7.00; poverty_rate {} = 5.80; poverty_reduction {} = 1.20",
        "poverty_rate {} = 4.10; poverty_reduction {} = 1.20",
    ),
    "houses are built new or repaired": (
        "houses_of_year",
        "temporary_houses_replaced {} = 900; temporary_houses_built_new {} = 600; temporary_houses_repaired {} = 300",
        "temporary_houses_repaired {} = 200",
    ),
    "disciplined members are those of each form": (
        "discipline_members_of_year",
        "disciplined_members {} = 180; disciplined_members_reprimand {} = 120; disciplined_members_warning {} = 40; "
        "disciplined_members_dismissal {} = 5; disciplined_members_expulsion {} = 15",
        "disciplined_members {} = 108",
    ),
    "the rate of admission is admissions over members": (
        "admission_rate_of_year",
        "party_members_admitted {} = 4200; party_admission_rate {} = 3.00",
        "party_members_admitted {} = 2400",
    ),
}


def told(holding: str, contradicting: str, of: str) -> dict[str, Finding]:
    """The findings of a relation, by their ids: 2026 as the first figures say, 2027 with some of them otherwise."""
    later = {line.split()[0]: line.format(2027) for line in f"{holding}; {contradicting}".split("; ") if "{}" in line}
    lines = [line.format(2026) for line in holding.split("; ")]
    found = audit(knowledge(*lines, *later.values()), [line.split()[0] for line in lines])
    return {each.id: each for each in found if each.id.startswith(of)}


@pytest.mark.parametrize(("of", "holding", "contradicting"), CASES.values(), ids=CASES)
def test_the_year_that_contradicts_itself_is_named(of: str, holding: str, contradicting: str) -> None:
    """And not the year before it."""
    found = told(holding, contradicting, of)
    before, after = (found[f"{of}{place}"] for place in places(found, of))
    assert before.outcome in (Outcome.CONSISTENT, Outcome.NEEDS_ASSUMPTION)
    assert not before.residual
    assert after.outcome is (Outcome.NEEDS_ASSUMPTION if after.assumes else Outcome.INCONSISTENT)
    assert after.residual
    assert "2027" in in_words(after.sentence, "en")


def places(found: dict[str, Finding], of: str) -> tuple[str, str]:
    """The ends of the ids of 2026 and 2027: with the area where a relation holds in any."""
    return next((f"{area}.2026", f"{area}.2027") for area in (".merged", "") if f"{of}{area}.2026" in found)


def test_every_relation_of_any_year_is_tried() -> None:
    """But one, which is about the base year of the plan: `tests/examples` fill it."""
    general = {each.id for each in shipped().identities if each.formula.is_general}
    assert general - {of for of, _, _ in CASES.values()} == {"poverty_target_and_rate_of_2025"}


SLIPS = {
    "a thousand times too large": (
        ("grdp 2026 = 222.1", "grdp 2027 = 244310"),
        "244.310 would: the decimal mark looks lost, or read as grouping.",
    ),
    "a thousand times too small": (
        ("grdp 2026 = 222.1", "grdp 2027 = 0.24431"),
        "244.31 would: it looks 1,000 times too small.",
    ),
    "ten times too large": (
        ("population 2026 = 1812.4", "population 2027 = 18212"),
        "1,821.2 would: the decimal mark looks lost, or read as grouping.",
    ),
    "with a digit left out": (
        ("enterprises 2026 = 14200", "enterprises 2027 = 1450"),
        "14,450 would: a digit looks left out.",
    ),
}


@pytest.mark.parametrize(("lines", "says"), SLIPS.values(), ids=SLIPS)
def test_a_figure_of_a_later_year_that_slipped_is_told_by_what_it_looks_like(lines: tuple[str, str], says: str) -> None:
    """With the value that would go on from the year before."""
    indicator = lines[0].split()[0]
    found = {each.id: each for each in audit(knowledge(*lines), [indicator])}
    assert in_words(found[f"slip.{indicator}.merged.2027"].sentence, "en").endswith(says)
