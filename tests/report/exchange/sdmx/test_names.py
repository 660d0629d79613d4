"""Every member of a closed list has a name in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.exchange.sdmx import names
from tgkt.results.export import Measure, Part
from tgkt.series.known import How
from tgkt.series.role import Role

LISTS = {
    "measures": (names.MEASURES, Measure),
    "timings": (names.TIMINGS, [*Timing, "_Z"]),
    "comparators": (names.COMPARATORS, Comparator),
    "roles": (names.ROLES, Part),
    "statuses": (names.STATUSES, Status),
    "roles beside others": (names.COUNTED, Role),
    "ways to follow": (names.HOWS, How),
    "statuses of observations": (names.OBSERVED, "AEFKMP"),
}


@pytest.mark.parametrize(("said_of", "members"), LISTS.values(), ids=LISTS)
def test_a_list_is_whole(said_of: Mapping[str, Message], members: Iterable[str]) -> None:
    """Nothing is missing, and every name is in Vietnamese."""
    assert set(said_of) == set(members)
    assert [code for code, name in said_of.items() if said(name, "vi") == said(name, "en")] == []
