"""The content of data files: each is read once, within bounds, and in a folder only if it is a plain file of it."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG

from tgkt.errors import reason
from tgkt.loading.folder import real
from tgkt.message import Message

MOST_BYTES = 5_000_000
Content = bytes | Message
"""The bytes of a file, or why they are not read."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # so that a pipe in a folder keeps nobody waiting


def content_in_folder(path: Path) -> Content:
    """The content of a file that lies in a data folder, which may come from anybody.

    A device or a pipe is refused, and a link that leaves the folder, whose lines errors would show.
    """
    if path.is_symlink() and real(path.parent) not in (target := real(path)).parents:
        return Message("is a link out of the folder, to {target}. Put the file itself in its place", target=target)
    return _content(path, _AT_ONCE, is_plain=True)


def content_of(path: Path) -> Content:
    """The content of a file that the user named, which may be a pipe too."""
    return _content(path, 0, is_plain=False)


def _content(path: Path, flags: int, *, is_plain: bool) -> Content:
    try:
        with open(path, "rb", opener=lambda name, usual: os.open(name, usual | flags)) as file:
            state = os.fstat(file.fileno())
            if is_plain and not S_ISREG(state.st_mode):
                return Message("is not a plain file. Remove it, or put a plain file in its place")
            if state.st_size > MOST_BYTES:
                size = state.st_size
                return Message(
                    "the file has {size} bytes; at most {most} are read. Split it", size=size, most=MOST_BYTES
                )
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        return Message("cannot be read: {reason}. Check the path and its permissions", reason=reason(error))
    if len(raw) > MOST_BYTES:
        return Message("the file does not end within {most} bytes, and no more are read. Split it", most=MOST_BYTES)
    return raw
