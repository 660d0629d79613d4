"""The table of all figures, printed and derived, and that of what derived ones stand on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Origin, Statement, Status, Timing
from tgkt.report.exchange.column import Cells, Sheet, flag, number, text, texts, told, whole, words
from tgkt.report.machine.digits import highest, lowest, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import amount_values
from tgkt.report.words import in_words
from tgkt.results.export import Derived, Exported, Measure, Part, Stated
from tgkt.series.known import How
from tgkt.series.role import Role


def _figures(found: Exported) -> Iterator[Cells]:
    origins = found.catalogue.origins
    return chain((_stated(each, origins) for each in found.stated), map(_derived, found.derived))


def _stated(each: Stated, origins: dict[str, Origin]) -> Cells:
    s = each.statement
    return {
        "key": each.key,
        "indicator": s.indicator,
        "area": s.area,
        "plan": each.plan,
        "code": each.code,
        "role": each.part,
        "period": str(s.period),
        "timing": s.timing,
        "readings": list(s.readings),
        "measure": each.measure,
        "relative_to": None if s.relative_to is None else str(s.relative_to),
        "comparator": s.comparator,
        "value": number_of(s.figure),
        "low": lowest(each.low),
        "high": highest(each.high),
        **_range(s),
        "tolerance": s.tolerance,
        "reached": s.reached,
        "unit": s.unit.text,
        "multiplier": s.times,
        "decimals": each.decimals,
        "status": s.status,
        "taken_as": each.taken_as,
        "counts_as": each.role,
        "ambition": s.ambition,
        "supersedes": list(s.supersedes),
        "excludes": list(s.excludes),
        "part_of": each.part_of,
        "origin": s.origin,
        "origin_date": origins[s.origin].date,
        "locator": s.locator or None,
        "printed": s.printed or None,
        "printed_unit": s.printed_unit,
        "pick": s.pick,
        "official": s.official,
        **words("note", s.note),
    }


def _range(stated: Statement) -> Cells:
    """Both numbers of a figure that has two."""
    figure = stated.figure
    return {} if figure is None or figure.low == figure.high else {"range_low": figure.low, "range_high": figure.high}


def _derived(each: Derived) -> Cells:
    values, derivation = amount_values(each.amount, "value", Tongues()), each.amount.derivation
    assumes = derivation.assumes if derivation else ()
    kept = {name: values[name] for name in ("value", "low", "high", "period", "status", "how", "formula", "missing")}
    return {
        **kept,
        "key": each.key,
        "indicator": each.indicator,
        "area": each.area,
        "plan": each.plan or None,
        "code": each.code or None,
        "role": Part.DERIVED,
        "measure": Measure.ABSOLUTE,
        "unit": each.amount.unit.text,
        "multiplier": each.multiplier,
        **{f"assumes_{tag}": [in_words(said, tag) for said in assumes] for tag in ("vi", "en")},
    }


FIGURES = Sheet(
    "figures",
    "Figures",
    "Every figure that a document prints, with its origin, and every figure that follows from them and that no "
    "document prints (role: derived).",
    (
        text("key", "unique; of what is printed as in `tgkt explain -f json`, of a target by its row", always=True),
        text("indicator", "what it is about", always=True, of="indicators"),
        text("area", "the area it is about", always=True, of="areas"),
        text("plan", "the plan in whose row it stands, or is shown where it is derived", of="plans"),
        text("code", "the number of that row"),
        text("role", "what it is in the data", Part, always=True),
        text("period", "the year, the term or the part of a year", always=True),
        text("timing", "how it relates to its period; empty where it is derived", Timing),
        texts("readings", "where the words of a term allow several timings: those, its own first"),
        text("measure", "what its number is; of a cut or rise the multiple it comes to", Measure, always=True),
        text("relative_to", "of a multiple, cut or rise: the base year"),
        text("comparator", "the words around the number; empty where it is derived", Comparator),
        number("value", "the number as printed, or as derived; empty for a range, for bounds and for words"),
        number("low", "lower end of what it may stand for, of a target of what meets it; empty where it is open"),
        number("high", "upper end of that"),
        number("range_low", "the first number of a printed range"),
        number("range_high", "the second number of a printed range"),
        number("tolerance", "how far from a target without a better side still counts as it"),
        flag("reached", "of a milestone: whether the words say that it was reached"),
        text("unit", "the unit of its numbers", always=True),
        number("multiplier", "times which it is in the indicator's unit", always=True),
        whole("decimals", "digits after the point of the printed number"),
        text("status", "how settled it is, by its document; empty for a target", Status),
        text("taken_as", "how settled it is, once the date of its document is looked at", Status),
        text("counts_as", "what it is to the figure that counts for its period", Role),
        flag("ambition", "whether it is an aim stated in passing, and no measurement"),
        texts("supersedes", "the documents whose figure it replaces"),
        texts("excludes", "what the document leaves out of it"),
        text("part_of", "the figure of the structure that it is a share of", of=("", "key")),
        text("origin", "the document; of a derived figure those of its inputs", of="origins"),
        text("origin_date", "the date of that document as far as it is known"),
        text("locator", "the place in that document"),
        text("printed", "the words of the document"),
        text("printed_unit", "the unit the document prints where it cannot be meant literally"),
        text("pick", "which number of a printed N/M is meant", ("part", "total")),
        text("official", "the document's own words that grade it"),
        *told("note", "how it was read"),
        text("how", "of a derived figure: how it follows", How),
        text("formula", "of a derived figure: what is computed"),
        texts("assumes_vi", "of a derived figure: what must hold for it to be right, in Vietnamese"),
        texts("assumes_en", "the same in English"),
        texts("missing", "of a derived figure: the parts without a figure"),
    ),
    ("key",),
    _figures,
)


def _inputs(found: Exported) -> Iterator[Cells]:
    for each in found.derived:
        for key in each.inputs:
            yield {"figure": each.key, "input": key}


INPUTS = Sheet(
    "inputs",
    "Inputs",
    "The printed figures that derived ones stand on.",
    (
        text("figure", "the derived figure", always=True, of=("figures", "key")),
        text("input", "a figure it stands on", always=True, of=("figures", "key")),
    ),
    ("figure", "input"),
    _inputs,
)
