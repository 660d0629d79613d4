"""Groups of fields that several commands have: what a row is about, a known figure, a reason, a break."""

from __future__ import annotations

from tgkt.facts.catalogue import Severity, Side
from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.sentences import SENTENCES
from tgkt.series.certainty import Rest
from tgkt.series.known import How

KEY = "plan, area and number of the row: the same in every command, and never twice in one"
ABOUT = (
    f.text("key", KEY, always=True),
    f.text("id", "the indicator", always=True),
    f.code("code", "number of the row in the plan; null where no plan has a row"),
    f.text("plan", "the plan; null where no plan has a row"),
    f.text("area", "the area", always=True),
    f.text("section", "the section of the indicator", always=True),
    f.told("title", "what is measured", always=True),
)
"""What a row of a plan is about."""

REASON_CODES = tuple(SENTENCES)


def clock(*, across: bool = True) -> tuple[Field, ...]:
    """What is looked at: figures up to a year, documents up to a date, across breaks or not."""
    found = (
        f.whole("as_of", "the last year whose figures are looked at"),
        f.date("known_by", "the last date of the documents looked at; null for all"),
    )
    compared = f.flag("across_breaks", "whether figures are compared across breaks", always=True)
    return (*found, compared) if across else found


def amount(name: str, what: str) -> tuple[Field, ...]:
    """A known figure: its number, interval and unit, what it is about, and how it is known.

    The fields of the one called `value` are `low`, `high`, `unit` and so on; those of any other begin with its name.
    """
    own = "" if name == "value" else f"{name}_"
    return (
        f.number(name, f"{what}: the number as printed or computed; null for a bound and a range", f"{own}unit"),
        f.number(f"{own}low", "lower end of what it may stand for; null where it is open", f"{own}unit"),
        f.number(f"{own}high", "upper end of what it may stand for; null where it is open", f"{own}unit"),
        f.text(f"{own}unit", f"unit of `{name}` and its ends"),
        f.code(f"{own}period", "the year, the term or the part of a year it is about"),
        f.text(f"{own}how", "how it is known", How),
        f.text(f"{own}status", "how settled it is", Status),
        f.text(f"{own}comparator", "the words around the printed number", Comparator),
        f.text(f"{own}printed", "the words of the document"),
        f.words(f"{own}from", "the documents it comes from"),
        f.text(f"{own}formula", "the formula of a derived figure"),
        f.told_texts(f"{own}assumes", "what must hold for a derived figure to be right"),
        f.words(f"{own}missing", "the parts of the area that have no figure"),
    )


def reason(prefix: str, why: str) -> tuple[Field, ...]:
    """A reason: its code, what its sentence is filled with, and the sentence in English."""
    return (
        f.text(f"{prefix}reason", f"{why}, as a code", REASON_CODES),
        f.facts(f"{prefix}reason_fields", "what the sentence is filled with, by name"),
        f.text(f"{prefix}why", f"{why}, as a sentence in English"),
    )


def rests(name: str, what: str) -> Field:
    """What something rests on."""
    return f.words(name, f"what {what} rests on", Rest)


def place(prefix: str = "", what: str = "it") -> tuple[Field, ...]:
    """A document and a place in it."""
    return (
        f.text(f"{prefix}origin", f"the document that prints {what}"),
        f.text(f"{prefix}locator", "the place in that document"),
    )


def breaks(what: str) -> Field:
    """The breaks that touch a row."""
    return f.words("breaks", f"the breaks that touch {what}, by the `key` they have in the head of JSON")


BREAKS = f.rows(
    "breaks",
    "every break that touches a row",
    (
        f.text("key", "the break", always=True),
        f.text("id", "the indicator whose figures differ", always=True),
        f.words("areas", "the areas it holds for; empty for all"),
        f.whole("from", "the first year of the new side; null where it parts no years"),
        f.text("target", "the side that later targets stand on", Side),
        f.told("says", "what differs", always=True),
        f.text("severity", "how much it matters", Severity, always=True),
        *place(what="it"),
    ),
)
PLAN = f.text("plan", "the plan")
