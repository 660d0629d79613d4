"""Which of several statements counts: the worked examples of `cases/order.yaml`, in every order, and its laws."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from builders import cases, figure_of, knowledge, origin, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law
from worked import rounded

from tgkt.facts.statement import Issuer, Origin, Statement, Status
from tgkt.facts.units import parse_unit
from tgkt.series.known import Known
from tgkt.series.order import is_revision
from tgkt.series.series import Knowledge

YEAR, PERCENT = period(2025), parse_unit("%")
CASES = cases("order", given=None, expect=("counts", "status", "disputed", "from", "to"))
DATES = (None, "2025", "2025-06", "2026", "2026-03", "2026-09", "2026-09-15")


def said(name: str, told: dict[str, Any], place: int = 0) -> tuple[Statement, Origin]:
    """A statement of a case with its document, which bears the same name."""
    figure = statement(
        figure_of(told["value"]),
        period=YEAR,
        origin=name,
        status=Status(told.get("status", "unstated")),
        supersedes=tuple(told.get("supersedes", ())),
        locator=f"place {place}",
    )
    return figure, origin(name, told.get("date"), Issuer(told["issuer"]) if "issuer" in told else None)


def known_of(given: dict[str, Any], order: tuple[str, ...]) -> Knowledge:
    """What is known when the statements of a case stand in an order."""
    pairs = {name: said(name, given[name]) for name in order}
    own = next((pairs[name][0] for name in order if given[name].get("own")), None)
    others = [pairs[name][0] for name in order if not given[name].get("own")]
    rows = [row(target=statement("90"), baseline=own)]
    return knowledge(*others, rows=rows, origins=[document for _, document in pairs.values()], as_of=2027)


@pytest.mark.parametrize(("given", "expect"), CASES)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The same statement counts, and the same ones contradict it, in whichever order they stand."""
    for order in permutations(given):
        found = known_of(given, order).series("share", "merged").at(YEAR)
        assert answer(found, expect) == {"disputed": [], **expect}


def answer(found: Known | None, expect: dict[str, Any]) -> dict[str, Any]:
    span = found.quantity.span(PERCENT) if found else None
    told = {
        "counts": found.origin if found else None,
        "status": found.status if found else None,
        "from": rounded(span.low if span else None, expect.get("from")),
        "to": rounded(span.high if span else None, expect.get("to")),
    }
    disputed = sorted(each.origin for each in found.inputs[1:]) if found else []
    return {"disputed": disputed, **{key: told[key] for key in expect if key != "disputed"}}


@st.composite
def statements(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Two to five statements of every rank."""
    found: dict[str, dict[str, Any]] = {}
    for name in "abcde"[: draw(st.integers(2, 5))]:
        told: dict[str, Any] = {"value": draw(st.sampled_from(["76", "76.2", "78", "≥ 75", "≈ 77"]))}
        told["status"] = draw(st.sampled_from(["official", "provisional", "estimated", "unstated", "forecast"]))
        for key, choices in (("date", DATES), ("issuer", (None, *Issuer))):
            if drawn := draw(st.sampled_from(choices)):
                told[key] = drawn
        told["supersedes"] = draw(st.lists(st.sampled_from("abcde"), max_size=1))
        found[name] = told
    return found


@law
@given(statements(), st.randoms(use_true_random=False))
def test_the_order_of_statements_decides_nothing(given: dict[str, dict[str, Any]], shuffle: Any) -> None:
    """Whatever their ranks, the same statements give the same figure, interval and others when shuffled."""
    shuffled = list(given)
    shuffle.shuffle(shuffled)
    one, other = (known_of(given, tuple(order)).series("share", "merged").at(YEAR) for order in (given, shuffled))
    assert (one is None) is (other is None)
    if one and other:
        assert (one.origin, one.quantity, one.rests) == (other.origin, other.quantity, other.rests)
        assert [each.statement.origin for each in one.others] == [each.statement.origin for each in other.others]


@law
@given(statements())
def test_a_statement_of_lower_rank_changes_nothing(given: dict[str, dict[str, Any]]) -> None:
    """An undated estimate of nobody, added to figures that are all better, moves neither value nor interval."""
    better = {name: {**told, "issuer": "party", "supersedes": []} for name, told in given.items()}
    more = {**better, "z": {"value": "99", "status": "estimated"}}
    before, after = (known_of(each, tuple(each)).series("share", "merged").at(YEAR) for each in (better, more))
    if before is not None:
        assert after is not None
        assert (before.origin, before.quantity, before.rests) == (after.origin, after.quantity, after.rests)


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        pytest.param({"value": "114.1"}, {"value": "119"}, True, id="the same office, half a year later"),
        pytest.param({"value": "114.1", "issuer": "press"}, {"value": "119"}, False, id="an issuer that ranks lower"),
        pytest.param({"value": "114.1", "issuer": "statistics"}, {"value": "119"}, True, id="one that ranks higher"),
        pytest.param({"value": "1190"}, {"value": "119"}, False, id="a factor of ten is a slip"),
        pytest.param({"value": "119.2"}, {"value": "119000"}, False, id="a factor of a thousand is a slip"),
        pytest.param({"value": "500"}, {"value": "119"}, True, id="a factor of four is none"),
        pytest.param({"value": "5"}, {"value": "0"}, True, id="from zero there is no factor"),
        pytest.param({"value": "114.1", "date": "2026"}, {"value": "119"}, False, id="dates that cannot be told apart"),
        pytest.param({"value": "114.1", "date": "2026-01"}, {"value": "119"}, False, id="an earlier date"),
        pytest.param(
            {"value": "114.1"}, {"value": "119", "date": ""}, False, id="a document without a date is not earlier"
        ),
        pytest.param(
            {"value": "114.1", "supersedes": ["earlier"]},
            {"value": "119", "date": ""},
            True,
            id="unless it is replaced",
        ),
    ],
)
def test_a_later_figure_is_a_revision_or_a_contradiction(
    later: dict[str, Any], earlier: dict[str, Any], *, expected: bool
) -> None:
    """A revision comes later, from an issuer of no lower rank, and is no slip of the decimal mark."""
    given = {
        "later": {"issuer": "government", "date": "2026-09", **later},
        "earlier": {"issuer": "government", "date": "2026-03", **earlier},
    }
    known = known_of(given, ("later", "earlier"))
    one, other = (known.candidate(each) for each in known.catalogue.observations)
    assert is_revision(one, other) is expected
