"""Files of YAML that stand alone, beside the data: a scenario, a map of codes."""

from __future__ import annotations

from pathlib import Path

from tgkt.errors import DataError
from tgkt.loading.content import content_of
from tgkt.loading.nodes import compose, text_of
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.spec import Record


def read_alone(path: Path, record: Record) -> tuple[Entry | None, Reader]:
    """Read a file by its record.

    Args:
        path: the file.
        record: what it holds.

    Returns:
        What was read, None where it is no such record, and the reader with every problem so far.

    Raises:
        DataError: it is no text or no YAML.
    """
    text, problems = text_of(content_of(path), str(path))
    node, invalid = (None, problems) if problems else compose(text, str(path))
    if node is None:
        raise DataError(invalid)
    reader = Reader(str(path))
    return record.read(node, "", reader), reader
