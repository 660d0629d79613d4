"""The data, with what follows from them, as files for other programs."""

from __future__ import annotations

from tgkt.api.seen import Seen
from tgkt.engine.export.export import export as gather
from tgkt.report.exchange.package import package_files


def package(seen: Seen) -> dict[str, str]:
    """The files of a Data Package by their names: tidy CSV, and datapackage.json that says what every column holds."""
    return package_files(gather(seen.knowledge))
