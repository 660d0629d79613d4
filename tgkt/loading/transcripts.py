"""What all files of a folder transcribe, where several may hold the rows of one plan.

A plan is declared in one file, `plan: {title: …, period: …}`; files that go on with it say `continues: ID`. Rows
without a number of their own are numbered on from file to file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Origin
from tgkt.facts.units import OwnUnits
from tgkt.loading.contents import Loaded
from tgkt.loading.plans import Heading, build_plan
from tgkt.loading.rows import Numbering, taken_codes
from tgkt.loading.transcript import Transcript
from tgkt.message import Message


def transcribed(
    files: Sequence[Loaded],
    indicators: Mapping[str, Indicator],
    declared: Collection[str],
    areas: Mapping[str, Area],
    origins: Mapping[str, Origin],
    own: OwnUnits,
) -> list[Transcript]:
    """The rows and figures of each file.

    Args:
        files: the files, in their order.
        indicators: the indicators that could be built.
        declared: the ids of all that are declared.
        areas: every area.
        origins: every document.
        own: units of one's own.
    """
    found = [Transcript(each, indicators, declared, areas, origins, own) for each in files]
    plans = {each.heading.id: each.heading for each in reversed(found) if each.heading}
    for each in found:
        _continue(each, plans)
    numbers: dict[str | None, Numbering] = {}
    for plan in {each.plan for each in found}:
        rows = [row for each in found if each.plan == plan for row in each.row_entries]
        numbers[plan] = Numbering(taken_codes(rows))
    for each in found:
        each.read(numbers[each.plan] if each.plan else Numbering(taken_codes(each.row_entries)))
    return found


def _continue(read: Transcript, plans: Mapping[str, Heading]) -> None:
    """Give a file the plan that it goes on with."""
    entry, reader = read.file.entry, read.reader
    name = entry["continues"]
    if "continues" in entry.places and "plan" in entry.places:
        told = Message("a file declares a plan or goes on with one. Remove 'plan' or 'continues'")
        reader.fail(entry.at("continues"), "continues", told)
    elif name is not None and name not in plans:
        reader.unknown(entry.at("continues"), "continues", "plan", name, plans)
    elif name is not None:
        read.heading = plans[name]


def plans_of(found: Sequence[Transcript], areas: Collection[str], origins: Collection[str]) -> dict[str, Plan]:
    """The plans that files declare, each with its rows from all files, by id.

    Args:
        found: what the files transcribe.
        areas: every area.
        origins: every document.
    """
    plans: dict[str, Plan] = {}
    seen: set[str] = set()
    for each in (one for one in found if one.declares_plan and one.heading):
        heading = each.heading
        assert heading is not None
        if heading.id in seen:
            told = Message(
                "the plan '{id}' is in another file too. Keep one; a file with more of its rows says continues: {id}",
                id=heading.id,
            )
            each.reader.fail(heading.entry.at("id"), "plan.id", told)
            continue
        seen.add(heading.id)
        rows = [row for other in found if other.heading is heading for row in other.rows]
        if plan := build_plan(heading, rows, areas, origins, each.whole, each.reader):
            plans[plan.id] = plan
    return plans
