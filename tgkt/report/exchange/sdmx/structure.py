"""What the figures are made of, as a structure message (SDMX-ML 2.1): concepts, lists of codes, and what has which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from tgkt.facts.indicator import Words
from tgkt.harmless import harmless
from tgkt.message import Message
from tgkt.report.exchange.sdmx.code import Code, Codelist, in_languages
from tgkt.report.exchange.sdmx.component import (
    ATTRIBUTES,
    COMPONENTS,
    DIMENSIONS,
    OBS_VALUE,
    SECTION,
    TIME_PERIOD,
    Component,
)
from tgkt.report.exchange.sdmx.tables import AGENCY, FLOW, VERSION
from tgkt.results.export import Exported

_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
_PREFIXES = {"mes": "message", "str": "structure", "com": "common"}
_MAINTAINED = {"agencyID": AGENCY, "version": VERSION}
_CONCEPTS = "CONCEPTS"
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # XML has none of these
_INDICATOR = "INDICATOR"


def structure_text(found: Exported, lists: Iterable[Codelist]) -> str:
    """The structure message, whole."""
    root = Element("mes:Structure", {f"xmlns:{short}": f"{_SCHEMAS}/{name}" for short, name in _PREFIXES.items()})
    _header(root, found)
    parts = SubElement(root, "mes:Structures")
    _flow(SubElement(parts, "str:Dataflows"), found)
    codelists = SubElement(parts, "str:Codelists")
    for each in lists:
        _codelist(codelists, each)
    _concepts(SubElement(parts, "str:Concepts"))
    _definition(SubElement(parts, "str:DataStructures"))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _header(root: Element, found: Exported) -> None:
    header = SubElement(root, "mes:Header")
    SubElement(header, "mes:ID").text = FLOW
    SubElement(header, "mes:Test").text = "false"
    SubElement(header, "mes:Prepared").text = _prepared(found)
    SubElement(header, "mes:Sender", {"id": AGENCY})


def _prepared(found: Exported) -> str:
    """The date of the newest document, for the same data must give the same bytes; its first day as far as it is known.

    Without a dated document it is the first day of the newest year that figures were looked at for.
    """
    dates = [each.date for each in found.catalogue.origins.values() if each.date]
    return max((f"{date}-01-01"[: len("2025-09-15")] for date in dates), default=f"{found.as_of:04d}-01-01")


def _flow(parent: Element, found: Exported) -> None:
    plan = found.catalogue.plan_in_force()
    flow = SubElement(parent, "str:Dataflow", {"id": FLOW, **_MAINTAINED})
    _named(flow, plan.title if plan else Message("Indicators"))
    SubElement(SubElement(flow, "str:Structure"), "Ref", _reference("datastructure", "DataStructure", FLOW))


def _reference(package: str, sort: str, id: str) -> dict[str, str]:
    return {"id": id, **_MAINTAINED, "package": package, "class": sort}


def _codelist(parent: Element, listed: Codelist) -> None:
    made = SubElement(parent, "str:Codelist", {"id": listed.id, **_MAINTAINED})
    _named(made, listed.name)
    for each in listed.codes:
        _code(SubElement(made, "str:Code", {"id": each.id}), each)


def _code(made: Element, code: Code) -> None:
    _named(made, code.name, code.says)
    if code.parent:
        SubElement(SubElement(made, "str:Parent"), "Ref", {"id": code.parent})


def _concepts(parent: Element) -> None:
    scheme = SubElement(parent, "str:ConceptScheme", {"id": _CONCEPTS, **_MAINTAINED})
    _named(scheme, Message("What is said of a figure"))
    for each in COMPONENTS:
        made = SubElement(scheme, "str:Concept", {"id": each.id})
        _named(made, each.name)
        if each.says:
            SubElement(made, "com:Description", {"xml:lang": "en"}).text = each.says


def _definition(parent: Element) -> None:
    structure = SubElement(parent, "str:DataStructure", {"id": FLOW, **_MAINTAINED})
    _named(structure, Message("Figures as documents print them, and what follows from them"))
    parts = SubElement(structure, "str:DataStructureComponents")
    dimensions = SubElement(parts, "str:DimensionList", {"id": "DimensionDescriptor"})
    for place, each in enumerate(DIMENSIONS, 1):
        tag = "str:TimeDimension" if each is TIME_PERIOD else "str:Dimension"
        _component(SubElement(dimensions, tag, {"id": each.id, "position": str(place)}), each)
    attributes = SubElement(parts, "str:AttributeList", {"id": "AttributeDescriptor"})
    for each in ATTRIBUTES:
        _attribute(attributes, each)
    measures = SubElement(parts, "str:MeasureList", {"id": "MeasureDescriptor"})
    _component(SubElement(measures, "str:PrimaryMeasure", {"id": OBS_VALUE.id}), OBS_VALUE)


def _attribute(parent: Element, attribute: Component) -> None:
    usage = "Mandatory" if attribute.is_always else "Conditional"
    made = SubElement(parent, "str:Attribute", {"id": attribute.id, "assignmentStatus": usage})
    _component(made, attribute)
    of = ("str:Dimension", _INDICATOR) if attribute is SECTION else ("str:PrimaryMeasure", OBS_VALUE.id)
    SubElement(SubElement(SubElement(made, "str:AttributeRelationship"), of[0]), "Ref", {"id": of[1]})


def _component(made: Element, component: Component) -> None:
    """What a component means, and what it holds."""
    concept = {
        "id": component.id,
        "maintainableParentID": _CONCEPTS,
        "maintainableParentVersion": VERSION,
        "agencyID": AGENCY,
        "package": "conceptscheme",
        "class": "Concept",
    }
    SubElement(SubElement(made, "str:ConceptIdentity"), "Ref", concept)
    holds = SubElement(made, "str:LocalRepresentation")
    if component.codes:
        SubElement(SubElement(holds, "str:Enumeration"), "Ref", _reference("codelist", "Codelist", component.codes))
    else:
        SubElement(holds, "str:TextFormat", {"textType": component.text})


def _named(made: Element, name: Message | Words, says: Words | None = None) -> None:
    """A name, and what it means, in every language there is."""
    for tag, found in (("com:Name", name), ("com:Description", says)):
        for lang, text in in_languages(found).items() if found is not None else ():
            SubElement(made, tag, {"xml:lang": lang}).text = _plain(text)


def _plain(text: str) -> str:
    """A text that XML may hold."""
    return _NO_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", harmless(text))
