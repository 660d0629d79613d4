"""What is said of bad tables, in the language of the reader: every sentence of the gallery and all that is put in."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest
from builders import statement

from tgkt.facts.units import MEASURES
from tgkt.language import languages, said, translation
from tgkt.loading.arriving.stated import Stated
from tgkt.loading.planned.words import (
    DIRECTION_OF,
    DIRECTION_WORDS,
    MEASURE_OF,
    MEASURE_WORDS,
    MORE_COMPARATORS,
    PRICE_OF,
    PRICE_WORDS,
)
from tgkt.loading.tabular.digits import Digits
from tgkt.loading.tabular.names import TIMING_OF, folded
from tgkt.loading.tabular.spoken import COMPARATOR_WORDS, STATUS_WORDS, TIMING_WORDS
from tgkt.loading.tabular.values import comparator_named, status_named
from tgkt.loading.tabular.workbook import Worksheet
from tgkt.message import Message
from tgkt.source import Source
from tools.catalogue import PACKAGE, _called

from ..mini import write_files
from .gallery import GALLERY, told

ROOMS = ("tabular", "tabular/statistical", "planned", "arriving")
ELSEWHERE = {
    "{file}, cell {cell}",
    "half a character",
    "Figures imported from tables by `tgkt import`. It adds to the ends of the blocks below and replaces numbers that "
    "are corrected; your own notes and layout stay.",
    "entities are not allowed",
    "has more than {most} bytes. Ask the office for a part of the table",
    "{file}: unpacks to {size} bytes; at most {most} are read. Split it",
    "{file}: reading spreadsheets needs openpyxl. Run: pip install 'tgkt[xlsx]'",
    "{file}: the text is not UTF-8. Save the file as UTF-8",
    "{file}: more than {most} figures, which is more than a data file may hold. "
    "Import it in parts, into several folders",
    "{file} is a link or not a plain file. Put a plain file in its place, or move it away",
    "another import is writing to the folder ({file}, process {process}). "
    "Wait for it to end; if no such process runs, remove that file",
    "unknown",
    "{file} was changed by someone else meanwhile. Nothing was written; import again",
    "the figure to be corrected is not written with 'value:'. Correct it by hand",
    "{folder}: is a link to itself. Name a folder",
}
"""What no table brings up alone: other programs at work, huge files, what is not installed, comments of new files."""
ENGLISH = re.compile(
    r"(?i)\b(?:is|are|has|have|had|the|not|this|that|its|it|does|which|with|without|and|or|of|write|mend|read|name"
    r"|rename|sheet|cell|line|column|figure|unknown|marked|between)\b"
)
CODE = re.compile(r"--\w+(?: \S+)?|'[^']*'|\([A-Z]\w+\)|\S+\.(?:csv|xlsx|yaml)\S*")


def parts(message: object) -> Iterator[Message]:
    """A message, and the messages within it."""
    if isinstance(message, Message):
        yield message
        for each in message.fields.values():
            yield from parts(each)
    elif isinstance(message, Source):
        yield from parts(message.file)


def words_of(template: str) -> str:
    """What a template says itself, without what is put in."""
    with suppress(ValueError):  # braces of its own
        template = "".join(text for text, *_ in Formatter().parse(template))
    return re.sub(r"--\w+", "", template)


def is_translated(message: Message) -> bool:
    """Whether the catalogue has a sentence, whatever is put into it."""
    if message.plural is not None:
        return said(message, "vi") != said(message, "en")
    return translation(message.template, "vi") != message.template


@pytest.mark.parametrize("name", GALLERY)
def test_what_is_said_of_a_table_is_in_the_readers_language(name: str, folder: Path) -> None:
    """Every sentence has its Vietnamese, what is put in too, and no English word is left."""
    found = told(GALLERY[name], folder)
    assert found != []
    assert [each for each in found if not isinstance(each, Message)] == []
    every = [part for each in found for part in parts(each) if re.search(r"[^\W\d_]", words_of(part.template))]
    assert [each.template for each in every if not is_translated(each)] == []
    spoken = [CODE.sub("", said(each, "vi")) for each in found]
    assert [each for each in spoken if ENGLISH.search(each)] == []


def sentences() -> dict[str, str]:
    """The sentences that the rooms of tables say, with the file of each."""
    files = [file for room in ROOMS for file in sorted((PACKAGE / "loading" / room).glob("*.py"))]
    return {each.text: file.name for file in files for each in _called(ast.parse(file.read_text(encoding="utf-8")))}


def test_the_gallery_has_every_sentence(folder: Path) -> None:
    """A sentence that no bad table brings up would not be looked at."""
    seen = set()
    for name, entry in GALLERY.items():
        fresh = write_files(folder.parent / name.replace(" ", "_").replace("/", "_"))
        seen |= {part.template for each in told(entry, fresh) for part in parts(each)}
    assert {text: file for text, file in sentences().items() if text not in seen | ELSEWHERE} == {}
    assert [each for each in ELSEWHERE if each not in sentences() or translation(each, "vi") == each] == []


def test_a_cell_is_named_in_the_readers_language() -> None:
    """Sheet and cell."""
    place = Worksheet("t.xlsx", "Biểu 1", None, from_stdin=False).at(7, 1)
    assert (str(place), said(place, "vi")) == ("t.xlsx: sheet Biểu 1, cell B7", "t.xlsx: trang tính Biểu 1, ô B7")


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    """A decimal comma in Vietnamese, and no blank before %."""
    assert [said(Digits(Decimal("1845.70")), lang) for lang in ("en", "vi")] == ["1845.70", "1845,70"]
    figure = Stated(statement("90.40"))
    assert [said(figure, lang) for lang in ("en", "vi")] == ["90.40 %", "90,40%"]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (STATUS_WORDS, status_named),
        (TIMING_WORDS, lambda text: TIMING_OF.get(folded(text))),
        (COMPARATOR_WORDS, lambda text: MORE_COMPARATORS.get(text) or comparator_named(text)),
        (DIRECTION_WORDS, lambda text: DIRECTION_OF.get(folded(text))),
        (PRICE_WORDS, lambda text: PRICE_OF.get(folded(text))),
    ],
    ids=["statuses", "timings", "comparators", "directions", "prices"],
)
@pytest.mark.parametrize("lang", languages())
def test_words_that_are_offered_are_read(
    lang: str, words: Mapping[StrEnum, Message], read: Callable[[str], StrEnum | None]
) -> None:
    """Whoever writes what a message offers is understood."""
    assert {each: read(said(word, lang)) for each, word in words.items()} == {each: each for each in words}


@pytest.mark.parametrize("lang", languages())
def test_measures_that_are_offered_are_read(lang: str) -> None:
    """One for each that a unit may have."""
    offered = said(MEASURE_WORDS, lang).split(", ")
    assert [MEASURE_OF.get(each, each) for each in offered] == list(MEASURES)
