"""`units.txt` read once more, without the code that is tested: name, meaning, aliases."""

from __future__ import annotations

import re

from tgkt.facts.units import DEFINITIONS

LINES = [
    [field.strip() for field in line.split("=")]
    for line in re.sub(r"#.*", "", DEFINITIONS.read_text(encoding="utf-8")).splitlines()
    if "=" in line
]
BASES = [line[0] for line in LINES if not line[0].endswith("-")]
SCALES = {line[0].rstrip("_-").replace("_", " "): int(line[1].removeprefix("1e")) for line in LINES if "_-" in line[0]}


def spoken(name: str) -> str:
    """A name as people write it."""
    return name.replace("_", " ")


def root(line: list[str]) -> str:
    """The unit a line's unit is derived from; itself for a base unit."""
    return line[0] if line[1].startswith("[") or "**" in line[1] else line[1].split()[-1]


FAMILIES = [
    [spoken(name) for line in LINES if root(line) == base for name in (line[0], *line[3:])]
    for base in sorted({root(line) for line in LINES if "_-" not in line[0]})
]
