"""Mistakes in data files as rows, for editors and scripts."""

from __future__ import annotations

from typing import Any

from tgkt.errors import Problem

PROBLEMS_SCHEMA = "tgkt/problems/2"
PROBLEM_FIELDS = ("file", "line", "column", "path", "message")


def problem_row(problem: Problem | str) -> dict[str, Any]:
    """A mistake as fields; one without a place has only its message."""
    if isinstance(problem, str):
        return dict.fromkeys(PROBLEM_FIELDS) | {"message": problem}
    return dict(zip(PROBLEM_FIELDS, (*problem.source, problem.path, problem.message), strict=True))
