"""Everything about one indicator: of the audit and of the other rows only what it needs."""

from __future__ import annotations

import pytest
from shipped import audited, known, shipped

from tgkt.engine.blend.merged import comparable, merge
from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain
from tgkt.facts.period import Period

KNOWLEDGE = known(2025)


@pytest.mark.parametrize("id", ["grdp_growth", "economic_structure", "grdp_share_services", "population", "hdi"])
def test_its_part_of_the_audit_is_enough(id: str) -> None:
    """The whole audit tells nothing more of it, though a structure is printed in one figure with its parts."""
    indicator = shipped().indicators[id]
    whole = explain(indicator, KNOWLEDGE, audited(2025))
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


def test_every_merged_figure_that_is_printed_is_among_its_blends() -> None:
    """Those of `blend --all`, computable or not; beside them only what can be blended where nothing is printed."""
    asked: dict[str, set[tuple[str, Period]]] = {}
    for indicator, area, period in comparable(KNOWLEDGE):
        if merge(indicator, area, period, KNOWLEDGE).printed:
            asked.setdefault(indicator.id, set()).add((area, period))
    assert len(asked) > 40
    for id, printed in asked.items():
        merges = explain(shipped().indicators[id], KNOWLEDGE, [], is_ranked=False).merges
        assert {(each.area, each.period) for each in merges if each.printed} == printed, id
        assert all(each.printed or each.blended or each.bound or each.implied for each in merges), id
