"""The amounts of one call of `tgkt project`: what is set, and the pace; all in one notation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tgkt.cli.amounts import amounts_of, naming
from tgkt.cli.unquoted import settled
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.typed import RATES, SOURCES, read_pace
from tgkt.errors import NotationError, UsageError
from tgkt.facts.notation import Amount, written
from tgkt.facts.plan import Plan

PACE = "--pace"


class Typed(NamedTuple):
    """What `--set` and `--pace` say.

    Attributes:
        settings: the amounts of `--set` by what they set, in the order they were typed.
        pace: the pace to project with.
        said: the pace as it was typed; None where none was.
    """

    settings: dict[str, Amount]
    pace: Choice
    said: str | None


def read_typed(settings: Sequence[str], pace: str | None, plan: Plan, lang: str) -> Typed:
    """Read the amounts of a call.

    Raises:
        UsageError: a setting without a value, an indicator set twice, an amount that is none, a pace that is none.
    """
    pairs = [_pair(settled(each, "--set", plan, lang)) for each in settings]
    if len({name for name, _ in pairs}) < len(pairs):
        raise UsageError("--set: an indicator is set twice. Set each once")
    options = {name: f"--set {name}={value}" for name, value in pairs}
    texts = {options[name]: value for name, value in pairs}
    said = None if pace is None else settled(pace, PACE, plan, lang)
    is_rate = said is not None and said not in SOURCES
    if is_rate:
        texts[PACE] = _rate(said or "")
    amounts = amounts_of(texts)
    with naming(PACE):
        choice = read_pace(amounts[PACE] if is_rate else None, said)
    return Typed({name: amounts[option] for name, option in options.items()}, choice, said)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not value.strip():
        raise UsageError("--set: '{text}' is not WHAT=VALUE. Write e.g. --set grdp_growth=9", text=text)
    return name.strip(), value.strip()


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
