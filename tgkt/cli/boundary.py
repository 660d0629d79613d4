"""The group of all commands: finds them, and turns every error into a line and an exit code.

0  fine         1  something asked for by --fail-on or check is true
2  usage        3  data cannot be read or are invalid

70  a mistake in the program itself: one line as well, and never a traceback
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperGroup

from tgkt import __version__
from tgkt.cli.dialect import with_dialect
from tgkt.cli.language import language
from tgkt.cli.manner import begin
from tgkt.cli.manual import COMMANDS as COMMANDS_HEAD
from tgkt.cli.manual import OPTIONS, Command, records, speak_typer, write_list, write_text, write_usage
from tgkt.cli.notes import complain, show_note
from tgkt.cli.pages import COMMANDS, PAGES
from tgkt.cli.usage import usage
from tgkt.errors import EXIT_FINE, EXIT_USAGE, TgktError, UsageError, reason, suggest
from tgkt.language import speak
from tgkt.message import Message
from tgkt.notes import listen

INTERRUPTED, EXIT_MISTAKE = 130, 70
_LONGEST_MISTAKE, _LONGEST_WORD = 200, 60  # signs of them that are shown
HELP = ("-h", "--help")
_BUILT_IN = {*dir(builtins), "help"}  # help only where Python's module site is loaded
LEFT_OUT = {"--accept": "all"}  # what an option means that stands without its value


class Boundary(TyperGroup):
    """The group `tgkt`. A command is the function of its name in the file of its name.

    A command's module is imported only when the command runs, so that no command pays for another.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Options without a command are those of the overview, which is what tgkt alone shows.

        Raises:
            UsageError: a command stands after its options.
        """
        args = ["--help"] if _asks_for_help(args) else _with_units(_with_values(args))
        own = {name for param in self.get_params(ctx) for name in (*param.opts, *param.secondary_opts)}
        if not ctx.resilient_parsing and (not args or (args[0].startswith("-") and args[0] not in own)):
            if (late := next((word for word in args if word in COMMANDS), None)) is not None:
                rest = " ".join(word for word in args if word != late)
                raise UsageError("tgkt: options come after the command. Write tgkt {late} {rest}", late=late, rest=rest)
            args = ["overview", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the caller's signature
        """The commands, in the order help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:  # noqa: ARG002 - the caller's signature
        """Import one command, or None when there is none of the name."""
        if name not in COMMANDS:
            return None
        module = f"{name}_" if iskeyword(name) or name in _BUILT_IN else name
        from tgkt.cli.options import shared_by  # lazy: the version and the list of commands need no option

        found = import_module(f"tgkt.cli.{module}")
        single = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        settings = {"help_option_names": [*HELP], **getattr(found, "SETTINGS", {})}
        single.command(name, cls=Command, context_settings=settings)(getattr(found, module))
        command = with_dialect(typer.main.get_command(single), name)
        command.params += shared_by(command)
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of tgkt itself, listing the commands without importing them."""
        speak_typer(self)
        write_usage(self, ctx, formatter)
        write_text(self.help or "", formatter)
        write_list(COMMANDS_HEAD, ((name, page.says) for name, page in PAGES.items()), formatter)
        write_list(OPTIONS, records(self, ctx, "option"), formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command asked for; an unknown one is refused with the closest.

        Raises:
            UsageError: there is no such command.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            advice = suggest(args[0], COMMANDS)
            raise UsageError("tgkt: unknown command '{word}'.{advice}", word=args[0], advice=advice)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a pipe closed by its reader ends it quietly."""
        try:
            result = super().invoke(ctx)
            flush()
        except BrokenPipeError:
            return quietly()
        return result

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and turn every error into its line and exit code."""
        sys.exit(self._run(*args, **{**extra, "standalone_mode": False, "prog_name": "tgkt"}))

    def _run(self, *args: Any, **extra: Any) -> int:
        try:
            begin()
            listen(show_note)
            speak(language(args[0] if args and args[0] is not None else sys.argv[1:]))
            code = super().main(*args, **extra) or 0
            flush()
        except BrokenPipeError:
            return quietly()
        except SystemExit:  # typer's own way out of a closed pipe
            return quietly()
        except TgktError as error:
            return _told(error.message, error.exit_code)
        except (typer.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except typer.TyperException as error:
            return _told(usage(error), EXIT_USAGE)
        except ArithmeticError:
            return _told(
                Message("the numbers are too large or too small to compute with. Check their digits"), EXIT_USAGE
            )
        except UnicodeEncodeError as error:  # an argument, for no file read here holds such text
            return _told(_unwritable(error), EXIT_USAGE)
        except OSError as error:
            quietly()
            return _told(Message("the answer cannot be written: {reason}", reason=reason(error)), EXIT_USAGE)
        except Exception as error:  # a mistake of ours is one line too, and no answer to what was asked
            return _told(_mistake(error), EXIT_MISTAKE)
        return int(code)


def _asks_for_help(args: list[str]) -> bool:
    """Whether the help of tgkt itself is asked for; the language is known by then."""
    return any(arg in HELP for arg in args) and not any(arg in COMMANDS for arg in args)


def _with_values(args: list[str]) -> list[str]:
    """The arguments with the value of each option whose value may be left out."""
    shown: list[str] = []
    for place, arg in enumerate(args):
        shown.append(arg)
        following = args[place + 1] if place + 1 < len(args) else "-"
        if arg in LEFT_OUT and following.startswith("-") and following != "--":
            shown.append(LEFT_OUT[arg])
    return shown


def _with_units(args: list[str]) -> list[str]:
    """The arguments of `project` with unquoted unit words joined to their amounts again."""
    if args[:1] != ["project"] or not any(arg.startswith(("--set", "--pace")) for arg in args):
        return args
    from tgkt.cli.unquoted import put_together  # lazy: nothing else needs the words of units here

    return put_together(args)


def flush() -> None:
    """Flush the output, so that a closed pipe or a full disk is noticed here."""
    if sys.stdout is not None:
        sys.stdout.flush()


def quietly() -> int:
    """Redirect stdout after its reader has gone, because the interpreter would complain at its exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_FINE


def _unwritable(error: UnicodeEncodeError) -> Message:
    """The word of a text that no file can hold."""
    begins = max(error.object.rfind(mark, 0, error.start) for mark in " \n\t\"'") + 1
    word = re.split(r"[\s\"']", error.object[begins:], maxsplit=1)[0]
    return Message("{word} is not UTF-8, and no file can hold it. Write it in UTF-8", word=word[-_LONGEST_WORD:])


def _mistake(error: Exception) -> Message:
    """An error that nobody foresaw, with the place in the code where it arose."""
    from traceback import extract_tb  # lazy: as rare as it should be

    *_, last = extract_tb(error.__traceback__)
    return Message(
        "a mistake in tgkt {version}, not in your data: {error} ({place}). Please report it with the command you gave",
        version=__version__,
        error=" ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_MISTAKE],
        place=f"{os.path.basename(last.filename)}:{last.lineno}",
    )


def _told(message: str, code: int) -> int:
    complain(message)
    return code
