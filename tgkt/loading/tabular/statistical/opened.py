"""A file of a statistics office by its first bytes: JSON-stat, SDMX-CSV, or none of them."""

from __future__ import annotations

from typing import BinaryIO

from tgkt.errors import UsageError
from tgkt.loading.tabular.arrived import Wishes
from tgkt.loading.tabular.delimited import encoding_of
from tgkt.loading.tabular.statistical.cube import Cube
from tgkt.loading.tabular.statistical.figures import CubeTable
from tgkt.loading.tabular.statistical.json_stat import read_json_stat
from tgkt.loading.tabular.statistical.mapping import code_map
from tgkt.loading.tabular.statistical.sdmx_csv import HEADS, SdmxCsv

_LOOKED_AT = 4096


def open_cube(
    name: str, file: BinaryIO, given: tuple[str, ...], sheet: str | None, wishes: Wishes, *, from_stdin: bool = False
) -> CubeTable | None:
    """The figures of a file of a statistics office; None where it is another file.

    Args:
        name: how messages name the file.
        file: its bytes, as a stream that can be rewound.
        given: the values of `--map`.
        sheet: the dataset, where the file has several.
        wishes: what the file leaves open.
        from_stdin: whether it came through standard input.

    Raises:
        DataError: the file or that of `--map` cannot be read.
        UsageError: an option does not go with the file.
    """
    file.seek(0)
    head = file.read(_LOOKED_AT)
    text = head.decode(encoding_of(head), "ignore").lstrip()
    is_json = text.startswith("{") and not text.startswith("{\\rtf")
    if not is_json and not HEADS.match(text):
        return None
    mapped = code_map(given)
    if is_json:
        cube: Cube = read_json_stat(name, file, sheet)
    elif sheet is not None:
        raise UsageError("--sheet: {file} is CSV and has no sheets. Leave --sheet out", file=name)
    else:
        wanted = (*mapped.dimensions.values(), *mapped.fixed)
        cube = SdmxCsv(name, file, wanted, from_stdin=from_stdin)
    return CubeTable(cube, mapped, wishes)
