"""The audit as a page, to be read from top to bottom: what matters first, contents, findings by subject, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.audit_head import audit_head, foremost
from tgkt.report.finding_names import names_of, subject_of
from tgkt.report.finding_page import Shown, finding_lines
from tgkt.report.markup import in_markdown, link, paragraph
from tgkt.report.subjects import FOUND, Subject, Touching, subjects_of
from tgkt.report.words import in_words, sentence, word
from tgkt.report.worked import worked
from tgkt.report.wrapping import wrapped
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

_WIDTH = 118
_LISTED = (Outcome.NOT_COMPUTABLE, Outcome.CONSISTENT)
_NAMES = Mapping[str, str]


def findings_page(found: Sequence[Finding], catalogue: Catalogue, lang: str, least: Message | None = None) -> str:
    """The page in a language.

    Args:
        found: every relation that was judged, the weightiest first.
        catalogue: the plan in force, names of indicators, areas and documents.
        lang: the language.
        least: the least set of figures that would suffice to reconcile all relations, in a sentence.
    """
    plan = catalogue.plan_in_force()
    subjects = subjects_of(found, plan, catalogue)
    names = names_of((each for subject in subjects for each in subject.of(*FOUND)), catalogue, lang)
    targets = {
        row.target.source: row.number if each is plan else ""
        for each in catalogue.plans.values()
        for row in each.rows
        if row.target is not None
    }
    shown = Shown(catalogue, targets, lang)
    lines = [*_head(found, names, lang, least), *_contents(subjects, lang)]
    for subject in subjects:
        lines += _section(subject, names, shown)
    for outcome in _LISTED:
        lines += _list(outcome, subjects, shown)
    return "\n".join(lines).rstrip() + "\n"


def _head(found: Sequence[Finding], names: _NAMES, lang: str, least: Message | None) -> Iterator[str]:
    """What the page is, how many relations came out how, and what changes the meaning of a target."""
    title = Message("How the plan's figures fit together")
    yield from (f"# {said(title, lang)}", "")
    about = Message(
        "This page is made from the data by `tgkt check --page`. Every relation between printed figures is judged by "
        "intervals: a figure covers every value that rounds to it, so a difference that rounding explains is not a "
        "finding. Nothing here says that a figure is wrong: it says which figures cannot hold together as printed, and "
        "what each would have to be for the others to hold."
    )
    further = [Message("`tgkt check --least` names such figures.")] if least is not None else []
    for says in (about, *audit_head(found, least), *further):
        yield from (wrapped(said(says, lang), _WIDTH), "")
    first = foremost(found)
    if first:
        yield from (f"## {word('look_first', lang)}", "")
        for at, each in enumerate(first, 1):
            yield f"{at}. {in_markdown(in_words(each.sentence, lang))} → {link(names[each.id], names[each.id])}"
        yield ""


def _contents(subjects: Sequence[Subject], lang: str) -> Iterator[str]:
    """The subjects with how much came out how, each count leading to what it counts."""
    if not subjects:
        return
    listed = (each for each in _LISTED if any(subject.of(each) for subject in subjects))
    outcomes = (*FOUND, *listed)
    heads = (said(Message("Subject"), lang), *(word(each, lang) for each in outcomes))
    yield from (f"## {said(Message('Contents'), lang)}", "", f"| {' | '.join(map(in_markdown, heads))} |")
    yield f"| --- |{' ---: |' * len(outcomes)}"
    for subject in subjects:
        title = subject.within(lang)
        first = link(title, _heading(subject, lang)) if subject.of(*FOUND) else in_markdown(title)
        yield f"| {' | '.join((first, *(_count(each, subject, lang) for each in outcomes)))} |"
    totals = (str(sum(len(subject.of(each)) for subject in subjects)) for each in outcomes)
    yield from (f"| {' | '.join((word('total', lang), *totals))} |", "")
    if any(each.rows for subject in subjects for each in subject.of(*FOUND)):
        order = Message(
            "Findings stand in the order of the targets they touch, whose numbers are in brackets; those that touch no "
            "target follow at the end of their subject."
        )
        yield from (wrapped(said(order, lang), _WIDTH), "")


def _count(outcome: Outcome, subject: Subject, lang: str) -> str:
    """How many findings of a subject came out so; what is only listed leads to its list."""
    count = len(subject.of(outcome))
    return str(count) if outcome in FOUND or not count else link(str(count), _list_heading(outcome, subject, lang))


def _heading(subject: Subject, lang: str) -> str:
    return f"{subject.within(lang)} ({len(subject.of(*FOUND))})"


def _section(subject: Subject, names: _NAMES, shown: Shown) -> Iterator[str]:
    """A subject: its findings by name, then each in full."""
    told, lang = subject.of(*FOUND), shown.lang
    if not told:
        return
    yield from (f"## {in_markdown(_heading(subject, lang))}", "")
    for each in told:
        name = names[each.finding.id]
        yield f"- {in_markdown(word(each.finding.outcome, lang)[:1])} {link(name, name)}"
    yield ""
    for each in told:
        yield from (f"### {in_markdown(names[each.finding.id])}", "", *finding_lines(each.finding, shown))


def _list(outcome: Outcome, subjects: Sequence[Subject], shown: Shown) -> Iterator[str]:
    """Relations that are only listed, each on a line, by subject."""
    lang, agrees = shown.lang, outcome is Outcome.CONSISTENT
    count = sum(len(subject.of(outcome)) for subject in subjects)
    if not count:
        return
    title = Message("Relations that agree") if agrees else Message("Relations that cannot be computed")
    yield from (f"## {said(title, lang)} ({count})", "")
    for subject in subjects:
        if told := subject.of(outcome):
            yield from (f"### {in_markdown(_list_heading(outcome, subject, lang))}", "")
            yield from (*(f"- {paragraph(_listed(each, shown))}" for each in told), "")


def _list_heading(outcome: Outcome, subject: Subject, lang: str) -> str:
    title = subject.within(lang)
    if outcome is Outcome.CONSISTENT:
        return said(Message("{subject}: what agrees", subject=title), lang)
    return said(Message("{subject}: what cannot be computed", subject=title), lang)


def _listed(each: Touching, shown: Shown) -> str:
    """What a relation is about and what it says; its numbers, where it agrees and its sentence quotes no figure."""
    found, lang = each.finding, shown.lang
    says = sentence(found.reason, lang) if found.reason else in_words(found.sentence, lang)
    numbers = worked(found.worked, lang)
    if found.outcome is Outcome.CONSISTENT and numbers and not _quotes(says, found, lang):
        says = numbers
    return ": ".join(filter(None, (subject_of(each, shown.catalogue, lang), says)))


def _quotes(says: str, found: Finding, lang: str) -> bool:
    return any(stated.quoted.within(lang) in says for stated in found.statements)
