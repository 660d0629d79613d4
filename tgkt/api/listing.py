"""What there is to name: indicators, areas, plans, sections, documents, units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tgkt.api.answer import Answer
from tgkt.api.pick.name import Name, pick
from tgkt.api.seen import Seen
from tgkt.engine.list_.list_ import lines, names_of
from tgkt.errors import suggest
from tgkt.facts.fit import plain
from tgkt.language import languages
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.list_ import LISTS
from tgkt.report.list_.rows import list_head, list_row
from tgkt.report.list_.tables import list_tables
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.list_ import Line, Measure, Subject

SUBJECTS = tuple(Subject)
_WITHOUT = Message("Leave out the words to list everything")


@dataclass(frozen=True, eq=False, repr=False)
class Listing(Answer[Line]):
    """A list of what can be named.

    Attributes:
        subject: what is listed: indicators, areas, plans, sections, origins, units.
        words: the words that lines must match; empty where all are listed.
    """

    subject: Subject
    words: str = ""

    @property
    def shape(self) -> Shape:  # type: ignore[override]  # each list has its own
        """The fields of a line."""
        return LISTS[self.subject]

    def tables(self, view: View) -> list[Table]:
        """One table; none where nothing matches."""
        return list_tables(self.subject, self.rows, self.knowledge.catalogue, view) if self.rows else []

    def head(self) -> Values:
        """What is listed."""
        return list_head(self.subject, self.words)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each line."""
        return [list_row(each, self.tongues) for each in self.rows]


def list_of(seen: Seen, subject: str, words: str = "") -> Listing:
    """The answer to `Data.list`; a note says what is nearest where nothing matches.

    Raises:
        UsageError: nothing of the sort is listed.
    """
    listed = _subject(subject)
    text = _of_measure(words) if listed is Subject.UNITS else words
    found = lines(listed, text, seen.knowledge.catalogue)
    if not found:
        note(_nothing(text, lines(listed, "", seen.knowledge.catalogue)))
    return Listing(tuple(found), seen.knowledge, seen.lang, listed, text)


def _subject(text: str) -> Subject:
    """The subject of the list, by its word in any language, singular or plural.

    Raises:
        UsageError: nothing of the sort is listed.
    """
    names = [Name(each, (*(word(f"list_{each}", lang) for lang in languages()), each[:-1])) for each in Subject]
    return Subject(pick(text, names, Message("there is no list of '{text}'.", text=text), "").names[0].id)


def _of_measure(text: str) -> str:
    """What units measure, by its word in any language: "tiền" is money; any other text as it is typed."""
    named = {plain(word(f"measure_{each}", lang)): str(each) for each in Measure for lang in languages()}
    return named.get(plain(text), text)


def _nothing(text: str, everything: Sequence[Line]) -> Message:
    """The message that nothing is listed, with the nearest names."""
    if not everything:
        return Message("the data have none")
    titles = {name for line in everything for name in names_of(line) if name}
    return Message("nothing matches '{text}'.{advice}", text=text, advice=suggest(text, titles, _WITHOUT))
