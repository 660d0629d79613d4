"""Reasons for answers: a code, and the facts that fill its sentence."""

from __future__ import annotations

from tgkt.record import NamedTuple


class Reason(NamedTuple):
    """The reason for an answer: a code, and the facts for its sentence (texts, figures, statements).

    `beside` holds further texts and reasons, each a sentence of its own.
    """

    code: str
    facts: tuple[tuple[str, object], ...] = ()
    beside: tuple[object, ...] = ()


class Listed(NamedTuple):
    """Facts that a sentence lists: "a, b and c"."""

    parts: tuple[object, ...]
