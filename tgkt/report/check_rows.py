"""Findings, the figures they rest on and proposals as flat rows; `tgkt.report.fields.check` has their fields."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.statement import Statement
from tgkt.report.breaks import ids
from tgkt.report.machine.digits import ends_of, meant, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, reason_values
from tgkt.report.worked import worked
from tgkt.results.check import Closing, Finding, Suggestion


def finding_row(each: Finding, tongues: Tongues) -> Values:
    """A finding as fields."""
    left, right = each.left, each.right
    shown = left or right
    return {
        "key": each.id,
        **_what(each),
        **tongues.told("says", each.sentence),
        "formula": each.formula or None,
        "worked": worked(each.worked, "en") or None,
        "unit": tongues.unit(shown.unit) if shown else None,
        "left": meant(left.value) if left else None,
        **ends_of(left, "left"),
        "right": meant(right.value) if right else None,
        **ends_of(right, "right"),
        "residual": meant(each.residual),
        "relative": meant(each.relative),
        **tongues.told("assumes", each.assumes),
        **reason_values("", each.reason),
        "declared": str(each.source) if each.source else None,
        "breaks": ids(each.breaks),
        "same_cause": [_relation(one, tongues) for one in each.others],
        "closes": [_closing(one, tongues) for one in each.closings],
        "figures": [_figure(one, tongues) for one in each.statements],
    }


def figure_rows(found: Iterable[Finding], tongues: Tongues) -> list[Values]:
    """The figures that findings rest on, one row each."""
    return [
        {"key": f"{relation.id}/{place}", "finding": each.id, **_what(relation), **_figure(one, tongues)}
        for each in found
        for relation in each.relations
        for place, one in enumerate(relation.statements, 1)
    ]


def suggestion_row(each: Suggestion, tongues: Tongues) -> Values:
    """A proposal as fields."""
    return {
        "key": f"{each.kind}/{each.formula}",
        "kind": each.kind,
        "formula": each.formula,
        "breaks": ids(each.breaks),
        "figures": [_figure(one, tongues) for one in each.statements],
    }


def _what(each: Finding) -> Values:
    return {"kind": each.kind, "outcome": each.outcome, "severity": each.severity}


def _relation(each: Finding, tongues: Tongues) -> Values:
    """A further relation that fails for the same cause."""
    return {
        "key": each.id,
        **_what(each),
        **tongues.told("says", each.sentence),
        "formula": each.formula or None,
        "worked": worked(each.worked, "en") or None,
        "figures": [_figure(one, tongues) for one in each.statements],
    }


def _closing(one: Closing, tongues: Tongues) -> Values:
    return {
        "figure": one.figure,
        "printed": meant(one.printed),
        "needed": meant(one.needed),
        "unit": tongues.unit(one.unit),
    }


def _figure(stated: Statement, tongues: Tongues) -> Values:
    return {
        "id": stated.indicator,
        "area": stated.area,
        "period": str(stated.period),
        "value": number_of(stated.figure),
        "unit": tongues.unit(stated.unit),
        "printed": stated.printed,
        "origin": stated.origin,
        "locator": stated.locator,
    }
