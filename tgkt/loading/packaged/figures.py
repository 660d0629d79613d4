"""A line of the table of figures as a figure of a data file, and the places that observations stand by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.loading.packaged.line import Line
from tgkt.loading.packaged.tables import Tables
from tgkt.loading.packaged.tree import Plain, Tree, kept

_HUNDRED = Decimal(100)
_CHANGES = {"multiple": "times", "cut": "cut", "rise": "rise"}
_TURNED = {"at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than"}
_DERIVED, _OBSERVED, _REPRINT = "derived", "observed", "reprint"


class Figures:
    """The figures of a package by their keys; derived ones are left out, they follow again.

    Attributes:
        lines: every printed figure.
        shares: those of each structure, by indicator.
    """

    def __init__(self, tables: Tables) -> None:
        printed = [each for each in tables["figures"] if each.needed("role") != _DERIVED]
        self.parts = {each.needed("id"): each.texts("parts") for each in tables["indicators"]}
        self.lines = {each.needed("key"): each for each in printed}
        self.shares: dict[str, dict[str, Line]] = {}
        for each in printed:
            if (whole := each.text("part_of")) is not None:
                self.shares.setdefault(whole, {})[each.needed("indicator")] = each

    def figure(self, each: Line) -> dict[str, Tree]:
        """What a figure says, whatever it is in the data."""
        return kept(
            {
                "period": each.period("period"),
                "timing": each.text("timing"),
                **self._number(each),
                "reached": each.flag("reached"),
                "printed_unit": each.text("printed_unit"),
                "excludes": each.texts("excludes"),
                "pick": each.text("pick"),
                "index": Plain("true") if each.text("measure") == "index" else None,
                "readings": each.texts("readings"),
                "tolerance": each.number_of("tolerance"),
                "status": each.text("status"),
                "supersedes": each.texts("supersedes"),
                "official": each.text("official"),
                "printed": each.text("printed"),
                "note": each.words("note"),
            }
        )

    def _number(self, each: Line) -> Mapping[str, Tree | None]:
        if (change := _CHANGES.get(each.needed("measure"))) is not None:
            return {**_change(each, change), "of": each.period("relative_to")}
        shares = self.shares.get(each.needed("key"), {})
        parts = self.parts.get(each.needed("indicator"), ())
        return {
            "comparator": each.text("comparator"),
            "value": _value(each),
            "values": [shares[part].number_of("value") for part in parts if part in shares],
            "unit": each.text("unit"),
        }

    def places(self) -> list[Tree]:
        """Everything observed, by document and place; figures about one thing keep their order."""
        found: list[dict[str, Tree]] = []
        open_at: dict[tuple[str | None, str | None], int] = {}
        last: dict[tuple[str | None, ...], int] = {}
        for each in self.lines.values():
            if each.text("role") not in (_OBSERVED, _REPRINT) or each.text("part_of") is not None:
                continue
            place = each.text("origin"), each.text("locator")
            about = each.text("indicator"), each.text("area"), each.text("period")
            if open_at.get(place, -1) < last.get(about, 0):
                open_at[place] = len(found)
                found.append({**kept({"origin": place[0], "locator": place[1]}), "figures": []})
            last[about] = open_at[place]
            found[open_at[place]]["figures"].append(self._observation(each))
        return found

    def _observation(self, each: Line) -> Tree:
        ambition = each.flag("ambition")
        told = {"indicator": each.text("indicator"), "area": each.text("area"), **self.figure(each)}
        if each.text("role") == _REPRINT:
            return {**told, "reprint": Plain("true")}
        return {**told, "ambition": ambition} if ambition == "true" else told


def _value(each: Line) -> Tree | None:
    """The printed number, or both of a range."""
    low, high = each.number_of("range_low"), each.number_of("range_high")
    return each.number_of("value") if low is None or high is None else [low, high]


def _change(each: Line, kind: str) -> Mapping[str, Tree | None]:
    """A change against an earlier year as its document prints it, from the multiple that it comes to."""
    found, comparator = _value(each), each.text("comparator")
    ends = [Decimal(end) for end in (found if isinstance(found, list) else [found] if found else [])]
    if kind == "rise":
        ends = [end.scaleb(2) - _HUNDRED for end in ends]
    if kind == "cut":
        ends = [_HUNDRED - end.scaleb(2) for end in reversed(ends)]
        comparator = _TURNED.get(comparator or "", comparator)
    if comparator == Comparator.ABOUT and each.text("printed"):
        comparator = None  # the words may say nearly, which a cut turns into about
    written: list[Tree] = [Plain(f"{end:f}") for end in ends]
    return {"comparator": comparator, kind: written if len(written) > 1 else (written or [None])[0]}
