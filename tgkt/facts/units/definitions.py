"""The words of `units.txt`, read without pint, which costs more to import than most commands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from tgkt.record import NamedTuple

DEFINITIONS = Path(__file__).with_name("units.txt")
_PLAIN_MEANING = re.compile(r"\[(\w*)\]|(?:([\d.]+) )?(\w+)(?: \*\* (\d))?")
LINE = "/"
"""What a spelling stands for that divides, such as "per"."""


class Definitions(NamedTuple):
    """The words of `units.txt`.

    Attributes:
        scales: scale words with their powers of ten.
        powers: the same with their English names and other spellings.
        names: unit names and aliases with the unit's own name.
        english: the English name of a scale word or unit.
        singular: the English name of one of a unit.
        spellings: other spellings of units, and words that divide.
        meanings: a factor, the unit it is of (itself for a base unit) and the power of that unit.
        measures: what a base unit measures: "money", "energy", "count" …
    """

    scales: dict[str, int]
    powers: dict[str, int]
    names: dict[str, str]
    english: dict[str, str]
    singular: dict[str, str]
    spellings: dict[str, str]
    meanings: dict[str, tuple[Decimal, str, int]]
    measures: dict[str, str]

    def find(self, word: str) -> str | None:
        """The unit a word stands for, "_" for spaces; None where it is not known."""
        return self.names.get(word) or self.spellings.get(word)


@cache
def definitions() -> Definitions:
    """Read the words, not the meanings, of the definitions file."""
    known = Definitions({}, {}, {}, {}, {}, {}, {}, {})
    for line in DEFINITIONS.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0]
        fields = [field.strip() for field in line.split("=")]
        if "->" in line:
            words, meant = line.split("->")
            known.spellings[words.strip().replace(" ", "_")] = meant.strip()
        elif fields[0].endswith("-"):
            _add_scale(known, fields)
        elif len(fields) > 1:
            _add_unit(known, fields)
    return known


def _add_scale(known: Definitions, fields: list[str]) -> None:
    words = [field.rstrip("_-") for field in (fields[0], *fields[3:])]
    known.scales[words[0]] = int(fields[1].removeprefix("1e"))
    known.powers.update(dict.fromkeys(words, known.scales[words[0]]))
    known.english[words[0]] = words[1].replace("_", " ")


def _add_unit(known: Definitions, fields: list[str]) -> None:
    name, aliases = fields[0], fields[3:]
    known.names.update(dict.fromkeys((name, *aliases), name))
    spoken = [alias.replace("_", " ") for alias in aliases if alias.isascii()] or [name]
    known.english[name], known.singular[name] = spoken[0], spoken[-1]
    if plain := _PLAIN_MEANING.fullmatch(fields[1]):
        known.meanings[name] = (Decimal(plain[2] or 1), plain[3] or name, int(plain[4] or 1))
        if plain[3] is None:
            known.measures[name] = (plain[1] or "number").split("_")[0]


def registry_lines() -> list[str]:
    """The lines of the file that pint reads."""
    lines = DEFINITIONS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "->" not in line.split("#")[0]]
