"""The time and memory of every command as the data grow, and the exponents between sizes, which should be about 1.

    .venv/bin/python benchmarks/growth.py [INDICATORS …]

Times are CPU seconds (of the processor, not of the clock), so that a busy machine disturbs them little. The exponent
between two sizes is log(t₂/t₁) / log(n₂/n₁). Each command runs on a folder of its size by `benchmarks/folders.py`.
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from budget import over, told
from folders import name_of, write_folder, write_results
from history import kept

SIZES = (1_000, 4_000, 10_000)
BUDGETED = 10_000
LONGEST = 600
"""Seconds after which a run is given up, and larger sizes of that command are left out."""
MIB_FROM_KIB = 1024


class Case(NamedTuple):
    """A command line; FOLDER, TABLE and OUT stand for the data, a year's results and a file to write."""

    name: str
    words: tuple[str, ...]
    is_cold: bool = False
    budget: tuple[float, float] | None = None
    """Seconds and MiB at `BUDGETED` indicators."""
    why: str = ""
    """What takes so long, or so much."""


CASES = (
    Case(
        "validate",
        ("validate",),
        budget=(15, 500),
        why="The YAML of 15 MB is read and kept, then each of 140,000 figures passes some forty checks.",
    ),
    Case("status, without a cache", ("status",), is_cold=True),
    Case(
        "status",
        ("status",),
        budget=(1.2, 200),
        why="A third reads what is kept, two thirds write a table of 10,000 rows, each number as a person reads it.",
    ),
    Case("project", ("project", "--year", "2030")),
    Case("explain", ("explain", name_of(0))),
    Case("check", ("check",), budget=(8, math.inf)),
    Case("blend --all", ("blend", "--all")),
    Case("diff", ("diff", "2024", "2025")),
    Case("report", ("report", "-o", "OUT")),
    Case("import", ("import", "TABLE", "--origin", "Yearbook", "--issuer", "statistics", "--date", "2026-12-31")),
)


class Cost(NamedTuple):
    """CPU seconds, and the most memory held at once in MiB."""

    seconds: float
    mib: float


def main() -> None:
    """Measure every command at every size, and print a line as soon as it is known."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    heads = [f"{size:>10,} {'MiB':>6}" for size in sizes]
    print(f"{'command':24} {' '.join(heads)}   exponents")
    with tempfile.TemporaryDirectory() as home:
        for size in sizes:
            write_folder(Path(home, str(size)), size)
            write_results(Path(home, f"{size}.csv"), size)
        costs = {case.name: _measure(case, sizes, Path(home)) for case in CASES}
    kept("growth", costs)
    for case in CASES:
        at = costs[case.name].get(BUDGETED)
        if case.budget is None or at is None:
            continue
        for found, most, unit in zip(at, case.budget, ("CPU seconds", "MiB"), strict=True):
            if passed := over(found, most):
                print(told(f"{case.name} of {BUDGETED:,}", f"{found} {unit}, {passed}", case.why))


def _measure(case: Case, sizes: list[int], home: Path) -> dict[int, tuple[float, float]]:
    print(f"{case.name:24}", end="", flush=True)
    found: list[tuple[int, Cost]] = []
    for size in sizes:
        cost = run(case, size, home)
        if cost is None:
            print(f"  given up after {LONGEST} s", end="")
            break
        found.append((size, cost))
        print(f" {cost.seconds:10.2f} {cost.mib:6.0f}", end="", flush=True)
    pairs = pairwise(found)
    powers = [math.log(b.seconds / a.seconds) / math.log(m / n) for (n, a), (m, b) in pairs]
    print("  ", " ".join(f"{power:.2f}" for power in powers))
    return {size: (round(cost.seconds, 2), round(cost.mib)) for size, cost in found}


def run(case: Case, size: int, home: Path) -> Cost | None:
    """What one run costs; None where it takes too long.

    Args:
        case: the command.
        size: the number of indicators.
        home: where the folders are, and the cache.
    """
    folder = home / str(size)
    if "TABLE" in case.words:  # which changes the data
        folder = shutil.copytree(folder, home / f"{size}_with_results", dirs_exist_ok=True)
    cache = home / f"cache_{size}"
    if case.is_cold:
        shutil.rmtree(cache, ignore_errors=True)
    paths = {"TABLE": f"{home}/{size}.csv", "OUT": f"{home}/out.md"}
    words = [paths.get(each, each) for each in case.words]
    command = ["timeout", str(LONGEST), sys.executable, "-m", "tgkt", *words, "--data", str(folder)]
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        told = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == 124:
        return None
    if process.returncode not in (0, 1):  # 1: check found what cannot hold together
        sys.exit(f"\n{' '.join(command)}: {told}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / MIB_FROM_KIB)


if __name__ == "__main__":
    main()
