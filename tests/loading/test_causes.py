"""What is wrong with a text that is no YAML, said alike by both parsers, in words of our own and in any language."""

from __future__ import annotations

import pytest
import yaml
from untranslated import untranslated

from tgkt.errors import Problem
from tgkt.loading import nodes
from tgkt.loading.nodes import compose

BROKEN = {
    "a colon too many": ("a: b: c\n", "a ':' where no key is allowed"),
    "a key between two depths": ("a:\n  b: 1\n c: 2\n", "a key is expected here"),
    "a bracket after the text": ("a: 1\n]\n", "a key is expected here"),
    "a list beside its key": ("a: - b\n", "a '-' where no list is allowed"),
    "a key in a list": ("- a\nb: 1\n", "a list item is expected here"),
    "a list in a map": ("a:\n  - b\n  c: 1\n", "a list item is expected here"),
    "a question mark": ("a: ? b\n", "a '?' where no key is allowed"),
    "a list that is not closed": ("a: [1, 2\n", "the list that begins here lacks"),
    "a list closed as a map": ("a: [1, 2}\n", "the list that begins here lacks"),
    "a map that is not closed": ("a: {b: 1\nc: 2\n", "the map that begins here lacks"),
    "a map without a comma": ("a: {b: 1 c: 2}\n", "the map that begins here lacks"),
    "two commas": ("a: [1,,2]\n", "a value is expected here"),
    "a bracket alone": ("]\n", "a value is expected here"),
    "a quote that is not closed": ("a: 'b\nc: 1\n", "a quote is not closed"),
    "a quote across documents": ('a: "b\n---\nc: 1\n', "a quote is not closed"),
    "a backslash of nothing": ('a: "\\q"\n', "a '\\' in double quotes that begins no known character"),
    "a backslash of no number": ('a: "\\xzz"\n', "a '\\' in double quotes that begins no known character"),
    "a number after a fold": ("a: > 30\n", "there is text beside '|' or '>'"),
    "a text after a bar": ("a: |x\n  b\n", "there is text beside '|' or '>'"),
    "no depth at all": ("a: |0\n  b\n", "there is text beside '|' or '>'"),
    "a sign that begins no text": ("a: @b\n", "a character that cannot begin a text"),
    "an ampersand": ("a: & b\n", "a text that begins with '&' or '*'"),
    "an asterisk": ("a: * b\n", "a text that begins with '&' or '*'"),
    "a tag that breaks off": ("a: !<x\n", "a tag ('!…') is not allowed"),
    "a key without a colon": ("a: 1\nb\nc: 2\n", "a key without ':'"),
    "a version to come": ("%YAML 3.0\n---\na: 1\n", "a line that begins with '%'"),
    "no version": ("%YAML x\n---\na: 1\n", "a line that begins with '%'"),
    "a version twice": ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", "a line that begins with '%'"),
    "a family of tags that is none": ("%TAG x\n---\na: 1\n", "a line that begins with '%'"),
    "a family of tags twice": ("%TAG ! x\n%TAG ! x\n---\na: 1\n", "a line that begins with '%'"),
    "a text after the end": ("a: 1\n...\nb: 2\n", "there is something outside the document"),
    "questions without end": ("? " * 100_000, "nested too deeply"),
    "questions and lists without end": ("- ? " * 100_000, "nested too deeply"),
    "answers without end": ("? : " * 100_000, "nested too deeply"),
}
OF_C_ALONE = {  # the other parser reads these, or sees something else
    "a percent sign": ("%b\n", "a line that begins with '%'"),
    "half a character": ('a: "\\ud800"\n', "a '\\' in double quotes that begins no known character"),
    "a tab in a text": ("a: b\n\tc\n", "a tab is used for indentation"),
    "a colon in a text": ("a: {b: c: d}\n", "lacks a ',' or its '}'"),
}
OF_PYTHON_ALONE = {"a tab": ("a:\n\t- b\n", "a tab is used for indentation. Use spaces")}
PARSERS = {"C": "CSafeLoader", "Python": "SafeLoader"}
CASES = [
    pytest.param(PARSERS[parser], *case, id=f"{name}, in {parser}")
    for parser, own in (("C", OF_C_ALONE), ("Python", OF_PYTHON_ALONE))
    for name, case in {**BROKEN, **own}.items()
]


@pytest.mark.parametrize(("parser", "text", "cause"), CASES)
def test_a_broken_text_is_said_plainly(parser: str, text: str, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cause is one of ours, and nothing of what the parser says is left."""
    if not hasattr(yaml, parser):
        pytest.skip("this Python has no parser in C")
    monkeypatch.setattr(nodes, "_Loader", getattr(yaml, parser))
    _, (problem, *_) = compose(text, "test.yaml")
    assert cause in problem.message
    assert untranslated(problem.message, "vi") == []


def test_what_no_parser_says_today_is_said_in_general(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message of a version to come is not passed on in English."""
    problem = _refused(monkeypatch, yaml.MarkedYAMLError("while dreaming", None, "found a unicorn", None))
    assert "this does not belong here. Check the indentation, quotes and brackets" in problem.message


def test_a_mistake_without_a_place_is_said_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands at the first line."""
    problem = _refused(monkeypatch, yaml.YAMLError("found a unicorn"))
    assert (problem.source.line, "unicorn" in problem.message) == (1, False)


def _refused(monkeypatch: pytest.MonkeyPatch, error: yaml.YAMLError) -> Problem:
    """What is said where the parser gives up with an error."""

    def give_up(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(yaml, "compose_all", give_up)
    _, (problem,) = compose("a: 1\n", "test.yaml")
    return problem
