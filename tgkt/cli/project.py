"""`tgkt project`: the way to the targets, what-if and goal seek."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.choose import choose_plan, year_known
from tgkt.cli.options import AsOfOption, DataOption, Format, FormatOption, LangOption, Output, OutputOption, output_for
from tgkt.cli.pick import row_named, rows_named
from tgkt.engine.project.goal_seek import solve as seek
from tgkt.engine.project.pace import PRESETS, VERSIONS
from tgkt.engine.project.progress import with_progress
from tgkt.engine.project.trajectory import PaceChoice, trajectory
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State, effects
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.notation import plain_number
from tgkt.facts.plan import Plan
from tgkt.loading.files import data_folder, load_folder
from tgkt.report.formats import machine
from tgkt.report.numbers import unit
from tgkt.report.project.chart import chart as draw
from tgkt.report.project.tables import (
    EFFECTS_SCHEMA,
    PROJECT_SCHEMA,
    SOLVE_SCHEMA,
    effect_row,
    effects_tables,
    solution_row,
    solution_tables,
    trajectory_row,
    trajectory_tables,
    year_table,
)
from tgkt.report.status.tables import View
from tgkt.report.table import Table
from tgkt.report.words import word
from tgkt.results.project import Trajectory

Method = StrEnum("Method", {name: name for name in PRESETS})  # type: ignore[misc]  # one list of names
_PACES = {"last_term": "trend", "required": "required"}
_GOAL = re.compile(r"\s*(.+?)\s*(>=|<=|==|=|≥|≤)\s*(.+)\Z")


def project(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]…", help="Targets: numbers, ids or words of a title; all unless given."),
    ] = None,
    year: Annotated[int | None, typer.Option(min=2000, max=2100, help="The year to look at; the plan's last.")] = None,
    pace: Annotated[str, typer.Option(help="last_term, required, or a rate: 9%, +0.5pp.")] = "last_term",
    method: Annotated[Method, typer.Option(help="How pace is judged.")] = Method.statcan,  # type: ignore[attr-defined]
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="WHAT=VALUE", help="What if: 9, 9%/năm, +1pp, ×1.05, with units."),
    ] = None,
    scenario: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="What if, from a file; two are compared.")
    ] = None,
    solve: Annotated[list[str] | None, typer.Option(metavar="WHAT", help="Goal seek: the figure to find.")] = None,
    goal: Annotated[str | None, typer.Option("--for", metavar="GOAL", help="For --solve: WHAT >= VALUE.")] = None,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the path of the indicators named.")] = False,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="Draw with plain ASCII signs.")] = False,
    plan: Annotated[str | None, typer.Option(help="Plan id; targets_2025_2030 unless given.")] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Project targets: the required path, where a pace leads, what is needed from now on; what-if and goal seek."""
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    of = choose_plan(plan, catalogue)
    _require_one_question([solve, goal], [settings, scenario], [what, year, chart, pace != "last_term"])
    if solve or goal:
        _solve(solve or [], goal, of, catalogue, where)
    elif settings or scenario:
        _what_if(settings or [], scenario or [], of, catalogue, where)
    else:
        rows = rows_named(what, of, where.lang) if what else list(of.rows)
        known = year_known(as_of, catalogue)
        ways = [trajectory(row, catalogue, known, _choice(pace), year) for row in rows]
        found = [with_progress(way, catalogue, known, method) for way in ways]
        _show(
            found,
            year or of.period.last,
            pace,
            method,
            catalogue,
            where,
            named=bool(what),
            chart=chart,
            ascii_only=ascii_only,
        )


def _require_one_question(seeks: list[object], sets: list[object], looks: list[object]) -> None:
    if any(looks) and any([*seeks, *sets]):
        raise UsageError("what-if and goal seek look at every target: leave out WHAT, --year, --pace and --chart")
    if any(seeks) and any(sets):
        raise UsageError(
            "--solve finds a figure and --set gives one: ask one at a time, or leave out --set and --scenario"
        )


def _show(
    found: Sequence[Trajectory],
    year: int,
    pace: str,
    method: str,
    catalogue: Catalogue,
    where: Output,
    *,
    named: bool,
    chart: bool,
    ascii_only: bool,
) -> None:
    lang, view = where.lang, View(where.lang, where.width)
    if chart and not named:
        raise UsageError("--chart draws the indicators you name. Name one or more, e.g. tgkt project grdp --chart")
    if chart and not where.is_machine:
        pictures = [draw(each, lang, where.width or 100, ascii_only=ascii_only) for each in found]
        heads = [
            f"{each.row.code} {each.row.indicator.title.within(lang)} ({unit(each.row.unit, lang)})" for each in found
        ]
        nothing = word("words", lang) + "\n"
        where.put("\n".join(f"{head}\n{picture or nothing}" for head, picture in zip(heads, pictures, strict=True)))
        return
    told = word(f"pace_{pace}", lang) if pace in _PACES else pace
    note = word("project_note", lang).format(
        pace=told, method=method, version=VERSIONS[method], form=word("form_note", lang)
    )

    def tables() -> list[Table]:
        shown = trajectory_tables(found, catalogue, view, year, note, ascii_only=ascii_only)
        return shown + ([year_table(each, lang) for each in found if each.points] if named else [])

    head = {"year": year, "pace": pace, "method": method, "method_version": VERSIONS[method]}
    where.write(
        tables, lambda name: machine(name, PROJECT_SCHEMA, head, [trajectory_row(each, year) for each in found])
    )


def _what_if(settings: list[str], files: list[Path], of: Plan, catalogue: Catalogue, where: Output) -> None:
    from tgkt.loading.scenario import read_scenario  # lazy: yaml is needed only for scenario files

    if len(files) > 2:
        raise UsageError(f"--scenario: two scenarios are compared, got {len(files)}. Give one or two")
    named = [(str(path), read_scenario(path)) for path in files]
    texts = [(s.title.within(where.lang) if s.title else Path(name).stem, s.settings) for name, s in named]
    typed = dict(_pair(each) for each in settings)
    if len(typed) < len(settings):
        raise UsageError("--set: an indicator is set twice. Set each once")
    if typed:
        texts = [(f"{name} + {_said(typed)}", values | typed) for name, values in texts] or [(_said(typed), typed)]
    scenarios = []
    for name, values in texts:
        start = State(catalogue, {})
        chosen = dict(read_setting(text, row_named(id, of, where.lang), start) for id, text in values.items())
        if len(chosen) < len(values):
            raise UsageError(f"{name}: an indicator is set twice, by its id and by its number. Set each once")
        scenarios.append((name, *effects(of.rows, catalogue, chosen)))
    rows = [effect_row(name, effect) for name, changed, _ in scenarios for effect in changed]
    links = [
        {"id": link.id, "computes": str(link.computes), "formula": link.text}
        for link in dict.fromkeys(link for _, _, used in scenarios for link in used)
    ]
    where.write(
        lambda: effects_tables(scenarios, View(where.lang, where.width)),
        lambda name: machine(name, EFFECTS_SCHEMA, {"plan": of.id, "links": links}, rows),
    )


def _solve(unknowns: list[str], goal: str | None, of: Plan, catalogue: Catalogue, where: Output) -> None:
    if len(unknowns) != 1 or goal is None:
        raise UsageError(
            f"--solve finds one figure for one goal, got {len(unknowns)}. "
            "Write --solve grdp_growth --for 'grdp_per_capita >= 220'"
        )
    match = _GOAL.match(goal)
    if not match:
        raise UsageError(
            f"--for: '{goal}' is no goal. Write WHAT >= VALUE, e.g. 'grdp_per_capita >= 220 triệu đồng/người'"
        )
    unknown, wanted_row = (row_named(each, of, where.lang) for each in (unknowns[0], match[1]))
    try:
        wanted = in_unit(match[3].strip(), wanted_row)
    except (NotationError, UnitError) as error:
        raise UsageError(f"--for {goal}: {error}") from None
    sign = {"≥": ">=", "≤": "<=", "==": "="}.get(match[2], match[2])
    found = seek(unknown, wanted_row, sign, wanted, of.rows, catalogue)
    where.write(
        lambda: solution_tables(found, View(where.lang, where.width)),
        lambda name: machine(name, SOLVE_SCHEMA, {}, [solution_row(found)]),
    )


def _choice(text: str) -> PaceChoice:
    """last_term, required, a growth in percent, or points a year."""
    if text == "trend":
        raise UsageError("--pace trend is now --pace last_term. Write --pace last_term")
    if text in _PACES:
        return PaceChoice(_PACES[text])
    match = re.match(r"([+\-]?)(.+?)\s*(pp|%/năm|%)?\Z", text.strip())
    try:
        value = plain_number(match[2]) if match else None
    except NotationError as error:
        raise UsageError(f"--pace: {error}. Write last_term, required, 9% or +0.5pp") from None
    assert match is not None
    assert value is not None
    signed = -value if match[1] == "-" else value
    if match[3] != "pp" and signed <= -100:
        raise UsageError(f"--pace: nothing is left after {signed} % a year. Write a rate above -100%")
    return PaceChoice("rate", points=signed) if match[3] == "pp" else PaceChoice("rate", growth=signed)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not value.strip():
        raise UsageError(f"--set: '{text}' is not WHAT=VALUE. Write e.g. --set grdp_growth=9")
    return name.strip(), value.strip()


def _said(settings: dict[str, str]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in settings.items())
