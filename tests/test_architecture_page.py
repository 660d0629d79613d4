"""docs/architecture.md says what the code is: its rooms, the direction of imports, and the walk of a figure."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli.runner import ROOT, Tgkt
from test_architecture import LAYERS, PACKAGE

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
TREE, ORDER = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[:2]
WALK = re.findall(r"^\| [^|]+ \| `(tgkt/[\w/]+\.py)` \| `([\w.]+)` \|$", PAGE, re.MULTILINE)
PLAN = """\
language: vi
areas: {thai_nguyen: {title: Thái Nguyên}}
origins: {appendix: {title: Phụ lục, date: "2025-09"}}
plan: {title: Kết quả 2020-2025, period: 2021-2025, origin: appendix}
indicators:
  grdp_growth:
    title: Tốc độ tăng trưởng kinh tế (GRDP) bình quân
    unit: "%/năm"
    price: constant
    direction: increase
    rows:
      - code: "1"
        target: {period: 2021-2025, timing: average, value: 8, printed: "8%/năm"}
        result: {period: 2021-2025, timing: average, value: 7.35, status: estimated, printed: "7,35%/năm"}
        official: "Không đạt"
"""
TRACED = """
import sys
from pathlib import Path
file, *sys.argv[1:] = sys.argv[1:]
called = set()
def note(frame, event, _):
    if event == "call":
        called.add((frame.f_code.co_filename, frame.f_code.co_qualname))
from tgkt.cli.app import main
sys.setprofile(note)
try:
    main()
finally:
    sys.setprofile(None)
    Path(file).write_text("\\n".join(f"{name} {what}" for name, what in called), encoding="utf-8")
"""


def folders() -> list[str]:
    """The folders of the tree, by their indents."""
    found: list[str] = []
    for line in TREE.splitlines():
        name = line.split()[0].rstrip("/")
        depth = (len(line) - len(line.lstrip())) // 2
        found.append("/".join([*found[-1].split("/")[:depth], name]) if found else name)
    return found


def test_the_tree_has_every_folder() -> None:
    """With a sentence for each, and none that is not there."""
    there = {"tgkt", "tgkt/locale"} | {
        file.parent.relative_to(ROOT).as_posix() for file in PACKAGE.rglob("__init__.py")
    }
    assert set(folders()) == there
    assert [line for line in TREE.splitlines()[1:] if len(line.split()) < 3] == []


def test_the_order_of_imports_is_the_one_that_is_held() -> None:
    """Line by line."""
    assert [tuple(line.split(", ")) for line in ORDER.splitlines()] == [*LAYERS]


@pytest.mark.parametrize(("file", "name"), WALK, ids=[f"{file}: {name}" for file, name in WALK])
def test_a_step_of_the_walk_names_what_there_is(file: str, name: str) -> None:
    """A function of that module, or a method of a class of it."""
    body: list[ast.stmt] = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    for part in name.split("."):
        named = [each for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name == part]
        assert named, f"{file} has no {name}"
        body = named[0].body


def test_the_walk_is_walked(tgkt: Tgkt, tmp_path: Path) -> None:
    """`tgkt status` calls every function of it, for the very figure; for machines and for people."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    called = set()
    for form in ("table", "json"):
        env = tgkt.environment({"XDG_CACHE_HOME": str(tmp_path / form), "PYTHONPATH": str(ROOT)})
        command = (sys.executable, "-c", TRACED, str(tmp_path / "called"), "status", "--data", str(folder), "-f", form)
        done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        called |= set((tmp_path / "called").read_text(encoding="utf-8").splitlines())
    assert len(WALK) > 20
    assert [f"{file}: {name}" for file, name in WALK if f"{ROOT / file} {name}" not in called] == []
