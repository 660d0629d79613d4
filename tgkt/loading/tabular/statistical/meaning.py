"""What each code of a dimension is in our data: by the user's map, else by its own name; or nothing of ours."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.errors import Problem, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.spec import Named
from tgkt.loading.tabular.meant import Names
from tgkt.loading.tabular.names import Head, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.statistical.cube import Dimension
from tgkt.loading.tabular.statistical.mapping import CodeMap
from tgkt.loading.tabular.statistical.periods import Dated, period_of, status_of
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple
from tgkt.source import Source

MOST_LISTED = 5


class Codes(NamedTuple):
    """The meaning of the codes of a dimension.

    Attributes:
        ids: our id by code.
        unknown: codes without a meaning.
        problems: mistakes of the map, and of codes that mean two things.
        said: notes.
    """

    ids: dict[str, str]
    unknown: list[str]
    problems: list[Problem]
    said: list[Message]


class Times(NamedTuple):
    """The periods of the codes of a dimension, those that are none, with why, and notes."""

    periods: dict[str, Dated]
    unknown: dict[str, str]
    problems: list[Problem]
    said: list[Message]


def names_of(head: Head, catalogue: Catalogue) -> Names:
    """The names of our indicators or areas."""
    if head is Head.AREA:
        return Names("area", {id: each.title.texts for id, each in catalogue.areas.items()})
    return Names("indicator", {id: each.title.texts for id, each in catalogue.indicators.items()})


def codes_of(names: Names, dimension: Dimension, head: Head, given: CodeMap, whole: Source) -> Codes:
    """The meaning of the codes of the dimension of indicators or areas.

    Args:
        names: our names.
        dimension: the dimension.
        head: what it is.
        given: what the user says.
        whole: the place of the file.
    """
    ids, unknown = {}, []
    own, said, problems = _by_code(dimension, head, given)
    for code, label in dimension.labels.items():
        if code in own:
            id, problem = meant(names, *own[code], f"{head}.{code}")
            problems += [problem] if problem else []
            ids[code] = id
            continue
        found = [id for text in (code, label) if (id := names.whole(text).id)]
        if len(set(found)) > 1:
            problems.append(Problem(whole, dimension.id, _two(head, code, label, names, found)))
        elif found:
            ids[code] = found[0]
        else:
            unknown.append(code)
    return Codes(ids, unknown, problems, said)


def meant(names: Names, text: str, place: Source, path: str) -> tuple[str, Problem | None]:
    """Our id that a word of the map means, or the problem that it means none."""
    found = names.whole(text)
    if found.id:
        return found.id, None
    told = found.wrong or Message.joined("", (names.find(text).wrong or "", names.nearest(text)))
    return "", Problem(place, path, told)


def times_of(dimension: Dimension, given: CodeMap) -> Times:
    """The periods of the codes of a dimension."""
    periods: dict[str, Dated] = {}
    unknown: dict[str, str] = {}
    own, said, problems = _by_code(dimension, Head.PERIOD, given)
    for code, label in dimension.labels.items():
        try:
            if code in own:
                periods[code] = Dated(table_period(own[code][0]), status_of(label))
            else:
                periods[code] = period_of(code, label)
        except ValueError as error:
            if code in own:
                problems.append(Problem(own[code][1], f"period.{code}", message_of(error)))
            else:
                unknown[code] = message_of(error)
    return Times(periods, unknown, problems, said)


def find_codes(dimension: Dimension, text: str) -> list[str]:
    """The codes that a word of the user names: itself, else those with this label."""
    if text in dimension.labels:
        return [text]
    return [code for code, label in dimension.labels.items() if folded(label) == folded(text)]


def listed(dimension: Dimension, codes: Iterable[str]) -> str:
    """Codes with their labels, the first few."""
    every = list(codes)
    told = [each if dimension.labels[each] == each else f"{each} ({dimension.labels[each]})" for each in every]
    return ", ".join(told[:MOST_LISTED]) + (f" … ({len(every)})" if len(every) > MOST_LISTED else "")


def no_code(dimension: Dimension, text: str) -> Message:
    """That a dimension has no such code."""
    known = {text for pair in dimension.labels.items() for text in pair}
    return Message(
        "the dimension '{dimension}' has no code '{code}'.{advice}",
        dimension=dimension.id,
        code=text,
        advice=suggest(text, known, Message("It has {codes}", codes=listed(dimension, dimension.labels))),
    )


def _by_code(
    dimension: Dimension, head: Head, given: CodeMap
) -> tuple[dict[str, tuple[str, Source]], list[Message], list[Problem]]:
    """Our words by the codes of a dimension, notes on keys of the map that it does not have, and wrong keys."""
    said_of = given.meanings.get(head)
    block = said_of if isinstance(said_of, Named) else Named()
    found: dict[str, tuple[str, Source]] = {}
    said, problems = [], []
    for key, word in block.items():
        place, codes = block.places[key], find_codes(dimension, key)
        if len(codes) > 1:
            told = Message(
                "'{label}' is the label of several codes: {codes}. Write the code", label=key, codes=", ".join(codes)
            )
            problems.append(Problem(place, f"{head}.{key}", told))
        elif codes:
            found[codes[0]] = word, place
        else:
            said.append(Message.joined(": ", (place, head, no_code(dimension, key))))
    return found, said, problems


def _two(head: Head, code: str, label: str, names: Names, found: list[str]) -> Message:
    return Message(
        "the code '{code}' is {one}, and its label '{label}' is {other}. Say which in a file for --map: {head}: "
        '{{"{code}": {id}}}',
        head=str(head),
        code=code,
        label=label,
        one=names.shown(found[0]),
        other=names.shown(found[1]),
        id=found[0],
    )
