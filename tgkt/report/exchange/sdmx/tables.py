"""The figures as SDMX-CSV 1.0 and 2.0: a column for each component, after those that name the structure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from tgkt.report.exchange.sdmx.component import COMPONENTS
from tgkt.report.exchange.sdmx.observation import Observation

AGENCY, FLOW, VERSION = "TGKT", "FIGURES", "1.0.0"
"""The names of the structure: who maintains it, what is called by it, and its version (of the form of these files)."""

_NAMED = f"{AGENCY}:{FLOW}({VERSION})"
FIRST = {"DATAFLOW": _NAMED}
"""What every line of SDMX-CSV 1.0 begins with."""
SECOND = {"STRUCTURE": "dataflow", "STRUCTURE_ID": _NAMED, "ACTION": "I"}
"""What every line of SDMX-CSV 2.0 begins with; I is information, neither added nor replaced."""


def csv_text(rows: Sequence[Observation], leading: Mapping[str, str]) -> str:
    """Observations as CSV.

    Args:
        rows: the figures.
        leading: the columns before those of the structure, with what stands in each line.
    """
    out, ids = io.StringIO(), [each.id for each in COMPONENTS]
    write = csv.writer(out, lineterminator="\n").writerow
    write([*leading, *ids])
    for row in rows:
        write([*leading.values(), *(row[id] for id in ids)])
    return out.getvalue()
