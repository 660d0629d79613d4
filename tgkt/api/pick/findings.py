"""Findings of the audit as a person names them: by id, or by words of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tgkt.api.pick.name import Name, pick, said
from tgkt.language import languages
from tgkt.message import Message
from tgkt.report.words import in_words
from tgkt.results.check import Finding


def findings_named(given: Iterable[str], found: Sequence[Finding]) -> list[str]:
    """The ids of the findings that texts mean.

    Raises:
        UsageError: a text means no finding, or several.
    """
    return list(dict.fromkeys(_finding(text, found) for text in given))


def _finding(text: str, found: Sequence[Finding]) -> str:
    if any(each.id == text for each in found):
        return text
    spoken = languages()
    names = [
        Name(each.id, (each.id.replace("_", " "), *(in_words(each.sentence, lang) for lang in spoken)))
        for each in found
    ]
    unknown, advice = Message("--id: no finding '{id}'.", id=text), Message("tgkt check --all -f csv lists the ids")
    return said(text, pick(text.replace("_", " "), names, unknown, advice, "--id: "))[0].id
