"""`tgkt status`: where every target of a plan stands."""

from typing import Annotated, Any

import typer

from tgkt.api.answer import Answer
from tgkt.api.pick.states import states_named
from tgkt.api.seen import Seen, seen
from tgkt.api.status import ATTENTION, ORDERS, Status, Wanted, order_of
from tgkt.api.status import status as status_of
from tgkt.cli.options import (
    AcrossBreaksOption,
    AsOfOption,
    Baseline,
    BaselineOption,
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    KnownByOption,
    LangOption,
    Output,
    OutputOption,
    output_for,
)
from tgkt.cli.screen import answering, reading
from tgkt.errors import EXIT_TRUE, UsageError


def status(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]…", help="Targets: numbers, ids or words of a title (default: all)."),
    ] = None,
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section.")] = None,
    verdict: Annotated[
        list[str] | None, typer.Option(help="Only these verdicts: not_met,not_assessable …; repeatable.")
    ] = None,
    standing: Annotated[list[str] | None, typer.Option(help="Only these standings: behind,open …; repeatable.")] = None,
    attention: Annotated[
        bool, typer.Option("--attention", help="One table, with what most needs attention first.")
    ] = False,
    sort: Annotated[str | None, typer.Option(metavar=f"<{'|'.join(ORDERS)}>", help="One table in this order.")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit with 1 if any shown row is in this state: not_met,behind,uncertain …; repeatable."),
    ] = None,
    in_year: Annotated[
        bool,
        typer.Option(
            "--in-year", help="The newest figures for part of a year, against the year before and the year's plan."
        ),
    ] = False,
    page: Annotated[bool, typer.Option("--page", help="Every derived figure as a Markdown page.")] = False,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show where every target of a plan stands: met or not, what must change, and how certain that is."""
    where = output_for(form, lang, output, columns)
    with reading():
        asked = seen(data, where.lang, as_of, known_by, baseline, across_breaks=across_breaks)
    order, states = order_of(_sort(sort, attention=attention)), states_named(fail_on or [])
    wanted = Wanted(tuple(what or ()), plan, area, section, verdict or (), standing or ())
    if page:
        _page(asked, plan, where, is_narrowed=bool(any(wanted._replace(plan=None)) or order or in_year))
        return
    with answering():
        found = status_of(asked, wanted, order, is_for_machines=where.is_machine)
    where.show(_in_year(asked, found) if in_year else found)
    if found.any_in(states):
        raise typer.Exit(EXIT_TRUE)


def _in_year(asked: Seen, found: Status) -> Answer[Any]:
    from tgkt.api.in_year import in_year  # lazy: seldom asked for

    return in_year(asked, found)


def _page(asked: Seen, plan: str | None, where: Output, *, is_narrowed: bool) -> None:
    """Write the page of a plan's derived figures."""
    where.require_text()
    where.require_no_columns()
    if is_narrowed:
        raise UsageError("--page shows every derived figure of the plan. Leave out WHAT and the filters, or --page")
    where.put(status_of(asked, Wanted(plan=plan)).page())


def _sort(key: str | None, *, attention: bool) -> str | None:
    """The order that was asked for.

    Raises:
        UsageError: there is no such order, or two were asked for.
    """
    if attention and (order := order_of(key)) not in (None, ATTENTION):
        raise UsageError("--attention already sets an order. Leave it out, or --sort {order}", order=order)
    return ATTENTION if attention else key
