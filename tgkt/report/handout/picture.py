"""A panel as a file shows it: what was read, how many areas stand where, the worst, parents, what is not decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.handout.document import Document
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.picture_tables import (
    Shown,
    aims_tables,
    nothing_blended,
    parents_table,
    rows_table,
    whys_table,
    worst_table,
)
from tgkt.report.numbers import number
from tgkt.report.table import Table
from tgkt.results.picture import Picture


def picture_document(
    found: Picture, plan: Plan, catalogue: Catalogue, lang: str, section: str | None = None
) -> Document:
    """The picture of a panel as text.

    Args:
        found: what was counted.
        plan: the plan whose targets hold.
        catalogue: titles of sections and documents.
        lang: the language.
        section: the one section that was counted; all unless given.
    """
    shown = Shown(found, plan, catalogue, lang, section)
    return Document(
        lang=lang,
        title=plan.title.within(lang),
        facts=tuple((said(head, lang), said(text, lang)) for head, text in _facts(shown)),
        base=int(plan.baseline),
        ends=int(plan.period.last),
        years=(),
        sections={},
        lines=(),
        signs=(),
        passages=tuple(_passages(shown)),
        found=None,
        catalogue=catalogue,
    )


def _facts(shown: Shown) -> Iterator[tuple[Message, Message | str]]:
    """What was read, of which plan, up to when."""
    read, plan, lang = shown.found.read, shown.plan, shown.lang
    if origin := shown.catalogue.origins.get(plan.origin):
        yield Message("Document"), origin.title.within(lang)
    yield Message("Term"), str(plan.period)
    yield Message("Figures up to"), str(read.as_of)
    files = ", ".join(read.files)
    figures = Message("{number} in {files}", number=_number(read.figures, lang), files=files)
    if read.used < read.figures:
        later = _number(read.figures - read.used, lang)
        figures = Message("{figures}, {later} of them later and left out", figures=figures, later=later)
    yield Message("Figures read"), figures
    if read.areas_file is None:
        yield Message("Areas"), Message("{number} that have a figure", number=_number(read.areas, lang))
    else:
        areas = {"number": _number(read.areas, lang), "file": read.areas_file}
        parents = _number(read.parents or 0, lang)
        yield Message("Areas"), Message("{number} in {file}, of {parents} parent areas", parents=parents, **areas)
    if shown.section is not None:
        yield Message("Only the section"), shown.catalogue.sections[shown.section].within(lang)
    if read.weighed_by is not None:
        yield Message("Parent areas weighed by"), shown.catalogue.indicators[read.weighed_by].title.within(lang)


def _passages(shown: Shown) -> Iterator[Passage]:
    found = shown.found
    tables = tuple(aims_tables(shown))
    yield _passage(shown, "picture", Message("How many areas stand where"), tuple(_counted(shown)), tables)
    if (worst := worst_table(shown)).rows:
        yield _passage(shown, "worst", Message("The worst areas of each target"), tuple(_worst_says(shown)), (worst,))
    if found.parents:
        says = Message("All targets of all areas of a parent area are counted together.")
        yield _passage(shown, "parents", Message("By parent area"), (says,), (parents_table(shown),))
        yield _passage(
            shown, "rows", Message("By parent area and target"), tuple(_rows_says(shown)), (rows_table(shown),)
        )
    if found.whys:
        yield _passage(shown, "whys", Message("Why areas are not judged"), (), (whys_table(shown),))
    yield _passage(shown, "method", Message("How it was reached"), tuple(_method(shown)), ())


def _passage(shown: Shown, id: str, title: Message, says: tuple[Message, ...], tables: tuple[Table, ...]) -> Passage:
    return Passage(id, said(title, shown.lang), tuple(said(each, shown.lang) for each in says), tables)


def _counted(shown: Shown) -> Iterator[Message]:
    """What the counts say, and how much of it is certain."""
    total, lang = shown.found.total, shown.lang
    if not total.pairs:
        yield Message("There is no figure up to {year}, so that nothing is counted.", year=shown.found.read.as_of)
        return
    counts = {
        "pairs": total.pairs,
        "good": total.good,
        "sure": total.good - total.perhaps_good,
        "bad": total.bad,
        "surely_bad": total.bad - total.perhaps_bad,
        "left": total.undecided,
    }
    yield Message(
        "Pairs of an area and a target: {pairs}. Met or on track: {good}, certainly so: {sure}. "
        "Missed or behind: {bad}, certainly so: {surely_bad}. Not judged: {left}.",
        **{name: _number(count, lang) for name, count in counts.items()},
    )
    if shown.found.read.is_exact:
        yield Message(
            "The files do not say how many digits were printed, so every figure counts as exact: where figures are "
            "rounded, less is certain than is said here."
        )


def _worst_says(shown: Shown) -> Iterator[Message]:
    read = shown.found.read
    yield Message(
        "The newest figures that are worst, the worst first and equal ones by name. Those of another year than {year} "
        "have it behind them.",
        year=read.as_of,
    )
    if read.least_weight is not None:
        yield Message("Only areas that weigh {weight} or more are named.", weight=number(read.least_weight, shown.lang))
    if left := sum(not each.worst for each in shown.found.aims):
        yield Message.counted(
            left,
            "{count} target is left out, because neither way is better or no area has a figure.",
            "{count} targets are left out, because neither way is better or no area has a figure.",
        )


def _rows_says(shown: Shown) -> Iterator[Message]:
    found, lang = shown.found, shown.lang
    if found.rest:
        yield Message(
            "The {shown} rows with the largest share of areas missed or behind are shown; {rest} more are left out.",
            shown=_number(len(found.rows), lang),
            rest=_number(found.rest, lang),
        )
    if any(each.is_given and (each.value, each.low, each.high) != (None, None, None) for each in found.rows):
        yield Message("* weighed as was asked, not as the plan declares")
    if nothing_blended(shown):
        yield Message(
            "The plan does not say how these indicators are blended, so no parent area has a figure of its own."
        )


def _method(shown: Shown) -> Iterator[Message]:
    yield Message(
        "Every area is judged by the plan's target from its own figures in these files alone, by the rules for any "
        "target: before the deadline by the path that the target requires, from the deadline on by the result."
    )
    yield Message(
        "An area has a figure of a target if there is one of the base year {base} or a later one up to the deadline. "
        "Coverage is rounded down: 100 % are all areas.",
        base=int(shown.plan.baseline),
    )
    yield Message("Uncertain: rounding of the printed figures could turn the answer round, whichever it is.")
    if shown.found.parents and not nothing_blended(shown):
        yield Message(
            "The value of a parent area follows from its areas as the plan declares: their sum, weighted mean or "
            "ratio. Where areas lack a figure it lies between two ends if the indicator has limits, else it is unknown."
        )


def _number(count: int, lang: str) -> str:
    return number(Decimal(count), lang)
