"""What an analyst would write for the plan of `benchmarks/panel.py`: one statement with every column of the answer.

It is written for this plan alone: one form of target, one base year, one deadline that has come, no words around
figures, and of CSV two decimals in every row. It refuses two figures of one key, and agrees with `tgkt panel`.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

UNIQUE = {
    "by hand, all columns": "COUNT(*) = COUNT(DISTINCT year)",
    "the same, tuned": "COUNT(*) = BIT_COUNT(BIT_OR(1::BIGINT << (year - 2016)))",
}
"""How duplicates are found: as it is usually written, and by a bit for each year, which costs next to nothing."""
_ALL = """
COPY (
    WITH pairs AS (
        SELECT area, indicator, MIN(year) AS first_year, ARG_MIN(value, year) AS start, MAX(year) AS last_year,
            ARG_MAX(value, year) AS "end"
        FROM {source} WHERE value IS NOT NULL
        GROUP BY area, indicator
        HAVING CASE WHEN {unique} THEN TRUE ELSE ERROR('two figures of one area, indicator and year') END
    ), aims AS (
        SELECT *, CASE WHEN first_year = 2016 THEN start * 1.5 END AS target, last_year - first_year AS years FROM pairs
    ), grades AS (
        SELECT *, CASE WHEN last_year < 2025 OR target IS NULL THEN 'not_assessable' WHEN "end" < target THEN 'not_met'
                WHEN "end" = target THEN 'met' ELSE 'exceeded' END AS verdict
        FROM aims
    )
    SELECT area, NULL AS parent, indicator, 'tỷ đồng' AS unit, first_year, start, last_year, "end",
        CASE WHEN years > 0 AND start > 0 AND "end" > 0
            THEN ROUND((POWER("end"::DOUBLE / start::DOUBLE, 1 / years::DOUBLE) - 1) * 100, 12) END AS growth,
        NULL AS points,
        CASE WHEN last_year = 2025 THEN target::DOUBLE WHEN start > 0 AND target IS NOT NULL
            THEN ROUND(start::DOUBLE * POWER(1.5::DOUBLE, years::DOUBLE / 9), 12) END AS required_now,
        target - "end" AS gap, NULL AS needed, target, verdict, NULL AS standing,
        CASE verdict WHEN 'not_assessable' THEN NULL WHEN 'not_met' THEN "end" + {half} < 1.5 * (start - {half})
            ELSE "end" - {half} >= 1.5 * (start + {half}) END AS certain,
        CASE WHEN verdict <> 'not_assessable' THEN verdict WHEN last_year < 2025 THEN 'no_result' ELSE 'no_base' END
            AS reason
    FROM grades ORDER BY area, indicator
) TO '{answer}' (FORMAT csv, HEADER)
"""
_SAME = ("first_year", "last_year", "unit", "parent", "points", "needed", "verdict", "standing", "certain", "reason")
_NEAR = ("start", '"end"', "growth", "required_now", "gap", "target")


def all_columns(file: Path, answer: Path, unique: str) -> str:
    """The statement for a file of figures: of CSV rounded to two decimals, of Parquet exact."""
    is_text = file.suffix == ".csv"
    source = f"read_csv('{file}', types = {{'value': 'DECIMAL(18, 2)'}})" if is_text else f"read_parquet('{file}')"
    return _ALL.format(source=source, answer=answer, unique=unique, half="0.005" if is_text else "0")


def compared(by_hand: Path, answer: Path) -> tuple[int, int]:
    """The rows of two answers, and how many of them differ, numbers by more than 1e-9."""
    apart = [f"t.{name} IS DISTINCT FROM h.{name}" for name in _SAME]
    apart += [f"(t.{name} IS NULL) <> (h.{name} IS NULL) OR ABS(t.{name} - h.{name}) > 1e-9" for name in _NEAR]
    with duckdb.connect() as base:
        rows, differ = base.execute(
            f"SELECT COUNT(*), COUNT(*) FILTER (WHERE t.area IS NULL OR h.area IS NULL OR {' OR '.join(apart)}) "
            f"FROM '{answer}' t FULL JOIN '{by_hand}' h ON h.area = t.area AND h.indicator = t.indicator"
        ).fetchall()[0]
    return int(rows), int(differ)
