"""Things that share something stand together, in the order in which their groups last grew."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tgkt.arithmetic.groups import groups_of

Thing = tuple[int, ...]


def one_by_one(things: Sequence[Thing]) -> list[list[Thing]]:
    """The same as it is said: each thing is put to every group that it shares a key with."""
    groups: list[list[Thing]] = []
    for each in things:
        joined = [group for group in groups if any(set(each) & set(one) for one in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(one for group in joined for one in group), each])
    return groups


def test_a_thing_joins_the_groups_that_it_shares_a_key_with() -> None:
    things = [(1, 2), (3,), (4, 5), (5, 1), ()]
    assert groups_of(things, tuple) == [[(3,)], [(1, 2), (4, 5), (5, 1)], [()]]


@given(st.lists(st.lists(st.integers(0, 12), max_size=3).map(tuple), max_size=30, unique=True))
def test_groups_are_those_found_one_by_one(things: list[Thing]) -> None:
    assert groups_of(things, tuple) == one_by_one(things)


def test_a_long_chain_is_as_many_questions_as_it_has_links() -> None:
    """Keys are asked for once, and no group is looked through again."""
    asked: list[int] = []

    def keys(each: int) -> tuple[int, int]:
        asked.append(each)
        return each, each + 1

    chain = [*range(0, 2000, 2), *range(1, 2000, 2)]
    assert [sorted(each) for each in groups_of(chain, keys)] == [list(range(2000))]
    assert asked == chain
