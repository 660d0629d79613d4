"""`tgkt status`: where every target of a plan stands."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from tgkt.cli.choose import Filter, choose_plan, clock, failing, select
from tgkt.cli.marks import marks
from tgkt.cli.options import (
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
from tgkt.cli.pick import rows_named
from tgkt.engine.status.rows import assess, mark
from tgkt.engine.status.tally import tally
from tgkt.errors import EXIT_TRUE
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.formats import machine
from tgkt.report.status.rows import STATUS_SCHEMA, status_row, tally_row
from tgkt.report.status.tables import differences, plan_tables, scoreboard
from tgkt.report.view import View
from tgkt.series.series import Knowledge


class FailOn(StrEnum):
    """What `--fail-on` may ask for."""

    NOT_MET = "not_met"
    NOT_ASSESSABLE = "not_assessable"
    BEHIND = "behind"
    ALREADY_MISSED = "already_missed"
    OPEN = "open"
    NO_FIGURE = "no_figure"
    UNCERTAIN = "uncertain"
    DIFFERS = "differs"


def status(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]…", help="Targets: numbers, ids or words of a title; all unless given."),
    ] = None,
    plan: Annotated[str | None, typer.Option(help="Plan id; targets_2025_2030 unless given.")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area: merged, thai_nguyen, bac_kan.")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section: economy, society, environment …")] = None,
    verdict: Annotated[str | None, typer.Option(help="Only this verdict or standing: not_met, open …")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    fail_on: Annotated[
        list[FailOn] | None, typer.Option(help="Exit with 1 if any shown row is in this state; repeatable.")
    ] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show where every target of a plan stands: met or not, what must change, and how certain that is."""
    folder = data_folder(data)
    catalogue = load_folder(folder)
    knowledge = Knowledge(catalogue, clock(catalogue, as_of, known_by, baseline))
    chosen = choose_plan(plan, catalogue)
    answers = {each.id: assess(each, knowledge) for each in catalogue.plans.values()}
    where = output_for(form, lang, output)
    asked = {(row.area, row.code) for row in (rows_named(what, chosen, where.lang) if what else chosen.rows)}
    items = [item for item in answers[chosen.id] if (item.row.area, item.row.code) in asked]
    shown = mark(select(items, Filter(area, section, verdict), catalogue), marks(folder, catalogue))
    view = View(where.lang, where.width)
    counts = [count for items in answers.values() for count in tally(items)]
    head = {
        "plan": chosen.id,
        "as_of": knowledge.clock.as_of,
        "known_by": known_by,
        "scoreboard": [tally_row(count) for count in counts],
    }
    columns = list(status_row(answers[chosen.id][0])) if chosen.rows else []
    if not shown:
        print("no rows match these filters", file=sys.stderr)
    where.write(
        lambda: (
            scoreboard(counts, catalogue, view)
            + plan_tables(shown, catalogue, view)
            + differences(shown, catalogue, view)
        ),
        lambda name: machine(name, STATUS_SCHEMA, head, [status_row(item) for item in shown], columns=columns),
    )
    if failing(shown, fail_on or []):
        raise typer.Exit(EXIT_TRUE)
