"""Unit words that the shell has separated from their amount: `--set population=1.9 triệu`.

The words are joined again when the command line is read, and checked once the plan is known: a word that also names a
target there might have been meant as one, and is refused with both possibilities.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from tgkt.cli.pick import Name, pick
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.facts.units import is_unit_word

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
