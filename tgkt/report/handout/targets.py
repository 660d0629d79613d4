"""The table of targets of a section, for files that are read line by line: Markdown and Word."""

from __future__ import annotations

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.breaks import SIGN
from tgkt.report.handout.document import Document
from tgkt.report.handout.line import Line
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import word


def target_tables(document: Document) -> list[Table]:
    """A table for each section, in the order of the document."""
    tables = []
    for id, title in document.sections.items():
        table = Table(title, _columns(document))
        for line in document.lines:
            if line.told.item.row.indicator.section == id:
                table.add(*_cells(line, document), of=line)
        tables.append(table)
    return tables


def _columns(document: Document) -> list[Column]:
    lang = document.lang
    return [
        Column(word("code", lang), key="code"),
        Column(word("indicator", lang), fold=True, key="indicator"),
        Column(word("unit", lang), key="unit"),
        _achieved(document.base, "start", lang),
        *(_achieved(year, str(year), lang) for year in document.years),
        Column(word("target_year", lang).format(year=document.ends), right=True, key="target"),
        Column(word("gap", lang), right=True, key="gap"),
        Column(word("needed", lang), right=True, key="needed"),
        Column(word("standing", lang), key="standing"),
        Column(said(Message("Sources"), lang), fold=True, key="sources"),
    ]


def _achieved(year: int, key: str, lang: str) -> Column:
    return Column(said(Message("Achieved {year}", year=year), lang), right=True, key=key)


def _cells(line: Line, document: Document) -> list[Cell | str]:
    years = [line.years.get(year, Cell("")) for year in document.years]
    figures = [line.start, *years, line.target, line.gap, line.needed, line.state]
    return [
        numbered(line),
        line.named,
        line.unit,
        *figures,
        "; ".join(dict.fromkeys(each.place for each in line.sources)),
    ]


def sources_in_short(line: Line, lang: str) -> str:
    """The places of target, start and result; of the years since, and of what a derived figure rests on, documents."""
    printed = [each for each in line.sources if not each.is_input]
    places = dict.fromkeys(each.place for each in printed if each.behind in ("target", "start", "result"))
    named = {each.document for each in printed if each.place in places}
    years = dict.fromkeys(each.document for each in printed if each.document not in named)
    inputs = dict.fromkeys(each.document for each in line.sources if each.is_input)
    told = said(Message("derived from {documents}", documents=", ".join(inputs)), lang) if inputs else ""
    return "; ".join(filter(None, (*places, *years, told)))


def numbered(line: Line) -> str:
    """The number of a line with the signs of breaks and findings, as `tgkt status` shows it."""
    item = line.told.item
    signs = (SIGN if item.breaks else "") + ("!" if item.findings else "")
    return f"{line.code} {signs}".strip()
