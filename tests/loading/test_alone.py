"""Files that stand alone: what is read, and what keeps one from being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import DataError
from tgkt.loading.alone import read_alone
from tgkt.loading.scalars import Text
from tgkt.loading.spec import Field, Record
from tgkt.message import Message

RECORD = Record(Message("a note"), {"says": Field(Text(Message("a text")), "what it says")})


def test_it_is_read_by_its_record(tmp_path: Path) -> None:
    """With whatever is wrong of single keys."""
    (tmp_path / "a.yaml").write_text("says: hello\nmore: 1\n", encoding="utf-8")
    entry, reader = read_alone(tmp_path / "a.yaml", RECORD)
    assert entry is not None
    assert entry["says"] == "hello"
    assert [problem.source.line for problem in reader.problems] == [2]


@pytest.mark.parametrize("content", [b"says: [", b"\xff\xfe\x00", None], ids=["no YAML", "no text", "no file"])
def test_what_cannot_be_read_is_an_error(content: bytes | None, tmp_path: Path) -> None:
    """With the name of the file."""
    if content is not None:
        (tmp_path / "a.yaml").write_bytes(content)
    with pytest.raises(DataError, match=r"a\.yaml"):
        read_alone(tmp_path / "a.yaml", RECORD)
