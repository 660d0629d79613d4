"""Texts kept in `tests/snapshots`, and how they are renewed."""

from __future__ import annotations

import os
import re
from pathlib import Path

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots"
PLACE = re.compile(r"(\.yaml):\d+:\d+")
UPDATE = "TGKT_UPDATE_SNAPSHOTS"


def check_snapshot(name: str, text: str) -> None:
    """Demand that a text is the one kept as `tests/snapshots/NAME.txt`, or keep it when updating.

    Places in data files are kept without line and column, which move with every line that is added.
    """
    check_file(SNAPSHOTS / f"{name}.txt", PLACE.sub(r"\1", text))


def check_file(kept: Path, text: str) -> None:
    """Demand that a text is the one in a file, or write it there when updating."""
    if os.environ.get(UPDATE):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8", newline="\n")
    renew = f"If the change is meant, run the tests with {UPDATE}=1 and read the difference before you commit it."
    assert kept.exists(), f"{kept} is missing. {renew}"
    expected = kept.read_text(encoding="utf-8")
    assert expected == text, f"{kept} differs. {renew}"
