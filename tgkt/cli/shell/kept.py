"""The names that the data of a folder give, kept between runs.

They are lines of text, because the catalogue itself costs more to read than a shell may wait for. As with the
catalogue, what is kept counts only for the very text of the files it was made of.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from tgkt import __version__
from tgkt.cli.shell.names import Name, line_of_name, name_of_line
from tgkt.loading.folder import names_in, real, shipped_place
from tgkt.store import cache_folder, keep, kept

_FORM = "1"  # of the lines; with another number nothing kept counts


def names_of(folder: str | None) -> list[Name]:
    """The names of a data folder; none where its data cannot be read.

    Args:
        folder: the folder as it was typed, None for the one that TGKT_DATA names, or the shipped data.
    """
    place = Path(os.path.expandvars(os.path.expanduser(folder or os.environ.get("TGKT_DATA") or shipped_place())))
    own = str(real(place))
    home = cache_folder()
    at = home / f"{_sum(os.fsencode(own))}.names" if home else None
    with suppress(OSError, ValueError):
        content = kept(at) if at else None
        if content is not None and (found := _current(content.decode(errors="surrogateescape"), own)) is not None:
            return found
    return _made(place, at)


def _current(text: str, own: str) -> list[Name] | None:
    """The names that a kept text holds of a folder; None where it is damaged or of other files."""
    total, state, folders, names = text.split("\n", 3)
    of = folders.split("\t")
    if of[-1] != own or total != _sum(names.encode(errors="surrogateescape")) or state != _state(of):
        return None
    return [name_of_line(line) for line in names.splitlines()]


def _made(place: Path, at: Path | None) -> list[Name]:
    """The names out of the catalogue, and kept for the next time."""
    from tgkt.cli.shell.gathered import gathered  # lazy: the catalogue is read where nothing is kept

    found = gathered(place)
    if at is not None:
        names = "".join(f"{line_of_name(each)}\n" for each in found.names)
        state = _state_of(found.files)
        text = "\n".join((_sum(names.encode(errors="surrogateescape")), state, "\t".join(found.folders), names))
        keep(at, text.encode(errors="surrogateescape"))
    return found.names


def _state(folders: Iterable[str]) -> str:
    """The fingerprint of the files that some folders hold now."""
    found = ((folder, name) for folder in folders for name in names_in(folder))
    return _state_of((name.rpartition("/")[2], Path(folder, name).read_bytes()) for folder, name in found)


def _state_of(files: Iterable[tuple[str, bytes]]) -> str:
    """A fingerprint of files: their names, sizes and checksums.

    The checksums are simple ones, because importing hashlib takes a tenth of the time that an answer may take.
    """
    parts = [__version__, _FORM]
    for name, content in files:
        parts += (name, str(len(content)), _sum(content))
    return " ".join(parts)


def _sum(content: bytes) -> str:
    return f"{crc32(content):08x}"
