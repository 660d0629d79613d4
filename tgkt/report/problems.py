"""Mistakes in data files as rows, for editors and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tgkt.errors import Problem
from tgkt.report.machine.values import numbered

_NOWHERE = "problem"


def problem_rows(problems: Sequence[Problem | str]) -> list[dict[str, Any]]:
    """Mistakes as fields; one without a place has only its message."""
    keys = numbered(_NOWHERE if isinstance(each, str) else str(each.source) for each in problems)
    return [{"key": key, **_problem_row(each)} for key, each in zip(keys, problems, strict=True)]


def _problem_row(problem: Problem | str) -> dict[str, Any]:
    if isinstance(problem, str):
        return {"file": None, "line": None, "column": None, "path": None, "message": problem}
    return {**problem.source._asdict(), "path": problem.path or None, "message": problem.message}
