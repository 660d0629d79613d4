"""LibreOffice opens the Word file, and its pages show what we wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.runner import Tgkt

from .office import converted, text_of

pytestmark = pytest.mark.foreign


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("data", [(), ("--data", "examples/ireland_climate")], ids=["shipped", "in English"])
def test_its_pages_show_every_figure_of_the_plan(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...], lang: str) -> None:
    """Every number of the Markdown file stands on some page; of the years since the base those of the newest three."""
    args = ("report", "--parts", "status", "--lang", lang, *data)
    assert tgkt(*args, "-o", str(tmp_path / "plan.docx")).code == 0
    pages = text_of(converted(tmp_path / "plan.docx", "pdf", tmp_path))
    lines = [line for line in tgkt(*args).out.splitlines() if line.startswith("| ") and "---" not in line]
    rows = [line.strip("|").split(" | ")[:-1] for line in lines]
    cells = (cell for row in rows for cell in (row if len(row) < BEFORE else (*row[:4], *row[-NEWEST - 4 :])))
    missing = {number for cell in cells for number in NUMBER.findall(cell) if number not in pages}
    assert missing == set()


BEFORE, NEWEST = 8, 3  # number, name, unit, start and, after the years, target, gap, need and standing
NUMBER = re.compile(r"(?<![\w.,−+-])[\d.,]{1,6}(?![\w.,%-])")
"""A number that no column is too narrow for."""


def test_heads_stand_on_every_page_of_the_targets(tgkt: Tgkt, tmp_path: Path) -> None:
    """A reader of page five need not turn back."""
    assert tgkt("report", "--parts", "status", "--lang", "vi", "-o", str(tmp_path / "plan.docx")).code == 0
    pages = text_of(converted(tmp_path / "plan.docx", "pdf", tmp_path)).split("\f")
    with_targets = [
        page for page in pages if re.search(r"^\s*\d+(\.\d)?\s.*(chưa đánh giá|chưa có số)", page, re.MULTILINE)
    ]
    assert len(with_targets) > 3
    assert [page for page in with_targets if "Thực hiện" not in page and "Tình trạng" not in page] == []
