"""What would close an identity: each figure in turn solved for."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from tgkt.engine.check.audit import audit
from tgkt.engine.check.closings import closings, closings_of
from tgkt.engine.check.resolution import resolve
from tgkt.facts.parsing import parse_identity
from tgkt.series.series import Knowledge

from .world import declared, world

FIGURES = (
    "people merged 2025 = 400 (report, a)",
    "people north 2025 = 250 (report, b)",
    "people south 2025 = 100 (report, c)",
    "share merged 2025 = 75.0 (report, d)",
    "share north 2025 = 80.0 (report, e)",
    "growth merged 2021-2025 average = 7.0 (report, f)",
    "output merged 2020 = 100 (report, g)",
    "output merged 2025 = 150 (report, h)",
)
SUM = "people[merged, 2025] == people[north, 2025] + people[south, 2025]"


def solved(formula: str) -> dict[str, str]:
    """What each figure would have to be, with six digits."""
    identity, known = parse_identity(formula), world(*FIGURES)
    found = closings(identity, resolve(identity, known), known)
    return {each.figure: f"{Decimal(f'{each.needed:.6g}').normalize():f} {each.unit}" for each in found}


CASES = {
    "a sum": (
        SUM,
        {"people[merged, 2025]": "350 người", "people[north, 2025]": "300 người", "people[south, 2025]": "150 người"},
    ),
    "a product": (
        "people[merged, 2025] * share[merged, 2025] == people[north, 2025]",
        {
            "people[merged, 2025]": "333.333 người",
            "share[merged, 2025]": "62.5 %",
            "people[north, 2025]": "300 người",
        },
    ),
    "growth, which is not linear": (
        "output[merged, 2025] == output[merged, 2020] * compound(growth[merged, 2021-2025], 5)",
        {
            "output[merged, 2025]": "140.255 tỷ đồng",
            "output[merged, 2020]": "106.948 tỷ đồng",
            "growth[merged, 2021-2025]": "8.44718 %/năm",
        },
    ),
    "beyond the limit of a share": (
        "share[merged, 2025] == share[north, 2025] * 1.5",
        {"share[north, 2025]": "50 %"},  # 120 % of anything is no share
    ),
    "below zero people": (
        "people[south, 2025] == people[north, 2025] - people[merged, 2025]",
        {
            "people[north, 2025]": "500 người",
            "people[merged, 2025]": "150 người",
        },
    ),
    "a figure on both sides that cancels": ("people[south, 2025] - people[south, 2025] == 1", {}),
    "a figure that is not printed": ("people[south, 2025] == people[south, 2024]", {}),
}


@pytest.mark.parametrize(("formula", "expected"), CASES.values(), ids=CASES)
def test_what_each_figure_would_have_to_be(formula: str, expected: dict[str, str]) -> None:
    """The others as printed; what cannot be is left out."""
    assert solved(formula) == expected


def test_the_callers_context_changes_nothing() -> None:
    """Forty digits throughout."""
    identity, known = parse_identity(CASES["growth, which is not linear"][0]), world(*FIGURES)
    plain = closings(identity, resolve(identity, known), known)
    with localcontext(prec=6):
        assert closings(identity, resolve(identity, known), known) == plain


def test_only_findings_whose_sides_are_apart_are_solved() -> None:
    """Each by its id, as the audit takes breaks and baselines whatever the clock says of them."""
    holds = "people[north, 2025] == 2.5 * people[south, 2025]"
    known = world(*FIGURES, identities=[declared(SUM, "sum"), declared(holds, "holds")])
    clock = known.clock._replace(across_breaks=True, plan_baseline=True)
    found = audit(known)
    assert {"sum", "holds"} <= {each.id for each in found}
    for one in (known, Knowledge(known.catalogue, clock)):
        solved = closings_of(found, one)
        assert [each.figure for each in solved["sum"]] == [
            "people[merged, 2025]",
            "people[north, 2025]",
            "people[south, 2025]",
        ]
        assert "holds" not in solved
