"""`tgkt status`: where every target of a plan stands."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from tgkt.cli.choose import Filter, choose_plan, failing, known_at, select
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
    Output,
    OutputOption,
    output_for,
)
from tgkt.cli.pick import rows_named
from tgkt.engine.status.rows import assess, assess_row, mark
from tgkt.engine.status.tally import tally
from tgkt.errors import EXIT_TRUE, UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.formats import machine
from tgkt.report.status.page import derived_page
from tgkt.report.status.rows import STATUS_SCHEMA, status_row, tally_row
from tgkt.report.status.tables import differences, plan_tables, scoreboard
from tgkt.report.view import View
from tgkt.results.status import Assessment, Tally
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
    page: Annotated[bool, typer.Option("--page", help="Every derived figure as a Markdown page.")] = False,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show where every target of a plan stands: met or not, what must change, and how certain that is."""
    folder, where = data_folder(data), output_for(form, lang, output)
    knowledge = known_at(load_folder(folder), as_of, known_by, baseline)
    catalogue, chosen = knowledge.catalogue, choose_plan(plan, knowledge.catalogue)
    answers = {each.id: assess(each, knowledge) for each in catalogue.plans.values()}
    if page:
        _page(answers[chosen.id], what or area or section or verdict, catalogue, where)
        return
    asked = {(row.area, row.code) for row in (rows_named(what, chosen, where.lang) if what else chosen.rows)}
    items = [item for item in answers[chosen.id] if (item.row.area, item.row.code) in asked]
    shown = mark(select(items, Filter(area, section, verdict), catalogue), marks(folder, catalogue))
    if not shown:
        print("no rows match these filters", file=sys.stderr)
    _write(shown, [count for items in answers.values() for count in tally(items)], chosen, knowledge, where)
    if failing(shown, fail_on or []):
        raise typer.Exit(EXIT_TRUE)


def _page(items: list[Assessment], narrowed: object, catalogue: Catalogue, where: Output) -> None:
    """The derived figures of a whole plan."""
    if narrowed:
        raise UsageError("--page has every derived figure of the plan. Leave out WHAT and the filters, or --page")
    where.put(derived_page(items, catalogue))


def _write(shown: list[Assessment], counts: list[Tally], plan: Plan, knowledge: Knowledge, where: Output) -> None:
    """Scoreboard and rows, as tables or for machines."""
    view, catalogue, clock = View(where.lang, where.width), knowledge.catalogue, knowledge.clock
    head = {
        "plan": plan.id,
        "as_of": clock.as_of,
        "known_by": clock.known_by,
        "scoreboard": [tally_row(count) for count in counts],
    }
    columns = list(status_row(assess_row(plan.rows[0], knowledge))) if plan.rows and not shown else []
    where.write(
        lambda: (
            scoreboard(counts, catalogue, view)
            + plan_tables(shown, catalogue, view)
            + differences(shown, catalogue, view)
        ),
        lambda name: machine(name, STATUS_SCHEMA, head, [status_row(item) for item in shown], columns=columns),
    )
