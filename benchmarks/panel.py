"""`tgkt panel` against statements written by hand for the same question, over made-up communes.

3,321 areas, 100 indicators and ten years: 3.3 million figures, as Parquet and as CSV, ten times as many with `--large`.
Each program runs in a process of its own, in turn; the table gives the median seconds and CPU seconds (of all cores), the
ratio of the latter to a statement by hand that answers seven columns and to one that answers all and refuses what stands
twice, and the most memory that it held. Every answer of the latter is checked against that of `tgkt panel`. Below stand
the CPU seconds of its stages. pandas and polars stand beside where they are installed.

    python benchmarks/panel.py [--large] [--runs 3]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb
from history import kept
from panel_by_hand import UNIQUE, all_columns, compared

AREAS, INDICATORS, YEARS = 3321, 100, range(2016, 2026)
T = TypeVar("T")
MOST, MOST_MEMORY = 1.3, 300
"""The budget: times the statement by hand, and MiB."""
WHY = {
    "parquet": "Beside what 'by hand' answers: eleven columns more, what stands twice, limits, the plan; stages below.",
    "csv": "As for Parquet; and the digits that are printed are counted, and every text that is no figure is found.",
}
BY_HAND = """
COPY (
    WITH pairs AS (
        SELECT area, indicator,
            ARG_MIN(value, year) AS start, MIN(year) AS first_year, ARG_MAX(value, year) AS "end", MAX(year) AS last_year
        FROM {source} GROUP BY area, indicator
    )
    SELECT p.area, p.indicator, start, "end",
        CASE WHEN start > 0 AND "end" > 0 AND last_year > first_year
            THEN POWER(CAST("end" AS DOUBLE) / start, 1 / CAST(last_year - first_year AS DOUBLE)) - 1 END AS growth,
        start * 15 AS target10, CASE WHEN "end" * 10 >= start * 15 THEN 'met' ELSE 'not_met' END AS verdict
    FROM pairs p ORDER BY 1, 2
) TO '{answer}' (FORMAT csv, HEADER)
"""
PANDAS = """
import pandas
f = pandas.read_{kind}({file!r}).sort_values("year")
g = f.groupby(["area", "indicator"])["value"].agg(["first", "last"]).reset_index()
g["verdict"] = g["last"].astype(float) >= g["first"].astype(float) * 1.5
g.sort_values(["area", "indicator"]).to_csv({answer!r}, index=False)
"""
POLARS = """
import polars
f = polars.scan_{kind}({file!r})
g = f.group_by("area", "indicator").agg(
    polars.col("value").sort_by("year").first().alias("start"), polars.col("value").sort_by("year").last().alias("end")
)
g = g.with_columns(verdict=polars.col("end") * 10 >= polars.col("start") * 15).sort("area", "indicator")
g.collect(engine="streaming").write_csv({answer!r})
"""


def main() -> None:
    """Make the figures, run everything in turn, print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--large", action="store_true", help="ten times as many areas")
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        apart(make, folder, AREAS * (10 if given.large else 1))
        print(f"{'':31}{'seconds':>9}{'CPU':>7}{'x by hand':>11}{'x all columns':>15}{'MiB':>6}")
        found = {kind: measure(folder, kind, given.runs) for kind in ("parquet", "csv")}
    kept("panel, large" if given.large else "panel", found)


def make(folder: Path, areas: int) -> None:
    """A plan, and its figures as Parquet and CSV: two decimals, one in a hundred missing."""
    lines = [f"  i{n:03}: {{title: Indicator {n}, unit: tỷ đồng, price: current, direction: increase, "
             f"target: {{2025: {{times: 1.5, of: 2016, comparator: at_least}}}}}}" for n in range(INDICATORS)]  # fmt: skip
    head = ["language: vi", "areas: {all: {title: All}}", "origins: {made_up: {title: Made up}}", "sections: {one: One}",
            "plan: {id: made_up, title: Made up, period: 2017-2025, baseline: 2016, origin: made_up}", "indicators:"]  # fmt: skip
    (folder / "plan").mkdir()
    (folder / "plan" / "plan.yaml").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    with duckdb.connect() as base:
        base.execute("SELECT SETSEED(0.5)")
        base.execute(
            f"""CREATE TABLE made AS
            SELECT 'c' || LPAD(CAST(a AS VARCHAR), 5, '0') AS area, 'i' || LPAD(CAST(i AS VARCHAR), 3, '0') AS indicator, y AS year,
                CAST(50 + HASH(a * 1000 + i) % 100000 / 100 + (y - 2016) * (HASH(i * 7 + a) % 900) / 100 AS DECIMAL(18, 2)) AS value
            FROM RANGE({areas}) t(a), RANGE({INDICATORS}) u(i), RANGE({YEARS[0]}, {YEARS[-1] + 1}) v(y)
            WHERE HASH(a * 7 + i * 13 + y) % 100 <> 0"""
        )
        base.execute(f"COPY made TO '{folder / 'figures.parquet'}' (FORMAT parquet)")
        base.execute(f"COPY made TO '{folder / 'figures.csv'}' (FORMAT csv, HEADER)")
        print(f"{base.execute('SELECT COUNT(*) FROM made').fetchall()[0][0]:,} figures")


class Used(NamedTuple):
    """What a process took: seconds, CPU seconds of all cores, and the most memory that it held in MiB."""

    seconds: float
    cpu: float
    memory: float


def measure(folder: Path, kind: str, runs: int) -> dict[str, tuple[float, float]]:
    """One kind of file: every program in turn, so many times; CPU seconds and MiB of each."""
    file, answer = folder / f"figures.{kind}", folder / "answer.csv"
    asked = [str(file), "--data", str(folder / "plan"), "-o", str(answer), "-q"]
    statements = {"by hand": BY_HAND.format(source=f"read_{kind}('{file}')", answer=folder / "hand.csv")}
    statements |= {name: all_columns(file, folder / "all.csv", unique) for name, unique in UNIQUE.items()}
    programs = {name: by_duckdb(text) for name, text in statements.items()}
    programs["tgkt panel"] = [sys.executable, "-m", "tgkt", "panel", *asked]
    for name, text in (("pandas", PANDAS), ("polars", POLARS)):
        if importlib.util.find_spec(name) and (
            kind == "csv" or name == "polars" or importlib.util.find_spec("pyarrow")
        ):
            made = text.format(kind=kind, file=str(file), answer=str(folder / "other.csv"))
            programs[name] = [sys.executable, "-c", made]
    found: dict[str, list[Used]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items():
            found[name].append(timed(command))
    for name in UNIQUE:
        timed(programs[name])
        rows, differ = apart(compared, folder / "all.csv", answer)
        if differ:
            raise SystemExit(f"{kind}: {differ:,} of {rows:,} rows of tgkt panel differ from '{name}'")
    print(f"{kind:9}all columns by hand and tgkt panel agree on {rows:,} rows")
    told(kind, found)
    done = subprocess.run([sys.executable, str(Path(__file__).with_name("panel_stages.py")), *asked], check=True, stderr=subprocess.PIPE, text=True)  # fmt: skip
    stages = json.loads(done.stderr.splitlines()[-1])
    print(f"{kind:9}CPU of tgkt panel: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items()))
    return {
        name: (round(statistics.median(each.cpu for each in used), 2), round(max(each.memory for each in used)))
        for name, used in found.items()
    }


def apart(work: Callable[..., T], *given: object) -> T:
    """Work in a process of its own: what this one has held counts for every process that it starts later."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def by_duckdb(text: str) -> list[str]:
    """What runs a statement within the same limit of memory."""
    limited = f"SET memory_limit = '2GB'; {text}"
    return [sys.executable, "-c", f"import duckdb; duckdb.connect().execute({limited!r})"]


def told(kind: str, found: dict[str, list[Used]]) -> None:
    """The table of one kind of file, and the budgets that are not kept."""
    cpu = {name: statistics.median(each.cpu for each in used) for name, used in found.items()}
    for name, used in found.items():
        seconds, memory = statistics.median(each.seconds for each in used), max(each.memory for each in used)
        ratios = [cpu[name] / cpu[base] for base in ("by hand", next(iter(UNIQUE)))]
        print(f"{kind:9}{name:22}{seconds:9.2f}{cpu[name]:7.2f}{ratios[0]:11.2f}{ratios[1]:15.2f}{memory:6.0f}")
        if name == "tgkt panel":
            over = [f"{ratio:.2f} x {what}" for ratio, what in zip(ratios, ("by hand", "all columns"), strict=True) if ratio > MOST]  # fmt: skip
            over += [f"{memory:.0f} MiB"] if memory > MOST_MEMORY else []
            budget = f"{MOST} x by hand, {MOST_MEMORY} MiB"
    print(f"{kind:9}budget: {budget}; " + (f"not kept: {', '.join(over)}. {WHY[kind]}" if over else "kept"))


def timed(command: list[str]) -> Used:
    """What a process took."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {status}")
    return Used(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
