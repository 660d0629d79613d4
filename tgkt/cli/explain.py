"""`tgkt explain`: everything about one indicator."""

from typing import Annotated

import typer

from tgkt.api.seen import seen
from tgkt.api.story import explain as explain_of
from tgkt.cli.options import (
    AcrossBreaksOption,
    AsOfOption,
    Baseline,
    BaselineOption,
    DataOption,
    Format,
    FormatOption,
    KnownByOption,
    LangOption,
    OutputOption,
    output_for,
)
from tgkt.cli.screen import answering, reading


def explain(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="Indicator: a number, an id or words of its title.")],
    period: Annotated[str | None, typer.Option(help="Only this year, term or part of a year.")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Everything: the declaration, every printed figure, blends, findings, routes.")
    ] = False,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Tell the story of an indicator in at most 25 lines: target, start, results, standing, need, what is disputed."""
    where = output_for(form, lang, output)
    with reading():
        asked = seen(data, where.lang, as_of, known_by, baseline, across_breaks=across_breaks)
    is_whole = everything or where.format is not Format.TABLE
    with answering():
        found = explain_of(asked, what, area, period, is_whole=is_whole, is_ranked=where.is_machine)
    where.show(found)
