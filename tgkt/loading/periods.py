"""Checks of periods: fiscal years must not mix with calendar years, and parts of a year must be unambiguous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message


def check_part_of_year(entry: Entry, period: Period | None, indicator: Indicator | None, reader: Reader) -> None:
    """Report a timing or a multiple of a part of a year, and an index that is not growth within a year."""
    if period is None:
        return

    def fail(key: str, message: Message) -> None:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message)

    if period.is_part and entry["timing"] not in (None, Timing.IN_YEAR):
        fail("timing", Message("a figure of {period} is for that part of the year only. Remove timing", period=period))
    if period.is_part and (key := next((each for each in ("times", "cut", "rise") if entry.has(each)), None)):
        told = Message(
            "a multiple is of a whole year, not of {period}. Remove {key} and of, and give the figure as value",
            period=period,
            key=key,
        )
        fail(key, told)
    if entry["index"] is None:
        return
    if not period.is_part:
        told = Message(
            "an index against the same part of the year before cannot be a figure of {period}. Remove index",
            period=period,
        )
        fail("index", told)
    elif indicator is not None and indicator.kind is not Kind.GROWTH:
        told = Message(
            "an index against the same part of the year before is growth, and '{id}' is of kind: "
            "{kind}. Write it under the indicator of its growth",
            id=indicator.id,
            kind=indicator.kind,
        )
        fail("index", told)


def refuse_mixed_years(statements: Iterable[Statement], readers: Mapping[str, Reader]) -> None:
    """Report indicators with figures of both fiscal and calendar years.

    Args:
        statements: every target, result and observation of years and terms.
        readers: the reader of each file, which collects its problems.
    """
    first: dict[str, Statement] = {}
    for each in statements:
        other = first.setdefault(each.indicator, each)
        if each.period.is_fiscal is not other.period.is_fiscal:
            readers[each.source.file].fail(each.source, f"indicators.{each.indicator}", _mixed(each, other))


def _mixed(one: Statement, other: Statement) -> Message:
    """The message about a figure of a fiscal year beside one of a calendar year."""
    named = {"period": one.period, "other": other.period, "place": other.source}
    if other.period.is_fiscal:
        return Message(
            "{period} is in calendar years, and {other} in {place} in fiscal years. Write both the "
            "same way, or give one an indicator of its own",
            **named,
        )
    return Message(
        "{period} is in fiscal years, and {other} in {place} in calendar years. Write both the same "
        "way, or give one an indicator of its own",
        **named,
    )


def ask_what_accumulates(
    in_year: Iterable[Statement], indicators: Mapping[str, Indicator], readers: Mapping[str, Reader]
) -> None:
    """Report, once for each indicator, that the data leave open whether its parts of a year add up to the year.

    Args:
        in_year: the figures of parts of years.
        indicators: the indicators by id.
        readers: the reader of each file, which collects its problems.
    """
    asked: set[str] = set()
    for each in in_year:
        declared = indicators[each.indicator]
        if declared.accumulates is not None or declared.id in asked:
            continue
        asked.add(declared.id)
        told = Message(
            "{period} in {place} is part of a year, and nothing says whether '{id}' adds up over the "
            "year. Add flow: true if the parts make the year (revenue), false if not (population)",
            period=each.period,
            place=each.source,
            id=declared.id,
        )
        readers[declared.source.file].fail(declared.source, f"indicators.{declared.id}", told)
