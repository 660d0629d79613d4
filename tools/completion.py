"""The table that completion reads, made from the commands themselves.

    python tools/completion.py

Writes `tgkt/cli/shell/table.tsv`. An option or argument that names something of the data is known by its name or by its
placeholder, below; a closed list that the command reads as text is its placeholder, <a|b>, or stands below too.
Everything else is what typer says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from tgkt.api.pick.states import FAIL_ON
from tgkt.cli.app import app
from tgkt.cli.pages import PAGES
from tgkt.cli.shell.table import CLOSED, FLAG, LIST, MANY, MEANING, TABLE
from tgkt.engine.project.choice import LAST_TERM, OBSERVED, REQUIRED
from tgkt.engine.status.order import Order
from tgkt.language import Homonym
from tgkt.report.machine.shapes import SHAPES
from tgkt.report.words import WORDS
from tgkt.results.status import Grade, StandingKind

RELATION = "relation_"
TAKES = {
    "--plan": "plan",
    "--area": "area",
    "--section": "section",
    "--lang": "language",
    "--origin": "origin",
    "--accept": "indicator",
    "--period": "period",
    "--year": "year",
    "--id": "finding",
    "--weight-by": "indicator",
}
PLACEHOLDERS = {
    "WHAT": "what",
    "GOAL": "what",
    "WHAT=VALUE": "setting",
    "A=W,B=W": f"weights{LIST}",
    "COLUMN=HEAD|FILE": "file",
    "YEAR": "year",
    "OLD": "side",
    "NEW": "side",
    "COMMAND": "command",
    "CMD": "command",
    "DATA": "folder",
    "FILE": "file",
}
# The closed lists that are read as text, and what the keys of their words begin with.
LISTS: dict[str, tuple[Iterable[str], str | None]] = {
    "--verdict": (Grade, ""),
    "--standing": (StandingKind, ""),
    "--sort": (Order, "order_"),
    "--fail-on": (FAIL_ON, ""),
    "--kind": ([key.removeprefix(RELATION) for key in WORDS if key.startswith(RELATION)], RELATION),
    "[ANSWER]": (["data", *SHAPES], None),
}
KNOWN_AS = {"--severity": "severity_", "--status": "status_"}  # choices that have words, likewise
SEVERAL = {"--verdict", "--standing", "--fail-on"}  # with commas
ALSO = {"--accept": ["all"], "--pace": [OBSERVED, LAST_TERM, REQUIRED]}


def table() -> str:
    """The table as text: a line for every command, option and argument."""
    lines = ["\t".join(cells) for cells in _cells()]
    return "\n".join((*lines, ""))


def _cells() -> Iterator[tuple[str, ...]]:
    group: Any = typer.main.get_command(app)
    above = typer.Context(group, info_name="tgkt", **group.context_settings)
    for name in ("", *PAGES):
        command = group.get_command(above, name) if name else group
        context = above if not name else typer.Context(command, above, name, **command.context_settings)
        yield name, "", "", "", "", str(PAGES[name].says) if name else _one_line(command.help)
        shown = [param for param in command.get_params(context) if not getattr(param, "hidden", False)]
        yield from ((name, *_parameter(param)) for param in shown)


def _parameter(param: Any) -> tuple[str, str, str, str, str]:
    is_option = param.param_type_name == "option"
    long_first = sorted(param.opts, key=lambda each: not each.startswith("--"))
    names = [*long_first, *param.secondary_opts] if is_option else [param.metavar or param.name.upper()]
    several = bool(getattr(param, "multiple", False)) or param.nargs == -1
    told = _one_line(getattr(param, "help", None) or "")
    return " ".join(names), *_values(param, names[0]), MANY if several else "once", told


def _values(param: Any, name: str) -> tuple[str, str]:
    """The sort of value a parameter takes, and its words."""
    if getattr(param, "is_flag", False):
        return FLAG, ""
    if name in LISTS:
        return CLOSED + (LIST if name in SEVERAL else ""), _labelled(*LISTS[name])
    if choices := getattr(param.type, "choices", None):
        return CLOSED, _labelled(choices, KNOWN_AS.get(name))
    if name not in TAKES and (listed := re.fullmatch(r"<([a-z_|]+)>", param.metavar or "")):
        return CLOSED, listed[1]
    also = "|".join(ALSO.get(name, ()))
    placeholder = (param.metavar or "").strip("[]….").removesuffix("|-").rstrip("[]….")
    if found := TAKES.get(name) or PLACEHOLDERS.get(placeholder):
        return found, also
    is_path = type(param.type).__name__.endswith("Path")
    return ("folder" if placeholder == "DIR" else "file") if is_path else CLOSED if also else "", also


def _labelled(keys: Iterable[str], before: str | None) -> str:
    """Words, with what a reader knows them by where that is known."""
    return "|".join(f"{key}{_label(WORDS.get(f'{before}{key}', '')) if before is not None else ''}" for key in keys)


def _label(label: str | Homonym) -> str:
    told = f"{label.text}{MEANING}{label.meaning}" if isinstance(label, Homonym) else label
    return f"={told}" if told else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main() -> int:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
