"""A plan as a file to hand on."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.api.audited import closed_relations, recall
from tgkt.api.pick import choose_plan, section_among
from tgkt.api.seen import Seen
from tgkt.api.size import size_of
from tgkt.engine.check.causes import by_cause
from tgkt.engine.report import report as gather
from tgkt.errors import UsageError, suggest
from tgkt.harmless import harmless
from tgkt.report.handout.document import document_of
from tgkt.report.handout.kinds import KINDS, written
from tgkt.report.least import least_told
from tgkt.results.report import Part


def handout(
    seen: Seen,
    kind: str,
    plan: str | None = None,
    section: str | None = None,
    parts: Sequence[str] | None = None,
    template: bytes | None = None,
) -> str | bytes:
    """The content of a file that shows where every target stands, with sources, findings and merged figures.

    Args:
        seen: the data, and up to when they are known.
        kind: the ending of the file: .html, .xlsx, .docx, .md.
        plan: a plan, or its term; that in force unless given.
        section: only this section.
        parts: only these parts: status, results, findings, blend.
        template: the Word template to fill; ours unless given.

    Raises:
        UsageError: a kind, plan, section or part that is none, or an extra that is not installed.
    """
    if kind not in KINDS:
        raise UsageError("a report cannot be written as {kind}.{advice}", kind=kind, advice=suggest(kind, KINDS))
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    asked, chosen = _parts(parts), choose_plan(plan, catalogue)
    within = section_among(section, catalogue.sections) if section is not None else None
    recall(seen.folder, knowledge)
    found = gather(chosen, knowledge, by_cause(closed_relations(seen.folder, knowledge), knowledge), asked, within)
    is_whole = Part.FINDINGS in asked and within is None
    least = least_told(size_of(seen.folder, knowledge)) if is_whole else None
    content = written(kind, document_of(found, catalogue, seen.lang, least), template)
    return harmless(content) if isinstance(content, str) else content


def _parts(names: Sequence[str] | None) -> tuple[Part, ...]:
    """The parts that are asked for; all unless any is.

    Raises:
        UsageError: there is no such part.
    """
    if names is None:
        return tuple(Part)
    strange = [name for name in names if name not in list(Part)]
    if strange or not names:
        raise UsageError(
            "--parts: unknown part '{part}'. Use one of: {parts}",
            part=strange[0] if strange else "",
            parts=", ".join(Part),
        )
    return tuple(Part(name) for name in names)
