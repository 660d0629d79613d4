"""The figures of a table compared with those the data have, their documents found."""

from __future__ import annotations

from collections import Counter

from tgkt.errors import DataError, Problem, UsageError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.arriving.compared import Known, Repeats
from tgkt.loading.arriving.item import ALL, Asked, Batch, Item
from tgkt.loading.content import MOST_BYTES
from tgkt.loading.tabular.arrived import Arrived, Progress, Wishes
from tgkt.loading.tabular.notation import Notation
from tgkt.message import Message
from tgkt.results.imported import Action

_SHORTEST = 60  # bytes of a figure's line; more figures than fit into a file are not collected


def wishes(asked: Asked, before: Catalogue) -> Wishes:
    """The user's options for the cells of a table, with names checked.

    Raises:
        UsageError: an option names an unknown plan, area or indicator.
    """
    whole = before.whole_area()
    if asked.plan is not None and asked.plan not in before.plans:
        advice = suggest(asked.plan, before.plans, Message("The data hold no plan"))
        raise UsageError("--plan: unknown plan '{id}'.{advice}", id=asked.plan, advice=advice)
    if asked.area is not None and asked.area not in before.areas:
        advice = suggest(asked.area, before.areas)
        raise UsageError("--area: unknown area '{id}'.{advice}", id=asked.area, advice=advice)
    for id in asked.accept:
        if id not in before.indicators and id != ALL:
            advice = suggest(id, before.indicators)
            raise UsageError("--accept: unknown indicator '{id}'.{advice}", id=id, advice=advice)
    return Wishes(
        catalogue=before,
        plan=before.plans[asked.plan] if asked.plan else before.plan_in_force(),
        area=asked.area or (whole.id if whole else ""),
        origin=asked.origin or "",
        status=asked.status,
        notation=Notation(asked.notation) if asked.notation else None,
    )


def gather(found: Batch, progress: Progress) -> None:
    """Read the table of a batch and compare each figure with the data.

    Raises:
        DataError: the table cannot be read to its end, or has more figures than a file may hold.
    """
    known, repeats = Known(found.before), Repeats()
    for arrived in found.table.figures(progress):
        found.items.append(_item(found, arrived, known, repeats))
        if len(found.items) * _SHORTEST > MOST_BYTES:
            told = Message(
                "{file}: more than {most} figures, which is more than a data file may hold. "
                "Import it in parts, into several folders",
                file=found.asked.name,
                most=MOST_BYTES // _SHORTEST,
            )
            raise DataError([told])
    told_of = found.table.told
    found.loose += told_of.problems
    found.said += [*told_of.said, *told_of.counted(), *_old_documents(found)]


def _item(found: Batch, arrived: Arrived, known: Known, repeats: Repeats) -> Item:
    origin, wrong = found.documents.find(arrived.origin)
    wrong = found.table.no_origin if wrong and not arrived.origin else wrong
    if wrong and found.documents.is_first(arrived.origin):  # reported once, however many lines lack it
        found.loose.append(Problem(found.table.document_at(arrived), "", wrong))
    first, is_same = repeats.meet(arrived, origin or arrived.origin)
    if first is not None:
        item = Item(arrived, origin, Action.SAME)
        if not is_same:
            told = Message(
                "this figure has another value, {value}, at {place}. Keep one",
                value=first.said,
                place=found.table.at(first),
            )
            item.fail(Problem(found.table.at(arrived), arrived.indicator, told))
        return item
    if wrong:
        return Item(arrived, "", Action.HELD, lacks=wrong)
    compared = known.compare(arrived, origin)
    return Item(arrived, origin, compared.action, corrects=compared.corrects)


def _old_documents(found: Batch) -> list[Message]:
    """The documents that are too old for their figures, and those without a date."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in found.items:
        if item.action is Action.SAME or not item.origin:
            continue
        date = found.documents.date_of(item.origin)
        if date is None or int(date[:4]) < item.arrived.period.last:
            counts[item.origin, date or ""] += 1
    return [_old_document(origin, date, count) for (origin, date), count in counts.items()]


def _old_document(origin: str, date: str, count: int) -> Message:
    if not date:
        return Message.counted(
            count,
            "the origin '{id}' has no date, so its {count} figure ranks last. Name --date",
            "the origin '{id}' has no date, so its {count} figures rank last. Name --date",
            id=origin,
        )
    return Message(
        "the origin '{id}' is dated {date}, before the period of {count} of its figures: read as forecasts",
        id=origin,
        date=date,
        count=count,
    )
