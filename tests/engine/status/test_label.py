"""A computed grade beside the document's own label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, vietnamese

from tgkt.engine.status.label import agreement, read_label
from tgkt.results.status import Agreement, Grade

EXCEEDED, MET, NOT_MET = Grade.EXCEEDED, Grade.MET, Grade.NOT_MET
LABELS = {EXCEEDED: "Vượt mục tiêu", MET: "Đạt mục tiêu", NOT_MET: "Không đạt"}


@pytest.mark.parametrize(
    ("label", "grade"),
    [
        pytest.param("Vượt mục tiêu", EXCEEDED, id="Vượt mục tiêu is exceeded"),
        pytest.param("Đạt mục tiêu", MET, id="Đạt mục tiêu is met"),
        pytest.param("Không đạt", NOT_MET, id="Không đạt is not met"),
        pytest.param("Không Đạt", NOT_MET, id="Không Đạt with a capital is not met"),
        pytest.param("Không đạt mục tiêu", NOT_MET, id="Không đạt mục tiêu is not met"),
        pytest.param("ĐẠT MỤC TIÊU", MET, id="capitals make no difference"),
        pytest.param("Tích cực", None, id="Tích cực names no grade"),
        pytest.param("Chưa đạt", None, id="a label that is not in the documents is not guessed"),
        pytest.param("", None, id="an empty cell names no grade"),
        pytest.param(None, None, id="no cell names no grade"),
    ],
)
def test_labels_stand_for_grades(label: str | None, grade: Grade | None) -> None:
    """The three labels of the documents stand for the three grades; other words stand for none."""
    assert grade is read_label(label)


@pytest.mark.parametrize(
    ("grade", "label", "expected"),
    [
        (EXCEEDED, EXCEEDED, Agreement.AGREES),
        (EXCEEDED, MET, Agreement.DEGREE),
        (EXCEEDED, NOT_MET, Agreement.OUTCOME),
        (MET, EXCEEDED, Agreement.DEGREE),
        (MET, MET, Agreement.AGREES),
        (MET, NOT_MET, Agreement.OUTCOME),
        (NOT_MET, EXCEEDED, Agreement.OUTCOME),
        (NOT_MET, MET, Agreement.OUTCOME),
        (NOT_MET, NOT_MET, Agreement.AGREES),
    ],
)
def test_grades_and_labels_differ_in_degree_or_in_outcome(grade: Grade, label: Grade, expected: Agreement) -> None:
    """Met against exceeded is a matter of degree; pass against fail is a matter of outcome."""
    assert expected is agreement(grade, LABELS[label])


@pytest.mark.parametrize("grade", [Grade.PENDING, Grade.NOT_ASSESSABLE])
@pytest.mark.parametrize("label", [*LABELS.values(), "Tích cực", None])
def test_without_a_grade_nothing_is_compared(grade: Grade, label: str | None) -> None:
    """A row without a computed grade neither agrees nor disagrees with its label."""
    assert agreement(grade, label) is None


@law
@given(st.sampled_from(list(Grade)), vietnamese)
def test_only_known_labels_are_compared(grade: Grade, words: str) -> None:
    """A label is compared exactly when it names a grade and a grade was computed."""
    assert (agreement(grade, words) is None) is (read_label(words) is None or not grade.assessed)
