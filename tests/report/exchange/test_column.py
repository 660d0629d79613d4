"""Columns of exchanged tables: names, types and closed lists."""

from __future__ import annotations

from tgkt.facts.indicator import Words
from tgkt.facts.statement import Status
from tgkt.report.exchange import column as c


def test_a_closed_list_is_that_of_its_enumeration() -> None:
    """In its order."""
    assert c.text("status", "how settled", Status).words == tuple(Status)


def test_a_column_may_name_a_row_of_another_table() -> None:
    """By its id unless another column is named."""
    assert c.text("area", "where", of="areas").of == ("areas", "id")
    assert c.text("input", "from what", of=("figures", "key")).of == ("figures", "key")


def test_a_name_for_people_is_made_of_the_name() -> None:
    """Without underscores."""
    assert c.number("range_low", "the lower end").title == "Range low"


def test_words_stand_in_three_columns() -> None:
    """Vietnamese, English, and whatever further language there is."""
    names = [each.name for each in c.told("title", "its name")]
    assert names == ["title_vi", "title_en", "title_other"]
    assert c.words("title", Words("Một", "One", (("fr", "Un"),))) == {
        "title_vi": "Một",
        "title_en": "One",
        "title_other": {"fr": "Un"},
    }
    assert c.words("title", None) == {}
