"""An origin from its entry: a document with its issuer and its date."""

from __future__ import annotations

from tgkt.facts.indicator import in_one
from tgkt.facts.statement import Issuer, Origin
from tgkt.loading.reading import Entry, Reader
from tgkt.source import Source

_SHORT = 40  # letters; a shorter title is its own short name


def build_origin(name: str, entry: Entry, language: str | None, reader: Reader) -> Origin:
    """Check a document's entry and build it.

    Args:
        name: its id.
        entry: its entry in the file.
        language: the language of the file's documents, used if the entry names none.
        reader: collects the problems.
    """
    dated = entry["date"]
    if dated and not is_date(dated):
        place, path = entry.at("date"), f"{entry.path}.date"
        reader.fail(place, path, "the date '{date}' does not exist. Correct the month or the day", date=dated)
    title = entry["title"] or in_one(name)  # a wrong title is reported already
    return Origin(
        id=name,
        title=title,
        short=entry["short"] or (title if max(map(len, title.texts)) <= _SHORT else in_one(name)),
        issuer=Issuer(entry["issuer"]) if entry["issuer"] else None,
        date=dated,
        url=entry["url"],
        note=entry["note"],
        source=entry.source,
        language=entry["language"] or language,
    )


def nameless_origin(name: str, place: Source) -> Origin:
    """A document of which only its id could be read."""
    return Origin(name, in_one(name), in_one(name), None, None, None, None, place)


def is_date(text: str) -> bool:
    """Whether a year, a month ("2025-09") or a day ("2025-09-15") stands in the calendar."""
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return year > 0 and 1 <= month <= 12 and 1 <= day <= _days(year, month)


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
