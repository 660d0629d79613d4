"""The answers of the first release beside those of today: every difference stands in a list with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from cli.runner import Tgkt

from tgkt.report.machine.digits import MOST

from .answers import KEPT, all_answers, kept

LIST: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("differences.yaml").read_text(encoding="utf-8"))
ANSWERS = sorted(file.stem for file in KEPT.glob("*.ndjson"))
SHOWN = 40


class Difference(NamedTuple):
    """One field of one row that says something else than it did."""

    answer: str
    row: str
    field: str
    before: str
    after: str


def differences(tgkt: Tgkt, answer: str) -> Iterator[Difference]:
    """Every kept field that differs today; fields, and rows of the data, that are new since are not compared."""
    old, new = kept(answer), all_answers(tgkt)[answer]
    renamed = LIST["renamed"].get(answer, {})
    fields = sorted({field for row in old.values() for field in row})
    for row in sorted(old.keys() | {row for row in new if row in old or not _is_added(answer, row)}):
        if row not in old or row not in new:
            yield Difference(answer, row, "(row)", "" if row not in old else "here", "" if row not in new else "here")
            continue
        for field in fields:
            before, after = old[row].get(field, ""), new[row].get(_name(field, renamed), "")
            if before != after and not _is_close(before, after):
                yield Difference(answer, row, field, before, after)


def _is_close(before: str, after: str) -> bool:
    """Whether two computed numbers differ in their last digits alone: ends are rounded outward since."""
    if min(len(before), len(after)) < MOST:
        return False
    try:
        one, other = Decimal(before), Decimal(after)
    except InvalidOperation:
        return False
    return abs(one - other) <= 2 * Decimal(1).scaleb(max(one.adjusted(), other.adjusted()) - MOST + 1)


def _is_added(answer: str, row: str) -> bool:
    """Whether a row of today is one more row of a plan, or speaks of an indicator there was not."""
    if answer == "explain":
        return row.split(" ", maxsplit=1)[0] not in {fields["id"] for fields in kept("status").values()}
    return answer == "status" or (answer.startswith("project_") and answer != "project_set")


def _name(field: str, renamed: dict[str, str]) -> str:
    """The field's name today; of a field within a field the last part is looked up too."""
    if field in renamed:
        return renamed[field]
    head, dot, last = field.rpartition(".")
    return f"{head}{dot}{renamed.get(f'*.{last}', last)}" if dot else field


def explains(entry: dict[str, Any], found: Difference) -> bool:
    """Whether an entry of the list speaks of a difference."""

    def fits(key: str, value: str) -> bool:
        wanted = entry.get(key)
        patterns = wanted if isinstance(wanted, list) else [wanted]
        return wanted is None or any(fnmatchcase(value, str(pattern).replace("[", "[[]")) for pattern in patterns)

    names = {"answer": found.answer, "rows": found.row, "fields": found.field, "before": found.before}
    return all(fits(key, value) for key, value in {**names, "after": found.after}.items())


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_differs_from_the_first_release_has_a_reason(tgkt: Tgkt, answer: str) -> None:
    """A field that answers otherwise than it did is explained by an entry of differences.yaml."""
    unexplained = [
        each for each in differences(tgkt, answer) if not any(explains(e, each) for e in LIST["differences"])
    ]
    told = "\n".join(f"{each.row}: {each.field}: {each.before!r} -> {each.after!r}" for each in unexplained[:SHOWN])
    assert unexplained == [], f"{len(unexplained)} differences of {answer} without a reason:\n{told}"


def test_every_reason_explains_a_difference(tgkt: Tgkt) -> None:
    """An entry that explains nothing is out of date."""
    found = [each for answer in ANSWERS for each in differences(tgkt, answer)]
    idle = [entry for entry in LIST["differences"] if not any(explains(entry, each) for each in found)]
    assert idle == []
