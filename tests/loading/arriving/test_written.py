"""More figures in the text of a data file, everything else byte for byte."""
# ruff: noqa: E501 - a text stands whole on its line

from __future__ import annotations

import re
from itertools import combinations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tgkt.errors import DataError
from tgkt.loading.arriving.written import Correction, NewFigure, NewOrigin, Place, extended
from tgkt.source import Source

HERE = Place("kt", "a.xlsx, Sheet1")
FIRST = {"indicator": "grdp", "area": "merged", "period": "2026", "value": "222.10", "status": "estimated"}
SECOND = {"indicator": "forest", "area": "merged", "period": "2026-2030", "timing": "average", "value": "[6.5, 7.0]"}
BEGUN = extended("", "f", [NewOrigin("kt", "Báo cáo", "2026-12-20")], [NewFigure(0, HERE, FIRST)]).text


def figure(key: int, fields: dict[str, str], place: Place = HERE) -> NewFigure:
    """A figure to be added."""
    return NewFigure(key, place, fields)


def is_part_of(old: str, new: str) -> bool:
    """Whether the new text is the old one with lines added between its lines."""
    lines = iter(new.splitlines(keepends=True))
    return all(any(line.rstrip("\r\n") == each.rstrip("\r\n") for each in lines) for line in old.splitlines())


def test_a_file_begins() -> None:
    """Documents first, then figures by document and place; numbers plain, the digits kept."""
    assert BEGUN.partition("\norigins:")[2] == (
        '\n  kt:\n    title: "Báo cáo"\n    date: "2026-12-20"\n\n'
        'observations:\n  - origin: kt\n    locator: "a.xlsx, Sheet1"\n    figures:\n'
        "      - {indicator: grdp, area: merged, period: 2026, value: 222.10, status: estimated}\n"
    )


def test_plain_yaml_reads_it() -> None:
    """A reader that knows nothing of tgkt finds numbers, years and texts."""
    text = extended(BEGUN, "f", [], [figure(1, SECOND)]).text
    (place,) = yaml.safe_load(text)["observations"]
    assert [each["value"] for each in place["figures"]] == [222.1, [6.5, 7.0]]
    assert [each["period"] for each in place["figures"]] == [2026, "2026-2030"]


PERSONAL = [
    pytest.param(BEGUN, id="as it was begun"),
    pytest.param(BEGUN.replace("estimated}", "estimated}  # mine\n      # a note\n\n# the end"), id="with comments"),
    pytest.param(BEGUN.replace("\n", "\r\n"), id="with line ends of Windows"),
    pytest.param(BEGUN.rstrip("\n"), id="without a line end at its end"),
    pytest.param("\ufeff" + BEGUN, id="with a byte order mark"),
    pytest.param("---\n" + BEGUN, id="with a document mark"),
    pytest.param(BEGUN + "breaks:\n  x: {indicator: grdp, says: a}\n", id="with another block behind"),
    pytest.param("breaks:\n  x:\n    says: |\n      words\n\n" + BEGUN, id="with another block before"),
    pytest.param(BEGUN.replace("    figures:\n      -", "    figures:\n    -"), id="with another indentation"),
    pytest.param("# only a comment\n", id="with nothing but a comment"),
    pytest.param('origins: {kt: {title: "x"}}\n', id="with documents on one line"),
    pytest.param(
        "observations:\n- figures:\n  - indicator: grdp\n    value: 1\n    note: >\n      a\n      b\n", id="in blocks"
    ),
]


@pytest.mark.parametrize("text", PERSONAL)
def test_what_a_person_wrote_stays(text: str) -> None:
    """Every line of it, in its order; the new figure is there, and is found by its line."""
    found = extended(text, "f", [], [figure(7, SECOND)])
    assert is_part_of(text.removeprefix("\ufeff"), found.text.removeprefix("\ufeff"))
    assert found.text.startswith("\ufeff") == text.startswith("\ufeff")
    figures = [each for place in yaml.safe_load(found.text)["observations"] for each in place["figures"]]
    assert [each["timing"] for each in figures if each["indicator"] == "forest"] == ["average"]
    (line,) = [line for line, key in found.keys.items() if key == 7]
    assert "forest" in found.text.splitlines()[line - 1]


def test_a_place_that_is_there_is_continued() -> None:
    """A second batch of one document and place stands under the first; another place begins anew."""
    other = Place("kt", "b.csv")
    text = extended(BEGUN, "f", [], [figure(1, SECOND), figure(2, FIRST, other)]).text
    places = yaml.safe_load(text)["observations"]
    assert [(each["locator"], len(each["figures"])) for each in places] == [("a.xlsx, Sheet1", 2), ("b.csv", 1)]


def test_a_place_with_a_period_of_its_own_is_not_continued() -> None:
    """Its figures would inherit what they do not mean."""
    text = extended(BEGUN.replace("    figures:", "    period: 2025\n    figures:"), "f", [], [figure(1, SECOND)]).text
    assert len(yaml.safe_load(text)["observations"]) == 2


def test_a_new_document_stands_behind_the_others() -> None:
    """In the layout of those that are there."""
    text = extended(
        BEGUN.replace("\n  kt:", "\n    kt:")
        .replace("\n    title", "\n      title")
        .replace("\n    date", "\n      date"),
        "f",
        [NewOrigin("x", 'A "b"')],
    ).text
    assert yaml.safe_load(text)["origins"]["x"] == {"title": 'A "b"'}
    assert '\n    x:\n      title: "A \\"b\\""\n' in text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{origins: {kt: {title: x}}}\n", "its blocks do not each begin on a line of their own"),
        ("observations: [{figures: []}]\n", "'observations' is not a list whose lines begin with '- '"),
        ("observations:\n", "'observations' is not a list whose lines begin with '- '"),
        ("a: 1\n...\n", "'...' or '---' ends a document within it"),
        ("a: [\n", "not valid YAML"),
    ],
)
def test_a_file_that_is_written_otherwise_is_refused(text: str, why: str) -> None:
    """With what to do; it is not rewritten."""
    with pytest.raises(DataError, match=re.escape(why)):
        extended(text, "f", [], [figure(1, SECOND)])


BLOCK = BEGUN.replace(
    "      - {indicator: grdp, area: merged, period: 2026, value: 222.10, status: estimated}\n",
    "      - indicator: grdp\n        value: 222.10  # as printed\n        period: 2026\n",
)


@pytest.mark.parametrize(
    ("text", "source", "old", "new"),
    [
        pytest.param(BEGUN, (13, 9), "222.10, status: estimated}", "223.4, status: official, unit: \"tỷ đồng\"}", id="in one line"),
        pytest.param(BLOCK, (13, 9), "222.10  # as printed\n        period: 2026\n", "223.4  # as printed\n        period: 2026\n        status: official\n        unit: \"tỷ đồng\"\n", id="in a block"),
    ],
)  # fmt: skip
def test_a_correction_replaces_what_is_corrected(text: str, source: tuple[int, int], old: str, new: str) -> None:
    """The scalar at its place, and what the figure did not say before; nothing else."""
    fields = {"value": "223.4", "status": "official", "unit": "tỷ đồng"}
    found = extended(text, "f", [], [], [Correction(3, Source("f", *source), fields)])
    assert found.text == text.replace(old, new)
    assert found.keys[source[0]] == 3


def test_a_figure_without_a_plain_value_is_corrected_by_hand() -> None:
    """A multiple or printed words hold the number elsewhere."""
    text = BEGUN.replace("value: 222.10", 'printed: "222,10"')
    with pytest.raises(DataError, match="Correct it by hand"):
        extended(text, "f", [], [], [Correction(3, Source("f", 13, 9), {"value": "1"})])


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_any_text_is_read_back_as_it_was(texts: list[str]) -> None:
    """Quotes, backslashes, colons, words that YAML takes for something else."""
    figures = [figure(key, {**FIRST, "note": text}) for key, text in enumerate(texts)]
    read = yaml.safe_load(extended("", "f", [NewOrigin("kt", texts[0])], figures).text)
    assert read["origins"]["kt"]["title"] == texts[0]
    assert [each["note"] for each in read["observations"][0]["figures"]] == texts


def test_the_order_in_which_figures_come_is_the_order_of_each_place() -> None:
    """However many times the file is extended."""
    all_fields = [{**FIRST, "period": str(year)} for year in range(2000, 2012)]
    for cut, other in combinations(range(1, 12), 2):
        text = BEGUN
        for part in (all_fields[:cut], all_fields[cut:other], all_fields[other:]):
            text = extended(text, "f", [], [figure(key, fields) for key, fields in enumerate(part)]).text
        years = [each["period"] for each in yaml.safe_load(text)["observations"][0]["figures"]]
        assert years == [2026, *range(2000, 2012)]
