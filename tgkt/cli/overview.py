"""`tgkt` alone, and `tgkt overview`: a plan on one screen."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.choose import known_at
from tgkt.api.marks import marks
from tgkt.api.pick import choose_plan
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.engine.overview import overview as overview_of
from tgkt.facts.plan import Plan
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.fields.overview import OVERVIEW
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.overview import overview_head, overview_row, overview_tables
from tgkt.report.view import View
from tgkt.results.overview import Overview


def overview(
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Show a plan on one screen: counts, what needs attention first, the audit in short. tgkt alone shows the same."""
    folder, where = data_folder(data), output_for(form, lang, output)
    knowledge = known_at(load_folder(folder))
    catalogue, chosen = knowledge.catalogue, choose_plan(plan, knowledge.catalogue)
    found = overview_of(chosen, knowledge, marks(folder, knowledge))
    commands = _next(found, catalogue.plan_in_force(), data)
    tongues = tongues_of(catalogue, chosen)
    where.write(
        lambda: overview_tables(found, catalogue, commands, View(where.lang, where.width)),
        lambda form: machine_text(
            form,
            OVERVIEW,
            overview_head(found, knowledge.clock.known_by, commands, tongues),
            [overview_row(each, chosen.id, catalogue, tongues) for each in found.sections],
            tongues.further,
        ),
    )


def _next(found: Overview, in_force: Plan | None, data: Path | None) -> dict[str, str]:
    """Three commands that answer what this screen leaves open, by the key of what they answer."""
    plan, is_in_force = found.plan, found.plan is in_force
    of_plan = "" if is_in_force else f" --plan {shlex.quote(plan.id)}"
    of_data = "" if data is None else f" --data {shlex.quote(str(data))}"
    about = {"explain": found.first[0] if found.first else None, "check": found.audit.most}
    rows = {command: item.row for command, item in about.items() if item}
    commands = {"attention": f"status --attention{of_plan}"}
    commands |= {key: f"{key} {row.code if is_in_force else row.indicator.id}" for key, row in rows.items()}
    return {key: f"tgkt {command}{of_data}" for key, command in commands.items()}
