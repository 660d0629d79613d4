"""Options that every command shares, declared once, and writing the answer where it was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperOption

from tgkt.api.answer import Answer
from tgkt.cli.dialect import as_asked
from tgkt.cli.ending import answer_file, format_for
from tgkt.cli.language import checked, of_locale
from tgkt.cli.manner import Manner, ask, asked
from tgkt.cli.screen import answering, asked_width, is_terminal, show, width
from tgkt.errors import UsageError
from tgkt.harmless import harmless
from tgkt.language import languages
from tgkt.record import NamedTuple
from tgkt.report.formats import Form
from tgkt.report.machine.values import Values
from tgkt.report.table import Table, markdown
from tgkt.report.view import View

Lister = Callable[[Any], Values]
"""What makes the fields of a result that a table lists."""


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


def _noted(ctx: typer.Context, form: Format) -> Format:
    """The format, after noting whether it was given; if not, the ending of the output file decides."""
    source = ctx.get_parameter_source("form")
    ask(has_format=True, is_format_given=source is not None and source.name != "DEFAULT")
    return form


FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", callback=_noted, help="Format of the answer; only table and md follow --lang."),
]
LangOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=f"<{'|'.join(languages())}>",
        callback=checked,
        help="Language of answers and messages (default: from the locale, else en).",
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of YAML data (default: TGKT_DATA, else the shipped data)."),
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
    """The baseline used in computations."""

    LATER = "later"
    PLAN = "plan"


BaselineOption = Annotated[
    Baseline, typer.Option(help="plan: the plan's own baseline even where a later release replaced it.")
]
AcrossBreaksOption = Annotated[
    bool, typer.Option("--across-breaks", help="Compare figures across declared breaks too.")
]


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=answer_file,
        help="Write to a file, in the format of its ending (.csv, .json, .md …); - is standard output.",
    ),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="A,B,…",
        help="Only these columns of the table, by their headings or by the fields of -f json; help lists them.",
    ),
]


def shared_by(command: Any) -> list[Any]:
    """The options that every command has without declaring them; they affect the form of an answer, not its content."""
    own = {param.name for param in command.params}
    return [
        *([_flag("--json", help="The same as --format json.", is_json=True)] if "form" in own else []),
        _flag("--no-color", help="No colour, as with NO_COLOR.", has_colour=False),
        _flag("--no-pager", help="Show a long answer without a pager.", is_paged=False),
        _flag("--quiet", "-q", help="No notes beside the answer; errors are still shown.", is_quiet=True),
    ]


def _flag(*names: str, help: str, **wish: bool) -> TyperOption:
    """An option without a value that sets a part of the manner of the run."""

    def heard(_context: Any, _option: Any, is_given: bool) -> None:
        if is_given:
            ask(**wish)

    return TyperOption(
        param_decls=list(names), is_flag=True, type=bool, default=False, expose_value=False, callback=heard, help=help
    )


def former(old: str, new: str) -> Any:
    """A renamed option: it is hidden, and using it gives a message with the new name."""

    def refuse(given: str | None) -> None:
        if given is not None:
            raise UsageError("{old} is now {new}. Write {new} {given}", old=old, new=new, given=given)

    return typer.Option(old, hidden=True, is_eager=True, callback=refuse)


class Output(NamedTuple):
    """The destination and form of an answer.

    Attributes:
        format: the format.
        lang: the language of what is read.
        file: the file; stdout where there is none.
        width: the width that tables are made for; None where they need not fit.
        colour: whether colour may be used.
        room: the width that tables are drawn in; None where they are not drawn.
        columns: the columns that were asked for; all unless any was.
    """

    format: Format
    lang: str
    file: Path | None
    width: int | None
    colour: bool
    room: int | None = None
    columns: tuple[str, ...] = ()

    @property
    def is_machine(self) -> bool:
        return self.format not in (Format.TABLE, Format.MD)

    @property
    def is_streamed(self) -> bool:
        """Whether what is put is written at once: text for stdout that goes through no pager."""
        return self.file is None and not self.is_machine and not (is_terminal() and asked().is_paged)

    def show(self, answer: Answer[Any]) -> None:
        """Write an answer: tables for people, text for machines; only the one asked for is made."""
        self.write(lambda: answer.tables(View(self.lang, self.width)), answer.text, answer.listed)

    def write(
        self, tables: Callable[[], list[Table]], machine: Callable[[Form], str], fields: Lister | None = None
    ) -> None:
        """Write the answer: tables for people, text for machines; only the one asked for is made.

        Args:
            tables: makes the tables.
            machine: writes the rows in a machine format.
            fields: makes what machines read of a result that a table lists, for --columns; none where nothing is
                listed.

        Raises:
            UsageError: columns were asked for that there are not.
        """
        with answering():
            content = self._made(tables, machine, fields)
        self._send(content)

    def _made(self, tables: Callable[[], list[Table]], machine: Callable[[Form], str], fields: Lister | None) -> str:
        """The text of an answer, harmless already."""
        if self.is_machine:
            return harmless(machine(Form(self.format, **as_asked(self.format))))
        if self.columns and fields is not None:
            from tgkt.report.columns import chosen  # lazy: seldom asked for

            return self._drawn(chosen(tables(), self.columns, fields, self.lang))
        self.require_no_columns()
        return self._drawn(tables())

    def _drawn(self, tables: list[Table]) -> str:
        """Tables as text without a sign that a terminal or a page would obey."""
        from tgkt.report.alignment import aligned, even, piped, shown  # lazy: what is for machines needs no table
        from tgkt.report.safe_tables import harmless_tables  # lazy: as above

        if self.format is Format.MD:
            return markdown(even(harmless_tables(tables), self.lang))
        if self.room is None:
            return piped(tables, self.lang)
        from tgkt.report.console import draw  # lazy: rich costs half a command, and a pipe needs none of it

        ready = aligned(harmless_tables(tables), self.lang)
        return shown(draw(ready, self.room, colour=self.colour, is_whole=bool(self.columns)))

    def require_no_columns(self) -> None:
        """Refuse --columns if the answer is not a list.

        Raises:
            UsageError: some were asked for.
        """
        if self.columns:
            raise UsageError("--columns chooses the columns of a list, and this answer is not a list. Leave it out")

    def require_text(self) -> None:
        """Refuse a machine format where the answer is a page to read.

        Raises:
            UsageError: one was asked for.
        """
        if self.is_machine:
            raise UsageError("--page is Markdown, and {form} was asked for. Leave out one of them", form=self.format)

    def put(self, content: str | bytes) -> None:
        """Write what is finished to the file asked for; text, where none is, to stdout.

        Raises:
            UsageError: the place cannot be written to, or would be given what is no text.
        """
        self._send(harmless(content) if isinstance(content, str) else content)

    def _send(self, content: str | bytes) -> None:
        """Write what is harmless already, colour included."""
        if self.file is not None:
            from tgkt.cli.whole import write_whole  # lazy: most answers go to the terminal or a pipe

            write_whole(self.file, content)
        elif sys.stdout is None:
            raise UsageError("stdout is closed. Name a file with --output")
        elif isinstance(content, bytes):
            raise UsageError("this is not text. Name a file with --output")
        elif is_terminal() and asked().is_paged:
            show(content)
        else:
            sys.stdout.write(content)


def output_for(form: Format, lang: str | None, file: Path | None, columns: str | None = None) -> Output:
    """Decide format, width and colour once, from the options, the terminal and the environment.

    Raises:
        UsageError: options and ending name several formats, or none that there is; columns of no table; or an option
            of machine formats that would change nothing in this one.
    """
    wishes = asked()
    form = _format(form, file, wishes)
    as_asked(form)
    only = tuple(name.strip() for name in (columns or "").split(",") if name.strip())
    if only and form not in (Format.TABLE, Format.MD):
        raise UsageError("--columns chooses the columns of a table. Leave it out with --format {form}", form=form)
    is_table = file is None and form is Format.TABLE
    refused = not wishes.has_colour or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    forced = is_table and os.environ.get("FORCE_COLOR", "") not in ("", "0") and not refused
    is_drawn = (is_table and is_terminal()) or forced
    room = width() if is_drawn else asked_width() if is_table else None
    fitting = None if only else room  # tables are made with all there is to choose from
    return Output(form, lang or of_locale(), file, fitting, is_drawn and not refused, room, only)


def _format(form: Format, file: Path | None, wishes: Manner) -> Format:
    """The one format that --format, --json and the ending of the file ask for."""
    given = form if wishes.is_format_given else None
    if wishes.is_json and given not in (None, Format.JSON):
        raise UsageError("--json is --format json, and --format {form} was given. Give one of them", form=given)
    given = Format.JSON if wishes.is_json else given
    if file is None or not wishes.has_format:
        return given or form
    return Format(format_for(file, given))


def lang_for(lang: str | None) -> str:
    """The language asked for, else that of the locale."""
    return lang or of_locale()
