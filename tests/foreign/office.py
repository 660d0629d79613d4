"""LibreOffice without a window: turns a file into another kind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def converted(file: Path, kind: str, into: Path) -> Path:
    """The file as LibreOffice saves it in another format.

    Args:
        file: what we wrote.
        kind: the format, with its filter where it needs one: pdf, csv:"Text - txt - csv (StarCalc)":44,34,76.
        into: the folder to save it in.
    """
    profile = f"-env:UserInstallation=file://{into / 'profile'}"
    command = ("soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(into), str(file))
    run = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    made = into / f"{file.stem}.{kind.partition(':')[0]}"
    assert made.exists(), run.stderr or run.stdout
    return made


def text_of(pdf: Path) -> str:
    """The text of a PDF, its lines in the order of the page."""
    assert shutil.which("pdftotext")
    return subprocess.run(("pdftotext", "-layout", str(pdf), "-"), capture_output=True, text=True, check=True).stdout
