"""Marks beside figures: which findings of the audit rest on them."""

from __future__ import annotations

from pathlib import Path

from tgkt.loading.files import Marks, kept_marks
from tgkt.series.series import Knowledge


def marks(folder: Path, knowledge: Knowledge) -> Marks:
    """Ids and outcomes of the audit's findings by the place where a figure is declared.

    The marks of everything there is are kept between runs; those of an earlier clock are found anew.

    Args:
        folder: the data folder.
        knowledge: what is known, and up to when.
    """
    whole = whole_of(knowledge)
    return _found(knowledge) if whole is None else kept_marks(folder, whole.catalogue, lambda: _found(whole))


def whole_of(knowledge: Knowledge) -> Knowledge | None:
    """Everything there is, where that is what is known as far as the audit goes; None for an earlier clock."""
    whole = Knowledge(knowledge.catalogue)
    is_whole = knowledge.clock._replace(plan_baseline=False, across_breaks=False) == whole.clock
    return whole if is_whole else None


def _found(knowledge: Knowledge) -> Marks:
    from tgkt.engine.check.audit import audit, marks_of  # lazy: the audit needs pint, and its marks are mostly kept
    from tgkt.engine.check.causes import by_cause  # lazy: as above

    return marks_of(by_cause(audit(knowledge), knowledge))
