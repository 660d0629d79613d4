"""From bytes to nodes: text in composed form, raw scalars, places counted from 1, nothing built from tags."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tgkt.loading.content import MOST_BYTES, content_of
from tgkt.loading.nodes import Mapping, Scalar, Sequence, compose, is_quoted, source_of, text_of


def _scalars(text: str) -> list[str]:
    """The raw texts of a list of scalars."""
    node, problems = compose(text, "test.yaml")
    assert isinstance(node, Sequence), problems
    return [item.value for item in node.value]


def test_scalars_keep_their_raw_text() -> None:
    """Nothing is turned into a number, a date, a time, a truth value or nothing."""
    words = ["90.40", "012", "10:30", "no", "2025-09-15", "1e5", "null", "~", "0x1F", "1_000"]
    assert words == _scalars(f"[{', '.join(words)}]")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("no", False, id="a bare word"),
        pytest.param("'no'", True, id="single quotes"),
        pytest.param('"no"', True, id="double quotes"),
        pytest.param("|\n  no\n", True, id="a block"),
        pytest.param(">\n  no\n", True, id="a folded block"),
        pytest.param("[no]", False, id="a list"),
    ],
)
def test_quotes_are_seen(text: str, quoted: bool) -> None:
    """A text in quotes or in a block is meant as text."""
    node, _ = compose(text, "test.yaml")
    assert node is not None
    assert quoted is is_quoted(node)


def test_places_count_from_one() -> None:
    """The first line and the first column are 1."""
    node, _ = compose("a: 1\nbc:  2\n", "test.yaml")
    assert isinstance(node, Mapping)
    assert str(source_of(node, "test.yaml")) == "test.yaml:1:1"
    assert [str(source_of(value, "test.yaml")) for _, value in node.value] == ["test.yaml:1:4", "test.yaml:2:6"]


def test_a_tag_builds_nothing(tmp_path: Path) -> None:
    """A tag that asks Python to run something is refused where it stands, and nothing runs."""
    trace = tmp_path / "trace"
    node, (problem,) = compose(f"a: !!python/object/apply:os.system ['touch {trace}']\n", "test.yaml")
    assert (node, str(problem.source)) == (None, "test.yaml:1:4")
    assert not trace.exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a: "&x *y !z"\n', id="in quotes"),
        pytest.param("a: b & c * d ! e\n", id="between words"),
        pytest.param("# &x *y !z\na: 1\n", id="in a comment"),
        pytest.param("a: |\n  &x *y !z\n", id="in a block"),
    ],
)
def test_what_only_looks_like_an_anchor_or_a_tag_is_text(text: str) -> None:
    """Signs inside a text are that text."""
    node, problems = compose(text, "test.yaml")
    assert isinstance(node, Mapping)
    assert problems == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("Thái Nguyên".encode(), "Thái Nguyên", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + "Bắc Kạn".encode(), "Bắc Kạn", id="a byte order mark"),
        pytest.param(unicodedata.normalize("NFD", "Bắc Kạn").encode(), "Bắc Kạn", id="decomposed accents"),
        pytest.param(b"a\r\nb", "a\r\nb", id="line ends of Windows"),
        pytest.param(b"", "", id="an empty file"),
    ],
)
def test_text_is_read_as_utf8_in_composed_form(tmp_path: Path, content: bytes, expected: str) -> None:
    """The same text in another form of Unicode is the same text."""
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    assert (expected, []) == text_of(content_of(file), "a.yaml")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(b"\xff\xfea\x00", 1, id="UTF-16"),
        pytest.param(b"a: 1\nb: B\xaac\n", 2, id="a byte of another encoding in the second line"),
        pytest.param(b"a\n\nb\xe1\xba", 3, id="a character that breaks off at the end"),
    ],
)
def test_text_in_another_encoding_is_refused_at_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    """The message names the first line that is not UTF-8."""
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    text, (problem,) = text_of(content_of(file), "shown.yaml")
    assert text == ""
    assert f"shown.yaml:{line}:1: the text is not UTF-8. Save the file as UTF-8" == str(problem)


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    """The limit itself is within the limit."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"#" * MOST_BYTES)
    text, problems = text_of(content_of(file), "a.yaml")
    assert (problems, len(text)) == ([], MOST_BYTES)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("", "1:1", "the file is empty", id="nothing"),
        pytest.param("# only words\n", "1:1", "the file is empty", id="a comment"),
        pytest.param("a: 1\n---\nb: 2\n", "3:1", "a second YAML document", id="two documents"),
        pytest.param("a: b: c\n", "1:5", "a ':' where no key is allowed", id="a colon too many"),
        pytest.param("a: 1\n b: 2\n", "2:3", "a ':' where no key is allowed", id="a key too far right"),
        pytest.param("a:\n  b: 1\n c: 2\n", "3:2", "a key is expected here", id="a key between two depths"),
        pytest.param("a: *b\n", "1:4", "aliases ('*…') are not allowed", id="an alias to nothing"),
        pytest.param("a: !x!y 1\n", "1:4", "a tag ('!…') is not allowed", id="a tag of an unknown family"),
        pytest.param("a: [1, 2}\n", "1:4", "lacks a ',' or its ']'", id="a bracket closed wrongly"),
        pytest.param(
            "a: @b\n", "1:4", "a character that cannot begin a text. Use spaces, or quote", id="a reserved sign"
        ),
        pytest.param("a:\n\t- b\n", "2:1", "a tab", id="a tab"),
        pytest.param("a: !x 1\n", "1:4", "a tag ('!…') is not allowed. Remove it", id="a tag"),
        pytest.param("a: &x 1\n", "1:4", "anchors ('&…')", id="an anchor nobody refers to"),
        pytest.param("a: " + "[" * 101, "1:1", "nested too deeply", id="brackets without end"),
        pytest.param("%YAML 3.0\n---\na: 1\n", "1:1", "a line that begins with '%'", id="a YAML to come"),
    ],
)
def test_what_is_not_one_yaml_document_is_refused_at_its_place(text: str, place: str, message: str) -> None:
    """The message names line and column, and says in plain words what stands there."""
    node, (problem,) = compose(text, "test.yaml")
    assert node is None
    assert str(problem).startswith(f"test.yaml:{place}: ")
    assert message in problem.message


def test_one_document_with_marks_is_one_document() -> None:
    """A start and an end mark around the only document do no harm."""
    node, problems = compose("---\na\n...\n", "test.yaml")
    assert isinstance(node, Scalar)
    assert problems == []
