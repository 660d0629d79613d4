"""A hostile plan: what the loader admits goes through every output as text, and what it refuses reaches none raw."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.runner import ROOT, Tgkt
from markdown_it import MarkdownIt
from wcwidth import wcswidth

import tgkt as tgkt_package
from tgkt import Answer
from tgkt.cli.options import Format, Output
from tgkt.facts.indicator import Words
from tgkt.harmless import harmless
from tgkt.report.formats import MACHINE, Form, json_text, machine_text
from tgkt.report.machine.field import Field, Type
from tgkt.report.machine.shape import Shape
from tgkt.report.table import Cell, Column, Table

DATA = ("--data", "tests/hostile")
PLAN: Any = yaml.safe_load((ROOT / "tests" / "hostile" / "plan.yaml").read_text(encoding="utf-8"))
TITLES = [unicodedata.normalize("NFC", each["title"]) for each in PLAN["indicators"].values()]
ASKED = {
    "status": ("status",),
    "the plan on one screen": ("overview",),
    "paths": ("project",),
    "one path": ("project", "share"),
    "a story": ("explain", "share"),
    "all of it": ("explain", "share", "--all"),
    "the audit": ("check", "--all"),
    "a search": ("find", "letter"),
    "a list": ("list", "indicators"),
    "documents": ("list", "origins"),
    "areas": ("list", "areas"),
}
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item")
WANTED = {"inline", "text", "softbreak", "text_special"} | {
    f"{each}_{end}" for each in BLOCKS for end in ("open", "close")
}
RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def tokens(text: str) -> list[Any]:
    """What a reader of Markdown makes of a text, inner parts included."""
    found = MARKDOWN.parse(text)
    return [each for block in found for each in (block, *(block.children or []))]


@pytest.mark.parametrize("args", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("form", ["table", "md", *MACHINE])
def test_every_answer_is_given(tgkt: Tgkt, args: tuple[str, ...], form: str) -> None:
    """Nothing in a title is code, and none stops a command."""
    answer = tgkt(*args, *DATA, "-f", form)
    assert answer.code in (0, 1)
    assert "Traceback" not in answer.err
    assert "{{49}}" not in answer.out


@pytest.mark.parametrize("args", [("status",), ("list", "indicators"), ("project",)], ids=" ".join)
def test_titles_come_back_unchanged(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """In JSON as they are, in CSV and NDJSON too; a printed text keeps its line ends in JSON."""
    rows = tgkt(*args, *DATA, "-f", "json").json["rows"]
    assert sorted(row["title"] for row in rows) == sorted(TITLES)
    read = csv.DictReader(io.StringIO(tgkt(*args, *DATA, "-f", "csv").out, newline=""))
    assert sorted(row["title"].removeprefix("#") for row in read) == sorted(TITLES)


def test_printed_words_keep_line_ends_and_tabs(tgkt: Tgkt) -> None:
    """As the document has them."""
    rows = tgkt("find", "or so", *DATA, "-f", "json").json["rows"]
    assert [row["printed"] for row in rows] == ["50%\n| or so\tmore"]


@pytest.mark.parametrize("args", [*ASKED.values(), ("report",)], ids=[*ASKED, "a file"])
def test_markdown_holds_only_tables_headings_and_text(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """No tag, no link, no stress, no code: a reader sees what was typed."""
    form = () if args == ("report",) else ("-f", "md")
    found = tokens(tgkt(*args, *DATA, *form).out)
    assert {each.type for each in found} - WANTED == set()


@pytest.mark.parametrize("args", [("status",), ("list", "indicators"), ("report",)], ids=" ".join)
def test_markdown_shows_titles_as_they_were_typed(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Backslashes before signs are gone once it is read."""
    form = () if args == ("report",) else ("-f", "md")
    cells = {
        "".join(part.content for part in each.children or [])
        for each in tokens(tgkt(*args, *DATA, *form).out)
        if each.type == "inline"
    }
    assert [title for title in TITLES if title not in cells and f"{title} (%)" not in cells] == []


def test_columns_stand_in_line_by_what_a_terminal_shows(tgkt: Tgkt) -> None:
    """Pictures, wide letters and marks without width included, as another library measures them."""
    lines = tgkt("list", "indicators", *DATA).out.splitlines()
    rule = next(line for line in lines if set(line) == {"-", " "})
    starts = [found.start() for found in re.finditer("-+", rule)]
    shown = [line for line in lines[lines.index(rule) + 1 :] if line]
    assert len(shown) == len(TITLES)
    for line in shown:
        ends = {wcswidth(line[:at]) for at in range(len(line) + 1) if line[at - 1 : at] == " "}
        assert [start for start in starts[1:] if start not in ends] == []


@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_line_is_wider_than_the_terminal(tgkt: Tgkt, width: int) -> None:
    """However long a word, and however wide its letters."""
    told = tgkt.screen("status", *DATA, "--no-pager", width=width, NO_COLOR="1")
    assert [line for line in told.splitlines() if wcswidth(line) > width] == []
    assert "[red]here[/red]" in told


HARMFUL = "a\x1b[31m b\x07 c\x9b d\u202e e\u2066 f\x00 g\x7f"
FIELDS = (Field("key", Type.TEXT, "a key"), Field("title", Type.TEXT, "a title"))
SHAPE = Shape("nothing", 1, "nothing", "nothing", FIELDS)


@pytest.mark.parametrize("form", [*Format])
def test_what_the_loader_refuses_reaches_no_output_raw(
    form: Format, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Brought in behind it, by a program: each sign is shown by its number, and is itself again in JSON."""
    table = Table(HARMFUL, [Column(HARMFUL), Column("x")], [[Cell(HARMFUL), Cell(HARMFUL)]], HARMFUL)
    rows = [{"key": HARMFUL, "title": HARMFUL}]
    for room in (None, 80):
        Output(form, "en", None, room, False, room).write(
            lambda: [table], lambda asked: machine_text(asked, SHAPE, {}, rows)
        )
        told = capfd.readouterr().out
        assert RAW.findall(told.replace("\r\n", "\n")) == []
        assert "\\u202e" in told
    Output(form, "en", tmp_path / "answer", None, False).put(HARMFUL)
    assert RAW.findall((tmp_path / "answer").read_text(encoding="utf-8")) == []


def injected(found: Answer[Any]) -> Answer[Any]:
    """An answer whose titles hold what the loader refuses, as a program may bring it in."""
    title = Words(HARMFUL, HARMFUL)
    rows = [item.row._replace(indicator=item.row.indicator._replace(title=title)) for item in found.rows]
    items = tuple(item._replace(row=row) for item, row in zip(found.rows, rows, strict=True))
    return replace(found, rows=items)


def test_what_a_program_brings_in_reaches_no_text_raw() -> None:
    """Printed, in a notebook, as JSON; plain data hold it as it is."""
    found = injected(tgkt_package.load(ROOT / "tests" / "hostile").status())
    for told in (str(found), found._repr_html_(), found.to_json()):
        assert RAW.findall(told) == []
        assert "202e" in told
    assert {row["title"] for row in found.to_dicts()} == {HARMFUL}
    assert {row["title"] for row in json.loads(found.to_json())["rows"]} == {HARMFUL}


def test_a_notebook_shows_titles_as_text() -> None:
    """No tag of theirs, and all of their letters."""
    shown = tgkt_package.load(ROOT / "tests" / "hostile").list("indicators")._repr_html_()
    assert set(re.findall(r"<(\w+)", shown)) == {"table", "caption", "b", "thead", "tbody", "tr", "th", "td"}
    assert all(title in unescape(shown) for title in TITLES)


def test_json_gives_them_back() -> None:
    """An escape in JSON is the sign."""
    assert json.loads(harmless(json_text({"title": HARMFUL}))) == {"title": HARMFUL}
    assert Form("json").name == "json"


REFUSED = {
    f"{name}, {how}": text
    for name, sign in {"an escape": "\x1b", "a bell": "\x07", "a second escape": "\x9b", "an override": "\u202e",
                       "an isolate": "\u2066", "a mark of direction": "\u200f"}.items()
    for how, text in {"typed": sign, "by its number": f"\\u{ord(sign):04x}"}.items()
}  # fmt: skip


@pytest.mark.parametrize("typed", REFUSED.values(), ids=REFUSED)
def test_the_loader_refuses_them(tgkt: Tgkt, tmp_path: Path, typed: str) -> None:
    """With file and line, the sign by its number."""
    text = (ROOT / "tests" / "hostile" / "plan.yaml").read_text(encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(text.replace("zero\\u200bwidth", f"zero{typed}width"), encoding="utf-8")
    answer = tgkt("validate", "--data", str(tmp_path))
    assert answer.code == 3
    number = int(typed[2:], 16) if typed.startswith("\\") else ord(typed)
    assert f"U+{number:04X}" in answer.err
    assert "plan.yaml:26:" in answer.err
    assert RAW.findall(answer.err) == []


FORGED = {
    "a section": ("status", "--section", "one\nplan.yaml:1:1: all fine"),
    "an option": ("status", "--one\nplan.yaml:1:1: all fine"),
    "a command": ("one\rplan.yaml:1:1: all fine",),
    "a name": ("explain", "one\r\nplan.yaml:1:1: all fine"),
    "a folder": ("status", "--data", "one\nplan.yaml:1:1: all fine"),
}


@pytest.mark.parametrize("args", FORGED.values(), ids=FORGED)
def test_an_argument_forges_no_line_of_an_error(tgkt: Tgkt, args: tuple[str, ...]) -> None:
    """Its line ends are shown as they would be typed."""
    answer = tgkt(*args)
    assert answer.code == 2
    (line,) = answer.err.splitlines()
    assert "all fine" in line
    assert not line.startswith("plan.yaml")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_key_forges_no_line_of_an_error(tgkt: Tgkt, tmp_path: Path, lang: str) -> None:
    """Every problem is one line that begins with its own place."""
    forged = 'areas: {"one\\nplan.yaml:1:1: all fine": {title: x}}\n'
    (tmp_path / "plan.yaml").write_text(forged, encoding="utf-8")
    answer = tgkt("validate", "--data", str(tmp_path), "--lang", lang)
    assert answer.code == 3
    assert "all fine" in answer.err
    assert [line for line in answer.err.splitlines() if not line.startswith(f"{tmp_path}/plan.yaml:1:")] == []
