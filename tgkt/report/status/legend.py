"""The meaning of the signs in a status table, below its last row, each with a command for more."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.breaks import breaks_note
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.status import Agreement, Assessment, StandingKind

_MOST = 6  # rows that are named; further ones are only counted


def legend(items: Sequence[Assessment], catalogue: Catalogue, view: View) -> str:
    """One line for each sign that stands beside a row.

    Args:
        items: the rows that are shown.
        catalogue: which plan is in force, whose numbers commands take.
        view: language and width.
    """
    names = {id(item): _named(item, catalogue) for item in items}
    touched = ((names[id(item)], item.breaks) for item in items)
    lines = [*_doubts(items, names, view), *_without_figure(items, view), *breaks_note(touched, view.lang)]
    return "\n".join([*lines, *_marks(items, names, view.lang)])


def _named(item: Assessment, catalogue: Catalogue) -> str:
    """How a command knows the row: by its number in the plan in force, else by its id."""
    plan = catalogue.plan_in_force()
    return item.row.code if plan is not None and item.row.plan == plan.id else item.row.indicator.id


def _doubts(items: Sequence[Assessment], names: dict[int, str], view: View) -> list[str]:
    """The meaning of the star, and on a narrow terminal that of the signs of labels."""
    starred = [item for item in items if _is_starred(item, view)]
    command = f"tgkt explain {names[id(starred[0])]}" if starred else ""
    lines = [word("may_flip", view.lang).format(command=command)] if starred else []
    has_labels = not view.is_wide and any(item.standing is None and item.agreement for item in items)
    return [*lines, ", ".join(word(each, view.lang) for each in Agreement)] if has_labels else lines


def _is_starred(item: Assessment, view: View) -> bool:
    """Whether a row has a star: a standing that may flip, or a verdict where no column says how certain it is."""
    if item.standing is not None:
        return item.standing.certain is False
    return not view.is_wide and item.verdict.certain is False


def _without_figure(items: Sequence[Assessment], view: View) -> list[str]:
    """Why rows have no figure, where no column says it."""
    groups: dict[str, list[str]] = {}
    for item in items if view.width is not None else ():
        if item.standing is not None and item.standing.kind is StandingKind.NO_FIGURE:
            groups.setdefault(f"no_figure_{item.standing.reason.code}", []).append(item.row.code)
    return [f"{word(key, view.lang)}: {_listed(codes, view.lang)}" for key, codes in groups.items()]


def _listed(codes: Sequence[str], lang: str) -> str:
    if len(codes) <= _MOST:
        return ", ".join(codes)
    return said(Message.counted(len(codes), "{count} row", "{count} rows"), lang)


def _marks(items: Sequence[Assessment], names: dict[int, str], lang: str) -> list[str]:
    """The number of rows with findings of the audit, and the command that shows those of the first."""
    marked = [item for item in items if item.findings]
    if not marked:
        return []
    told = Message.counted(
        len(marked),
        "! The audit has findings on {count} row: {command}",
        "! The audit has findings on {count} rows: {command}",
        command=f"tgkt check {names[id(marked[0])]}",
    )
    return [said(told, lang)]
