"""A name that the data of a folder give: what is typed, and the line that keeps it."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.record import NamedTuple


class Name(NamedTuple):
    """A name.

    Attributes:
        kind: of what: plan, row, indicator, area, section, origin, identity, year, period; "force" is the plan in
            force.
        text: what is typed: a number or an id.
        plan: of a row, its plan.
        area: of a row, its area.
        id: of a row, its indicator.
        titles: the titles by language.
    """

    kind: str
    text: str
    plan: str = ""
    area: str = ""
    id: str = ""
    titles: Mapping[str, str] = {}


def line_of_name(name: Name) -> str:
    """The line that keeps a name."""
    titles = (f"{lang}={_printable(title)}" for lang, title in name.titles.items())
    return "\t".join((name.kind, name.text, name.plan, name.area, name.id, *titles))


def name_of_line(line: str) -> Name:
    """The name that a line keeps."""
    kind, text, plan, area, id, *titles = line.split("\t")
    pairs = (each.partition("=") for each in titles)
    return Name(kind, text, plan, area, id, {lang: title for lang, _, title in pairs})


def _printable(title: str) -> str:
    """A title as one line that moves no cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in title)
