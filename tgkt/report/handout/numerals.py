"""Roman numerals, by which offices count sections: I, II, III, IV."""

from __future__ import annotations

_SIGNS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """A number from 1 on as a Roman numeral: 4 is IV, 14 is XIV."""
    told = ""
    for value, sign in _SIGNS:
        times, number = divmod(number, value)
        told += sign * times
    return told
