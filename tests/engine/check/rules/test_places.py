"""How a sentence names the place of a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import indicator, knowledge, origin, period, statement

from tgkt.engine.check.rules.places import cite, place, quoted, spread
from tgkt.facts.indicator import Words
from tgkt.facts.units import parse_unit

KNOWN = knowledge(origins=[origin("report", "2026-03"), origin("b")], as_of=2030)


@pytest.mark.parametrize(
    ("document", "locator", "dated", "expected"),
    [
        pytest.param("report", "p. 1", False, "report, p. 1", id="the document, then the place"),
        pytest.param(
            "report", "report, p. 1", False, "report, p. 1", id="a place that begins with its document's name"
        ),
        pytest.param("report", "reported on p. 1", False, "report, reported on p. 1", id="a place that only looks so"),
        pytest.param("report", "p. 1", True, "report, p. 1, 2026-03", id="with the date"),
        pytest.param("b", "p. 1", True, "b, p. 1", id="of a document without a date"),
    ],
)
def test_a_place(document: str, locator: str, *, dated: bool, expected: str) -> None:
    """Document, place, date; nothing twice."""
    told = statement("46", origin=document, locator=locator)
    assert place(told, KNOWN, dated=dated) == Words(expected, expected)


def test_a_citation_holds_the_words_of_the_document() -> None:
    """Words between quotation marks, numbers that data alone hold without."""
    told = statement("46", origin="report", locator="p. 1", printed="đạt 46")
    bare = told._replace(printed="", unit=parse_unit("người"))
    assert [cite(each, KNOWN).en for each in (told, bare)] == ["“đạt 46” (report, p. 1)", "46 people (report, p. 1)"]


def test_a_computed_figure_is_told_with_two_decimals() -> None:
    """A third of a hundred is 33.33, with a comma in Vietnamese."""
    share = indicator()
    told = statement("33", unit=share.unit, period=period(2026), origin="report", locator="p. 1")
    known = knowledge(told, as_of=2030).stated(told)
    third = known._replace(statement=None, quantity=known.quantity.exactly(Decimal(1) / 3))
    assert quoted(third, share.unit) == Words(f"33,33 {share.unit}", f"33.33 {share.unit}")


def test_two_percents() -> None:
    """With two decimals each, in either notation."""
    assert spread(Decimal("22.554"), Decimal(20)) == Words("22,55 - 20,00 %", "22.55 - 20.00 %")
