"""The files of the figures as SDMX: two forms of CSV, and their structure."""

from __future__ import annotations

from tgkt.report.exchange.sdmx.lists import codelists
from tgkt.report.exchange.sdmx.observation import observations
from tgkt.report.exchange.sdmx.structure import structure_text
from tgkt.report.exchange.sdmx.tables import AGENCY, FIRST, SECOND, csv_text
from tgkt.results.export import Exported

STRUCTURE = "structure.xml"
CSV_1, CSV_2 = "figures-1.0.csv", "figures-2.0.csv"


def sdmx_files(found: Exported) -> dict[str, str]:
    """The files by name, each whole; the structure last, for it says that the others are there."""
    rows = observations(found)
    return {
        CSV_1: csv_text(rows, FIRST),
        CSV_2: csv_text(rows, SECOND),
        STRUCTURE: structure_text(found, codelists(found, rows)),
    }


def is_structure(text: str) -> bool:
    """Whether a text is the structure that an older export wrote."""
    return "<mes:Structure " in text and f'<mes:Sender id="{AGENCY}"' in text
