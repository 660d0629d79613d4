"""Where millions of areas and targets stand, on one page to hand on."""

from __future__ import annotations

from tgkt.api.pick import choose_plan, section_among
from tgkt.api.seen import Seen
from tgkt.errors import UsageError, suggest
from tgkt.harmless import harmless
from tgkt.message import Message
from tgkt.notes import note
from tgkt.panel.duck import DEFAULT_MEMORY, duck
from tgkt.panel.picture import picture as counted
from tgkt.panel.run import Wanted, run
from tgkt.report.handout.kinds import KINDS, written
from tgkt.report.handout.picture import picture_document
from tgkt.results.picture import Picture


def picture(
    seen: Seen,
    wanted: Wanted,
    kind: str,
    plan: str | None = None,
    section: str | None = None,
    template: bytes | None = None,
    *,
    memory: str = DEFAULT_MEMORY,
) -> str | bytes:
    """The content of a file that shows how many areas of a panel stand where.

    Args:
        seen: the data with the plan.
        wanted: the files, and up to when they are known.
        kind: the ending of the file: .html, .xlsx, .docx, .md.
        plan: the plan; that in force unless given.
        section: only this section.
        template: the Word template to fill; ours unless given.
        memory: how much memory may be used before it spills to a private folder.

    Raises:
        UsageError: a kind, plan or section that is none, areas without parents that are weighed, an extra that is not
            installed.
        DataError: with every mistake in the figures.
    """
    if kind not in KINDS:
        raise UsageError("a report cannot be written as {kind}.{advice}", kind=kind, advice=suggest(kind, KINDS))
    catalogue = seen.knowledge.catalogue
    chosen = choose_plan(plan, catalogue)
    within = section_among(section, catalogue.sections) if section is not None else None
    rows = [row for row in chosen.rows if row.target is not None and within in (None, row.indicator.section)]
    with duck(memory) as base:
        run(base, wanted, chosen, catalogue)
        found = counted(base, wanted, [*dict.fromkeys(row.indicator.id for row in rows)])
    _require_parents(found)
    content = written(kind, picture_document(found, chosen, catalogue, seen.lang, within), template)
    _tell(found)
    return harmless(content) if isinstance(content, str) else content


def _require_parents(found: Picture) -> None:
    """Refuse to weigh areas in parents that they do not have.

    Raises:
        UsageError: with the file of areas.
    """
    if found.read.weighed_by is not None and not found.parents:
        raise UsageError(
            "--weight-by weighs areas in their parents, and {file} names none. Fill in parent, or leave it out",
            file=found.read.areas_file,
        )


def _tell(found: Picture) -> None:
    """A note on the rows that the page has no room for."""
    if found.rest:
        note(
            Message.counted(
                found.rest,
                "{count} row of a parent area and a target is left out. tgkt panel … --by parent -f csv has it too",
                "{count} rows of a parent area and a target are left out. tgkt panel … --by parent -f csv has them too",
            )
        )
