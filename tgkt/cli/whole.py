"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tgkt.errors import UsageError, reason


def write_whole(file: Path, content: str | bytes) -> None:
    """Write a file so that it holds the old content or the new, never half of it.

    A link is followed; a device or pipe is written to directly.

    Raises:
        UsageError: the place cannot be written to.
    """
    whole = content.encode("utf-8") if isinstance(content, str) else content
    try:
        place = Path(os.path.realpath(file)) if file.is_symlink() else file
        if place.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if place.is_dir() or not place.name:
            raise UsageError("{file}: is a folder. Name a file", file=file)
        if place.exists() and not place.is_file():
            place.write_bytes(whole)
        else:
            _replace(place, whole)
    except OSError as error:
        raise UsageError("{file}: cannot be written: {reason}", file=file, reason=reason(error)) from None


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder, each whole, in their order.

    Raises:
        UsageError: the folder cannot be made, or a file cannot be written.
    """
    whole = {name: text.encode("utf-8") for name, text in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("{folder}: cannot be made: {reason}", folder=folder, reason=reason(error)) from None
    for name, content in whole.items():
        write_whole(folder / name, content)


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".tgkt.", dir=file.parent)  # short: a name may be as long as names can be
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(file.stat().st_mode if file.exists() else 0o666 & ~_umask())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
