"""The answers of the commands over the shipped data as flat rows, so that two states of the program can be compared.

An answer is a mapping from a row's key to its fields; a field within a field is named with dots ("2026.required").
Numbers keep twelve digits: what the last ones do is no answer. Places (file, line) are left out, because adding a
line to a file changes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal
from functools import cache
from typing import Any

from cli.runner import ROOT, Tgkt
from shipped import TONGUES, audited, known

from tgkt.engine.explain import explain
from tgkt.report.explain_rows import explain_rows

KEPT = ROOT / "tests" / "golden" / "kept"
PLANS = ("targets_2025_2030", "results_2020_2025")
METHODS = ("statcan", "unsd2023", "healthy_people", "linear")
Fields = dict[str, str]
Answer = dict[str, Fields]

_DIGITS = Context(prec=12)
_PLACES = ("declared", "says_vi", "says_en", "title_vi", "title_en", "note_vi", "note_en", "assumes_vi", "assumes_en")
_NAMES = ("year", "figure", "area", "id", "code")


def flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a value, those of inner maps and lists under dotted names; empty ones are left out."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _PLACES:
                yield from flat(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            named = next((inner[key] for key in _NAMES if key in inner), place) if isinstance(inner, Mapping) else place
            yield from flat(inner, f"{name}.{named}")
    elif isinstance(value, Decimal):
        yield name, f"{_DIGITS.plus(value).normalize():f}"
    elif value is not None:
        yield name, str(value)


def keyed(rows: Iterable[Mapping[str, Any]], *keys: str, before: str = "") -> Answer:
    """Rows by what names them; rows of one name are told apart by their place among them."""
    found: Answer = {}
    for row in rows:
        name = " ".join([before, *(str(row[key]) for key in keys)]).strip()
        same = sum(each == name or each.startswith(f"{name} #") for each in found)
        found[f"{name} #{same + 1}" if same else name] = dict(flat(row))
    return found


def asked(tgkt: Tgkt, *args: str) -> Any:
    """The JSON answer of a command."""
    return tgkt(*args, "--format", "json").json


@cache
def all_answers(tgkt: Tgkt) -> dict[str, Answer]:
    """Every answer that is kept, by name."""
    found: dict[str, Answer] = {"status": {}}
    for plan in PLANS:
        found["status"] |= keyed(
            with_parts(asked(tgkt, "status", "--long", "--plan", plan)["rows"]), "plan", "area", "code"
        )
    for method in METHODS:
        found[f"project_{method}"] = {}
        for plan in PLANS:
            rows = asked(tgkt, "project", "--plan", plan, "--method", method)["rows"]
            judged = keyed(rows, "area", "code", before=plan)
            found[f"project_{method}"] |= judged if method == METHODS[0] else {k: _pace(v) for k, v in judged.items()}
    found["project_set"] = keyed(asked(tgkt, "project", "--set", "grdp_growth=9")["rows"], "area", "code")
    found["blend"] = keyed(map(in_shares, asked(tgkt, "blend", "--all")["rows"]), "id", "area", "period", "timing")
    found["check"] = keyed(asked(tgkt, "check", "--all")["rows"], "key")
    found["explain"] = explanations(sorted({row["id"] for row in found["status"].values()}))
    return found


def with_parts(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of the long form with the parts of a structure within it, as the first release told them."""
    whole: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["part_of"] is None:
            whole[row["key"]] = {**row, "parts": []}
        else:
            whole[row["part_of"]]["parts"].append(row)
    return list(whole.values())


def in_shares(row: dict[str, Any]) -> dict[str, Any]:
    """A blend with the weights of its parts as shares of one, as the first release told them."""
    names = ("weight", "weight_low", "weight_high")
    for part in row["constituents"]:
        part |= {name: part[name] and part[name].scaleb(-2) for name in names}
    return row


def explanations(names: Iterable[str]) -> Answer:
    """What explain tells of each indicator beyond what the other answers hold: its figures, findings and blends."""
    knowledge, findings = known(), audited()
    catalogue = knowledge.catalogue
    found: Answer = {}
    for name in names:
        told = explain(catalogue.indicators[name], knowledge, findings)
        found |= keyed(explain_rows(told, TONGUES), "area", "period", "timing", "origin", "locator", before=name)
        found[name] = {
            "findings": " ".join(sorted(each.id for each in told.findings)),
            "blends": " ".join(f"{each.area} {each.period}" for each in told.merges),
        }
    return found


def _pace(fields: Fields) -> Fields:
    """What a method decides of a trajectory; the rest is the same for all."""
    return {name: value for name, value in fields.items() if name.startswith(("pace_", "method", "linear"))}


def keep(answers: Mapping[str, Answer]) -> None:
    """Write the answers down, a row a line."""
    for name, answer in answers.items():
        lines = [json.dumps([key, fields], ensure_ascii=False) + "\n" for key, fields in answer.items()]
        (KEPT / f"{name}.ndjson").write_text("".join(lines), encoding="utf-8")


def kept(name: str) -> Answer:
    """The answers as they were kept."""
    lines = (KEPT / f"{name}.ndjson").read_text(encoding="utf-8").splitlines()
    return dict(json.loads(line) for line in lines)
