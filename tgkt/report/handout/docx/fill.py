"""Filling a Word template with the values of a document, by docxtpl."""

from __future__ import annotations

import io
import re
from importlib.resources import files
from typing import Any

from tgkt.errors import UsageError
from tgkt.report.archive import without_dates
from tgkt.report.handout.document import Document
from tgkt.report.handout.docx.values import Values, values_of

SHIPPED = "template.docx"


def document_docx(document: Document, template: bytes | None = None) -> bytes:
    """A document as a Word file; the same bytes for the same document and template.

    Args:
        document: what it says.
        template: the content of the template; the one that comes with tgkt unless given.

    Raises:
        UsageError: docxtpl is not installed, or the template cannot be filled.
    """
    try:
        from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # lazy: an extra, which only .docx needs
    except ImportError:
        raise UsageError("writing .docx needs docxtpl. Run: pip install 'tgkt[docx]', or write a .md file") from None
    content = template if template is not None else files(__package__).joinpath(SHIPPED).read_bytes()
    try:
        filled = DocxTemplate(io.BytesIO(content))
        filled.init_docx()
    except Exception:  # a damaged file can fail in any part of the library
        raise UsageError("--template: this is not a Word file (.docx). Save the template from Word as .docx") from None
    _render(filled, document)
    _fit_grids(filled.docx.element.body)
    out = io.BytesIO()
    filled.save(out)
    return without_dates(out)


def _render(filled: Any, document: Document) -> None:
    """Put the values in; what the template names and there is not is an error, and its code runs nothing else.

    Raises:
        UsageError: the template has a mistake.
    """
    from jinja2 import StrictUndefined, TemplateError, UndefinedError  # lazy: comes with docxtpl
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # lazy: the same

    values = values_of(document)
    around = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        filled.render(values, around, autoescape=True)
    except UndefinedError as error:
        raise _unknown(str(error), values) from None
    except (TemplateError, *_MISTAKES) as error:
        raise _mistake(str(error) or type(error).__name__) from None


def _unknown(said: str, values: Values) -> UsageError:
    """What is wrong where a name has no value: the part is left out, the name is wrong, or a list is shorter."""
    if said.startswith("'None' "):
        return UsageError(
            "--template: it shows a part that this report leaves out: {parts}. Write {{% if … %}} around it",
            parts=", ".join(name for name, value in values.items() if value is None),
        )
    quoted = _QUOTED.findall(said)
    if not quoted:
        return _mistake(said)
    return UsageError(
        "--template: unknown name '{name}'. The names are: {names}", name=quoted[-1], names=", ".join(values)
    )


def _mistake(said: str) -> UsageError:
    return UsageError(
        "--template: it cannot be filled: {mistake}. Compare it with the template in docs/handing-on.md",
        mistake=" ".join(said.split()).rstrip("."),
    )


_MISTAKES = (
    *(AttributeError, LookupError, MemoryError, OSError, RecursionError),
    *(ArithmeticError, SyntaxError, TypeError, ValueError),
)
"""What the code of a template can run into, beside the mistakes that jinja2 finds."""
_QUOTED = re.compile(r"'([^']*)'")


def _fit_grids(body: Any) -> None:
    """Make the grid of each table as wide as the cells of its first row say; columns that were repeated have none.

    Word goes by the cells, LibreOffice by the grid.
    """
    from docx.oxml.ns import qn  # lazy: comes with docxtpl

    for table in body.iter(qn("w:tbl")):
        grid, row = table.find(qn("w:tblGrid")), table.find(qn("w:tr"))
        widths = [] if row is None else [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in row.iter(qn("w:tc"))]
        if grid is None or len(widths) != len(grid) or any(each is None for each in widths):
            continue
        for column, width in zip(grid, widths, strict=True):
            column.set(qn("w:w"), width.get(qn("w:w")))
