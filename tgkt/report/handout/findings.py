"""What the audit found, as a part of a file: counts and what to read first, then a table for each subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.audit_head import audit_head, foremost
from tgkt.report.check import residual_told
from tgkt.report.handout.passage import Passage
from tgkt.report.places import place
from tgkt.report.subjects import Touching, subjects_of
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import in_words, word
from tgkt.results.check import Finding
from tgkt.results.report import Report

TARGETS = Message("Target No.")
"""What stands above the numbers of the targets that a finding touches."""


def findings_passage(found: Report, catalogue: Catalogue, lang: str, least: Message | None = None) -> Passage:
    """The findings by subject in the order of the plan, as on the page of the audit; the weightiest stand above them.

    Args:
        found: what was gathered.
        catalogue: titles of sections and documents.
        lang: the language.
        least: the least set of figures that would suffice to reconcile all relations, in a sentence.
    """
    title, short = said(Message("What the audit found"), lang), said(Message("Findings"), lang)
    says = tuple(said(each, lang) for each in (*audit_head(found.judged, least), _meaning(found.findings)))
    subjects = subjects_of(found.findings, found.plan, catalogue, found.section)
    tables = tuple(_table(each.within(lang), each.members, catalogue, lang) for each in subjects)
    touching = {each.finding.id: each for subject in subjects for each in subject.members}
    first = [touching[each.id] for each in foremost(found.findings)]
    if not first or len(first) == len(touching):
        return Passage("findings", title, says, tables, short=short)
    return Passage("findings", title, says, (_first(first, lang),), tables, short)


def _meaning(found: Sequence[Finding]) -> Message:
    """What it means that there are findings, or that there are none."""
    if not found:
        return Message("Nothing that does not hold as printed.")
    return Message("This says which figures cannot hold together as printed, not which of them is wrong.")


def _first(first: Sequence[Touching], lang: str) -> Table:
    """The findings to read first, each in its sentence."""
    table = Table(word("look_first", lang), [Column(said(TARGETS, lang)), Column(word("says", lang), fold=True)])
    for each in first:
        table.add(", ".join(each.numbers), in_words(each.finding.sentence, lang), of=each.finding)
    return table


def _table(title: str, members: Sequence[Touching], catalogue: Catalogue, lang: str) -> Table:
    """The findings of a subject: the targets they touch, verdict, sentence, gap, and the places of their figures."""
    heads = ("outcome_head", "says", "residual", "locator")
    columns = [Column(word(head, lang), right=head == "residual", fold=head in ("says", "locator")) for head in heads]
    table = Table(title, [Column(said(TARGETS, lang)), *columns])
    for touching in members:
        each = touching.finding
        table.add(
            ", ".join(touching.numbers),
            Cell(word(each.outcome, lang), each.outcome.mood),
            " ".join(_says(each, lang)),
            residual_told(each, lang),
            "; ".join(_places(each, catalogue, lang)),
            of=each,
        )
    return table


def _says(each: Finding, lang: str) -> Iterator[str]:
    """Its sentence, then those of the other relations of its cause."""
    yield in_words(each.sentence, lang)
    for other in each.others:
        yield said(Message("The same cause: {says}", says=in_words(other.sentence, lang)), lang)


def _places(each: Finding, catalogue: Catalogue, lang: str) -> list[str]:
    """The places of its figures, each once."""
    stated = (one for relation in each.relations for one in relation.statements)
    return list(dict.fromkeys(place(catalogue.origins[one.origin].short.within(lang), one.locator) for one in stated))
