"""The sheet of targets: what was achieved, what is to be, what is missing and what each year left must bring."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.facts.statement import Status
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.handout.document import Document
from tgkt.report.handout.line import Line as Target
from tgkt.report.handout.line import Source, period_of, since
from tgkt.report.handout.targets import numbered
from tgkt.report.handout.xlsx.entry import Entry, entry_of, of_amount, of_statement
from tgkt.report.handout.xlsx.formulas import Place, gap_formula, need_formula, targets_of
from tgkt.report.handout.xlsx.layout import Align, Head, Layout, Line, facts_of, part, section, with_room
from tgkt.report.handout.xlsx.words import item_no, unit_of_measure
from tgkt.report.words import in_words, word
from tgkt.results.computed import Amount

_START = 3
"""The column of the base year; those of the years since follow."""
_LONG = 16  # letters of a target in words for which its column is too narrow


def targets_layout(document: Document) -> Layout:
    """The sheet of targets; its rows are those of the document, by section."""
    lang, heads = document.lang, _heads(document)
    titles = (said(Message("Progress towards the targets"), lang).upper(), document.title)
    layout = Layout(
        name=said(Message("The targets"), lang),
        titles=titles,
        facts=facts_of(document),
        heads=heads,
        lines=(),
        notes=tuple(_notes(document)),
        numbers=_numbers(document),
    )
    lines = tuple(_lines(document, len(heads), _first_row(layout)))
    return layout._replace(heads=with_room(heads, lines), lines=lines)


def _first_row(layout: Layout) -> int:
    """The row of the first line as people count, behind the number of the table, a blank, the heads and their names."""
    return len(layout.titles) + len(layout.says) + (1 if layout.facts else 0) + 5


def _heads(document: Document) -> tuple[Head, ...]:
    lang = document.lang
    achieved = [said(Message("Achieved {year}", year=year), lang) for year in (document.base, *document.years)]
    figures = [*achieved, word("target_year", lang).format(year=document.ends), word("gap", lang)]
    return (
        Head(item_no(lang), 6, Align.CENTER, is_letter=True),
        Head(word("indicator", lang), 30, is_letter=True),
        Head(unit_of_measure(lang), 9, Align.CENTER, is_letter=True),
        *(Head(text, 9, Align.RIGHT) for text in figures),
        Head(word("needed", lang), 10, Align.RIGHT),
        Head(said(Message("Assessment"), lang), 12, Align.CENTER),
        Head(said(Message("Sources"), lang), 27, is_small=True),
    )


def _numbers(document: Document) -> tuple[str, ...]:
    """The names of the columns; the gap says what it is the difference of, where there is one figure alone."""
    count = len(document.years)
    gap = "3=2-1" if not count else str(count + 3)
    return ("A", "B", "C", *(str(at) for at in range(1, count + 3)), gap, *(str(count + at) for at in (4, 5, 6)))


def _lines(document: Document, columns: int, first: int) -> list[Line]:
    """Sections with their targets; each area has a row of its own above its targets, where there are several."""
    lines: list[Line] = []
    has_areas = len({target.area for target in document.lines}) > 1
    for number, (id, title) in enumerate(document.sections.items(), 1):
        lines.append(section(number, title, columns))
        area = ""
        for target in document.lines:
            if target.told.item.row.indicator.section != id:
                continue
            if has_areas and target.area != area:
                area = target.area
                lines.append(part(area, columns))
            lines.append(Line(tuple(_entries(target, document, first + len(lines)))))
    return lines


def _entries(target: Target, document: Document, at: int) -> Iterator[Entry]:
    """The cells of a row; words of a target take the columns in which then nothing stands."""
    lang, item = document.lang, target.told.item
    yield Entry(numbered(target), note=_audit(target, lang))
    yield Entry(target.title)
    yield Entry(target.unit)
    figures = [*_achieved(target, document), _target(target, document)]
    yield from (each._replace(note=_joined(_note(target, behind), each.note)) for behind, each in figures[:-1])
    goal = figures[-1][1]._replace(note=_note(target, "target"))
    is_wordy = len(goal.text) > _LONG and goal.value is None and item.gap is None and item.needed is None
    yield goal._replace(span=3) if is_wordy else goal
    if not is_wordy:
        yield from _way(target, [each for _, each in figures], at, lang)
    yield Entry(target.state.text, mood=target.state.mood, note=target.why)
    yield Entry(_sources(target))


def _achieved(target: Target, document: Document) -> Iterator[tuple[str, Entry]]:
    """The figures of the base year and of the years since, each with what it stands behind."""
    item, lang = target.told.item, document.lang
    base = item.baseline
    if base is None:
        yield "start", of_statement(item.row.baseline, item.row, lang)
    else:
        own = base.period.is_year and base.period.last == document.base
        start = of_amount(base, item.row, lang, "" if own else f" ({base.period})")
        yield "start", start._replace(note=_settled(base, lang))
    found = {int(each.period.last): each for each in since(target.told, document.base)}
    for year in document.years:
        amount = found.get(year)
        entry = of_amount(amount, item.row, lang, period_of(amount) if amount else "")
        yield str(amount.period if amount else year), entry._replace(note=_settled(amount, lang))


def _target(target: Target, document: Document) -> tuple[str, Entry]:
    row = target.told.item.row
    after = "" if row.target is None or row.target.period.last == document.ends else f" ({row.target.period})"
    return "target", of_statement(row.target, row, document.lang, after)


def _way(target: Target, figures: list[Entry], at: int, lang: str) -> Iterator[Entry]:
    """What is missing and what each year must bring: formulas where they give what was computed."""
    item = target.told.item
    places = [_place(each, _START + column, at) for column, each in enumerate(figures)]
    goals = targets_of(item, places[-1], places[0])
    newest = [place for place in (*reversed(places[1:-1]), places[0]) if place is not None]
    for cell, formula in (
        (target.gap, gap_formula(item, goals, newest)),
        (target.needed, need_formula(item, goals, newest)),
    ):
        yield entry_of(cell, lang)._replace(formula=formula)


def _place(entry: Entry, column: int, at: int) -> Place | None:
    return None if entry.value is None else Place(f"{_letter(column)}{at}", entry.value)


def _letter(column: int) -> str:
    """The letter of a column, counted from 0; no plan has more years than there are letters twice."""
    before, place = divmod(column, 26)
    return (chr(ord("A") + before - 1) if before else "") + chr(ord("A") + place)


def _note(target: Target, behind: str) -> str:
    """The words of the documents behind a figure, where they stand, and that it is not final where it is not."""
    found = [
        each for each in target.sources if each.behind == behind or (each.behind == "result" and each.period == behind)
    ]
    return "\n\n".join(dict.fromkeys(_told(each) for each in found))


def _settled(amount: Amount | None, lang: str) -> str:
    """How settled a figure is, where its document says that it is not final; nothing where there is none."""
    return word(f"status_{amount.status}", lang) if amount is not None and amount.status in _NOT_FINAL else ""


_NOT_FINAL = (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST)


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _told(source: Source) -> str:
    head = f"{source.role}: {source.figure} ({source.period})"
    return "\n".join([head, *([f"“{source.printed}”"] if source.printed else []), source.place])


def _audit(target: Target, lang: str) -> str:
    """What the audit says of a row's figures."""
    found = dict.fromkeys(in_words(each.sentence, lang) for each in target.told.account.findings)
    return "\n\n".join(f"! {text}" for text in found)


def _sources(target: Target) -> str:
    """The places of target and start; of what follows from others, and of the years since, the documents."""
    printed = [each for each in target.sources if each.behind in ("target", "start", "result") and not each.is_input]
    full = dict.fromkeys(each.place for each in printed)
    named = {each.document for each in printed}
    return "; ".join([*full, *dict.fromkeys(each.document for each in target.sources if each.document not in named)])


def _notes(document: Document) -> Iterator[str]:
    """What the signs mean, those of the forms of figures too."""
    told = (*document.signs, *(said(each, document.lang) for each in _FORMS))
    yield said(Message("Notes:"), document.lang)
    yield from (f"- {each}" for each in told)


_FORMS = (
    Message("Figures in italics are not final: estimated, or derived from others."),
    Message("A cell with a mark in its corner has a note: the words of the document and their place in it."),
    Message("What is missing and what is needed a year follow by formula wherever the figures of the row give them."),
)
