"""What a template may name: the values of a document, plain texts and lists of them.

docs/handing-on.md lists them for those who write templates; a name that is not here is refused by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.alignment import even
from tgkt.report.handout.document import Document
from tgkt.report.handout.line import Line
from tgkt.report.handout.numerals import roman
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.targets import sources_in_short, target_tables
from tgkt.report.table import Cell, Table
from tgkt.report.words import word

Values = dict[str, Any]
LABELS = ("code", "indicator", "unit", "gap", "needed", "standing")


def values_of(document: Document) -> Values:
    """The values of a document by the names that templates use."""
    passages = {each.id: _passage(each, document.lang) for each in document.passages}
    results = [each for id, each in passages.items() if id.startswith("results-")]
    single = {id: each for id, each in passages.items() if not id.startswith("results-")}
    return {
        "title": _clean(document.title),
        "facts": [{"head": _clean(head), "text": _clean(text)} for head, text in document.facts],
        "base": str(document.base),
        "ends": str(document.ends),
        "years": [str(year) for year in document.years],
        "labels": _labels(document),
        "sections": _sections(document),
        "signs": [_clean(each) for each in document.signs],
        "passages": list(passages.values()),
        "results": results,
        **{id: single.get(id) for id in ("board", "attention", "findings", "blend", "method", "documents")},
    }


def _labels(document: Document) -> Values:
    """The words at the heads of the table of targets, and what stands above the file."""
    lang = document.lang
    return {
        **{key: word(key, lang) for key in LABELS},
        "appendix": said(Message("APPENDIX"), lang),
        "targets": said(Message("The targets"), lang),
        "start": said(Message("Achieved {year}", year=document.base), lang),
        "years": [str(year) for year in document.years],
        "target": word("target_year", lang).format(year=document.ends),
        "sources": said(Message("Sources"), lang),
        "documents": said(Message("Sources"), lang),
        "newest": said(Message("Of the years since {base} the newest three are shown.", base=document.base), lang),
    }


def _sections(document: Document) -> list[Values]:
    """The sections with their lines, every cell under its name."""
    tables = even(target_tables(document), document.lang)
    return [
        {
            "numeral": roman(at),
            "title": _clean(table.title),
            "lines": [
                _line(table, row, line, document)
                for row, line in zip(table.rows, table.of, strict=True)
                if isinstance(line, Line)
            ],
        }
        for at, table in enumerate(tables, 1)
    ]


def _line(table: Table, row: Sequence[Cell], line: Line, document: Document) -> Values:
    """The cells of a target under the names of their columns, and what the table has no room for."""
    cells = {column.key: _clean(cell.text) for column, cell in zip(table.columns, row, strict=True)}
    return {
        **cells,
        "years": [cells.pop(str(year)) for year in document.years],
        "stretch": _clean(line.stretch.text),
        "why": _clean(line.why),
        "documents": _clean(sources_in_short(line, document.lang)),
    }


def _passage(passage: Passage, lang: str) -> Values:
    tables = even((*passage.tables, *passage.rest), lang)
    return {
        "id": passage.id,
        "title": _clean(passage.title),
        "says": [_clean(each) for each in passage.says],
        "tables": [_table(each) for each in tables],
    }


def _table(table: Table) -> Values:
    """A table: its heads and the cells of its rows, each with whether it is a number and how wide its column is."""

    shares = _shares(table)

    def cells(texts: Sequence[str]) -> list[Mapping[str, Any]]:
        return [
            {"text": _clean(text), "is_number": column.right, "share": share}
            for text, column, share in zip(texts, table.columns, shares, strict=True)
        ]

    return {
        "title": _clean(table.title),
        "heads": cells([column.head for column in table.columns]),
        "rows": [cells([cell.text for cell in row]) for row in table.rows],
    }


def _shares(table: Table) -> list[int]:
    """How many of a hundred parts of a page each column takes: what its longest word and its usual text need."""
    needs = []
    for at, column in enumerate(table.columns):
        texts = [column.head, *(row[at].text for row in table.rows)]
        longest = max((len(each) for text in texts for each in text.split()), default=0)
        whole, usual = max(map(len, texts)), sum(map(len, texts)) / len(texts)
        needs.append(_AROUND + max(_LEAST, min(longest, _MOST), min(whole, _SHORT), min(usual, _MOST)))
    return [max(1, round(100 * need / sum(needs))) for need in needs]


_LEAST, _SHORT, _MOST = 8, 16, 45  # letters; what is short stays on one line
_AROUND = 4  # letters that the blank at both sides of a cell takes


def _clean(text: str) -> str:
    """A text on one line, without what XML cannot hold."""
    kept = "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and not 0xD800 <= ord(sign) <= 0xDFFF))
    return " ".join(kept.replace("\ufffe", "").replace("\uffff", "").split())
