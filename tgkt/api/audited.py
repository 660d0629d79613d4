"""The relations of the audit, the standings and the figures that count, kept between runs: they follow from the data.

Those of everything there is are kept; those of an earlier clock are found anew. The audit is imported only where it has
to run.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tgkt.facts.plan import Plan
from tgkt.loading.files import (
    Closings,
    Marks,
    kept_closings,
    kept_figures,
    kept_marks,
    kept_relations,
    kept_standings,
    recalled_closings,
    recalled_relations,
)
from tgkt.results.check import Finding
from tgkt.results.status import Assessment
from tgkt.series.questions import Found
from tgkt.series.series import Knowledge


def relations(folder: Path, knowledge: Knowledge) -> list[Finding]:
    """Every relation of the audit, each judged alone.

    Args:
        folder: the data folder.
        knowledge: what is known, and up to when.
    """
    whole = whole_of(knowledge)
    return _audited(knowledge) if whole is None else kept_relations(folder, whole.catalogue, lambda: _audited(whole))


def relations_of(folder: Path, knowledge: Knowledge, of: Collection[str]) -> list[Finding]:
    """The relations that involve one of some indicators; where none are kept only these are looked for."""
    whole = whole_of(knowledge)
    kept = None if whole is None else recalled_relations(folder, whole.catalogue)
    if kept is None:
        return _audited(knowledge, of)
    return [each for each in kept if any(id in of for id, _ in each.indicators)]


def closed_relations(folder: Path, knowledge: Knowledge) -> list[Finding]:
    """Every relation of the audit with what would close it, each figure in turn.

    Args:
        folder: the data folder.
        knowledge: what is known, and up to when.
    """
    found, whole = relations(folder, knowledge), whole_of(knowledge)
    if whole is None:
        return _closed(found, _closings(found, knowledge))
    return _closed(found, kept_closings(folder, whole.catalogue, lambda: _closings(found, whole)))


def closed_relations_of(folder: Path, knowledge: Knowledge, of: Collection[str]) -> list[Finding]:
    """The same of the relations that involve one of some indicators; where none are kept only these are solved."""
    found, whole = relations_of(folder, knowledge, of), whole_of(knowledge)
    kept = None if whole is None else recalled_closings(folder, whole.catalogue)
    return _closed(found, _closings(found, knowledge) if kept is None else kept)


def _closed(found: list[Finding], closings: Closings) -> list[Finding]:
    return [each._replace(closings=closings.get(each.id, ())) for each in found]


def marks(folder: Path, knowledge: Knowledge) -> Marks:
    """Ids and outcomes of the audit's findings by the place where a figure is declared."""
    whole = whole_of(knowledge)
    if whole is None:
        return _marks(_audited(knowledge), knowledge)
    return kept_marks(folder, whole.catalogue, lambda: _marks(relations(folder, whole), whole))


def standings(folder: Path, plan: Plan, knowledge: Knowledge) -> list[Assessment]:
    """The rows of a plan, each with its verdict and standing, in document order.

    Args:
        folder: the data folder.
        plan: the plan.
        knowledge: what is known, and up to when.
    """
    if knowledge.clock != knowledge.whole:
        return _assessed(plan, knowledge)
    return kept_standings(folder, plan.id, knowledge.catalogue, lambda: _assessed(plan, knowledge))


def recall(folder: Path, knowledge: Knowledge) -> None:
    """Let the figures that count be known at once which the standings of all plans rest on.

    Args:
        folder: the data folder.
        knowledge: what is known, and up to when; that of an earlier clock has to find its figures one by one.
    """
    if knowledge.clock == knowledge.whole:
        knowledge.recall(kept_figures(folder, knowledge.catalogue, lambda: _figures(knowledge)))


def whole_of(knowledge: Knowledge) -> Knowledge | None:
    """Everything there is, where that is what is known as far as the audit goes; None for an earlier clock."""
    if knowledge.clock == knowledge.whole:
        return knowledge
    is_whole = knowledge.clock._replace(plan_baseline=False, across_breaks=False) == knowledge.whole
    return Knowledge(knowledge.catalogue, knowledge.whole) if is_whole else None


def _audited(knowledge: Knowledge, of: Collection[str] | None = None) -> list[Finding]:
    from tgkt.engine.check.audit import audit  # lazy: what it finds is mostly kept

    return audit(knowledge, of)


def _closings(found: list[Finding], knowledge: Knowledge) -> Closings:
    from tgkt.engine.check.closings import closings_of  # lazy: as above

    return closings_of(found, knowledge)


def _marks(found: list[Finding], knowledge: Knowledge) -> Marks:
    from tgkt.engine.check.audit import marks_of  # lazy: as above
    from tgkt.engine.check.causes import by_cause  # lazy: as above

    return marks_of(by_cause(found, knowledge))


def _figures(knowledge: Knowledge) -> Found:
    for plan in knowledge.catalogue.plans.values():
        _assessed(plan, knowledge)
    return knowledge.found


def _assessed(plan: Plan, knowledge: Knowledge) -> list[Assessment]:
    from tgkt.engine.status.rows import assess  # lazy: as above

    return assess(plan, knowledge)
