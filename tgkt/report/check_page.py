"""The audit as a page, to be read from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.facts.units import beside
from tgkt.language import WRITTEN, said
from tgkt.message import Message
from tgkt.report.check import residual_told, short, side
from tgkt.report.words import in_words, word
from tgkt.report.worked import worked
from tgkt.report.wrapping import wrapped
from tgkt.results.check import Closing, Finding
from tgkt.results.computed import Outcome

_WIDTH = 118
_FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)


def findings_page(found: Sequence[Finding], catalogue: Catalogue, lang: str) -> str:
    """The page in a language; the English one has the Vietnamese sentence of a finding beside its own.

    Args:
        found: every relation that was judged.
        catalogue: names of areas and documents.
        lang: the language.
    """
    told = [each for each in found if each.outcome in _FOUND]
    lines = [*_head(found, lang), ""]
    for severity in ("high", "medium", "low"):
        members = [each for each in told if each.severity == severity]
        if members:
            lines += [f"## {word(f'severity_{severity}', lang)} ({len(members)})", ""]
        for each in members:
            lines += _entry(each, catalogue, lang)
    return "\n".join(lines).rstrip() + "\n"


def _head(found: Sequence[Finding], lang: str) -> list[str]:
    """What the page is, and how many relations came out how."""
    totals = Counter(relation.outcome for each in found for relation in each.relations)
    title = Message("How the plan's figures fit together")
    about = Message(
        "This page is made from the data by `tgkt check --page` and is tested to be current. Every "
        "relation between printed figures is judged by intervals: a figure covers every value that "
        "rounds to it, so a difference that rounding explains is not a finding. Nothing here says "
        "that a figure is wrong: it says which figures cannot hold together as printed, and what each "
        "would have to be for the others to hold."
    )
    counts = Message(
        "Of {all} relations, {consistent} are consistent, {inconsistent} are not (for {causes} causes), {assumed} hold "
        "only under an assumption or as read, and {unknown} cannot be computed.",
        all=totals.total(),
        consistent=totals[Outcome.CONSISTENT],
        inconsistent=totals[Outcome.INCONSISTENT],
        causes=sum(each.outcome is Outcome.INCONSISTENT for each in found),
        assumed=totals[Outcome.NEEDS_ASSUMPTION],
        unknown=totals[Outcome.NOT_COMPUTABLE],
    )
    return [f"# {said(title, lang)}", "", wrapped(said(about, lang), _WIDTH), "", wrapped(said(counts, lang), _WIDTH)]


def _entry(each: Finding, catalogue: Catalogue, lang: str) -> list[str]:
    lines = [f"### {each.id}", "", in_words(each.sentence, lang), ""]
    if lang == WRITTEN:
        lines += [f"*{in_words(each.sentence, 'vi')}*", ""]
    told, shown = [*_numbers(each, lang)], set[Statement]()
    for relation in each.relations:
        if relation is not each:
            says = in_words(relation.sentence, lang)
            told += [
                Message("the same cause: {id}: {says}", id=f"`{relation.id}`", says=says),
                *_numbers(relation, lang),
            ]
        told += [_figure(stated, catalogue, lang) for stated in relation.statements if stated not in shown]
        shown |= {*relation.statements}
    return [*lines, *(f"- {said(line, lang)}" for line in told), ""]


def _numbers(each: Finding, lang: str) -> Iterator[Message | str]:
    """A relation with its numbers, both sides, what it assumes, and what would close it."""
    if each.formula and each.left and each.right:
        yield f"`{' '.join(each.formula.split())}`"
        yield Message("with numbers: {numbers}", numbers=worked(each.worked, lang))
        yield Message("left {left}; right {right}", left=side(each.left, lang), right=side(each.right, lang))
        if each.residual:
            yield Message("rounding leaves {rest} unexplained", rest=residual_told(each, lang))
    if each.assumes:
        yield Message("assumes: {what}", what=each.assumes)
    yield from (_closing(closing, lang) for closing in each.closings)


def _closing(closing: Closing, lang: str) -> Message:
    needed = f"{short(closing.printed, lang)} → {short(closing.needed, lang)}"
    return Message(
        "would close with {figure}: {needed}", figure=closing.figure, needed=beside(needed, closing.unit, lang)
    )


def _figure(stated: Statement, catalogue: Catalogue, lang: str) -> str:
    area = catalogue.areas[stated.area].title.within(lang)
    return f"{area}, {stated.period}: {stated.quoted.within(lang)} ({stated.origin}, {stated.locator})"
