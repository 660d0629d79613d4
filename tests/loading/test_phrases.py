"""Phrases kept between runs: what the words say, without reading them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgkt.errors import NotationError
from tgkt.facts.notation import Phrase
from tgkt.facts.units import NO_OWN, OwnUnits
from tgkt.facts.units.own import parse_own
from tgkt.loading import phrases
from tgkt.loading.files import load_folder
from tgkt.loading.phrases import Phrases
from tgkt.loading.printed import read_words

from .mini import INDICATORS

SAID = ["trên 96,1%", "từ 10,5%/năm trở lên", "tăng 6,5% so với năm 2024", "khoảng 1.845,7 nghìn người", "từ 8 - 9%"]


@pytest.fixture(name="asked")
def words_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that were read, not recalled."""
    found: list[str] = []

    def read_and_count(printed: str, language: str | None, own: OwnUnits = NO_OWN) -> Phrase:
        found.append(printed)
        return read_words(printed, language, own)

    monkeypatch.setattr(phrases, "read_words", read_and_count)
    return found


@pytest.mark.usefixtures("home")
def test_words_are_read_once(asked: list[str]) -> None:
    """A later run has the same phrases, digit by digit, and reads none."""
    first = Phrases(b"state", "phrases\0a file")
    before = [first.read(each, "vi", NO_OWN) for each in SAID]
    first.keep()
    later = Phrases(b"state", "phrases\0a file")
    assert [later.read(each, "vi", NO_OWN) for each in SAID] == before
    assert [repr(later.read(each, "vi", NO_OWN)) for each in SAID] == [repr(each) for each in before]
    assert asked == SAID


@pytest.mark.usefixtures("home")
def test_words_mean_what_their_language_and_units_make_of_them(asked: list[str]) -> None:
    """1.845 is a thousand and more in one language and less than two in another; a crate is what its folder says."""
    kept = Phrases(b"state", "phrases\0a file")
    assert kept.read("1.845", "vi", NO_OWN) != kept.read("1.845", "en", NO_OWN)
    own = [parse_own("crate", f"{kg} kg") for kg in (20, 25)]
    assert len({kept.read("5 crate", "en", each) for each in own}) == 2
    assert len(asked) == 4


@pytest.mark.usefixtures("home")
def test_words_that_cannot_be_read_are_refused_each_time(asked: list[str]) -> None:
    """A mistake is no phrase: its sentence is the same in every run."""
    told = set()
    for _ in range(2):
        kept = Phrases(b"state", "phrases\0a file")
        with pytest.raises(NotationError) as found:
            kept.read("không rõ", "vi", NO_OWN)
        kept.keep()
        told.add(str(found.value))
    assert len(told) == 1
    assert len(asked) == 2


@pytest.mark.usefixtures("home")
def test_after_an_edit_the_words_of_one_file_are_read_again(folder: Path, asked: list[str]) -> None:
    """Those of the other files are recalled."""
    load_folder(folder)
    (folder / "more.yaml").write_text("sections: {economy: {vi: Kinh tế}}\n", encoding="utf-8")
    load_folder(folder)
    assert asked == ["90,40%"]
    text = INDICATORS.replace("90.40", "90.41").replace("90,40", "90,41")
    (folder / "indicators.yaml").write_text(text, encoding="utf-8")
    load_folder(folder)
    assert asked == ["90,40%", "90,41%"]
