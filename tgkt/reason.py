"""Why an answer is what it is: a code, and the facts that fill its sentence."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """Why an answer is what it is: a code, and what fills its sentence (texts, figures, statements).

    `beside` holds what else there is to say of it: texts and reasons, each a sentence of its own.
    """

    code: str
    facts: tuple[tuple[str, object], ...] = ()
    beside: tuple[object, ...] = ()


class Listed(NamedTuple):
    """Facts that a sentence lists: "a, b and c"."""

    parts: tuple[object, ...]
