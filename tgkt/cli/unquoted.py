"""Unit words that the shell has separated from their amount: `--set population=1.9 triệu`.

The words are joined again when the command line is read, and checked once the plan is known: a word that also names a
target there might have been meant as one, and is refused with both possibilities.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from tgkt.api.pick import Name, choose_plan, pick, plan_or_none
from tgkt.api.seen import Seen
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.facts.units import is_unit_word
from tgkt.record import NamedTuple

BREAK = "\n"
OPTIONS = ("--set", "--pace")
_BARE = re.compile(r"(?:.*=)?\s*[+\-−×x*]?\s*\d[\d.,]*", re.DOTALL)


def put_together(args: Sequence[str]) -> list[str]:
    """The arguments, the unit words that follow an amount joined to it by a line break."""
    found: list[str] = []
    is_open = False  # whether a unit word may follow
    for place, arg in enumerate(args):
        if is_open and all(map(is_unit_word, re.split(r"[\s/]+", arg.strip("/")))):
            found[-1] += BREAK + arg
            continue
        name, _, value = arg.partition("=")
        given = value if name in OPTIONS else arg if place and args[place - 1] in OPTIONS else ""
        is_open = _BARE.fullmatch(given) is not None
        found.append(arg)
    return found


class Given(NamedTuple):
    """What `--set` and `--pace` say, as texts."""

    settings: dict[str, str]
    pace: str | None


def typed_settings(
    settings: Sequence[str], pace: str | None, asked: Seen, plan: str | None, *, is_named: bool
) -> Given:
    """The settings by what they set, and the pace.

    Args:
        settings: each WHAT=VALUE.
        pace: the pace.
        asked: the data.
        plan: the plan that was named, whose targets unit words may mean.
        is_named: whether targets were named, for which data need no plan.

    Raises:
        UsageError: a setting without a value, one that is set twice, a unit word that may mean a target.
    """
    of = plan_or_none(plan, asked.knowledge) if is_named else choose_plan(plan, asked.knowledge.catalogue)
    pairs = [_pair(settled(each, "--set", of, asked.lang)) for each in settings]
    if len({name for name, _ in pairs}) < len(pairs):
        raise UsageError("--set: an indicator is set twice. Set each once")
    return Given(dict(pairs), None if pace is None else settled(pace, "--pace", of, asked.lang))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not value.strip():
        raise UsageError("--set: '{text}' is not WHAT=VALUE. Write e.g. --set grdp_growth=9", text=text)
    return name.strip(), value.strip()


def settled(text: str, option: str, plan: Plan, lang: str) -> str:
    """An amount with its unit words.

    Args:
        text: as `put_together` leaves it.
        option: the option it stands after.
        plan: the plan whose targets the words may name.
        lang: the language of the titles.

    Raises:
        UsageError: the last words name a target; with the command that says which is meant.
    """
    whole = " ".join(text.split(BREAK))
    last = text.rsplit(BREAK, maxsplit=1)[-1]
    if last != text and _names_a_target(last, plan, lang):
        raise UsageError(
            "'{word}' may be the unit of {option} or name a target. Write {option} {quoted}, or name the target before "
            "the options",
            word=last,
            option=option,
            quoted=shlex.quote(whole),
        )
    return whole


def _names_a_target(word: str, plan: Plan, lang: str) -> bool:
    names = [
        Name(row.indicator.id, (row.indicator.title.within(lang), *row.indicator.title.texts), row.code, row.area)
        for row in plan.rows
    ]
    try:
        return bool(pick(word, names, "", "").names)
    except UsageError:
        return False
