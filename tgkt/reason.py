"""Why an answer is what it is: a code, and the facts that fill its sentence."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """Why an answer is what it is: a code, and what fills its sentence (texts, figures, statements)."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()
