"""The cache of checked data between runs, so that a command need not read and check the YAML again.

The cache is only a shortcut: its key is the text of every data file and the version of the code that checks them. A
folder has one cache file, and after any error in it the YAML is read. Only the classes listed here are built from it.
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

from tgkt import source
from tgkt.facts import catalogue, figure, formula, indicator, interval, period, plan, statement
from tgkt.facts.units import unit
from tgkt.loading.folder import cache_folder

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


def cached(files: Iterable[Path], folder: str, make: Callable[[], Kept], kind: type[Kept]) -> Kept:
    """The object made from these files: from the cache if that is current, else made anew and kept.

    Args:
        files: the data files.
        folder: the name of the folder in messages, with the sort of object; a part of the key.
        make: makes the object; raises an error if the files are invalid.
        kind: its type; a cache with anything else is ignored.
    """
    try:
        key = _key(files, folder)
    except OSError:
        return make()  # the reader reports files that cannot be read
    place = _place(folder)
    if isinstance(found := _kept(place, key), kind):
        return found
    made = make()
    _keep(place, key, made)
    return made


def _kept(place: Path, key: bytes) -> object:
    try:
        content = place.read_bytes()
        payload = content[len(key) + DIGEST :]
        if content[: len(key) + DIGEST] != key + _digest(payload):
            return None
        return _Unpickler(io.BytesIO(payload)).load()
    except Exception:  # a spoilt cache can fail in any way, and is only a shortcut
        return None


def _keep(place: Path, key: bytes, made: object) -> None:
    part = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        payload = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
        part.write_bytes(key + _digest(payload) + payload)
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _digest(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=DIGEST).digest()


def _key(files: Iterable[Path], folder: str) -> bytes:
    digest = blake2b(_bytes(folder), digest_size=32)
    for file in files:
        digest.update(_bytes(f"\0{file.name}\0"))
        digest.update(file.read_bytes())
    for entry in _code():
        state = entry.stat()
        digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\0".encode())
    return digest.digest()


def _code() -> Iterator[os.DirEntry[str]]:
    """The files of the code on which the cached objects depend, in a fixed order."""
    folders = [str(_PACKAGE), *(str(_PACKAGE / room) for room in _CODE)]
    for place, folder in enumerate(folders):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_dir() and place and entry.name != "__pycache__":
                folders.append(entry.path)
            elif entry.name.endswith((".py", ".txt")):
                yield entry


def _place(folder: str) -> Path:
    return cache_folder() / blake2b(_bytes(folder), digest_size=12).hexdigest()


def _bytes(name: str) -> bytes:
    """A name of files as bytes, also one that is no UTF-8."""
    return name.encode(errors="surrogatepass")
