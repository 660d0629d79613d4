"""Terms beside their years, and yearly growth beside levels: they agree, or there is one finding."""

from __future__ import annotations

import pytest

from tgkt.engine.check.rules.terms import terms
from tgkt.report.words import in_words
from tgkt.results.check import Finding

from ..world import INDICATORS, world


def years(id: str, first: int, *values: str, at: str = "report") -> list[str]:
    """A figure for each year."""
    return [f"{id} merged {year} = {value} ({at}, {year})" for year, value in enumerate(values, first)]


def short(found: Finding) -> str:
    """Name and outcome."""
    return f"{found.id} {found.outcome}"


TERM = "growth merged 2021-2025 average = {} (report, p. 1)"
SUM = "people merged 2021-2025 total = {} (report, p. 1)"
RATES = years("growth", 2021, "5.0", "6.0", "7.0", "8.0", "9.0")  # 6.99 % a year
FLOW = years("people", 2021, "10", "11", "12", "13", "14")
CASES = {
    "a term alone": ([TERM.format("7.0")], []),
    "growth that its years make": (
        [TERM.format("7.0"), *RATES],
        ["growth.growth.merged.2021-2025.average consistent"],
    ),
    "growth that its years do not make": (
        [TERM.format("7.5"), *RATES],
        ["growth.growth.merged.2021-2025.average inconsistent"],
    ),
    "a year missing leaves it open": ([TERM.format("7.5"), *RATES[:4]], []),
    "growth that the levels of its ends make": (
        [TERM.format("7.0"), "output merged 2020 = 100 (report, a)", "output merged 2025 = 140 (report, b)"],
        ["growth.growth.merged.2021-2025.average consistent"],
    ),
    "growth that the levels of its ends do not make": (
        [TERM.format("8.0"), "output merged 2020 = 100 (report, a)", "output merged 2025 = 140 (report, b)"],
        ["growth.growth.merged.2021-2025.average inconsistent"],
    ),
    "a total that its years make": (
        [SUM.format("60"), *FLOW],
        ["series.people.merged.2021-2025.total consistent"],
    ),
    "a total that its years do not make": (
        [SUM.format("61"), *FLOW],
        ["series.people.merged.2021-2025.total inconsistent"],
    ),
    "a total below what four of five years make": (
        [SUM.format("40"), *FLOW[:4]],
        ["series.people.merged.2021-2025.total inconsistent"],
    ),
    "a total above what four of five years make": ([SUM.format("90"), *FLOW[:4]], []),
    "a share that averages": (
        ["share merged 2021-2022 average = 50.5 (report, p. 1)", *years("share", 2021, "50.0", "51.0")],
        ["series.share.merged.2021-2022.average consistent"],
    ),
    "rates that chain to the levels": (
        [
            *years("growth", 2021, "5.0", "6.0"),
            "output merged 2020 = 100.0 (report, a)",
            "output merged 2022 = 111.3 (report, b)",
        ],
        ["growth.growth.merged.2021-2022.levels consistent"],
    ),
    "rates that do not": (
        [
            *years("growth", 2021, "5.0", "6.0"),
            "output merged 2020 = 100.0 (report, a)",
            "output merged 2022 = 115.0 (report, b)",
        ],
        ["growth.growth.merged.2021-2022.levels inconsistent"],
    ),
    "a rate beside the levels of its year and the year before": (
        [*years("growth", 2022, "6.0"), *years("output", 2020, "100.0", "105.0", "120.0")],
        ["growth.growth.merged.2022.levels inconsistent"],
    ),
    "a rate missing between": (
        [
            *years("growth", 2021, "5.0"),
            "output merged 2020 = 100.0 (report, a)",
            "output merged 2022 = 150.0 (report, b)",
        ],
        [],
    ),
    "a forecast of the term": (
        ["growth merged 2021-2025 average = 9.5 (aims, p. 1)", *RATES],
        [],
    ),
}


@pytest.mark.parametrize(("figures", "expected"), CASES.values(), ids=CASES)
def test_what_is_known_twice_agrees_or_is_found(figures: list[str], expected: list[str]) -> None:
    """One finding for each term and each stretch between two levels."""
    assert [short(each) for each in terms(world(*figures))] == expected


def test_the_sentence_names_the_term_and_the_years() -> None:
    """Neutral, and with what could reconcile them."""
    (found,) = terms(world(TERM.format("7.5"), *RATES))
    assert in_words(found.sentence, "en") == (
        "“7.5” (the report, p. 1) and the figures of 2021, 2022, 2023, 2024, 2025 "
        "both hold only if they differ in scope or release."
    )
    assert found.kind == "growth"
    assert found.right
    assert f"{found.right.value:.3f}" == "6.991"
    assert len(found.statements) == 6


def test_current_levels_say_nothing_of_real_growth() -> None:
    """The level must have the price basis of the growth."""
    nominal = [each._replace(price=None) if each.id == "output" else each for each in INDICATORS.values()]
    figures = [*years("growth", 2021, "5.0"), *years("output", 2020, "100.0", "150.0")]
    assert list(terms(world(*figures, indicators=nominal))) == []
