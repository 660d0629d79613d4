"""The entry point: how a run ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .runner import LONGEST, ROOT, Tgkt

_RUN = """
import atexit, sys
class Module:
    def __del__(self, write=sys.stderr.write):
        write("taken apart ")
held = Module()
atexit.register(lambda: print("cleaned up", end=" ", file=sys.stderr))
{before}
sys.argv = ["tgkt", {args}]
from tgkt.cli.start import main
sys.exit(main())
"""


def ending(tgkt: Tgkt, args: str, *, before: str = "", out: int = subprocess.PIPE) -> tuple[int, str, str]:
    """Exit code, output and what was said, of a process that tells how it ends."""
    done = subprocess.run(
        (sys.executable, "-c", _RUN.format(args=args, before=before)),
        env=tgkt.environment({"PYTHONPATH": str(ROOT)}),
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("args", "code", "answer", "said"),
    [
        pytest.param("'calc', 'cagr', '100', '200', '--years', '5'", 0, "14.869835\n", "cleaned up ", id="an answer"),
        pytest.param(
            "'statu'", 2, "", "tgkt: unknown command 'statu'. Did you mean 'status'?\ncleaned up ", id="an error"
        ),
    ],
)
def test_a_run_ends_when_everything_is_written(tgkt: Tgkt, args: str, code: int, answer: str, said: str) -> None:
    """What was to be cleaned up is, and no time goes into taking the modules apart."""
    assert ending(tgkt, args) == (code, answer, said)


@pytest.mark.parametrize("watch", ["settrace", "setprofile"])
def test_a_watched_run_ends_as_python_ends(tgkt: Tgkt, watch: str) -> None:
    """A profiler or a debugger writes what it found when the program has ended."""
    code, answer, said = ending(
        tgkt, "'calc', 'cagr', '100', '200', '--years', '5'", before=f"sys.{watch}(lambda *_: None)"
    )
    assert (code, answer) == (0, "14.869835\n")
    assert said.split() == ["cleaned", "up", "taken", "apart"]
