"""Words of documents that grade a figure, or all targets of a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import row

from tgkt.engine.check.rules.gradings import gradings, overall
from tgkt.facts.plan import Row
from tgkt.facts.statement import Passage, Statement
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge
from tgkt.source import Source

from ..world import SHARE, goal, told, world

REPORT, REVIEW = "share merged 2025 = {} (report, p. 1)", "share merged 2025 = {} (review, p. 2)"


def graded(line: str, words: str | None, place: int) -> Statement:
    """A figure with the words that grade it."""
    return told(line, place, official=words)


def line(result: str, label: str | None, target: str = "70", code: str = "7") -> Row:
    """A row with its target, its result and its label."""
    came = told(f"share merged 2025 = {result} (report, row {code})", 60 + int(code))
    promised = goal(f"share merged 2025 = {target} (resolution, row {code})")
    return row(indicator=SHARE, target=promised, result=came, official=label, code=code)


def found(*figures: Statement, rows: list[Row] | None = None) -> list[str]:
    """What is found about graded figures."""
    known = world(*figures, rows=rows or [], clock=Clock(2027))
    return [f"{each.outcome} {each.severity} {len(each.statements)}" for each in gradings(known)]


CASES = {
    "one document alone": ([(REPORT, "71", "vượt kế hoạch đề ra")], None, []),
    "two say the same": (
        [(REPORT, "71", "vượt kế hoạch"), (REVIEW, "71", "vượt mục tiêu")],
        None,
        ["consistent low 2"],
    ),
    "exceeded and met": (
        [(REPORT, "71", "vượt kế hoạch đề ra"), (REVIEW, "71", "đạt mục tiêu Nghị quyết đề ra")],
        None,
        ["needs_assumption low 2"],
    ),
    "met and not met": ([(REPORT, "71", "đạt mục tiêu"), (REVIEW, "71", "không đạt")], None, ["inconsistent high 2"]),
    "of other figures": ([(REPORT, "71", "đạt mục tiêu"), (REVIEW, "65", "không đạt")], None, []),
    "words that name no grade": ([(REPORT, "71", "tăng nhanh"), (REVIEW, "71", "đạt mục tiêu")], None, []),
    "a text beside the label of the row": (
        [(REVIEW, "71", "đạt mục tiêu")],
        line("71", "Vượt mục tiêu"),
        ["needs_assumption low 3"],
    ),
    "a text and the label as the rule": (
        [(REVIEW, "71", "vượt mục tiêu")],
        line("71", "Vượt mục tiêu"),
        ["consistent low 3"],
    ),
    "a text beside the rule, where the row has no label": (
        [(REVIEW, "65", "đạt mục tiêu")],
        line("65", None),
        ["inconsistent high 2"],
    ),
    "a label without a text is judged by itself": ([(REVIEW, "71", None)], line("71", "Không đạt"), []),
}


@pytest.mark.parametrize(("lines", "beside", "expected"), CASES.values(), ids=[*CASES])
def test_gradings_of_one_figure(
    lines: list[tuple[str, str, str | None]], beside: Row | None, expected: list[str]
) -> None:
    """Held against each other, against the label of the row and against the rule."""
    figures = [graded(text.format(value), words, place) for place, (text, value, words) in enumerate(lines, 1)]
    assert found(*figures, rows=[beside] if beside else None) == expected


def test_each_grading_has_its_document_and_place() -> None:
    """And the rule its target."""
    text = graded(REVIEW.format("71"), "đạt mục tiêu Nghị quyết đề ra", 1)
    (only,) = gradings(world(text, rows=[line("71", "Vượt mục tiêu")], clock=Clock(2027)))
    assert only.id == "label.share.merged.2025"
    assert in_words(only.sentence, "en") == (
        "“đạt mục tiêu Nghị quyết đề ra” of “71” (the review, p. 2), “Vượt mục tiêu” of “71” (the report, row 7) and "
        "“exceeded” against “70” by the rule grade one figure differently: they hold together only if they rest on "
        "different targets or on different rules."
    )


def whole(*rows: Row, year: int = 2027) -> list[Finding]:
    """What is found about words on a plan with these rows."""
    clock = Clock(year)
    known = world(rows=rows, clock=clock)
    (plan,) = known.catalogue.plans.values()
    said = Passage("các chỉ tiêu đều hoàn thành", "review", "p. 3", Source("plan.yaml", 3, 1))
    catalogue = replace(known.catalogue, plans={plan.id: plan._replace(overall=(said,))})
    return list(overall(Knowledge(catalogue, clock)))


def test_words_on_a_whole_plan_stand_beside_its_counts() -> None:
    """By the labels of its rows, and by the rule; a row without a label is counted by the rule alone."""
    rows = (line("71", "Vượt mục tiêu", code="1"), line("65", "Không đạt", code="2"), line("64", None, code="3"))
    (only,) = whole(*rows)
    assert (only.id, only.outcome, only.severity) == ("label.targets", "needs_assumption", "medium")
    assert in_words(only.sentence, "en") == (
        "The table of the plan (rows met: 1 of 2 by label, 1 of 3 by the rule) and “các chỉ tiêu đều hoàn thành” (the "
        "review, p. 3) hold together only if the words leave the other rows out."
    )
    assert "(số dòng đạt: 1/2 theo đánh giá trong bảng, 1/3 theo quy tắc)" in in_words(only.sentence, "vi")


def test_words_on_a_plan_that_is_met_agree() -> None:
    """Nothing is left out."""
    (only,) = whole(line("71", "Vượt mục tiêu", code="1"), line("70", "Đạt mục tiêu", code="2"))
    assert (only.outcome, only.severity) == ("consistent", "low")
    assert in_words(only.sentence, "en").endswith("agree.")


def test_words_on_a_plan_say_nothing_before_its_deadlines() -> None:
    """No row is graded yet, and none has a label."""
    assert whole(line("71", None, code="1"), year=2024) == []
