"""Targets for one year, shares and multiples included: what `engine/trajectory/level.py` and `standing.py` say, as SQL.

Every step is a table of its own: figures of a pair, their intervals, start and latest figure, the goal, grades, path,
comparison, answer.
"""

from __future__ import annotations

from tgkt.panel.grading import Values, edges, grade, keeps, sure
from tgkt.panel.select import JOINED, NAMES, Tables, select
from tgkt.panel.spread import BOUNDS, PLAIN, spread
from tgkt.panel.way import Scale, against_path, on_path, pace

_FIGURE = ("year", "value", "from", "to", "low", "high", "low_open", "high_open", "is_point", "is_bounded", "words")


def level_tables(scale: Scale, as_of: int, *, has_words: bool) -> Tables:
    """The tables of targets for one year, the answers last.

    Args:
        scale: how numbers are held.
        as_of: the last year whose figures are known.
        has_words: whether figures have comparators.
    """
    return [
        ("level_pairs", _pairs(scale, has_words=has_words)),
        ("level_figures", _figures(scale, has_words=has_words)),
        ("level_start", _start()),
        ("level_goal", _goal(scale)),
        ("level_signed", _signed(scale)),
        ("level_grades", _grades(has_words=has_words)),
        ("level_way", _way(scale, as_of)),
        ("level_path", _path(scale, as_of)),
        ("level_standing", _standing()),
        ("level_answers", _answers(as_of)),
    ]


def _pairs(scale: Scale, *, has_words: bool) -> str:
    """The figures of each pair that its target asks for: base, base of a multiple, first and newest of the term."""
    columns = ["f.area AS pair_area", "t.id AS target"]
    kinds = ["value", *(["half"] if scale.has_steps else []), *(["words"] if has_words else [])]
    for name, year in (("base", "t.base_year"), ("of", "t.of_year")):
        columns += [f"MAX(f.{kind}) FILTER (WHERE f.year = {year}) AS {name}_{kind}" for kind in kinds]
    term = "FILTER (WHERE f.year > t.base_year AND f.year <= t.last)"
    for name, pick, end in (("first", "ARG_MIN", "MIN"), ("newest", "ARG_MAX", "MAX")):
        columns.append(f"{end}(f.year) {term} AS {name}_year")
        columns += [f"{pick}(f.{kind}, f.year) {term} AS {name}_{kind}" for kind in kinds]
    return select(columns, JOINED, "t.form = 'level' AND t.refused IS NULL", "f.area, t.id")


def _figures(scale: Scale, *, has_words: bool) -> str:
    """Every figure with region and interval."""
    columns = ["p.pair_area", "p.first_year", "p.newest_year", "t.*"]
    columns.append("CASE WHEN p.base_value IS NOT NULL THEN t.base_year END AS base_figure_year")
    for name in ("base", "of", "first", "newest"):
        words = f"p.{name}_words" if has_words else PLAIN
        value, half = (f"CAST(p.{name}_{kind} AS {scale.decimal})" for kind in ("value", "half"))
        columns += [f"{value} AS {name}_value", f"{words} AS {name}_words"]
        columns += spread(name, value, half if scale.has_steps else "0", words)
    return select(columns, "level_pairs p JOIN targets t ON t.id = p.target")


def _start() -> str:
    """The start: the base, else the first figure; and the latest: the newest figure, else the base."""
    names = ("base", "of", "first", "newest")
    inner = select(
        ["*", *(f"COALESCE({name}_from = {name}_to, FALSE) AS {name}_is_point" for name in names)], "level_figures"
    )
    bounded = [
        f"COALESCE(NOT {name}_is_point AND {name}_words IN {BOUNDS}, FALSE) AS {name}_is_bounded" for name in names
    ]
    start = [_either("base", "first", kind, "start") for kind in _FIGURE]
    latest = [_either("newest", "base", kind, "latest") for kind in _FIGURE]
    return select(["*", *start, *latest], f"({select(['*', *bounded], f'({inner}) known')}) bounded")


def _either(one: str, other: str, kind: str, name: str) -> str:
    first, second = _own(one, kind), _own(other, kind)
    return f"CASE WHEN {one}_value IS NULL THEN {second} ELSE {first} END AS {name}_{kind}"


def _own(name: str, kind: str) -> str:
    return "base_figure_year" if (name, kind) == ("base", "year") else f"{name}_{kind}"


def _goal(scale: Scale) -> str:
    """The edges of the target: as printed, times the base of a multiple, or the figure of the base that is held."""
    usable = "of_value IS NOT NULL AND of_low > 0 AND NOT of_is_bounded"
    return select(
        [
            "*",
            f"CASE WHEN is_held THEN base_value IS NOT NULL WHEN of_year IS NULL THEN TRUE ELSE {usable} END AS has_goal",
            "CASE WHEN of_year IS NULL THEN 1 ELSE of_value END AS times",
            "CASE WHEN of_year IS NULL THEN 1 ELSE of_low END AS times_low",
            "CASE WHEN of_year IS NULL THEN 1 ELSE of_high END AS times_high",
            "CASE WHEN sign > 0 THEN latest_low ELSE -latest_high END AS own_low",
            "CASE WHEN sign > 0 THEN latest_high ELSE -latest_low END AS own_high",
            f"CAST(sign * base_value AS {scale.product}) AS held",
        ],
        "level_start",
    )


def _signed(scale: Scale) -> str:
    """Figures and edges turned so that more is better; edges for rounding are widened by that of a multiple's base."""
    columns = ["*"]
    held = {f"digits_{end}": f"CAST(base_{end} AS {scale.product})" for end in ("low", "high")}
    low = "CASE WHEN own_low >= 0 THEN times_high ELSE times_low END"
    high = "CASE WHEN own_high >= 0 THEN times_low ELSE times_high END"
    for edge in NAMES:
        own = held.get(edge, "held")
        columns.append(f"CASE WHEN is_held THEN {own} ELSE {edge} * times END AS goal_{edge}")
        columns.append(f"CASE WHEN is_held THEN {own} ELSE {edge} * {low} END AS above_{edge}")
        columns.append(f"CASE WHEN is_held THEN {own} ELSE {edge} * {high} END AS below_{edge}")
    columns += [
        f"CASE WHEN is_held THEN held ELSE {edge} * times END AS goal_{edge}" for edge in ("near_edge", "far_edge")
    ]
    for name in ("latest", "start", "base"):
        columns += [
            f"CASE WHEN sign > 0 THEN {name}_from ELSE -{name}_to END AS {name}_a",
            f"CASE WHEN sign > 0 THEN {name}_to ELSE -{name}_from END AS {name}_b",
            f"CASE WHEN sign > 0 THEN {name}_low_open ELSE {name}_high_open END AS {name}_a_open",
            f"CASE WHEN sign > 0 THEN {name}_high_open ELSE {name}_low_open END AS {name}_b_open",
        ]
    columns += [
        "COALESCE(latest_year = of_year, FALSE) AS is_of_itself",
        "latest_words = comparator AND latest_words IN "
        + BOUNDS
        + " AND latest_value = word * times AS has_same_words",
    ]
    return select(columns, "level_goal")


def _grades(*, has_words: bool) -> str:
    goal = edges("goal")
    columns = ["*"]
    same = "COALESCE(has_same_words, FALSE)" if has_words else "FALSE"
    for name, word in (("latest", same), ("start", "FALSE"), ("base", "FALSE")):
        values = Values(f"{name}_a", f"{name}_b", f"{name}_a_open", f"{name}_b_open")
        columns.append(
            f"CASE WHEN has_goal AND {name}_value IS NOT NULL THEN {grade(values, goal, word)} END AS {name}_grade"
        )
    own = Values("own_low", "own_high", "latest_a_open", "latest_b_open")
    point = Values("sign * latest_value", "sign * latest_value")
    inner = select(columns, "level_signed")
    certain = (
        f"CASE WHEN is_of_itself THEN {sure(point, goal, 'latest_grade')} "
        f"ELSE {sure(own, edges('above', 'below'), 'latest_grade')} END"
    )
    return select(
        [
            "*",
            f"{certain} AS is_sure",
            f"{keeps(own, goal, 'FALSE')} AS fails_surely",
            "COALESCE(latest_grade IN ('met', 'exceeded'), FALSE) AS is_met",
            "COALESCE(start_grade IN ('met', 'exceeded'), FALSE) AS is_met_at_start",
            "COALESCE(base_grade IN ('met', 'exceeded'), FALSE) AS is_met_at_base",
        ],
        f"({inner}) graded",
    )


def _way(scale: Scale, as_of: int) -> str:
    """The edge to be reached, and the years between."""
    return select(
        [
            "*",
            "is_met_at_start OR is_hold AS is_flat",
            "CASE WHEN is_held OR is_met_at_start OR sign * start_value <= goal_near_edge THEN near_edge "
            "WHEN sign * start_value >= goal_far_edge THEN far_edge END AS factor",
            "last - start_year AS years",
            "latest_year - start_year AS gone",
            f"last - GREATEST(latest_year, {as_of}) AS left_years",
            f"GREATEST(goal_near_edge, LEAST(CAST(sign * latest_value AS {scale.product}), goal_far_edge)) * sign AS nearest",
        ],
        "level_grades",
    )


def _path(scale: Scale, as_of: int) -> str:
    """The latest figure against the path: both ends of its region, and of its interval against the path's."""
    base, start = (f"CAST({name}_value AS {scale.product})" for name in ("base", "start"))
    inner = select(
        [
            "*",
            *(
                f"CASE WHEN is_held THEN {base} WHEN factor IS NULL THEN {start} ELSE sign * factor * {times} END AS edge{end}"
                for end, times in (("", "times"), ("_low", "times_low"), ("_high", "times_high"))
            ),
        ],
        "level_way",
    )
    reflected = (
        "CASE WHEN start_value < edge THEN edge - ABS(latest_value - edge) ELSE edge + ABS(latest_value - edge) END"
    )
    inner = select(
        ["*", f"{reflected} AS reflected", f"CASE WHEN is_flat THEN edge ELSE {start} END AS begun"],
        f"({inner}) edged",
    )
    computable = "NOT is_geometric OR years <= 1 OR (begun > 0 AND edge > 0)"
    within = f"""CASE
        WHEN NOT has_goal OR start_value IS NULL THEN FALSE
        WHEN years <= 0 OR is_step OR (start_is_bounded AND NOT is_flat) THEN latest_year = last
        WHEN {computable} THEN gone >= 0 AND gone <= years
        ELSE gone = 0 OR gone = years END"""
    inner = select(["*", f"{within} AS has_required"], f"({inner}) begun")
    return select(
        [
            "*",
            *_compared(scale, as_of),
            f"CASE WHEN has_required THEN CASE WHEN years <= 0 THEN CAST(edge AS DOUBLE) ELSE {on_path('begun', 'edge')} END END AS required_now",
            "start_low = start_high AND edge_low = edge_high AS is_exact_path",
            "is_geometric AND start_low <= 0 AS may_be_zero",
        ],
        f"({inner}) reachable",
    )


def _compared(scale: Scale, as_of: int) -> list[str]:
    """-1, 0 or 1 of both ends of the region, of the value reflected at the edge, and of the interval.

    Only where a standing rests on them: the deadline is ahead, and the target is not met yet.
    """
    ends = {
        "against_from": ("latest_from", "start_value", "edge", 0),
        "against_to": ("latest_to", "start_value", "edge", 0),
        "against_reflected": ("reflected", "start_value", "edge", 0),
        "low_against_high": ("latest_low", "start_high", "edge_high", 2),
        "high_against_low": ("latest_high", "start_low", "edge_low", 2),
    }
    where = {"against_reflected": " AND is_neutral"}
    return [
        f"CASE WHEN last > {as_of} AND has_required AND NOT is_flat AND NOT is_met{where.get(name, '')} THEN {_without_end(value)}"
        f"{against_path(value, start, edge, scale, more)} END END AS {name}"
        for name, (value, start, edge, more) in ends.items()
    ]


def _standing() -> str:
    """On the path or not, and whether rounding could reverse that."""
    fine = """CASE
        WHEN is_flat THEN FALSE
        WHEN is_neutral AND NOT latest_is_point THEN NULL
        WHEN is_neutral THEN CASE WHEN start_value < edge THEN against_reflected >= 0 ELSE against_reflected <= 0 END
        WHEN sign * against_from >= 0 AND sign * against_to >= 0 THEN TRUE
        WHEN sign * against_from < 0 AND sign * against_to < 0 THEN FALSE END"""
    lacks = """CASE
        WHEN is_flat OR (is_neutral AND NOT latest_is_point) THEN FALSE
        WHEN is_neutral AND against_reflected IS NULL OR against_from IS NULL OR against_to IS NULL THEN TRUE
        ELSE NOT may_be_zero AND (low_against_high IS NULL OR high_against_low IS NULL) END"""
    better = """CASE WHEN sign > 0
            THEN COALESCE(low_against_high > 0 OR (low_against_high = 0 AND is_exact_path), FALSE)
            ELSE COALESCE(high_against_low < 0 OR (high_against_low = 0 AND is_exact_path), FALSE) END"""
    worse = "COALESCE(CASE WHEN sign > 0 THEN high_against_low < 0 ELSE low_against_high > 0 END, FALSE)"
    holds = f"""CASE
        WHEN is_flat THEN fails_surely
        WHEN may_be_zero THEN FALSE
        WHEN is_neutral THEN (against_from = 0 AND is_exact_path) OR low_against_high > 0 OR high_against_low < 0
        WHEN is_fine THEN {better}
        ELSE {worse} END"""
    inner = select(["*", f"{fine} AS is_fine", f"has_required AND {lacks} AS lacks_digits"], "level_path")
    return select(["*", f"COALESCE({holds}, FALSE) AS holds"], f"({inner}) fine")


def _answers(as_of: int) -> str:
    kind = f"""CASE
        WHEN last <= {as_of} THEN NULL
        WHEN NOT has_goal AND is_held THEN 'open words_only'
        WHEN latest_value IS NULL THEN 'no_figure only_other_period'
        WHEN NOT has_goal THEN CASE WHEN of_value IS NULL THEN 'open multiple_of_base'
            WHEN of_is_bounded THEN 'open only_a_bound' ELSE 'open base_zero' END
        WHEN is_met THEN CASE WHEN latest_grade = 'met' THEN 'already_met met' ELSE 'already_met exceeded' END
        WHEN latest_grade IS NULL AND NOT is_neutral THEN 'open bounds_overlap'
        WHEN base_value IS NULL AND newest_year = first_year THEN 'open no_start'
        WHEN newest_value IS NULL OR NOT has_required THEN
            CASE WHEN latest_grade IS NULL THEN 'open not_there_yet' ELSE 'open not_met' END
        WHEN is_neutral AND NOT latest_is_point AND NOT is_flat THEN 'open beyond_panel'
        WHEN lacks_digits THEN 'open beyond_decimal'
        WHEN is_fine IS NULL THEN CASE WHEN is_met_at_base THEN 'open breach' ELSE 'open bounds_overlap' END
        WHEN is_met_at_base THEN CASE WHEN is_fine THEN 'on_track breach' ELSE 'behind breach' END
        WHEN {as_of} - newest_year >= 2 THEN CASE WHEN is_fine THEN 'on_track path_on_track_old' ELSE 'behind path_behind_old' END
        ELSE CASE WHEN is_fine THEN 'on_track path_on_track' ELSE 'behind path_behind' END END"""  # fmt: skip
    verdict = f"""CASE
        WHEN last > {as_of} THEN 'pending deadline_ahead'
        WHEN is_held AND NOT has_goal THEN
            CASE WHEN newest_year = last THEN 'not_assessable words_only' ELSE 'not_assessable no_result' END
        WHEN newest_year IS NULL OR newest_year < last THEN 'not_assessable no_result'
        WHEN NOT has_goal THEN CASE WHEN of_value IS NULL THEN 'not_assessable no_base'
            WHEN of_low IS NULL OR of_low <= 0 THEN 'not_assessable base_zero' ELSE 'not_assessable beyond_panel' END
        WHEN latest_grade IS NULL THEN
            CASE WHEN is_neutral AND latest_is_point THEN 'not_assessable neutral_direction' ELSE 'not_assessable bounds_overlap' END
        ELSE CONCAT(latest_grade, ' ', latest_grade) END"""  # fmt: skip
    beyond = "is_held AND NOT base_is_point AND base_value IS NOT NULL"
    inner = select(
        ["*", f"{kind} AS standing_told", f"{verdict} AS verdict_told", f"COALESCE({beyond}, FALSE) AS is_beyond"],
        "level_standing",
    )
    certain = """CASE
        WHEN is_beyond THEN NULL
        WHEN standing_told IS NULL THEN CASE WHEN verdict_told LIKE 'not_assessable%' THEN NULL ELSE is_sure END
        WHEN standing_told LIKE 'no_figure%' OR standing_told LIKE '%beyond_%' THEN NULL
        WHEN NOT has_goal OR latest_grade IS NULL AND standing_told LIKE 'open%' THEN TRUE
        WHEN standing_told LIKE 'on_track%' OR standing_told LIKE 'behind%' THEN holds
        WHEN standing_told IN ('open bounds_overlap', 'open breach') THEN TRUE
        ELSE is_sure END"""
    of_times = "CAST(1 AS DOUBLE) / CAST(last - of_year AS DOUBLE)"
    needed = f"""CASE
        WHEN is_beyond THEN NULL
        WHEN NOT has_goal AND of_year IS NOT NULL AND last > {as_of} AND last > of_year AND near_edge * sign > 0
        THEN (POWER(CAST(near_edge * sign AS DOUBLE), {of_times}) - 1) * 100
        WHEN has_goal AND NOT is_met AND NOT is_step AND NOT latest_is_bounded AND start_value IS NOT NULL
        THEN {pace("latest_value", "nearest", "left_years")} END"""
    return select(
        [
            "pair_area", "id", "start_year AS first_year", "start_value AS start_figure", "latest_year AS last_year",
            "latest_value AS end_figure", "CAST(latest_value AS DOUBLE) AS current_figure",
            f"{pace('start_value', 'latest_value', 'latest_year - start_year')} AS moved",
            "CASE WHEN NOT is_beyond THEN required_now END AS required_now",
            "CASE WHEN has_goal AND NOT is_beyond AND (NOT latest_is_bounded OR is_met) THEN CAST(nearest - latest_value AS DOUBLE) END AS gap",
            f"{needed} AS needed",
            "CASE WHEN has_goal THEN CAST(sign * goal_near_edge AS DOUBLE) END AS target_edge",
            f"{certain} AS certain",
            "CASE WHEN is_beyond THEN 'open beyond_panel' ELSE standing_told END AS standing_told",
            "CASE WHEN is_beyond THEN 'not_assessable beyond_panel' ELSE verdict_told END AS verdict_told",
        ],
        f"({inner}) told",
    )  # fmt: skip


def _without_end(value: str) -> str:
    """Before a comparison: what has no end lies beyond every path."""
    return f"CASE WHEN {value} IS NULL THEN {-1 if value.endswith(('from', 'low')) else 1} ELSE "
