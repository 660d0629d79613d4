"""Plans as workbooks, read back with openpyxl, and what a person would see in their cells."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from shipped import shipped

from tgkt.api.choose import known_at
from tgkt.api.pick import choose_plan
from tgkt.api.size import size_of
from tgkt.cli.options import Baseline
from tgkt.engine.check.audit import audit
from tgkt.engine.check.causes import by_cause
from tgkt.engine.report import report
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.handout.document import Document, document_of
from tgkt.report.handout.line import Line
from tgkt.report.handout.xlsx.book import document_workbook
from tgkt.report.least import least_told
from tgkt.results.report import Report
from tgkt.series.series import Knowledge

ROOT = Path(__file__).resolve().parents[4]
PLANS = {"the shipped plan": "", "a plan in English": "examples/ireland_climate"}
FIRST = 8
"""The first row of the sheet of targets, below number, two titles, facts, a blank, heads and their names."""
_PIECES = re.compile(r'\[[^\]]*\]|"(?P<text>[^"]*)"|(?P<sign>\+)|#,##0(?:\.(?P<places>0+))?|0')
_REFERENCE = re.compile(r"[A-Z]+\d+")


@cache
def gathered(folder: str) -> tuple[Report, Catalogue]:
    """What is gathered of the plan in force."""
    knowledge = known_at(load_folder(ROOT / folder) if folder else shipped(), None, None, Baseline.LATER)
    plan = choose_plan(None, knowledge.catalogue)
    return report(plan, knowledge, by_cause(audit(knowledge), knowledge)), knowledge.catalogue


@cache
def document(folder: str, lang: str) -> Document:
    """The plan as text."""
    found, catalogue = gathered(folder)
    least = size_of(ROOT / folder if folder else shipped_data(), Knowledge(catalogue))
    return document_of(found, catalogue, lang, least_told(least))


@cache
def written(folder: str, lang: str) -> bytes:
    """The plan as a workbook."""
    return document_workbook(document(folder, lang))


@cache
def opened(folder: str, lang: str) -> Any:
    """The workbook with its formulas."""
    return load_workbook(io.BytesIO(written(folder, lang)))


@cache
def kept(folder: str, lang: str) -> Any:
    """The workbook with the numbers kept beside the formulas."""
    return load_workbook(io.BytesIO(written(folder, lang)), data_only=True)


def targets(folder: str, lang: str, read: Callable[[str, str], Any] = opened) -> list[tuple[Line, list[Any]]]:
    """The targets in the order of the sheet, each with its cells."""
    plan = document(folder, lang)
    lines = [line for id in plan.sections for line in plan.lines if line.told.item.row.indicator.section == id]
    rows = [row for row in read(folder, lang).worksheets[0].iter_rows(min_row=FIRST) if row[1].value and row[2].value]
    return list(zip(lines, (list(row) for row in rows), strict=True))


def displayed(cell: Any, lang: str) -> str:
    """What a reader of the language sees in a cell."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    value = Decimal(repr(cell.value)) if isinstance(cell.value, float) else Decimal(cell.value)
    above, below, naught = cell.number_format.split(";") if ";" in cell.number_format else (cell.number_format,) * 3
    form = above if value > 0 else below if value < 0 else naught
    return "".join(_piece(found, abs(value), lang) for found in _PIECES.finditer(form))


def _piece(found: re.Match[str], value: Decimal, lang: str) -> str:
    if found["text"] is not None:
        return found["text"]
    if found[0].startswith("["):
        return ""
    text = f"{round(value, len(found['places'] or '')):,f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def computed(formula: str, sheet: Any) -> Decimal:
    """What a formula over the cells of a sheet gives."""
    values = {at: Decimal(repr(sheet[at].value)) for at in _REFERENCE.findall(formula)}
    tree = ast.parse(formula.removeprefix("=").replace("^", "**"), mode="eval")
    with localcontext() as context:
        context.prec = 40
        return _value(tree.body, values)


def _value(node: ast.expr, values: dict[str, Decimal]) -> Decimal:
    match node:
        case ast.Constant(value=value):
            return Decimal(str(value))
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=operation, right=right):
            one, other = _value(left, values), _value(right, values)
            return _OPERATIONS[type(operation)](one, other)
    raise ValueError(ast.unparse(node))


_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: lambda one, other: one * other,
    ast.Div: lambda one, other: one / other,
    ast.Pow: lambda one, other: one**other,
}


def is_near(one: object, other: object, digits: int = 13) -> bool:
    """Whether two numbers are one, in so many digits."""
    first, second = Decimal(str(one)), Decimal(str(other))
    return abs(first - second) <= Decimal(1).scaleb(1 - digits) * max(abs(first), abs(second), Decimal(1))
