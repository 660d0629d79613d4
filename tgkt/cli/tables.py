"""Tables that a command is given: a file, or standard input, and how their numbers are written."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import copyfileobj
from stat import S_ISREG
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from tgkt.errors import UsageError, reason

STDIN = "-"
_MOST_BYTES = 100_000_000  # of a file that is read whole; a device has no end


class Notation(StrEnum):
    """How the numbers of a table are written."""

    VI = "vi"
    EN = "en"


def read_named(file: Path) -> bytes:
    """The whole content of a file that an option names.

    Raises:
        OSError: it cannot be read, or does not end.
    """
    with file.open("rb") as stream:
        found = stream.read(_MOST_BYTES + 1)
    if len(found) > _MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return found


@contextmanager
def opened(file: Path, command: str = "import") -> Iterator[tuple[str, BinaryIO]]:
    """The bytes of the table and the name messages give it; what comes through standard input is kept on disk.

    Args:
        file: the file; "-" is standard input.
        command: what reads a table from standard input, for advice.

    Raises:
        UsageError: it cannot be read.
    """
    if file == Path(STDIN):
        if sys.stdin is None:
            raise UsageError("standard input is closed. Name a file")
        with TemporaryFile() as kept:
            copyfileobj(sys.stdin.buffer, kept)
            yield "stdin", cast(BinaryIO, kept)
        return
    try:
        opened = file.open("rb")
    except OSError as error:
        raise UsageError("{file}: cannot be read: {reason}", file=file, reason=reason(error)) from None
    with opened:
        if not S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise UsageError(
                "{file}: is not a plain file. Give it through standard input: tgkt {command} - < {file}",
                file=file,
                command=command,
            )
        yield str(file), opened
