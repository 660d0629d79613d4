"""The audit: rounding alone is never noticed, findings say what and where, and the shipped page is current."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import audited, known
from shipped import shipped as catalogue_shipped

from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.check.audit import audit, marks_of
from tgkt.engine.check.causes import by_cause
from tgkt.engine.check.closings import closings_of
from tgkt.engine.check.least.least import least_size
from tgkt.engine.check.suggestions import suggestions
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import figure
from tgkt.facts.formula import references
from tgkt.facts.indicator import Indicator
from tgkt.facts.period import Period
from tgkt.loading.files import shipped_data
from tgkt.message import Message
from tgkt.report.check_page import findings_page
from tgkt.report.least import least_told
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.series.derive import implied
from tgkt.series.derive.implied import Implied
from tgkt.series.room import Room
from tgkt.series.series import Knowledge

from .world import declared, world


def shipped() -> Catalogue:
    return known().catalogue


def found() -> list[Finding]:
    return audited()


def test_every_identity_names_two_figures_or_more() -> None:
    """An identity that names fewer than two figures could not fail."""
    few = [
        each.id
        for each in shipped().identities
        if len({*references(each.formula.left), *references(each.formula.right)}) < 2
    ]
    assert few == []


amounts = st.decimals(min_value=Decimal("1"), max_value=Decimal("99999"), places=6)


def as_printed(value: Decimal, digits: int) -> Quantity:
    """An exact value as a document would print it, rounded to so many decimals."""
    shown = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN)
    return Quantity(shown, figure(shown).interval())


@given(amounts, amounts, st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_rounding_alone_is_never_a_finding(a: Decimal, b: Decimal, p: int, q: int, r: int) -> None:
    """True values that satisfy a sum, a difference, a product or a ratio still do so as printed, however rounded."""
    one, other = as_printed(a, p), as_printed(b, q)
    assert (one + other).interval.meets(as_printed(a + b, r).interval)
    assert (one - other).interval.meets(as_printed(a - b, r).interval)
    assert (one * other).interval.meets(as_printed(a * b, r).interval)
    if other.interval.low > 0:
        assert (one / other).interval.meets(as_printed(a / b, r).interval)


def test_ids_are_unique() -> None:
    """A finding can be named, and accepted in a baseline, by its id alone."""
    ids = [each.id for each in found()]
    assert sorted(set(ids)) == sorted(ids)


def test_findings_that_matter_say_where_and_what() -> None:
    """Each finding has both sentences, and each computed one its figures with origin and place."""
    for each in found():
        assert in_words(each.sentence, "vi")
        assert in_words(each.sentence, "en")
        assert all(s.origin in shipped().origins and s.locator for s in each.statements)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_findings_judge_relations_and_nobody(language: str) -> None:
    """No sentence calls a figure wrong: it says what holds only if."""
    for each in found():
        words = in_words(each.sentence, language).casefold()
        assert not {"wrong", "error", "false", "sai", "nhầm"} & set(words.replace(".", " ").replace(",", " ").split())


def test_marks_lead_back_to_findings() -> None:
    """Every mark beside a figure names findings there are."""
    ids = {each.id for each in found()}
    assert {id for each in marks_of(list(found())).values() for id in each} <= ids


def test_an_undeclared_relation_is_proposed() -> None:
    """Without its declarations the plan's counts propose the percentage they make."""
    formulas = [each.formula for each in suggestions(Knowledge(replace(shipped(), identities=())))]
    expected = "new_rural_commune_share[merged, 2025] == new_rural_communes[merged, 2025] / communes[merged, 2025]"
    assert expected in formulas
    assert len(formulas) < 60


def test_what_is_declared_is_not_proposed() -> None:
    """A relation that stands in the data is not proposed again."""
    stated = {
        frozenset(r.indicator for r in references(each.formula.left) + references(each.formula.right))
        for each in shipped().identities
    }
    assert [each.formula for each in suggestions(known()) if frozenset(each.indicators) in stated] == []


TWICE = ("share merged 2025 = 71.0 (report, p. 1)", "share merged 2025 = 72.0 (report, p. 2)")
DECLARED = {
    "an identity over the same figures": (
        (*TWICE[:1], "share merged 2025 = 71.4 (press, p. 2)"),
        "share[merged, 2025, report] == share[merged, 2025, press]",
        ["identity"],
    ),
    "an identity over a revision": (
        (*TWICE[:1], "share merged 2025 = 72.0 (review, p. 2)"),
        "share[merged, 2025, report] == share[merged, 2025, review]",
        ["identity"],
    ),
    "an identity over a merged figure and its parts": (
        (
            "people merged 2025 = 400 (report, p. 1)",
            "people north 2025 = 300 (report, p. 2)",
            "people south 2025 = 90 (report, p. 3)",
        ),
        "people[merged, 2025] == people[north, 2025] + people[south, 2025]",
        ["identity"],
    ),
    "an identity over a term and its years": (
        (
            "people merged 2021-2022 total = 40 (report, p. 1)",
            "people merged 2021 = 20 (report, p. 2)",
            "people merged 2022 = 30 (report, p. 3)",
        ),
        "people[merged, 2021-2022] == people[merged, 2021] + people[merged, 2022]",
        ["identity"],
    ),
    "an identity over some of the figures": (
        (*TWICE, "share north 2025 = 80.0 (report, p. 3)"),
        "share[merged, 2025] <= share[north, 2025]",
        ["duplicate.share.merged.2025.report.72_0", "identity"],
    ),
    "an identity over figures that nobody prints": (
        TWICE,
        "share[south, 2025] == share[north, 2025]",
        ["duplicate.share.merged.2025.report.72_0", "identity"],
    ),
}


@pytest.mark.parametrize(("figures", "formula", "expected"), DECLARED.values(), ids=DECLARED)
def test_a_declared_identity_takes_the_place_of_a_rule(
    figures: tuple[str, ...], formula: str, expected: list[str]
) -> None:
    """Over the same figures there is one finding, the declared one."""
    found = audit(world(*figures, identities=[declared(formula)]))
    assert sorted(each.id for each in found) == expected
    assert "identity" not in [each.id for each in audit(world(*figures))]


def test_the_weightiest_come_first() -> None:
    """By severity, then what does not hold, then by name."""
    places = [(("high", "medium", "low").index(each.severity), each.outcome) for each in found()]
    assert [severity for severity, _ in places] == sorted(severity for severity, _ in places)
    first = [outcome for severity, outcome in places if severity == 0]
    assert first == sorted(first, key=("inconsistent", "needs_assumption", "not_computable", "consistent").index)


def test_weights_are_reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many blends ask for what merged figures imply."""
    asked: list[tuple[str, str]] = []
    plain = implied.implied_by

    def counting(indicator: Indicator, merged: str, period: Period, knowledge: Room) -> Implied | None:
        asked.append((indicator.id, str(period)))
        return plain(indicator, merged, period, knowledge)

    monkeypatch.setattr(implied, "implied_by", counting)
    audit(Knowledge(shipped()))
    assert sorted(asked) == sorted(set(asked))


def test_breaks_and_baselines_of_the_clock_change_nothing() -> None:
    """The audit is about what is printed."""
    clock = known().clock._replace(across_breaks=True, plan_baseline=True)
    assert [each.id for each in audit(Knowledge(shipped(), clock))] == [each.id for each in found()]


@pytest.mark.parametrize(("name", "lang"), [("findings.md", "en"), ("findings.vi.md", "vi")])
def test_the_page_of_findings_is_current(name: str, lang: str) -> None:
    """docs/findings.md and docs/findings.vi.md are what the audit says now; `make snapshots` rewrites them."""
    page = shipped_data().parent / "docs" / name
    assert page.read_text(encoding="utf-8") == findings_page(closed(), shipped(), lang, least=least())


def closed() -> list[Finding]:
    """The findings by their causes, with what would close each."""
    solved = closings_of(found(), known())
    return by_cause([each._replace(closings=solved.get(each.id, ())) for each in found()], known())


@cache
def least() -> Message:
    """The least that must change in the shipped plan, in a sentence."""
    return least_told(least_size(found(), known()))


@pytest.mark.parametrize("year", [2024, 2025])
def test_the_audit_of_one_indicator_is_its_part_of_the_whole(year: int) -> None:
    """Every finding that speaks of the indicator, or of one printed in one figure with it, in the order of all."""
    knowledge, whole = known(year), audited(year)
    for id in catalogue_shipped().indicators:
        asked = catalogue_shipped().beside(id)
        assert audit(knowledge, asked) == [each for each in whole if any(of in asked for of, _ in each.indicators)]
