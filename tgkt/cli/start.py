"""The entry point: who asks for the version, or a shell what may come next, is answered before anything is imported."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from tgkt import __version__

INTERRUPTED = 130
ASKED = "_TGKT_COMPLETE"  # names the shell that asks; the scripts of `tgkt completion` set it


def main() -> None:
    """Answer the shell, or run the command line; an interruption ends either at once and says nothing."""
    sys.unraisablehook = _unraisable
    gc.disable()  # a run is short and keeps what it makes: collecting costs time and frees nothing
    try:
        _run()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def _run() -> None:
    try:
        _answer()
    except SystemExit as ended:
        if isinstance(ended.code, int) and not _is_watched():
            _leave(ended.code)
        raise


def _leave(code: int) -> None:
    """End once everything is written: to take the modules apart costs a tenth of a run, and frees what ends with it.

    Returns only where something cannot be written, which Python then says as it says it of every program.
    """
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)


def _is_watched() -> bool:
    """Whether a debugger or profiler, or who asked Python to stay, waits for the run to end as usual."""
    return sys.gettrace() is not None or sys.getprofile() is not None or bool(sys.flags.inspect)


def _unraisable(found: sys.UnraisableHookArgs) -> None:
    """An interruption that came where Python cannot raise it, in the middle of an import or at the very end."""
    if issubclass(found.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(found)


def _answer() -> None:
    if shell := os.environ.get(ASKED):
        from tgkt.cli.shell.answer import complete  # lazy: only a shell asks this

        complete(shell, sys.argv[1:])
    elif not _says_version():
        from tgkt.cli.app import main as run  # lazy: typer costs more than all that a shell is answered

        run()


def _says_version() -> bool:
    """Whether the version was asked for and nothing else, and could be written; `Boundary` says why it could not."""
    if sys.argv[1:] not in (["--version"], ["-V"]) or sys.stdout is None:
        return False
    try:
        os.write(sys.stdout.fileno(), f"tgkt {__version__}{os.linesep}".encode())
    except (OSError, ValueError):
        return False
    return True
