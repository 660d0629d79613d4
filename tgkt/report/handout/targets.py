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
    years = [Column(said(Message("Achieved {year}", year=year), lang), right=True) for year in document.years]
    return [
        Column(word("code", lang)),
        Column(word("indicator", lang), fold=True),
        Column(word("unit", lang)),
        Column(said(Message("Achieved {year}", year=document.base), lang), right=True),
        *years,
        Column(word("target_year", lang).format(year=document.ends), right=True),
        Column(word("gap", lang), right=True),
        Column(word("needed", lang), right=True),
        Column(word("standing", lang)),
        Column(said(Message("Sources"), lang), fold=True),
    ]


def _cells(line: Line, document: Document) -> list[Cell | str]:
    years = [line.years.get(year, Cell("")) for year in document.years]
    figures = [line.start, *years, line.target, line.gap, line.needed, line.state]
    return [
        numbered(line),
        line.title,
        line.unit,
        *figures,
        "; ".join(dict.fromkeys(each.place for each in line.sources)),
    ]


def numbered(line: Line) -> str:
    """The number of a line with the signs of findings and breaks."""
    item = line.told.item
    signs = ("!" if item.findings else "") + (SIGN if item.breaks else "")
    return f"{line.code} {signs}".strip()
