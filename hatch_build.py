"""Compiles the catalogues of the program's own words when tgkt is built or installed, editable or not."""

from pathlib import Path
from typing import Any

# babel rather than polib: it is released several times a year, and its types are its own. Nothing needs it at run time,
# where the standard library reads what is compiled here.
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts a compiled catalogue (.mo) beside each source (.po) and into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before the files of the wheel are gathered."""
        root = Path(self.root)
        for source in sorted(root.glob("tgkt/locale/*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            with source.open("rb") as text, target.open("wb") as compiled:
                write_mo(compiled, read_po(text))
            build_data["artifacts"].append(target.relative_to(root).as_posix())  # git ignores it, the wheel does not
