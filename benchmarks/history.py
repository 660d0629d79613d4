"""What the benchmarks found, a line for each run, in benchmarks/history.jsonl: when, on what, and every figure."""

from __future__ import annotations

import json
import platform
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "benchmarks" / "history.jsonl"


def kept(table: str, found: Mapping[str, object]) -> None:
    """Adds a run of a table to the history."""
    state = subprocess.run(
        ("git", "describe", "--always", "--dirty"), cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    line = {
        "table": table,
        "date": time.strftime("%Y-%m-%d"),
        "state": state,
        "python": platform.python_version(),
        "found": found,
    }
    with FILE.open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(line, ensure_ascii=False)}\n")
