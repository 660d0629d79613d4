"""Numbers that sentences of the audit quote are those that the printed figures make, both ends of them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from shipped import shipped

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.quantity import Quantity
from tgkt.facts.parsing import parse_general
from tgkt.series.reference import lookup
from tgkt.series.series import Knowledge

GRDP_BAC_KAN = "(revenue[bac_kan, 2025] / revenue_to_grdp[bac_kan, 2025])"
GRDP_THAI_NGUYEN = f"(grdp[merged, 2025] - {GRDP_BAC_KAN})"
GRDP_2020 = "(grdp[merged, 2025] / grdp.multiple[merged, 2025])"
AGRICULTURE_2030 = "(grdp_share_agriculture.target[merged, 2030] * grdp.target[merged, 2030])"
PER_HEAD_2030 = "(grdp.target[merged, 2030] / population.target[merged, 2030])"
INDUSTRY = (
    f"((grdp_share_industry[thai_nguyen, 2025] * {GRDP_THAI_NGUYEN} + grdp_share_industry[bac_kan, 2025] * "
    f"{GRDP_BAC_KAN}) / grdp[merged, 2025])"
)
WEIGHT = (
    "weight(grdp_per_capita[merged, 2025], grdp_per_capita[thai_nguyen, 2025, appendix], "
    "grdp_per_capita[bac_kan, 2025, appendix])"
)
INCOME = (
    f"(income_per_capita[thai_nguyen, 2025] - {WEIGHT} * (income_per_capita[thai_nguyen, 2025] - "
    "income_per_capita[bac_kan, 2025]))"
)
INVESTMENT_2025 = f"investment[merged, 2021-2025] / path_total({GRDP_2020}, grdp[merged, 2025], 5)"
INVESTMENT_2030 = "investment.target[merged, 2026-2030] / path_total(grdp[merged, 2025], grdp.target[merged, 2030], 5)"
LEFT_AFTER_CREDIT = "(enterprises_capital[merged, 2025] + credit[merged, 2025])"


@cache
def knowledge() -> Knowledge:
    return Knowledge(shipped())


def value(formula: str) -> Quantity:
    """A formula over the printed figures."""
    return evaluate(parse_general(formula), lookup(knowledge()))


def rounded(number: Decimal, times: str, digits: int) -> str:
    """A number of the formula as the English sentence writes it."""
    shown = (number * Decimal(times)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return f"{shown:,f}"


def said(id: str) -> tuple[str, str]:
    """The English and the Vietnamese sentence of an identity."""
    [found] = [each.says for each in shipped().identities if each.id == id]
    assert found is not None
    return found.en, found.vi


PERCENT, TRILLION, MILLION = "100", "1e-12", "1e-6"
RANGES = {
    "tea, of agriculture in 2030": (
        "tea_within_agriculture",
        f"tea_output.target[merged, 2030] / {AGRICULTURE_2030}",
        (PERCENT, 0),
    ),
    "agriculture in 2030": ("tea_within_agriculture", AGRICULTURE_2030, (TRILLION, 1)),
    "what tea leaves": (
        "tea_within_agriculture",
        f"{AGRICULTURE_2030} - tea_output.target[merged, 2030]",
        (TRILLION, 1),
    ),
    "exports over industry, old Thái Nguyên": (
        "exports_and_industry_of_thai_nguyen",
        "1 - compound(exports_growth[thai_nguyen, 2021-2025], 5) / "
        "compound(industry_output_growth[thai_nguyen, 2021-2025], 5)",
        (PERCENT, 0),
    ),
    "exports over industry, targets": (
        "target_exports_and_industry",
        "1 - compound(exports_growth.target[merged, 2026-2030], 5) / compound(iip_growth.target[merged, 2026-2030], 5)",
        (PERCENT, 0),
    ),
    "retail a head, old Thái Nguyên": (
        "retail_and_income_of_thai_nguyen",
        f"(retail_sales[merged, 2025] - retail_sales[bac_kan, 2025]) / {GRDP_THAI_NGUYEN} * "
        "grdp_per_capita[thai_nguyen, 2025, appendix]",
        (MILLION, 0),
    ),
    "retail a head, Bắc Kạn": (
        "retail_and_income_of_thai_nguyen",
        f"retail_sales[bac_kan, 2025] / {GRDP_BAC_KAN} * grdp_per_capita[bac_kan, 2025, appendix]",
        (MILLION, 0),
    ),
    "retail over GRDP in 2020": (
        "retail_and_grdp_growth",
        f"retail_sales[merged, 2025] / compound(retail_sales_growth[merged, 2021-2025], 5) / {GRDP_2020}",
        (PERCENT, 0),
    ),
    "income and investment in 2021-2025": (
        "target_income_and_investment_within_grdp",
        f"{INCOME} / grdp_per_capita[merged, 2025] + {INVESTMENT_2025}",
        (PERCENT, 0),
    ),
    "investment for a point of growth, 2021-2025": (
        "target_investment_per_point_of_growth",
        f"{INVESTMENT_2025} / grdp_growth[merged, 2021-2025]",
        ("1", 1),
    ),
    "investment of old Thái Nguyên over the term before": (
        "target_investment_pace",
        "investment[thai_nguyen, 2021-2025] / investment[thai_nguyen, 2016-2020]",
        ("1", 2),
    ),
    "revenue over GRDP in 2020": (
        "revenue_and_grdp_growth",
        f"revenue[merged, 2020] / {GRDP_2020}",
        (PERCENT, 1),
    ),
    "income over GRDP per head as aimed at": (
        "income_planned_for_thai_nguyen",
        "income_per_capita.target[thai_nguyen, 2025] / grdp_per_capita.target[thai_nguyen, 2025]",
        (PERCENT, 0),
    ),
    "income over GRDP per head as reached": (
        "income_planned_for_thai_nguyen",
        "income_per_capita.result[thai_nguyen, 2025] / grdp_per_capita.result[thai_nguyen, 2025]",
        (PERCENT, 0),
    ),
    "GRDP per head of old Thái Nguyên, aimed at over reached": (
        "grdp_per_head_planned_for_thai_nguyen",
        "grdp_per_capita.target[thai_nguyen, 2025] / grdp_per_capita.result[thai_nguyen, 2025] - 1",
        (PERCENT, 0),
    ),
    "what growth of old Thái Nguyên explains": (
        "grdp_per_head_planned_for_thai_nguyen",
        "compound(grdp_growth.target[thai_nguyen, 2021-2025], 5) / "
        "compound(grdp_growth.result[thai_nguyen, 2021-2025], 5) - 1",
        (PERCENT, 0),
    ),
    "GRDP per head of Bắc Kạn, reached over aimed at": (
        "grdp_per_head_planned_for_bac_kan",
        "grdp_per_capita.result[bac_kan, 2025] / grdp_per_capita.target[bac_kan, 2025] - 1",
        (PERCENT, 1),
    ),
    "growth of the sectors that have targets": (
        "target_growth_of_services",
        "grdp_share_agriculture[merged, 2025] * (agriculture_output_growth.target[merged, 2026-2030] - "
        f"agriculture_output_growth[merged, 2021-2025]) + {INDUSTRY} * (iip_growth.target[merged, 2026-2030] - "
        "industry_output_growth[merged, 2021-2025])",
        (PERCENT, 1),
    ),
}
SINGLE = {
    "capital of projects over that of enterprises": (
        "domestic_projects_capital_and_enterprises",
        "domestic_projects_capital[merged, 2025] / enterprises_capital[merged, 2025]",
        ("1", 1),
    ),
    "capital of projects over that of enterprises and credit": (
        "domestic_projects_capital_and_enterprises",
        f"domestic_projects_capital[merged, 2025] / {LEFT_AFTER_CREDIT}",
        ("1", 1),
    ),
    "capital of a project": (
        "domestic_projects_capital_per_project",
        "domestic_projects_capital[merged, 2025] / domestic_projects[merged, 2025]",
        (TRILLION, 2),
    ),
    "capital of a new project": (
        "domestic_projects_capital_per_project",
        "domestic_projects_new_capital[merged, 2021-2025] / domestic_projects_new[merged, 2021-2025]",
        (TRILLION, 2),
    ),
    "capital of a project in 2021": (
        "domestic_projects_capital_per_project",
        "domestic_projects_capital[thai_nguyen, 2021] / domestic_projects[thai_nguyen, 2021]",
        (TRILLION, 2),
    ),
    "enterprises needed a year": (
        "enterprises_needed_a_year",
        "(enterprises.aim[merged, 2030] - enterprises[merged, 2025]) / 5.5",
        ("1", 0),
    ),
    "enterprises founded a year": (
        "enterprises_needed_a_year",
        "new_enterprises[merged, 2021-2025] / 4.5",
        ("1", 0),
    ),
    "agriculture in 2025": (
        "tea_and_agriculture_of_2025",
        "grdp_share_agriculture[merged, 2025] * grdp[merged, 2025]",
        (TRILLION, 1),
    ),
    "GRDP per head over 2025": (
        "target_income_and_grdp_per_head",
        "grdp_per_capita.target[merged, 2030] / grdp_per_capita[merged, 2025]",
        ("1", 2),
    ),
    "GRDP per head that follows": ("target_income_and_grdp_per_head", PER_HEAD_2030, (MILLION, 1)),
    "income over GRDP per head that follows": (
        "target_income_and_grdp_per_head",
        f"income_per_capita.target[merged, 2030] / {PER_HEAD_2030}",
        (PERCENT, 0),
    ),
    "income over GRDP per head aimed at": (
        "target_income_and_grdp_per_head",
        "income_per_capita.target[merged, 2030] / grdp_per_capita.target[merged, 2030]",
        (PERCENT, 0),
    ),
    "1.5 times income over GRDP per head aimed at": (
        "target_income_and_grdp_per_head",
        f"income_per_capita.multiple[merged, 2030] * {INCOME} / grdp_per_capita.target[merged, 2030]",
        (PERCENT, 0),
    ),
    "retail, times in five years": (
        "retail_and_grdp_growth",
        "compound(retail_sales_growth[merged, 2021-2025], 5)",
        ("1", 2),
    ),
    "retail over GRDP in 2025": (
        "retail_and_grdp_growth",
        "retail_sales[merged, 2025] / grdp[merged, 2025]",
        (PERCENT, 1),
    ),
    "investment for a point of growth, targets": (
        "target_investment_per_point_of_growth",
        f"{INVESTMENT_2030} / grdp_growth.target[merged, 2026-2030]",
        ("1", 1),
    ),
    "investment for a point of growth at 68 %": (
        "target_investment_per_point_of_growth",
        "investment_to_grdp.target[merged, 2026-2030] / grdp_growth.target[merged, 2026-2030]",
        ("1", 1),
    ),
    "investment over the last term": (
        "target_investment_pace",
        "investment.target[merged, 2026-2030] / investment[merged, 2021-2025]",
        ("1", 2),
    ),
    "revenue over GRDP in 2025": (
        "revenue_and_grdp_growth",
        "revenue[merged, 2025] / grdp[merged, 2025]",
        (PERCENT, 1),
    ),
    "revenue, times in five years": (
        "revenue_and_grdp_growth",
        "revenue[merged, 2025] / revenue[merged, 2020]",
        ("1", 2),
    ),
    "transport projects completed, old Thái Nguyên": (
        "transport_completed_and_capital_thai_nguyen",
        "transport_projects_completed[thai_nguyen, 2021-2025] / transport_projects[thai_nguyen, 2021-2025]",
        (PERCENT, 0),
    ),
}


@pytest.mark.parametrize(("id", "formula", "shown"), RANGES.values(), ids=RANGES)
def test_a_range_in_a_sentence_is_what_the_figures_allow(id: str, formula: str, shown: tuple[str, int]) -> None:
    """Both ends, in both languages."""
    low, high = (rounded(end, *shown) for end in (value(formula).interval.low, value(formula).interval.high))
    english, vietnamese = said(id)
    assert f"{low} - {high}" in english
    assert f"{low} - {high}".replace(".", ",") in vietnamese


@pytest.mark.parametrize(("id", "formula", "shown"), SINGLE.values(), ids=SINGLE)
def test_a_number_in_a_sentence_is_that_of_the_figures(id: str, formula: str, shown: tuple[str, int]) -> None:
    """In both languages."""
    number = rounded(value(formula).value, *shown)
    english, vietnamese = said(id)
    assert number in english
    assert number.translate(str.maketrans(".,", ",.")) in vietnamese
