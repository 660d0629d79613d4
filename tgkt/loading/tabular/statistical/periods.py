"""Periods as codes and labels of statistics offices spell them: 2025-Q1, 2025M06, 2025-A1, "Prel. 2024"."""

from __future__ import annotations

import re

from tgkt.facts.period import Period, parse_period
from tgkt.facts.statement import Status
from tgkt.loading.tabular.names import COLUMN_OF, STATUS_OF, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.values import CellError
from tgkt.record import NamedTuple

_WORDS = COLUMN_OF | STATUS_OF
_YEAR = re.compile(r"(\d{4})-?A1?", re.ASCII)
_TERM = re.compile(r"(\d{4})-01-01/P(\d{1,2})Y", re.ASCII)
_MONTHS = re.compile(r"(\d{4})-01-01/P(\d{1,2})M", re.ASCII)
_FIRST_HALF = re.compile(r"(\d{4})-?[SHB]1", re.ASCII)


class Dated(NamedTuple):
    """A period, and how settled its figures are where the label says so."""

    period: Period
    status: Status | None = None


def period_of(code: str, label: str) -> Dated:
    """The period of a code, else of its label.

    Raises:
        CellError: neither is one, or they are two.
    """
    found = [dated for text in dict.fromkeys((code, label)) if (dated := _dated(text))]
    if not found:
        raise CellError(
            "'{text}' is not a period. Say what it is in a file for --map: period: {{\"{text}\": 2026-Q1}}", text=code
        )
    if len({each.period for each in found}) > 1:
        raise CellError(
            "the code '{code}' is {one}, and its label '{label}' is {other}. Say which in a file for --map: "
            'period: {{"{code}": {one}}}',
            code=code,
            label=label,
            one=str(found[0].period),
            other=str(found[1].period),
        )
    return found[-1]  # the label knows whether it is provisional


def status_of(label: str) -> Status | None:
    """How settled the figures of a label are, whether it names a period or not."""
    if found := _dated(label):
        return found.status
    parts = folded(label).split()
    words = (" ".join(some) for count in (1, 2, 3) for some in (parts[:count], parts[-count:]))
    return next((STATUS_OF[each] for each in words if each in STATUS_OF), None)


def _dated(text: str) -> Dated | None:
    """A period with words such as "Sơ bộ" before or behind it."""
    if period := _period(text):
        return Dated(period)
    parts = text.replace("(", " ").replace(")", " ").split()
    for cut in range(1, len(parts)):
        first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
        for words, time in ((first, last), (last, first)):
            if folded(words) in _WORDS and (period := _period(time)):
                return Dated(period, _WORDS[folded(words)])
    return None


def _period(text: str) -> Period | None:
    try:
        if found := _YEAR.fullmatch(text):
            return parse_period(found[1])
        if found := _TERM.fullmatch(text):
            return parse_period(f"{found[1]}-{int(found[1]) + int(found[2]) - 1}")
        if found := _MONTHS.fullmatch(text):
            return parse_period(f"{found[1]}-{found[2]}M")
        if found := _FIRST_HALF.fullmatch(text):
            return parse_period(f"{found[1]}-6M")
        return table_period(text)
    except ValueError:
        return None
