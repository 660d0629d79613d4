"""`tgkt blend`: merged figures recomputed from the old provinces."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import typer

from tgkt.cli.choose import area_named, period_named
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.pick import indicator_named
from tgkt.engine.blend.merged import merge, mergeable
from tgkt.engine.blend.weights import implied_table
from tgkt.errors import NotationError, UsageError
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.notation import plain_number
from tgkt.facts.period import Period
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.blend import (
    BLEND_SCHEMA,
    WEIGHTS_SCHEMA,
    implied_row,
    implied_tables,
    merge_row,
    merge_tables,
    overview,
)
from tgkt.report.breaks import break_rows
from tgkt.report.formats import machine
from tgkt.results.blend import Merge
from tgkt.series.series import Knowledge


def blend(
    what: Annotated[
        str | None, typer.Argument(metavar="[WHAT]", help="Indicator: a number, an id or words of its title.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every figure printed for the merged province.")] = False,
    weights_table: Annotated[bool, typer.Option(help="The weights that merged figures imply, by kind.")] = False,
    period: Annotated[str | None, typer.Option(help="Year or term; the newest there is.")] = None,
    area: Annotated[str, typer.Option(help="The merged area.")] = "merged",
    weight_by: Annotated[str | None, typer.Option(metavar="WHAT", help="Weigh by another indicator.")] = None,
    weights: Annotated[str | None, typer.Option(metavar="A=W,B=W", help="Weights by area, any scale.")] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Recompute a merged figure from the old provinces: weights, exact value, interval, and whether it agrees."""
    if sum((what is not None, every, weights_table)) > 1:
        raise UsageError("WHAT, --all and --weights-table exclude each other. Give one of them")
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    knowledge = Knowledge(catalogue)
    if weights_table:
        implied = implied_table(knowledge)
        where.write(
            lambda: implied_tables(implied, catalogue, where.lang),
            lambda name: machine(name, WEIGHTS_SCHEMA, {}, [implied_row(each) for each in implied]),
        )
        return
    found = _everything(knowledge) if every else [_one(what, period, area, weight_by, weights, knowledge, where.lang)]
    head = {"breaks": break_rows(each.breaks for each in found)}
    where.write(
        lambda: overview(found, catalogue, where.lang) if every else merge_tables(found[0], catalogue, where.lang),
        lambda name: machine(name, BLEND_SCHEMA, head, [merge_row(each) for each in found]),
    )


def _everything(knowledge: Knowledge) -> list[Merge]:
    merged = (merge(indicator, area, period, knowledge) for indicator, area, period in mergeable(knowledge))
    return [each for each in merged if each.printed is not None]


def _one(
    what: str | None,
    period: str | None,
    area: str,
    weight_by: str | None,
    weights: str | None,
    knowledge: Knowledge,
    lang: str,
) -> Merge:
    catalogue = knowledge.catalogue
    if what is None:
        raise UsageError("blend needs an indicator. Name one, e.g. tgkt blend grdp_growth, or give --all")
    indicator, of = indicator_named(what, catalogue, lang), area_named(area, catalogue)
    if not of.constituents:
        raise UsageError(f"--area: '{area}' was not merged from others. Name a merged area, e.g. merged")
    if indicator.blend.by in (Aggregation.SUM, Aggregation.NONE) and (weights or weight_by):
        raise UsageError(f"'{indicator.id}' is blended by {indicator.blend.by}, which takes no weights. Leave them out")
    weigh_by = indicator_named(weight_by, catalogue, lang).id if weight_by else None
    given = _given(weights, of.constituents) if weights else None
    when = _period(period, indicator, of.id, knowledge)
    return merge(indicator, of.id, when, knowledge, weigh_by=weigh_by, given=given)


def _period(text: str | None, indicator: Indicator, area: str, knowledge: Knowledge) -> Period:
    """The period asked for, else the newest with the most figures."""
    if text is not None:
        return period_named(text)
    found = [period for each, of, period in mergeable(knowledge) if each is indicator and of == area]
    if not found:
        raise UsageError(
            f"no document prints '{indicator.id}' for a province that '{area}' was merged from. Try tgkt blend --all"
        )
    names = (area, *knowledge.catalogue.areas[area].constituents)
    known = {each: sum(knowledge.series(indicator.id, name).at(each) is not None for name in names) for each in found}
    return max(found, key=lambda p: (known[p], p.last))


def _given(text: str, areas: tuple[str, ...]) -> dict[str, Decimal]:
    """Read `thai_nguyen=0.9,bac_kan=0.1`."""
    given = {}
    for item in text.split(","):
        name, _, value = item.partition("=")
        if name.strip() in given:
            raise UsageError(f"--weights: '{name.strip()}' stands twice. Give each area one weight")
        try:
            given[name.strip()] = plain_number(value.strip())
        except NotationError as error:
            raise UsageError(f"--weights: {error}") from None
    if set(given) != set(areas):
        raise UsageError(f"--weights: one weight for each of {', '.join(areas)} is needed. Write {'=…,'.join(areas)}=…")
    if min(given.values()) < 0 or not sum(given.values()):
        raise UsageError("--weights: weights are not negative, and one at least is above zero. Mend them")
    return given
