"""The orders in which rows can be shown."""

from __future__ import annotations

import pytest
from builders import indicator, knowledge, row, statement
from shipped import RESULTS, TARGETS, shipped

from tgkt.engine.status.order import Order, ordered
from tgkt.engine.status.rows import assess
from tgkt.facts.indicator import Words
from tgkt.results.status import Assessment, Grade, StandingKind
from tgkt.series.series import Knowledge

SECTIONS = list(shipped().sections)


def in_order(order: Order, plan: str = TARGETS, lang: str = "vi") -> list[Assessment]:
    """The shipped rows of a plan in an order."""
    return ordered(assess(shipped().plans[plan], Knowledge(shipped())), order, SECTIONS, lang)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("plan", [TARGETS, RESULTS])
def test_an_order_keeps_every_row(order: Order, plan: str) -> None:
    """No row is lost or doubled."""
    codes = sorted((item.row.area, item.row.code) for item in in_order(order, plan))
    assert codes == sorted((row.area, row.code) for row in shipped().plans[plan].rows)


def test_numbers_are_read_as_numbers() -> None:
    """2 comes before 10, and 1.10 would come after 1.2; of one number the areas stand as in the document."""
    codes = [item.row.code for item in in_order(Order.CODE, RESULTS)]
    assert codes[:6] == ["1", "1", "2", "2", "3", "3"]
    assert codes.index("7.1") < codes.index("10")


def test_standings_and_verdicts_begin_with_the_best() -> None:
    """As the words are listed; a row after its deadline has no standing and comes last."""
    standings = [item.standing.kind for item in in_order(Order.STANDING) if item.standing]
    assert standings == sorted(standings, key=list(StandingKind).index)
    grades = [item.verdict.grade for item in in_order(Order.VERDICT, RESULTS)]
    assert grades == sorted(grades, key=list(Grade).index)
    assert grades[0] is Grade.EXCEEDED


def test_what_must_speed_up_most_begins() -> None:
    """Investment must grow twice as fast as it did; rows without a pace of the last term come last."""
    found = [item.stretch for item in in_order(Order.STRETCH)]
    known = [each for each in found if each is not None]
    assert known == sorted(known, reverse=True)
    assert found[len(known) :] == [None] * (len(found) - len(known))
    assert in_order(Order.STRETCH)[0].row.code == "6"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("vi", ["An sinh", "Dân số", "Đất rừng", "Em học", "Ước tính"]), ("en", ["1", "2", "3", "4", "5"])],
)
def test_titles_stand_by_the_alphabet_of_their_language(lang: str, expected: list[str]) -> None:
    """Đ stands with D, and Ư with U; the titles of the other language do not count."""
    titles = [
        Words(vi, en) for vi, en in zip(["Ước tính", "Đất rừng", "Em học", "Dân số", "An sinh"], "34521", strict=True)
    ]
    rows = [
        row(code=each.en, indicator=indicator(id=f"i{each.en}", title=each), target=statement("50")) for each in titles
    ]
    known = knowledge(rows=rows)
    items = ordered(assess(known.catalogue.plans["targets"], known), Order.TITLE, [], lang)
    assert expected == [item.row.indicator.title.within(lang) for item in items]
