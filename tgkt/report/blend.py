"""The tables of `tgkt blend`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import last_digit
from tgkt.facts.statement import Statement
from tgkt.facts.units import scale_word, with_mark
from tgkt.reason import Reason
from tgkt.report.amounts import number_cell
from tgkt.report.breaks import breaks_note, signed
from tgkt.report.numbers import as_printed, derived, ends, number, printed, rounded, trimmed, unit
from tgkt.report.places import place
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import in_words, sentence, word
from tgkt.results.blend import Constituent, Implied, Merge, WeightRoute
from tgkt.results.computed import Computed, Outcome, figure_in


def merge_tables(found: Merge, catalogue: Catalogue, lang: str) -> list[Table]:
    """One blend in full: constituents, result, and the routes to its weights."""
    tables = [_constituents(found, catalogue, lang), _result(found, catalogue, lang)]
    tables[0].note = "\n".join(breaks_note([(found.indicator.id, found.breaks)], lang))
    return [*tables, _routes(found, catalogue, lang)] if found.routes else tables


def overview(found: Sequence[Merge], catalogue: Catalogue, lang: str) -> list[Table]:
    """Every merged figure, one line each; the area above them where it is one."""
    areas = dict.fromkeys(catalogue.areas[each.area].title.within(lang) for each in found)
    heads = ["indicator", "area", "period", "constituents", "blended", "printed", "conclusion", "weights"]
    columns = [_column(head, lang) for head in heads if head != "area" or len(areas) != 1]
    title = word("blend_all", lang)
    table = Table(f"{title}: {', '.join(areas)}" if len(areas) == 1 else title, columns)
    for each in found:
        area = [] if len(areas) == 1 else [catalogue.areas[each.area].title.within(lang)]
        table.add(
            signed(each.indicator.title.within(lang), each.breaks),
            *area,
            str(each.period),
            " + ".join(as_printed(c.figure, lang) if c.figure else "-" for c in each.constituents),
            _ends(each.blended or each.bound, lang),
            as_printed(each.figure, lang) if each.printed and each.figure else "",
            _outcome(each.outcome, lang),
            _why(each, catalogue, lang),
            of=each,
        )
    table.note = "\n".join(breaks_note(((each.indicator.id, each.breaks) for each in found), lang))
    return [table]


def _why(each: Merge, catalogue: Catalogue, lang: str) -> str:
    """Where the weights come from, or with which weights the printed figure would follow."""
    if each.outcome is Outcome.NEEDS_ASSUMPTION and each.implied:
        second = catalogue.areas[each.constituents[1].area].title.within(lang)
        return word("if_weight", lang).format(area=second, spread=_spread(each.implied, lang))
    return sentence(each.reason or each.weight_from, lang)


def implied_tables(found: Sequence[Implied], catalogue: Catalogue, lang: str) -> list[Table]:
    """The weights merged figures imply, by kind, each kind with what its members have in common."""
    tables: dict[str, Table] = {}
    common: dict[str, tuple[Decimal, Decimal]] = {}
    for each in found:
        title = catalogue.indicators[each.weight].title.within(lang)
        area = catalogue.areas[each.area].title.within(lang)
        heads = ("indicator", "period", "implied", "from", "to", "why")
        columns = [_column(head, lang) for head in heads]
        table = tables.setdefault(each.weight, Table(f"{word('weight_of', lang)}: {title} - {area} (%)", columns))
        value = each.value
        ends = [_cell(end, lang) for end in ((value.value, value.low, value.high) if value else [None] * 3)]
        named = each.indicator.title.within(lang)
        table.add(named, str(each.period), *ends, sentence(each.reason, lang) if each.reason else "", of=each)
        if value:
            low, high = common.get(each.weight, (Decimal(0), Decimal(100)))
            common[each.weight] = (max(low, value.low), min(high, value.high))
    for weight, (low, high) in common.items():
        shared = with_mark(f"{_digits(low, lang, 2)} - {_digits(high, lang, 2)}", "%", lang)
        told = shared if low <= high else word("nothing_common", lang)
        tables[weight].note = f"{word('in_common', lang)}: {told}"
    return list(tables.values())


def rounded_like(found: Merge) -> Decimal | None:
    """The blended value with as many decimals as the printed one."""
    printed_value = value_printed(found.printed, found)
    if found.blended is None or printed_value is None:
        return None
    return rounded(found.blended.value, -last_digit(printed_value).adjusted())


def weights_of(found: Merge) -> str | None:
    """Of which end of a growth the weights are."""
    return None if found.weights_of_base is None else "base" if found.weights_of_base else "end"


def value_printed(stated: Statement | None, found: Merge) -> Decimal | None:
    """The printed number in the indicator's unit."""
    figure = figure_in(stated, found.indicator.unit) if stated else None
    return figure.value if figure else None


def _constituents(found: Merge, catalogue: Catalogue, lang: str) -> Table:
    title = f"{found.indicator.title.within(lang)} ({unit(found.indicator.unit, lang)}), {found.period}"
    weighed = ("weight_percent", "from", "to") if found.weight else ()
    heads = ("area", "printed", *weighed, "contribution", "locator")
    table = Table(title, [_column(head, lang) for head in heads])
    for each in found.constituents:
        weights = [_percent(w, lang) for w in (each.weight, each.weight_low, each.weight_high)] if found.weight else []
        contribution = number_cell(each.contribution, lang, places=4)
        at = place(*_place(each.statement, catalogue, lang)) if each.statement else ""
        table.add(catalogue.areas[each.area].title.within(lang), _part(each, lang), *weights, contribution, at)
    return table


def _result(found: Merge, catalogue: Catalogue, lang: str) -> Table:
    table = Table("", [Column(catalogue.areas[found.area].title.within(lang)), Column("", fold=True)])

    def line(key: str, text: str, mood: str = "") -> None:
        if text:
            table.add(word(key, lang), Cell(text, mood))

    if found.blended:
        like = rounded_like(found)
        line(
            "blended",
            f"{_digits(found.blended.value, lang, 6)}" + (f"  ≈ {number(like, lang)}" if like is not None else ""),
            "strong",
        )
        line("interval", f"{_digits(found.blended.low, lang, 6)} - {_digits(found.blended.high, lang, 6)}")
    if found.first_order and found.blended:
        gap = found.first_order.value - found.blended.value
        line("first_order", f"{_digits(found.first_order.value, lang, 6)} ({number(rounded(gap, 6), lang, sign=True)})")
    if found.bound:
        line("bound", _spread(found.bound, lang), "strong")
    line("missing", ", ".join(catalogue.areas[each].title.within(lang) for each in found.missing), "warn")
    line("printed", _stated(found.printed, lang))
    if found.printed:
        line("origin", ": ".join(_place(found.printed, catalogue, lang)))
    if found.figure and found.figure.how.is_derived:
        line("counting", f"({derived(found.figure, lang)}), {word(f'how_{found.figure.how}', lang)}")
        line("formula", found.figure.derivation.formula if found.figure.derivation else "")
    line("conclusion", _conclusion(found, lang), found.outcome.mood if found.outcome else "weak")
    line("weights", sentence(found.weight_from, lang))
    line("weights_of", word(f"weights_{of}", lang) if (of := weights_of(found)) else "")
    line("assumes", "; ".join(in_words(each, lang) for each in found.assumes))
    if found.implied:
        second = catalogue.areas[found.constituents[1].area].title.within(lang)
        line("implied", f"{with_mark(_spread(found.implied, lang), '%', lang)} ({second})")
    return table


def _conclusion(found: Merge, lang: str) -> str:
    """Whether parts and printed figure agree, and why nothing can be said."""
    told = word(found.outcome, lang) if found.outcome else sentence(Reason("nothing_to_compare"), lang)
    return f"{told}: {sentence(found.reason, lang)}" if found.reason else told


def _part(each: Constituent, lang: str) -> str:
    """A part's figure in the unit of the table."""
    if each.figure is None:
        return ""
    told = as_printed(each.figure, lang)
    return f"({told})" if each.figure.how.is_derived else told


def _routes(found: Merge, catalogue: Catalogue, lang: str) -> Table:
    heads = ("route", "weight_percent", "from", "to", "taken", "why")
    area = catalogue.areas[found.routes[0].route.area].title.within(lang)
    table = Table(f"{word('routes', lang)} ({area})", [_column(head, lang) for head in heads])
    for each in found.routes:
        ends = [_cell(value, lang) for value in (each.value, each.low, each.high)]
        table.add(
            each.route.title.within(lang), *ends, Cell("✓" if each.taken else "", "good"), _route_note(each, lang)
        )
    table.note = "\n".join(f"{each.route.id} = {each.route.text}" for each in found.routes)
    return table


def _route_note(each: WeightRoute, lang: str) -> str:
    if each.reason:
        return sentence(each.reason, lang)
    return each.route.assumes.within(lang) if each.route.assumes else ""


def _outcome(outcome: Outcome | None, lang: str) -> Cell:
    return Cell(word(outcome, lang), outcome.mood) if outcome else Cell("")


def _ends(value: Computed | None, lang: str) -> str:
    """Both ends of a range with the digits that mean something."""
    return "" if value is None else ends(value.low, value.high, lang)


def _spread(value: Computed | None, lang: str) -> str:
    if value is None:
        return ""
    low, high = (_digits(end, lang, 4) for end in (value.low, value.high))
    if not value.high.is_finite():
        return f"≥ {low}"
    return low if low == high else f"{low} - {high}"


def _place(statement: Statement, catalogue: Catalogue, lang: str) -> tuple[str, str]:
    return catalogue.origins[statement.origin].short.within(lang), statement.locator


def _stated(statement: Statement | None, lang: str) -> str:
    """A printed figure; its scale word too where the document's unit is not the indicator's."""
    if statement is None or statement.figure is None:
        return ""
    scale = scale_word(statement.unit, english=lang == "en") if statement.times != 1 else ""
    return f"{printed(statement.figure, lang)} {scale}".strip()


def _percent(value: Decimal | None, lang: str) -> Cell:
    return _cell(None if value is None else value * 100, lang)


def _cell(value: Decimal | None, lang: str) -> Cell:
    """A computed number of a column."""
    is_number = value is None or value.is_finite()
    return number_cell(value, lang) if is_number else Cell(_digits(value, lang, 0))


def _digits(value: Decimal | None, lang: str, places: int) -> str:
    """A computed number with at most so many decimals, without trailing zeros."""
    if value is None:
        return ""
    if not value.is_finite():
        return "∞" if value > 0 else "−∞"
    return number(trimmed(rounded(value, places)), lang)


_RIGHT = ("weight_percent", "from", "to", "contribution", "printed", "implied")
_FOLDS = ("indicator", "area", "conclusion", "locator", "why", "weights", "route")
_YIELDS = {"weights": 4, "constituents": 3}
"""What answers least gives way first on a narrow terminal."""


def _column(head: str, lang: str) -> Column:
    return Column(word(head, lang), right=head in _RIGHT, fold=head in _FOLDS, yields=_YIELDS.get(head, 0), key=head)
