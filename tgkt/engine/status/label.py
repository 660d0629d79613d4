"""A computed grade beside the document's own label.

The labels "Vượt mục tiêu", "Đạt mục tiêu" and "Không đạt" are read as exceeded, met and not met. A
label that says something else ("Tích cực") is not compared. Disagreement on pass or fail is one of
outcome; "met" against "exceeded" is one of degree.
"""

from __future__ import annotations

from tgkt.results.status import Agreement, Grade

_LABELS = (("không đạt", Grade.NOT_MET), ("vượt", Grade.EXCEEDED), ("đạt", Grade.MET))


def read_label(official: str | None) -> Grade | None:
    """The grade an official label stands for, or None when it names none."""
    words = (official or "").casefold()
    return next((grade for start, grade in _LABELS if words.startswith(start)), None)


def agreement(grade: Grade, official: str | None) -> Agreement | None:
    """Compare a grade with a label; None when there is nothing to compare."""
    label = read_label(official)
    if label is None or not grade.assessed:
        return None
    if label is grade:
        return Agreement.AGREES
    return Agreement.DEGREE if label.passed == grade.passed else Agreement.OUTCOME
