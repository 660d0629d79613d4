"""`tgkt panel --engine`: which options go together, and what is said where Spark is not installed."""

from __future__ import annotations

import sys

import pytest

from tgkt.errors import UsageError
from tgkt.panel.spark import spark

from .runner import Tgkt

ASKED = ("panel", "examples/panel/figures.csv", "--data", "examples/panel")
ON_SPARK = ("--engine", "spark", "--master", "local[1]")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--engine", "spark"), "--engine spark needs the Spark to use"),
        (("--master", "local[1]"), "--master names a Spark"),
        ((*ON_SPARK, "--memory", "1GB"), "--memory is for DuckDB"),
        ((*ON_SPARK, "-f", "csv"), "or writes Parquet to a path"),
        ((*ON_SPARK, "-f", "parquet"), "or writes Parquet to a path"),
    ],
    ids=["no Spark is named", "Spark without its engine", "memory of DuckDB", "text", "Parquet without a path"],
)
def test_options_of_one_engine_are_refused_beside_the_other(tgkt: Tgkt, options: tuple[str, ...], told: str) -> None:
    """Before anything is read or started."""
    answer = tgkt(*ASKED, *options, "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


@pytest.mark.parametrize("missing", ["sqlglot", "pyspark.errors"])
def test_what_spark_needs_is_named(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(UsageError, match=r"pip install 'tgkt\[spark\]'"), spark("local[1]"):
        pass
