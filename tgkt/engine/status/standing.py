"""Where a target stands before its deadline: already met at the baseline, open, or without one."""

from __future__ import annotations

from tgkt.engine.status.verdict import compare
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Placed, Statement
from tgkt.reason import Reason
from tgkt.results.status import Standing, StandingKind


def standing(row: Row, catalogue: Catalogue) -> Standing:
    """Judge the baseline as if it were the result; without one, say what the documents do print."""
    target, base = row.target, row.baseline
    if target is None:
        return Standing(StandingKind.NO_BASELINE, None, Reason("no_target"))
    if base is None:
        return Standing(StandingKind.NO_BASELINE, None, _why_no_baseline(row, catalogue))
    verdict = compare(target, base, row.indicator)
    kind = StandingKind.ALREADY_MET if verdict.grade.passed else StandingKind.OPEN
    if verdict.reason.code == "neutral_direction":
        told = Reason("not_there_yet", (("now", base.figure), ("target", target.figure)))
        return Standing(kind, verdict.certain, told)
    return Standing(kind, verdict.certain, verdict.reason)


def _why_no_baseline(row: Row, catalogue: Catalogue) -> Reason:
    """The nearest thing to a baseline that the documents print: parts, or another year."""
    latest = catalogue.plans[row.plan].baseline
    own = _measured(catalogue, row.indicator.id, row.area, latest)
    if own:
        return Reason("only_other_period", (("figures", _placed(own[:1], catalogue)),))
    parts = [_measured(catalogue, row.indicator.id, part, latest) for part in catalogue.areas[row.area].constituents]
    found = [statements[0] for statements in parts if statements]
    return Reason("only_parts", (("figures", _placed(found, catalogue)),)) if found else Reason("none_printed")


def _measured(catalogue: Catalogue, indicator: str, area: str, latest: int) -> list[Statement]:
    found = [s for s in catalogue.about(indicator, area) if s.figure and not s.ambition and s.period.last <= latest]
    return sorted(found, key=lambda s: -s.period.last)


def _placed(statements: list[Statement], catalogue: Catalogue) -> tuple[Placed, ...]:
    return tuple(Placed(catalogue.areas[s.area].title, s) for s in statements)
