"""`tgkt project`: the way to the targets, what-if and goal seek."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.choose import known_at
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
    OutputOption,
    output_for,
)
from tgkt.cli.outlook import Question, ask
from tgkt.cli.pick import choose_plan, plan_or_none
from tgkt.cli.pick.years import without_year
from tgkt.cli.scenarios import seek_goal
from tgkt.engine.project.pace import PRESETS
from tgkt.errors import UsageError
from tgkt.loading.files import data_folder, load_folder

Method = StrEnum("Method", {name: name for name in PRESETS})  # type: ignore[misc]  # one list of names


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
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output, columns)
    knowledge = known_at(catalogue, as_of, known_by, baseline, across_breaks=across_breaks)
    of = plan_or_none(plan, knowledge) if what else choose_plan(plan, catalogue)
    if solve or goal:
        if any([what, year, chart, pace, settings, scenario]):
            raise UsageError("goal seek looks at every target: leave out WHAT, --year, --pace, --chart and --set")
        seek_goal(solve or [], goal, of, knowledge, where)
        return
    names, year = without_year(what or [], year, of)
    asked = Question(names, year, pace, method, settings or [], scenario or [], area, chart=chart, ascii=ascii_only)
    ask(asked, of, knowledge, where)
