"""The grammar as a whole: keys are explained, examples can be read, every word of a list says what it means."""

from __future__ import annotations

from collections.abc import Iterator
from enum import EnumType

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # ships no types

from tgkt.facts.catalogue import Noun, Severity, Side
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation, Direction, Kind, Path, Price
from tgkt.facts.notation import LANGUAGES as SPOKEN
from tgkt.facts.statement import Issuer, Status, Timing
from tgkt.loading import meanings
from tgkt.loading.grammar import DECLARATION, FILE, NEEDED, json_schema
from tgkt.loading.nodes import compose
from tgkt.loading.reading import Reader
from tgkt.loading.scalars import Choice
from tgkt.loading.spec import ByPeriod, Field, ListOf, MapOf, Record, ShortFigure

from .yaml_core import read_core


def records(shape: object) -> Iterator[Record]:
    """A record and all that stand in it."""
    if isinstance(shape, Record):
        yield shape
        for field in shape.fields.values():
            yield from records(field.shape)
    elif isinstance(shape, ListOf):
        yield from records(shape.item)
    elif isinstance(shape, MapOf):
        yield from records(shape.value)
    elif isinstance(shape, ByPeriod):
        yield from records(shape.figure)
    elif isinstance(shape, ShortFigure):
        yield from records(shape.record)


RECORDS = {record.name: record for record in records(FILE)}
FIELDS = {f"{record.name}: {key}": field for record in RECORDS.values() for key, field in record.fields.items()}
EXAMPLES = {name: field for name, field in FIELDS.items() if field.example}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read(name: str) -> None:
    """What a page or a message shows can be written so."""
    field = EXAMPLES[name]
    node, problems = compose(field.example, "example.yaml")
    assert node is not None, problems
    reader = Reader("example.yaml")
    assert field.shape.read(node, "here", reader) is not None
    assert reader.problems == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_taken_by_the_schema(name: str) -> None:
    """An editor refuses no example."""
    definitions = json_schema()["definitions"]
    described = EXAMPLES[name].shape.schema({})
    assert Draft7Validator({**described, "definitions": definitions}).is_valid(read_core(EXAMPLES[name].example))


def test_there_is_more_than_a_handful_of_examples() -> None:
    """So that the tests above are about the grammar."""
    assert len(EXAMPLES) > 60


def test_what_is_needed_follows_from_nothing() -> None:
    """A key is asked for, or follows from something, and not both; every key has its sentence."""
    assert [name for name, field in FIELDS.items() if field.required and field.inferred] == []
    assert [name for name, field in FIELDS.items() if not field.doc] == []


@pytest.mark.parametrize(
    ("words", "known"),
    [
        pytest.param(meanings.KINDS, Kind, id="kinds"),
        pytest.param(meanings.DIRECTIONS, Direction, id="directions"),
        pytest.param(meanings.PATHS, Path, id="paths"),
        pytest.param(meanings.PRICES, Price, id="prices"),
        pytest.param(meanings.AGGREGATIONS, Aggregation, id="aggregations"),
        pytest.param(meanings.TIMINGS, Timing, id="timings"),
        pytest.param(meanings.COMPARATORS, Comparator, id="comparators"),
        pytest.param(meanings.STATUSES, Status, id="statuses"),
        pytest.param(meanings.ISSUERS, Issuer, id="issuers"),
        pytest.param(meanings.NOUNS, Noun, id="sorts of areas"),
        pytest.param(meanings.SEVERITIES, Severity, id="severities"),
        pytest.param(meanings.SIDES, Side, id="sides"),
    ],
)
def test_every_word_the_facts_know_has_a_meaning(words: meanings.Meanings, known: EnumType) -> None:
    """The closed lists are those of the facts, each word with what it means."""
    assert list(words) == list(known)
    assert all(words.values())


def test_the_languages_are_those_that_are_read() -> None:
    """A language with a table can be named, and no other."""
    assert set(meanings.LANGUAGES) == set(SPOKEN)


def test_every_word_of_a_closed_list_is_described_to_editors() -> None:
    """Beside each word that is completed stands what it means."""
    for name, field in FIELDS.items():
        if isinstance(field.shape, Choice):
            assert all(each["description"] for each in field.shape.schema({})["oneOf"]), name


# ---- what the schema asks for


def _refuses(text: str) -> bool:
    return not Draft7Validator(json_schema()).is_valid(read_core(text))


@pytest.mark.parametrize("key", [key for key in DECLARATION if key not in NEEDED])
def test_a_declaration_asks_for_title_and_unit(key: str) -> None:
    """Whatever else is declared of an indicator, an editor misses both."""
    field: Field = DECLARATION[key]
    example = field.example or "[{formula: a}]" if key == "derive" else field.example or "Text"
    assert _refuses(f"indicators: {{a: {{{key}: {example}}}}}")
    assert not _refuses(f'indicators: {{a: {{title: A, unit: "%", {key}: {example}}}}}')


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        pytest.param("indicators: {a: {title: A}}", True, id="a title without a unit"),
        pytest.param("indicators: {a: {observed: {2024: 5}}}", False, id="figures of what another file declares"),
        pytest.param("indicators: {a: {target: {2030: at least 5%}}}", False, id="words in short"),
        pytest.param("indicators: {a: {target: {2030: [5, 6]}}}", False, id="a range in short"),
        pytest.param("indicators: {a: {target: {2030: {value: 5}}}}", False, id="a figure in full under its year"),
        pytest.param("indicators: {a: {target: {2030: {vlaue: 5}}}}", True, id="a slip in a figure in full"),
        pytest.param("indicators: {a: {target: {soon: 5}}}", True, id="a figure under no year"),
        pytest.param("indicators: {a: {observations: []}}", True, id="observations under an indicator"),
        pytest.param("observations: [{figures: []}]", True, id="a place without figures"),
        pytest.param("plan: {title: P}", True, id="a plan without a term"),
    ],
)
def test_what_an_editor_refuses(text: str, is_refused: bool) -> None:
    """Keys and shapes; what they mean together is for the loader."""
    assert _refuses(text) is is_refused


def test_a_record_is_described_once() -> None:
    """What stands in several places is referred to."""
    definitions = json_schema()["definitions"]
    assert {"target", "baseline", "row", "indicator", "origin", "title", "unit", "id_of_areas"} <= set(definitions)
    assert json_schema()["properties"]["area"]["allOf"] == [{"$ref": "#/definitions/id_of_areas"}]
