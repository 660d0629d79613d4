"""No English in what is told of any indicator to a reader of Vietnamese."""

from __future__ import annotations

from functools import cache

from english import english
from shipped import audited, known, shipped

from tgkt.engine.explain import explain
from tgkt.facts.indicator import Aggregation
from tgkt.report.blend import merge_tables
from tgkt.report.explain import explain_tables
from tgkt.report.story import story_tables
from tgkt.report.table import plain
from tgkt.report.view import View
from tgkt.results.explain import Explanation

VIEW = View("vi", None)


@cache
def found() -> list[Explanation]:
    """Everything about every indicator."""
    return [explain(indicator, known(), audited()) for indicator in shipped().indicators.values()]


def test_everything_about_an_indicator_is_vietnamese() -> None:
    """Declaration, assessments, printed figures, blends, breaks, findings and routes."""
    told = {each.indicator.id: english(plain(explain_tables(each, shipped(), VIEW))) for each in found()}
    assert {id: lines for id, lines in told.items() if lines} == {}


def test_every_story_is_vietnamese() -> None:
    """What `tgkt explain` shows on one screen."""
    told = {
        each.indicator.id: english(plain(story_tables(each, shipped(), VIEW, "tgkt explain x"))) for each in found()
    }
    assert {id: lines for id, lines in told.items() if lines} == {}


def test_blends_that_cannot_be_made_say_why_in_vietnamese() -> None:
    """Also where nothing is printed to compare with."""
    merges = [each for one in found() for each in one.merges if one.indicator.blend.by is not Aggregation.NONE]
    assert merges
    assert english("\n".join(plain(merge_tables(each, shipped(), "vi")) for each in merges)) == []
