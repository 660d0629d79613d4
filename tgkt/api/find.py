"""Printed figures by a number or by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.seen import Seen
from tgkt.engine.find.find import find as find_in
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.find import FIND
from tgkt.report.find import find_head, find_row, find_tables
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.numbers import number
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.find import Found, Hit


@dataclass(frozen=True, eq=False, repr=False)
class Hits(Answer[Hit]):
    """Printed figures, each with its words, its document and its place there, the best first.

    Attributes:
        found: what was looked for, and how it was read.
        option: the option for the data that the command below the tables needs.
    """

    shape: ClassVar[Shape] = FIND

    found: Found
    option: str = ""

    def tables(self, view: View) -> list[Table]:
        """One table, and the command that shows all that is known of the first hit; none where nothing was found."""
        if not self.rows:
            return []
        first = self.rows[0]
        command = f"tgkt explain {first.codes[0] if first.codes else first.indicator.id}{self.option}"
        return find_tables(self.found, command, view)

    def head(self) -> Values:
        """What was looked for, and how it was read."""
        return find_head(self.found)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each figure."""
        return [find_row(hit, self.tongues) for hit in self.rows]


def find(seen: Seen, text: str) -> Hits:
    """The answer to `Data.find`; a note says what is nearest where nothing is found."""
    found = find_in(text, seen.knowledge.catalogue)
    if not found.hits:
        note(_nothing(found, seen.lang))
    return Hits(found.hits, seen.knowledge, seen.lang, found, seen.option)


def _nothing(found: Found, lang: str) -> Message:
    """The message that nothing was found, with the nearest figures or words."""
    if found.near:
        near = [number(each, lang) for each in found.near]
        if len(near) == 1:
            return Message("no document prints '{text}'. The nearest figure is {one}", text=found.asked, one=near[0])
        fields = {"text": found.asked, "below": near[0], "above": near[1]}
        return Message("no document prints '{text}'. The nearest figures are {below} and {above}", **fields)
    if found.readings:
        return Message("no document prints '{text}'. Leave out its unit", text=found.asked)
    if found.meant:
        return Message("nothing found for '{text}'. Did you mean '{words}'?", text=found.asked, words=found.meant)
    return Message("nothing found for '{text}'. tgkt list indicators shows every title", text=found.asked)
