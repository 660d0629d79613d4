"""The first screen: counts by section, what needs attention first, the audit in two lines, the next commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tgkt.facts.catalogue import Catalogue
from tgkt.language import translation
from tgkt.report.amounts import known, needed, shown, times
from tgkt.report.machine.tongues import Tongues
from tgkt.report.numbers import unit
from tgkt.report.status.rows import status_row, tally_row
from tgkt.report.status.scoreboard import MOODS, columns_of, head_of
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.width import width_of
from tgkt.report.words import word
from tgkt.results.computed import Outcome
from tgkt.results.overview import Overview, SectionCounts
from tgkt.results.status import Assessment, Attention, Counts, Need, Target

_MOST_SECTIONS = 5
_BESIDE = 4  # columns between the three cells of a line
_LEAST = 12


def overview_tables(found: Overview, catalogue: Catalogue, commands: Mapping[str, str], view: View) -> list[Table]:
    """The screen as tables.

    Args:
        found: what is shown.
        catalogue: titles of sections and areas.
        commands: the commands that answer next, by the key of what they answer.
        view: language and width.
    """
    first = attention_table(found, catalogue, view)
    first.note = "\n".join([*_audit_lines(found, view.lang), *_command_lines(commands, view)])
    return [counts_table(found, catalogue, view), first]


def overview_row(counts: SectionCounts, plan: str, catalogue: Catalogue, tongues: Tongues) -> dict[str, Any]:
    """The counts of a section as fields: by part, and by numbered target under names that begin with `targets`."""
    by_target, by_part = _fields(counts.targets), _fields(counts.parts)
    return {
        "key": f"{plan}/{counts.section}",
        "plan": plan,
        "section": counts.section,
        **tongues.told("title", catalogue.sections[counts.section]),
        "targets": counts.targets.total,
        **{f"targets_{name}": value for name, value in by_target.items()},
        "rows": counts.parts.total,
        **{name: value for name, value in by_part.items() if name != "not_settled"},
    }


def overview_head(
    found: Overview, known_by: str | None, commands: Mapping[str, str], tongues: Tongues
) -> dict[str, Any]:
    """What holds for the whole plan, as fields."""
    audit = found.audit
    return {
        "plan": found.plan.id,
        "as_of": found.as_of,
        "known_by": known_by,
        "scoreboard": [tally_row(each) for each in found.tallies],
        "targets": [_target_fields(each) for each in found.targets],
        "attention": [status_row(each, tongues) for each in found.first],
        "audit": {
            "rows": audit.rows,
            "inconsistent": audit.outcomes.get(Outcome.INCONSISTENT, 0),
            "needs_assumption": audit.outcomes.get(Outcome.NEEDS_ASSUMPTION, 0),
            "most": audit.most.row.code if audit.most else None,
        },
        "next": list(commands.values()),
    }


def _fields(counts: Counts) -> dict[str, int]:
    return {name: value for name, value in counts._asdict().items() if name != "total"}


def _target_fields(target: Target) -> dict[str, Any]:
    return {
        "key": f"{target.plan}/{target.area}/{target.number}",
        "plan": target.plan,
        "area": target.area,
        "number": target.number,
        "section": target.section,
        "parts": len(target.parts),
        "parts_met": target.met,
        "exceeded": target.is_exceeded,
        "column": target.column,
        "attention": target.worst.attention,
        "worst": target.worst.row.code,
    }


def counts_table(found: Overview, catalogue: Catalogue, view: View) -> Table:
    """Sections and their sum; both counts stand in one cell."""
    lang, total = view.lang, found.total
    kept = columns_of([total.targets, total.parts])
    title = word("overview_title", lang).format(plan=found.plan.title.within(lang), year=found.as_of)
    columns = [Column(word("section", lang), fold=True), Column(word("targets_and_parts", lang), right=True)]
    table = Table(title, columns + [Column(word(head_of(name), lang), right=True, yields=1) for name in kept])
    shown = found.sections if len(found.sections) <= _MOST_SECTIONS else found.sections[: _MOST_SECTIONS - 1]
    for each in shown:
        table.add(catalogue.sections[each.section].within(lang), *_pairs(each, kept))
    if rest := found.sections[len(shown) :]:
        table.add(word("other_sections", lang).format(count=len(rest)), *_pairs(_sum(rest), kept))
    table.add(word("all_sections", lang), *_pairs(total, kept))
    return table


def _sum(sections: Sequence[SectionCounts]) -> SectionCounts:
    by_target = Counts(*map(sum, zip(*(each.targets for each in sections), strict=True)))
    return SectionCounts("", by_target, Counts(*map(sum, zip(*(each.parts for each in sections), strict=True))))


def _pairs(counts: SectionCounts, kept: Sequence[str]) -> list[Cell]:
    """How many targets, and how many parts of targets."""
    cells = [Cell(f"{counts.targets.total} / {counts.parts.total}", "strong")]
    for name in kept:
        pair = getattr(counts.targets, name), getattr(counts.parts, name)
        cells.append(Cell(f"{pair[0]} / {pair[1]}" if any(pair) else "", MOODS[name]))
    return cells


def attention_table(found: Overview, catalogue: Catalogue, view: View) -> Table:
    """The rows that need attention most, each with its reason on one line."""
    lang, items = view.lang, found.first
    columns = [Column(""), Column("", fold=True), Column("", fold=True)]
    table = Table(word("attention_first" if items else "attention_none", lang), columns)
    codes = [_named(item, catalogue, found, lang) for item in items]
    room = None if view.width is None else view.width - _BESIDE - max(map(width_of, codes), default=0)
    reasons = [_reason(item, lang, room) for item in items]
    if room is not None:
        room = max(room - max((width_of(each.text) for each in reasons), default=0), _LEAST)
    for item, code, reason in zip(items, codes, reasons, strict=True):
        table.add(code, _shortened(_title(item, lang, room), room), reason)
    return table


def _named(item: Assessment, catalogue: Catalogue, found: Overview, lang: str) -> str:
    """The number of a row, with its area where the plan has several."""
    area = catalogue.areas[item.row.area].title.within(lang)
    return f"{item.row.code} {area}" if len(found.tallies) > 1 else item.row.code


def _title(item: Assessment, lang: str, room: int | None) -> str:
    """The title, with its unit where there is room for both."""
    title = item.row.indicator.title.within(lang)
    whole = f"{title} ({unit(item.unit, lang)})"
    has_unit = item.row.target is not None and item.row.target.figure is not None
    return whole if has_unit and (room is None or width_of(whole) <= room) else title


def _shortened(title: str, room: int | None) -> str:
    """As many whole words of a title as there is room for."""
    if room is None or width_of(title) <= room:
        return title
    words = title.split()
    while len(words) > 1 and width_of(" ".join(words)) > room - 2:
        words.pop()
    return f"{' '.join(words).rstrip(',;(')} …"


def _reason(item: Assessment, lang: str, room: int | None) -> Cell:
    """Why a row needs attention: figure and target, and how much faster it must become; less where room is short."""
    figure = item.result or item.current or item.baseline
    kind = item.standing.kind if item.standing else None
    state = word(kind or _STATES.get(item.attention, item.attention), lang)
    facts = {
        "state": state,
        "figure": known(figure, item.row, lang),
        "period": figure.period if figure else "",
        "target": shown(item.row.target, item.row, lang),
        "pace": needed(item.needed, lang, is_change=item.needed_in is not Need.LEVEL),
        "stretch": times(item.stretch, lang),
    }
    told = [word(key, lang).format(**facts) for key in dict.fromkeys((_pattern(item), *_SHORTER))]
    fitting = (text for text in told if room is None or width_of(text) <= room - _LEAST)
    mood = item.standing.kind.mood if item.standing else item.verdict.grade.mood
    return Cell(next(fitting, state), mood)


_STATES = {Attention.MISSED: "not_met"}
_SHORTER = ("reason_with_figure", "reason_without_figure")


def _pattern(item: Assessment) -> str:
    """The sentence for what is known of a row."""
    if item.result is None and item.current is None and item.baseline is None:
        return "reason_without_figure"
    if item.attention is not Attention.OPEN or item.needed is None:
        return "reason_with_figure"
    return "reason_with_pace" if item.stretch is None else "reason_with_stretch"


def _audit_lines(found: Overview, lang: str) -> list[str]:
    audit = found.audit
    if audit.most is None:
        return [word("audit_silent", lang)]
    facts = {
        "rows": audit.rows,
        "total": found.total.parts.total,
        "apart": audit.outcomes.get(Outcome.INCONSISTENT, 0),
        "assumed": audit.outcomes.get(Outcome.NEEDS_ASSUMPTION, 0),
    }
    one = translation("1 relation cannot hold as printed; under an assumption only: {assumed}.", lang)
    relations = one if facts["apart"] == 1 else word("audit_findings", lang)
    return [told.format(**facts) for told in (word("audit_rows", lang), relations)]


def _command_lines(commands: Mapping[str, str], view: View) -> list[str]:
    """Each command with what it answers: side by side where a line has room for both, else after the command."""
    wide = max(map(len, commands.values()), default=0)
    lines = []
    for key, command in commands.items():
        answers = word(f"next_{key}", view.lang)
        told = [f"{command.ljust(wide)}  {answers}", f"{command}  {answers}", command]
        lines.append(next((line for line in told if view.width is None or width_of(line) <= view.width), command))
    return lines
