"""A sheet made into the one file of a new plan: read, written in memory, checked by the loader, and only then saved."""

from __future__ import annotations

import tempfile
from pathlib import Path
from string import Template
from typing import BinaryIO

from tgkt.errors import DataError, Problem, UsageError
from tgkt.facts.period import Period, parse_period
from tgkt.loading.arriving.yaml_text import quoted, scalar
from tgkt.loading.begin import BEGINNINGS, PLAN_FILE
from tgkt.loading.catalogue import examine
from tgkt.loading.figures import WORDLESS
from tgkt.loading.planned.gathered import Gathering
from tgkt.loading.planned.heads import PlanHeading, PlanHeads, Sort
from tgkt.loading.planned.lines import Lines
from tgkt.loading.planned.named import Areas
from tgkt.loading.planned.text import Body, body_of
from tgkt.loading.planned.wishes import Wishes
from tgkt.loading.planned.words import NAMES, Column
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.book import chosen_sheet, open_book
from tgkt.loading.tabular.cells import Sheet
from tgkt.loading.tabular.notation import Column as Numbers
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.table import lines_below, meet, not_read
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source


class Begun(NamedTuple):
    """The text of the file, and notes on what was assumed about the sheet."""

    text: str
    said: list[str]


def begin_from(name: str, stream: BinaryIO, asked: Wishes, *, from_stdin: bool = False) -> Begun:
    """The plan made from a sheet.

    Args:
        name: the name of the file in messages.
        stream: its bytes, as a stream that can be rewound.
        asked: the user's options for what the sheet leaves open.
        from_stdin: whether it came through standard input.

    Raises:
        DataError: with every mistake, by sheet and cell.
        UsageError: an option cannot be followed.
    """
    term = _term(asked.term) if asked.term else None
    heads = PlanHeads()
    sheet, heading = chosen_sheet(open_book(name, stream, heads, from_stdin=from_stdin), asked.sheet, heads)
    told = Told()
    language = _language(asked, heading)
    notations = _notations(sheet, heading, asked.notation, told)
    title = asked.title or _title_above(sheet, heading) or Path(name).stem
    lines = Lines(sheet, heading, told, notations, language)
    gathering = Gathering(sheet, heading, told, Areas(told, asked.areas, asked.lang, title), title)
    for line in lines.read():
        gathering.add(line)
    gathering.check()
    if not gathering.indicators and not told.problems:
        told.fail(
            sheet.at(heading.line, 0),
            "",
            Message("there is no indicator below the heading line. Write a line for each"),
        )
    period = term or _period(gathering, told)
    for sentence in not_read(sheet, heading.line, heading.unread):
        told.say(sentence)
    head, body = "", Body()
    if told.problems:
        gathering.keep_sound()
    if gathering.indicators:
        body = body_of(gathering)
        head = _head(asked, sheet, language, period or _ANY, gathering, lines.measures)
    text = head + "\n".join(body.lines).rstrip() + "\n"
    problems = _held(text, head.count("\n"), body, asked) if head else []
    if told.problems or problems:
        raise DataError(sorted({*told.problems, *problems}))
    return Begun(text, list(told.said))


_ANY = Period(1900, 2200)  # a stand-in for a missing term, so that the loader can check the rest


def _language(asked: Wishes, heading: PlanHeading) -> str:
    """The language of the words: that of the requested notation, else of the heads, else of the comments."""
    return str(asked.notation or heading.language or asked.lang)


def _notations(sheet: Sheet, heading: PlanHeading, given: Notation | None, told: Told) -> dict[int, Notation | None]:
    """The notation of each column of figures, decided over the whole column."""
    columns = {each.place: Numbers(each.head) for each in heading.figures}
    for line in lines_below(sheet, heading.line, heading.heads) if given is None else ():
        for index, column in columns.items():
            meet(column, line.cell(index), sheet.at(line.number, index))
    found: dict[int, Notation | None] = {}
    for index, column in columns.items():
        decided = column.decide(given, sheet.mark, is_open_ended=sheet.from_stdin)
        found[index] = decided.notation
        told.say(decided.said)
        if decided.problem is not None:
            told.fail(*decided.problem[:3])
    return found


def _title_above(sheet: Sheet, heading: PlanHeading) -> str:
    """The first line above the heading that has one cell alone, and can be read."""
    for line in sheet.lines():
        if line.number >= heading.line:
            break
        filled = {cell.text: cell for cell in line.cells if cell.text}
        if len(filled) == 1 and not any(cell.spoilt for cell in filled.values()):
            return next(iter(filled))
    return ""


def _term(text: str) -> Period:
    try:
        found = parse_period(text)
    except ValueError as error:
        raise UsageError("--term: {error}", error=error) from None
    if found.is_part:
        raise UsageError("--term: '{text}' is a part of a year. Write the term, e.g. 2026-2030", text=text)
    return found


def _period(gathering: Gathering, told: Told) -> Period | None:
    """From the year after the earliest base, else after the last result before any target, to the last target."""
    figures = [each for found in gathering.indicators.values() for row in found.rows for each in row.figures]
    targets = [each.period for each in figures if each.sort is Sort.TARGET]
    bases = [each.period.last for each in figures if each.sort is Sort.BASE]
    if not targets:
        return None
    first = min(each.last for each in targets)
    results = [each.period.last for each in figures if each.sort is Sort.RESULT and each.period.last < first]
    base = min(bases) if bases else max(results, default=None)
    last = max(each.last for each in targets)
    past = {each.head for each in gathering.heading.figures if each.sort is not Sort.TARGET}
    if base is None and {each.path for each in told.problems} & {*past, gathering.heading.head(Column.BASE_YEAR)}:
        return None  # wrong bases are reported already
    if base is None or base >= last:
        there = Message("there is no base year before the last target year")
        why = there if base else Message("no base year shows when the plan begins")
        place = gathering.sheet.at(gathering.heading.line, 0)
        told.fail(place, "", "{why}. Name --term, e.g. 2026-2030", why=why)
        return None
    return Period(base + 1, last)


def _head(
    asked: Wishes, sheet: Sheet, language: str, period: Period, gathering: Gathering, measures: dict[str, str]
) -> str:
    """The text above the indicators."""
    areas, origins = gathering.areas, gathering.origins.titles
    defaults = [f"area: {scalar('', areas.own)}"] if len(areas.titles) > 1 and areas.own in areas.titles else []
    defaults += ["origin: plan"] if len(origins) > 1 else []
    blocks = _block("sections", gathering.sections.titles) + _block("units", measures, is_named=True)
    text = (BEGINNINGS / "of_sheet" / f"{asked.lang}.yaml").read_text(encoding="utf-8")
    return Template(text).substitute(
        sheet=sheet.where,
        folder=asked.folder,
        language=language,
        defaults="".join(f"{each}\n" for each in defaults),
        areas="\n".join(_areas(areas)),
        origins="\n".join(f"  {scalar('', id)}: {{title: {quoted(title)}}}" for id, title in origins.items()),
        title=quoted(origins["plan"]),
        period=period,
        why=NAMES[asked.lang]["term" if asked.term else "period"],
        blocks=blocks,
    )


def _areas(areas: Areas) -> list[str]:
    parts = f", constituents: [{', '.join(scalar('', each) for each in areas.parts)}]" if areas.parts else ""
    return [
        f"  {scalar('', id)}: {{title: {quoted(title)}{parts if id == areas.own else ''}}}"
        for id, title in areas.titles.items()
    ]


def _block(name: str, texts: dict[str, str], *, is_named: bool = False) -> str:
    lines = [f"  {quoted(key) if is_named else scalar('', key)}: {scalar('', text)}" for key, text in texts.items()]
    return "\n".join(["", f"{name}:", *lines, ""]) if lines else ""


def _held(text: str, above: int, body: Body, asked: Wishes) -> list[Problem]:
    """The problems that the loader finds in the text, each at the cell that it came from."""
    shown = f"{asked.folder}/{PLAN_FILE}"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / PLAN_FILE
        file.write_text(text, encoding="utf-8", newline="")
        _, problems = examine([file], [shown])
    return [_at_cell(each, shown, above, body) for each in problems]


def _at_cell(problem: Problem, shown: str, above: int, body: Body) -> Problem:
    """A problem of the text, moved to the cell that it came from."""

    def of_sheet(each: object) -> object:
        """A place in the text as the place of its cell, because a key of the data file is a cell of the sheet."""
        if isinstance(each, Source) and each.file == shown:
            cell = body.cell_at(each.line - above, each.column)
            return cell.place if cell else each
        return Message("'milestone' as its comparator") if each == WORDLESS else each

    cell = body.cell_at(problem.source.line - above, problem.source.column)
    source, path = (cell.place, cell.head) if cell else (problem.source, problem.path)
    told = problem.message
    return Problem(source, path, told.exchanged(of_sheet) if isinstance(told, Message) else told)
