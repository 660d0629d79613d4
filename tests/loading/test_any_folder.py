"""Any change of a data folder's text has a declared end: a catalogue, or problems with place and remedy, a line each.

TGKT_MUTATIONS and TGKT_SEED ask for more changes, and for others.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from soak import SEED, HangError, at_most, tries

from tgkt.errors import DataError, shown
from tgkt.facts.catalogue import Catalogue
from tgkt.loading.catalogue import load
from tgkt.loading.files import all_files

from .mini import BASELINE, RESULT, TARGET, planned, row, write_files

LONGEST = 20.0  # seconds for one folder
COUNT = tries("TGKT_MUTATIONS", 60)
ROOT = Path(__file__).resolve().parents[2]
AWKWARD = (
    *(
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a ",
        "!!python/object:os.system ",
        "? ",
        "- ",
        "| ",
        "> ",
        "---",
        "...",
        "%TAG",
        "@",
    ),
    *("\t", "\r", "\u2028", "\x00", "\x1b", "\u202e", "\ufeff", '"', "'", "#", ": ", ",", "~", "null", "yes", "0x10"),
    *("0" * 4301, "9" * 4301, "1e999", ".nan", "-.inf", "2026-13", "1.845,7", "grdp[merged, 2025]", "==", "é" * 2000),
)
Change = Callable[[list[str], Random], list[str]]


def without(lines: list[str], chance: Random) -> list[str]:
    """Some lines in a row are lost."""
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.choice((1, 1, 3, 20)) :]


def doubled(lines: list[str], chance: Random) -> list[str]:
    """A line, or many, stand twice."""
    at, many = chance.randrange(len(lines)), chance.choice((1, 1, 5, 40))
    return lines[: at + many] + lines[at:]


def moved(lines: list[str], chance: Random) -> list[str]:
    """A line stands elsewhere."""
    left = list(lines)
    line = left.pop(chance.randrange(len(left)))
    left.insert(chance.randint(0, len(left)), line)
    return left


def indented(lines: list[str], chance: Random) -> list[str]:
    """A line begins farther in or out."""
    at = chance.randrange(len(lines))
    line = lines[at].removeprefix("  ") if chance.random() < 0.5 else f"  {lines[at]}"
    return [*lines[:at], line, *lines[at + 1 :]]


def within(lines: list[str], chance: Random) -> list[str]:
    """Something awkward stands in a line."""
    at = chance.randrange(len(lines))
    place = chance.randint(0, len(lines[at]))
    line = lines[at][:place] + chance.choice(AWKWARD) + lines[at][place:]
    return [*lines[:at], line, *lines[at + 1 :]]


def exchanged(lines: list[str], chance: Random) -> list[str]:
    """A word is another word of the file."""
    words = re.findall(r"[\w.,%]+", "\n".join(lines))
    at = chance.randrange(len(lines))
    found = re.findall(r"[\w.,%]+", lines[at])
    line = lines[at].replace(chance.choice(found), chance.choice(words), 1) if found else lines[at]
    return [*lines[:at], line, *lines[at + 1 :]]


def cut(lines: list[str], chance: Random) -> list[str]:
    """The file ends in the middle."""
    text = "\n".join(lines)
    return text[: chance.randint(0, len(text))].split("\n")


CHANGES: dict[str, Change] = {
    each.__name__: each for each in (without, doubled, moved, indented, within, exchanged, cut)
}


@pytest.fixture(name="folders", scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders to change: a small one, the examples, and the shipped data, which are slow to read and chosen less."""
    small = write_files(tmp_path_factory.mktemp("small"), plan=planned(row("1", TARGET, BASELINE), row("2", RESULT)))
    own = [path.parent for path in sorted((ROOT / "examples").glob("*/*.yaml"))]
    return [*[small] * 12, *dict.fromkeys(own), ROOT / "data"]


@pytest.mark.parametrize("change", CHANGES)
def test_every_changed_folder_loads_or_says_what_is_wrong(folders: list[Path], tmp_path: Path, change: str) -> None:
    """With at least one problem, each a line that names a file of the folder."""
    chance, loaded, wrong = Random(f"{SEED} {change}"), 0, []
    count = -(-COUNT // len(CHANGES))
    for number in range(count):
        folder = chance.choice(folders)
        place = shutil.copytree(folder, tmp_path / str(number))
        file = chance.choice(sorted(place.glob("*.yaml")))
        lines = file.read_text(encoding="utf-8").split("\n")
        for _ in range(chance.choice((1, 1, 2, 5))):
            lines = CHANGES[change](lines, chance) or [""]
        file.write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass", newline="")
        end = ended(place)
        loaded += end is None
        if end:
            wrong.append(f"{folder.name}/{file.name}, number {number}: {end}")
        shutil.rmtree(place)
    print(f"{change}: {count} folders from seed {SEED}, {loaded} load, {len(wrong)} wrong")
    assert wrong[:5] == []


def ended(folder: Path) -> str | None:
    """What is wrong with how reading a folder ends; nothing for a catalogue, "" for problems that are told well."""
    try:
        with at_most(LONGEST):
            files = all_files(folder)
            found = load(files.paths, files.names, files.of_bases)
    except DataError as error:
        return "" if error.problems and all(map(_is_told, error.problems)) else f"told as {error}"
    except HangError:
        return f"longer than {LONGEST} s"
    except Exception as error:
        return repr(error)
    return None if isinstance(found, Catalogue) else f"made {found!r}"


def _is_told(problem: object) -> bool:
    """Whether a problem is one line with a place or a file."""
    line = shown(problem)  # type: ignore[arg-type]
    return bool(line.strip()) and ".yaml" in line
