"""What the audit found, in a file: the same subjects in the same order as on the page of the audit."""

from __future__ import annotations

import re

import pytest
from shipped import TARGETS, judged, known, shipped

from tgkt.engine.report import report
from tgkt.message import Message
from tgkt.report.check_page import findings_page
from tgkt.report.handout.findings import findings_passage
from tgkt.report.handout.passage import Passage
from tgkt.report.words import in_words
from tgkt.results.check import Finding
from tgkt.results.report import Part, Report


def gathered(section: str | None = None) -> Report:
    """The audit of the shipped plan, or of a section of it, as a file has it."""
    return report(shipped().plans[TARGETS], known(), judged(), (Part.FINDINGS,), section)


def passage(lang: str = "en", section: str | None = None, least: Message | None = None) -> Passage:
    """The same as a part of a file."""
    return findings_passage(gathered(section), shipped(), lang, least)


def of(each: Passage) -> list[Finding]:
    """The findings of its tables by subject, in their order."""
    return [found for table in each.rest or each.tables for found in table.of if isinstance(found, Finding)]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_subjects_and_findings_stand_as_on_the_page(lang: str) -> None:
    """One order for both: that of the plan."""
    page = findings_page(judged(), shipped(), lang)
    subjects = [head.rpartition(" (")[0] for head in re.findall(r"^## (.+ \(\d+\))$", page, re.MULTILINE)]
    assert [table.title for table in passage(lang).rest] == subjects[: len(passage(lang).rest)]
    ids = [each.id for each in of(passage(lang))]
    told = [id for id in re.findall(r"^- `([^`]+)`", page, re.MULTILINE) if id in ids]
    assert ids == told


def test_every_finding_stands_under_one_subject() -> None:
    """Those that do not hold as printed; below its sentence those of the same cause."""
    assert sorted(each.id for each in of(passage())) == sorted(each.id for each in gathered().findings)
    (row,) = (
        row
        for table in passage().rest
        for row, found in zip(table.rows, table.of, strict=True)
        if isinstance(found, Finding) and found.id == "population_of_parts_of_footnote_13"
    )
    assert "The same cause: “132 triệu đồng”" in row[2].text


def test_counts_and_the_five_to_read_first_stand_above() -> None:
    """The page has the same counts and the same five."""
    page, found = findings_page(judged(), shipped(), "en"), passage()
    assert found.says[0] in " ".join(page.split())
    assert len(found.tables[0].rows) == 5
    assert [row[1].text for row in found.tables[0].rows if row[1].text not in page.partition("## Contents")[0]] == []


def test_the_least_that_would_suffice_follows_the_counts() -> None:
    """Where it is known."""
    least = Message("It would suffice if two figures were different.")
    assert passage(least=least).says[1] == least
    assert len(passage(least=least).says) == len(passage().says) + 1


def test_of_a_section_it_comes_first() -> None:
    """What touches a target of it is told under it, though another section of the plan stands before."""
    found = passage(section="society")
    assert (found.tables[0], *found.rest)[1].title == "Culture and society"
    sentences = {in_words(each.sentence, "en") for each in of(found)}
    assert any(each.startswith("GRDP of 361.6 trillion (target 1), 220 million per head (3)") for each in sentences)


def test_a_file_without_findings_says_so() -> None:
    """It has no empty table."""
    none = gathered()._replace(judged=())
    told = findings_passage(none, shipped(), "en")
    assert (told.tables, told.rest) == ((), ())
    assert told.says[-1] == "Nothing that does not hold as printed."
