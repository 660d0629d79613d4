"""What is exported of several data folders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tgkt.engine.export.export import export
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.exchange.sdmx.observation import Observation, observations
from tgkt.results.export import Exported
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

_ROOT = Path(__file__).resolve().parents[4]
FOLDERS = {
    "the shipped data": shipped_data(),
    "a plan in English": _ROOT / "examples" / "ireland_climate",
    "what came since": _ROOT / "examples" / "thai_nguyen_since",
    "hostile texts": _ROOT / "tests" / "hostile",
    "fiscal years": Path(__file__).with_name("fiscal"),
}
each_folder = pytest.mark.parametrize("name", FOLDERS)


def exported_from(folder: Path) -> Exported:
    """What a data folder exports."""
    catalogue = load_folder(folder)
    return export(Knowledge(catalogue, Clock(newest_year(catalogue, None))))


@cache
def exported(name: str) -> Exported:
    """What one of the folders exports."""
    return exported_from(FOLDERS[name])


@cache
def rows(name: str) -> Sequence[Observation]:
    """Its figures as observations."""
    return observations(exported(name))
