"""The printed words of a file as they were read, kept between runs: reading them takes half of the time of loading."""

from __future__ import annotations

from tgkt.facts.notation import Phrase
from tgkt.facts.units import OwnUnits
from tgkt.loading.cache import kept_as, recalled
from tgkt.loading.printed import read_words

Words = tuple[str, str | None, OwnUnits]
"""The words, the language of their document, and the declared units: all that a phrase is read from."""


class Phrases:
    """The phrases of one file.

    Args:
        state: the fingerprint of the file's bytes; empty where nothing is to be kept.
        place: what its phrases are kept as.
    """

    def __init__(self, state: bytes = b"", place: str = "") -> None:
        self._state, self._place = state, place
        found: dict[Words, Phrase] | None = recalled(state, place, dict)
        self._known, self._is_new = found or {}, found is None

    def read(self, printed: str, language: str | None, own: OwnUnits) -> Phrase:
        """What `read_words` reads.

        Raises:
            NotationError: the words cannot be read.
        """
        key = (printed, language, own)
        if key not in self._known:
            self._known[key] = read_words(printed, language, own)
            self._is_new = True
        return self._known[key]

    def keep(self) -> None:
        """Keep what was read, for the next run."""
        if self._is_new:
            kept_as(self._state, self._place, self._known)
            self._is_new = False
