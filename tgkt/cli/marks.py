"""Marks beside figures: which findings of the audit rest on them."""

from __future__ import annotations

from pathlib import Path

from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import Marks, kept_marks
from tgkt.series.series import Knowledge


def marks(folder: Path, catalogue: Catalogue) -> Marks:
    """Ids and outcomes of the audit's findings by the place where a figure is declared."""

    def make() -> Marks:
        from tgkt.engine.check.audit import (  # lazy: the audit needs pint, and its marks are kept between runs
            audit,
            marks_of,
        )

        return marks_of(audit(Knowledge(catalogue)))

    return kept_marks(folder, make)
