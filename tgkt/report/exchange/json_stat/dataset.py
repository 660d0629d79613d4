"""One indicator's figures as a dataset of JSON-stat: a sparse cube, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tgkt.facts.indicator import Indicator
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.exchange.column import Cells
from tgkt.report.exchange.json_stat.axes import ROLE, dimensions_of
from tgkt.report.exchange.json_stat.dimension import Dimension, cell_of
from tgkt.report.exchange.json_stat.figure import WORDS, Figure
from tgkt.report.exchange.sdmx.names import MEASURES, STATUSES
from tgkt.results.export import Exported

VERSION = "2.0"
_STATUSES: dict[str, Message] = {**{str(status): name for status, name in STATUSES.items()}, WORDS: MEASURES[WORDS]}


def dataset(indicator: Indicator, figures: Sequence[Figure], found: Exported, lang: str) -> Cells:
    """The dataset of an indicator.

    Args:
        indicator: the indicator.
        figures: all that is known of it.
        found: what is exported.
        lang: the language of names.
    """
    dimensions = dimensions_of(figures, found, lang)
    values, statuses = _cells(figures, dimensions)
    note = [] if indicator.definition is None else [indicator.definition.within(lang)]
    return {
        "version": VERSION,
        "class": "dataset",
        "label": indicator.title.within(lang),
        **documents((origin for each in figures for origin in each.origins), found, lang),
        **({"note": note} if note else {}),
        "id": [each.id for each in dimensions],
        "size": [len(each.categories) for each in dimensions],
        "role": ROLE,
        "dimension": {each.id: each.fields() for each in dimensions},
        "value": values,
        "status": statuses,
        "extension": {
            "indicator": indicator.id,
            **({"section": indicator.section} if indicator.section else {}),
            "status": {"label": {code: said(_STATUSES[code], lang) for code in sorted(set(statuses.values()))}},
            "figures": [{"cell": cell_of(_at("value", each), dimensions), **each.beside} for each in figures],
        },
    }


def documents(used: Iterable[str], found: Exported, lang: str) -> Cells:
    """The documents of figures as their source, and the date of the newest, as far as it is known."""
    kept = set(used)
    origins = [each for id, each in found.catalogue.origins.items() if id in kept]
    newest = max((each.date for each in origins if each.date), default=None)
    return {"source": "; ".join(each.title.within(lang) for each in origins), **({"updated": newest} if newest else {})}


def _cells(figures: Iterable[Figure], dimensions: Sequence[Dimension]) -> tuple[dict[str, Decimal], dict[str, str]]:
    """The numbers and the statuses, by the numbers of their cells; what has no number has its status as a value."""
    values: dict[int, Decimal] = {}
    statuses: dict[int, str] = {}
    for each in figures:
        for name in each.numbers or ("value",):
            cell = cell_of(_at(name, each), dimensions)
            if name in each.numbers:
                values[cell] = each.numbers[name]
            if each.status is not None:
                statuses[cell] = each.status
    return {str(cell): values[cell] for cell in sorted(values)}, {
        str(cell): statuses[cell] for cell in sorted(statuses)
    }


def _at(number: str, figure: Figure) -> dict[str, str]:
    return {**figure.place, "number": number}
