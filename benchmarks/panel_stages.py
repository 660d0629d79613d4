"""Where the time of one `tgkt panel` goes: the CPU seconds of its stages, as JSON on standard error.

    python benchmarks/panel_stages.py FIGURES.parquet --data FOLDER -o ANSWER.csv -q

The statements that it hands to DuckDB count where they are made: what reads, what checks, what judges and writes. The
rest is Python: its start, the plan, the making of the statements.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tgkt.panel.duck import Duck

REST, JUDGE, WRITE = "start and plan", "judge and order", "write"
STAGES = {"source": "read", "figures": "read", "areas": "read", "mistakes": "check", "run": JUDGE}
"""The module that hands a statement over, and its stage."""
SPENT: Counter[str] = Counter()


def watched(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method of the database whose time is counted for the module that calls it."""

    def called(self: Duck, *given: Any) -> Any:
        module = Path(sys._getframe(1).f_code.co_filename).stem
        if module in ("duck", "panel_stages"):  # a part of what is counted already
            return method(self, *given)
        begun = time.process_time()
        try:
            return method(self, *given)
        finally:
            SPENT[STAGES.get(module, REST)] += time.process_time() - begun

    return called


def copied(self: Duck, view: str, file: Path, form: str, schema: str) -> None:
    """The answer, which is otherwise computed while it is written, computed first and written then."""
    begun = time.process_time()
    self.run(f"CREATE TEMP TABLE computed AS SELECT * FROM {view}")
    between = time.process_time()
    copy(self, "computed", file, form, schema)
    SPENT[JUDGE] += between - begun
    SPENT[WRITE] += time.process_time() - between


copy = Duck.copy


def told() -> None:
    """The stages, and what is left for Python; once."""
    if not SPENT:
        return
    SPENT[REST] += time.process_time() - sum(SPENT.values())
    names = (REST, *dict.fromkeys(STAGES.values()), WRITE)
    print(json.dumps({name: round(SPENT[name], 2) for name in names}), file=sys.stderr)
    SPENT.clear()


def main() -> None:
    """Run the command with its methods watched, whichever way it ends."""
    for name in ("run", "rows", "columns", "table", "keep"):
        setattr(Duck, name, watched(getattr(Duck, name)))
    Duck.copy = copied  # type: ignore[method-assign]
    end = os._exit

    def ended(code: int) -> None:
        told()
        end(code)

    os._exit = ended  # type: ignore[assignment]
    sys.argv[1:] = ["panel", *sys.argv[1:]]
    atexit.register(told)
    runpy.run_module("tgkt", run_name="__main__")


if __name__ == "__main__":
    main()
