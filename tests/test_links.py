"""No page and no docstring cites a file that is not there: links, anchors, paths and names of tests are followed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from cli.runner import ROOT

ROOMS = ("tgkt", "tests", "docs", "data", "examples", "tools", "benchmarks", ".github")
PAGES = sorted(page for page in ROOT.rglob("*.md") if page.relative_to(ROOT).parts[0] in (*ROOMS, page.name))
MODULES = sorted(file for room in ("tgkt", "tests", "tools", "benchmarks") for file in (ROOT / room).rglob("*.py"))
CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, ROOMS))})/[\w./*<>{{}}-]*")
URL = re.compile(r"https?://[^\s)>\"'`]+")
PLACEHOLDER = re.compile(r"[*<>{}]|[A-Z]{4,}(?![A-Z]*\.md)")
BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SCHEMA = re.compile(r"tgkt/[a-z_]+/\d")  # the name of a machine format
NAMED = re.compile(r"(?<!-o )(?<![\w/.:-])((?:[\w.-]+/)*[\w-]+\.(?:py|md|toml|cff))\b")
BASES = (ROOT, ROOT / "tgkt", ROOT / "tests")


class Text(NamedTuple):
    """A text that people read, and where it stands."""

    where: str
    text: str


@cache
def texts() -> tuple[Text, ...]:
    """Every text, read once."""
    return tuple(_read())


def _read() -> Iterator[Text]:
    """Pages whole, docstrings and comments of the code, comments of the worked cases."""
    for page in PAGES:
        yield Text(page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8"))
    for file in MODULES:
        source = file.read_text(encoding="utf-8")
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        nodes = [node for node in _statements(ast.parse(source)) if isinstance(node, documented)]
        told = [ast.get_docstring(node) or "" for node in nodes]
        yield Text(file.relative_to(ROOT).as_posix(), "\n".join((*told, *_comments(source))))
    for file in CASES:
        source = file.read_text(encoding="utf-8")
        yield Text(file.relative_to(ROOT).as_posix(), "\n".join(_comments(source)))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """A node and every statement in it: definitions stand in statements only."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield from _statements(child)


def _comments(source: str) -> Iterator[str]:
    return (line.partition("#")[2] for line in source.splitlines() if "#" in line)


LINKS = [(page, target) for page in PAGES for target in LINK.findall(BLOCK.sub("", page.read_text(encoding="utf-8")))]


def slug(heading: str) -> str:
    """The anchor of a heading, as forges make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower().replace("`", ""))
    return kept.replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """The anchors of a page."""
    headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {slug(heading) for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file, and to a heading of it where one is named; addresses are only looked at, not visited."""
    lost = []
    for of, target in LINKS:
        name, _, anchor = target.partition("#")
        if of != page or name.startswith(("http:", "https:")):
            continue
        to = page if not name else page.parent / name
        if not to.exists() or (anchor and anchor not in anchors(to)):
            lost.append(target)
    assert lost == []


def test_every_path_that_is_named_is_there() -> None:
    """Names with placeholders, and files that a command of a page makes, aside."""
    named = [(text.where, path.rstrip(".")) for text in texts() for path in PATH.findall(text.text)]
    real = [(where, path) for where, path in named if not PLACEHOLDER.search(path) and not SCHEMA.fullmatch(path)]
    assert [f"{where}: {path}" for where, path in real if not (ROOT / path).exists()] == []


def test_every_module_and_page_that_is_named_is_there() -> None:
    """One may be named without its folder, from the package, or from where it is named."""
    known = {file.name for file in (*MODULES, *PAGES, *ROOT.iterdir())}

    def is_there(where: str, name: str) -> bool:
        return name in known or any((base / name).exists() for base in (*BASES, (ROOT / where).parent))

    named = [(where, name) for where, text in texts() for name in NAMED.findall(text) if not PLACEHOLDER.search(name)]
    assert [f"{where}: {name}" for where, name in named if not is_there(where, name)] == []


def test_the_index_has_every_page() -> None:
    """A line for each page of docs."""
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages - {target for page, target in LINKS if page == ROOT / "docs" / "index.md"} == set()


def test_every_address_is_one() -> None:
    """Its form alone: the tests need no network."""
    wrong = [
        f"{where}: {url}"
        for where, text in texts()
        for url in URL.findall(text)
        if "." not in (urlsplit(url).hostname or "") or re.search(r"[\\^|]", url)
    ]
    assert wrong == []


def test_there_is_something_to_follow() -> None:
    """No test above passes because it looks at nothing."""
    assert len(PAGES) > 10
    assert len(LINKS) > 10
    assert sum(len(PATH.findall(text)) for _, text in texts()) > 50
