"""`tgkt status --in-year`: rows that have figures of parts of a year."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.cli.notes import note
from tgkt.cli.options import Output
from tgkt.engine.status.in_year import in_year
from tgkt.facts.plan import Plan, Row
from tgkt.message import Message
from tgkt.report.breaks import saying_across
from tgkt.report.fields.in_year import IN_YEAR
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.status.in_year import in_year_row, in_year_table
from tgkt.report.view import View
from tgkt.series.series import Knowledge


def write_in_year(plan: Plan, rows: Sequence[Row], knowledge: Knowledge, until: int | None, where: Output) -> None:
    """Write the rows of a plan that have a figure within a year; what the plan has no row for is named beside.

    Args:
        plan: the plan that answers.
        rows: its rows that are asked for.
        knowledge: what is known.
        until: the last year the figures may be of; any unless given.
        where: in which format and where to.
    """
    found, clock, catalogue = in_year(rows, knowledge, until), knowledge.clock, knowledge.catalogue
    head = {"plan": plan.id, "as_of": until, "known_by": clock.known_by, "across_breaks": clock.across_breaks}
    if not found:
        note(Message("no document prints a figure for part of a year for these rows of {plan}", plan=plan.id))
    _name_others(plan, knowledge)
    view, tongues = View(where.lang, where.width), tongues_of(catalogue, plan)
    where.write(
        lambda: saying_across([in_year_table(found, catalogue, view)], view.lang, is_across=clock.across_breaks),
        lambda form: machine_text(form, IN_YEAR, head, [in_year_row(item, tongues) for item in found], tongues.further),
        lambda item: in_year_row(item, tongues),
    )


def _name_others(plan: Plan, knowledge: Knowledge) -> None:
    """Write a note that names indicators with such figures for which the plan has no row."""
    planned = {(row.indicator.id, row.area) for row in plan.rows}
    said = ((each.indicator, each.area) for each in knowledge.catalogue.in_year if knowledge.is_seen(each))
    others = dict.fromkeys(indicator for indicator, area in said if (indicator, area) not in planned)
    if others:
        told = Message(
            "figures for part of a year without a row in {plan}: {ids} (tgkt explain ID)",
            plan=plan.id,
            ids=", ".join(others),
        )
        note(told)
