"""The effect of arriving figures, before they are written: `arrival_tables` for people, `arrival_head` for machines.

`suspicion` is a message of one line on why a figure looks wrong, to follow the place of the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.interval import INFINITY
from tgkt.facts.units import Unit, beside
from tgkt.language import WRITTEN
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.amounts import stated
from tgkt.report.diff.rows import diff_row
from tgkt.report.diff.tables import Names, change_tables
from tgkt.report.machine.digits import highest, lowest, meant, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.numbers import as_printed, ends, number, printed, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.arrival import Arrival, Suspect
from tgkt.series.misprints import Guess
from tgkt.series.slips import Doubt


def arrival_tables(found: Arrival, names: Names, view: View) -> list[Table]:
    """Tables of suspect figures, then of new and revised figures and of rows whose standing changes."""
    tables = [_suspects("suspects_accept", found.to_accept, names, view.lang)]
    warned = "suspects_warn" if names.is_written else "suspects_would"
    tables.append(_suspects(warned, found.to_warn_of, names, view.lang))
    return [*(each for each in tables if each.rows), *change_tables(found.diff, names, view)]


def arrival_head(found: Arrival, tongues: Tongues) -> dict[str, Any]:
    """The same as fields: changes as in `tgkt diff`, and suspect figures."""
    return {
        "changes": [diff_row(each, tongues) for each in found.diff.changes],
        "suspects": [suspect_row(each, tongues) for each in found.suspects],
    }


def suspect_row(suspect: Suspect, tongues: Tongues) -> dict[str, Any]:
    """A figure that looks wrong as fields; all numbers are in the unit beside."""
    told, last = suspect.statement, suspect.against
    guess = suspect.guesses[0] if suspect.guesses else None
    return {
        "key": f"{told.area}/{told.indicator}/{told.period}/{told.timing}/{told.origin}",
        "doubt": suspect.doubt,
        "needs_acceptance": suspect.doubt.needs_acceptance,
        "id": told.indicator,
        "area": told.area,
        "period": str(told.period),
        "timing": told.timing,
        "origin": told.origin,
        "value": number_of(told.figure),
        "unit": tongues.unit(suspect.unit),
        "look": guess.look if guess else None,
        "factor": guess.factor if guess else None,
        "fits": number_of(guess.figure) if guess else None,
        "last": meant(last.value) if last else None,
        "last_period": str(last.period) if last else None,
        "limit_low": lowest(suspect.low),
        "limit_high": highest(suspect.high),
        "why": suspect_told(suspect, WRITTEN),
    }


def suspicion(suspect: Suspect) -> Message:
    """Why a figure looks wrong, as a message."""
    return Message.joined("", (_Suspicion(suspect),))


class _Suspicion(NamedTuple):
    """The message about a figure that looks wrong, in the reader's language."""

    suspect: Suspect

    def within(self, lang: str) -> str:
        return suspect_told(self.suspect, lang)

    def __str__(self) -> str:
        return self.within(WRITTEN)


def suspect_told(suspect: Suspect, lang: str) -> str:
    """Why a figure looks wrong, which figure would fit, and what it was compared with, in one line."""
    figure = printed(suspect.statement.figure, lang) if suspect.statement.figure else ""
    shown = beside(figure, suspect.unit, lang).strip()
    parts = [f"{shown} ({suspect.statement.period}): {_look(suspect, lang)}"]
    if suspect.guesses:
        parts.append(word("suspect_fits", lang).format(fit=_fit(suspect, suspect.unit, lang)))
    if suspect.against is not None:
        parts.append(word("suspect_last", lang).format(last=_last(suspect, suspect.unit, lang)))
    return "; ".join(parts)


def _suspects(title: str, suspects: Sequence[Suspect], names: Names, lang: str) -> Table:
    heads = ("area", "indicator", "value", "looks_like", "would_fit", "compared_with")
    right = ("value", "would_fit", "compared_with")
    columns = [
        Column(word(head, lang), right=head in right, fold=head in ("indicator", "looks_like"), yields=head == "area")
        for head in heads
    ]
    table = Table(word(title, lang), columns)
    for each in suspects:
        area, indicator = names.areas[each.statement.area].title.within(lang), each.indicator
        value = f"{stated(each.statement, indicator.unit, lang)} ({each.statement.period})"
        look = Cell(_look(each, lang), _MOODS[each.doubt])
        titled = f"{indicator.title.within(lang)} ({unit(indicator.unit, lang)})"
        table.add(area, titled, value, look, _fit(each, indicator.unit, lang), _last(each, indicator.unit, lang))
    return table


_MOODS = {Doubt.LIMIT: "bad", Doubt.FACTOR: "bad", Doubt.JUMP: "warn"}


def _fit(suspect: Suspect, declared: Unit, lang: str) -> str:
    """The figure that would stand without the slip, with its unit where that is not the one declared."""
    guess = suspect.guesses[0] if suspect.guesses else None
    return stated(suspect.statement._replace(figure=guess.figure), declared, lang) if guess else ""


def _last(suspect: Suspect, declared: Unit, lang: str) -> str:
    """The figure it was compared with, and its period."""
    last = suspect.against
    if last is None:
        return ""
    told = as_printed(last, lang) if last.statement is None else stated(last.statement, declared, lang)
    return f"{told} ({last.period})"


def _look(suspect: Suspect, lang: str) -> str:
    """The likely slip; if none is likely, the reason why the figure looks wrong."""
    told = [_guess(suspect.guesses[0], lang)] if suspect.guesses else []
    if suspect.doubt is Doubt.LIMIT:
        told.insert(0, word("doubt_limit", lang).format(limits=_limits(suspect.low, suspect.high, lang)))
    return ", ".join(told) or word("doubt_jump", lang)


def _guess(guess: Guess, lang: str) -> str:
    is_small = guess.factor is not None and guess.factor < 0
    key = f"small_{guess.look}" if is_small else f"look_{guess.look}"
    return word(key, lang).format(times=number(Decimal(abs(guess.factor)), lang) if guess.factor else "")


def _limits(low: Decimal, high: Decimal, lang: str) -> str:
    return ends(low, high, lang) if (low, high) != (-INFINITY, INFINITY) else ""
