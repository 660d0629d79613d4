"""The files of a data folder, from a package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tgkt.loading.packaged import declared, related
from tgkt.loading.packaged.figures import Figures
from tgkt.loading.packaged.planned import plan_blocks
from tgkt.loading.packaged.tables import read_tables
from tgkt.loading.packaged.tree import file_text


def folder_files(description: Path) -> dict[str, str]:
    """The text of every file of the folder by its name; what would be empty is left out.

    Args:
        description: the file datapackage.json of a package.

    Raises:
        UsageError: it is no package that tgkt wrote, or a file of it cannot be read.
        DataError: a cell of it holds what it cannot.
    """
    tables = read_tables(description)
    figures = Figures(tables)
    files: dict[str, dict[str, Any]] = {
        "areas.yaml": {"areas": declared.areas(tables["areas"])},
        "origins.yaml": {"origins": declared.origins(tables["origins"])},
        "indicators.yaml": {
            "sections": declared.sections(tables["sections"]),
            "units": declared.units(tables["units"]),
            "indicators": declared.indicators(tables),
        },
        "relations.yaml": {
            "weights": related.weights(tables["weights"]),
            "links": related.links(tables["links"]),
            "identities": related.identities(tables["identities"]),
            "breaks": related.breaks(tables["breaks"]),
        },
        "observations.yaml": {"observations": figures.places()},
    }
    plans = {f"plan_{each.needed('id')}.yaml": plan_blocks(each, tables, figures) for each in tables["plans"]}
    written = {name: file_text(blocks) for name, blocks in {**files, **plans}.items()}
    return {name: text for name, text in written.items() if text}
