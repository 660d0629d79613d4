"""What decides how a table looks: language, and the width there is."""

from __future__ import annotations

from tgkt.record import NamedTuple

WIDE, NARROW = 126, 100


class View(NamedTuple):
    """Language and width (None in a pipe or a file)."""

    lang: str
    width: int | None

    @property
    def is_narrow(self) -> bool:
        """Whether a table must do with few columns."""
        return self.width is not None and self.width < NARROW

    @property
    def is_wide(self) -> bool:
        """Whether every column has room."""
        return self.width is None or self.width >= WIDE
