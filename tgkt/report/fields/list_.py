"""The fields of `tgkt list`: of each thing that it lists."""

from __future__ import annotations

from tgkt.facts.catalogue import Noun
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.statement import Issuer
from tgkt.report.machine import field as f
from tgkt.report.machine.field import Field
from tgkt.report.machine.shape import Shape
from tgkt.results.list_ import Measure, Subject

_FIGURES = f.whole("figures", "how many printed figures there are of it", always=True)
_ROWS: dict[Subject, tuple[str, tuple[Field, ...]]] = {
    Subject.INDICATORS: (
        "an indicator",
        (
            f.words("codes", "its numbers in the plan in force"),
            f.told("title", "what is measured", always=True),
            f.texts("labels", "the names that rows of plans give it"),
            f.told("unit", "its unit", always=True),
            f.text("section", "its section", always=True),
            f.text("kind", "what sort of quantity it is", Kind, always=True),
            f.text("direction", "which way is better", Direction, always=True),
            _FIGURES,
        ),
    ),
    Subject.AREAS: (
        "an area",
        (
            f.told("title", "its name", always=True),
            f.text("noun", "what sort of area it is", Noun),
            f.words("constituents", "the areas it was merged from"),
            _FIGURES,
        ),
    ),
    Subject.PLANS: (
        "a plan",
        (
            f.told("title", "its name", always=True),
            f.code("period", "the term it is for", always=True),
            f.whole("baseline_year", "its base year", always=True),
            f.whole("targets", "how many numbered targets it has", always=True),
            f.whole("parts", "how many rows it has", always=True),
            f.flag("in_force", "whether it is meant where none is named", always=True),
            f.text("origin", "its document"),
        ),
    ),
    Subject.SECTIONS: (
        "a section",
        (
            f.told("title", "its name", always=True),
            f.whole("indicators", "how many indicators it has", always=True),
            f.whole("parts", "how many rows of the plan in force it has", always=True),
        ),
    ),
    Subject.ORIGINS: (
        "a document",
        (
            f.told("title", "its title", always=True),
            f.told("short", "its name in tables", always=True),
            f.text("issuer", "who answers for it", Issuer),
            f.date("date", "its date, as far as it is known"),
            f.text("language", "how it writes numbers and words"),
            f.text("url", "where it was published"),
            _FIGURES,
        ),
    ),
    Subject.UNITS: (
        "a unit or a scale word",
        (
            f.told("title", "its name", always=True),
            f.text("measures", "what it measures", Measure, always=True),
            f.number("times", "how many `of` one of it is; of a scale word a power of ten", f.PURE),
            f.text("of", "the unit it is derived from"),
            f.texts("spellings", "what else is read as it"),
            f.flag("own", "whether the data folder declares it", always=True),
        ),
    ),
}
_HEAD = (
    f.text("list", "what is listed", Subject, always=True),
    f.text("asked", "the words that it was narrowed by"),
)
LISTS = {
    subject: Shape(
        f"list_{subject}",
        1,
        says,
        f"tgkt list {subject}",
        (
            f.text("key", "the list and the id", always=True),
            f.text("id", "its id, by which every command knows it", always=True),
            *fields,
        ),
        _HEAD,
    )
    for subject, (says, fields) in _ROWS.items()
}
