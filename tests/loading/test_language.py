"""What the gallery cannot show is said in Vietnamese too: folders, bases, blocks that are not there, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from untranslated import untranslated

from tgkt.errors import DataError, Problem, TgktError
from tgkt.loading import nodes
from tgkt.loading.base import begin_on
from tgkt.loading.begin import beginning
from tgkt.loading.catalogue import examine
from tgkt.loading.content import MOST_BYTES, content_of
from tgkt.loading.files import base_files, changed_bases, data_files, data_folder, load_folder
from tgkt.loading.grammar import FILE
from tgkt.loading.scenario import SCENARIO, read_scenario
from tgkt.loading.spec import Record
from tgkt.loading.worse_side import bounds_of_the_worse_side
from tgkt.message import Message

from .mini import write_files
from .single import indicator
from .test_grammar import records

WORSE = {"increase": "up to 45%", "decrease": "at least 5%"}
RECORDS = [*records(FILE), SCENARIO]
UNDECLARED = """\
indicators:
  share: {title: Share, unit: "%", direction: increase, section: society, proxy: other, observed: {2024: 5}}
"""


def _refused(do: Callable[..., object], *args: object) -> list[object]:
    """The messages of what is refused."""
    with pytest.raises(TgktError) as caught:
        do(*args)
    if isinstance(caught.value, DataError):
        return [each.message if isinstance(each, Problem) else each for each in caught.value.problems]
    return [caught.value.message]


def _written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def _about(folder: Path, text: str) -> list[object]:
    """What is wrong with a file that stands alone."""
    file = _written(folder, "a.yaml", text) / "a.yaml"
    return [problem.message for problem in examine([file], ["a.yaml"])[1]]


def _too_large(folder: Path) -> list[object]:
    file = _written(folder, "a.yaml", "#" * (MOST_BYTES + 1)) / "a.yaml"
    return [problem.message for problem in nodes.text_of(content_of(file), "a.yaml")[1]]


def _not_there(folder: Path) -> list[object]:
    return [problem.message for problem in nodes.text_of(content_of(folder / "gone.yaml"), "gone.yaml")[1]]


def _changed_base(folder: Path) -> list[object]:
    data = write_files(folder / "data")
    begin_on(folder / "mine", "../data", data_files(data))
    _written(data, "more.yaml", "name: more\n")
    return list(changed_bases(folder / "mine"))


def _worse_side(_folder: Path) -> Iterator[object]:
    for direction, words in WORSE.items():
        found = indicator(f"unit: '%', direction: {direction}, target: {{2030: {words}}}")
        yield from (problem.message for problem in bounds_of_the_worse_side(found))


SAYINGS: dict[str, Callable[[Path], object]] = {
    "no block of what is named": lambda folder: _about(folder, UNDECLARED),
    "no areas and no documents": lambda folder: _about(
        folder, UNDECLARED.replace("section: society, proxy: other,", "")
    ),
    "a file that is too large": _too_large,
    "a file that is not there": _not_there,
    "no such folder": lambda folder: _refused(data_folder, folder / "gone"),
    "a folder that is a file": lambda folder: _refused(data_files, _written(folder, "a.yaml", "") / "a.yaml"),
    "an empty folder": lambda folder: _refused(data_files, folder),
    "a base that is gone": lambda folder: _refused(load_folder, _written(folder, "base.yaml", "base: {of: gone}\n")),
    "a base that is unknown": lambda folder: _refused(
        load_folder, _written(folder, "base.yaml", "base: {of: tgkt:gone}\n")
    ),
    "a base that is the folder itself": lambda folder: _refused(
        load_folder, _written(folder, "base.yaml", "base: {of: .}\n")
    ),
    "a base elsewhere": lambda folder: _about(folder, "base: {of: other}\n"),
    "a base that has changed": _changed_base,
    "--base of data that are unknown": lambda folder: _refused(base_files, "tgkt:gone", folder),
    "--base of a folder that is gone": lambda folder: _refused(base_files, "gone", folder),
    "--areas with one area": lambda folder: _refused(beginning, folder, "vi", ["North"]),
    "--areas with one name twice": lambda folder: _refused(beginning, folder, "vi", ["North", "north"]),
    "a scenario of other keys": lambda folder: _refused(
        read_scenario, _written(folder, "a.yaml", "sett: {grdp: 9}\n") / "a.yaml"
    ),
    "a scenario of no settings": lambda folder: _refused(
        read_scenario, _written(folder, "a.yaml", "set: 5\n") / "a.yaml"
    ),
    "a bound of the worse side": _worse_side,
}


@pytest.mark.parametrize("saying", SAYINGS.values(), ids=SAYINGS)
def test_it_is_said_in_vietnamese(saying: Callable[[Path], list[object]], tmp_path: Path, home: Path) -> None:
    """There is something to say, and nothing of it is left in English."""
    messages = list(saying(tmp_path))
    assert messages
    assert [part for message in messages for part in untranslated(message, "vi", " ".join(WORSE.values()))] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_record_and_the_keys_it_needs_have_names(record: Record) -> None:
    """What is missed is said with what it means: both are messages, and translated."""
    needed = {key: field.doc for key, field in record.fields.items() if field.required}
    named = {"": record.name, **needed}
    assert [key for key, name in named.items() if not isinstance(name, Message) or untranslated(name, "vi")] == []


@pytest.mark.parametrize(
    ("lang", "comment"),
    [("en", "# The data this folder builds on. "), ("vi", "# Dữ liệu nền mà thư mục này bổ sung. ")],
)
def test_a_folder_on_a_base_begins_with_a_comment(folder: Path, tmp_path: Path, lang: str, comment: str) -> None:
    """In the language it is begun in."""
    file = begin_on(tmp_path / "mine", "../data", data_files(folder), lang)
    assert file.read_text(encoding="utf-8").startswith(comment)
    load_folder(tmp_path / "mine")
