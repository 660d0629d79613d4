"""`tgkt schema`: of the data files, and of every answer."""

from __future__ import annotations

import pytest

from tgkt.report.machine.schema import output_schema
from tgkt.report.machine.shapes import SHAPES

from .runner import ROOT, Tgkt


@pytest.mark.parametrize("name", SHAPES)
def test_every_answer_has_a_schema_to_print(tgkt: Tgkt, name: str) -> None:
    """The one that tests hold the answers against."""
    done = tgkt("schema", name)
    assert (done.code, done.err) == (0, "")
    assert done.json == output_schema(SHAPES[name])


def test_without_a_name_it_is_that_of_the_data_files(tgkt: Tgkt) -> None:
    """As before there were others, and by its name."""
    assert tgkt("schema").json["title"] == "tgkt/data/2"
    assert tgkt("schema").raw == tgkt("schema", "data").raw


def test_every_field_as_a_page(tgkt: Tgkt) -> None:
    """The page of docs."""
    assert tgkt("schema", "--fields").raw == (ROOT / "docs" / "fields.md").read_bytes()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("statu",), "no answer is called 'statu'. Did you mean 'status'?"),
        (("validate",), "'validate' has several answers: problems. Name one of them"),
        (("xyz",), "no answer is called 'xyz'. Use one of: data, overview, status, "),
        (("status", "--page"), "Leave out ANSWER, and give one of them"),
        (("status", "--fields"), "Leave out ANSWER, and give one of them"),
        (("--fields", "--page"), "Leave out ANSWER, and give one of them"),
    ],
)
def test_what_does_not_go_together_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """With what to do."""
    done = tgkt("schema", *args)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
