"""The amounts of one question about the future: what is set, and the pace; all in one notation."""

from __future__ import annotations

from decimal import Decimal

from tgkt.api.amounts import amounts_of, naming
from tgkt.api.settings import Settings
from tgkt.engine.project.choice import SOURCES, Choice
from tgkt.engine.project.typed import RATES, read_pace
from tgkt.errors import NotationError, UsageError
from tgkt.facts.notation import PLAIN, Amount, Rules, written
from tgkt.record import NamedTuple

PACE = "--pace"


class Typed(NamedTuple):
    """What settings and a pace say.

    Attributes:
        settings: the amounts by what they set, in the order they were given.
        pace: the pace to project with.
        said: the pace as it was given; None where none was.
    """

    settings: dict[str, Amount]
    pace: Choice
    said: str | None


def read_typed(settings: Settings, pace: str | None) -> Typed:
    """Read the amounts of a question.

    Args:
        settings: numbers, which are what they are; and texts, all in one notation.
        pace: observed, last_term, required, or a rate: "9%", "+0.5pp".

    Raises:
        UsageError: an amount that is none, a pace that is none.
    """
    options = {name: f"--set {name}={value}" for name, value in settings.items()}
    texts = {options[name]: value for name, value in settings.items() if isinstance(value, str)}
    is_rate = pace is not None and pace not in SOURCES
    if is_rate:
        texts[PACE] = _rate(pace or "")
    numbers = {options[name]: _digits(value) for name, value in settings.items() if not isinstance(value, str)}
    amounts = (amounts_of(texts) if texts else {}) | (amounts_of(numbers, Rules(PLAIN)) if numbers else {})
    with naming(PACE):
        choice = read_pace(amounts[PACE] if is_rate else None, pace)
    return Typed({name: amounts[option] for name, option in options.items()}, choice, pace)


def _digits(value: float | Decimal) -> str:
    """A number as its digits, a binary one by the shortest text that gives it."""
    return f"{Decimal(str(value)):f}"


def _rate(text: str) -> str:
    """A pace that is an amount.

    Raises:
        UsageError: it is none; with what would be.
    """
    if text == "trend":
        raise UsageError("--pace trend is now --pace last_term. Write --pace last_term")
    try:
        return written(text).text
    except NotationError:
        raise UsageError("--pace: '{text}' is not a rate. {rates}", text=text, rates=RATES) from None
