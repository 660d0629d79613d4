"""What a file says of a plan, in its order: heading, counts, what needs attention, targets, results, findings, method.

Every kind of file is made from this; none shows commands, and none computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Origin
from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.blend import overview as blend_tables
from tgkt.report.dates import dated
from tgkt.report.handout.findings import findings_passage
from tgkt.report.handout.line import Line, line_of, since
from tgkt.report.handout.passage import Passage
from tgkt.report.overview import attention_table, counts_table
from tgkt.report.status.scoreboard import scoreboard
from tgkt.report.status.tables import differences, plan_tables
from tgkt.report.table import Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.report import Part, Report, Term
from tgkt.results.status import Agreement, Attention


class Document(NamedTuple):
    """A plan as a file shows it.

    Attributes:
        lang: its language.
        title: the title of the plan.
        facts: what it is about and up to when, each with its label.
        base: the year the plan starts from.
        ends: the year it ends in.
        years: the years since for which any row has a figure.
        sections: the titles of the sections of its lines, by id, in the order of the data.
        lines: the rows of the plan.
        signs: what the signs beside figures mean.
        passages: everything else, in order; the targets stand after "attention".
        found: the report it shows, for files that carry its rows as data too; None where it shows a panel.
        catalogue: titles of sections, areas and documents.
    """

    lang: str
    title: str
    facts: tuple[tuple[str, str], ...]
    base: int
    ends: int
    years: tuple[int, ...]
    sections: dict[str, str]
    lines: tuple[Line, ...]
    signs: tuple[str, ...]
    passages: tuple[Passage, ...]
    found: Report | None
    catalogue: Catalogue

    def passage(self, id: str) -> Passage | None:
        """A passage by its name; None where the file leaves it out."""
        return next((each for each in self.passages if each.id == id), None)


def document_of(found: Report, catalogue: Catalogue, lang: str, least: Message | None = None) -> Document:
    """A report as text.

    Args:
        found: what was gathered.
        catalogue: titles of sections, areas and documents.
        lang: the language.
        least: the least set of figures that would suffice to reconcile all relations, in a sentence.
    """
    view = View(lang, None)
    lines = _with_areas([line_of(each, catalogue, lang) for each in found.rows])
    used = {each.item.row.indicator.section for each in found.rows}
    return Document(
        lang=lang,
        title=found.plan.title.within(lang),
        facts=tuple(_facts(found, catalogue, lang)),
        base=int(found.plan.baseline),
        ends=int(found.plan.period.last),
        years=tuple(sorted({int(year) for line in lines for year in line.years})),
        sections={id: title.within(lang) for id, title in catalogue.sections.items() if id in used},
        lines=lines,
        signs=tuple(_signs(lines, lang)),
        passages=tuple(_passages(found, catalogue, view, least)),
        found=found,
        catalogue=catalogue,
    )


def _with_areas(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; where they are of several areas each is named with its own, for its number stands in each of them."""
    if len({line.area for line in lines}) < 2:
        return tuple(lines)
    return tuple(line._replace(named=f"{line.title} ({line.area})") for line in lines)


def _facts(found: Report, catalogue: Catalogue, lang: str) -> Iterator[tuple[str, str]]:
    """What the file is about, and what it leaves out."""
    areas = dict.fromkeys(catalogue.areas[each.area].title.within(lang) for each in found.overview.tallies)
    told: list[tuple[Message, Message | str]] = [
        (Message("Term"), str(found.plan.period)),
        *([(Message("Area"), ", ".join(areas))] if areas else []),
        (Message("Figures up to"), str(int(found.clock.as_of))),
    ]
    if found.clock.known_by is not None:
        told.append((Message("Documents up to"), dated(found.clock.known_by, lang)))
    if found.section is not None:
        told.append((Message("Only the section"), catalogue.sections[found.section].within(lang)))
    if found.clock.plan_baseline:
        told.append((Message("Baseline"), Message("the plan's own, even where a later release replaced it")))
    if found.clock.across_breaks:
        told.append((Message("Breaks"), Message("figures are compared across declared breaks")))
    return ((said(head, lang), said(text, lang)) for head, text in told)


def _signs(lines: Sequence[Line], lang: str) -> Iterator[str]:
    """What signs beside figures mean, of those that stand there."""
    items = [line.told.item for line in lines]
    stated = [text for line in lines for text in (line.start.text, line.target.text)]
    told = (
        (any(text.startswith("(") for text in stated), Message("( ) derived, printed in no document")),
        (any("≈" in text for text in stated), Message("≈ about, as the document says")),
        (
            any(line.state.text.endswith("*") for line in lines),
            Message("* not certain: rounding or an assumption may change it"),
        ),
        (any(item.findings for item in items), Message("! the audit has a finding about its figures")),
        (any(item.breaks for item in items), Message("‡ a break in the series touches it")),
    )
    return (said(message, lang) for is_used, message in told if is_used)


def _passages(found: Report, catalogue: Catalogue, view: View, least: Message | None) -> Iterator[Passage]:
    lang = view.lang
    if Part.STATUS in found.parts and not found.rows:
        none = said(Message("There are no targets."), lang)
        yield Passage("board", said(Message("Scoreboard"), lang), (none,))
    elif Part.STATUS in found.parts:
        counts = counts_table(found.overview, catalogue, view)
        counts.title = ""
        says = tuple(said(each, lang) for each in _awaited(found))
        yield Passage("board", said(Message("Scoreboard"), lang), says, tables=(counts,))
        first = attention_table(found.overview, catalogue, view)
        title, first.title = first.title, ""
        heads = (word(each, lang) for each in ("code", "indicator", "standing"))
        first.columns = [column._replace(head=head) for column, head in zip(first.columns, heads, strict=True)]
        says = tuple(said(each, lang) for each in _order_of(found))
        yield Passage("attention", title, says, tables=(first,) if first.rows else ())
    if Part.RESULTS in found.parts:
        for term in found.terms:
            yield _results(term, catalogue, view)
    if Part.FINDINGS in found.parts:
        yield findings_passage(found, catalogue, lang, least)
    if Part.BLEND in found.parts and found.merges:
        tables = _without_notes(blend_tables(found.merges, catalogue, lang))
        yield Passage("blend", tables[0].title, tables=(tables[0],), short=said(Message("Merged figures"), lang))
        tables[0].title = ""
    yield Passage("method", said(Message("How it was reached"), lang), tuple(said(each, lang) for each in _METHOD))
    yield Passage("documents", said(Message("Documents"), lang), tables=(_documents(found.origins, lang),))


def _awaited(found: Report) -> Iterator[Message]:
    """Why nearly all is open, where no year after the base has a figure yet."""
    base = int(found.plan.baseline)
    if not any(since(told, base) for told in found.rows):
        yield Message("There is no figure after {year} yet, so it is open whether the targets are on track.", year=base)


def _order_of(found: Report) -> Iterator[Message]:
    """In which order rows need attention, and what stands behind their figures."""
    first = found.overview.first
    if len({each.attention for each in first}) > 1:
        yield Message("Missed targets stand first, then those behind their path, then open ones.")
    if any(each.stretch is not None and each.attention is Attention.OPEN for each in first):
        yield Message(
            "×2 last term's pace: from now on it takes twice the pace of the last term. The highest stand first."
        )


def _results(term: Term, catalogue: Catalogue, view: View) -> Passage:
    """The rows of an earlier plan with our grade beside the label of its document."""
    lang = view.lang
    board = scoreboard(term.plan, term.tallies, catalogue, view)
    board[0].title = ""
    tables = [*board, *plan_tables(term.items, catalogue, view), *differences(term.items, catalogue, view)]
    labelled = [item for item in term.items if item.agreement is not None]
    agree = sum(item.agreement is Agreement.AGREES for item in labelled)
    says = Message(
        "Of {labelled} rows with a label in the document, {agree} have the grade that our rule gives.",
        labelled=len(labelled),
        agree=agree,
    )
    title = term.plan.title.within(lang)
    return Passage(
        f"results-{term.plan.id}",
        title,
        (said(says, lang),) if labelled else (),
        tuple(_without_notes(tables)),
        short=said(Message("Results {term}", term=f"{term.plan.baseline}-{term.plan.period.last}"), lang),
    )


def _documents(origins: Sequence[Origin], lang: str) -> Table:
    """The documents under the short names that stand beside figures, with their issuers, dates and addresses."""
    heads = (said(Message("Short name"), lang), *(word(each, lang) for each in ("title", "issuer", "date", "address")))
    table = Table("", [Column(head, fold=at in (0, 1, 4)) for at, head in enumerate(heads)])
    for each in origins:
        issuer = word(f"issuer_{each.issuer}", lang) if each.issuer else ""
        cells = (each.short.within(lang), each.title.within(lang), issuer, dated(each.date or "", lang), each.url or "")
        table.add(*cells, of=each)
    return table


def _without_notes(tables: Sequence[Table]) -> list[Table]:
    """Tables without the notes below them, which name commands."""
    for table in tables:
        table.note = ""
    return list(tables)


_METHOD = (
    Message(
        "Every figure is read as printed and stands for all values that round to it. A figure in parentheses is "
        "printed nowhere: it follows from printed ones, with the interval that their digits leave."
    ),
    Message(
        "Before its deadline a target has a standing: already met, on track or behind by the path it requires, open "
        "where there is a start and no figure after it. From the deadline on it has a grade: exceeded, met, not met."
    ),
    Message(
        "An answer is certain unless rounding, an assumption, a dispute or a reading could turn pass into fail; by "
        "estimate is said beside it."
    ),
    Message(
        "What is needed a year: growth in percent for amounts, points for shares, what the years left must average "
        "for averages, the remainder for totals."
    ),
    Message(
        "Merged figures are weighed by what their parts have in common, with printed or derived weights; without a "
        "weight the figure lies between its parts."
    ),
)
