"""The gallery of mistakes: one file, one mistake, one message that says where, what and how to mend it.

A file of `tests/bad_data` begins with its own expectation:

    # words: a | b      what the message must hold, whatever the case
    # line: 7           the line the message must name; `7 | 9` where there are two messages
    # problems: 2       how many messages there are about a line; one unless said
    # schema: refuses   the JSON Schema refuses the file too (see test_schema)
    # known_bug: why    what the message still gets wrong; the test must fail until this line goes

Files of `tests/bad_data/fine` hold no mistake. Every file is checked as `tgkt validate FILE` does it,
together with the shipped data, and so has ids of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from untranslated import untranslated

from tgkt.errors import EXIT_DATA, DataError, Problem
from tgkt.facts.indicator import Indicator
from tgkt.facts.parsing import parse_identity
from tgkt.facts.statement import Statement
from tgkt.loading import contents, files, formulas, rows, transcript
from tgkt.loading.contents import _entry
from tgkt.loading.files import shipped_data, validate
from tgkt.loading.phrases import Phrases
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.statements import Context, build_statement

GALLERY = Path(__file__).with_name("bad_data")
_HEADER = re.compile(r"^# (words|line|problems|known_bug): (.+)$", re.MULTILINE)
_VERBS = "Add|Begin|Check|Choose|Close|Correct|Give|Keep|Move|Name|Quote|Remove|Save|Say|Split|Use|Write"
_REMEDY = re.compile(rf"[.?] (?:{_VERBS})\b|Did you mean '[^']+'\?|Use one of: ")


# The shipped files are the same for every test: their entries, phrases and formulas are read once for each process,
# their statements built once while nothing around them differs, and what is wrong with them alone is found once.
_phrases_once = cache(Phrases)
_NO_PHRASES = Phrases()
_parse_identity_once = cache(parse_identity)
_problems_without_once = cache(files._problems_without)


class _EntriesOnce:
    """Reads a file as `_entry` does, and a shipped one without a mistake once."""

    def __init__(self) -> None:
        self._read: dict[tuple[bytes, str], Entry] = {}

    def __call__(self, text: str, reader: Reader, state: bytes, place: str, invalid: list[Problem]) -> Entry | None:
        """The entry of a file, remembered by its content."""
        if (kept := self._read.get((state, place))) is not None:
            return kept
        entry = _entry(text, reader, state, place, invalid)
        if state and entry is not None and not reader.problems:
            self._read[state, place] = entry
        return entry


class _Built(NamedTuple):
    """A statement without a mistake, and everything that it was built of."""

    entry: Entry
    indicator: Indicator | None
    around: Context
    statement: Statement | None


class _StatementsOnce:
    """Builds a figure's statement as `build_statement` does, and once while all that it is built of stays as it was."""

    def __init__(self) -> None:
        self._built: dict[int, _Built] = {}

    def __call__(self, entry: Entry, indicator: Indicator | None, context: Context, reader: Reader) -> Statement | None:
        """The statement of an entry, remembered where nothing is wrong with it."""
        around = context._replace(phrases=_NO_PHRASES)  # which read by language and units, and those stand beside them
        kept = self._built.get(id(entry))
        if kept is not None and kept[:3] == (entry, indicator, around):
            return kept.statement
        before = len(reader.problems)
        statement = build_statement(entry, indicator, context, reader)
        if len(reader.problems) == before:
            self._built[id(entry)] = _Built(entry, indicator, around, statement)
        return statement


_entry_once, _build_statement_once = _EntriesOnce(), _StatementsOnce()


@pytest.fixture(autouse=True)
def _shipped_files_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_entry", _entry_once)
    monkeypatch.setattr(contents, "Phrases", lambda state, place: (_phrases_once if state else Phrases)(state, place))
    monkeypatch.setattr(formulas, "parse_identity", _parse_identity_once)
    monkeypatch.setattr(transcript, "build_statement", _build_statement_once)
    monkeypatch.setattr(rows, "build_statement", _build_statement_once)
    monkeypatch.setattr(files, "_problems_without", _problems_without_once)


class Expectation(NamedTuple):
    """What the first lines of a gallery file say of the messages about it."""

    words: tuple[str, ...]
    lines: tuple[int, ...]


def _header(file: Path) -> dict[str, str]:
    return dict(_HEADER.findall(file.read_bytes().decode("utf-8-sig", errors="replace")))


def _expectation(file: Path) -> Expectation:
    header = _header(file)
    lines = [int(line) for line in header["line"].split(" | ") for _ in range(int(header.get("problems", 1)))]
    return Expectation(tuple(header["words"].split(" | ")), tuple(lines))


def _files(folder: Path) -> list[object]:
    """The files of a folder as test parameters, those with a known bug marked as such."""
    params: list[object] = []
    for file in sorted(folder.glob("*.yaml")):
        bug = _header(file).get("known_bug")
        marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
        params.append(pytest.param(file, id=file.stem, marks=marks))
    return params


def _problems(*files: Path) -> list[Problem]:
    """What is wrong with files when they join the shipped data."""
    try:
        validate(shipped_data(), list(files))
    except DataError as error:
        return [problem for problem in error.problems if isinstance(problem, Problem)]
    return []


@cache
def _of_the_gallery(file: Path) -> list[Problem]:
    """What is wrong with a file of the gallery, found once for all that is asked of it."""
    return _problems(file)


def _without_remedy(problems: list[Problem]) -> list[str]:
    return [problem.message for problem in problems if not _REMEDY.search(problem.message)]


@pytest.mark.parametrize("file", _files(GALLERY))
def test_a_mistake_is_told_once_with_place_words_and_remedy(file: Path) -> None:
    """The message names file and line, holds the words that matter, says how to mend it, and stands alone."""
    expected = _expectation(file)
    problems = _of_the_gallery(file)
    assert [(str(file), line) for line in expected.lines] == [problem.source[:2] for problem in problems]
    told = "\n".join(f"{problem.path}: {problem.message}" for problem in problems).lower()
    assert [word for word in expected.words if word.lower() not in told] == [], told
    assert _without_remedy(problems) == []


@pytest.mark.parametrize("file", _files(GALLERY))
def test_a_mistake_is_said_in_vietnamese(file: Path) -> None:
    """No sentence, and no name of a key, a record or a sort of value, is left in English."""
    written = file.read_bytes().decode("utf-8-sig", errors="replace")
    left = [part for problem in _of_the_gallery(file) for part in untranslated(problem.message, "vi", written)]
    assert left == []


@pytest.mark.parametrize("file", _files(GALLERY / "fine"))
def test_a_file_without_a_mistake_is_valid(file: Path) -> None:
    """What only looks unusual is no mistake."""
    assert _problems(file) == []


def test_mistakes_in_data_end_with_3() -> None:
    """The error that carries the messages has the exit code of invalid data."""
    with pytest.raises(DataError) as caught:
        validate(shipped_data(), [GALLERY / "unknown_unit.yaml"])
    assert caught.value.exit_code == EXIT_DATA == 3


def test_the_gallery_is_complete() -> None:
    """Every file of the gallery says which words and which line its message must hold."""
    headers = {file.name: _header(file) for file in GALLERY.glob("*.yaml")}
    assert [name for name, header in headers.items() if not {"words", "line"} <= set(header)] == []
    assert len(headers) >= 55


# ---- as a process


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tgkt", "validate", *args]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


@pytest.mark.parametrize(
    "name", ["unknown_unit", "duplicate_key", "not_utf8", "two_documents", "tag_local", "term_without_timing"]
)
def test_a_mistake_ends_the_process_with_3_and_one_line_on_stderr(name: str) -> None:
    """`tgkt validate FILE` prints `file:line:column: message` on stderr, nothing on stdout, and no traceback."""
    file = GALLERY / f"{name}.yaml"
    done = _run(str(file))
    assert (done.returncode, done.stdout) == (EXIT_DATA, "")
    assert "Traceback" not in done.stderr
    (said,) = done.stderr.splitlines()
    (line,) = _expectation(file).lines
    assert said.startswith(f"{file}:{line}:")


def test_aliases_that_multiply_do_not_fill_the_memory() -> None:
    """Nine levels of nine aliases would make a billion texts; they are refused before any is made."""
    file = GALLERY / "alias_bomb.yaml"
    done = _run(str(file))
    assert (done.returncode, done.stdout) == (EXIT_DATA, "")
    assert {"anchors ('&…') and aliases ('*…') are not allowed. Write the value out"} == {
        said.split(": ", maxsplit=1)[1] for said in done.stderr.splitlines()
    }


def test_a_valid_file_ends_the_process_with_0() -> None:
    """`tgkt validate FILE` says on stderr how many files are valid."""
    done = _run(str(GALLERY / "fine" / "plain.yaml"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 file valid\n")


def test_a_file_nested_without_end_does_not_kill_the_process(tmp_path: Path) -> None:
    """A hundred thousand brackets are a mistake like any other."""
    file = tmp_path / "deep.yaml"
    file.write_text("sections: " + "[" * 100_000, encoding="utf-8")
    done = _run(str(file))
    assert (done.returncode, done.stdout) == (EXIT_DATA, "")
    assert done.stderr.startswith(f"{file}:1:")


# ---- several mistakes, several files


def _plain_but(file: Path, slips: dict[str, str]) -> list[str]:
    """Write the valid file with slips; the keys that messages name, in the order of the messages."""
    text = (GALLERY / "fine" / "plain.yaml").read_text(encoding="utf-8")
    for right, wrong in slips.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    file.write_text(text, encoding="utf-8")
    problems = _problems(file)
    assert sorted(problems) == problems
    return [problem.path.rpartition(".")[2] for problem in problems]


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order(tmp_path: Path) -> None:
    """Three mistakes give three messages, sorted by line, whichever check finds them."""
    slips = {
        "value: 90.4": "value: 190.4",
        "status: official": "status: sure",
        "origin: appendix": "origin: apendix",
    }
    assert _plain_but(tmp_path / "three.yaml", slips) == ["origin", "value", "status"]


def test_a_mistake_in_a_declaration_does_not_hide_those_in_its_figures(tmp_path: Path) -> None:
    """What is wrong with the figures is told together with what is wrong with the indicator."""
    slips = {"section: society": "section: socety", "origin: appendix": "origin: apendix"}
    assert _plain_but(tmp_path / "two.yaml", slips) == ["section", "origin"]


def test_the_mistakes_of_all_files_are_told_at_once() -> None:
    """A mistake in one file does not hide the mistakes of the next."""
    files = [GALLERY / f"{name}.yaml" for name in ("not_utf8", "quoted_number", "tag_unknown_handle")]
    assert [str(file) for file in files] == [problem.source.file for problem in _problems(*files)]


def test_a_file_takes_the_place_of_its_namesake(tmp_path: Path) -> None:
    """A file that bears the name of a shipped one is checked instead of it, not beside it."""
    shipped = shipped_data() / "targets_2025_2030.yaml"
    copy = tmp_path / shipped.name
    copy.write_bytes(shipped.read_bytes())
    renamed = tmp_path / "other_name.yaml"
    renamed.write_bytes(shipped.read_bytes())
    assert _problems(copy) == []
    assert "plan.id" in [problem.path for problem in _problems(renamed)]


def test_a_namesake_that_breaks_other_files_is_not_valid(tmp_path: Path) -> None:
    """A file that takes an area away from figures in other files is told so."""
    areas = (shipped_data() / "areas.yaml").read_text(encoding="utf-8")
    (tmp_path / "areas.yaml").write_text(areas.replace("bac_kan", "bac_can"), encoding="utf-8")
    assert _problems(tmp_path / "areas.yaml")
