"""The answers of `tgkt calc`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.units import with_mark
from tgkt.report.machine.digits import highest, lowest, meant
from tgkt.report.numbers import number, rounded, trimmed
from tgkt.report.table import Column, Table
from tgkt.report.words import word
from tgkt.results.calc import Answer

_DIGITS = 6


def answer_text(answer: Answer) -> str:
    """The bare number, for the shell: dot decimal, six decimals, more where six would leave fewer figures."""
    return _short(answer.value)


def answer_row(answer: Answer) -> dict[str, Any]:
    """An answer as fields."""
    return {
        "key": f"{answer.operation}/{answer.line or 1}",
        "line": answer.line,
        "operation": answer.operation,
        "value": meant(answer.value),
        "low": lowest(answer.low),
        "high": highest(answer.high),
        "unit": answer.unit or None,
        "years": answer.years,
        "formula": answer.formula,
        "inputs": list(answer.inputs),
    }


def answer_tables(answers: Sequence[Answer], lang: str) -> list[Table]:
    """Each answer with its formula and the values put in, which stay as they were typed."""
    tables = []
    for answer in answers:
        place = f" · stdin:{answer.line}" if answer.line else ""
        table = Table("", [Column(f"{answer.operation}{place}"), Column("", fold=True)])
        table.add(word("formula", lang), answer.formula)
        table.add(word("inputs", lang), "  ".join(answer.inputs))
        if answer.years is not None:
            table.add(word("years", lang), str(answer.years))
        table.add(word("value", lang), with_mark(_told(answer.value, lang), answer.unit, lang))
        ends = f"{_told(answer.low, lang)} - {_told(answer.high, lang)}"
        table.add(word("interval", lang), with_mark(ends, answer.unit, lang))
        tables.append(table)
    return tables


def _told(value: Decimal, lang: str) -> str:
    """A number as the reader's language writes it."""
    return number(Decimal(_short(value)), lang) if value.is_finite() else _short(value)


def _short(value: Decimal) -> str:
    if not value.is_finite():
        return str(value)
    places = max(_DIGITS, _DIGITS - 1 - value.adjusted()) if value else 0
    return f"{trimmed(rounded(value, places)):f}"
