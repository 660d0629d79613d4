"""A folder that builds on other data: the base named in its `base.yaml`, its place and its recorded version.

    base: {of: "tgkt:thai_nguyen", version: "5f2c9a10"}

The base is found before any YAML is read, because the cache must know every file. It must be written as in the line
above, or as a block of the same two keys; anything else is refused when the files are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tgkt.errors import DataError, Problem
from tgkt.language import WRITTEN, said
from tgkt.loading.content import content_in_folder
from tgkt.loading.folder import BASE_FILE as BASE_FILE  # noqa: PLC0414 - so that it is exported
from tgkt.loading.folder import real
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source
from tgkt.store import digest

SHIPPED = "tgkt:"
_OF = re.compile(r"""^\s*(?:base:\s*\{\s*)?of:\s*["']?([^"'\n,}#]+?)["']?\s*(?:[,}#].*)?$""", re.MULTILINE)
_VERSION = r"""\bversion:\s*["']?([0-9a-f]+)"""
_NAME = r"(?m)^name:[ \t]*[\"']?([a-z][a-z0-9_]*)"


class Base(NamedTuple):
    """The base of a folder.

    Attributes:
        of: its name as written: "tgkt:NAME", or a path relative to the folder.
        folder: its folder.
        version: its version when the folder was made, "" where none is recorded.
    """

    of: str
    folder: Path
    version: str


def base_of(folder: Path, shipped: Path) -> Base | None:
    """The base of a folder; None where it has none.

    Args:
        folder: the folder.
        shipped: the data that come with tgkt.

    Raises:
        DataError: the base is named and cannot be found.
    """
    file = folder / BASE_FILE
    content = content_in_folder(file)
    try:
        text = "" if isinstance(content, Message) else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None  # reported when the whole file is read, as is one that cannot be read
    found = _OF.search(text)
    if found is None:
        return None
    of, version = found[1].strip(), re.search(_VERSION, text)
    return Base(of, _located(of, folder, shipped, file), version[1] if version else "")


def is_plainly_written(of: str, text: str) -> bool:
    """Whether YAML reads the same base in a text as the search without YAML finds."""
    found = _OF.search(text)
    return found is not None and found[1].strip() == of


def _located(of: str, folder: Path, shipped: Path, file: Path) -> Path:
    if of.startswith(SHIPPED):
        name = name_of(shipped)
        if of.removeprefix(SHIPPED) != name:
            known = f"{SHIPPED}{name}"
            told = Message(
                "tgkt ships no data named '{of}'. Write {known}, or the path of a folder", of=of, known=known
            )
            raise DataError([Problem(Source(str(file), 1, 1), "base.of", told)])
        return shipped
    place = folder / of
    if not place.is_dir():
        told = Message(
            "'{of}' is not a folder next to this one. Write the path from this folder, e.g. ../plan, or {example}",
            of=of,
            example=f"{SHIPPED}NAME",
        )
        raise DataError([Problem(Source(str(file), 1, 1), "base.of", told)])
    return place


def name_of(shipped: Path) -> str:
    """The name by which other data refer to the shipped data: the key `name` of one of their files."""
    for file in sorted(shipped.glob("*.yaml")):
        if found := re.search(_NAME, file.read_text(encoding="utf-8")):
            return found[1]
    return ""


def bases_of(folder: Path, shipped: Path) -> list[Base]:
    """The bases of a folder, the nearest first, down to the one without a base.

    Raises:
        DataError: a base cannot be found, or folders build on each other in a circle.
    """
    chain: list[Base] = []
    seen = [real(folder)]
    while (found := base_of(chain[-1].folder if chain else folder, shipped)) is not None:
        place = real(found.folder)
        if place in seen:
            told = Message("the folders build on each other in a circle, through '{of}'. Remove one base", of=found.of)
            raise DataError([Problem(Source(str(folder / BASE_FILE), 1, 1), "base.of", told)])
        seen.append(place)
        chain.append(found)
    return chain


def version_of(files: Iterable[Path]) -> str:
    """The version of some data files: eight hexadecimal digits that change with any of their bytes.

    Raises:
        DataError: a file cannot be read.
    """
    parts: list[bytes] = []
    for file in files:
        content = content_in_folder(file)
        if isinstance(content, Message):
            raise DataError([Problem(Source(str(file), 1, 1), "", content)])
        parts += (f"{file.name}\0".encode(errors="surrogatepass"), content)
    return digest(b"".join(parts), 4).hex()


def begin_on(folder: Path, of: str, files: Iterable[Path], lang: str = WRITTEN) -> Path:
    """Make a new folder that builds on other data and contains nothing else yet.

    Args:
        folder: the folder, new or empty.
        of: the name of the base, as it is to be written.
        files: the files of the base.
        lang: the language of the comment in it.

    Returns:
        The file that was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told = Message(
        "The data this folder builds on. It may add figures, rows and plans to them, and changes nothing in them."
    )
    text = f'# {said(told, lang)}\n\nbase: {{of: "{of}", version: "{version_of(files)}"}}\n'
    file = folder / BASE_FILE
    file.write_text(text, encoding="utf-8")
    return file
