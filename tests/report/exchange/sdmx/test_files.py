"""The three files, whole and the same twice."""

from __future__ import annotations

import json

from tgkt.report.exchange.package import package_files
from tgkt.report.exchange.sdmx.files import CSV_1, CSV_2, STRUCTURE, is_structure, sdmx_files

from .exported import FOLDERS, each_folder, exported, exported_from


def test_the_structure_comes_last() -> None:
    """A folder that has it has the others."""
    assert list(sdmx_files(exported("the shipped data"))) == [CSV_1, CSV_2, STRUCTURE]


@each_folder
def test_the_same_data_give_the_same_bytes(name: str) -> None:
    """Read and written twice."""
    assert sdmx_files(exported(name)) == sdmx_files(exported_from(FOLDERS[name]))


def test_an_older_export_is_known_by_its_structure() -> None:
    """Other XML is none of ours."""
    files = sdmx_files(exported("hostile texts"))
    assert is_structure(files[STRUCTURE])
    assert not is_structure(files[STRUCTURE].replace('<mes:Sender id="TGKT"', '<mes:Sender id="OTHER"'))
    assert not is_structure(json.dumps(list(package_files(exported("hostile texts")))))
