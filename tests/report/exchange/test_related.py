"""The tables of what holds between figures."""

from __future__ import annotations

from tgkt.report.exchange.related import BREAKS, IDENTITIES, LINKS, ROUTES

from .small import held, ids


def test_a_route_derives_a_share_of_a_quantity_that_weighs() -> None:
    """By its formula, under an assumption."""
    assert held(ROUTES, weight="people", id="by_income") == {
        "weight": "people",
        "id": "by_income",
        "title_vi": "Theo thu nhập",
        "title_en": "Theo thu nhập",
        "area": "north",
        "within": "whole",
        "period": "2025",
        "formula": "income[north, 2025] / income[whole, 2025]",
        "assumes_vi": "như nhau",
        "assumes_en": "như nhau",
    }


def test_a_link_has_its_way_back() -> None:
    """Where it has one."""
    found = held(LINKS, id="per_head_2030")
    assert found["computes"] == "per_head[whole, 2030]"
    assert found["formula"] == "income[whole, 2030] / people[whole, 2030]"
    assert found["back_computes"] == "income[whole, 2030]"
    assert found["back_formula"] == "per_head[whole, 2030] * people[whole, 2030]"


def test_an_identity_has_its_alternatives_and_its_sentence() -> None:
    """And how much it matters."""
    found = held(IDENTITIES, id="parts")
    assert (found["kind"], found["severity"]) == ("sum", "high")
    assert found["formula"] == "income[whole, 2025] == income[north, 2025] + income[south, 2025]"
    assert found["alternatives"] == ["income[whole, 2025] == income[north, 2025]"]
    assert found["says_vi"] == "hai số đúng cùng lúc chỉ khi khác phạm vi"


def test_a_break_parts_years_or_only_marks_what_it_touches() -> None:
    """Without a year there is no side that a target could be on."""
    assert ids(BREAKS) == [("new_standard",), ("only_told",)]
    assert held(BREAKS, id="new_standard") == {
        "id": "new_standard",
        "indicator": "income",
        "says_vi": "chuẩn mới",
        "says_en": "chuẩn mới",
        "from": "2028",
        "target": "new",
        "areas": ["north"],
        "origin": "annual",
        "locator": "tr. 3",
        "severity": "medium",
    }
    assert not {"from", "target", "areas"} & held(BREAKS, id="only_told").keys()
