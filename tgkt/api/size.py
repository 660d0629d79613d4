"""How large the least that must change is, kept between runs."""

from __future__ import annotations

from pathlib import Path

from tgkt.api.audited import relations, whole_of
from tgkt.loading.files import kept_size
from tgkt.results.least import Size
from tgkt.series.series import Knowledge


def size_of(folder: Path, knowledge: Knowledge) -> Size:
    """The figures of a lightest set that would reconcile all relations, and their weight.

    That of everything there is is kept between runs; that of an earlier clock is found anew.

    Args:
        folder: the data folder.
        knowledge: what is known, and up to when.
    """
    whole = whole_of(knowledge)
    if whole is None:
        return _found(folder, knowledge)
    return Size(*kept_size(folder, whole.catalogue, lambda: (*_found(folder, whole),)))


def _found(folder: Path, knowledge: Knowledge) -> Size:
    from tgkt.engine.check.least.least import least_size  # lazy: it is mostly kept

    return least_size(relations(folder, knowledge), knowledge)
