"""What an answer rests on, and whether that leaves it certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.series.certainty import Rest, in_order, is_certain

SETTLED = {Rest.ESTIMATE, Rest.MIXED_RELEASE}
rests = st.lists(st.sampled_from(list(Rest)))


@pytest.mark.parametrize("rest", list(Rest))
def test_what_leaves_an_answer_certain(rest: Rest) -> None:
    """An estimate and a mixed release are said beside; rounding, assumption, dispute and reading unsettle."""
    assert is_certain([rest]) is (rest in SETTLED)


@law
@given(rests, rests)
def test_an_answer_is_as_certain_as_the_least_certain_thing_it_rests_on(one: list[Rest], other: list[Rest]) -> None:
    """Nothing added makes an answer certain again."""
    assert is_certain([*one, *other]) is (is_certain(one) and is_certain(other))


@law
@given(rests)
def test_each_is_named_once_in_one_order(drawn: list[Rest]) -> None:
    """However they were collected, the same things are named once and in the same order."""
    found = in_order(drawn)
    assert (set(found), found) == (set(drawn), in_order(reversed(drawn)))
    assert len(found) == len(set(drawn))
