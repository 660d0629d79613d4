"""Each recipe of CONTRIBUTING.md works as it is written: its files, edits and commands, in a copy of the project.

Beside what `test_walks` does, lines of a block after `<!-- edit: FILE -->` are found in that file and replaced: those
that begin with a blank or a minus, by those that begin with a blank or a plus.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.runner import LONGEST, ROOT, Tgkt
from test_docs import pattern
from test_walks import Step

PAGE = ROOT / "CONTRIBUTING.md"
RECIPE = re.compile(r"^## (Add .*?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"(?:<!-- (file|append|edit): (\S+) -->\n)?```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
RECIPES = dict(RECIPE.findall(PAGE.read_text(encoding="utf-8")))
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "build", "dist", "snapshots")


def steps(recipe: str) -> Iterator[Step]:
    """The steps of a recipe, in their order."""
    for kind, name, block in BLOCK.findall(recipe):
        if kind:
            yield Step(kind, name, block)
        else:
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, answer = part.partition("\n")
                yield Step("run", command, answer.rstrip("\n"))


def edited(text: str, block: str) -> str:
    """A text with the lines of a block replaced, which stand in it once."""
    lines = block.splitlines()
    old, new = (["", *(line[1:] for line in lines if line[:1] in signs), ""] for signs in (" -", " +"))
    assert text.count("\n".join(old)) == 1, block
    return text.replace("\n".join(old), "\n".join(new))


def run(command: str, folder: Path, tgkt: Tgkt) -> str:
    """What a command says in the copy, errors included."""
    env = tgkt.environment({"COLUMNS": "100", "PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")})
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    done = subprocess.run(
        ("sh", "-c", command), env=env, cwd=folder, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=LONGEST,
    )  # fmt: skip
    assert "Traceback" not in done.stdout, done.stdout
    assert done.returncode == 0, done.stdout
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip("\n").split("\n"))


def take(step: Step, folder: Path, tgkt: Tgkt) -> None:
    """Take one step in a copy of the project."""
    place = folder / step.name
    if step.kind == "run":
        said = run(step.name, folder, tgkt)
        assert not step.text or re.fullmatch(pattern(step.text), said), f"$ {step.name}\n{said}"
    elif step.kind == "edit":
        place.write_text(edited(place.read_text(encoding="utf-8"), step.text), encoding="utf-8")
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.read_text(encoding="utf-8") if step.kind == "append" else ""
        place.write_text(before + step.text, encoding="utf-8")


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_as_it_is_written(tgkt: Tgkt, tmp_path: Path, recipe: str) -> None:
    """Step by step, in a copy of the project."""
    copy = tmp_path / "tgkt"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    for step in steps(RECIPES[recipe]):
        take(step, copy, tgkt)


def test_there_are_recipes() -> None:
    """The four that the page promises, each with files to write and commands to run."""
    assert [name.rpartition(" ")[2] for name in RECIPES] == ["indicator", "case", "pace", "language"]
    kinds = [{step.kind for step in steps(text)} for text in RECIPES.values()]
    assert [found for found in kinds if "run" not in found or len(found) < 2] == []
