"""Targets that every year of a term must meet: each year is graded, then the years of a pair are taken together."""

from __future__ import annotations

from tgkt.panel.grading import Values, edges, grade, sure
from tgkt.panel.select import JOINED, NAMES, Tables, select, signed
from tgkt.panel.spread import BOUNDS, spread
from tgkt.panel.way import pace


def yearly_tables(as_of: int) -> Tables:
    """The tables of targets for every year, the answers last."""
    return [
        ("yearly_figures", _figures()),
        ("yearly_marks", _marks()),
        ("yearly_pairs", _pairs()),
        ("yearly_answers", _answers(as_of)),
    ]


def _figures() -> str:
    """The figures of the term and of the one before, turned so that more is better."""
    plain = [f"t.{name} AS goal_{name}" for name in NAMES]
    columns = ["f.area AS pair_area", "f.year", "f.value", "f.words AS figure_words", "t.*", *plain]
    columns += spread("figure", "f.value", "f.half", "f.words")
    inside = "t.form = 'every_year' AND t.refused IS NULL AND f.year > t.base_year - t.plan_years AND f.year <= t.last"
    return select(["*", *signed("figure")], f"({select(columns, JOINED, inside)}) spread")


def _marks() -> str:
    """Every figure with its grade, and whether rounding leaves it."""
    goal = edges("goal")
    region = Values("figure_a", "figure_b", "figure_a_open", "figure_b_open")
    own = Values("figure_ia", "figure_ib", "figure_a_open", "figure_b_open")
    same = f"COALESCE(figure_words = comparator AND figure_words IN {BOUNDS} AND value = word, FALSE)"
    inner = select(["*", f"COALESCE({grade(region, goal, same)}, 'none') AS grade"], "yearly_figures")
    return select(
        [
            "*",
            f"grade = 'none' OR {sure(own, goal, 'grade')} AS is_sure",
            "year >= first AS is_of_term",
            f"figure_words IN {BOUNDS} AND NOT COALESCE(figure_from = figure_to, FALSE) AS is_bounded",
            "COALESCE(figure_from = figure_to, FALSE) AS is_point",
        ],
        f"({inner}) graded",
    )


def _pairs() -> str:
    term, before = "FILTER (WHERE is_of_term)", "FILTER (WHERE NOT is_of_term AND year <= base_year)"
    missed = "FILTER (WHERE is_of_term AND grade = 'not_met')"
    columns = [
        "pair_area",
        "id",
        f"COUNT(*) {term} AS seen",
        f"COUNT(*) {missed} AS missed",
        "COUNT(*) FILTER (WHERE is_of_term AND grade = 'not_met' AND is_sure) AS missed_surely",
        "COUNT(*) FILTER (WHERE is_of_term AND grade = 'none') AS unclear",
        "COUNT(*) FILTER (WHERE is_of_term AND grade = 'exceeded') AS exceeded",
        "COUNT(*) FILTER (WHERE is_of_term AND NOT is_sure) AS unsure",
    ]
    for name, pick, end, where in (
        ("first", "ARG_MIN", "MIN", term),
        ("newest", "ARG_MAX", "MAX", term),
        ("base", "ARG_MAX", "MAX", before),
    ):
        columns.append(f"{end}(year) {where} AS {name}_year")
        columns += [
            f"{pick}({kind}, year) {where} AS {name}_{kind}" for kind in ("value", "grade", "is_sure", "is_bounded")
        ]
    return select(columns, "yearly_marks", group="pair_area, id")


def _answers(as_of: int) -> str:
    """The answer: one miss decides, and "met" needs every year."""
    standing = f"""CASE
        WHEN last <= {as_of} THEN NULL
        WHEN seen = 0 AND before_year IS NULL THEN 'no_figure only_other_period'
        WHEN seen = 0 THEN CASE base_grade WHEN 'none' THEN CASE WHEN is_neutral THEN 'open not_there_yet'
            ELSE 'open bounds_overlap' END WHEN 'not_met' THEN 'open not_met' ELSE 'open inside_before' END
        WHEN missed > 0 THEN 'already_missed missed_in'
        WHEN unclear > 0 THEN 'open bounds_overlap'
        WHEN {as_of} - newest_year >= 2 THEN 'on_track every_year_so_far_old'
        ELSE 'on_track every_year_so_far' END"""
    verdict = f"""CASE
        WHEN last > {as_of} THEN 'pending deadline_ahead'
        WHEN seen = 0 THEN 'not_assessable no_result'
        WHEN missed > 0 THEN 'not_met missed_in'
        WHEN seen < last - first + 1 THEN 'not_assessable years_missing'
        WHEN unclear > 0 THEN 'not_assessable bounds_overlap'
        WHEN exceeded = seen THEN 'exceeded exceeded' ELSE 'met met' END"""
    source = "yearly_pairs p JOIN targets t ON t.id = p.id"
    inner = select(
        ["p.*", "t.last", "t.first", "t.sign", "t.is_neutral", "t.is_geometric", "t.near_edge", "t.far_edge",
         "p.base_year AS before_year"], source
    )  # fmt: skip
    inner = select(["*", f"{standing} AS standing_told", f"{verdict} AS verdict_told",
                    "COALESCE(before_year, first_year) AS start_year", "COALESCE(base_value, first_value) AS start_value",
                    "COALESCE(newest_year, before_year) AS latest_year", "COALESCE(newest_value, base_value) AS latest_value",
                    "COALESCE(newest_is_bounded, base_is_bounded) AS latest_is_bounded"], f"({inner}) known")  # fmt: skip
    certain = """CASE
        WHEN standing_told LIKE 'no_figure%' OR (standing_told IS NULL AND verdict_told LIKE 'not_assessable%') THEN NULL
        WHEN seen = 0 THEN base_is_sure
        WHEN missed > 0 THEN missed_surely > 0
        ELSE unsure = 0 END"""
    return select(
        [
            "pair_area", "id", "start_year AS first_year", "start_value AS start_figure", "latest_year AS last_year",
            "latest_value AS end_figure", "CAST(latest_value AS DOUBLE) AS current_figure",
            f"{pace('start_value', 'latest_value', 'latest_year - start_year')} AS moved",
            "CASE WHEN seen > 0 THEN CAST(sign * near_edge AS DOUBLE) END AS required_now",
            "CASE WHEN NOT latest_is_bounded THEN CAST(GREATEST(near_edge, LEAST(sign * latest_value, far_edge)) * sign "
            "- latest_value AS DOUBLE) END AS gap",
            "CAST(NULL AS DOUBLE) AS needed", "CAST(sign * near_edge AS DOUBLE) AS target_edge",
            f"{certain} AS certain", "standing_told", "verdict_told",
        ],
        f"({inner}) told",
    )  # fmt: skip
