"""The files that forges, other projects and libraries look for say what is true."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.runner import ROOT, Tgkt

from tgkt import __version__

TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))


def read(name: str) -> Any:
    """A YAML file at the top of the project."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_citation_is_of_this_version() -> None:
    """Version and licence stand in three places and are one."""
    citation = read("CITATION.cff")
    assert {"cff-version", "message", "title", "authors", "type"} <= set(citation)
    assert citation["version"] == PROJECT["version"] == __version__
    assert citation["license"] == PROJECT["license"] == "MIT"


def test_the_command_is_the_one_that_answers_shells() -> None:
    """What is installed as tgkt looks for a shell's question before anything else."""
    assert PROJECT["scripts"] == {"tgkt": "tgkt.cli.start:main"}


def test_the_workflow_does_what_the_readme_says() -> None:
    """It runs `make test`, on every Python from the oldest that is promised."""
    job = read(".github/workflows/test.yml")["jobs"]["test"]
    assert job["steps"][-1]["run"].startswith("make test")
    versions = job["strategy"]["matrix"]["python"]
    assert f">={min(versions, key=lambda each: int(each.partition('.')[2]))}" == PROJECT["requires-python"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_an_issue_template_has_a_head(template: Path) -> None:
    """A name and what it is for, which forges list."""
    head = re.match(r"---\n(.*?)\n---\n\n\*\*", template.read_text(encoding="utf-8"), re.DOTALL)
    assert head is not None
    assert set(yaml.safe_load(head[1])) == {"name", "about", "labels"}


def test_there_are_three_templates() -> None:
    """For a figure, for a verdict, for a wish."""
    assert [template.stem for template in TEMPLATES] == ["feature", "wrong_figure", "wrong_verdict"]


@pytest.mark.parametrize(("text", "code"), [("", 0), ("indicators: {a: {unit: kgg}}\n", 3)], ids=["valid", "not valid"])
def test_the_hook_validates_the_files_it_is_given(tgkt: Tgkt, tmp_path: Path, text: str, code: int) -> None:
    """As pre-commit runs it: the entry, the arguments of the repository, the files that changed."""
    (hook,) = read(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"]) == ("tgkt-validate", "python")
    folder = tmp_path / "plan"
    assert tgkt.fresh("init", str(folder)).code == 0
    changed = next(folder.iterdir())
    changed.write_text(text or changed.read_text(encoding="utf-8"), encoding="utf-8")
    assert re.search(hook["files"], changed.name)
    program, *words = shlex.split(hook["entry"])
    done = tgkt.fresh(*words, "--data", str(folder), str(changed))
    assert (program, done.code) == ("tgkt", code), done.err
