"""A finding in full as Markdown: verdict, sentence, figures with places and what would reconcile them, both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tgkt.facts.catalogue import Break, Catalogue, Severity
from tgkt.facts.statement import Statement
from tgkt.facts.units import beside
from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.breaks import place_of
from tgkt.report.check import residual_told, side
from tgkt.report.markup import in_markdown, paragraph
from tgkt.report.numbers import number, rounded, trimmed
from tgkt.report.places import place
from tgkt.report.table import Column, Table, markdown
from tgkt.report.words import in_words, sentence, word
from tgkt.report.worked import worked
from tgkt.results.check import Equation, Finding
from tgkt.results.computed import Computed
from tgkt.source import Source

_DIGITS, _PLACES = 5, 4  # of what a figure would have to be
_WHOLE = 6  # beyond that power of ten a side has no decimals
_TOUCHES = {
    Severity.HIGH: Message("touches a verdict or a target's meaning"),
    Severity.MEDIUM: Message("touches figures"),
    Severity.LOW: Message("touches presentation only"),
}


class Shown(NamedTuple):
    """What a page shows findings by.

    Attributes:
        catalogue: titles of indicators, areas and documents.
        targets: what is a target, by its place: its number in the plan in force, empty in any other plan.
        lang: the language.
    """

    catalogue: Catalogue
    targets: Mapping[Source, str]
    lang: str


def finding_lines(found: Finding, shown: Shown) -> list[str]:
    """The lines below the heading of a finding.

    Args:
        found: the finding.
        shown: what it is shown by.
    """
    lang = shown.lang
    verdict = f"**{in_markdown(word(found.outcome, lang))}** · {in_markdown(said(_TOUCHES[found.severity], lang))}"
    lines = [verdict, "", paragraph(in_words(found.sentence, lang)), ""]
    lines += [*_relation(found, shown, set())]
    seen = {*found.statements}
    for other in found.others:
        lines += [paragraph(said(Message("The same cause: {says}", says=in_words(other.sentence, lang)), lang)), ""]
        lines += [*_relation(other, shown, seen)]
        seen |= {*other.statements}
    return lines


def _relation(found: Finding, shown: Shown, seen: set[Statement]) -> Iterator[str]:
    """A relation with its figures, unless they have been shown and nothing would reconcile them, and its sides."""
    needed = _needed(found, shown.lang)
    if needed or not {*found.statements} <= seen:
        yield from _figures(found, needed, shown)
    yield from (*(f"- {each}" for each in _facts(found, shown)), "")


def _figures(found: Finding, needed: Mapping[Statement, str], shown: Shown) -> Iterator[str]:
    """The table of figures: what each is, what is printed, what it would have to be, and where it stands."""
    lang = shown.lang
    heads = [Message("Figure"), Message("Printed"), Message("Would reconcile it, the others as printed")]
    table = Table("", [*(Column(said(head, lang)) for head in heads), Column(word("locator", lang))])
    for stated in found.statements:
        origin = shown.catalogue.origins[stated.origin].short.within(lang)
        where = place(origin, stated.locator)
        table.add(_figure(stated, shown), stated.quoted.within(lang), needed.get(stated, ""), where)
    if table.rows:
        yield from (*markdown([table.without_empty()]).splitlines(), "")


def _figure(stated: Statement, shown: Shown) -> str:
    """What a figure is: its indicator, whether it is a target, with its number, its area and its period."""
    lang, number = shown.lang, shown.targets.get(stated.source)
    title = shown.catalogue.indicators[stated.indicator].title.within(lang)
    if number:
        title = said(Message("{title} (target {number})", title=title, number=number), lang)
    elif number is not None:
        title = said(Message("{title} (target)", title=title), lang)
    return f"{title}, {shown.catalogue.areas[stated.area].title.within(lang)}, {stated.period}"


def _needed(found: Finding, lang: str) -> dict[Statement, str]:
    """What each figure would have to be, the others as printed."""
    if not isinstance(found.worked, Equation):
        return {}
    stated = {str(reference): statement for reference, statement in found.worked.figures}
    return {
        stated[each.figure]: beside(_short(each.needed, lang), each.unit, lang)
        for each in found.closings
        if each.figure in stated
    }


def _short(value: Decimal, lang: str) -> str:
    """A computed number with five digits, or all before the decimal mark; four decimals tell enough of a small one."""
    size = value.adjusted() if value else 0
    return number(trimmed(rounded(value, max(0, min(_DIGITS - 1 - size, max(_PLACES, 1 - size))))), lang)


def _facts(found: Finding, shown: Shown) -> Iterator[str]:
    """The relation with its numbers, both sides, what it assumes, breaks, and its id with its formula."""
    lang = shown.lang
    if found.formula and found.left and found.right:
        left, right = _side(found.left, lang), _side(found.right, lang)
        told = [Message("Left side {left}; right side {right}", left=left, right=right)]
        if isinstance(found.worked, Equation):  # the numbers of a rule are those of the table
            told.insert(0, Message("With numbers: {numbers}", numbers=worked(found.worked, lang)))
        if found.residual:
            told.append(Message("Rounding leaves {rest} unexplained", rest=residual_told(found, lang)))
        yield from (in_markdown(said(each, lang)) for each in told)
    if found.assumes:
        yield in_markdown(said(Message("Assumes: {what}", what=found.assumes), lang))
    if found.reason:
        yield in_markdown(sentence(found.reason, lang))
    for each in _breaks(found, shown.catalogue):
        yield in_markdown(_break(each, found, shown))
    formula = f": `{' '.join(found.formula.split())}`" if found.formula else ""
    yield f"`{found.id}`{formula}"


def _side(value: Computed, lang: str) -> str:
    """One side of a relation: of a large number with fewer decimals than elsewhere, since its digits tell enough."""
    sizes = [each.adjusted() for each in (value.value, value.low, value.high) if each and each.is_finite()]
    places = max(0, _WHOLE - max(sizes, default=0))
    middle, low, high = (_cut(each, places) for each in (value.value, value.low, value.high))
    return side(Computed(middle, low, high, value.unit), lang)


def _cut(value: Decimal, places: int) -> Decimal:
    return rounded(value, places) if value.is_finite() else value


def _breaks(found: Finding, catalogue: Catalogue) -> tuple[Break, ...]:
    """The breaks that touch its figures; that which it reports itself, though it has none."""
    own = tuple(each for each in catalogue.breaks if found.id == f"series.{each.id}")
    return own or found.breaks


def _break(each: Break, found: Finding, shown: Shown) -> str:
    """The words of a break, unless they are the finding's own, and the document that shows it."""
    lang, where = shown.lang, place_of(each, shown.catalogue, shown.lang)
    if found.sentence == each.says:
        return said(Message("Where it shows: {place}", place=where), lang)
    return said(Message("A break in the series: {says} ({place})", says=each.says, place=where), lang)
