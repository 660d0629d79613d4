"""The format of a file by its ending, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.cli.ending import ENDINGS, format_for
from tgkt.errors import UsageError

from .runner import Tgkt


@pytest.mark.parametrize(
    ("file", "asked", "form"),
    [
        *((f"a{ending}", None, form) for ending, form in ENDINGS.items()),
        *((f"a{ending}", form, form) for ending, form in ENDINGS.items()),
        ("A.CSV", None, "csv"),
        ("2025.12.json", None, "json"),
        ("answer", None, "table"),
        ("answer", "json", "json"),
        ("/dev/stderr", "csv", "csv"),
        ("/tmp/tmp.Xa8dk3", "csv", "csv"),
        (".json", "csv", "csv"),
    ],
)
def test_the_format_follows_the_ending(file: str, asked: str | None, form: str) -> None:
    """A name without an ending goes with every format, an unknown ending with the one that is asked for."""
    assert format_for(Path(file), asked) == form


@pytest.mark.parametrize(
    ("file", "asked", "told"),
    [
        ("a.csv", "json", "a.csv would be csv, but json was asked for. Name a file that ends in .json"),
        ("a.txt", "csv", "a.txt would be table, but csv was asked for. Name a file that ends in .csv"),
        ("a.json", "table", "a.json would be json, but table was asked for. Name a file that ends in .txt"),
        ("a.xlsx", None, "a.xlsx: answers cannot be written as .xlsx. End the name in one of: .txt, .md, .csv"),
        ("a.html", "md", "a.html: answers cannot be written as .html. End the name in one of: .txt, .md, .csv"),
        ("a.cvs", None, "a.cvs: answers cannot be written as .cvs. End the name in one of: .txt, .md, .csv"),
    ],
)
def test_what_contradicts_is_refused(file: str, asked: str | None, told: str) -> None:
    """The error says what the file would be, or which endings there are."""
    with pytest.raises(UsageError, match=rf"^--output: {told}"):
        format_for(Path(file), asked)


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".json", ".ndjson", ".md", ".txt"])
def test_a_command_writes_the_format_of_the_ending(tgkt: Tgkt, tmp_path: Path, ending: str) -> None:
    """The file holds what the pipe gets with --format."""
    file = tmp_path / f"answer{ending}"
    assert tgkt.fresh("status", "3", "-o", str(file), "-q") == (0, b"", "")
    assert tgkt("status", "3", "-f", ENDINGS[ending]).raw == file.read_bytes()


def test_what_is_refused_leaves_no_file(tgkt: Tgkt, tmp_path: Path) -> None:
    """Nothing is written under a name that says another format."""
    assert tgkt.fresh("status", "-o", str(tmp_path / "a.xlsx")).code == 2
    assert tgkt.fresh("status", "-f", "csv", "-o", str(tmp_path / "a.json")).code == 2
    assert list(tmp_path.iterdir()) == []
