"""The pieces of SQL that every form of target shares: a table, the figures of a target, columns turned round, values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

Tables = list[tuple[str, str]]
NAMES = ("worse", "better", "inside_low", "inside_high", "digits_low", "digits_high")
JOINED = "printed f JOIN targets t ON t.indicator = f.indicator AND (t.is_general OR t.area = f.area)"


def select(columns: Sequence[str], source: str, where: str = "", group: str = "") -> str:
    """A table of these columns."""
    text = "SELECT\n    " + ",\n    ".join(columns) + f"\nFROM {source}"
    return text + (f"\nWHERE {where}" if where else "") + (f"\nGROUP BY {group}" if group else "")


def signed(name: str) -> list[str]:
    """Region (a to b) and interval (ia to ib) of a figure, turned so that more is better."""
    return [
        *(
            f"CASE WHEN sign > 0 THEN {name}_{one} ELSE -{name}_{other} END AS {name}_{end}"
            for one, other, end in _ENDS
        ),
        f"CASE WHEN sign > 0 THEN {name}_low_open ELSE {name}_high_open END AS {name}_a_open",
        f"CASE WHEN sign > 0 THEN {name}_high_open ELSE {name}_low_open END AS {name}_b_open",
    ]


_ENDS = (("from", "to", "a"), ("to", "from", "b"), ("low", "high", "ia"), ("high", "low", "ib"))


def literal(value: object) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(int(value)) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
