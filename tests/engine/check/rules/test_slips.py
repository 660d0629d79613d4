"""Figures that look wrong beside their series, as findings."""

from __future__ import annotations

import pytest

from tgkt.engine.check.rules.slips import slips
from tgkt.report.words import in_words
from tgkt.results.check import Finding

from ..world import world


def found(*values: str, of: list[str] | None = None) -> list[Finding]:
    """The findings about figures of output in 2024, 2025 and so on."""
    figures = [f"output merged {year} = {value} (report, p. {year})" for year, value in enumerate(values, 2024)]
    return list(slips(world(*figures), of))


SAID = {
    "a thousand times too large": (
        ("120", "131", "145000"),
        "“145000” (the report, p. 2026) does not continue “131” (the report, p. 2025) of 2025, and 145.000 would: it "
        "looks 1,000 times too large.",
    ),
    "a hundred times too small": (
        ("12000", "13100", "145"),
        "“145” (the report, p. 2026) does not continue “13100” (the report, p. 2025) of 2025, and 14,500 would: it "
        "looks 100 times too small.",
    ),
    "a digit is left out": (
        ("120", "144", "14"),
        "“14” (the report, p. 2026) does not continue “144” (the report, p. 2025) of 2025, and 144 would: a digit "
        "looks left out.",
    ),
    "the decimal mark is lost": (
        ("120.4", "131.2", "1452"),
        "“1452” (the report, p. 2026) does not continue “131.2” (the report, p. 2025) of 2025, and 145.2 would: the "
        "decimal mark looks lost, or read as grouping.",
    ),
    "grouping is read as the decimal mark": (
        ("1204", "1312", "1.452"),
        "“1.452” (the report, p. 2026) does not continue “1312” (the report, p. 2025) of 2025, and 1,452 would: "
        "grouping looks read as the decimal mark.",
    ),
    "far from the last": (
        ("120", "131", "600"),
        "“600” (the report, p. 2026) is far from “131” (the report, p. 2025) of 2025: both hold only if it moved that "
        "much, or scopes differ.",
    ),
}


@pytest.mark.parametrize(("values", "says"), SAID.values(), ids=[*SAID])
def test_it_is_named_as_what_it_looks_like(values: tuple[str, ...], says: str) -> None:
    """With the value that would fit."""
    [told] = found(*values)
    assert in_words(told.sentence, "en") == says
    assert (told.id, told.kind, told.outcome) == ("slip.output.merged.2026", "slip", "needs_assumption")


def test_a_slip_matters_more_than_a_jump() -> None:
    """Both rest on the figure and the one before it."""
    [slip], [jump] = found("120", "131", "145000"), found("120", "131", "600")
    assert (slip.severity, jump.severity) == ("medium", "low")
    assert [each.printed for each in slip.statements] == ["145000", "131"]
    assert slip.left is not None
    assert slip.right is not None
    assert [str(slip.left.value), str(slip.right.value)] == ["145000", "131"]
    assert slip.indicators == (("output", "merged"),)


def test_a_series_that_goes_on_has_none() -> None:
    """Nor has an indicator that was not asked for."""
    assert found("120", "131", "145") == []
    assert found("120", "131", "145000", of=["people"]) == []
