"""Data in one file, as short as they can be: what is loaded of it, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tgkt.errors import DataError, Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.loading.catalogue import load

TOP = """\
language: en
areas: {whole: {title: Whole}}
origins: {report: {title: Report}}
plan: {id: plan, title: Plan, period: 2026-2030}
"""


def catalogue(text: str, top: str = TOP) -> Catalogue:
    """The catalogue of one file.

    Args:
        text: its blocks.
        top: what stands before them: an English document, one area, a plan from 2026 to 2030.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "single.yaml"
        file.write_text(top + text, encoding="utf-8")
        return load([file], ["single.yaml"])


def told(text: str, top: str = TOP) -> list[str]:
    """What is wrong with one file, as "key: message"; the lines are counted in `lines_told`."""
    return [f"{problem.path}: {problem.message}" for problem in _problems(text, top)]


def lines_told(text: str, top: str = TOP) -> list[int]:
    """The lines of a text that are told of, counted without what stands before it."""
    return [problem.source.line - top.count("\n") for problem in _problems(text, top)]


def _problems(text: str, top: str) -> list[Problem]:
    try:
        catalogue(text, top)
    except DataError as error:
        return [problem for problem in error.problems if isinstance(problem, Problem)]
    return []


def indicator(keys: str, name: str = "sample", top: str = TOP) -> Catalogue:
    """The catalogue of one indicator, written in one line."""
    return catalogue(f"indicators: {{{name}: {{title: Sample, {keys}}}}}\n", top)


def target_of(keys: str, top: str = TOP) -> Statement:
    """The one target of one indicator, written in one line."""
    (row,) = rows(indicator(f"direction: decrease, {keys}", top=top))
    assert row.target is not None
    return row.target


def rows(found: Catalogue) -> tuple[Row, ...]:
    """The rows of the one plan."""
    (plan,) = found.plans.values()
    return plan.rows
