"""The figures of a row on its target's side of every break, and those on the other; nothing is compared across one."""

from __future__ import annotations

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.trajectory.numbers import told_target
from tgkt.engine.trajectory.way import Apart, Way
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.results.computed import amount
from tgkt.series.base import Base
from tgkt.series.breaks import parting
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

Sides = tuple[Base | None, dict[int, Known], Apart | None]


def on_one_side(row: Row, base: Base | None, observed: dict[int, Known], knowledge: Knowledge) -> Sides:
    """The base and the years on the target's side, and apart from them those on the other side.

    Where the target's own term runs over a break no year of it is compared.
    """
    term = row.target.period if row.target else None
    over = parting(row, term, knowledge) if term and not term.is_year else None
    between = parting(row, base.known.period, knowledge) if base else None
    parted = {year: over or parting(row, each.period, knowledge) for year, each in observed.items()}
    others = [year for year, each in parted.items() if each is not None]
    at = over or between or (parted[max(others)] if others else None)
    if at is None or (base is None and not others):
        return base, observed, None
    is_apart = over is not None or between is not None
    apart = Apart(at, base if is_apart else None, observed[max(others)] if others else None)
    kept = {year: each for year, each in observed.items() if year not in others}
    return None if is_apart else base, kept, apart


def undivided(way: Way) -> Way:
    """The way, without any pace if its newest figure lies on the other side of a break."""
    return way._replace(whole=None, need=None, earlier=None, span=None) if way.is_divided else way


def break_reason(way: Way) -> Reason | None:
    """The reason that reports the break between a figure and the target; None where there is none."""
    apart = way.apart
    known = apart and (apart.newest or (apart.base.known if apart.base else None))
    if apart is None or known is None:
        return None
    target = told_target(way) or (way.row.target.wording if way.row.target else None)
    facts = (("result", amount(known, way.row.unit)), ("period", str(known.period)), ("target", target))
    return Reason("break", (("year", str(apart.at.since)), ("name", apart.at.id), *facts))


def refuse_break(way: Way) -> None:
    """Refuse a pace between figures on two sides of a break.

    Raises:
        NotComputableError: with the break.
    """
    if (reason := break_reason(way)) is not None:
        raise NotComputableError(reason.code, **dict(reason.facts))
