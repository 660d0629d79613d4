"""Statements that are read when one of them is first asked for."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
from builders import statement

from tgkt.facts.later import Later
from tgkt.facts.statement import Statement

ALL = (statement("87"), statement("88"))


def later(read: list[str]) -> Later:
    """Two statements; each reading of them leaves an entry."""

    def found() -> tuple[Statement, ...]:
        read.append("read")
        return ALL

    return Later(found, ALL[:1])


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        pytest.param(len, 2, id="how many"),
        pytest.param(tuple, ALL, id="each in turn"),
        pytest.param(lambda these: these[-1], ALL[1], id="one by its place"),
        pytest.param(lambda these: these[:1], ALL[:1], id="some by their places"),
        pytest.param(repr, repr(ALL), id="their text"),
        pytest.param(copy.deepcopy, ALL, id="a copy of them"),
        pytest.param(lambda these: pickle.loads(pickle.dumps(these)), ALL, id="a copy in another process"),
        pytest.param(lambda these: these == ALL, True, id="whether they are these"),
        pytest.param(lambda these: ALL[:1] == these, False, id="whether others are they"),
        pytest.param(lambda these: ALL[1] in these, True, id="whether one is among them"),
    ],
)
def test_they_answer_as_a_tuple_of_them_and_are_read_once(ask: Callable[[Later], object], answer: object) -> None:
    """Whatever is asked first, and however often."""
    read: list[str] = []
    these = later(read)
    assert (read, these.is_read) == ([], False)
    assert (ask(these), ask(these)) == (answer, answer)
    assert (read, these.is_read) == (["read"], True)


def test_one_of_each_kind_is_known_without_reading() -> None:
    """Which years have a figure is told by these alone."""
    read: list[str] = []
    assert later(read).kinds == ALL[:1]
    assert read == []
