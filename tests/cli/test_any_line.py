"""Any command line has a declared end: an answer, or a line that says what is wrong; never a traceback.

TGKT_LINES and TGKT_SEED ask for more lines, and for others.
"""

from __future__ import annotations

import shlex
import shutil
from itertools import islice
from pathlib import Path

import pytest
from soak import SEED, tries

from .lines import Typed, typed, workplace
from .runner import Answer, Tgkt

LINES = tries("TGKT_LINES", 100)
TOGETHER = 50  # lines that run in one folder, each finding what the others wrote
DECLARED = (0, 1, 2, 3)


@pytest.fixture(name="model", scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which every line begins; copied, never written to."""
    return workplace(tmp_path_factory.mktemp("model"))


def wrong(line: Typed, done: Answer) -> str | None:
    """What is wrong with the end of a run, with the line that repeats it."""
    told = done.err + done.raw.decode("utf-8")
    is_silent = done.code in (2, 3) and not told.strip() and line.args[0] != "validate"  # whose answer may be a file
    if done.code in DECLARED and "Traceback" not in told and "a mistake in tgkt" not in told and not is_silent:
        return None
    return f"{line.env} tgkt {shlex.join(line.args)!a}: {done.code} {told[-400:]}"


@pytest.mark.parametrize("part", range(-(-LINES // TOGETHER)))
def test_every_line_has_a_declared_end(tgkt: Tgkt, model: Path, tmp_path: Path, part: int) -> None:
    """Exit 0 to 3, and with 2 and 3 a sentence."""
    place = shutil.copytree(model, tmp_path / "place", symlinks=True)
    lines = list(islice(typed(SEED * 1_000_003 + part), TOGETHER))
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ends = [wrong(line, tgkt.fresh(*line.args, cwd=place, env={**home, **line.env})) for line in lines]
    print(f"part {part}: {len(lines)} lines from seed {SEED}, {len([end for end in ends if end])} wrong")
    assert [end for end in ends if end] == []


def test_the_lines_reach_every_command_and_some_answers(tgkt: Tgkt, model: Path, tmp_path: Path) -> None:
    """The lines are not all refused at the door, and the same seed gives the same ones."""
    first, again = (list(islice(typed(SEED), 400)) for _ in range(2))
    assert first == again
    assert len({line.args[0] for line in first}) > 10
    place = shutil.copytree(model, tmp_path / "place", symlinks=True)
    assert tgkt.fresh("validate", "--data", "here", cwd=place).code == 0
