"""Marks of statistics offices: how settled a value is, that it is missing, or that a series breaks there."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.facts.statement import Status
from tgkt.loading.tabular.names import MISSING, STATUS_OF, folded
from tgkt.loading.tabular.spoken import STATUS_WORDS
from tgkt.loading.tabular.values import CellError
from tgkt.message import Message
from tgkt.record import NamedTuple

NOTHING = MISSING | {"", ".", "nan"}
_STATUSES = {
    "A": Status.OFFICIAL,
    "E": Status.ESTIMATED,
    "F": Status.FORECAST,
    "I": Status.ESTIMATED,
    "P": Status.PROVISIONAL,
}
_BREAK, _MISSING = "B", frozenset("HKLMOQ")


class Marked(NamedTuple):
    """What a mark says.

    Attributes:
        status: how settled the value is; None where the mark does not say.
        is_missing: whether there is no value.
        is_break: whether the series breaks here.
    """

    status: Status | None = None
    is_missing: bool = False
    is_break: bool = False


def marked(text: str, own: Mapping[str, str]) -> Marked:
    """What a mark means: by the user's file, as a code of SDMX, as letters set side by side, or as a word.

    Args:
        text: the mark as written.
        own: our statuses by the marks of the file.

    Raises:
        CellError: it is not known, or says two things.
    """
    if text in own:
        return Marked(Status(own[text]))
    if text.casefold() in NOTHING:
        return Marked(is_missing=text != "")
    if folded(text) in STATUS_OF and len(text) > 1:
        return Marked(STATUS_OF[folded(text)])
    letters = text.upper()
    if not set(letters) <= {*_STATUSES, _BREAK, *_MISSING}:
        raise CellError(
            "the mark '{text}' is not known. Say what it is in a file for --map: status: {{\"{text}\": provisional}}",
            text=text,
        )
    said = {_STATUSES[each]: None for each in letters if each in _STATUSES}
    if len(said) > 1:
        raise CellError(_two(text, *list(said)[:2]))
    return Marked(next(iter(said), None), bool(set(letters) & _MISSING), _BREAK in letters)


def _two(text: str, one: Status, other: Status) -> Message:
    return Message(
        "the mark '{text}' says {one} and {other}. Say what it is in a file for --map: "
        'status: {{"{text}": provisional}}',
        text=text,
        one=STATUS_WORDS[one],
        other=STATUS_WORDS[other],
    )
