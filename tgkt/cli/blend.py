"""`tgkt blend`: merged figures recomputed from the areas that were merged."""

from enum import StrEnum
from typing import Annotated

import typer

from tgkt.api.blend import Asked, blend_all, blend_one, implied_weights
from tgkt.api.seen import seen
from tgkt.cli.options import (
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    output_for,
)
from tgkt.cli.screen import answering, reading
from tgkt.errors import UsageError


class End(StrEnum):
    """The end of a growth (base year or last year) from which given weights are."""

    BASE = "base"
    END = "end"


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
    wanted = Asked(what or "", period, area, weight_by, weights, weights_of, series)
    _refuse_idle(wanted, every=every, weights_table=weights_table)
    where = output_for(form, lang, output, columns)
    with reading():
        asked = seen(data, where.lang)
    if weights_table:
        where.show(implied_weights(asked))
    elif every:
        with answering():
            found = blend_all(asked, area, period)
        where.show(found)
    elif what is None:
        raise UsageError("blend needs an indicator. Name one by its number, id or title, or give --all")
    else:
        where.show(blend_one(asked, wanted))


def _refuse_idle(asked: Asked, *, every: bool, weights_table: bool) -> None:
    """Refuse options that would have no effect.

    Raises:
        UsageError: naming the option.
    """
    own = {"--weight-by": asked.weight_by, "--weights": asked.weights, "--weights-of": asked.weights_of}
    of_one = {**own, "--series": asked.series or None}
    of_a_table = {**of_one, "--period": asked.period, "--area": asked.area}
    idle = of_a_table if weights_table else of_one if every else {}
    if (name := next((name for name, value in idle.items() if value is not None), None)) is not None:
        raise UsageError("{option} is for one indicator. Name it, or leave out {option}", option=name)
    if asked.series and asked.period:
        raise UsageError("--series shows every period. Leave out --series or --period")
    if asked.weights_of and not asked.weights:
        raise UsageError("--weights-of says which end of the term --weights belong to. Give --weights too")
