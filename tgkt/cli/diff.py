"""`tgkt diff`: what changed between two years, plans, folders or dates."""

from __future__ import annotations

from typing import Annotated

import typer

from tgkt.api.pick import area_among, plan_named, section_among
from tgkt.api.sides import Sides, sides_of
from tgkt.cli.options import ColumnsOption, DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.engine.diff.diff import diff as diff_of
from tgkt.engine.diff.diff import diff_of_plans, narrowed, places_of
from tgkt.errors import UsageError
from tgkt.report.diff.rows import diff_head, diff_row
from tgkt.report.diff.tables import diff_tables, names_of
from tgkt.report.fields.diff import DIFF
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.view import View
from tgkt.results.diff import Diff


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
    sides = sides_of(old, new, data)
    found = _found(sides, plan, area, section)
    clocks = sides.old.knowledge.clock, sides.new.knowledge.clock
    tongues = tongues_of(sides.new.knowledge.catalogue)
    names = names_of(sides.new.knowledge.catalogue, sides.old.knowledge.catalogue)
    where.write(
        lambda: diff_tables(found, sides.compared, names, View(where.lang, where.width)),
        lambda form: machine_text(
            form,
            DIFF,
            diff_head(found, sides.compared, *clocks),
            [diff_row(each, tongues) for each in found.changes],
            tongues.further,
        ),
        lambda each: diff_row(each, tongues),
    )


def _found(sides: Sides, plan: str | None, area: str | None, section: str | None) -> Diff:
    """The changes that the filters let through."""
    catalogues = [state.knowledge.catalogue for state in (sides.old, sides.new)]
    areas = {id: area.title for each in catalogues for id, area in each.areas.items()}
    sections = {id: title for each in catalogues for id, title in each.sections.items()}
    only = area_among(area, areas) if area is not None else None
    within = section_among(section, sections) if section is not None else None
    if sides.plans is not None:
        if plan is not None:
            raise UsageError("--plan: two plans are named already. Leave it out")
        return narrowed(diff_of_plans(*sides.plans, sides.new.knowledge), only, within)
    of = plan_named(plan, [one for each in catalogues for one in each.plans.values()]).id if plan is not None else None
    places = None if of is None else places_of(of, catalogues)
    return narrowed(diff_of(sides.old, sides.new, of, places), only, within)
