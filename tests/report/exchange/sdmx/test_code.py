"""Ids that SDMX allows, and names in every language."""

from __future__ import annotations

import pytest

from tgkt.facts.indicator import Words
from tgkt.message import Message
from tgkt.report.exchange.sdmx.code import as_id, ids_of, in_languages


@pytest.mark.parametrize(
    ("text", "id"),
    [
        pytest.param("grdp_growth", "grdp_growth", id="an id stays"),
        pytest.param("%/year", "PC_PER_year", id="a percent sign and a stroke are words"),
        pytest.param("doctors/10,000 people", "doctors_PER_10_000_people", id="other signs are one underscore"),
        pytest.param("bác sĩ, đồng", "bac_si_dong", id="letters lose their marks"),
        pytest.param("Mt CO₂ eq", "Mt_CO2_eq", id="a small digit is a digit"),
        pytest.param("<b>=1+1</b>", "b_1_1_PER_b", id="nothing of code is left"),
        pytest.param("漢字", "_", id="nothing that can be said"),
    ],
)
def test_a_text_as_an_id(text: str, id: str) -> None:
    """Letters, digits, "_", "-", "@" and "$" only."""
    assert as_id(text) == id


def test_ids_are_different() -> None:
    """Later ones are numbered, and a number that stands there already is passed over."""
    assert ids_of(["a b", "a_b_2", "a,b", "a b"]) == {"a b": "a_b", "a_b_2": "a_b_2", "a,b": "a_b_3"}


def test_names_stand_in_english_and_vietnamese() -> None:
    """Those of the program by its catalogue, those of the data in all languages they have."""
    assert in_languages(Message("Area")) == {"en": "Area", "vi": "Địa bàn"}
    assert in_languages(Words("Một", "One", (("fr", "Un"),))) == {"en": "One", "vi": "Một", "fr": "Un"}
