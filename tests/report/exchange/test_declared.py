"""The tables of what is declared once, a line for each."""

from __future__ import annotations

from decimal import Decimal

from tgkt.report.exchange.declared import AREAS, FORMULAS, INDICATORS, ORIGINS, SECTIONS, UNITS

from .small import held, ids


def test_an_area_has_its_names_and_what_it_was_merged_from() -> None:
    """A name written once stands in both languages, a third language apart."""
    assert ids(AREAS) == [("whole",), ("north",), ("south",)]
    assert held(AREAS, id="whole") == {
        "id": "whole",
        "title_vi": "Tỉnh",
        "title_en": "Province",
        "title_other": {"fr": "Province (fr)"},
        "noun": "province",
        "constituents": ["north", "south"],
    }
    assert held(AREAS, id="north") == {"id": "north", "title_vi": "Bắc", "title_en": "Bắc"}


def test_a_document_has_all_that_is_known_of_it() -> None:
    """Its language is that of the file where it names none; its date is as far as it is known."""
    assert held(ORIGINS, id="report") == {
        "id": "report",
        "title_vi": "Báo cáo",
        "title_en": "Report",
        "short_vi": "BC",
        "short_en": "BC",
        "language": "vi",
        "issuer": "party",
        "date": "2025-09",
        "url": "https://example.org/a",
        "note_vi": "dòng một\ndòng hai",
        "note_en": "dòng một\ndòng hai",
    }
    assert held(ORIGINS, id="annual")["language"] == "en"


def test_a_section_has_its_name() -> None:
    """What stands under none makes no line."""
    assert ids(SECTIONS) == [("kt",)]
    assert held(SECTIONS, id="kt") == {"id": "kt", "title_vi": "Kinh tế", "title_en": "Kinh tế"}


def test_a_unit_of_ones_own_is_a_measure_or_so_many_of_another() -> None:
    """As it is declared."""
    assert held(UNITS, id="cái kẹo") == {"id": "cái kẹo", "meaning": "count"}
    assert held(UNITS, id="tá kẹo") == {"id": "tá kẹo", "meaning": "12 cái_kẹo"}


def test_an_indicator_has_what_is_declared_and_what_follows() -> None:
    """Kind, path and limit where they are left out; an end that there is not stays empty."""
    assert ids(INDICATORS) == [("income",), ("people",), ("per_head",)]
    assert held(INDICATORS, id="income") == {
        "id": "income",
        "section": "kt",
        "title_vi": "Thu nhập",
        "title_en": "Thu nhập",
        "unit": "triệu đồng",
        "kind": "level",
        "direction": "increase",
        "path": "geometric",
        "price": "current",
        "blend": "sum",
        "floor": Decimal(0),
        "definition_vi": "theo giá hiện hành",
        "definition_en": "theo giá hiện hành",
    }


def test_a_blend_names_what_it_takes() -> None:
    """And what must hold for it."""
    found = held(INDICATORS, id="per_head")
    assert (found["blend"], found["numerator"], found["denominator"]) == ("ratio", "income", "people")
    assert found["blend_assumes_vi"] == "cùng phạm vi"
    assert "weight" not in found


def test_a_formula_has_its_place_among_those_of_its_indicator() -> None:
    """With the area it is for."""
    assert held(FORMULAS, indicator="per_head", place=1) == {
        "indicator": "per_head",
        "place": 1,
        "formula": "income[area, year] / people[area, year]",
        "area": "north",
        "assumes_vi": "cùng năm",
        "assumes_en": "cùng năm",
    }
