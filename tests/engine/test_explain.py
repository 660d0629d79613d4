"""Everything about one indicator: of the audit and of the other rows only what it needs."""

from __future__ import annotations

import pytest
from shipped import shipped

from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

KNOWLEDGE = Knowledge(shipped(), Clock(2025))


@pytest.mark.parametrize("id", ["grdp_growth", "economic_structure", "grdp_share_services", "population", "hdi"])
def test_its_part_of_the_audit_is_enough(id: str) -> None:
    """The whole audit tells nothing more of it, though a structure is printed in one figure with its parts."""
    indicator = shipped().indicators[id]
    whole = explain(indicator, KNOWLEDGE, audit(KNOWLEDGE))
    assert explain(indicator, KNOWLEDGE, audit(KNOWLEDGE, shipped().beside(id))) == whole


@pytest.mark.parametrize("id", ["grdp_growth", "forest_cover", "economic_structure"])
def test_a_story_needs_no_ranks(id: str) -> None:
    """Without them the rows lack their place in the order of attention, and nothing else."""
    indicator, findings = shipped().indicators[id], audit(KNOWLEDGE, shipped().beside(id))
    ranked, plain = (explain(indicator, KNOWLEDGE, findings, is_ranked=each) for each in (True, False))
    assert all(each.rank for each in ranked.assessments)
    rankless = tuple(each._replace(rank=plain.assessments[0].rank) for each in ranked.assessments)
    assert rankless == plain.assessments
    assert ranked._replace(assessments=(), accounts=()) == plain._replace(assessments=(), accounts=())
