"""The rules of the engine over tables of millions of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tgkt.api.pick import choose_plan
from tgkt.api.seen import Seen
from tgkt.errors import UsageError
from tgkt.panel.duck import DEFAULT_MEMORY, duck
from tgkt.panel.run import Wanted, any_in, first_rows, run
from tgkt.panel.spark import Spark, spark
from tgkt.record import NamedTuple
from tgkt.report.fields.panel import PANEL, PARENTS
from tgkt.report.panel import panel_table, parents_table
from tgkt.report.table import Table

MACHINE = ("csv", "ndjson", "parquet")
SHOWN = 100
"""How many rows a table shows."""


class Place(NamedTuple):
    """What computes.

    Attributes:
        memory: how much memory DuckDB may use before it spills to a private folder.
        master: the Spark that answers instead.
        path: where Spark writes the answer as Parquet; without it there is a table.
    """

    memory: str = DEFAULT_MEMORY
    master: str | None = None
    path: str | None = None


HERE = Place()


class Judged(NamedTuple):
    """What came of a question: whether a pair is in a state that was asked for, and the table where one was."""

    is_in_state: bool
    table: Table | None = None


def panel(
    seen: Seen,
    wanted: Wanted,
    plan: str | None = None,
    deliver: Callable[[Path], None] | None = None,
    *,
    form: str = "table",
    place: Place = HERE,
    states: Sequence[str] = (),
    by_parent: bool = False,
) -> Judged:
    """Judge every area and indicator of some tables by the targets of a plan.

    Args:
        seen: the data with the plan.
        wanted: the files, and up to when they are known.
        plan: the plan; that in force unless given.
        deliver: takes the file of the answer, which is gone afterwards.
        form: table, csv, ndjson or parquet.
        place: what computes; Spark writes by itself, and delivers nothing.
        states: verdicts and standings to look for.
        by_parent: whether the rows are those of parents, each with the number of its areas in every state.

    Raises:
        UsageError: duckdb or pyspark is not installed, there is no such plan, or the areas have no parents.
        DataError: with every mistake in the figures.
    """
    if by_parent and wanted.areas is None:
        raise UsageError("--by parent needs the areas with their parents. Give a file of them with --areas")
    catalogue, view = seen.knowledge.catalogue, "parents" if by_parent else "panel"
    chosen = choose_plan(plan, catalogue)
    with spark(place.master) if place.master else duck(place.memory) as base:
        is_written = place.path is not None if place.master else form in MACHINE and deliver is not None
        run(base, wanted, chosen, catalogue, is_read_once=is_written and not states and not by_parent)
        is_in_state = any_in(base, states) if states else False
        if isinstance(base, Spark):
            if place.path is not None:
                base.write(view, place.path)
                return Judged(is_in_state)
        elif form in MACHINE and deliver is not None:
            file = base.folder / f"answer.{form}"
            base.copy(view, file, form, (PARENTS if by_parent else PANEL).schema)
            deliver(file)
            return Judged(is_in_state)
        columns, rows, total = first_rows(base, view, SHOWN)
    if by_parent:
        return Judged(is_in_state, parents_table(columns, rows, total, catalogue, seen.lang))
    return Judged(is_in_state, panel_table(columns, rows, total, catalogue, seen.lang))
