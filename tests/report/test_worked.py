"""A relation with its numbers put in: where brackets are needed, and how each language writes numbers and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import statement

from tgkt.engine.check.resolution import cited
from tgkt.facts.indicator import Words
from tgkt.facts.parsing import parse_identity
from tgkt.facts.units import parse_unit
from tgkt.report.worked import worked
from tgkt.results.check import Equation, Numbers

PEOPLE, SHARE, GROWTH = (parse_unit(text) for text in ("nghìn người", "%", "%/năm"))
FIGURES = {
    "people[merged, 2025]": statement("1845.7", unit=PEOPLE),
    "people[north, 2025]": statement("300", unit=PEOPLE),
    "people[south, 2025]": statement("100", unit=PEOPLE),
    "share[south, 2025]": statement("60", unit=SHARE),
    "share[merged, 2025]": statement("75.0", unit=SHARE),
    "growth[merged, 2021-2025]": statement("7.0", unit=GROWTH),
    "growth[north, 2021-2025]": statement("12.8 - 13.0", unit=GROWTH),
}
EQUATIONS = {
    "people[merged, 2025] == people[north, 2025] + people[south, 2025]": (
        "1,845.7 thousand people = 300 thousand people + 100 thousand people",
        "1.845,7 nghìn người = 300 nghìn người + 100 nghìn người",
    ),
    "share[merged, 2025] >= share[south, 2025] * 1.2": ("75.0 % ≥ 60 % × 1.2", "75,0% ≥ 60% × 1,2"),
    "(people[north, 2025] + 1) * 2 <= -people[south, 2025] + 9": (
        "(300 thousand people + 1) × 2 ≤ -100 thousand people + 9",
        "(300 nghìn người + 1) × 2 ≤ -100 nghìn người + 9",
    ),
    "people[north, 2025] - (people[south, 2025] - 1) == 1": (
        "300 thousand people - (100 thousand people - 1) = 1",
        "300 nghìn người - (100 nghìn người - 1) = 1",
    ),
    "people[north, 2025] / (people[south, 2025] * 2) == 1": (
        "300 thousand people / (100 thousand people × 2) = 1",
        "300 nghìn người / (100 nghìn người × 2) = 1",
    ),
    "compound(growth[merged, 2021-2025], 5) == 1": ("compound(7.0 %/year, 5) = 1", "compound(7,0%/năm, 5) = 1"),
    "compound(growth[north, 2021-2025], 5) == 1": (
        "compound([12.8; 13.0] %/year, 5) = 1",
        "compound([12,8; 13,0]%/năm, 5) = 1",
    ),
    "people[merged, 2024] == 1": ("? = 1", "? = 1"),
}


@pytest.mark.parametrize(("formula", "expected"), EQUATIONS.items())
def test_the_formula_with_numbers_put_in(formula: str, expected: tuple[str, str]) -> None:
    """Brackets only where they are needed, a question mark for what is not printed, each language's own marks."""
    identity = parse_identity(formula)
    figures = tuple((each, FIGURES[str(each)]) for each in cited(identity) if str(each) in FIGURES)
    assert tuple(worked(Equation(identity, figures), lang) for lang in ("en", "vi")) == expected


LISTS = {
    "documents' words": (
        Numbers((Words("“75”", "“75”"), Words("5 người", "5 people"))),
        "“75”; 5 people",
        "“75”; 5 người",
    ),
    "numbers in one unit": (
        Numbers((Decimal("71.04"), (Decimal("71.0"), SHARE)), " = "),
        "71.04 = 71.0 %",
        "71,04 = 71,0%",
    ),
    "nothing": (None, "", ""),
}


@pytest.mark.parametrize(("relation", "english", "vietnamese"), LISTS.values(), ids=LISTS)
def test_facts_one_after_another(relation: Numbers | None, english: str, vietnamese: str) -> None:
    """With the mark that belongs between them."""
    assert (worked(relation, "en"), worked(relation, "vi")) == (english, vietnamese)
