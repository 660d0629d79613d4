"""Why nothing is known of a row: the nearest thing that documents do print."""

from __future__ import annotations

from tgkt.engine.trajectory.way import Way
from tgkt.facts.statement import Placed, Statement
from tgkt.reason import Reason
from tgkt.series.series import Knowledge


def why_no_figure(way: Way, knowledge: Knowledge) -> Reason:
    """The figures of another period or of the parts, where there are any."""
    row, areas = way.row, knowledge.catalogue.areas
    own = knowledge.series(row.indicator.id, row.area).printed()
    if own:
        return Reason("only_other_period", (("figures", _placed(own[:1], knowledge)),))
    parts = [knowledge.series(row.indicator.id, part).printed() for part in areas[row.area].constituents]
    found = [statements[0] for statements in parts if statements]
    return Reason("only_parts", (("figures", _placed(found, knowledge)),)) if found else Reason("none_printed")


def _placed(statements: list[Statement], knowledge: Knowledge) -> tuple[Placed, ...]:
    return tuple(Placed(knowledge.catalogue.areas[each.area].title, each) for each in statements)
