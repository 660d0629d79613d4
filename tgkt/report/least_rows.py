"""The least that must change, and what a figure may be, as flat rows; `tgkt.report.fields.least` has their fields."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit
from tgkt.report.machine.digits import meant, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values
from tgkt.results.least import Allowed, Changed, Least, Move


def least_head(found: Least) -> Values:
    """What holds for all figures."""
    return {
        "weight": found.size.weight,
        "figures": found.size.figures,
        "sets": found.sets,
        "groups": len(found.reconciliations),
        "undecided": sum(each.undecided for each in found.reconciliations),
        "assumed": found.assumed,
        "words": found.words,
    }


def move_row(each: Move, catalogue: Catalogue, tongues: Tongues) -> Values:
    """A figure of a lightest set as fields."""
    changed = each.changed
    return {
        "key": f"{each.group}.{each.choice}.{each.alternative}/{figure_of(changed.statement)}",
        "group": each.group,
        "choice": each.choice,
        "alternative": each.alternative,
        "relations": [relation.id for relation in each.reconciliation.relations],
        **_changed(changed, catalogue, tongues),
    }


def allowed_row(found: Allowed, catalogue: Catalogue, tongues: Tongues) -> Values:
    """What a figure may be, as fields."""
    own = found.range
    return {
        "key": figure_of(found.statement),
        **_about(found.statement, found.printed.unit, catalogue, tongues),
        "low": _finite(own.low) if own else None,
        "high": _finite(own.high) if own else None,
        "holds": found.holds,
        "relations": [each.id for each in found.relations],
        "apart": [each.id for each in found.apart],
    }


def figure_of(stated: Statement) -> str:
    """A printed figure as a formula writes it, with its document."""
    part = ".target" if stated.status is None else ""
    return f"{stated.indicator}{part}[{stated.area}, {stated.period}, {stated.origin}]"


def _changed(each: Changed, catalogue: Catalogue, tongues: Tongues) -> Values:
    enough = each.enough
    return {
        **_about(each.statement, each.printed.unit, catalogue, tongues),
        "low": _finite(enough.low) if enough else None,
        "high": _finite(enough.high) if enough else None,
        "weight": each.weight,
    }


def _about(stated: Statement, unit: Unit, catalogue: Catalogue, tongues: Tongues) -> Values:
    return {
        "id": stated.indicator,
        "area": stated.area,
        "period": str(stated.period),
        **tongues.told("title", catalogue.indicators[stated.indicator].title),
        "is_target": stated.status is None,
        "value": number_of(stated.figure),
        "unit": tongues.unit(unit),
        "printed": stated.printed,
        "origin": stated.origin,
        "locator": stated.locator,
    }


def _finite(end: Decimal) -> Decimal | None:
    return meant(end) if end.is_finite() else None
