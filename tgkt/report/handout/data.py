"""The rows of a plan as data beside what is said of them: the same answer as that of `tgkt status` for machines."""

from __future__ import annotations

from tgkt.facts.catalogue import Catalogue
from tgkt.report.breaks import break_rows
from tgkt.report.fields.status import STATUS
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.status.rows import status_rows, tally_row
from tgkt.results.report import Report


def rows_text(found: Report, catalogue: Catalogue, form: Form) -> str:
    """The rows in a format for machines.

    Args:
        found: the report that has the rows.
        catalogue: titles, and the languages the data are written in.
        form: which format, and how.
    """
    items, clock = [each.item for each in found.rows], found.clock
    tongues = tongues_of(catalogue, found.plan)
    head = {
        "plan": found.plan.id,
        "as_of": clock.as_of,
        "known_by": clock.known_by,
        "across_breaks": clock.across_breaks,
        "breaks": break_rows((item.breaks for item in items), tongues),
        "scoreboard": [tally_row(each) for each in found.overview.tallies],
    }
    return machine_text(form, STATUS, head, status_rows(items, tongues), tongues.further)
