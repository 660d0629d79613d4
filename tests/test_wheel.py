"""The wheel: what is installed elsewhere speaks every language, has its data, and brings its man page."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPENDENCIES = sysconfig.get_path("purelib")  # a path of its own: what is installed there as editable is not seen


@pytest.fixture(scope="module", name="installed")
def a_clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that holds the wheel and sees the libraries it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    subprocess.run((*pip, *build), check=True)
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")), check=True)
    packages = next((folder / "venv" / "lib").glob("python*")) / "site-packages"
    (packages / "dependencies.pth").write_text(DEPENDENCIES, encoding="utf-8")
    (wheel,) = folder.glob("*.whl")
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run((*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", str(wheel)), check=True)
    return folder / "venv"


def run(installed: Path, *args: str, **env: str) -> str:
    """What the installed command answers, asked from another folder."""
    own = {"PATH": os.environ["PATH"], "HOME": str(installed), "XDG_CACHE_HOME": str(installed / "cache"), **env}
    command = (str(installed / "bin" / "tgkt"), *args)
    done = subprocess.run(command, env=own, cwd=installed, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def test_the_installed_command_has_vietnamese_help(installed: Path) -> None:
    """The catalogue is compiled into the wheel, and the locale chooses it."""
    assert run(installed, "status", "--help", LANG="vi_VN.UTF-8").startswith("Cách dùng: tgkt status [TÙY CHỌN]")
    assert run(installed, "status", "--help", LANG="C.UTF-8").startswith("Usage: tgkt status [OPTIONS]")


def test_the_installed_command_has_its_data(installed: Path) -> None:
    """The shipped plan is answered from any folder, and not from the source tree."""
    assert "targets_2025_2030" in run(installed, "status", "--format", "json")
    code = "import tgkt; print(tgkt.__file__)"
    python = str(installed / "bin" / "python")
    done = subprocess.run((python, "-P", "-c", code), env={}, capture_output=True, check=True)
    assert str(installed) in done.stdout.decode()


def test_the_man_page_is_installed(installed: Path) -> None:
    """`man tgkt` finds a page, in Vietnamese too."""
    pages = sorted(page.relative_to(installed).as_posix() for page in (installed / "share" / "man").rglob("*.1"))
    assert pages == ["share/man/man1/tgkt.1", "share/man/vi/man1/tgkt.1"]


def test_what_files_are_made_of_is_installed(installed: Path) -> None:
    """Templates, style and script of the page."""
    (folder,) = (installed / "lib").rglob("tgkt/report/handout/html")
    found = {file.name for file in folder.iterdir() if file.suffix in {".html", ".css", ".js"}}
    assert found == {"page.html", "board.html", "targets.html", "macros.html", "style.css", "page.js"}
