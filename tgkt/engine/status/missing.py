"""Reasons why a row has no figure: the nearest figures that documents do print, and what was looked for."""

from __future__ import annotations

from tgkt.engine.trajectory.way import Way
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.facts.statement import Placed, Statement
from tgkt.reason import Reason
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def why_no_figure(way: Way, knowledge: Knowledge) -> Reason:
    """The reason why a row has no figure, with the nearest: another period, the parts, another measure."""
    return _nearest(way.row, knowledge)._replace(beside=beside(way.row, knowledge))


def beside(row: Row, knowledge: Knowledge) -> tuple[Words | Reason, ...]:
    """Two sentences beside the reason: the figure of another measure, and what was looked for."""
    proxy = proxy_of(row, knowledge)
    told: list[Words | Reason] = [row.sought] if row.sought else []
    if proxy is None or proxy.statement is None or row.indicator.proxy is None:
        return tuple(told)
    measure = knowledge.catalogue.indicators[row.indicator.proxy].title
    facts = (("title", measure), ("figure", _placed([proxy.statement], knowledge)))
    return Reason("proxy", facts), *told


def proxy_of(row: Row, knowledge: Knowledge) -> Known | None:
    """The newest figure of the declared proxy in the same area; it is shown, but never compared with the target."""
    if row.indicator.proxy is None:
        return None
    series = knowledge.series(row.indicator.proxy, row.area)
    return next((series.at(each.period, each.timing) for each in series.printed()), None)


def _nearest(row: Row, knowledge: Knowledge) -> Reason:
    own = knowledge.series(row.indicator.id, row.area).printed()
    if own:
        return Reason("only_other_period", (("figures", _placed(own[:1], knowledge)),))
    parts = knowledge.catalogue.areas[row.area].constituents
    printed = [knowledge.series(row.indicator.id, part).printed() for part in parts]
    found = [statements[0] for statements in printed if statements]
    return Reason("only_parts", (("figures", _placed(found, knowledge)),)) if found else Reason("none_printed")


def _placed(statements: list[Statement], knowledge: Knowledge) -> tuple[Placed, ...]:
    return tuple(Placed(knowledge.catalogue.areas[each.area].title, each) for each in statements)
