"""`tgkt panel` against a statement written by hand for the same question, over made-up communes.

3,321 areas, 100 indicators and ten years: 3.3 million figures, as Parquet and as CSV, ten times as many with `--large`.
Each program runs in a process of its own, in turn; the table gives the median seconds, the ratio to the statement by
hand, and the most memory that it held. pandas and polars stand beside where they are installed.

    python benchmarks/panel.py [--large] [--runs 3]
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

AREAS, INDICATORS, YEARS = 3321, 100, range(2016, 2026)
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
        make(folder, AREAS * (10 if given.large else 1))
        print(f"{'':24}{'seconds':>9}{'x by hand':>11}{'MiB':>7}")
        for kind in ("parquet", "csv"):
            measure(folder, kind, given.runs)


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


def measure(folder: Path, kind: str, runs: int) -> None:
    """One kind of file: every program in turn, so many times."""
    file, answer = folder / f"figures.{kind}", folder / "answer.csv"
    by_hand = BY_HAND.format(source=f"read_{kind}('{file}')", answer=answer)
    limited = f"SET memory_limit = '2GB'; {by_hand}"
    programs = {
        "by hand": [sys.executable, "-c", f"import duckdb; duckdb.connect().execute({limited!r})"],
        "tgkt panel": [sys.executable, "-m", "tgkt", "panel", str(file), "--data", str(folder / "plan"), "-o", str(answer), "-q"],
    }  # fmt: skip
    for name, text in (("pandas", PANDAS), ("polars", POLARS)):
        if importlib.util.find_spec(name) and (
            kind == "csv" or name == "polars" or importlib.util.find_spec("pyarrow")
        ):
            programs[name] = [sys.executable, "-c", text.format(kind=kind, file=str(file), answer=str(answer))]
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items():
            found[name].append(timed(command))
    base = statistics.median(seconds for seconds, _ in found["by hand"])
    for name, each in found.items():
        seconds = statistics.median(one for one, _ in each)
        print(f"{kind:9}{name:15}{seconds:9.2f}{seconds / base:11.2f}{max(two for _, two in each):7.0f}")


def timed(command: list[str]) -> tuple[float, float]:
    """The seconds that a process took, and the most memory it held in MiB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {status}")
    return time.perf_counter() - begun, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
