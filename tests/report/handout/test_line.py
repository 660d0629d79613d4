"""A row of the plan as every file shows it."""

from __future__ import annotations

import pytest

from tgkt.report.handout.line import Line

from .xlsx.workbooks import PLANS, document


def line_of(folder: str, code: str, lang: str = "en") -> Line:
    """One row."""
    return next(each for each in document(folder, lang).lines if each.code == code)


NAMED = {
    "of a part": "State budget revenue in the province, Bắc Kạn (old)",
    "of the area itself": "Gross regional domestic product (GRDP), current prices",
}


@pytest.mark.parametrize("name", NAMED.values(), ids=NAMED)
def test_what_a_derived_figure_rests_on_has_its_name(name: str) -> None:
    """With its area where that is another: eight figures under one word would say nothing."""
    assert name in [each.role for each in line_of("", "1.2").sources if each.is_input]


def test_what_a_derived_figure_rests_on_is_told_once() -> None:
    """Among the sources, not in the story too."""
    assert "Values" not in [each.label for each in line_of("", "1.2").story]


def test_a_figure_has_no_more_digits_than_a_reader_means() -> None:
    """Its document prints fifteen, as its words beside it show."""
    line = line_of("examples/ireland_climate", "2")
    assert (line.start.text, line.years[2023].text) == ("106.4995", "94.9825")


@pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
def test_no_id_stands_beside_a_figure(folder: str) -> None:
    """Whoever has the file does not have the data: `epa_release_2024` would be a riddle."""
    found = [source for line in document(folder, "en").lines for source in line.sources]
    assert found != []
    assert [each.document for each in found if "_" in each.document] == []
