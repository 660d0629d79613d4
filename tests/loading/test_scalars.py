"""Single values: texts in one or several languages, and what stands for the name of something declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types
from strategies import law

from tgkt.facts.indicator import Words, in_one, in_several
from tgkt.loading.nodes import compose
from tgkt.loading.reading import Reader, Schema
from tgkt.loading.scalars import Choice, Id, Title, UnitText

from .yaml_core import read_core


def _title(text: str) -> tuple[Words | None, list[str]]:
    node, problems = compose(text, "test.yaml")
    assert node is not None, problems
    reader = Reader("test.yaml")
    return Title().read(node, "title", reader), [f"{each.path}: {each.message}" for each in reader.problems]


TITLES = [
    pytest.param("Employment rate", in_one("Employment rate"), id="one text is the title in every language"),
    pytest.param('{vi: "Tỷ lệ", en: Rate}', Words("Tỷ lệ", "Rate"), id="two languages"),
    pytest.param('{en: Rate, vi: "Tỷ lệ"}', Words("Tỷ lệ", "Rate"), id="in whatever order"),
    pytest.param('{vi: "Tỷ lệ"}', in_several({"vi": "Tỷ lệ"}), id="one language of a map"),
    pytest.param("{fr: Taux}", in_several({"fr": "Taux"}), id="a language that tgkt does not speak"),
    pytest.param("{zh-Hant: 率, en: Rate}", in_several({"zh-Hant": "率", "en": "Rate"}), id="a tag with a script"),
    pytest.param("{pt-BR: Taxa}", in_several({"pt-BR": "Taxa"}), id="a tag with a country"),
    pytest.param('"2030"', in_one("2030"), id="a number in quotes"),
]


@pytest.mark.parametrize(("text", "words"), TITLES)
def test_a_title_is_a_text_or_texts_by_language(text: str, words: Words) -> None:
    """Whoever asks in a language that is missing gets another."""
    assert _title(text) == (words, [])


@pytest.mark.parametrize(("text", "words"), TITLES)
def test_an_editor_takes_what_the_loader_takes(text: str, words: Words) -> None:
    """The schema refers to one definition of a title."""
    definitions: Schema = {}
    described = Title().schema(definitions)
    assert Draft7Validator({**described, "definitions": definitions}).is_valid(read_core(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "{english: Rate}", "title.english: 'english' is not a language tag. Write {vi: …", id="a name of one"
        ),
        pytest.param("{EN: Rate}", "title.EN: 'EN' is not a language tag", id="capitals"),
        pytest.param("{en: no}", "title.en: expected a text, got unquoted no", id="a trap in one language"),
        pytest.param("{en: 5}", "title.en: expected a text, got unquoted 5", id="a number in one language"),
        pytest.param("{en: [Rate]}", "title.en: expected a text, got a list", id="a list in one language"),
        pytest.param("{}", "title: expected a text, got an empty map", id="no language"),
        pytest.param("[Rate]", "title: expected a text, or texts by language", id="a list"),
        pytest.param("2030", 'got unquoted 2030. Write "2030" in quotes', id="a bare number"),
        pytest.param(
            '" "', "title: expected a text, or texts by language such as {vi: …, en: …}, got blanks", id="blanks"
        ),
    ],
)
def test_what_is_no_title_is_told_once(text: str, told: str) -> None:
    """At the language that is wrong, with how to write it."""
    found, (said,) = _title(text)
    assert found is None
    assert told in said


@law
@given(st.dictionaries(st.sampled_from(["vi", "en", "fr", "de", "zh-Hant"]), st.sampled_from("abc"), min_size=1))
def test_every_text_of_a_title_is_kept(texts: dict[str, str]) -> None:
    """Nothing that is written is lost, and nothing is made up."""
    found, said = _title("{" + ", ".join(f"{tag}: {text}" for tag, text in texts.items()) + "}")
    assert said == []
    assert found is not None
    assert {found.vi, found.en, *(text for _, text in found.others)} == set(texts.values())
    assert all(getattr(found, tag) == texts[tag] for tag in ("vi", "en") if tag in texts)


def test_ids_units_and_lists_are_completed() -> None:
    """An id refers to what its block declares, a unit to the units there are, a word to its list."""
    definitions: Schema = {}
    assert Id("areas").schema(definitions) == {"$ref": "#/definitions/id_of_areas"}
    assert UnitText().schema(definitions) == {"$ref": "#/definitions/unit"}
    assert set(definitions) == {"id_of_areas", "unit"}
    assert Choice({"red": "like blood"}).schema({}) == {"oneOf": [{"const": "red", "description": "like blood"}]}
