"""Options that every command shares, declared once, and writing the answer where it was asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from tgkt.cli.dialect import as_asked
from tgkt.cli.language import checked, of_locale
from tgkt.errors import UsageError
from tgkt.language import languages
from tgkt.report.formats import Form
from tgkt.report.table import Table, markdown, plain


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to write the answer; only table and md are in a language.")
]
LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=f"<{'|'.join(languages())}>",
        callback=checked,
        help="The language of what is read; from the locale unless given, else en.",
    ),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Folder of YAML data; TGKT_DATA or the shipped data.")
]
AsOfOption = Annotated[
    int | None,
    typer.Option(
        min=1900,
        max=2200,
        metavar="YEAR",
        help="Ignore figures after this year (default: the newest year in the data).",
    ),
]
KnownByOption = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DATE", help="Ignore documents dated later, or without a date: 2027-04-01."),
]


class Baseline(StrEnum):
    """Which baseline is computed with."""

    LATER = "later"
    PLAN = "plan"


BaselineOption = Annotated[
    Baseline, typer.Option(help="plan: the plan's own baseline even where a later release replaced it.")
]
AcrossBreaksOption = Annotated[
    bool, typer.Option("--across-breaks", help="Compare figures across declared breaks too.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the terminal.")
]


def former(old: str, new: str) -> Any:
    """An option that bears another name now: it is hidden, and giving it is answered with the new name."""

    def refuse(given: str | None) -> None:
        if given is not None:
            raise UsageError(f"{old} is now {new}. Write {new} {given}")

    return typer.Option(old, hidden=True, is_eager=True, callback=refuse)


class Output(NamedTuple):
    """Where and how an answer goes: format, language, file or terminal, width and colour."""

    format: Format
    lang: str
    file: Path | None
    width: int | None
    colour: bool

    @property
    def is_machine(self) -> bool:
        return self.format not in (Format.TABLE, Format.MD)

    def write(self, tables: Callable[[], list[Table]], machine: Callable[[Form], str]) -> None:
        """Write the answer: tables for people, text for machines; only the one asked for is made."""
        if self.is_machine:
            self.put(machine(Form(self.format, **as_asked(self.format))))
        elif self.format is Format.MD:
            self.put(markdown(tables()))
        elif self.width is None:
            self.put(plain(tables()))
        else:
            from tgkt.report.console import draw  # lazy: rich costs half a command, and a pipe needs none of it

            self.put(draw(tables(), self.width, colour=self.colour))

    def put(self, content: str | bytes) -> None:
        """Write what is finished to the file asked for; text, where none is, to stdout."""
        if self.file is not None:
            write_whole(self.file, content)
        elif sys.stdout is None:
            raise UsageError("stdout is closed. Name a file with --output")
        elif isinstance(content, bytes):
            raise UsageError("this is no text. Name a file with --output")
        else:
            sys.stdout.write(content)


def output_for(form: Format, lang: str | None, file: Path | None) -> Output:
    """Decide width and colour once, from the terminal and the environment.

    Raises:
        UsageError: an option of machine formats would change nothing in this format.
    """
    as_asked(form)
    is_table = file is None and form is Format.TABLE
    to_terminal = is_table and sys.stdout is not None and sys.stdout.isatty()
    refused = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    forced = is_table and os.environ.get("FORCE_COLOR", "") not in ("", "0") and not refused
    width = _columns() if to_terminal or forced else None
    return Output(form, lang or of_locale(), file, width, (to_terminal or forced) and not refused)


def lang_for(lang: str | None) -> str:
    """The language asked for, else that of the locale."""
    return lang or of_locale()


def write_whole(file: Path, content: str | bytes) -> None:
    """Write a file so that it holds the old content or the new, never half of it.

    A link is followed; a device or pipe is written to as it is.

    Raises:
        UsageError: the place cannot be written to.
    """
    whole = content.encode("utf-8") if isinstance(content, str) else content
    try:
        place = file.resolve() if file.is_symlink() else file
        if place.is_dir() or not place.name:
            raise UsageError(f"{file}: is a folder. Name a file")
        if place.exists() and not place.is_file():
            place.write_bytes(whole)
        else:
            _replace(place, whole)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {(error.strerror or str(error)).lower()}") from None


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
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


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return max(int(given), 40)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except OSError:
        return 80
