"""Everything a data folder holds and what follows from it, gathered for others to read."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.engine.export.derived import derived
from tgkt.engine.export.statements import Identity, identity, key_of_row, plans_in_order, stated
from tgkt.engine.status.rows import assess
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.results.export import Exported, Line, Part
from tgkt.series.series import Knowledge


def export(knowledge: Knowledge) -> Exported:
    """Gather every statement, every derived figure and the rows of all plans."""
    items = [item for plan in plans_in_order(knowledge) for item in assess(plan, knowledge)]
    rows = stated(items, knowledge)
    targets = {identity(each.statement): each.key for each in rows if each.part is Part.TARGET}
    past = {identity(each.statement): each.key for each in rows if each.part is not Part.TARGET}
    return Exported(
        catalogue=knowledge.catalogue,
        as_of=knowledge.clock.as_of,
        stated=tuple(rows),
        derived=tuple(derived(items, {**targets, **past}, knowledge)),
        lines=tuple(_line(row, {**past, **targets}) for plan in plans_in_order(knowledge) for row in plan.rows),
    )


def _line(row: Row, keys: Mapping[Identity, str]) -> Line:
    def key(statement: Statement | None) -> str | None:
        return None if statement is None else keys[identity(statement)]

    return Line(key_of_row(row), row, key(row.target), key(row.baseline), key(row.last_term), key(row.result))
