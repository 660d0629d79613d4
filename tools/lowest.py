"""The lowest versions that pyproject.toml declares, as constraints for pip: a line `name==version` for each.

    python tools/lowest.py > lowest.txt

What the project needs to run and its extras count; what only developers need does not, nor what is as a cluster has it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_OURS, _LEFT_OUT = "tgkt", ("dev", "foreign", "spark")
_FLOOR = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*>=\s*(?P<version>[0-9.]+)")


def lowest(project: dict[str, Any]) -> Iterator[str]:
    """The constraint of every requirement.

    Args:
        project: the table `project` of pyproject.toml.

    Raises:
        ValueError: a requirement has no lowest version.
    """
    extras = {name: needs for name, needs in project["optional-dependencies"].items() if name not in _LEFT_OUT}
    for requirement in [*project["dependencies"], *(each for needs in extras.values() for each in needs)]:
        if requirement.startswith(f"{_OURS}["):
            continue
        floor = _FLOOR.match(requirement)
        if floor is None:
            raise ValueError(f"{requirement}: names no lowest version. Write name>=version")
        yield f"{floor['name']}=={floor['version']}"


if __name__ == "__main__":
    print("\n".join(lowest(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"])))
