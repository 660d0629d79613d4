"""`tgkt diff`: what changed between two years, plans, folders or dates."""

from typing import Annotated

import typer

from tgkt.api.diff import Wanted
from tgkt.api.diff import diff as diff_of
from tgkt.cli.options import ColumnsOption, DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.screen import reading


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A year (2025), a plan, a folder of data, or a date (2026-03-01).")
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="Another of the same sort (default: the data in use).")
    ] = None,
    plan: Annotated[str | None, typer.Option(help="Only the rows of this plan and their figures.")] = None,
    area: Annotated[str | None, typer.Option(help="Only this area (an id).")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section: economy, society, environment …")] = None,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show what changed: figures added, revised or gone, targets that differ, rows whose standing changed.

    Two years compare what is known up to each year; two dates compare what documents had said by each date.
    """
    where = output_for(form, lang, output, columns)
    with reading():
        found = diff_of(old, new, data, where.lang, Wanted(plan, area, section))
    where.show(found)
