"""Declared identities put to the test: outcomes and sides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tgkt.engine.check.identities import check_identity
from tgkt.facts.indicator import Words
from tgkt.facts.parsing import parse_identity
from tgkt.reason import Reason
from tgkt.report.words import in_words
from tgkt.results.check import Finding

from .world import declared, world

FIGURES = (
    "people merged 2025 = 400 (report, a)",
    "people north 2025 = 300 (report, b)",
    "people south 2025 = 100 (report, c)",
    "share merged 2025 = 75.0 (report, d)",
    "share north 2025 = 80.0 (report, e)",
    "share south 2025 = 60 (report, f)",
    "growth merged 2021-2025 average = 7.0 (report, g)",
    "output merged 2020 = 100 (report, h)",
    "output merged 2025 = 140 (report, i)",
)
IF = Words("cùng phạm vi", "one scope")


def found(formula: str, *alternatives: str, **changes: Any) -> Finding:
    """The finding of one identity."""
    others = tuple(parse_identity(each) for each in alternatives)
    return check_identity(declared(formula, alternatives=others, **changes), world(*FIGURES))


SUM = "people[merged, 2025] == people[north, 2025] + people[south, 2025]"
SHORT = "people[merged, 2025] == people[north, 2025]"
CASES = {
    "it holds": (SUM, (), None, "consistent"),
    "it does not": (SHORT, (), None, "inconsistent"),
    "rounding lets it hold": ("share[south, 2025] == 0.604", (), None, "consistent"),
    "rounding does not": ("share[south, 2025] == 0.606", (), None, "inconsistent"),
    "at least": ("share[north, 2025] >= share[south, 2025]", (), None, "consistent"),
    "at least, and it is less": ("share[south, 2025] >= share[north, 2025]", (), None, "inconsistent"),
    "at most": ("share[south, 2025] <= share[north, 2025]", (), None, "consistent"),
    "at most, and it is more": ("share[north, 2025] <= share[south, 2025]", (), None, "inconsistent"),
    "it holds under an assumption": (SUM, (), IF, "needs_assumption"),
    "it does not hold under the only assumption": (SHORT, (), IF, "needs_assumption"),
    "it holds under another value of the assumption": (SHORT, (SUM,), IF, "needs_assumption"),
    "it holds under none": (SHORT, ("people[merged, 2025] == people[south, 2025]",), IF, "inconsistent"),
    "a figure is not printed": ("people[merged, 2024] == people[merged, 2025]", (), None, "not_computable"),
    "people are no share": ("people[merged, 2025] == share[merged, 2025]", (), None, "not_computable"),
    "a divisor that may be zero": ("1 / (share[south, 2025] - 0.6) == 1", (), None, "not_computable"),
}


@pytest.mark.parametrize(("formula", "others", "assumes", "expected"), CASES.values(), ids=CASES)
def test_the_outcome_of_an_identity(
    formula: str, others: tuple[str, ...], assumes: Words | None, expected: str
) -> None:
    """Do the intervals of both sides meet, with or without an assumption?"""
    assert found(formula, *others, assumes=assumes).outcome == expected


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("people[merged, 2024] == people[merged, 2025]", "not_printed"),
        ("people[merged, 2025] == share[merged, 2025]", "units"),
        ("1 / (share[south, 2025] - 0.6) == 1", "division_by_zero"),
    ],
)
def test_what_cannot_be_computed_says_why(formula: str, reason: str) -> None:
    """A code with its figures, and no sides."""
    told = found(formula)
    assert told.reason
    assert (told.reason.code, told.left, told.closings) == (reason, None, ())
    assert (told.sentence == Reason("sides_unknown")) is (reason == "not_printed")


ZEROES = {
    "a divisor": "1 / (share[south, 2025] - 0.6) == 1",
    "a divisor on the other side": "1 == people[merged, 2025] / (share[south, 2025] - 0.6)",
    "a power below zero": "(share[south, 2025] - 0.6) ** -1 == 1",
    "a weight between equal parts": "weight(share[merged, 2025], share[north, 2025], share[north, 2025]) == 0.5",
    "growth from a level": "average_growth(people[merged, 2025] - 400, people[merged, 2025], 5) == 0.1",
    "a path from a level": "path_total(share[south, 2025] - 0.6, share[north, 2025], 5) == 1",
    "a divisor of an alternative": f"{SHORT} | 1 / (share[south, 2025] - 0.6) == 1",
}


@pytest.mark.parametrize("formula", ZEROES.values(), ids=[*ZEROES])
def test_what_may_be_zero_is_no_missing_figure(formula: str) -> None:
    """Whatever asks for it, and whatever an expert says about the relation."""
    says = Words("Chỉ đúng nếu …", "It holds only if …")
    told = found(*formula.split(" | "), assumes=IF, says=says)
    assert told.reason
    assert told.reason.code != "not_printed"
    if told.outcome == "not_computable":
        assert in_words(told.sentence, "en").startswith("A side cannot be computed: ")


def test_a_divisor_that_may_be_zero_is_told() -> None:
    """The sentence says what is in the way."""
    told = found("1 / (share[south, 2025] - 0.6) == 1")
    assert in_words(told.sentence, "en") == "A side cannot be computed: the divisor may be zero."


ALONE = {
    "a figure beside a number": (
        "share[south, 2025] == 0.606",
        "“60” (the report, f) fits the relation only if it is ",
    ),
    "a figure beside a bound": ("share[south, 2025] >= 0.7", "“60” (the report, f) fits the relation only if it is "),
    "two figures": (SHORT, "“400” (the report, a) and “300” (the report, b) hold together only if one of them differs"),
}


@pytest.mark.parametrize(("formula", "start"), ALONE.values(), ids=[*ALONE])
def test_one_figure_and_several_agree_with_their_verb(formula: str, start: str) -> None:
    """It fits, they hold together."""
    assert in_words(found(formula).sentence, "en").startswith(start)


def test_a_reason_of_an_alternative_is_told() -> None:
    """Where the identity itself can be computed."""
    told = found(SUM, "people[merged, 2025] == people[merged, 2024]", assumes=IF)
    assert told.reason
    assert told.reason.code == "not_printed"


SIDES = {
    SHORT: ("400", "300", "người", "100"),
    "share[south, 2025] == 0.606": ("60", "60.6", "%", "-0.1"),
    "share[north, 2025] - share[south, 2025] == 0.15": ("20", "15", "điểm %", "4.45"),
    "output[merged, 2025] == output[merged, 2020] * 2": ("140", "200", "tỷ đồng", "-58.5"),
    "output[merged, 2025] / output[merged, 2020] == 2": ("1.4", "2", "lần", "-0.58794"),
}


@pytest.mark.parametrize(("formula", "expected"), SIDES.items())
def test_both_sides_are_told_in_one_unit(formula: str, expected: tuple[str, str, str, str]) -> None:
    """That of the first figure of their kind, and the residual in it."""
    told = found(formula)
    assert told.left
    assert told.right
    assert told.residual is not None
    numbers = [f"{Decimal(f'{each:.6g}').normalize():f}" for each in (told.left.value, told.right.value, told.residual)]
    assert (numbers[0], numbers[1], told.left.unit.text, numbers[2]) == expected


def test_the_sentence_is_the_declared_one() -> None:
    """Else one for the outcome."""
    said = Words("chỉ cùng đúng nếu", "both hold only if")
    assert found(SHORT, says=said).sentence is said
    assert in_words(found(SHORT).sentence, "en") == (
        "“400” (the report, a) and “300” (the report, b) hold together only if one of them differs: by the rest, "
        "Share of 2025 is 300 people."
    )
    assert in_words(found("share[north, 2025] + share[south, 2025] == 1").sentence, "en") == (
        "“80.0” (the report, e) and “60” (the report, f) hold together only if one of them differs: they make "
        "139.45 - 140.55 %, not 100 %."
    )
    assert in_words(found("share[south, 2025] >= share[north, 2025]").sentence, "en") == (
        "“60” (the report, f) and “80.0” (the report, e) hold together only if one of them differs."
    )
    assert in_words(found("output[merged, 2025] / output[merged, 2020] == share[north, 2025]").sentence, "en") == (
        "“140” (the report, i), “100” (the report, h) and “80.0” (the report, e) hold together only if one of them "
        "differs."
    )
    assert found(SUM).sentence == Reason("sides_agree")


def test_the_figures_it_rests_on() -> None:
    """Each once, with its indicator and area."""
    told = found("people[merged, 2025] - people[merged, 2025] == people[north, 2025]")
    assert [each.printed for each in told.statements] == ["400", "300"]
    assert told.indicators == (("people", "merged"), ("people", "north"))
