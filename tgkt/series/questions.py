"""The search for figures that depend on each other: each is found once, and none is derived from itself.

If the search for a figure asks for that same figure, the circle is cut: there only the printed figure is used. Figures
found inside such a circle are kept only until the search returns to the figure where it began, and a kept figure is not
used in the search for a figure that it was derived from. So the order of questions makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable

from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.record import NamedTuple
from tgkt.series.known import Known

Key = tuple[str, str, Period, Timing | None]
Answer = Callable[[Key], Known | None]
Found = dict[Key, "Kept"]


class Kept(NamedTuple):
    """A figure that was found, with the questions it took.

    Attributes:
        known: the figure; None where there is none.
        asked_for: the figures asked for in the search for it.
        began: the depth at which the circle begins that was cut below it; None where no circle was cut.
    """

    known: Known | None
    asked_for: frozenset[Key]
    began: int | None


class Questions:
    """The figures asked for and found so far."""

    def __init__(self, find: Answer, printed: Answer) -> None:
        """Take the two ways to a figure.

        Args:
            find: finds a figure, by asking for others.
            printed: gives the printed figure, for use where a circle is cut.
        """
        self._find, self._printed = find, printed
        self._kept: dict[Key, Kept] = {}
        self._passing: dict[Key, Kept] = {}
        self._asking: dict[Key, set[Key]] = {}
        self._began: int | None = None

    def answer(self, key: Key) -> Known | None:
        """The figure, found anew or kept."""
        kept = self._kept.get(key) or self._passing.get(key)
        if kept is not None and kept.asked_for.isdisjoint(self._asking):
            self._note(key, kept)
            return kept.known
        if key in self._asking:
            self._cut(list(self._asking).index(key))
            return self._printed(key)
        found = self._found(key)
        self._note(key, found)
        return found.known

    @property
    def found(self) -> Found:
        """Every figure found so far whose search was not cut short, with the questions it took."""
        return dict(self._kept)

    def recall(self, found: Found) -> None:
        """Know figures that were found in an earlier run from the same statements."""
        self._kept = {**found, **self._kept}

    def _found(self, key: Key) -> Kept:
        outside, self._began = self._began, None
        self._asking[key] = set()
        known = self._find(key)
        asked_for, depth = self._asking.pop(key), len(self._asking)
        began = None if self._began is None or self._began >= depth else self._began
        self._began, found = outside, Kept(known, frozenset(asked_for), began)
        if began is None:
            self._kept[key] = found
            self._passing = {each: kept for each, kept in self._passing.items() if (kept.began or 0) < depth}
        else:
            self._passing[key] = found
        return found

    def _note(self, key: Key, found: Kept) -> None:
        """Note, for the figure being searched for, the figures asked for on the way and the circle cut below it."""
        if self._asking:
            self._asking[next(reversed(self._asking))] |= {key, *found.asked_for}
        if found.began is not None:
            self._cut(found.began)

    def _cut(self, depth: int) -> None:
        self._began = depth if self._began is None else min(self._began, depth)
