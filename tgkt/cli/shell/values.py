"""What may be typed, by its sort: the words of the program, and the names of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tgkt.cli.shell.kept import names_of
from tgkt.cli.shell.line import Line
from tgkt.cli.shell.names import Name
from tgkt.cli.shell.table import Parameter, commands
from tgkt.language import languages, translation
from tgkt.record import NamedTuple


class Value(NamedTuple):
    """A word that may be typed.

    Attributes:
        text: the word.
        title: what it means, in the reader's language.
        titles: what it may be found by when other words are typed, in any language.
    """

    text: str
    title: str = ""
    titles: tuple[str, ...] = ()


def command_values(lang: str) -> list[Value]:
    """The commands."""
    return [Value(each.name, _first(each.help, lang)) for each in commands().values() if each.name]


def option_values(line: Line, lang: str) -> list[Value]:
    """The options of a command that are not given yet; a short form only where it is typed."""
    options = line.command.options if line.command else ()
    left = [each for each in options if each.is_repeatable or each.names[0] not in line.given]
    return [
        Value(name, _first(each.help, lang))
        for each in left
        for place, name in enumerate(each.names)
        if place == 0 or name == line.typed
    ]


def parameter_values(parameter: Parameter, line: Line, lang: str) -> list[Value]:
    """The values of an option or an argument that are not given yet."""
    if parameter.takes == "command":
        return command_values(lang)
    if parameter.takes == "language":
        return [Value(each) for each in languages()]
    words = [Value(word, translation(label, lang) if label else "") for word, label in parameter.words]
    if (find := _OF_DATA.get(parameter.takes)) is None:
        return words
    names = names_of(next(iter(line.given.get("--data", ())), None))
    given = {*line.given.get(parameter.names[0], ())} if parameter.names else {*line.places}
    return [*words, *(each for each in find(names, line, lang) if each.text not in given)]


def _first(told: str, lang: str) -> str:
    """The first sentence of a help text."""
    text = translation(told, lang) if told else ""
    ends = [place for sign in (". ", ": ", "; ") if (place := text.find(sign)) > 0]
    return text[: min(ends, default=len(text))].rstrip(".")


def _value(name: Name, lang: str) -> Value:
    return Value(name.text, name.titles.get(lang) or name.titles.get("en", ""), (*dict.fromkeys(name.titles.values()),))


def _of_kind(*kinds: str) -> Callable[[list[Name], Line, str], Iterator[Value]]:
    """What offers the names of some kinds."""
    return lambda names, _, lang: (_value(each, lang) for kind in kinds for each in names if each.kind == kind)


def _targets(names: list[Name], line: Line, lang: str) -> list[Value]:
    """Numbers of the plan that is meant; ids as soon as no number can be meant, titles as soon as no id can."""
    in_force = next((each.text for each in names if each.kind == "force"), "")
    plan, areas = next(iter(line.given.get("--plan", ())), in_force), line.given.get("--area", ())
    rows = [each for each in names if each.kind == "row" and each.plan == plan and (not areas or each.area in areas)]
    numbers = list({row.text: _value(row, lang) for row in reversed(rows)}.values())[::-1]
    if numbers and not line.typed[:1].isalpha():
        return numbers
    places = {row.id: place for place, row in reversed([*enumerate(rows)])}
    indicators = sorted((each for each in names if each.kind == "indicator"), key=lambda each: each.text)
    ids = [_value(each, lang) for each in sorted(indicators, key=lambda each: places.get(each.text, len(rows)))]
    if any(each.text.casefold().startswith(line.typed.casefold()) for each in (*numbers, *ids)):
        return [*numbers, *ids]
    return [*numbers, *(each for each in ids if each.text not in places)]


def _settings(names: list[Name], line: Line, lang: str) -> Iterable[Value]:
    """`WHAT=`, the value being the user's."""
    return [] if "=" in line.typed else (each._replace(text=f"{each.text}=") for each in _targets(names, line, lang))


def _weights(names: list[Name], _: Line, lang: str) -> list[Value]:
    """`AREA=`, the weight being the user's."""
    return [_value(each, lang)._replace(text=f"{each.text}=") for each in names if each.kind == "area"]


_OF_DATA: dict[str, Callable[[list[Name], Line, str], Iterable[Value]]] = {
    "what": _targets,
    "setting": _settings,
    "weights": _weights,
    "plan": _of_kind("plan"),
    "area": _of_kind("area"),
    "section": _of_kind("section"),
    "origin": _of_kind("origin"),
    "finding": _of_kind("identity"),
    "indicator": _of_kind("indicator"),
    "year": _of_kind("year"),
    "period": _of_kind("year", "period"),
    "side": _of_kind("plan", "year"),
}
