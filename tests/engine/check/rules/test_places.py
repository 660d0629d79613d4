"""How a finding names a figure: with its document, or in its own words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import indicator, knowledge, origin, period, statement

from tgkt.engine.check.rules.places import cite, percents, quoted
from tgkt.facts.interval import Interval
from tgkt.facts.units import parse_unit
from tgkt.report.words import fact

KNOWN = knowledge(origins=[origin("report", "2026-03"), origin("b")], as_of=2030)


@pytest.mark.parametrize(
    ("document", "locator", "is_dated", "expected"),
    [
        pytest.param("report", "p. 1", False, "report, p. 1", id="the document, then the place"),
        pytest.param(
            "report", "report, p. 1", False, "report, p. 1", id="a place that begins with its document's name"
        ),
        pytest.param("report", "reported on p. 1", False, "report, reported on p. 1", id="a place that only looks so"),
        pytest.param("report", "p. 1", True, "report, p. 1, 2026-03", id="with the date"),
        pytest.param("report", "", False, "report", id="a document without a place"),
        pytest.param("b", "p. 1", True, "b, p. 1", id="of a document without a date"),
    ],
)
def test_a_place(document: str, locator: str, *, is_dated: bool, expected: str) -> None:
    """Document, place, date; nothing twice."""
    told = statement("46", origin=document, locator=locator, printed="46")
    assert fact(cite(told, KNOWN, is_dated=is_dated), "en") == f"“46” ({expected})"


def test_a_citation_holds_the_words_of_the_document() -> None:
    """Words between quotation marks; numbers that data alone hold without, as the language writes them."""
    told = statement("46", origin="report", locator="p. 1", printed="đạt 46")
    bare = told._replace(printed="", unit=parse_unit("nghìn people"))
    assert [fact(cite(each, KNOWN), "en") for each in (told, bare)] == [
        "“đạt 46” (report, p. 1)",
        "46 thousand people (report, p. 1)",
    ]
    assert fact(cite(bare, KNOWN), "vi") == "46 nghìn người (report, p. 1)"


def test_a_computed_figure_has_two_decimals() -> None:
    """A third of a hundred is 33.33, with a comma and no blank before the sign in Vietnamese."""
    share = indicator()
    told = statement("33", unit=share.unit, period=period(2026), origin="report", locator="p. 1")
    known = knowledge(told, as_of=2030).stated(told)
    third = known._replace(statement=None, quantity=known.quantity.exactly(Decimal(1) / 3))
    assert [fact(quoted(third, share.unit), lang) for lang in ("vi", "en")] == ["33,33%", "33.33 %"]


def test_two_percents() -> None:
    """With two decimals each, in either notation."""
    ends = percents(Interval(Decimal("0.22554"), Decimal("0.3")))
    assert [fact(ends, lang) for lang in ("vi", "en")] == ["22,55 - 30,00%", "22.55 - 30.00 %"]
