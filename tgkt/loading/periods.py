"""What must hold of periods: fiscal years apart from others, and figures of parts of a year that say what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.loading.reading import Entry, Reader


def check_part_of_year(entry: Entry, period: Period | None, indicator: Indicator | None, reader: Reader) -> None:
    """A figure of a part of a year is that part's own; only growth within a year may be printed as an index."""
    if period is None:
        return

    def fail(key: str, message: str) -> None:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message)

    if period.is_part and entry["timing"] not in (None, Timing.IN_YEAR):
        fail("timing", f"a figure of {period} is of that part of the year alone. Remove timing")
    if period.is_part and (key := next((each for each in ("times", "cut", "rise") if entry.has(each)), None)):
        fail(key, f"a multiple is of a whole year, not of {period}. Remove {key} and of, and give the figure as value")
    if entry["index"] is None:
        return
    if not period.is_part:
        fail("index", f"an index of the same part of the year before is no figure of {period}. Remove index")
    elif indicator is not None and indicator.kind is not Kind.GROWTH:
        told = f"an index of the same part of the year before is growth, and '{indicator.id}' is a {indicator.kind}"
        fail("index", f"{told}. Write it under the indicator of its growth")


def refuse_mixed_years(statements: Iterable[Statement], readers: Mapping[str, Reader]) -> None:
    """All figures of an indicator are of fiscal years, or none is.

    Args:
        statements: every target, result and observation of years and terms.
        readers: who tells what is wrong with a file, by its name.
    """
    first: dict[str, Statement] = {}
    for each in statements:
        other = first.setdefault(each.indicator, each)
        if each.period.is_fiscal is not other.period.is_fiscal:
            kinds = ("calendar", "fiscal") if other.period.is_fiscal else ("fiscal", "calendar")
            told = f"{each.period} is of {kinds[0]} years, and {other.period} in {other.source} of {kinds[1]} years"
            message = f"{told}. Write both alike, or give one an indicator of its own"
            readers[each.source.file].fail(each.source, f"indicators.{each.indicator}", message)


def ask_what_accumulates(
    in_year: Iterable[Statement], indicators: Mapping[str, Indicator], readers: Mapping[str, Reader]
) -> None:
    """Where nothing declared tells whether a part of a year is a part of the figure, it is asked, once an indicator.

    Args:
        in_year: the figures of parts of years.
        indicators: what is measured, by id.
        readers: who tells what is wrong with a file, by its name.
    """
    asked: set[str] = set()
    for each in in_year:
        declared = indicators[each.indicator]
        if declared.accumulates is not None or declared.id in asked:
            continue
        asked.add(declared.id)
        told = f"{each.period} in {each.source} is of a part of a year; nothing says whether '{declared.id}' adds up"
        message = f"{told}. Add flow: true where the parts make the year (revenue), false where it stands (population)"
        readers[declared.source.file].fail(declared.source, f"indicators.{declared.id}", message)
