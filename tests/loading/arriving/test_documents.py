"""The documents of arriving figures."""

from __future__ import annotations

import pytest
from builders import catalogue, origin

from tgkt.errors import UsageError
from tgkt.facts.statement import Issuer
from tgkt.loading.arriving.documents import Documents
from tgkt.loading.arriving.written import NewOrigin

KNOWN = catalogue(origins=[origin("Yearbook", "2026-05"), origin("note")])


@pytest.mark.parametrize(
    ("title", "id"),
    [
        pytest.param("Báo cáo KT-XH 2026", "bao_cao_kt_xh_2026", id="a title"),
        pytest.param("2026", "origin_2026", id="a number"),
        pytest.param("N", "origin_n", id="a letter that YAML tools turn into false"),
        pytest.param("统计", "origin", id="no letter of an id"),
    ],
)
def test_the_id_of_a_document_is_made_of_its_title(title: str, id: str) -> None:
    """Small ASCII letters, digits and "_"."""
    assert Documents(KNOWN, None).find(title) == (id, "")


def test_two_titles_that_make_one_id_are_told_apart() -> None:
    """Each document has an id of its own."""
    documents = Documents(KNOWN, None)
    assert [documents.find(title)[0] for title in ("Report 1/2", "Report 12", "Report 1-2")] == [
        "report_1_2",
        "report_12",
        "report_1_2_2",
    ]


@pytest.mark.parametrize("text", ["note", "NOTE", "Note"])
def test_a_document_that_is_there_is_found(text: str) -> None:
    """By id or title, and nothing is made."""
    documents = Documents(KNOWN, None)
    assert (documents.find(text), documents.new) == (("note", ""), {})


def test_a_new_title_makes_a_document() -> None:
    """Once, however its title is spelt, dated by --date."""
    documents = Documents(KNOWN, "2026-12-20")
    found = [documents.find(text) for text in ("Báo cáo A", "Báo cáo A", "báo cáo a", "Báo cáo B")]
    assert [id for id, _ in found] == ["bao_cao_a", "bao_cao_a", "bao_cao_a", "bao_cao_b"]
    assert documents.new["bao_cao_a"] == NewOrigin("bao_cao_a", "Báo cáo A", "2026-12-20")
    assert documents.date_of("bao_cao_b") == "2026-12-20"


def test_no_document_is_a_mistake() -> None:
    """Nothing is put in its place."""
    assert Documents(KNOWN, None).find("") == ("", "no origin. Add a column 'Origin' ('Nguồn'), or name --origin")


def test_a_date_that_is_not_the_documents_is_a_mistake() -> None:
    """A less exact one is no contradiction."""
    told = "the origin 'Yearbook' is dated 2026-05 in test.yaml:1:1, and --date says 2025. Correct one of them"
    assert Documents(KNOWN, "2025").find("yearbook") == ("", told)
    assert Documents(KNOWN, "2026-05-07").find("yearbook") == ("Yearbook", "")


def test_a_new_document_has_the_issuer_that_is_named() -> None:
    """Which decides which of two figures counts; one that the data have keeps its own."""
    documents = Documents(KNOWN, None, Issuer.STATISTICS)
    documents.find("Release")
    assert documents.new["release"].issuer == "statistics"
    told = "the origin 'note' has no issuer in test.yaml:1:1, and --issuer says statistics. Correct one of them"
    assert documents.find("note") == ("", told)


@pytest.mark.parametrize("date", ["20/12/2026", "2026-13", "2026-02-30", "soon", "26"])
def test_a_date_is_in_the_calendar(date: str) -> None:
    """Or the command is wrong."""
    with pytest.raises(UsageError, match="is not a date"):
        Documents(KNOWN, date)
