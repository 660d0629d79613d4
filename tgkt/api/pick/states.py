"""Verdicts, standings and orders as a person names them: by code, or in the words of any language, without signs.

"not_met", "not met", "fail" and the Vietnamese for them are one verdict. A word that is one of the other option's is
refused with that option.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Mapping, Sequence

from tgkt.api.pick.name import Name, pick, said
from tgkt.engine.status.order import Order
from tgkt.errors import UsageError, suggest
from tgkt.facts.fit import Level, wanted
from tgkt.language import languages, spoken
from tgkt.language import said as said_in
from tgkt.message import Message
from tgkt.report.words import word
from tgkt.results.status import Grade, StandingKind

VERDICT, STANDING = "--verdict", "--standing"
UNCERTAIN, DIFFERS = "uncertain", "differs"
PASSED = "passed"
"""What a scoreboard calls a target that is met or exceeded."""
FAIL_ON = (
    *(Grade.NOT_MET, Grade.NOT_ASSESSABLE),
    *(StandingKind.BEHIND, StandingKind.ALREADY_MISSED, StandingKind.OPEN, StandingKind.NO_FIGURE),
    *(UNCERTAIN, DIFFERS),
)
"""What `--fail-on` may ask for."""
_OTHERWISE = {
    Grade.EXCEEDED: Message("exceeds, surpassed, better than the target"),
    Grade.MET: Message("meets, reached, target met"),
    Grade.NOT_MET: Message("fail, failed, missed, not reached"),
    Grade.PENDING: Message("not yet due, deadline ahead"),
    Grade.NOT_ASSESSABLE: Message("not assessed, cannot be assessed, no verdict"),
    PASSED: Message("pass, passed, met or exceeded"),
    StandingKind.ALREADY_MET: Message("met already, reached already"),
    StandingKind.ON_TRACK: Message("on course, on schedule"),
    StandingKind.BEHIND: Message("just behind, late, lagging"),
    StandingKind.ALREADY_MISSED: Message("missed already, can no longer be met"),
    StandingKind.OPEN: Message("undecided, not known yet"),
    StandingKind.NO_FIGURE: Message("no data, without a figure"),
    UNCERTAIN: Message("uncertain, not certain"),
    DIFFERS: Message("differs, differs from the label"),
}
"""What else people call a state, with commas between."""
_WITHOUT_WORD = (PASSED, UNCERTAIN, DIFFERS)  # in Vietnamese a scoreboard says "met" of what passed
_SIGN = r"^\W+"


def verdicts_named(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of the verdicts that texts mean, several with commas.

    Raises:
        UsageError: a text is no verdict, or several.
    """
    found = _each(VERDICT, given, [*Grade, PASSED], STANDING, list(StandingKind))
    passed = (Grade.EXCEEDED, Grade.MET)
    return tuple(dict.fromkeys(code for each in found for code in (passed if each == PASSED else (each,))))


def standings_named(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of the standings that texts mean, several with commas.

    Raises:
        UsageError: a text is no standing, or several.
    """
    return _each(STANDING, given, list(StandingKind), VERDICT, list(Grade))


def states_named(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of the states of `--fail-on` that texts mean, several with commas.

    Raises:
        UsageError: a text is no such state, or several.
    """
    return _each("--fail-on", given, FAIL_ON, "", ())


def order_named(given: str) -> Order:
    """The order that a text means.

    Raises:
        UsageError: it is no order, or several.
    """
    return Order(_one("--sort", given, {order: _in_all(f"order_{order}") for order in Order}))


def _each(
    option: str, given: Iterable[str], codes: Sequence[str], other: str, others: Sequence[str]
) -> tuple[str, ...]:
    texts = [text.strip() for each in given for text in each.split(",")]
    if all(text in codes for text in texts):
        return tuple(texts)
    own = {code: _called(code) for code in codes}
    strange = {code: _called(code) for code in others}
    for text in texts:
        if text not in own and not _is_whole(text, own) and (text in strange or _is_whole(text, strange)):
            raise _of_other(option, text, other)
    return tuple(_one(option, text, own) for text in texts)


def _of_other(option: str, text: str, other: str) -> UsageError:
    as_typed = shlex.quote(text)
    if other == STANDING:
        return UsageError(
            "{option}: '{text}' is a standing. Write --standing {typed}", option=option, text=text, typed=as_typed
        )
    return UsageError(
        "{option}: '{text}' is a verdict. Write --verdict {typed}", option=option, text=text, typed=as_typed
    )


def _one(option: str, text: str, titles: Mapping[str, tuple[str, ...]]) -> str:
    """The code that a text means."""
    if text in titles:
        return text
    names = [Name(str(code), each) for code, each in titles.items()]
    unknown = Message("{option}: unknown value '{text}'.", option=option, text=text)
    if not wanted(text).plain:
        raise UsageError(Message.joined("", (unknown, suggest(text, titles))))
    return said(text, pick(_without_sign(text), names, unknown, "", f"{option}: "))[0].id


def _is_whole(text: str, titles: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a text is all that something is called."""
    sought = wanted(_without_sign(text))
    return any(sought.fit(title)[0] is Level.WHOLE for each in titles.values() for title in each)


def _called(code: str) -> tuple[str, ...]:
    """What a state is called in every language, as a table shows it first, in that of the run before the others."""
    own = () if code in _WITHOUT_WORD else _in_all(code)
    others = (said_in(_OTHERWISE[code], lang).split(",") for lang in _languages())
    return tuple(dict.fromkeys((*own, *(text.strip() for each in others for text in each), code.replace("_", " "))))


def _in_all(key: str) -> tuple[str, ...]:
    """The word of a table in every language."""
    return tuple(dict.fromkeys(_without_sign(word(key, lang)) for lang in _languages()))


def _languages() -> list[str]:
    return sorted(languages(), key=lambda lang: lang != spoken())


def _without_sign(text: str) -> str:
    return re.sub(_SIGN, "", text)
