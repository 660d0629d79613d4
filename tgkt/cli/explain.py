"""`tgkt explain`: everything about one indicator."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.choose import known_at, period_named
from tgkt.cli.notes import note
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
from tgkt.cli.pick import area_named, indicator_named, rows_told
from tgkt.engine.check.audit import audit
from tgkt.engine.explain import explain as gather
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.report.breaks import saying_across
from tgkt.report.explain import explain_tables
from tgkt.report.explain_rows import explain_head, explain_rows
from tgkt.report.fields.explain import EXPLAIN
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.story import story_tables
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.explain import Explanation


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
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    of = area_named(area, catalogue).id if area else None
    over = period_named(period, may_be_part=True) if period else None
    knowledge = known_at(catalogue, as_of, known_by, baseline, across_breaks=across_breaks)
    indicator = indicator_named(what, catalogue, where.lang)
    codes = rows_told(what, indicator, catalogue)
    findings = audit(knowledge, catalogue.beside(indicator.id))
    found = gather(indicator, knowledge, findings, area=of, period=over, codes=codes, is_ranked=where.is_machine)
    _say_if_empty(found, indicator)
    across = knowledge.clock.across_breaks
    tongues, view = tongues_of(catalogue), View(where.lang, where.width)
    command = None if everything or where.format is not Format.TABLE else _command(what, area, period, data)
    where.write(
        lambda: _tables(found, catalogue, view, command, is_across=across),
        lambda form: machine_text(
            form,
            EXPLAIN,
            {"across_breaks": across, **explain_head(found, tongues)},
            explain_rows(found, tongues),
            tongues.further,
        ),
    )


def _say_if_empty(found: Explanation, indicator: Indicator) -> None:
    """Write a note if the answer is empty."""
    if not found.entries and not found.assessments and not found.in_year:
        note(
            Message(
                "no document prints a figure for this indicator, area and period. {command} shows what there is",
                command=f"tgkt explain {indicator.id}",
            )
        )


def _tables(
    found: Explanation, catalogue: Catalogue, view: View, command: str | None, *, is_across: bool
) -> list[Table]:
    """The tables of the story, which ends with the command for the rest; or all tables."""
    if command is not None:
        return story_tables(found, catalogue, view, command, is_across=is_across)
    return saying_across(explain_tables(found, catalogue, view), view.lang, is_across=is_across)


def _command(what: str, area: str | None, period: str | None, data: Path | None) -> str:
    """The given command with those of its options that select figures."""
    options = {"area": area, "period": period, "data": str(data) if data else None}
    given = [f"--{name} {shlex.quote(value)}" for name, value in options.items() if value]
    return " ".join(("tgkt explain", shlex.quote(what), *given))
