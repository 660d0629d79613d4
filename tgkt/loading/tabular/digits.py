"""Numbers within sentences: every digit, and the decimal mark of whoever reads them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tgkt.record import NamedTuple

_COMMA = {"vi"}  # languages whose decimal mark is the comma


class Digits(NamedTuple):
    """A number that is put into a message."""

    value: Decimal

    def within(self, lang: str) -> str:
        """The number as readers of a language write it."""
        text = f"{self.value:f}"
        return text.replace(".", ",") if lang in _COMMA else text

    def __str__(self) -> str:
        return self.within("en")


def digits(text: str) -> Digits | str:
    """A text as a number where it is one in plain notation, else as it stands."""
    try:
        found = Digits(Decimal(text))
    except InvalidOperation:
        return text
    return found if str(found) == text else text
