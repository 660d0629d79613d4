"""`tgkt` alone, and `tgkt overview`: a plan on one screen."""

from typing import Annotated

import typer

from tgkt.api.overview import overview as overview_of
from tgkt.api.seen import seen
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.screen import answering, reading


def overview(
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show a plan on one screen: counts, what needs attention first, the audit in short. tgkt alone shows the same."""
    where = output_for(form, lang, output)
    with reading():
        asked = seen(data, where.lang)
    with answering():
        found = overview_of(asked, plan)
    where.show(found)
