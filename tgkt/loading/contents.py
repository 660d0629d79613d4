"""The files of a folder as read, before anything in them is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tgkt.errors import Problem
from tgkt.loading.grammar import DECLARATION, FILE
from tgkt.loading.nodes import compose, read_text
from tgkt.loading.reading import Entry, Reader


class Loaded(NamedTuple):
    """One file as read: its entry, and the reader that collects its problems."""

    entry: Entry
    reader: Reader


def read_files(paths: list[Path], names: list[str]) -> tuple[list[Loaded], list[Problem]]:
    """The files that can be read, and what is wrong with those that cannot be read at all."""
    files, unreadable = [], []
    for path, name in zip(paths, names, strict=True):
        text, problems = read_text(path, name)
        node, invalid = (None, problems) if problems else compose(text, name)
        unreadable += invalid
        if node is None:
            continue
        reader = Reader(name)
        entry = FILE.read(node, "", reader)
        if entry is None:
            unreadable += reader.problems
        else:
            files.append(Loaded(entry, reader))
    return files, unreadable


def declares(entry: Entry) -> bool:
    """Whether an indicator's entry declares it, and not only gives rows or figures."""
    return any(entry.has(key) for key in DECLARATION)


class Contents:
    """Where each indicator is declared, and which of them something is promised of.

    Attributes:
        declarations: every entry that declares an indicator, with its file and id.
        first_declared: the first of them by id.
        targeted: the ids that have a target in some row.
    """

    def __init__(self, files: list[Loaded]) -> None:
        entries = [(file, name, entry) for file in files for name, entry in (file.entry["indicators"] or {}).items()]
        self.declarations = [(file, name, entry) for file, name, entry in entries if declares(entry)]
        self.first_declared: dict[str, Entry] = {}
        for _, name, entry in self.declarations:
            self.first_declared.setdefault(name, entry)
        self.targeted = {name for _, name, entry in entries if any("target" in each.places for each in _rows(entry))}


def _rows(entry: Entry) -> Iterator[Entry]:
    yield entry
    yield from entry["rows"] or ()
