"""The ids by which data can be asked."""

from __future__ import annotations

from tgkt.api.seen import Seen


class Names:
    """The ids of what a folder of data declares."""

    __slots__ = ("_seen",)

    _seen: Seen

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans."""
        return tuple(self._seen.knowledge.catalogue.plans)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators."""
        return tuple(self._seen.knowledge.catalogue.indicators)

    @property
    def areas(self) -> tuple[str, ...]:
        """The ids of the areas."""
        return tuple(self._seen.knowledge.catalogue.areas)
