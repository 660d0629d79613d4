"""A row of a plan as every file shows it: figures as text in the reader's notation, and the places they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.facts.units import beside
from tgkt.record import NamedTuple
from tgkt.report.account import lines_of
from tgkt.report.amounts import known, needed_cell, number_cell, shown_cell, stated, times_cell
from tgkt.report.machine.values import key_of
from tgkt.report.numbers import ends, short, unit
from tgkt.report.places import place
from tgkt.report.status.tables import state_cell
from tgkt.report.table import Cell
from tgkt.report.words import in_words, sentence, word
from tgkt.results.computed import Amount
from tgkt.results.report import Told
from tgkt.results.status import Need
from tgkt.series.known import How


class Source(NamedTuple):
    """Where a figure of a line stands.

    Attributes:
        role: what the figure is to the line: target, baseline, result, a year; of an input what it is about.
        figure: the figure with its unit, as the reader's language writes it.
        period: what it is about.
        printed: the words of the document; empty where the data keep none.
        place: the document by its short name, and the place in it.
        document: the short name of the document.
        origin: its id.
        url: its address, where it has one.
        is_input: whether it is only what a derived figure rests on.
        behind: what it stands behind: target, start or result, or a year since.
    """

    role: str
    figure: str
    period: str
    printed: str
    place: str
    document: str
    origin: str
    url: str | None
    is_input: bool = False
    behind: str = ""


class Story(NamedTuple):
    """A statement about a line: its label, its text, and the meaning that colour may repeat."""

    label: str
    text: str
    mood: str


class Line(NamedTuple):
    """A row of the plan as text.

    Attributes:
        told: the results it shows.
        key: the key it has in every machine answer.
        code: its number as the document prints it.
        title: the name of the indicator.
        unit: the unit of all its figures.
        start: the figure it starts from, its period behind it where that is not the plan's base year.
        years: the figures of the years since, by year.
        target: what is to be reached, its period behind it where that ends before the plan does.
        gap: what is still to go.
        needed: what each year left must bring.
        stretch: the pace required over the pace of the last term.
        state: where it stands, or its grade from its deadline on.
        why: the reason as a sentence.
        story: the account of it, in the order of a letter.
        sources: where its figures stand, the target first.
        area: the title of its area.
        named: the name of the indicator, with its area where the file is about several.
    """

    told: Told
    key: str
    code: str
    title: str
    unit: str
    start: Cell
    years: Mapping[int, Cell]
    target: Cell
    gap: Cell
    needed: Cell
    stretch: Cell
    state: Cell
    why: str
    story: tuple[Story, ...]
    sources: tuple[Source, ...]
    area: str = ""
    named: str = ""


def line_of(told: Told, catalogue: Catalogue, lang: str) -> Line:
    """A row of the plan as text.

    Args:
        told: the row with its story and its way.
        catalogue: titles of areas and documents.
        lang: the language.
    """
    item, row = told.item, told.item.row
    base, ends = catalogue.plans[row.plan].baseline, catalogue.plans[row.plan].period.last
    reason = item.standing.reason if item.standing else item.verdict.reason
    return Line(
        told=told,
        key=key_of(row),
        code=row.code,
        title=row.indicator.title.within(lang),
        unit=unit(row.unit, lang),
        start=_start(told, base, lang),
        years={each.period.last: Cell(f"{known(each, row, lang)}{period_of(each)}") for each in since(told, base)},
        target=_target(told, ends, lang),
        gap=number_cell(item.gap, lang, sign=True),
        needed=needed_cell(item.needed, lang, is_change=item.needed_in is not Need.LEVEL),
        stretch=times_cell(item.stretch, lang),
        state=state_cell(item, lang),
        why=sentence(reason, lang),
        story=tuple(_story(told, catalogue, lang)),
        sources=tuple(_sources(told, base, catalogue, lang)),
        area=catalogue.areas[row.area].title.within(lang),
        named=row.indicator.title.within(lang),
    )


def _start(told: Told, base: int, lang: str) -> Cell:
    """The figure it starts from; what is about another period than the base year says so."""
    item = told.item
    if item.baseline is None:
        return shown_cell(item.row.baseline, item.row, lang)
    text, period = known(item.baseline, item.row, lang), item.baseline.period
    return Cell(text if period.is_year and period.last == base else f"{text} ({period})")


def _target(told: Told, ends: int, lang: str) -> Cell:
    """What is to be reached; what is due in another year than the plan's last says so."""
    target = told.item.row.target
    cell = shown_cell(target, told.item.row, lang)
    return (
        cell if target is None or target.period.last == ends else cell._replace(text=f"{cell.text} ({target.period})")
    )


def since(told: Told, base: int) -> list[Amount]:
    """The figures of the years after the base, the first of them first; that of the term stands in its last year."""
    years = [each for each in reversed(told.account.years) if each.period.is_year and each.period.last > base]
    result = told.item.result
    if result is not None and not result.period.is_year and result.period.last not in {y.period.last for y in years}:
        years.append(result)
    return years


def period_of(amount: Amount) -> str:
    """What stands behind a figure of a term in the column of a year."""
    return "" if amount.period.is_year else f" ({amount.period})"


def _story(told: Told, catalogue: Catalogue, lang: str) -> Iterator[Story]:
    """What is told, without formulas and names of findings: who has the file has no command that explains them.

    What a figure rests on is among the sources, each with its name and place.
    """
    ways, findings = iter(told.account.ways), iter(told.account.findings)
    for line in lines_of(told.account, catalogue, lang):
        text = line.text
        match line.label:
            case "formula" | "inputs":
                continue
            case "story_ways":
                way = next(ways)
                text = f"{ends(way.low, way.high, lang)}, {word(f'how_{way.how}', lang)}"
            case "findings":
                text = in_words(next(findings).sentence, lang)
            case "story_implied" if told.item.implied is not None:
                text = f"{short(told.item.implied.value, lang, places=1)} ({told.item.implied.period})"
        if text:
            yield Story(word(line.label, lang), text, line.mood)


def _sources(told: Told, base: int, catalogue: Catalogue, lang: str) -> Iterator[Source]:
    """Where the target, the start, the result and the figures of the years stand; of a derived figure its inputs."""
    item, row = told.item, told.item.row
    if row.target is not None:
        yield _source("target", row.target, told, catalogue, lang, "target")
    for role, behind, amount in (("baseline", "start", item.baseline), ("result", "result", item.result)):
        yield from _of_amount(role, amount, told, catalogue, lang, behind)
    if item.plan_baseline is not None:
        yield _source("baseline_plan", item.plan_baseline, told, catalogue, lang, "start")
    for each in since(told, base):
        if each is item.result:
            continue
        yield from _of_amount("present", each, told, catalogue, lang, str(each.period))


def _of_amount(
    role: str, amount: Amount | None, told: Told, catalogue: Catalogue, lang: str, behind: str
) -> Iterator[Source]:
    if amount is None:
        return
    if amount.statement is not None and amount.how in (How.PRINTED, How.LATER):
        yield _source(role, amount.statement, told, catalogue, lang, behind)
    else:
        for each in amount.inputs:
            source = _source(role, each, told, catalogue, lang, behind)
            yield source._replace(role=_named(each, told, catalogue, lang), is_input=True)


def _named(found: Statement, told: Told, catalogue: Catalogue, lang: str) -> str:
    """What a figure that another rests on is about; its area too where it is not the row's."""
    title = catalogue.indicators[found.indicator].title.within(lang)
    area = catalogue.areas[found.area].title.within(lang)
    return title if found.area == told.item.row.area else f"{title}, {area}"


def _source(role: str, found: Statement, told: Told, catalogue: Catalogue, lang: str, behind: str) -> Source:
    origin = catalogue.origins[found.origin]
    figure = stated(found, told.item.row.unit, lang)
    return Source(
        role=word(role, lang),
        figure=beside(figure, told.item.row.unit, lang) if _is_in_unit_of(found, told) else figure,
        period=str(found.period),
        printed=found.printed,
        place=place(origin.short.within(lang), found.locator),
        document=origin.short.within(lang),
        origin=found.origin,
        url=origin.url,
        behind=behind,
    )


def _is_in_unit_of(found: Statement, told: Told) -> bool:
    """Whether a figure is shown in the row's own unit, which then stands behind it."""
    return found.figure is not None and found.relative_to is None and found.unit.text == told.item.row.unit.text
