"""A file for each plan: its heading, its gaps, and its rows with their figures."""

from __future__ import annotations

from itertools import groupby

from tgkt.loading.packaged.figures import Figures
from tgkt.loading.packaged.line import Line
from tgkt.loading.packaged.tables import Tables
from tgkt.loading.packaged.tree import Plain, Tree, kept
from tgkt.message import Message


def plan_blocks(plan: Line, tables: Tables, figures: Figures) -> dict[str, Tree]:
    """The blocks of the file of one plan."""
    id = plan.needed("id")
    rows = [each for each in tables["rows"] if each.text("plan") == id]
    found: dict[str, dict[str, list[Tree]]] = {}
    for lines in _entries(rows):
        found.setdefault(lines[0].needed("indicator"), {"rows": []})["rows"].append(_entry(lines, figures))
    return {"plan": _heading(plan, tables), "indicators": found}


def _heading(plan: Line, tables: Tables) -> Tree:
    gaps = [each for each in tables["gaps"] if each.text("plan") == plan.text("id")]
    return kept(
        {
            "id": plan.text("id"),
            "title": plan.words("title"),
            "period": plan.period("period"),
            "baseline": plan.period("baseline"),
            "origin": plan.text("origin"),
            "in_force": Plain("true") if plan.flag("in_force") == "true" else None,
            "gaps": [
                kept({"area": each.text("area"), "code": each.text("code"), "note": each.words("note")})
                for each in gaps
            ],
            "overall": [
                kept({key: each.text(key) for key in ("printed", "origin", "locator")})
                for each in tables["overall"]
                if each.text("plan") == plan.text("id")
            ],
        }
    )


def _entries(rows: list[Line]) -> list[list[Line]]:
    """The lines of rows that are one row of the document: several targets that share where they start from."""

    def shared(row: Line) -> tuple[str | None, ...]:
        start = row.text("baseline") or row.text("last_term")
        return (row.text("area"), row.text("indicator"), start) if start else (row.text("key"),)

    return [list(lines) for _, lines in groupby(rows, key=shared)]


def _entry(lines: list[Line], figures: Figures) -> Tree:
    first = lines[0]
    code = first.needed("code")
    targets = [found for each in lines if (found := _figure(each, "target", figures))]
    results = [found for each in lines if (found := _figure(each, "result", figures))]
    return kept(
        {
            "code": code if len(lines) == 1 else code.rpartition(".")[0],
            "area": first.text("area"),
            "label": first.text("label"),
            "origin": first.text("origin"),
            "locator": first.text("locator"),
            "target": _by_period(targets),
            "baseline": _past(first, "baseline", figures),
            "last_term": _past(first, "last_term", figures),
            "result": _by_period(results),
            "official": first.text("official"),
            "condition": first.words("condition"),
            "note": first.words("note"),
            "sought": first.words("sought"),
        }
    )


def _by_period(found: list[dict[str, Tree]]) -> Tree | None:
    """One figure, or several by their periods."""
    if len(found) < 2:
        return found[0] if found else None
    return {Plain(each["period"]): {key: value for key, value in each.items() if key != "period"} for each in found}


def _line(row: Line, name: str, figures: Figures) -> Line | None:
    key = row.text(name)
    if key is not None and key not in figures.lines:
        raise row.wrong(name, Message("no figure has the key '{key}'. Correct it, or empty the cell", key=key))
    return None if key is None else figures.lines[key]


def _figure(row: Line, name: str, figures: Figures) -> dict[str, Tree] | None:
    line = _line(row, name, figures)
    return None if line is None else figures.figure(line)


def _past(row: Line, name: str, figures: Figures) -> Tree | None:
    """A figure of the past, with its own document where that is not the row's."""
    line = _line(row, name, figures)
    if line is None:
        return None
    found, own = figures.figure(line), (line.text("origin"), line.text("locator"))
    if own == (row.text("origin"), row.text("locator")):
        return found
    return {**found, **kept({"origin": own[0], "locator": own[1]})}
