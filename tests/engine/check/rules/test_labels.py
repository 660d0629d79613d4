"""Official labels beside the grade of the result printed in their row."""

from __future__ import annotations

import pytest
from builders import row, statement

from tgkt.engine.check.rules.labels import labels
from tgkt.facts.catalogue import Severity
from tgkt.facts.statement import Statement
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.series.printed import Clock

from ..world import SHARE, goal, told, world

TARGET = goal("share merged 2025 = 70 (resolution, p. 1)")
ONE_HIGHER = "share merged 2025 = 95.0 (yearbook, p. 1) official"


def result(value: str) -> Statement:
    """The result printed in the row."""
    return told(f"share merged 2025 = {value} (report, row 1)", 60)


def found(label: str | None, *figures: str, came: Statement | None, target: Statement = TARGET) -> list[Finding]:
    """The findings about one row."""
    line = row(indicator=SHARE, target=target, result=came, official=label, code="7")
    return list(labels(world(*figures, rows=[line], clock=Clock(2027))))


CASES = {
    "met": ("Đạt mục tiêu", "70", "consistent low"),
    "exceeded": ("Vượt mục tiêu", "71.2", "consistent low"),
    "not met": ("Không đạt", "65.0", "consistent low"),
    "met instead of exceeded is of degree": ("Đạt mục tiêu", "71.2", "inconsistent low"),
    "met instead of not met is of outcome": ("Đạt mục tiêu", "65.0", "inconsistent high"),
    "a label that names no grade": ("Tích cực", "65.0", "needs_assumption low"),
    "no label": (None, "65.0", ""),
}


@pytest.mark.parametrize(("label", "value", "expected"), CASES.values(), ids=CASES)
def test_a_label_is_held_against_the_rule(label: str | None, value: str, expected: str) -> None:
    """The same grade agrees; another one is of degree or of outcome."""
    told = [f"{each.outcome} {each.severity}" for each in found(label, came=result(value))]
    assert told == ([expected] if expected else [])


def test_a_label_is_about_the_figure_it_stands_beside() -> None:
    """A yearbook that prints 95 % does not make "not met" beside 65 % another label."""
    (only,) = found("Không đạt", ONE_HIGHER, came=result("65.0"))
    assert only.outcome == "consistent"
    assert "“65.0”" in in_words(only.sentence, "en")
    assert [each.printed for each in only.statements] == ["70", "65.0"]


def test_a_label_that_names_no_grade_is_said_to() -> None:
    """With the figures that it stands beside."""
    (only,) = found("Tích cực", came=result("65.0"))
    assert in_words(only.sentence, "en") == (
        "The label “Tích cực” in row 7 of merged names no grade: which one it stands for is not said."
    )
    assert [each.printed for each in only.statements] == ["70", "65.0"]


def test_a_label_without_figures_rests_on_nothing() -> None:
    """Neither a target nor a result stands in the row."""
    line = row(indicator=SHARE, target=None, result=None, official="Đạt mục tiêu", code="7")
    (only,) = labels(world(rows=[line], clock=Clock(2027)))
    assert in_words(only.sentence, "en").endswith(
        "in row 7 of merged stands without a target and without a result: nothing shows what it rests on."
    )
    assert (only.outcome, only.severity, only.statements) == ("needs_assumption", "low", ())
    assert only.indicators == (("share", "merged"),)


def test_the_sentence_names_row_label_and_grade() -> None:
    """In both languages."""
    (only,) = found("Đạt mục tiêu", came=result("65.0"))
    assert in_words(only.sentence, "en") == (
        "The label “Đạt mục tiêu” in row 7 of merged and the result “65.0” against “70” (by the rule: not met) both "
        "hold only if labels follow another rule."
    )
    assert "(theo quy tắc: không đạt) chỉ cùng đúng nếu đánh giá theo một quy tắc khác" in in_words(only.sentence, "vi")


def test_words_are_graded_by_what_the_document_says_of_them() -> None:
    """A milestone that was reached and is labelled "not met"."""
    built = statement(period=TARGET.period, printed="built")
    (only,) = found("Không đạt", came=built._replace(reached=True), target=built)
    assert (only.outcome, only.severity) == ("inconsistent", Severity.HIGH)


def test_a_row_without_a_result_has_no_label_to_judge() -> None:
    """Nothing stands beside the label."""
    assert found("Đạt mục tiêu", ONE_HIGHER, came=None) == []
