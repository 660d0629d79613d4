"""The tables of a panel's picture: targets by section, worst areas, parents, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Plan, Row
from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.amounts import shown as figure_shown
from tgkt.report.handout.picture_words import REASONS, VALUE_REASONS, told
from tgkt.report.numbers import number, short, suffix, trimmed, unit
from tgkt.report.table import Cell, Column, Number, Table
from tgkt.report.words import word
from tgkt.results.picture import Aim, Parent, Picture, Standings, Worst

_STATES = {
    "met": Message("Met"),
    "not_met": Message("Not met"),
    "already_met": Message("Already met"),
    "on_track": Message("On track"),
    "behind": Message("Behind"),
    "already_missed": Message("Already missed"),
    "undecided": Message("Not judged"),
    "uncertain": Message("Uncertain"),
}
_MOODS = {
    "met": "good",
    "already_met": "good",
    "on_track": "good",
    "not_met": "bad",
    "behind": "bad",
    "already_missed": "bad",
}
_EVER = ("undecided", "uncertain")
"""The states that have a column even where no area is in them."""
_MOST_CODES = 3


class Target(NamedTuple):
    """A target of the plan as the page names it.

    Attributes:
        indicator: the indicator.
        period: its deadline or years.
        code: its number; several where areas have targets of their own.
        unit: the unit it is printed in.
        figure: what is to be reached.
    """

    indicator: Indicator
    period: str
    code: str
    unit: str
    figure: str


class Shown(NamedTuple):
    """A picture with what it is named by."""

    found: Picture
    plan: Plan
    catalogue: Catalogue
    lang: str
    section: str | None = None

    def targets(self) -> list[Target]:
        """The targets in the order of the plan, each once, by section."""
        rows: dict[tuple[str, str], list[Row]] = {}
        for row in self.plan.rows:
            if row.target is not None and self.section in (None, row.indicator.section):
                rows.setdefault((row.indicator.id, period_of(row)), []).append(row)
        order = list(self.catalogue.sections)
        found = [_target(each, self.lang) for each in rows.values()]
        return sorted(found, key=lambda each: order.index(each.indicator.section))

    def states(self) -> list[str]:
        """The states that have a column: those that any area is in, and those that are always asked for."""
        total = self.found.total
        return [name for name in _STATES if name in _EVER or getattr(total, name)]


def period_of(row: Row) -> str:
    """The years of a target as the panel writes them."""
    assert row.target is not None
    first, last = int(row.target.period.first), int(row.target.period.last)
    return str(last) if first == last else f"{first}-{last}"


def _target(rows: Sequence[Row], lang: str) -> Target:
    first = rows[0]
    codes = [*dict.fromkeys(each.code for each in rows)]
    figures = {(each.unit.text, figure_shown(each.target, each, lang)) for each in rows}
    is_one = len(figures) == 1
    return Target(
        first.indicator,
        period_of(first),
        ", ".join(codes[:_MOST_CODES]) + (" …" if len(codes) > _MOST_CODES else ""),
        unit(first.unit if is_one else first.indicator.unit, lang),
        figure_shown(first.target, first, lang) if is_one else said(Message("differs by area"), lang),
    )


def aims_tables(shown: Shown) -> Iterator[Table]:
    """A table for each section: every target, and how many areas are in each state."""
    lang, states = shown.lang, shown.states()
    aims = {(each.indicator, each.period): each for each in shown.found.aims}
    tables: dict[str, Table] = {}
    for target in shown.targets():
        section = target.indicator.section
        if section not in tables:
            title = shown.catalogue.sections[section].within(lang)
            tables[section] = Table(title, [*_target_columns(lang), *_count_columns(states, lang)])
        aim = aims.get((target.indicator.id, target.period))
        if aim is not None:
            tables[section].add(*_named(target, lang), *_counts(aim.standings, states, lang))
    yield from tables.values()


def _target_columns(lang: str) -> list[Column]:
    return [
        Column(word("code", lang)),
        Column(word("indicator", lang), fold=True),
        Column(word("unit", lang)),
        Column(word("target", lang), right=True),
        Column(said(Message("Deadline"), lang), right=True),
    ]


def _count_columns(states: Sequence[str], lang: str) -> list[Column]:
    heads = [Message("Areas"), Message("With a figure"), Message("Coverage"), *(_STATES[name] for name in states)]
    return [Column(said(head, lang), right=True) for head in heads]


def _named(target: Target, lang: str) -> list[Cell | str]:
    figure = Cell(target.figure, is_quoted=not any(sign.isdigit() for sign in target.figure))
    return [target.code, target.indicator.title.within(lang), target.unit, figure, target.period]


def _counts(standings: Standings, states: Sequence[str], lang: str) -> list[Cell]:
    return [
        _count(standings.pairs),
        _count(standings.known),
        _coverage(standings, lang),
        *(_count(getattr(standings, name), _MOODS.get(name, "")) for name in states),
    ]


def _count(value: int, mood: str = "") -> Cell:
    return Cell(str(value), mood if value else "", number=Number(Decimal(value), places=0))


def _coverage(standings: Standings, lang: str) -> Cell:
    """The share of areas with a figure, rounded down to a decimal."""
    if not standings.pairs:
        return Cell("")
    share = Decimal(standings.known * 1000 // standings.pairs).scaleb(-1)
    told = Number(share, after=suffix("%", lang), places=1)
    return Cell(f"{share}{told.after}", number=told)


def worst_table(shown: Shown) -> Table:
    """Each target with its five worst areas; those without any are left out."""
    lang = shown.lang
    aims = {(each.indicator, each.period): each for each in shown.found.aims}
    places = [Column(said(Message("Worst {place}", place=place), lang), fold=True) for place in range(1, 6)]
    table = Table("", [*_target_columns(lang), *places])
    for target in shown.targets():
        aim = aims.get((target.indicator.id, target.period))
        if aim is not None and aim.worst:
            table.add(*_named(_in_own_unit(target, lang), lang), *_worst_cells(aim, shown.found.read.as_of, lang))
    return table.without_empty()


def _in_own_unit(target: Target, lang: str) -> Target:
    """Figures of areas are in the unit of the indicator; a target in another unit has it behind itself."""
    own = unit(target.indicator.unit, lang)
    return target if own == target.unit else target._replace(unit=own, figure=f"{target.figure} {target.unit}")


def _worst_cells(aim: Aim, as_of: int, lang: str) -> Iterator[str]:
    def cell(each: Worst) -> str:
        told = f"{each.area}: {short(each.value, lang)}"
        return told if each.year == as_of else f"{told} ({each.year})"

    yield from (cell(each) for each in aim.worst)
    yield from [""] * (5 - len(aim.worst))


def parents_table(shown: Shown) -> Table:
    """How many areas and targets of each parent are in each state."""
    lang, states = shown.lang, shown.states()
    columns = _count_columns(states, lang)
    columns[0] = Column(said(Message("Pairs"), lang), right=True)
    table = Table("", [Column(said(Message("Parent area"), lang), fold=True), *columns])
    for each in shown.found.parents:
        table.add(each.name, *_counts(each.standings, states, lang))
    return table


def rows_table(shown: Shown) -> Table:
    """Each parent and target: counts, and the parent's own figure or what it lies between."""
    lang, states = shown.lang, shown.states()
    targets = {(each.indicator.id, each.period): (place, each) for place, each in enumerate(shown.targets())}
    heads = [word("value", lang), word("unit", lang), said(Message("Why no value"), lang)]
    columns = [Column(said(Message("Parent area"), lang), fold=True), Column(word("indicator", lang), fold=True)]
    columns += [Column(said(Message("Deadline"), lang), right=True), *_count_columns(states, lang)]
    columns += [Column(heads[0], right=True), Column(heads[1]), Column(heads[2], fold=True)]
    table = Table("", columns)
    rows = [(*targets[each.indicator, each.period], each) for each in shown.found.rows]
    if not shown.found.rest:
        rows.sort(key=lambda row: (row[2].name, row[0]))
    is_blank = nothing_blended(shown)
    for _, target, each in rows:
        why = told(each.value_reason, VALUE_REASONS, lang) if each.value_reason and not is_blank else ""
        value = _value(each, lang)
        own = unit(target.indicator.unit, lang) if value.text else ""
        title = target.indicator.title.within(lang)
        table.add(each.name, title, each.period, *_counts(each.standings, states, lang), value, own, why)
    return table.without_empty()


def nothing_blended(shown: Shown) -> bool:
    """Whether the plan declares a blend for none of the indicators, which is said once."""
    return all(each.value_reason == "no_aggregation" for each in shown.found.rows)


def _value(each: Parent, lang: str) -> Cell:
    """The parent's own figure, or the ends that it lies between; marked where it is not weighed as declared."""
    mark = "*" if each.is_given else ""
    if each.value is not None:
        return Cell(f"{each.value}{mark}", number=Number(each.value, after=mark))
    if each.low is None and each.high is None:
        return Cell("")
    low, high = _end(each.low, ROUND_FLOOR, lang), _end(each.high, ROUND_CEILING, lang)
    between = f"{low} - {high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    return Cell(f"{between}{mark}")


def _end(value: Decimal | None, way: str, lang: str) -> str:
    """An end with at most two decimals, rounded outward."""
    return "" if value is None else number(trimmed(value.quantize(Decimal("0.01"), way, _LONG)), lang)


_LONG = Context(prec=100)


def whys_table(shown: Shown) -> Table:
    """The reasons of the undecided, the most frequent first."""
    lang = shown.lang
    columns = [Column(said(Message("Reason"), lang), fold=True)]
    heads = (Message("Pairs"), Message("Indicators"))
    table = Table("", [*columns, *(Column(said(head, lang), right=True) for head in heads)])
    for each in shown.found.whys:
        table.add(told(each.code, REASONS, lang), _count(each.pairs), _count(each.indicators))
    return table
