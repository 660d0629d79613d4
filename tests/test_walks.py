"""The pages that lead through a task do what they say: their files are written, their commands run, in their order.

A block after `<!-- file: NAME -->` is written to that file, one after `<!-- append: NAME -->` is added to it, and
`<!-- fill: NAME 3=125.6 -->` fills the results of numbered targets into a workbook, as a person would. In a block of
text every line that begins with `$ ` is run in one folder, and must answer as shown; `[...]` stands for any lines.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from cli.runner import LONGEST, ROOT, Tgkt
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_docs import pattern

WALKS = sorted(page for page in (ROOT / "docs").glob("*.md") if "<!-- file:" in page.read_text(encoding="utf-8"))
STEP = re.compile(
    r"<!-- (fill): (\S+) (.*?) -->|(?:<!-- (file|append): (\S+) -->\n)?```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL
)


class Step(NamedTuple):
    """A file to be written, or a command with its answer."""

    kind: str
    name: str
    text: str


def steps(page: Path) -> Iterator[Step]:
    """The steps of a page, in their order."""
    for fill, sheet, values, kind, name, block in STEP.findall(page.read_text(encoding="utf-8")):
        if fill:
            yield Step(fill, sheet, values)
        elif kind:
            yield Step(kind, name, block)
        else:
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, answer = part.partition("\n")
                yield Step("run", command, answer.rstrip("\n"))


def run(command: str, folder: Path, tgkt: Tgkt) -> str:
    """What a command says, errors included."""
    env = tgkt.environment({})
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    done = subprocess.run(
        ("sh", "-c", command), env=env, cwd=folder, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=LONGEST,
    )  # fmt: skip
    assert "Traceback" not in done.stdout
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip("\n").split("\n"))


def fill_in(file: Path, values: dict[str, str]) -> None:
    """Write results into the column of results of a workbook, each beside the number of its target."""
    book = load_workbook(file)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(place for place, row in enumerate(rows) if row[0] in ("TT", "No."))
    results = next(at for at, text in enumerate(rows[head]) if str(text).startswith(("Thực hiện ", "Result ")))
    for place, row in enumerate(rows[head + 1 :], head + 2):
        if (value := values.pop(str(row[0]), None)) is not None:
            sheet.cell(place, results + 1).value = Decimal(value)
    assert values == {}
    book.save(file)


def walk(page: Path, folder: Path, tgkt: Tgkt) -> list[tuple[str, str]]:
    """Take every step; the answers that differ, each with the command."""
    wrong = []
    for step in steps(page):
        place = folder / step.name
        if step.kind == "file":
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(step.text, encoding="utf-8")
        elif step.kind == "fill":
            fill_in(place, dict(pair.split("=", 1) for pair in step.text.split()))
        elif step.kind == "append":
            place.write_text(place.read_text(encoding="utf-8") + step.text, encoding="utf-8")
        else:
            said = run(step.name, folder, tgkt)
            if step.text and not re.fullmatch(pattern(step.text), said):
                wrong.append((step.name, said))
    return wrong


@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.stem)
def test_a_walk_goes_as_it_is_written(tgkt: Tgkt, tmp_path: Path, page: Path) -> None:
    """Every command answers what the page shows below it."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    wrong = walk(page, tmp_path, tgkt)
    assert wrong == [], "\n".join(f"$ {command}\n{said}" for command, said in wrong)


def test_there_are_walks() -> None:
    """The test above takes steps."""
    assert "your-own-plan" in [page.stem for page in WALKS]
    assert all(len(list(steps(page))) > 5 for page in WALKS)
