"""Start-up times as ratios to `python -c pass` on the same machine, medians of 15 runs, beside their budgets.

    .venv/bin/python benchmarks/start_up.py [RUNS]

The runs of all commands are interleaved, so that a busy moment of the machine falls on all of them.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

TGKT = str(Path(sys.executable).with_name("tgkt"))
PYTHON_ALONE = "python -c pass"


class Case(NamedTuple):
    """A command line, the most it may take, and how it is run."""

    name: str
    command: tuple[str, ...]
    budget: float | None
    on_terminal: bool = False
    is_cold: bool = False
    is_asked_by_shell: bool = False


CASES = (
    Case(PYTHON_ALONE, (sys.executable, "-c", "pass"), None),
    Case("tgkt --version", (TGKT, "--version"), 10),
    Case("completion of a value", (TGKT, "status", "gr"), 6, is_asked_by_shell=True),
    Case("tgkt status, in a pipe", (TGKT, "status"), 16),
    Case("tgkt status, on a terminal", (TGKT, "status", "--no-pager"), 26, on_terminal=True),
    Case("tgkt status, without a cache", (TGKT, "status"), None, is_cold=True),
)


def main() -> None:
    """Measure, print a table, and end with 1 when a budget is passed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[float]] = {case.name: [] for case in CASES}
    with tempfile.TemporaryDirectory() as home:
        for case in CASES:  # once unmeasured: bytecode and cache get warm
            run(case, home)
        for _ in range(runs):
            for case in CASES:
                times[case.name].append(run(case, home))
    unit = median(times[PYTHON_ALONE])
    print(f"medians of {runs} runs; 1 = {PYTHON_ALONE} = {unit * 1000:.0f} ms\n")
    print(f"{'command':30}  {'ratio':>6}  {'budget':>6}")
    for case in CASES:
        budget = "" if case.budget is None else f"{case.budget:.0f}"
        print(f"{case.name:30}  {median(times[case.name]) / unit:6.1f}  {budget:>6}".rstrip())
    sys.exit(any(case.budget and median(times[case.name]) > case.budget * unit for case in CASES))


def run(case: Case, home: str) -> float:
    """Seconds that one run takes."""
    if case.is_cold:
        shutil.rmtree(Path(home, "cache"), ignore_errors=True)
    env = {"PATH": os.environ["PATH"], "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "TERM": "xterm-256color"}
    if case.is_asked_by_shell:
        env["_TGKT_COMPLETE"] = "bash"
    return (_on_terminal if case.on_terminal else _in_pipe)(case.command, {**env, "COLUMNS": "120"})


def _in_pipe(command: tuple[str, ...], env: dict[str, str]) -> float:
    return _timed(lambda: subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True))


def _on_terminal(command: tuple[str, ...], env: dict[str, str]) -> float:
    ours, theirs = pty.openpty()

    def show() -> None:
        with subprocess.Popen(command, env=env, stdin=theirs, stdout=theirs, stderr=theirs):
            os.close(theirs)
            try:
                while os.read(ours, 65536):
                    pass
            except OSError:  # how Linux says that the other side has gone
                os.close(ours)

    return _timed(show)


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
