"""The lines of a plan in one file: from rows in full, and from indicators that carry their one line themselves."""

from __future__ import annotations

from collections.abc import Collection

from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.loading.figure_grammar import ROW_KEYS
from tgkt.loading.plans import Heading
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.statements import Context, build_statement
from tgkt.message import Message
from tgkt.record import NamedTuple

_OF_A_ROW = ("code", "label", "target", "baseline", "last_term", "result", "official", "condition", "sought")


def carries_row(entry: Entry) -> bool:
    """Whether an indicator's entry carries its one row itself."""
    return "rows" not in entry.places and any(key in entry.places for key in _OF_A_ROW)


def row_entries(entry: Entry) -> list[Entry]:
    """The rows of an indicator: those of its list, or the one it carries itself."""
    return [entry] if carries_row(entry) else entry["rows"] or []


def refuse_row_beside_rows(entry: Entry, reader: Reader) -> None:
    """Report keys of a row that stand beside the list of rows, where they belong to none of them."""
    inline = [key for key in _OF_A_ROW if key in entry.places]
    if inline and "rows" in entry.places:
        told = Message("'{key}' beside 'rows' belongs to no row. Move it into one of them", key=inline[0])
        reader.fail(entry.at(inline[0]), f"{entry.path}.{inline[0]}", told)


class Numbering:
    """Numbers the rows of a file that have no number of their own, skipping numbers in use."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.count = 0

    def codes(self, entry: Entry) -> list[str]:
        """A number for each target of a row: its own, else the next; several get a part number each."""
        code, several = entry["code"] or self._next(), len(entry["target"] or ())
        return [f"{code}.{place}" for place in range(1, several + 1)] if several > 1 else [code]

    def _next(self) -> str:
        self.count += 1
        while str(self.count) in self.taken:
            self.count += 1
        return str(self.count)


class Built(NamedTuple):
    """The rows of an entry, one for each of its targets, and the past figures that they print."""

    rows: list[Row]
    printed: list[Statement]


def build_rows(
    entry: Entry,
    codes: list[str],
    indicator: Indicator | None,
    heading: Heading | None,
    context: Context,
    reader: Reader,
) -> Built:
    """Check an entry and build its rows.

    Args:
        entry: the row, or the indicator that carries it.
        codes: a number for each of its targets.
        indicator: its indicator; None where that was refused, so that only the rest is checked.
        heading: its plan; None where the file has none, so that only the rest is checked.
        context: the names its figures may refer to, and the default area.
        reader: collects the problems.
    """
    area = _named(entry, "area", context.area, context.areas, reader)
    origin = _named(entry, "origin", heading.origin if heading else None, context.origins, reader)
    told = {key for key, name in (("area", area), ("origin", origin)) if name is None}
    own = context._replace(area=area, origin=origin, locator=entry["locator"], told=told)
    targets = [build_statement(each, indicator, own._replace(status=None), reader) for each in entry["target"] or ()]
    baseline = _past(_only(entry, "baseline", reader), indicator, own, reader)
    last_term = _past(entry["last_term"], indicator, own, reader)
    results = _results(entry, indicator, own, reader)
    printed = [each for each in (*results.values(), baseline, last_term) if each is not None]
    if indicator is None or heading is None or area is None or origin is None:
        return Built([], printed)
    rows = [
        Row(
            plan=heading.id,
            code=code,
            area=area,
            indicator=indicator,
            label=entry["label"],
            target=target,
            baseline=baseline,
            last_term=last_term,
            result=results.get(place),
            official=entry["official"],
            origin=origin,
            locator=entry["locator"] or "",
            note=entry["note"],
            source=entry.source,
            sought=entry["sought"],
            condition=entry["condition"],
        )
        for place, (code, target) in enumerate(zip(codes, targets or [None], strict=False))
    ]
    return Built(rows, printed)


def _named(entry: Entry, key: str, inherited: str | None, known: Collection[str], reader: Reader) -> str | None:
    """The area or the document of a row; an undeclared one is reported."""
    name: str | None = entry[key] or inherited
    if name is None or name in known:
        return name
    if key in entry.places:
        reader.unknown(entry.at(key), f"{entry.path}.{key}", key, name, known)
    return None


def _past(found: Entry | None, indicator: Indicator | None, context: Context, reader: Reader) -> Statement | None:
    """A past figure; the row's place is dropped if the figure names another document."""
    if found is not None and found.has("origin"):
        context = context._replace(locator=None)
    return build_statement(found, indicator, context, reader) if found is not None else None


def _only(entry: Entry, key: str, reader: Reader) -> Entry | None:
    """The one figure under a key."""
    found: list[Entry] = entry[key] or []
    if len(found) > 1:
        told = Message("a row has one {key}. Keep one, and write the others under 'observed'", key=key)
        reader.fail(found[1].source, f"{entry.path}.{key}", told)
    return found[0] if found else None


def _results(
    entry: Entry, indicator: Indicator | None, context: Context, reader: Reader
) -> dict[int, Statement | None]:
    """The result of each target, in their order: of several results the one for its period."""
    targets: list[Entry] = entry["target"] or []
    found: list[Entry] = entry["result"] or []
    if len(targets) < 2 and len(found) == 1:
        return {0: build_statement(found[0], indicator, context, reader)}
    places = {each["period"]: place for place, each in enumerate(targets)}
    results: dict[int, Statement | None] = {}
    for each in found:
        statement = build_statement(each, indicator, context, reader)
        period = each["period"]
        if period in places:
            results[places[period]] = statement
        elif period is not None and None not in places:
            told = Message(
                "no target of this row is for {period}. Write the result under 'observed', or mend its period",
                period=period,
            )
            reader.fail(each.at("period"), f"{each.path}.period", told)
    return results


def taken_codes(entries: list[Entry]) -> set[str]:
    """The numbers that rows have already, and those of the targets of which they are parts."""
    codes = {entry["code"] for entry in entries if entry["code"]}
    return codes | {code.rpartition(".")[0] for code in codes}


assert set(_OF_A_ROW) <= set(ROW_KEYS)
