"""Start-up times as ratios to `python -c pass` on the same machine, medians of 15 runs, beside their budgets.

    .venv/bin/python benchmarks/start_up.py [RUNS]

The runs of all commands are interleaved, each beside its own `python -c pass`, so that a busy moment of the machine
falls on both. Programs of others that do work of a similar size stand beside them where they are installed.
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

from budget import over, told
from history import ROOT, kept

BIN = Path(sys.executable).parent
TGKT = str(BIN / "tgkt")
PASS = (sys.executable, "-c", "pass")


class Case(NamedTuple):
    """A command line, the most it may take, and how it is run.

    Attributes:
        name: what the table calls it.
        command: the program and its arguments.
        budget: the most it may take, in times of `python -c pass`; None where it is shown only.
        on_terminal: runs on a terminal of 100 columns, else in a pipe.
        edits: a line is added to a data file before each run, which the cache has then never seen.
        is_asked_by_shell: asks what may come next, as a shell does.
    """

    name: str
    command: tuple[str, ...]
    budget: str | None
    on_terminal: bool = False
    edits: bool = False
    is_asked_by_shell: bool = False


def ours(name: str, words: str, budget: str | None, **how: bool) -> Case:
    """A case of tgkt itself."""
    return Case(name, (TGKT, *words.split()), budget, **how)


CASES = (
    ours("tgkt --version", "--version", "2.5"),
    ours("tgkt --help", "--help", "8"),
    ours("completion of a value", "status gr", "6", is_asked_by_shell=True),
    ours("tgkt", "", "10.5"),
    ours("tgkt, on a terminal", "", "18", on_terminal=True),
    ours("tgkt status", "status", "10.5"),
    ours("tgkt status -f csv", "status -f csv", "10.5"),
    ours("tgkt status -f json", "status -f json", "10.5"),
    ours("tgkt status, on a terminal", "status --no-pager", "18", on_terminal=True),
    ours("tgkt project --year 2030", "project --year 2030", "12"),
    ours("tgkt check", "check", "13"),
    ours("tgkt explain grdp", "explain grdp", "13"),
    ours("tgkt blend grdp_growth", "blend grdp_growth", "12"),
    ours("tgkt calc cagr 1 2 --years 5", "calc cagr 1 2 --years 5", "9"),
    ours("tgkt calc cagr 1ha 2ha --years 5", "calc cagr 1ha 2ha --years 5", "18"),
    ours("tgkt validate", "validate", "25"),
    ours("tgkt status, after an edit", "status", "50", edits=True),
)
OTHERS = (
    ("csvcut", "-c 1 {table}"),
    ("csvstat", "{table}"),
    ("sqlite-utils", "--version"),
    ("bean-check", "--version"),
    ("hledger", "--version"),
    ("duckdb", "--version"),
)
TYPER = Case("import typer, for comparison", (sys.executable, "-c", "import typer"), None)
WHY = "Of it `import typer` takes what its line says; the rest is our modules, the kept data and the answer."
WHY_EDITED = "One file is read again, then all is checked, audited and judged anew, and kept."
FAILS = {"tgkt check"}  # ends with 1: it found something


def main() -> None:
    """Measure, print a table, keep it in the history, and end with 1 when a budget is passed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as home:
        cases = (*CASES, TYPER, *_installed(home))
        shutil.copytree(ROOT / "data", f"{home}/data")
        found = _ratios(cases, runs, home)
    print(f"medians of {runs} runs as multiples of {' '.join(PASS[1:])} with the same Python\n")
    print(f"{'command':30}  {'ratio':>6}  {'budget':>6}")
    for case in cases:
        print(f"{case.name:30}  {found[case.name]:6.1f}  {case.budget or '':>6}".rstrip())
    kept("start_up", {name: round(ratio, 1) for name, ratio in found.items()})
    passed = [(case, text) for case in CASES if case.budget and (text := over(found[case.name], float(case.budget)))]
    for case, text in passed:
        print(told(case.name, text, WHY_EDITED if case.edits else WHY))
    sys.exit(bool(passed))


def _installed(home: str) -> list[Case]:
    """The programs of others that are there, beside this Python or on the path."""
    table = Path(home, "table.csv")
    table.write_text("indicator,year,value\n" + "".join(f"i{n},2025,{n}\n" for n in range(150)), encoding="utf-8")
    places = {name: shutil.which(name, path=f"{BIN}:{os.environ['PATH']}") for name, _ in OTHERS}
    return [
        Case(f"{name} {words.format(table='TABLE')}", (place, *words.format(table=table).split()), None)
        for name, words in OTHERS
        if (place := places[name])
    ]


def _ratios(cases: tuple[Case, ...], runs: int, home: str) -> dict[str, float]:
    """For each case the median of its time over that of Python alone, run right before it."""
    for case in cases:  # once unmeasured: bytecode and cache get warm
        run(case, home, 0)
    ratios: dict[str, list[float]] = {case.name: [] for case in cases}
    for each in range(runs):
        for case in cases:
            alone = run(Case("", PASS, None), home, 0)
            ratios[case.name].append(run(case, home, each + 1) / alone)
    return {name: median(found) for name, found in ratios.items()}


def run(case: Case, home: str, number: int) -> float:
    """Seconds that one run takes."""
    env = {"PATH": os.environ["PATH"], "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "TERM": "xterm-256color"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH", "LANG") if name in os.environ}
    if case.is_asked_by_shell:
        env["_TGKT_COMPLETE"] = "bash"
    if case.edits:
        env["TGKT_DATA"] = f"{home}/data"
        file = Path(home, "data", "links.yaml")
        file.write_text(f"{(ROOT / 'data' / 'links.yaml').read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")
    return _on_terminal(case, {**env, "COLUMNS": "100"}) if case.on_terminal else _in_pipe(case, env)


def _in_pipe(case: Case, env: dict[str, str]) -> float:
    def answer() -> None:
        done = subprocess.run(case.command, env=env, capture_output=True, check=False)
        if done.returncode != (case.name in FAILS):
            sys.exit(f"{case.name} ended with {done.returncode}: {done.stderr.decode()}")

    return _timed(answer)


def _on_terminal(case: Case, env: dict[str, str]) -> float:
    ours, theirs = pty.openpty()

    def show() -> None:
        with subprocess.Popen(case.command, env=env, stdin=theirs, stdout=theirs, stderr=theirs):
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
