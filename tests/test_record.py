"""Our named tuples: whatever `typing.NamedTuple` does, in the same words."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from tgkt.record import NamedTuple


class Theirs(typing.NamedTuple):
    """A pair."""

    one: int
    other: str = "b"

    @property
    def both(self) -> str:
        return f"{self.one}{self.other}"


class Ours(NamedTuple):
    """A pair."""

    one: int
    other: str = "b"

    @property
    def both(self) -> str:
        return f"{self.one}{self.other}"


class Further(Ours):
    """With more to say."""

    @property
    def double(self) -> int:
        return self.one * 2


class FurtherTheirs(Theirs):
    """With more to say."""

    @property
    def double(self) -> int:
        return self.one * 2


class Nothing(NamedTuple):
    """No field at all."""


ALIKE: dict[str, Callable[[Any], object]] = {
    "values by place": lambda kind: tuple(kind(1, "c")),
    "values by name, in any order": lambda kind: tuple(kind(other="c", one=1)),
    "a default": lambda kind: kind(1).other,
    "a property": lambda kind: kind(1).both,
    "its text": lambda kind: repr(kind(1)).removeprefix(kind.__name__),
    "a replaced value": lambda kind: tuple(kind(1)._replace(other="d")),
    "made of a list": lambda kind: tuple(kind._make([1, 2])),
    "as a map": lambda kind: kind(1)._asdict(),
    "its fields": lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__),
    "its docstring and annotations": lambda kind: (kind.__doc__, list(kind.__annotations__)),
    "equal to a tuple": lambda kind: (kind(1) == (1, "b"), hash(kind(1)) == hash((1, "b")), kind(1) < kind(2)),
    "copied": lambda kind: (copy.copy(kind(1)) == kind(1), copy.deepcopy(kind(1)) == kind(1)),
    "kept and loaded": lambda kind: pickle.loads(pickle.dumps(kind(1))).both,
    "a pattern": lambda kind: [one for one, other in [kind(1)] if other == "b"],
    "without a dict of its own": lambda kind: hasattr(kind(1), "__dict__"),
}  # fmt: skip
REFUSED: dict[str, Callable[[Any], object]] = {
    "a value missing": lambda kind: kind(),
    "a value too many": lambda kind: kind(1, "b", 3),
    "a name that it has not": lambda kind: kind(1, third=3),
    "a value given twice": lambda kind: kind(1, one=1),
    "a changed field": lambda kind: setattr(kind(1), "one", 2),
    "a new field": lambda kind: setattr(kind(1), "third", 3),
}


@pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in ALIKE.items()])
def test_it_answers_as_typing_does(ask: Callable[[Any], object]) -> None:
    """Nobody can tell the two apart."""
    assert ask(Ours) == ask(Theirs)


@pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in REFUSED.items()])
def test_it_refuses_what_typing_refuses(ask: Callable[[Any], object]) -> None:
    """With the same error, in the same words."""
    with pytest.raises((TypeError, AttributeError)) as theirs:
        ask(Theirs)
    with pytest.raises(theirs.type) as ours:
        ask(Ours)
    assert str(ours.value).replace("Ours", "Theirs") == str(theirs.value)


def test_a_name_that_is_none_cannot_be_replaced() -> None:
    """A misspelt field is no silent copy."""
    with pytest.raises(TypeError, match="Ours has no field third, fourth"):
        Ours(1)._replace(third=3, fourth=4)  # type: ignore[call-arg]  # the mistake that is tried


def test_a_record_may_have_a_kind_of_its_own() -> None:
    """A class of a record's has its fields, and what it adds."""
    assert Further(2).double == 4 == FurtherTheirs(2).double
    for kind in (Further, FurtherTheirs):
        one = kind(2)
        setattr(one, "more", "held beside")  # noqa: B010 - as any object that is no record itself
        assert vars(one) == {"more": "held beside"}
    assert repr(Further(2)) == "Further(one=2, other='b')"
    assert Further(2) == Ours(2)
    assert Nothing() == ()
