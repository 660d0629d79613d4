"""`tgkt validate`: check data files and say every mistake in them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.errors import EXIT_DATA, DataError, shown
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import changed_bases, checked, data_folder
from tgkt.loading.worse_side import bounds_of_the_worse_side
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.problems import PROBLEMS
from tgkt.report.formats import machine_text
from tgkt.report.problems import problem_rows


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Files to check (default: all data).")
    ] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Check data files: keys, units, ids, digits against the printed words. Exit 3 when something is wrong.

    A FILE is checked together with the data folder; it replaces the file of the same name there.
    """
    where = output_for(form, lang, output)
    try:
        (count, catalogue), problems = checked(data_folder(data), files or []), []
    except DataError as error:
        if not where.is_machine:
            raise
        count, catalogue, problems = 0, None, problem_rows(error.problems)
    if where.is_machine:
        where.write(list, lambda form: machine_text(form, PROBLEMS, {}, problems))
    if problems:
        raise typer.Exit(EXIT_DATA)
    for told in [*changed_bases(data_folder(data)), *(_notes(catalogue, files or []) if catalogue else ())]:
        note(told)
    note(Message.counted(count, "{count} file valid", "{count} files valid"))


def _notes(catalogue: Catalogue, files: list[Path]) -> list[str]:
    """Notes about things that are not mistakes but may be unintended."""
    return [*_open_plans(catalogue), *map(shown, bounds_of_the_worse_side(catalogue, [str(file) for file in files]))]


def _open_plans(catalogue: Catalogue) -> list[str]:
    """The note that several plans could be the one in force."""
    if not catalogue.plans or catalogue.plan_in_force() is not None:
        return []
    last = max(each.period.last for each in catalogue.plans.values())
    names = ", ".join(each.id for each in catalogue.plans.values() if each.period.last == last)
    return [
        Message(
            "several plans end in {year}: {plans}. Mark one with 'in_force: true', or give --plan with every command",
            year=last,
            plans=names,
        )
    ]
