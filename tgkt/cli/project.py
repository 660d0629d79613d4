"""`tgkt project`: the way to the targets, what-if and goal seek."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.outlook import METHODS, WIDTH, Asked, Projection
from tgkt.api.outlook import project as project_of
from tgkt.api.seen import Seen, seen
from tgkt.api.settings import Settings
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

Method = StrEnum("Method", {name: name for name in METHODS})  # type: ignore[misc]  # one list of names


def project(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]…", help="Targets: numbers, ids or words of a title; a year of the term means --year."
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1900, max=2200, help="The year to look at (default: the plan's last).")
    ] = None,
    pace: Annotated[
        str | None,
        typer.Option(
            help="observed, last_term, required, or a rate: 9%, +0.5pp (default: observed once two figures follow the "
            "baseline, else last_term)."
        ),
    ] = None,
    method: Annotated[Method, typer.Option(help="How pace is judged.")] = Method.statcan,  # type: ignore[attr-defined]
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="WHAT=VALUE", help="What if: 9, 9,5%, +0.5pp, ×1.05, '1.9 triệu'."),
    ] = None,
    scenario: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="What if, from a file; two are compared.")
    ] = None,
    solve: Annotated[list[str] | None, typer.Option(metavar="WHAT", help="Goal seek: the figure to find.")] = None,
    goal: Annotated[str | None, typer.Option("--for", metavar="GOAL", help="For --solve: WHAT >= VALUE.")] = None,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the path of the indicators named.")] = False,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="Draw with plain ASCII signs.")] = False,
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Project targets: the required path, where a pace leads, what is needed from now on; what-if and goal seek."""
    where = output_for(form, lang, output, columns)
    with reading():
        asked = seen(data, where.lang, as_of, known_by, baseline, across_breaks=across_breaks)
    if solve or goal:
        if any([what, year, chart, pace, settings, scenario]):
            raise UsageError("goal seek looks at every target: leave out WHAT, --year, --pace, --chart and --set")
        _seek(solve or [], goal, plan, asked, where)
        return
    if chart and not what:
        raise UsageError("--chart draws the indicators you name. Name one or more, e.g. tgkt project grdp --chart")
    files = tuple(scenario or ())
    to_set, pace = _typed(settings or [], pace, asked, plan, is_named=bool(what))
    if (to_set or files) and not (what or year or pace or chart):
        _what_if(asked, to_set, files, plan, where)
        return
    wanted = Asked(tuple(what or ()), year, pace, method, to_set, files, plan, area)
    with answering():
        found = replace(project_of(asked, wanted), is_ascii=ascii_only)
    if chart and not where.is_machine:
        _draw(found, where)
    else:
        where.show(found)


def _typed(
    settings: list[str], pace: str | None, asked: Seen, plan: str | None, *, is_named: bool
) -> tuple[dict[str, str], str | None]:
    """What is set, and the pace, with the unit words that the shell has parted from them."""
    if not settings and pace is None:
        return {}, None
    from tgkt.cli.unquoted import typed_settings  # lazy: most questions set nothing

    return typed_settings(settings, pace, asked, plan, is_named=is_named)


def _what_if(asked: Seen, settings: Settings, files: tuple[Path, ...], plan: str | None, where: Output) -> None:
    """What follows from settings and scenarios."""
    from tgkt.api.what_if import what_if  # lazy: seldom asked for

    with answering():
        found = what_if(asked, settings, files, plan)
    where.show(found)


def _draw(found: Projection, where: Output) -> None:
    """Pictures instead of tables; in Markdown they stand in a fence."""
    where.require_no_columns()
    drawn = found.chart(where.width or WIDTH)
    where.put(f"```text\n{drawn}```\n" if where.format is Format.MD else drawn)


def _seek(unknowns: list[str], goal: str | None, plan: str | None, asked: Seen, where: Output) -> None:
    """Write the value of one figure at which another meets a goal; exit with 1 if there is none.

    Raises:
        UsageError: not one unknown and one goal.
    """
    if len(unknowns) != 1 or goal is None:
        raise UsageError(
            "goal seek takes one --solve and one --for. Write --solve grdp_growth --for 'grdp_per_capita >= 220'"
        )
    from tgkt.api.goal_seek import solve  # lazy: seldom asked for

    with answering():
        found = solve(asked, unknowns[0], goal, plan)
    where.show(found)
    if found.value is None:
        raise typer.Exit(EXIT_TRUE)
