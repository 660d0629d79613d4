"""What is kept between runs: files in a folder that nobody but its owner can write to. Imports nothing heavy.

Whatever is wrong with it, nothing is kept, and nothing else is different.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

try:
    from _blake2 import blake2b  # hashlib would load the library of another project with it
except ImportError:
    from hashlib import blake2b

DIGEST = 32
_MOST_BYTES = 200_000_000
_MOST_FILES = 600  # the oldest give way to new ones
_OTHERS = 0o022  # the right of other users to write
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
)  # no waiting for a pipe, no following of a link


def digest(content: bytes | memoryview, size: int = DIGEST) -> bytes:
    """What tells this content from any other."""
    return blake2b(content, digest_size=size).digest()


def cache_folder() -> Path | None:
    """The folder of tgkt for what it keeps, which may not exist yet; None where the user has no place for it.

    XDG_CACHE_HOME counts everywhere if it is absolute; else the place is the one that the system has for caches, within
    a home that exists.
    """
    if os.path.isabs(asked := os.environ.get("XDG_CACHE_HOME", "")):
        return Path(asked) / "tgkt"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) / "tgkt" / "Cache" if os.path.isabs(local) else None
    home = os.path.expanduser("~") if os.environ.get("HOME") != "" else ""
    if not os.path.isabs(home) or not os.path.isdir(home):
        return None
    return Path(home, "Library", "Caches", "tgkt") if sys.platform == "darwin" else Path(home, ".cache", "tgkt")


def kept(place: Path) -> bytes | None:
    """The content of a kept file; None where there is none, or where others could have written it."""
    try:
        with os.fdopen(os.open(place, _FLAGS), "rb") as file:
            state = os.fstat(file.fileno())
            is_plain = S_ISREG(state.st_mode) and state.st_size <= _MOST_BYTES
            return file.read() if is_plain and _is_own(state) and _is_own(place.parent.stat()) else None
    except OSError:
        return None


def keep(place: Path, content: bytes) -> None:
    """Keep a file, whole or not at all, that only the user may read and write."""
    part = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _is_own(place.parent.stat()):
            return
        part.touch(mode=0o600, exist_ok=False)
        part.write_bytes(content)
        part.replace(place)
        _make_room(place.parent)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _make_room(folder: Path) -> None:
    """Remove the oldest files where there are too many, as those of folders that are there no longer."""
    if len(os.listdir(folder)) <= _MOST_FILES:  # which is asked for every file that is kept
        return
    with os.scandir(folder) as entries:
        files = sorted((each.stat().st_mtime_ns, each.path) for each in entries if each.is_file(follow_symlinks=False))
    for _, path in files[: max(0, len(files) - _MOST_FILES)]:
        os.unlink(path)


def _is_own(state: os.stat_result) -> bool:
    """Whether something belongs to the user, and to nobody else; systems without such rights have others."""
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & _OTHERS)
