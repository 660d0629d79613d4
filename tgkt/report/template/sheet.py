"""The sheet of `tgkt template` as texts: what stands above it, its heads and its lines.

The import takes the sheet back, so heads, statuses and units are words that it knows in either language; title and last
figure stand under heads that it knows as such. Where an indicator's figures are of other years than the plan's, as of
fiscal years, each line has its year beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Kind
from tgkt.facts.period import Period
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Status, Timing
from tgkt.language import Homonym, translation
from tgkt.record import NamedTuple
from tgkt.report.amounts import known, shown
from tgkt.report.numbers import unit
from tgkt.report.words import word
from tgkt.results.template import SheetLine

STATUSES = (Status.OFFICIAL, Status.PROVISIONAL, Status.ESTIMATED)  # a forecast is no result


class SheetColumn(NamedTuple):
    """A column.

    Attributes:
        head: its head.
        width: the most characters in a line of it; longer texts take several lines.
        choices: the words that may be chosen from.
        is_open: whether it is to be filled in.
    """

    head: str
    width: int
    choices: tuple[str, ...] = ()
    is_open: bool = False


class SheetRow(NamedTuple):
    """The texts of a line that are given, in the order of the columns, and the words that answer a milestone."""

    cells: tuple[str, ...]
    answers: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A sheet: the title, the sentences between it and the heads, the columns and the lines."""

    title: str
    above: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


def sheet_of(plan: Plan, lines: Sequence[SheetLine], year: Period, catalogue: Catalogue, lang: str) -> Sheet:
    """The sheet for a year of a plan.

    Args:
        plan: the plan.
        lines: what it asks for.
        year: the year.
        catalogue: what names areas.
        lang: the language of the sheet.
    """
    areas = _areas(lines, catalogue, lang)
    has_years = any(line.period.is_fiscal is not year.is_fiscal for line in lines)
    columns = _columns(str(year), lang, has_areas=bool(areas), has_years=has_years)
    rows = tuple(_row(line, areas, lang, has_years=has_years) for line in lines)
    title = translation("Results of {year}", lang).format(year=year)
    above = (plan.title.within(lang), _advice(columns, lang))
    return Sheet(title, above, columns, rows)


def _columns(year: str, lang: str, *, has_areas: bool, has_years: bool) -> tuple[SheetColumn, ...]:
    area = [SheetColumn(word("area", lang), 18)] if has_areas else []
    period = [SheetColumn(word("period", lang), 9)] if has_years else []
    result = translation("Result {year}", lang).format(year="" if has_years else year).strip()
    statuses = tuple(word(f"status_{each}", lang) for each in STATUSES)
    return (
        SheetColumn(word("code", lang), 7),
        SheetColumn(translation("Indicator id", lang), 24),
        SheetColumn(translation("What is measured", lang), 44),
        SheetColumn(translation(Homonym("Unit", "column of a form"), lang), 17),
        *area,
        SheetColumn(translation("Last figure", lang), 18),
        *period,
        SheetColumn(result, 15, is_open=True),
        SheetColumn(word("status", lang), 14, statuses, is_open=True),
        SheetColumn(word("note", lang), 26, is_open=True),
    )


def _row(line: SheetLine, areas: dict[str, str], lang: str, *, has_years: bool) -> SheetRow:
    """A line; the unit of a milestone says how it is answered."""
    row = line.row
    is_milestone = row.indicator.kind is Kind.MILESTONE
    answers = (word("yes", lang), word("no", lang)) if is_milestone else ()
    title, measured = row.indicator.title.within(lang), "/".join(answers) or unit(row.unit, lang)
    area = [areas[row.area]] if areas else []
    period = [str(line.period)] if has_years else []
    return SheetRow((row.code, row.indicator.id, title, measured, *area, _last(line, lang), *period), answers)


def _last(line: SheetLine, lang: str) -> str:
    """The last figure as `tgkt status` shows it, with its period; of a milestone whether it was reached."""
    stated = line.last.statement if line.last else line.words
    period = str(line.last.period if line.last else line.words.period if line.words else "")
    if line.last is not None and line.row.target is not None and line.row.target.timing is Timing.TOTAL:
        is_year = line.last.period.is_year
        period = period if is_year else translation("total of {period}", lang).format(period=period)
    text = known(line.last, line.row, lang) or shown(line.words, line.row, lang)
    if stated is not None and stated.reached is not None:
        text = word("yes" if stated.reached else "no", lang)
    return f"{text} ({period})" if text else ""


def _advice(columns: Sequence[SheetColumn], lang: str) -> str:
    """What to fill in."""
    heads = " · ".join(column.head for column in columns if column.is_open)
    return translation("To be filled in: {heads}. A line without a result stays empty.", lang).format(heads=heads)


def _areas(lines: Sequence[SheetLine], catalogue: Catalogue, lang: str) -> dict[str, str]:
    """The names of the areas; empty where every line is about the area that is meant without a name.

    An area is named by its title; by its id where another has the same title.
    """
    ids, whole = {line.row.area for line in lines}, catalogue.whole_area()
    if whole is not None and ids == {whole.id}:
        return {}
    titles = {id: area.title.within(lang) for id, area in catalogue.areas.items()}
    times = Counter(title.casefold() for title in titles.values())
    return {id: title if times[title.casefold()] == 1 else id for id, title in titles.items()}
