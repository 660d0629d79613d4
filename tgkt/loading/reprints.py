"""Checks of targets that are printed once more: they say no more than a target does, and a plan has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message

_OF_NO_TARGET = ("status", "supersedes", "index", "ambition", "official")


def check_reprint(entry: Entry, reader: Reader) -> None:
    """Report keys of a measurement or of an aim beside the mark of a target that is printed once more."""
    for key in _OF_NO_TARGET if entry["reprint"] else ():
        if entry.has(key):
            told = Message("a target has no '{key}'. Remove it, or 'reprint' if this is no target of a plan", key=key)
            reader.fail(entry.at(key), f"{entry.path}.{key}", told)


def refuse_strays(
    reprints: Iterable[Statement], rows: Iterable[Row], targeted: Collection[str], readers: Mapping[str, Reader]
) -> None:
    """Report targets printed once more that no plan prints; those of rows that were refused are left alone.

    Args:
        reprints: the targets printed once more.
        rows: the rows of all plans, as far as they could be built.
        targeted: the indicators that have a target in some row, built or not.
        readers: the reader of each file, which collects its problems.
    """
    built = {(row.indicator.id, row.area) for row in rows if row.target}
    known = {indicator for indicator, _ in built}
    for each in reprints:
        is_judged = each.indicator in known or each.indicator not in targeted
        if (each.indicator, each.area) not in built and is_judged:
            told = Message(
                "no plan has a target of '{id}' in '{area}'. Write its row, or 'ambition: true' for an aim stated in "
                "passing",
                id=each.indicator,
                area=each.area,
            )
            readers[each.source.file].fail(each.source, f"indicators.{each.indicator}", told)
