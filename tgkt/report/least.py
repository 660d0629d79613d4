"""The tables of `tgkt check --least` and `--range`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.facts.units import beside
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.numbers import ends, in_short, number, printed, trimmed
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.computed import Computed
from tgkt.results.least import Allowed, Changed, Least, Reconciliation, Size

_WEIGHTS = Message(
    "Weights: official 4, provisional 3, estimated 2, any other figure and targets 1, and 1 for each further kind of "
    "issuer that prints it. A number before a figure marks a target, which is decided and not measured."
)


def least_told(found: Size) -> Message:
    """How large the least that must change is, in a sentence; nothing stands for none."""
    if not found.figures:
        return Message("All relations between figures can hold together as printed.")
    return Message.counted(
        found.figures,
        "Changing {count} printed figure (weight {weight}) would suffice for all of them to hold together.",
        "Changing {count} printed figures (weight {weight}) would suffice for all of them to hold together.",
        weight=found.weight,
    )


def least_tables(found: Least, catalogue: Catalogue, view: View) -> list[Table]:
    """The figures of each set of several, then those that suffice alone; below them what stays out.

    Args:
        found: the least that must change.
        catalogue: titles, areas, numbers of targets, documents.
        view: language and width.
    """
    several = [each for each in found.reconciliations if len(each.first) > 1]
    alone = [each for each in found.reconciliations if len(each.first) == 1]
    tables = [_table(_title(each), [each], catalogue, view) for each in several]
    if alone:
        title = Message.counted(
            len(alone),
            "{count} figure that suffices alone",
            "{count} figures of which each suffices for relations alone",
        )
        tables.append(_table(title, alone, catalogue, view))
    tables = tables or [Table(said(least_told(found.size), view.lang), [Column("")])]
    tables[-1].note = "\n".join(said(each, view.lang) for each in _notes(found))
    return tables


def allowed_table(found: Allowed, catalogue: Catalogue, lang: str) -> Table:
    """What one figure may be, and which relations say so."""
    table = Table(
        said(_allowed_told(found, catalogue, lang), lang),
        [Column(word("relation", lang)), Column(word("outcome_head", lang))],
    )
    for each in (*found.relations, *found.apart):
        mood = "weak" if each in found.apart else each.outcome.mood
        told = word("left_out", lang) if each in found.apart else word(each.outcome, lang)
        table.add(each.id, Cell(told, mood))
    table.note = said(_WITHOUT, lang)
    return table


_WITHOUT = Message(
    "Left out: what does not hold beside the nearer relations, whatever this figure is; also every relation that fails "
    "without it, and those under an assumption."
)


def _allowed_told(found: Allowed, catalogue: Catalogue, lang: str) -> Message:
    figure, shown = _name(found.statement, catalogue, lang), _printed(found.statement, lang)
    if found.range is None:
        return Message("No relation bounds this figure: {figure}, printed {printed}", figure=figure, printed=shown)
    facts = {"figure": figure, "printed": shown, "range": _range(found.range, lang)}
    if found.holds:
        return Message("With every other figure as printed: {figure} can be {range}; printed is {printed}", **facts)
    return Message("With every other figure as printed: {figure} can be {range}, while {printed} is printed", **facts)


def _title(each: Reconciliation) -> Message:
    figures = Message.counted(len(each.first), "{count} figure", "{count} figures")
    return Message.counted(
        len(each.relations),
        "{figures} for {count} relation that does not hold, and those that hang together with it: weight {weight}; "
        "lightest sets: {sets}",
        "{figures} for {count} relations that do not hold, and those that hang together with them: weight {weight}; "
        "lightest sets: {sets}",
        figures=figures,
        weight=each.weight,
        sets=each.sets,
    )


def _notes(found: Least) -> Iterator[Message]:
    yield Message(
        "Changing these figures would suffice; those after “or” would do in the place of those above them, in any "
        "combination. None is called wrong. Ranges hold beside the first figures of the other choices."
    )
    yield _WEIGHTS
    yield Message(
        "Relations under an assumption stay out ({assumed}), and those about words or derived figures ({words}).",
        assumed=found.assumed,
        words=found.words,
    )
    if undecided := sum(each.undecided for each in found.reconciliations):
        yield Message.counted(
            undecided,
            "The search could not decide {count} set that is no heavier.",
            "The search could not decide {count} sets that are no heavier.",
        )


def _table(title: Message, sets: Sequence[Reconciliation], catalogue: Catalogue, view: View) -> Table:
    lang = view.lang
    table = Table(
        said(title, lang),
        [
            Column(word("code", lang), key="code"),
            Column(word("least_figure", lang), fold=True, key="figure"),
            Column(word("least_printed", lang), right=True, key="printed"),
            Column(word("enough", lang), right=True, key="enough"),
            *([] if view.is_narrow else [Column(word("least_weight", lang), right=True, key="weight")]),
            *([Column(word("origin", lang), fold=True, key="origin")] if view.is_wide else []),
        ],
    )
    for each in sets:
        for choice in each.choices:
            for alternative, figures in enumerate(choice):
                for at, changed in enumerate(figures):
                    joined = "and_with" if at else "or_instead" if alternative else None
                    table.add(*_cells(changed, joined, catalogue, view, is_first=not alternative), of=changed)
    return table


def _cells(each: Changed, joined: str | None, catalogue: Catalogue, view: View, *, is_first: bool) -> list[Cell]:
    """A row: the figure, with what joins it to the one above, what is printed, and what would suffice."""
    lang, stated = view.lang, each.statement
    name = _name(stated, catalogue, lang)
    told = word(joined, lang).format(figure=name) if joined else name
    cells = [
        Cell(_code(stated, catalogue), ""),
        Cell(told, "" if is_first else "weak"),
        Cell(_printed(stated, lang)),
        Cell(_enough(each.enough, lang) if each.enough else "", "strong" if is_first else ""),
    ]
    cells += [] if view.is_narrow else [Cell(str(each.weight))]
    place = "; ".join(filter(None, (catalogue.origins[stated.origin].short.within(lang), stated.locator)))
    return [*cells, Cell(place)] if view.is_wide else cells


def _name(stated: Statement, catalogue: Catalogue, lang: str) -> str:
    """A figure by what it measures, where and when."""
    whole = catalogue.whole_area()
    area = "" if whole is not None and stated.area == whole.id else catalogue.areas[stated.area].title.within(lang)
    return ", ".join(
        filter(None, (catalogue.indicators[stated.indicator].title.within(lang), area, str(stated.period)))
    )


def _code(stated: Statement, catalogue: Catalogue) -> str:
    """The number of the target that a figure is."""
    plan = catalogue.plan_in_force()
    rows = (row for row in (plan.rows if plan else ()) if row.target is not None and row.target.source == stated.source)
    return next((row.code for row in rows if row.indicator.id == stated.indicator), "")


def _printed(stated: Statement, lang: str) -> str:
    if stated.figure is None:
        return stated.printed
    shown = printed(in_short(stated.figure), lang)
    return f"×{shown}" if stated.relative_to is not None else beside(shown, stated.unit, lang)


def _enough(found: Computed, lang: str) -> str:
    """A range that would suffice, without the unit, which stands beside what is printed; rounded so that it does."""
    if not (found.low.is_finite() and found.high.is_finite()):
        return _range(found, lang, is_plain=True)
    width = found.high - found.low
    places = min(4, max(0, 2 - width.adjusted())) if width else 4
    step = Decimal(1).scaleb(-places)
    low, high = found.low.quantize(step, ROUND_CEILING), found.high.quantize(step, ROUND_FLOOR)
    if low > high:  # one value, but for rounding
        return _range(found, lang, is_plain=True)
    shown = [number(trimmed(each), lang) for each in dict.fromkeys((low, high))]
    return ("×" if found.unit.text == "lần" else "") + " - ".join(shown)


def _range(found: Computed, lang: str, *, is_plain: bool = False) -> str:
    if not (found.low.is_finite() or found.high.is_finite()):
        return word("any_value", lang)
    shown = ends(found.low, found.high, lang)
    if found.unit.text != "lần":
        return shown if is_plain else beside(shown, found.unit, lang)
    return f"{shown[:2]}×{shown[2:]}" if shown[0] in "≥≤" else f"×{shown}"
