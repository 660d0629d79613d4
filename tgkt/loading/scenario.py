"""A scenario file: settings that differ from the plan, under a name."""

from __future__ import annotations

from pathlib import Path

from tgkt.errors import DataError
from tgkt.facts.indicator import Words
from tgkt.loading.alone import read_alone
from tgkt.loading.scalars import Text, Title
from tgkt.loading.spec import Field, MapOf, Record
from tgkt.message import Message
from tgkt.record import NamedTuple

SCENARIO = Record(
    Message("a scenario"),
    {
        "title": Field(Title(is_line=True), "its name"),
        "set": Field(
            MapOf(Text(wanted=Message('a quoted setting such as "9%/năm"'))),
            Message("indicator: what it is set to"),
            True,
        ),
    },
)


class Scenario(NamedTuple):
    """A named list of settings, as texts by indicator."""

    title: Words | None
    settings: dict[str, str]


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises:
        DataError: with every problem in it.
    """
    entry, reader = read_alone(path, SCENARIO)
    if entry is None or reader.problems:
        raise DataError(sorted(reader.problems))
    return Scenario(entry["title"], entry["set"] or {})
