"""The files of a folder as read, before anything in them is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tgkt.errors import Problem
from tgkt.loading.base import BASE_FILE, is_plainly_written
from tgkt.loading.cache import fingerprint, kept_as, recalled
from tgkt.loading.content import Content, content_of
from tgkt.loading.folder import real
from tgkt.loading.grammar import DECLARATION, FILE
from tgkt.loading.nodes import compose, text_of
from tgkt.loading.phrases import Phrases
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source


class Loaded(NamedTuple):
    """One file as read: its entry, the reader that collects its problems, and the text of one that names a base."""

    entry: Entry
    reader: Reader
    text: str
    phrases: Phrases


def read_files(
    paths: list[Path], names: list[str], held: Mapping[Path, Content] | None = None
) -> tuple[list[Loaded], list[Problem]]:
    """The files that can be read, and the problems of those that cannot.

    Args:
        paths: the files.
        names: their names in messages.
        held: the content of files that were read already, whose entries are kept; the others are read here.
    """
    files, unreadable = [], []
    lacking: set[str] = set()
    for path, name in zip(paths, names, strict=True):
        is_held = held is not None and path in held
        content = held[path] if held is not None and is_held else content_of(path)
        text, invalid = text_of(content, name)
        state = fingerprint([(name, content)]) if is_held else b""
        reader = Reader(name, lacking=lacking)
        entry = None if invalid else _entry(text, reader, state, f"entry\0{name}\0{real(path)}", invalid)
        unreadable += invalid
        if entry is not None:
            kept = text if "base" in entry.places else ""
            files.append(Loaded(entry, reader, kept, Phrases(state, f"phrases\0{name}\0{real(path)}")))
    return files, unreadable


def _entry(text: str, reader: Reader, state: bytes, place: str, invalid: list[Problem]) -> Entry | None:
    """The entry of a file, from an earlier run if it had no mistake in itself; None where the file cannot be read.

    Args:
        text: its text.
        reader: what collects its problems.
        state: the fingerprint of its bytes; empty where nothing is to be kept.
        place: what its entry is kept as.
        invalid: takes the problems of a file that cannot be read.
    """
    if (found := recalled(state, place, Entry)) is not None:
        return found
    node, problems = compose(text, reader.name)
    entry = FILE.read(node, "", reader) if node is not None else None
    reader.forget()
    if entry is None:
        invalid += [*problems, *reader.problems]
    elif not reader.problems:
        kept_as(state, place, entry)
    return entry


def check_base(file: Loaded) -> None:
    """Report a base in another file than base.yaml, where it would not be found before the others are read."""
    if "base" not in file.entry.places:
        return
    if Path(file.reader.name).name != BASE_FILE:
        told = Message("the base of a folder belongs in {file}. Move it there", file=BASE_FILE)
        file.reader.fail(file.entry.at("base"), "base", told)
    elif (base := file.entry["base"]) is not None and base["of"] and not is_plainly_written(base["of"], file.text):
        told = Message(
            "the base must be readable before the rest of the file, and this one is not. Write base: "
            '{of: "…", version: "…"}'
        )
        file.reader.fail(file.entry.at("base"), "base.of", told)


def declares(entry: Entry) -> bool:
    """Whether an indicator's entry declares it, and not only gives rows or figures."""
    return any(entry.has(key) for key in DECLARATION)


def is_declaration(entry: Entry) -> bool:
    """Whether an entry really declares an indicator (it states what is measured), and is not just a stray key."""
    return entry.has("title") or entry.has("unit")


def refused(file: Loaded, block: str) -> dict[str, Source]:
    """The names in a block whose values could not be read, with their places; these are reported already."""
    found = file.entry[block]
    return {name: place for name, place in found.places.items() if name not in found} if found is not None else {}


_SORTS = {
    "areas": "area",
    "origins": "origin",
    "sections": "section",
    "indicators": "indicator",
    "units": "unit",
    "plan": "plan",
}


def unread_sorts(files: list[Loaded]) -> set[str]:
    """The sorts of names whose block is unreadable or misspelt in some file."""
    return {
        sort for file in files for block, sort in _SORTS.items() if file.entry.has(block) and block not in file.entry
    }


class Contents:
    """The declaration of each indicator, and the set of those that have a target.

    Attributes:
        declarations: every entry that declares an indicator, with its file and id.
        first_declared: the first of them by id, whole declarations before stray keys.
        refused: the ids whose entry could not be read.
        targeted: the ids that have a target in some row.
    """

    def __init__(self, files: list[Loaded]) -> None:
        entries = [(file, name, entry) for file in files for name, entry in (file.entry["indicators"] or {}).items()]
        self.declarations = [(file, name, entry) for file, name, entry in entries if declares(entry)]
        self.first_declared: dict[str, Entry] = {}
        for is_whole in (True, False):
            for _, name, entry in self.declarations:
                if is_whole is is_declaration(entry):
                    self.first_declared.setdefault(name, entry)
        self.refused = {name for file in files for name in refused(file, "indicators")}
        self.targeted = {name for _, name, entry in entries if any("target" in each.places for each in _rows(entry))}


def _rows(entry: Entry) -> Iterator[Entry]:
    yield entry
    yield from entry["rows"] or ()
