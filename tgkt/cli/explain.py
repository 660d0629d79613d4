"""`tgkt explain`: everything about one indicator."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tgkt.cli.choose import area_named, known_at, period_named
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
from tgkt.cli.pick import indicator_named
from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain as gather
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.breaks import saying_across
from tgkt.report.explain import EXPLAIN_SCHEMA, explain_head, explain_rows, explain_tables
from tgkt.report.formats import machine


def explain(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="Indicator: a number, an id or words of its title.")],
    period: Annotated[str | None, typer.Option(help="Only this year or term.")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show all there is to one indicator: declaration, printed figures with their places, verdicts, growth, blends."""
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    of = area_named(area, catalogue).id if area else None
    over = period_named(period) if period else None
    knowledge = known_at(catalogue, as_of, known_by, baseline, across_breaks=across_breaks)
    found = gather(indicator_named(what, catalogue, where.lang), knowledge, audit(knowledge), area=of, period=over)
    if not found.entries and not found.assessments:
        print("no document prints a figure of it for this area and period", file=sys.stderr)
    across = knowledge.clock.across_breaks
    head = {"across_breaks": across, **explain_head(found)}
    where.write(
        lambda: saying_across(explain_tables(found, catalogue, where.lang), where.lang, is_across=across),
        lambda name: machine(name, EXPLAIN_SCHEMA, head, explain_rows(found)),
    )
