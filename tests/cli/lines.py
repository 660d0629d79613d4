"""Command lines by the grammar of all commands, with values that fit and values that no one would type.

The grammar is the table by which a shell is answered: every command, its arguments and options, and what each takes.
The same seed gives the same lines.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from loading.mini import BASELINE, RESULT, TARGET, planned, row, write_files

from tgkt.cli.shell.table import FLAG, Command, Parameter, commands

LONG = "9" * 4301  # one digit more than Python makes a whole number of
AWKWARD = (
    *("", " ", "-", "--", "-1", "0", "²", "٣", "x\udcff", "\u202e", "a\nb", "9\n8", "\x1b[31m", "{x}", "%s", "=", "=="),
    *("~", "*", "'", '"', "\\", "é" * 300, "0" * 4301, LONG, f"0.{LONG}", "1e999999", "nan", "-inf", "1/0", "0x10"),
)
AMOUNTS = (
    *(
        "0",
        "1",
        "-1",
        "9",
        "9%",
        "9,5%",
        "+0.5pp",
        "×1.05",
        "1.845,7",
        "1,845.7",
        "1.9 triệu",
        "60 %",
        "5-7",
        "+10%/năm",
    ),
    *(
        "100 nghìn tỷ",
        "1e5",
        "0,1;0,9",
        "north=0,9;south=0,1",
        "bac_kan=1,thai_nguyen=2",
        "=",
        "9" * 40,
        "0." + "0" * 40,
    ),
)
YEARS = (
    "1900",
    "2020",
    "2025",
    "2026",
    "2030",
    "2200",
    "1899",
    "0",
    "-1",
    "2026-2030",
    "2026-Q1",
    "2026-6M",
    "2025/26",
)
DATES = ("2025", "2026-04", "2027-04-01", "2027-02-30", "0000-00-00", "01/02/2027")
FILES = (
    *("out", "out.txt", "out.md", "out.csv", "out.tsv", "out.json", "out.ndjson", "out.xlsx", "out.docx", "out.html"),
    *("-", "loop", "loop.csv", "folder", "gone.csv", "no/such.csv", "n\udcff.csv", "/dev/full", "/dev/null", "."),
    *(
        "n" * 300,
        "n" * 250 + ".csv",
        "here/plan.yaml",
        "figures.csv",
        "good\udcff.csv",
        "sheet.csv",
        "broken.xlsx",
        "broken.json",
        "scenario.yaml",
        "many",
    ),
)
FOLDERS = (
    *("here",) * 12,
    *("n\udcff", "mixed", "loop", "folder", "gone", "figures.csv", "around", "damaged"),
    *("new", "", "/dev/null", "n" * 300),
)
NAMES = {
    "what": (
        "share",
        "1",
        "1.1",
        "forest",
        "communes",
        "xã",
        "province",
        "zz",
        "1..2",
        "forest>=5",
        "forest >= 96",
        "a>b",
    ),
    "plan": ("plan", "2026-2030", "targets_2025_2030", "2030"),
    "area": ("whole", "north", "bac_kan", "merged"),
    "section": ("society", "economy"),
    "origin": ("report", "resolution"),
    "finding": ("sum", "derive.forest.whole.2026"),
    "indicator": ("forest", "communes"),
    "setting": ("forest=9", "forest=93%", "1=+1pp", "forest=", "=9", "forest", "communes=×2", "1=0"),
    "weights": AMOUNTS,
    "year": YEARS,
    "period": YEARS,
    "side": ("plan", "2025", "2026", "here", "mixed", "gone"),
    "command": ("status", "help", "statuss"),
    "language": ("en", "vi", "fr"),
    "file": FILES,
    "folder": FOLDERS,
    "": (*AMOUNTS, *YEARS, *DATES, "title", "key,says", "status,blend", "bac_kan,merged", "a,a", "100", "110", "5"),
}
SURROUNDINGS: tuple[dict[str, str], ...] = (
    *({},) * 9,
    *({"COLUMNS": "²"}, {"COLUMNS": LONG}, {"COLUMNS": "-1"}, {"COLUMNS": "1"}, {"COLUMNS": "²", "FORCE_COLOR": "1"}),
    *(
        {"TGKT_DATA": "here"},
        {"TGKT_DATA": "loop"},
        {"TGKT_DATA": "n\udcff"},
    ),
    *({"XDG_CACHE_HOME": "relative"}, {"XDG_CACHE_HOME": "/dev/null/x"}, {"HOME": "n\udcff", "XDG_CACHE_HOME": ""}),
)


class Typed(NamedTuple):
    """A command line and what stands around it."""

    args: tuple[str, ...]
    env: dict[str, str]


def typed(seed: int) -> Iterator[Typed]:
    """Command lines without end."""
    chance, known = Random(seed), [each for each in commands().values() if each.name]
    while True:
        yield Typed(tuple(_line(chance, known)), dict(chance.choice(SURROUNDINGS)))


def _line(chance: Random, known: list[Command]) -> Iterator[str]:
    command = chance.choice(known)
    yield command.name
    for parameter in command.arguments:
        for _ in range(chance.choice((0, 1, 1, 2, 3) if parameter.is_repeatable else (1,) * 19 + (0, 2))):
            yield _value(chance, parameter)
    for parameter in chance.sample(command.options, chance.choice((0, 1, 1, 2, 2, 3))):
        if parameter.names[0] != "--help":
            yield chance.choice(parameter.names)
            if parameter.takes != FLAG:
                yield _value(chance, parameter)
    if any("--data" in each.names for each in command.options) and chance.random() < 0.9:
        yield from ("--data", chance.choice(FOLDERS))
    if chance.random() < 0.03:
        yield chance.choice(AWKWARD)


def _value(chance: Random, parameter: Parameter) -> str:
    """Mostly what the parameter takes, at times what another takes, at times what none takes."""
    kind = chance.random()
    if kind < 0.06:
        return chance.choice(AWKWARD)
    if kind < 0.1:
        return chance.choice(NAMES[chance.choice((*NAMES,))])
    choices = [word for word, _ in parameter.words] or [*NAMES[parameter.takes]]
    many = chance.choice((1, 1, 2, 3)) if parameter.is_list else 1
    return ",".join(chance.choice(choices) for _ in range(many))


def workplace(place: Path) -> Path:
    """A folder with what the lines name: data, files that are none, links to nowhere and to themselves."""
    write_files(place / "here", plan=planned(row("1", TARGET, BASELINE), row("2", RESULT)), more=_MORE)
    for name in ("mixed", "n\udcff"):
        shutil.copytree(place / "here", place / name)
    (place / "mixed" / "plan.yaml").rename(place / "mixed" / "p\udcff.yaml")
    for name in ("folder", "around", "damaged"):
        (place / name).mkdir()
    for name in ("loop", "loop.csv", "around/x.yaml"):
        (place / name).symlink_to(Path(name).name)
    (place / "damaged" / "x.yaml").write_bytes(b"\xff: [" + b"a" * 1000)
    for name, text in _TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    (place / "many").write_text(f"forest,{LONG},{'0' * 4301}\n" * 3, encoding="utf-8")
    return place


_TEXTS = {
    "figures.csv": "Indicator,Area,Period,Value,Origin\nforest,whole,2026,9,report\nforest,whole,2027,"
    + "0" * 4301
    + f",report\nforest,whole,2027,{LONG},report\nforest,whole,²,²,report\n",
    "good\udcff.csv": "Indicator,Area,Period,Value,Origin\nforest,whole,2026,92,report\n",
    "sheet.csv": "Indicator,Unit,Direction,Base 2025,Target 2030\nForest,%,up,1,2\n",
    "broken.xlsx": "PK\x03\x04 no archive",
    "broken.json": '{"tgkt": {"schema": "tgkt/export/1"}, "resources": [{}]}',
    "scenario.yaml": f"title: {{en: T, vi: T}}\nset: {{forest: '{LONG}'}}\n",
}


_MORE = """\
observations:
  - origin: report
    locator: "1"
    figures:
      - {indicator: communes, area: whole, period: 2024, value: 90}
      - {indicator: communes, area: north, period: 2024, value: 40}
      - {indicator: communes, area: south, period: 2024, value: 51}
      - {indicator: communes, area: whole, period: 2025, value: 92}
identities:
  sum:
    kind: sum
    formula: "communes[whole, 2024] == communes[north, 2024] + communes[south, 2024]"
"""
