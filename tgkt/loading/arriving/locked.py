"""A data folder locked by one writer at a time, from reading to replacing; a new one appears complete or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from hashlib import sha256
from pathlib import Path

from tgkt.errors import UsageError
from tgkt.loading.folder import real
from tgkt.message import Message

_LOCK = ".tgkt.lock"
_LONGEST = 200  # bytes of a name; file systems allow 255


@dataclass(slots=True)
class Held:
    """A locked folder.

    Attributes:
        folder: the folder to read and write; for a new folder a temporary one beside it until the work is done.
        shown: how messages name it.
        is_new: whether there was none.
        is_done: set once its files are written; a new folder is kept only then.
    """

    folder: Path
    shown: str
    is_new: bool = False
    is_done: bool = False


@contextmanager
def held(folder: Path, begin: Callable[[Path], None]) -> Iterator[Held]:
    """Lock a folder; other runs wait until it is released.

    The remains of a killed run are removed. A missing folder is made by `begin` in a temporary place and moved when the
    work is done.

    Args:
        folder: the folder as the user named it.
        begin: makes a new folder at the path it is given.

    Raises:
        UsageError: on a system without locks another run holds the folder, or was killed while it did.
        OSError: the place cannot be written to.
    """
    if real(folder).is_symlink():
        raise UsageError("{folder}: is a link to itself. Name a folder", folder=folder)
    while True:
        is_new = not folder.exists()
        with _lock(real(folder).parent if is_new else folder):
            if is_new != (not folder.exists()):
                continue  # another run made it while this one waited
            with _made(folder, begin) if is_new else _cleared(folder) as found:
                yield found
            return


@contextmanager
def _cleared(folder: Path) -> Iterator[Held]:
    _clear(folder, "*.part")
    yield Held(folder, str(folder))


@contextmanager
def _made(folder: Path, begin: Callable[[Path], None]) -> Iterator[Held]:
    place = real(folder)
    begun = f".{_short(place.name)}."
    _clear(place.parent, f"{escape(begun)}*.part")
    part = Path(tempfile.mkdtemp(prefix=begun, suffix=".part", dir=place.parent))
    try:
        found = Held(part / place.name, str(folder), is_new=True)
        begin(found.folder)
        yield found
        if found.is_done:
            found.folder.rename(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _short(name: str) -> str:
    """A name that leaves room for more in the name of a file; a long one is known by its digest."""
    raw = os.fsencode(name)
    return name if len(raw) <= _LONGEST else sha256(raw).hexdigest()


def _clear(folder: Path, pattern: str) -> None:
    """Remove the remains of a killed run; with the lock held, no other run can be using them."""
    for left in folder.glob(pattern if pattern.startswith(".") else f".{pattern}"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """A lock on the folder itself, which leaves no file; where there is none, a file that only one run can create."""
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)) if os.name == "posix" else None
    try:
        if handle is not None and _locked(handle):
            yield
        else:
            with _lock_file(folder):
                yield
    finally:
        if handle is not None:
            os.close(handle)


def _locked(handle: int) -> bool:
    """Wait for the lock; False where the file system has none."""
    import fcntl  # lazy: not on every system

    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


@contextmanager
def _lock_file(folder: Path) -> Iterator[None]:
    file = folder / _LOCK
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        owner = ""
        with suppress(OSError):
            owner = file.read_text(encoding="utf-8").strip()
        raise UsageError(
            "another import is writing to the folder ({file}, process {process}). Wait for it to end; "
            "if no such process runs, remove that file",
            file=file,
            process=owner or Message("unknown"),
        ) from None
    try:
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)
        file.unlink(missing_ok=True)


def replace(file: Path, text: str, expected: bytes | None) -> None:
    """Replace the text of a file in one step; its permissions stay.

    Args:
        file: the file.
        text: its new text.
        expected: its content when it was read; None for a new file.

    Raises:
        UsageError: its content has changed since, or it is a link.
        OSError: the disk is full, or the place cannot be written to.
    """
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(file.stat().st_mode & 0o7777 if expected is not None else 0o666 & ~umask())
        if contents(file) != expected:
            raise UsageError(
                "{file} was changed by someone else meanwhile. Nothing was written; import again", file=file
            )
        part.replace(file)
        _sync(file.parent)
    finally:
        part.unlink(missing_ok=True)


def contents(file: Path) -> bytes | None:
    """The content of a file; None where there is none.

    Raises:
        UsageError: it is a link, or not a file.
    """
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise UsageError(
            "{file} is a link or not a plain file. Put a plain file in its place, or move it away", file=file
        )
    return file.read_bytes() if file.exists() else None


def umask() -> int:
    """The permissions that the user's umask removes from new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Flush the folder's new entry to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
