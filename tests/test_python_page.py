"""docs/python.md is one session, and answers as it shows."""

from __future__ import annotations

import doctest
import re
from io import StringIO
from pathlib import Path

import pytest

import tgkt

PAGE = Path(__file__).resolve().parents[1] / "docs" / "python.md"
BLOCK = re.compile(r"^```pycon\n(.*?)^```", re.MULTILINE | re.DOTALL)


def session() -> str:
    """The blocks of the page, in their order, at the lines where they stand there."""
    text = PAGE.read_text(encoding="utf-8")
    kept = {number for block in BLOCK.finditer(text) for number in _lines(text, block.span(1))}
    return "".join(line if number in kept else "\n" for number, line in enumerate(text.splitlines(keepends=True), 1))


def _lines(text: str, span: tuple[int, int]) -> range:
    first = text.count("\n", 0, span[0]) + 1
    return range(first, first + text.count("\n", *span))


def test_the_page_answers_as_it_shows() -> None:
    """Every line of it is run, in one session."""
    test = doctest.DocTestParser().get_doctest(session(), {}, PAGE.name, str(PAGE), 0)
    told = StringIO()
    found = doctest.DocTestRunner().run(test, out=told.write)
    assert found.attempted > 20
    assert not found.failed, told.getvalue()


@pytest.mark.parametrize("name", [name for name in dir(tgkt.Data) if not name.startswith("_")])
def test_the_page_names_every_question(name: str) -> None:
    """What can be asked stands on the page."""
    assert f"'{name}'" in PAGE.read_text(encoding="utf-8")
