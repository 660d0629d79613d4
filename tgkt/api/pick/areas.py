"""Areas and sections as a person names them: by id, or by words of their name."""

from __future__ import annotations

from collections.abc import Mapping

from tgkt.api.pick.name import Name, pick, said
from tgkt.errors import UsageError
from tgkt.facts.catalogue import Area, Catalogue
from tgkt.facts.indicator import Words
from tgkt.language import spoken
from tgkt.message import Message


def area_named(name: str, catalogue: Catalogue) -> Area:
    """The area that a text means.

    Raises:
        UsageError: there is no such area, or several.
    """
    return catalogue.areas[area_among(name, {area.id: area.title for area in catalogue.areas.values()})]


def area_among(name: str, titles: Mapping[str, Words]) -> str:
    """The id of the area that a text means.

    Raises:
        UsageError: there is no such area, or several.
    """
    unknown = Message("--area: unknown area '{name}'.", name=name)
    return _among(name, titles, unknown, Message("tgkt list areas shows them"), "--area: ")


def section_among(name: str, titles: Mapping[str, Words]) -> str:
    """The id of the section that a text means.

    Raises:
        UsageError: there is no such section, or several.
    """
    unknown = Message("--section: unknown section '{name}'.", name=name)
    return _among(name, titles, unknown, Message("tgkt list sections shows them"), "--section: ")


def _among(name: str, titles: Mapping[str, Words], unknown: Message, advice: Message, before: str) -> str:
    names = [Name(id, tuple(dict.fromkeys((title.within(spoken()), *title.texts)))) for id, title in titles.items()]
    if not names:
        raise UsageError(Message.joined("", (unknown, " ", advice, ".")))
    return said(name, pick(name, names, unknown, advice, before))[0].id
