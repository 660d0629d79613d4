"""The law of export: a folder made of a package gives the same package, byte by byte, whatever stands in it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from strategies import law

from tgkt.errors import DataError
from tgkt.loading.packaged.folder import folder_files

from .folders import folders
from .test_folder import packaged, written

pytestmark = pytest.mark.usefixtures("unkept")


@law
@given(folders())
def test_a_folder_made_of_a_package_gives_the_same_package(files: dict[str, str]) -> None:
    """Nothing is lost on the way there, and nothing on the way back."""
    with TemporaryDirectory() as home:
        first = _first(written(Path(home) / "data", files))
        package = written(Path(home) / "package", first)
        again = written(Path(home) / "again", folder_files(package / "datapackage.json"))
        assert packaged(again) == first


def _first(folder: Path) -> dict[str, str]:
    """The package of a drawn folder; a few hold one figure twice, which the loader refuses."""
    try:
        return packaged(folder)
    except DataError:
        assume(False)
        raise
