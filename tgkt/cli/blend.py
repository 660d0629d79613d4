"""`tgkt blend`: merged figures recomputed from the areas that were merged."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from tgkt.cli.amounts import WEIGHTS, amounts_of, weights_of
from tgkt.cli.choose import period_named
from tgkt.cli.options import (
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    LangOption,
    Output,
    OutputOption,
    output_for,
)
from tgkt.cli.pick import area_named, indicator_named
from tgkt.engine.blend.merged import Given, comparable, merge, periods_of
from tgkt.engine.blend.weights import implied_table
from tgkt.errors import UsageError
from tgkt.facts.catalogue import Area, Catalogue
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.period import Period
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.blend import implied_tables, merge_tables, overview
from tgkt.report.blend_rows import implied_row, merge_row, part_rows
from tgkt.report.breaks import break_rows
from tgkt.report.fields.blend import BLEND, BLEND_LONG, IMPLIED_WEIGHTS
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.results.blend import Merge
from tgkt.series.series import Knowledge

_PARTING = re.compile(r"[,;]\s*(?=[^,;=]+=)")
_WITHOUT_WEIGHTS = (Aggregation.SUM, Aggregation.BOUNDS, Aggregation.NONE)


class End(StrEnum):
    """The end of a growth (base year or last year) from which given weights are."""

    BASE = "base"
    END = "end"


class Question(NamedTuple):
    """The question about one indicator."""

    what: str | None
    period: str | None
    area: str | None
    weight_by: str | None
    weights: str | None
    weights_of: End | None
    is_series: bool


def blend(
    what: Annotated[
        str | None, typer.Argument(metavar="[WHAT]", help="Indicator: a number, an id or words of its title.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every figure printed for a merged area.")] = False,
    series: Annotated[bool, typer.Option("--series", help="Every year and term of the indicator.")] = False,
    weights_table: Annotated[bool, typer.Option(help="The weights that merged figures imply, by kind.")] = False,
    period: Annotated[str | None, typer.Option(help="Year or term (default: the newest).")] = None,
    area: Annotated[str | None, typer.Option(help="The merged area (default with --all: every one).")] = None,
    weight_by: Annotated[str | None, typer.Option(metavar="WHAT", help="Weigh by another indicator.")] = None,
    weights: Annotated[
        str | None,
        typer.Option(metavar="A=W,B=W", help="Weights by area, all in one unit; north=0,9;south=0,1 also works."),
    ] = None,
    weights_of: Annotated[
        End | None,
        typer.Option(help="For growth: whether --weights belong to its base or its end (default: end)."),
    ] = None,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Recompute a merged figure from its parts: weights, exact value, interval, and whether it agrees."""
    if sum((what is not None, every, weights_table)) > 1:
        raise UsageError("WHAT, --all and --weights-table cannot be used together. Give one of them")
    asked = Question(what, period, area, weight_by, weights, weights_of, series)
    _refuse_idle(asked, every=every, weights_table=weights_table)
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output, columns)
    _merged_ids(catalogue)
    knowledge = Knowledge(catalogue)
    if weights_table:
        _write_weights(knowledge, where)
        return
    found = _everything(area, period, knowledge) if every else _asked(asked, knowledge, where.lang)
    _write(found, knowledge, where, is_list=every or series)


def _write_weights(knowledge: Knowledge, where: Output) -> None:
    implied, tongues = implied_table(knowledge), tongues_of(knowledge.catalogue)
    where.write(
        lambda: implied_tables(implied, knowledge.catalogue, where.lang),
        lambda form: machine_text(
            form, IMPLIED_WEIGHTS, {}, [implied_row(each, tongues) for each in implied], tongues.further
        ),
        lambda each: implied_row(each, tongues),
    )


def _write(found: list[Merge], knowledge: Knowledge, where: Output, *, is_list: bool) -> None:
    catalogue, tongues = knowledge.catalogue, tongues_of(knowledge.catalogue)
    head = {"breaks": break_rows((each.breaks for each in found), tongues)}

    def machine(form: Form) -> str:
        if form.is_long:
            return machine_text(form, BLEND_LONG, head, part_rows(found, tongues), tongues.further)
        return machine_text(form, BLEND, head, [merge_row(each, tongues) for each in found], tongues.further)

    where.write(
        lambda: overview(found, catalogue, where.lang) if is_list else merge_tables(found[0], catalogue, where.lang),
        machine,
        (lambda each: merge_row(each, tongues)) if is_list else None,
    )


def _refuse_idle(asked: Question, *, every: bool, weights_table: bool) -> None:
    """Refuse options that would have no effect.

    Raises:
        UsageError: naming the option.
    """
    own = {"--weight-by": asked.weight_by, "--weights": asked.weights, "--weights-of": asked.weights_of}
    of_one = {**own, "--series": asked.is_series or None}
    of_a_table = {**of_one, "--period": asked.period, "--area": asked.area}
    idle = of_a_table if weights_table else of_one if every else {}
    if (name := next((name for name, value in idle.items() if value is not None), None)) is not None:
        raise UsageError(f"{name} is for one indicator. Name it, or leave out {name}")
    if asked.is_series and asked.period:
        raise UsageError("--series shows every period. Leave out --series or --period")
    if asked.weights_of and not asked.weights:
        raise UsageError("--weights-of says which end of the term --weights belong to. Give --weights too")


def _everything(area: str | None, period: str | None, knowledge: Knowledge) -> list[Merge]:
    only, when = _merged(area, knowledge.catalogue).id if area else None, period_named(period) if period else None
    asked = [each for each in comparable(knowledge) if only in (None, each[1]) and when in (None, each[2])]
    merged = (merge(indicator, of, period, knowledge) for indicator, of, period in asked)
    found = [each for each in merged if each.printed is not None]
    if when and not found:
        raise UsageError(f"no merged figure that can be recomputed is printed for {when}. Leave out --period")
    return found


def _asked(asked: Question, knowledge: Knowledge, lang: str) -> list[Merge]:
    catalogue = knowledge.catalogue
    if asked.what is None:
        raise UsageError("blend needs an indicator. Name one by its number, id or title, or give --all")
    indicator, of = indicator_named(asked.what, catalogue, lang), _merged(asked.area, catalogue)
    if indicator.blend.by in _WITHOUT_WEIGHTS and (asked.weights or asked.weight_by):
        raise UsageError(f"'{indicator.id}' is blended by {indicator.blend.by}, which takes no weights. Leave them out")
    if asked.weights_of and indicator.blend.by is not Aggregation.GROWTH:
        raise UsageError(f"--weights-of is for growth, and '{indicator.id}' is none. Leave it out")
    weigh_by = indicator_named(asked.weight_by, catalogue, lang).id if asked.weight_by else None
    by_area = _given(asked.weights, of.constituents) if asked.weights else None
    given = Given(weigh_by, by_area, asked.weights_of is End.BASE)
    periods = _periods(indicator, of.id, knowledge)
    if asked.is_series:
        known = {*periods, *knowledge.series(indicator.id, of.id).periods()}
        history = sorted(known, key=lambda p: (p.last, -p.first))
        return [merge(indicator, of.id, each, knowledge, given) for each in history]
    when = period_named(asked.period) if asked.period else _fullest(periods, indicator, of, knowledge)
    return [merge(indicator, of.id, when, knowledge, given)]


def _merged_ids(catalogue: Catalogue) -> list[str]:
    """The areas that were merged from others.

    Raises:
        UsageError: there is none.
    """
    merged = [each.id for each in catalogue.areas.values() if each.constituents]
    if not merged:
        raise UsageError(
            "no area in these data was merged from others. Declare constituents: [a, b] for the merged area"
        )
    return merged


def _merged(area: str | None, catalogue: Catalogue) -> Area:
    """The merged area asked for, else the one that is no part of another."""
    merged = _merged_ids(catalogue)
    if area is None:
        whole = catalogue.whole_area()
        if whole is not None:
            return whole
        raise UsageError(f"several areas were merged from others. Name one: --area {' or '.join(merged)}")
    of = area_named(area, catalogue)
    if not of.constituents:
        raise UsageError(f"--area: '{area}' was not merged from others. Name one of: {', '.join(merged)}")
    return of


def _periods(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Period]:
    found = periods_of(indicator, area, knowledge)
    if indicator.blend.by is Aggregation.NONE:
        raise UsageError(f"'{indicator.id}' is declared without a blend: nothing follows from the parts of '{area}'")
    if not found:
        raise UsageError(
            f"no document prints '{indicator.id}' for an area that '{area}' was merged from. Try tgkt blend --all"
        )
    return found


def _fullest(periods: list[Period], indicator: Indicator, area: Area, knowledge: Knowledge) -> Period:
    """The newest period with the most figures."""
    names = (area.id, *area.constituents)
    known = {each: sum(knowledge.figure(indicator.id, name, each) is not None for name in names) for each in periods}
    return max(periods, key=lambda p: (known[p], p.last))


def _given(text: str, areas: tuple[str, ...]) -> dict[str, Decimal]:
    """The weights in `north=0.9,south=0.1` or `north=0,9;south=0,1`; a comma before a name separates two weights."""
    pairs = [item.partition("=") for item in _PARTING.split(text)]
    names = [name.strip() for name, _, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError("--weights: '{name}' appears twice. Give each area one weight", name=twice)
    if set(names) != set(areas):
        raise UsageError(
            "--weights: give one weight for each of {areas}. Write {example}",
            areas=", ".join(areas),
            example=f"{'=…,'.join(areas)}=…",
        )
    amounts = amounts_of(
        {f"{WEIGHTS} {name}={value.strip()}": value for name, (_, _, value) in zip(names, pairs, strict=True)}
    )
    given = {name: each.value for name, each in zip(names, weights_of(list(amounts.values())), strict=True)}
    if min(given.values()) < 0 or not sum(given.values()):
        raise UsageError("--weights: weights cannot be negative, and at least one must be above zero. Correct them")
    return given
