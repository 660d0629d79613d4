"""Help pages: what a command does, two examples, its options and how it ends, in the language of the run."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand

from tgkt.cli.pages import PAGES, Page
from tgkt.language import LOCALE, WRITTEN, said, spoken, translation
from tgkt.message import Message

USAGE, OPTIONS, ARGUMENTS = Message("Usage: "), Message("Options"), Message("Arguments")
EXAMPLES, COMMANDS, CODES = Message("Examples"), Message("Commands"), Message("Exit codes")
PLACEHOLDER, SUBCOMMAND = Message("[OPTIONS]"), Message("COMMAND [ARGS]...")
CODE_0, CODE_2, CODE_3 = Message("fine"), Message("the command cannot be understood"), Message("the data are invalid")
MORE = Message("More: {page}")


WIDEST = 32  # a name longer than that stands on a line of its own


class Command(TyperCommand):
    """A command whose help begins with what it answers and two examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of a command."""
        page = PAGES[self.name or ""]
        speak_typer(self)
        write_usage(self, ctx, formatter)
        write_text(self.help or "", formatter)
        write_list(EXAMPLES, page.examples, formatter)
        for head, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
            write_list(head, records(self, ctx, kind), formatter)
        write_list(CODES, codes(page), formatter)
        formatter.write_paragraph()
        formatter.write_text(_in(Message(MORE.template, page=page.docs)))


def write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the line of usage."""
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=_in(USAGE))


def write_text(text: str, formatter: Any) -> None:
    """Write a text by paragraphs, indented."""
    formatter.write_paragraph()
    with formatter.indentation():
        paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
        formatter.write_text("\n\n".join(translation(part, spoken()) for part in paragraphs))


def write_list(head: Message, rows: Iterable[tuple[str, str]], formatter: Any) -> None:
    """Write a list of names with their meanings, if there are any."""
    if told := [(name, _in(meaning)) for name, meaning in rows]:
        with formatter.section(_in(head)):
            formatter.write_dl(told, col_max=WIDEST)


def records(command: Any, ctx: Any, kind: str) -> list[tuple[str, str]]:
    """The options or the arguments of a command with their help."""
    params = [param for param in command.get_params(ctx) if param.param_type_name == kind]
    for param in params:
        param.help = translation(param.help, spoken()) if getattr(param, "help", None) else None
    return [found for param in params if (found := param.get_help_record(ctx)) is not None]


def codes(page: Page) -> list[tuple[str, Message]]:
    """The exit codes of a command with their meanings."""
    return [("0", CODE_0), *([("1", page.one)] if page.one else []), ("2", CODE_2), ("3", CODE_3)]


def _in(message: str) -> str:
    return said(message, spoken())


def speak_typer(command: Any) -> None:
    """Let the words that typer puts into help come from our catalogues."""
    command.options_metavar = _in(PLACEHOLDER)
    command.subcommand_metavar = _in(SUBCOMMAND)
    if spoken() != WRITTEN:
        gettext.bindtextdomain("tgkt", str(LOCALE))
        gettext.textdomain("tgkt")
        os.environ["LANGUAGE"] = spoken()
