"""Makes the Word template that comes with tgkt: A4 across, Times New Roman 13, heads repeated, no row cut.

Run it after a change here: python tools/word_template.py
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tgkt.report.archive import without_dates

PLACE = Path(__file__).resolve().parents[1] / "tgkt" / "report" / "handout" / "docx" / "template.docx"
FONT, SIZE, SMALL, SMALLER = "Times New Roman", Pt(13), Pt(10.5), Pt(9)
CENTRE, RIGHT, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
WIDE = 14280  # what the margins leave, in twentieths of a point
COLUMNS = {
    **{"code": 5, "indicator": 18, "unit": 13, "start": 11, "years": 8, "target": 11},
    **{"gap": 8, "needed": 10, "standing": 10, "documents": 14},
}
"""The columns of the table of targets, and how many of a hundred parts each takes while there are no years."""
NEWEST = "years[-3:]"
"""The years that there is room for; of those before the figures stand in the other files."""
NUMBERS = ("start", "years", "target", "gap", "needed")


def template() -> bytes:
    """The template as the content of a file."""
    made: Any = Document()
    _page(made)
    _heading(made)
    _line(made, "{%p for passage in passages if passage.id in ('board', 'attention') %}")
    _passage(made)
    _line(made, "{%p endfor %}")
    _line(made, "{%p if sections %}")
    _line(made, "{{ labels.targets }}", style="Heading 1")
    _targets(made)
    _line(made, "{%p if years|length > 3 %}")
    _line(made, "{{ labels.newest }}", size=SMALL, italic=True)
    _line(made, "{%p endif %}")
    _line(made, "{%p for sign in signs %}")
    _line(made, "{{ sign }}", size=SMALL, italic=True)
    _line(made, "{%p endfor %}")
    _line(made, "{%p endif %}")
    _line(made, "{%p for passage in passages if passage.id not in ('board', 'attention') %}")
    _passage(made)
    _line(made, "{%p endfor %}")
    out = io.BytesIO()
    made.save(out)
    return without_dates(out)


def _page(made: Any) -> None:
    """A4 across with the margins of an office, and the number of the page at its foot."""
    page = made.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = made.styles[name]
        style.font.name, style.font.size = FONT, SIZE
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for each in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(each), FONT)
        for each in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(each), None)
    for name, before in (("Heading 1", 14), ("Heading 2", 8)):
        form = made.styles[name]
        form.font.bold = True
        colour = form.element.rPr.find(qn("w:color"))
        if colour is not None:
            form.element.rPr.remove(colour)
        form.paragraph_format.space_before, form.paragraph_format.space_after = Pt(before), Pt(4)
    foot = page.footer.paragraphs[0]
    foot.alignment = CENTRE
    _number_of_page(foot.add_run())


def _number_of_page(run: Any) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        each = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            each.set(qn("w:fldCharType"), kind)
        else:
            each.text = text
        run._r.append(each)


def _heading(made: Any) -> None:
    _line(made, "{{ labels.appendix }}", bold=True, align=CENTRE)
    _line(made, "{{ title }}", bold=True, align=CENTRE)
    _line(made, "{%p for fact in facts %}")
    _line(made, "{{ fact.head }}: {{ fact.text }}", italic=True, align=CENTRE)
    _line(made, "{%p endfor %}")


def _passage(made: Any) -> None:
    """Any part that is a title, paragraphs and tables."""
    _line(made, "{{ passage.title }}", style="Heading 1")
    _line(made, "{%p for each in passage.says %}")
    _line(made, "{{ each }}")
    _line(made, "{%p endfor %}")
    _line(made, "{%p for table in passage.tables %}")
    _line(made, "{%p if table.title %}")
    _line(made, "{{ table.title }}", style="Heading 2")
    _line(made, "{%p endif %}")
    table = _table(made, 3)
    _cells(table.rows[0], "{%tc for head in table.heads %}", "{{ head.text }}", "{%tc endfor %}", head=True)
    _row(table, "{%tr for row in table.rows %}")
    cells = table.add_row()
    _cells(cells, "{%tc for cell in row %}", "{{ cell.text }}", "{%tc endfor %}")
    _row(table, "{%tr endfor %}")
    _line(made, "", size=Pt(4))
    _line(made, "{%p endfor %}")


def _targets(made: Any) -> None:
    """The table of targets: one column for each year since the base, a bold row for each section."""
    table = _table(made, len(COLUMNS) + 2)
    _spread(table.rows[0], "labels", head=True)
    _row(table, "{%tr for section in sections %}")
    _section(table)
    _row(table, "{%tr for line in section.lines %}")
    _spread(table.add_row(), "line")
    _row(table, "{%tr endfor %}")
    _row(table, "{%tr endfor %}")
    _line(made, "", size=Pt(4))


def _spread(row: Any, of: str, *, head: bool = False) -> None:
    """The cells of a row of targets, those of the years in a loop of their own; years take from the widest columns."""
    cells = iter(row.cells)
    for name, share in COLUMNS.items():
        align = CENTRE if head or name in ("code", "unit") else RIGHT if name in NUMBERS else LEFT
        small = Pt(10) if head else SMALLER if name == "documents" else SMALL
        if name == "years":
            _write(next(cells), f"{{%tc for year in {of}.{NEWEST} %}}")
            _write(next(cells), "{{ year }}", bold=head, align=align, width=_scaled(share), size=SMALLER)
            _write(next(cells), "{%tc endfor %}")
        else:
            text = f"{{{{ {of}.{name} }}}}"
            _write(next(cells), text, bold=head, align=align, width=_scaled(share), size=small)
    _keep(row, head=head)


def _scaled(share: int) -> str:
    """A width that leaves room for the years."""
    every = sum(share for name, share in COLUMNS.items() if name != "years")
    return f"{{{{ ({WIDE} * {share} / ({every} + {COLUMNS['years']} * ({NEWEST})|length))|int }}}}"


def _section(table: Any) -> None:
    """The row of a section, over all columns."""
    row = table.add_row()
    cell = row.cells[0].merge(row.cells[-1])
    _write(cell, f"{{% colspan 9 + ({NEWEST})|length %}}{{{{ section.numeral }}}}. {{{{ section.title }}}}", bold=True)
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    _keep(row)


def _table(made: Any, columns: int) -> Any:
    table = made.add_table(rows=1, cols=columns)
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _margins(table, Mm(1))
    return table


def _margins(table: Any, wide: int) -> None:
    """Room between the lines of a table and its texts, left and right."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        each = OxmlElement(f"w:{side}")
        each.set(qn("w:w"), str(int(wide / 635)))
        each.set(qn("w:type"), "dxa")
        margins.append(each)
    table._tbl.tblPr.append(margins)


def _row(table: Any, text: str) -> None:
    """A row that only says what is repeated."""
    _write(table.add_row().cells[0], text)


def _cells(row: Any, begin: str, text: str, end: str, *, head: bool = False) -> None:
    of = "head" if head else "cell"
    _write(row.cells[0], begin)
    width = f"{{{{ ({of}.share * {WIDE // 100})|int }}}}"
    _write(row.cells[1], text, bold=head, align=CENTRE if head else LEFT, width=width)
    if not head:
        row.cells[1].paragraphs[0]._p.pPr.find(qn("w:jc")).set(
            qn("w:val"), "{{ 'right' if cell.is_number else 'left' }}"
        )
    _write(row.cells[2], end)
    _keep(row, head=head)


def _keep(row: Any, *, head: bool = False) -> None:
    """A row that is not cut at the end of a page; heads stand on every page."""
    if head:  # not alone at the foot of a page
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    form = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        form.append(OxmlElement(name))


def _write(cell: Any, text: str, *, bold: bool = False, align: Any = LEFT, width: str = "", size: Any = SMALL) -> None:
    if width:
        form = cell._tc.get_or_add_tcPr().get_or_add_tcW()
        form.set(qn("w:type"), "dxa")
        form.set(qn("w:w"), width)
    line = cell.paragraphs[0]
    line.alignment = align
    line.paragraph_format.space_after = line.paragraph_format.space_before = Pt(1)
    run = line.add_run(text)
    run.bold, run.font.size = bold, size


def _line(
    made: Any,
    text: str,
    *,
    style: str = "Normal",
    bold: bool = False,
    italic: bool = False,
    align: Any = None,
    size: Any = None,
) -> None:
    line = made.add_paragraph(style=style)
    line.paragraph_format.space_after = Pt(4)
    if align is not None:
        line.alignment = align
    run = line.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = size


if __name__ == "__main__":
    PLACE.write_bytes(template())
