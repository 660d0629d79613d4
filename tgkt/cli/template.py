"""`tgkt template`: a sheet to fill in with a year's results."""

from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.choose import known_at
from tgkt.api.pick import area_named, choose_plan
from tgkt.cli.ending import answer_file
from tgkt.cli.options import DataOption, Format, LangOption, output_for
from tgkt.cli.screen import reading
from tgkt.engine.template import template as template_of
from tgkt.errors import UsageError
from tgkt.facts.period import Period, parse_period
from tgkt.facts.plan import Plan
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.template.csv import csv_text
from tgkt.report.template.sheet import sheet_of
from tgkt.report.template.xlsx import workbook
from tgkt.results.template import SheetLine
from tgkt.series.series import Knowledge


def template(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="A year of the plan's term.")],
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Overwrite an existing sheet.")] = False,
    lang: LangOption = None,
    data: DataOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            callback=answer_file,
            help="Write to an .xlsx or .csv file (default: CSV to the terminal).",
        ),
    ] = None,
) -> None:
    """Make a sheet for a year's results: a line for every target, with its last figure.

    Fill in result, status and note, and give the file to tgkt import; lines left empty are ignored. Vietnamese CSV
    uses semicolons, as Excel in Vietnam expects.
    """
    is_book = _is_book(output)
    if output is not None and output.exists() and not again:
        raise UsageError("{file}: exists already and may be filled in. Name another file, or give --again", file=output)
    where = output_for(Format.TABLE, lang, output)
    with reading():
        knowledge = known_at(load_folder(data_folder(data)))
    chosen = choose_plan(plan, knowledge.catalogue)
    asked = _year(year, chosen)
    lines = _lines(chosen, area, asked, knowledge)
    sheet = sheet_of(chosen, lines, asked, knowledge.catalogue, where.lang)
    where.put(workbook(sheet, where.lang) if is_book else csv_text(sheet, where.lang))


def _is_book(output: Path | None) -> bool:
    """Whether a workbook is to be written, by the ending of its name.

    Raises:
        UsageError: the ending is that of another format.
    """
    ending = output.suffix.lower() if output else ".csv"
    if ending not in (".csv", ".xlsx"):
        raise UsageError("--output: {file}: the ending decides the format. Name an .xlsx or a .csv file", file=output)
    return ending == ".xlsx"


def _year(text: str, plan: Plan) -> Period:
    """The year that is asked for, as the plan writes years.

    Raises:
        UsageError: it is no year, or none of the plan's term.
    """
    try:
        found = parse_period(text)
    except ValueError as error:
        raise UsageError("YEAR: {error}", error=error) from None
    term = plan.period
    if not found.is_year or (found.is_fiscal and not term.is_fiscal):
        raise UsageError(
            "YEAR: {year} is not a year of {plan}. Write one of {term}, e.g. {first}",
            year=text,
            plan=plan.id,
            term=term,
            first=term.first,
        )
    if not term.first <= found.first <= term.last:
        raise UsageError(
            "YEAR: {year} is outside the term of {plan}, {term}. Name a year within it, or another --plan",
            year=text,
            plan=plan.id,
            term=term,
        )
    own = term.first + (found.first - term.first)
    return Period(own, own)


def _lines(plan: Plan, area: str | None, year: Period, knowledge: Knowledge) -> list[SheetLine]:
    """What is asked for.

    Raises:
        UsageError: no such area, or no target of it.
    """
    of = area_named(area, knowledge.catalogue).id if area is not None else None
    lines = template_of(plan, knowledge, year, of)
    if lines:
        return lines
    there = ", ".join(dict.fromkeys(row.area for row in plan.rows))
    if not there:
        raise UsageError("the plan {plan} has no targets. Name another with --plan", plan=plan.id)
    raise UsageError(
        "--area: {plan} has no targets of {area}. It has those of: {areas}", plan=plan.id, area=area, areas=there
    )
