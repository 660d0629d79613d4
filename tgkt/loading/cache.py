"""The cache of checked data between runs, so that a command need not read and check the YAML again.

The cache is only a shortcut: its key is the very bytes that were read of every data file, and the version of the code
that checks them. Each sort of thing of a folder has one file, and after any error in it the thing is made anew. Only
the classes of the modules listed here are built from it, and only where nobody but the user can have written it.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from tgkt import __version__
from tgkt.loading.content import Content
from tgkt.message import Message
from tgkt.store import DIGEST, cache_folder, digest, keep, kept

_OURS = {
    *("tgkt.facts.catalogue", "tgkt.facts.figure", "tgkt.facts.formula", "tgkt.facts.indicator"),
    *("tgkt.facts.interval", "tgkt.facts.period", "tgkt.facts.plan", "tgkt.facts.statement", "tgkt.facts.units.unit"),
    *("tgkt.facts.notation.change", "tgkt.facts.notation.phrase", "tgkt.facts.notation.side"),
    *("tgkt.arithmetic.quantity", "tgkt.series.certainty", "tgkt.series.known", "tgkt.series.order"),
    *("tgkt.series.questions", "tgkt.results.check", "tgkt.results.computed", "tgkt.results.status"),
    *("tgkt.loading.reading", "tgkt.loading.spec", "tgkt.message", "tgkt.reason", "tgkt.source"),
}
Kept = TypeVar("Kept")
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("facts", "arithmetic", "series", "loading", "results", "engine")  # the cache depends on these


class _Pickler(pickle.Pickler):
    """Writes what is told apart from the catalogue as its place there."""

    def __init__(self, file: io.BytesIO, told: Sequence[object]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._places = {id(each): place for place, each in enumerate(told)}

    def reducer_override(self, obj: object) -> Any:  # asked of our own classes only, unlike persistent_id
        place = self._places.get(id(obj))
        return NotImplemented if place is None else (_told, (place,))


def _told(place: int) -> object:
    """How a part of the catalogue is written; `_Unpickler` reads it as the part at this place."""
    raise pickle.UnpicklingError(f"part {place} belongs to a catalogue")


class _Unpickler(pickle.Unpickler):
    """Builds our own classes and decimals; refuses everything else."""

    def __init__(self, file: io.BytesIO, told: Sequence[object] = ()) -> None:
        super().__init__(file)
        self._told = told

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        if (module, name) == (__name__, _told.__name__):
            return self._told.__getitem__
        found = getattr(import_module(module), name, None) if module in _OURS else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def cached(state: bytes, folder: str, make: Callable[[], Kept], kind: type[Kept], told: Sequence[object] = ()) -> Kept:
    """The object made from files in this state: from the cache if that is current, else made anew and kept.

    Args:
        state: the fingerprint of the very bytes that the object is made from; where it is empty nothing is kept.
        folder: the sort of object and the name of the folder in messages, with "\\0" between; a part of the key.
        make: makes the object; raises an error if the files are invalid.
        kind: its type; a cache with anything else is ignored.
        told: what follows from the same files and is kept elsewhere; the object comes back with these very parts.
    """
    found = recalled(state, folder, kind, told)
    if found is not None:
        return found
    made = make()
    kept_as(state, folder, made, told)
    return made


def kept_as(state: bytes, folder: str, made: object, told: Sequence[object] = ()) -> None:
    """Keep an object made from files in this state, with the arguments of `cached`."""
    if state and (place := _place(folder)) is not None:
        with suppress(RecursionError):  # an object too deep to be kept
            payload = _written(made, told)
            keep(place, _key(state, folder) + digest(payload) + payload)


def _written(made: object, told: Sequence[object]) -> bytes:
    if not told:
        return pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    file = io.BytesIO()
    _Pickler(file, told).dump(made)
    return file.getvalue()


def recalled(state: bytes, folder: str, kind: type[Kept], told: Sequence[object] = ()) -> Kept | None:
    """The object that is kept of files in this state, with the arguments of `cached`; None where none is."""
    place = _place(folder)
    if place is None or not state or (content := kept(place)) is None:
        return None
    key = _key(state, folder)
    begins = len(key) + DIGEST
    try:
        if content[:begins] != key + digest(memoryview(content)[begins:]):
            return None
        file = io.BytesIO(content)  # which shares them: a copy of the rest would take as much again
        file.seek(begins)
        found = _Unpickler(file, told).load()
    except Exception:  # a spoilt cache can fail in any way, and is only a shortcut
        return None
    return found if isinstance(found, kind) else None


def _key(state: bytes, folder: str) -> bytes:
    return digest(state + _bytes(folder))


def _place(folder: str) -> Path | None:
    home = cache_folder()
    return None if home is None else home / f"{digest(_bytes(folder), 12).hex()}.{folder.partition(chr(0))[0]}"


def fingerprint(files: Iterable[tuple[str, Content]]) -> bytes:
    """What tells the content of files, and the code that reads them, from any other; empty where one is not readable.

    Args:
        files: the names of the files in messages, and their content.
    """
    parts = [__version__.encode()]
    for name, content in files:
        if isinstance(content, Message):
            return b""
        parts += (_bytes(f"\0{name}\0"), digest(content))
    code = _state_of_code(_PACKAGE)
    return digest(b"".join((*parts, code))) if code else b""


@cache
def _state_of_code(package: Path) -> bytes:
    """The names, sizes and times of the files of the code; empty where they cannot be looked at, as in an archive."""
    parts = []
    try:
        for entry in _code(package):
            state = entry.stat()
            parts.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}\0".encode())
    except OSError:
        return b""
    return digest(b"".join(parts))


def _code(package: Path) -> Iterator[os.DirEntry[str]]:
    """The files of the code on which the cached objects depend, in a fixed order."""
    folders = [str(package), *(str(package / room) for room in _CODE)]
    for place, folder in enumerate(folders):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_dir() and place and entry.name != "__pycache__":
                folders.append(entry.path)
            elif entry.name.endswith((".py", ".txt")):
                yield entry


def _bytes(name: str) -> bytes:
    """A name of files as bytes, also one that is no UTF-8."""
    return name.encode(errors="surrogatepass")
