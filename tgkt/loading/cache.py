"""A checked catalogue kept between runs, so that a command need not read and check the YAML again.

The cache is only a shortcut: its key is the text of every data file and the state of the code that
checks them, a folder has one cache file, and whatever goes wrong with it means reading the YAML.
Only the classes listed here are ever built from it.
"""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tgkt import figure, formula, model, period, source, units
from tgkt.model import Catalogue

_OURS = {module.__name__: module for module in (figure, formula, model, period, source, units)}
_PACKAGE = Path(__file__).resolve().parent.parent


class _Unpickler(pickle.Unpickler):
    """Builds our own declared facts and decimals; refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        found = getattr(_OURS.get(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def cached(files: Iterable[Path], folder: str, read: Callable[[], Catalogue]) -> Catalogue:
    """The catalogue of these files: from the cache when it is current, else read and kept.

    Args:
        files: the data files.
        folder: how messages name the folder; a part of the key.
        read: reads and checks the files; raises when they are invalid.
    """
    try:
        key = _key(files, folder)
    except OSError:
        return read()  # a file that cannot be read is told of by the reader
    place = _place(folder)
    if (found := _kept(place, key)) is not None:
        return found
    catalogue = read()
    _keep(place, key, catalogue)
    return catalogue


def _kept(place: Path, key: bytes) -> Catalogue | None:
    try:
        content = place.read_bytes()
        if content[: len(key)] != key:
            return None
        found = _Unpickler(io.BytesIO(content[len(key) :])).load()
    except Exception:  # a spoilt cache can fail in any way, and is only a shortcut
        return None
    return found if isinstance(found, Catalogue) else None


def _keep(place: Path, key: bytes, catalogue: Catalogue) -> None:
    part = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.write_bytes(key + pickle.dumps(catalogue, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _key(files: Iterable[Path], folder: str) -> bytes:
    digest = blake2b(folder.encode(), digest_size=32)
    for file in files:
        digest.update(f"\0{file.name}\0".encode())
        digest.update(file.read_bytes())
    for part in (_PACKAGE, _PACKAGE / "loading"):
        for entry in sorted(os.scandir(part), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".txt")):
                state = entry.stat()
                digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\0".encode())
    return digest.digest()


def _place(folder: str) -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "tgkt" / blake2b(folder.encode(), digest_size=12).hexdigest()
