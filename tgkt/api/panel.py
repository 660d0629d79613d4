"""The rules of the engine over tables of millions of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tgkt.api.pick import choose_plan
from tgkt.api.seen import Seen
from tgkt.panel.duck import DEFAULT_MEMORY, duck
from tgkt.panel.run import Wanted, any_in, copy, first_rows, run
from tgkt.record import NamedTuple
from tgkt.report.panel import panel_table
from tgkt.report.table import Table

MACHINE = ("csv", "ndjson", "parquet")
SHOWN = 100
"""How many rows a table shows."""


class Judged(NamedTuple):
    """What came of a question: whether a pair is in a state that was asked for, and the table where one was."""

    is_in_state: bool
    table: Table | None = None


def panel(
    seen: Seen,
    wanted: Wanted,
    plan: str | None = None,
    *,
    form: str = "table",
    deliver: Callable[[Path], None] | None = None,
    memory: str = DEFAULT_MEMORY,
    states: Sequence[str] = (),
) -> Judged:
    """Judge every area and indicator of some tables by the targets of a plan.

    Args:
        seen: the data with the plan.
        wanted: the files, and up to when they are known.
        plan: the plan; that in force unless given.
        form: table, csv, ndjson or parquet.
        deliver: takes the file of the answer, which is gone afterwards.
        memory: how much memory may be used before it spills to a private folder.
        states: verdicts and standings to look for.

    Raises:
        UsageError: duckdb is not installed, or there is no such plan.
        DataError: with every mistake in the figures.
    """
    catalogue = seen.knowledge.catalogue
    chosen = choose_plan(plan, catalogue)
    with duck(memory) as base:
        run(base, wanted, chosen, catalogue)
        is_in_state = any_in(base, states) if states else False
        if form in MACHINE and deliver is not None:
            file = base.folder / f"answer.{form}"
            copy(base, "panel", file, form)
            deliver(file)
            return Judged(is_in_state)
        columns, rows, total = first_rows(base, "panel", SHOWN)
    return Judged(is_in_state, panel_table(columns, rows, total, catalogue, seen.lang))
