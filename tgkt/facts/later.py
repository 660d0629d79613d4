"""Statements that are read when one of them is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from tgkt.facts.statement import Statement


class Later(Sequence[Statement]):
    """Statements that are read when one of them is first asked for; otherwise as a tuple of them.

    Attributes:
        kinds: one of them of each period, document and status there is, aims apart; known without reading.
    """

    __slots__ = ("_found", "_read", "kinds")

    def __init__(self, read: Callable[[], tuple[Statement, ...]], kinds: Sequence[Statement]) -> None:
        self._read, self.kinds = read, kinds
        self._found: tuple[Statement, ...] | None = None

    @property
    def is_read(self) -> bool:
        """Whether one of them has been asked for."""
        return self._found is not None

    @property
    def _all(self) -> tuple[Statement, ...]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._all)

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, at: int | slice) -> Statement | tuple[Statement, ...]:
        return self._all[at]

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, Later) else other)

    __hash__ = None  # type: ignore[assignment]  # to ask for it would read them

    def __reduce__(self) -> tuple[type[tuple[Statement, ...]], tuple[tuple[Statement, ...]]]:
        return tuple, (self._all,)

    def __repr__(self) -> str:
        return repr(self._all)
