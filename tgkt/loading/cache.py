"""The cache of checked data between runs, so that a command need not read and check the YAML again.

The cache is only a shortcut: its key is the very bytes that were read of every data file, and the version of the code
that checks them. A folder has one cache file, and after any error in it the YAML is read. Only the classes listed here
are built from it, and only where nobody but the user can have written it.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from tgkt import __version__, source
from tgkt.facts import catalogue, figure, formula, indicator, interval, period, plan, statement
from tgkt.facts.units import unit
from tgkt.loading.content import Content
from tgkt.loading.store import cache_folder, keep, kept
from tgkt.message import Message

_OURS = {
    module.__name__: module
    for module in (catalogue, figure, formula, indicator, interval, period, plan, source, statement, unit)
}
Kept = TypeVar("Kept")
DIGEST = 32
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("facts", "arithmetic", "series", "loading", "results", "engine")  # the cache depends on these


class _Unpickler(pickle.Unpickler):
    """Builds our own declared facts and decimals; refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        found = getattr(_OURS.get(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def cached(state: bytes, folder: str, make: Callable[[], Kept], kind: type[Kept]) -> Kept:
    """The object made from files in this state: from the cache if that is current, else made anew and kept.

    Args:
        state: the fingerprint of the very bytes that the object is made from; where it is empty nothing is kept.
        folder: the name of the folder in messages, with the sort of object; a part of the key.
        make: makes the object; raises an error if the files are invalid.
        kind: its type; a cache with anything else is ignored.
    """
    home = cache_folder()
    if home is None or not state:
        return make()
    key, place = _digest(state + _bytes(folder)), home / blake2b(_bytes(folder), digest_size=12).hexdigest()
    if isinstance(found := _kept(place, key), kind):
        return found
    made = make()
    with suppress(RecursionError):  # an object too deep to be kept
        payload = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
        keep(place, key + _digest(payload) + payload)
    return made


def fingerprint(files: Iterable[tuple[str, Content]]) -> bytes:
    """What tells the content of files, and the code that reads them, from any other; empty where one is not readable.

    Args:
        files: the names of the files in messages, and their content.
    """
    digest = blake2b(__version__.encode(), digest_size=DIGEST)
    for name, content in files:
        if isinstance(content, Message):
            return b""
        digest.update(_bytes(f"\0{name}\0{len(content)}\0"))
        digest.update(content)
    try:
        for entry in _code():
            state = entry.stat()
            digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\0".encode())
    except OSError:  # a program whose files cannot be looked at, as in an archive
        return b""
    return digest.digest()


def _kept(place: Path, key: bytes) -> object:
    content = kept(place)
    if content is None:
        return None
    try:
        payload = content[len(key) + DIGEST :]
        if content[: len(key) + DIGEST] != key + _digest(payload):
            return None
        return _Unpickler(io.BytesIO(payload)).load()
    except Exception:  # a spoilt cache can fail in any way, and is only a shortcut
        return None


def _digest(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=DIGEST).digest()


def _code() -> Iterator[os.DirEntry[str]]:
    """The files of the code on which the cached objects depend, in a fixed order."""
    folders = [str(_PACKAGE), *(str(_PACKAGE / room) for room in _CODE)]
    for place, folder in enumerate(folders):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_dir() and place and entry.name != "__pycache__":
                folders.append(entry.path)
            elif entry.name.endswith((".py", ".txt")):
                yield entry


def _bytes(name: str) -> bytes:
    """A name of files as bytes, also one that is no UTF-8."""
    return name.encode(errors="surrogatepass")
