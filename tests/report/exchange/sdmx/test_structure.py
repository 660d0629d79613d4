"""The structure message: what it declares is what the tables have."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from tgkt.facts.indicator import Words
from tgkt.message import Message
from tgkt.report.exchange.sdmx.code import Code, Codelist
from tgkt.report.exchange.sdmx.component import ATTRIBUTES, COMPONENTS, DIMENSIONS
from tgkt.report.exchange.sdmx.lists import codelists
from tgkt.report.exchange.sdmx.structure import structure_text

from .exported import each_folder, exported, rows

SPACES = {
    short: f"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/{name}"
    for short, name in (("mes", "message"), ("str", "structure"), ("com", "common"))
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(name: str) -> Element:
    """The structure of a folder, parsed."""
    return ElementTree.fromstring(structure_text(exported(name), codelists(exported(name), rows(name))))


def ids(root: Element, path: str) -> list[str | None]:
    """The ids of what a path finds."""
    return [each.get("id") for each in root.iterfind(path, SPACES)]


@each_folder
def test_dimensions_and_attributes_are_the_columns(name: str) -> None:
    """In their order; time is one of them, and every one has its concept."""
    root = read(name)
    assert ids(root, ".//str:DimensionList/*") == [each.id for each in DIMENSIONS]
    assert ids(root, ".//str:TimeDimension") == ["TIME_PERIOD"]
    assert ids(root, ".//str:AttributeList/*") == [each.id for each in ATTRIBUTES]
    assert ids(root, ".//str:PrimaryMeasure[@id]") == ["OBS_VALUE"]
    assert ids(root, ".//str:Concept") == [each.id for each in COMPONENTS]


@each_folder
def test_what_is_named_is_there(name: str) -> None:
    """Every list that a component is chosen from."""
    root = read(name)
    assert set(ids(root, ".//str:Enumeration/Ref")) == set(ids(root, ".//str:Codelist"))


@each_folder
def test_everything_has_a_name_in_both_languages(name: str) -> None:
    """Codes, lists, concepts, the structure and the flow."""
    root = read(name)
    for tag in ("Code", "Codelist", "Concept", "ConceptScheme", "DataStructure", "Dataflow"):
        for each in root.iterfind(f".//str:{tag}", SPACES):
            assert {"en", "vi"} <= {said.get(LANG) for said in each.iterfind("com:Name", SPACES)}, each.get("id")


def test_titles_come_back_unchanged() -> None:
    """Tags and quotes are text."""
    titles = {each.text for each in read("hostile texts").iterfind(".//str:Codelist/str:Code/com:Name", SPACES)}
    assert {each.title.en for each in exported("hostile texts").catalogue.indicators.values()} <= titles


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\u202e", "\uffff", "\ud800"], ids=ascii)
def test_what_xml_cannot_hold_is_shown_by_its_number(sign: str) -> None:
    """Also where a program brings it in behind the loader."""
    listed = Codelist("CL_AREA", Message("Areas"), (Code("here", Words(f"a{sign}b", "ab")),))
    text = structure_text(exported("hostile texts"), [listed])
    assert sign not in text
    assert f"a\\u{ord(sign):04x}b" in text
    ElementTree.fromstring(text)


def test_a_name_stands_in_every_language_of_the_data() -> None:
    """French as well, where the data have it."""
    area = read("fiscal years").find(".//str:Codelist[@id='CL_AREA']/str:Code", SPACES)
    assert area is not None
    said = {each.get(LANG): each.text for each in area.iterfind("com:Name", SPACES)}
    assert said == {"en": "Here", "vi": "Đây", "fr": "Ici"}


def test_the_date_is_that_of_the_newest_document() -> None:
    """No clock: the same data give the same bytes."""
    assert read("the shipped data").findtext(".//mes:Prepared", namespaces=SPACES) == "2025-09-15"
    assert read("fiscal years").findtext(".//mes:Prepared", namespaces=SPACES) == "2025-06-01"
    assert read("hostile texts").findtext(".//mes:Prepared", namespaces=SPACES) == "2025-01-01"
