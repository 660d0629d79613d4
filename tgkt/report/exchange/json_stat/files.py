"""The files of the figures as JSON-stat: a dataset for each indicator, and the collection that lists them."""

from __future__ import annotations

import json
import re

from tgkt.harmless import harmless
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.exchange.column import Cells
from tgkt.report.exchange.json_stat.dataset import VERSION, dataset, documents
from tgkt.report.exchange.json_stat.figure import Figure, figures_of
from tgkt.report.formats import json_text
from tgkt.results.export import Exported

COLLECTION = "json-stat.json"
"""No indicator is called so: ids have no hyphen."""

SCHEMA = "tgkt/json-stat/1"


def json_stat_files(found: Exported) -> dict[str, str]:
    """The files by name, each whole; the collection last, for it says that all others are there."""
    lang, figures = _lang(found), figures_of(found)
    indicators = found.catalogue.indicators
    files = {_file(id): _text(dataset(indicators[id], held, found, lang)) for id, held in figures.items()}
    return {**files, COLLECTION: _text(_collection(figures, found, lang))}


_DATASET = re.compile(r"[a-z][a-z0-9_]*\.json")


def listed(text: str) -> list[str] | None:
    """The files that the collection of an older export lists; None where a text is no collection of ours."""
    try:
        found = json.loads(text)
        if found["extension"]["schema"] != SCHEMA:
            return None
        names = [str(each["href"]) for each in found["link"]["item"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return [name for name in names if _DATASET.fullmatch(name)]


def _lang(found: Exported) -> str:
    """English where every document is in English, else Vietnamese: names are those of the data, whoever exports."""
    origins = found.catalogue.origins.values()
    return "en" if origins and all(each.language == "en" for each in origins) else "vi"


def _collection(figures: dict[str, list[Figure]], found: Exported, lang: str) -> Cells:
    plan, indicators = found.catalogue.plan_in_force(), found.catalogue.indicators
    used = (origin for held in figures.values() for each in held for origin in each.origins)
    items = [{"class": "dataset", "href": _file(id), "label": indicators[id].title.within(lang)} for id in figures]
    return {
        "version": VERSION,
        "class": "collection",
        "label": said(plan.title if plan else Message("Indicators"), lang),
        **documents(used, found, lang),
        "link": {"item": items},
        "extension": {"schema": SCHEMA, "as_of": found.as_of},
    }


def _file(indicator: str) -> str:
    return f"{indicator}.json"


def _text(fields: Cells) -> str:
    """A file: a line for each field, every digit of a number as it is."""
    lines = ",\n".join(f"  {json_text(name)}: {json_text(value)}" for name, value in fields.items())
    return harmless(f"{{\n{lines}\n}}\n")
