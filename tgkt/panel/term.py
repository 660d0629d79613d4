"""Averages and totals over a term: the years of a pair are taken together, then graded like one figure.

A mean is compared by its sum: Σ x against m w, with m years and the edge w. Growth is compared by its product:
Π (1 + g) against (1 + w)^m, over whole numbers. The sum, or product, is that of the years so far; after the deadline,
years without a figure may be anything within the limits.
"""

from __future__ import annotations

from tgkt.panel.grading import Values, edges, grade, keeps, sure
from tgkt.panel.select import JOINED, NAMES, Tables, select
from tgkt.panel.spread import BOUNDS, spread
from tgkt.panel.total import total_tables
from tgkt.panel.way import Scale, pace, times, whole

_ENDS = ("from", "to", "low", "high")
_PARTS = ("value", *_ENDS)


def term_tables(scale: Scale, as_of: int, *, has_rise: bool) -> Tables:
    """The tables of averages and totals, the answers last.

    Args:
        scale: how numbers are held.
        as_of: the last year whose figures are known.
        has_rise: whether the average of a growth is among them.
    """
    return [
        ("term_figures", _figures()),
        ("term_pairs", _pairs(scale, has_rise=has_rise)),
        ("term_judged", _judged(as_of)),
        ("term_goal", _goal(scale, has_rise=has_rise)),
        ("term_grades", _grades()),
        *total_tables(scale, as_of),
        ("term_answers", _answers(as_of)),
    ]


def _figures() -> str:
    """The figures of the term and of the one before, with region and interval."""
    columns = ["f.area AS pair_area", "f.year", "f.value", "f.words AS figure_words", "t.*"]
    columns += spread("figure", "f.value", "f.half", "f.words")
    where = "t.form IN ('average', 'total') AND t.refused IS NULL AND f.year > t.base_year - t.plan_years AND f.year <= t.last"
    newest = "MAX(CASE WHEN year <= base_year THEN year END) OVER (PARTITION BY pair_area, id) AS base_newest"
    return select(["*", newest], f"({select(columns, JOINED, where)}) spread")


def _pairs(scale: Scale, *, has_rise: bool) -> str:
    """Sums of the term (now), of the term before (old) and the newest figure of that one (last)."""
    columns = ["pair_area", "id"]
    sets = {"now": "year >= first", "old": "year <= base_year", "last": "year = base_newest"}
    for name, where in sets.items():
        only = f"FILTER (WHERE {where})"
        columns += [
            f"COUNT(*) {only} AS {name}_seen",
            f"MIN(year) {only} AS {name}_first",
            f"MAX(year) {only} AS {name}_newest",
            f"ARG_MIN(value, year) {only} AS {name}_start",
            f"ARG_MAX(value, year) {only} AS {name}_end",
            f"SUM(value) {only} AS {name}_value",
            f"COUNT(*) FILTER (WHERE {where} AND (figure_from IS NULL OR figure_to IS NULL OR figure_from <> figure_to))"
            f" AS {name}_wide",
            f"COUNT(*) FILTER (WHERE {where} AND (figure_low IS NULL OR figure_high IS NULL OR figure_low <> figure_high))"
            f" AS {name}_rounded",
            f"COUNT(*) FILTER (WHERE {where} AND figure_low_open) AS {name}_low_opens",
            f"COUNT(*) FILTER (WHERE {where} AND figure_high_open) AS {name}_high_opens",
            f"COUNT(*) FILTER (WHERE {where} AND figure_words IN {BOUNDS}) AS {name}_bounds",
        ]
        for end in _ENDS:
            complete = f"COUNT(figure_{end}) {only} = COUNT(*) {only}"
            columns.append(f"CASE WHEN {complete} THEN SUM(figure_{end}) {only} END AS {name}_{end}")
    factor = "CAST((value + one) / one AS DOUBLE)"
    for name, where in sets.items():
        columns.append(
            f"EXP(SUM(CASE WHEN value > -one THEN LN({factor}) END) FILTER (WHERE {where})) AS {name}_factor"
        )
    if has_rise:
        columns += _factors(scale)
    return select(columns, "term_figures", group="pair_area, id")


def _factors(scale: Scale) -> list[str]:
    """The factors 1 + g of every year of both terms as whole numbers, which are multiplied later; 1 where there is none."""
    columns = []
    for name, year in (("now", "first + {}"), ("old", "base_year - {}")):
        for part in ("value", "low", "high"):
            column = "value" if part == "value" else f"figure_{part}"
            factors = [
                f"COALESCE(MAX({whole(f'({column} + one)', scale.printed + 1)}) "
                f"FILTER (WHERE is_rise AND year = {year.format(place)}), 1)"
                for place in range(scale.years)
            ]
            columns += [f"{each} AS {name}_{part}_{place}" for place, each in enumerate(factors)]
    return columns


def _judged(as_of: int) -> str:
    """The figure that is graded: the years so far, the whole term after its deadline, else the term before."""
    inner = select(
        [
            "p.*",
            "t.*",
            "p.now_seen > 0 AS has_begun",
            f"t.last <= {as_of} AS is_due",
            f"CASE WHEN t.last <= {as_of} THEN t.last ELSE p.now_newest END - t.first + 1 - p.now_seen AS missing",
            "CASE WHEN p.now_seen > 0 THEN 'now' WHEN p.old_seen = t.plan_years THEN 'old' "
            "WHEN t.stands AND t.form = 'average' AND p.old_seen > 0 THEN 'last' END AS judged",
        ],
        "(SELECT *, id AS pair_id FROM term_pairs) p JOIN (SELECT *, id AS target_id FROM targets) t ON t.target_id = p.pair_id",
    ).replace("p.*", ", ".join(["p.* EXCLUDE (id)"]))
    columns = ["*"]
    for part in (*_PARTS, "seen", "wide", "rounded", "low_opens", "high_opens", "bounds", "newest", "end"):
        columns.append(
            f"CASE judged WHEN 'now' THEN now_{part} WHEN 'old' THEN old_{part} WHEN 'last' THEN last_{part} END AS judged_{part}"
        )
    columns += [
        "judged = 'now' AND missing > 0 AND (is_due OR form = 'total') AS is_filled",
        "(judged = 'now' AND now_seen = 1 AND missing = 0 AND NOT (is_due AND last > first)) OR judged = 'last' "
        "OR (judged = 'old' AND plan_years = 1) AS is_single",
    ]
    return select(columns, f"({inner}) chosen")


def _goal(scale: Scale, *, has_rise: bool) -> str:
    """The ends of the judged figure, and the edges in its measure: m w for means, (1 + w)^m for growth."""
    columns = ["*", "judged_wide = 0 AND NOT is_filled AS is_point"]
    columns.append(
        "CASE WHEN form = 'total' THEN 1 WHEN is_filled THEN last - first + 1 ELSE judged_seen END AS years_taken"
    )
    columns.append("form = 'average' AND NOT is_single AND (judged_rounded > 0 OR is_filled) AS is_outward")
    inner = select(columns, "term_judged")
    ends = {"low": "low", "high": "high"}
    filled = {end: f"judged_{end} + missing * fill_{end}" for end in ends}
    columns = ["*"]
    for end, own, low in (("from", "low", True), ("to", "high", False), ("low", "low", True), ("high", "high", False)):
        region = end in ("from", "to")
        plain = (
            f"CASE WHEN is_point OR is_single THEN judged_{end} ELSE judged_{own} END" if region else f"judged_{end}"
        )
        added = f"CASE WHEN is_filled THEN {filled['low' if low else 'high']} ELSE {plain} END"
        columns.append(f"{added} AS taken_{end}")
    columns += [
        "NOT is_outward AND NOT is_point AND COALESCE(judged_low_opens, 0) > 0 AS taken_low_open",
        "NOT is_outward AND NOT is_point AND COALESCE(judged_high_opens, 0) > 0 AS taken_high_open",
    ]
    columns += [f"{name} * years_taken AS taken_{name}" for name in NAMES]
    inner = select(columns, f"({inner}) measured")
    if not has_rise:
        products = [f"{whole(f'taken_{end}', scale.places)} AS goal_{end}" for end in (*_ENDS, *NAMES)]
        return select(["*", *products, "FALSE AS lacks_digits"], f"({inner}) taken")
    return select(["*", *_products(scale)], f"({inner}) taken")


def _products(scale: Scale) -> list[str]:
    """The same ends and edges as whole numbers; for growth the products of the factors 1 + g."""
    places, kind = scale.printed + 1, "DECIMAL(38, 0)"
    columns = []
    digits = f"years_taken * (LN(GREATEST(ABS(CAST(COALESCE(judged_high, judged_value) / years_taken AS DOUBLE)), CAST(ABS(near_edge) AS DOUBLE)) + one) / LN(CAST(10 AS DOUBLE)) + {places + 1})"
    columns.append(f"is_rise AND judged IS NOT NULL AND {digits} > 37 AS lacks_digits")
    lacks = f"{digits} > 37"
    for end, part in (("from", "value"), ("to", "value"), ("low", "low"), ("high", "high")):
        product = {
            name: " * ".join(f"{name}_{part}_{place}" for place in range(scale.years)) for name in ("now", "old")
        }
        value = f"CASE WHEN judged = 'now' THEN {product['now']} ELSE {product['old']} END"
        columns.append(
            f"CASE WHEN NOT is_rise THEN {whole(f'taken_{end}', scale.places)} WHEN {lacks} THEN NULL ELSE {value} END AS goal_{end}"
        )
    for name in NAMES:
        side = f"(one + sign * {name})"
        power = times(f"CAST({whole(side, places)} AS {kind})", "years_taken", scale.years)
        columns.append(
            f"CASE WHEN NOT is_rise THEN {whole(f'taken_{name}', scale.places)} WHEN {name} IS NULL OR {lacks} THEN NULL ELSE sign * ({power}) END AS goal_{name}"
        )
    return columns


def _grades() -> str:
    columns = ["*"]
    for one, other, end in (("from", "to", "a"), ("to", "from", "b"), ("low", "high", "ia"), ("high", "low", "ib")):
        columns.append(f"CASE WHEN sign > 0 THEN goal_{one} ELSE -goal_{other} END AS taken_{end}")
    columns += [
        "CASE WHEN sign > 0 THEN taken_low_open ELSE taken_high_open END AS taken_a_open",
        "CASE WHEN sign > 0 THEN taken_high_open ELSE taken_low_open END AS taken_b_open",
        "is_outward AND NOT is_point AS is_outward_region",
    ]
    inner = select(columns, "term_goal")
    goal = edges("goal")
    region = Values("taken_a", "taken_b", "taken_a_open", "taken_b_open", "is_outward_region")
    own = Values("taken_ia", "taken_ib", "taken_a_open", "taken_b_open", "is_outward")
    inner = select(
        ["*", f"CASE WHEN judged IS NOT NULL THEN {grade(region, goal)} END AS judged_grade"], f"({inner}) turned"
    )
    met = "COALESCE(judged_grade IN ('met', 'exceeded'), FALSE)"
    return select(
        [
            "*",
            f"{met} AS is_met",
            f"judged_grade IS NULL OR {sure(own, goal, 'judged_grade')} AS is_sure",
            f"{keeps(own, goal, met)} AS keeps_its_side",
            "is_single AND judged_bounds > 0 AND NOT is_point AS is_bounded",
        ],
        f"({inner}) graded",
    )


def _answers(as_of: int) -> str:
    before = """CASE WHEN is_met THEN 'open inside_before' WHEN judged_grade IS NOT NULL THEN 'open not_met'
            WHEN is_neutral THEN 'open not_there_yet' ELSE 'open bounds_overlap' END"""
    average = f"""CASE
            WHEN judged_grade IS NULL AND NOT is_neutral THEN 'open bounds_overlap'
            WHEN {as_of} - now_newest >= 2 THEN CASE WHEN is_met THEN 'on_track path_on_track_old' ELSE 'behind path_behind_old' END
            ELSE CASE WHEN is_met THEN 'on_track path_on_track' ELSE 'behind path_behind' END END"""
    standing = f"""CASE
        WHEN is_due THEN NULL
        WHEN judged IS NULL THEN 'no_figure only_other_period'
        WHEN lacks_digits THEN 'open beyond_decimal'
        WHEN is_beyond THEN 'open beyond_panel'
        WHEN NOT has_begun THEN {before}
        WHEN form = 'total' THEN total_told
        ELSE {average} END"""
    verdict = """CASE
        WHEN NOT is_due THEN 'pending deadline_ahead'
        WHEN NOT has_begun THEN 'not_assessable no_result'
        WHEN is_filled AND is_rise THEN 'not_assessable years_missing'
        WHEN lacks_digits THEN 'not_assessable beyond_decimal'
        WHEN is_beyond THEN 'not_assessable beyond_panel'
        WHEN is_filled AND judged_grade IS NULL THEN 'not_assessable years_missing'
        WHEN judged_grade IS NULL THEN CASE WHEN is_neutral AND is_point THEN 'not_assessable neutral_direction'
            ELSE 'not_assessable bounds_overlap' END
        ELSE CONCAT(judged_grade, ' ', judged_grade) END"""
    beyond = "is_rise AND (judged_wide > 0 OR (is_filled AND (fill_low > -one OR fill_high IS NOT NULL)) OR is_below)"
    below = "COALESCE(CASE judged WHEN 'now' THEN now_low ELSE old_low END, 0) <= -one"
    inner = select(["*", f"{below} AS is_below"], "total_path")
    inner = select(["*", f"COALESCE({beyond}, FALSE) AS is_beyond"], f"({inner}) below")
    inner = select(["*", f"{standing} AS standing_told", f"{verdict} AS verdict_told"], f"({inner}) judged_all")
    certain = """CASE
        WHEN standing_told IS NULL THEN CASE WHEN verdict_told LIKE 'not_assessable%' THEN NULL ELSE is_sure END
        WHEN standing_told LIKE 'no_figure%' OR standing_told LIKE '%beyond_%' THEN NULL
        WHEN NOT has_begun THEN is_sure
        WHEN form = 'total' THEN total_certain
        WHEN missing > 0 THEN FALSE
        WHEN standing_told = 'open bounds_overlap' THEN TRUE
        ELSE keeps_its_side END"""
    start = "CASE WHEN old_newest = base_year THEN old_{0} ELSE now_{1} END"
    inner = select(["*", f"{certain} AS certain",
                    f"{start.format('newest', 'first')} AS start_year", f"{start.format('end', 'start')} AS start_value",
                    "COALESCE(now_newest, CASE WHEN old_newest = base_year THEN old_newest END) AS end_year",
                    "COALESCE(now_end, CASE WHEN old_newest = base_year THEN old_end END) AS end_value",
                    f"last - GREATEST({as_of}, first - 1, COALESCE(now_newest, 0)) AS left_years",
                    _mean("judged") + " AS taken_mean", _mean("now") + " AS now_mean"], f"({inner}) told")  # fmt: skip
    nearest = (
        "GREATEST(CAST(near_edge AS DOUBLE), LEAST(sign * taken_mean, CAST(far_edge AS DOUBLE))) * sign - taken_mean"
    )
    gap = f"""CASE
        WHEN judged IS NULL OR is_bounded OR (judged = 'old' AND NOT is_single AND judged_wide > 0) THEN NULL
        WHEN form = 'total' AND (judged_wide > 0 OR (has_begun AND now_newest - first + 1 > now_seen)) THEN NULL
        ELSE {nearest} END"""
    return select(
        [
            "pair_area", "id", "start_year AS first_year", "start_value AS start_figure", "end_year AS last_year",
            "end_value AS end_figure", "CASE WHEN has_begun THEN taken_mean END AS current_figure",
            f"{pace('start_value', 'end_value', 'end_year - start_year')} AS moved",
            "CASE WHEN NOT has_begun OR is_beyond THEN NULL WHEN form = 'total' THEN required_total ELSE CAST(sign * near_edge AS DOUBLE) END AS required_now",
            f"{gap} AS gap", f"{_needed()} AS needed", "CAST(sign * near_edge AS DOUBLE) AS target_edge",
            "certain", "standing_told", "verdict_told",
        ],
        f"({inner}) numbered",
    )  # fmt: skip


def _mean(name: str) -> str:
    """The mean of the known years, of growth the geometric one; of a total their sum."""
    years = f"CAST({name}_seen AS DOUBLE)"
    product = "now_factor" if name == "now" else "CASE judged WHEN 'now' THEN now_factor ELSE old_factor END"
    rise = f"(POWER({product}, 1 / {years}) - 1) * CAST(one AS DOUBLE)"
    value = f"CAST({name}_value AS DOUBLE)"
    return f"CASE WHEN form = 'total' THEN {value} WHEN is_rise THEN {rise} ELSE {value} / {years} END"


def _needed() -> str:
    """What the years left must average, so that all average the edge; of a total the remainder a year."""
    edge, left, seen = "CAST(sign * near_edge AS DOUBLE)", "CAST(left_years AS DOUBLE)", "CAST(now_seen AS DOUBLE)"
    one = "CAST(one AS DOUBLE)"
    rise = f"CASE WHEN now_factor > 0 THEN (POWER(POWER(1 + {edge} / {one}, {seen} + {left}) / now_factor, 1 / {left}) - 1) * {one} END"
    mean = f"(({seen} + {left}) * {edge} - CAST(now_value AS DOUBLE)) / {left}"
    return f"""CASE
        WHEN left_years <= 0 OR is_beyond THEN NULL
        WHEN form = 'total' THEN CASE
            WHEN now_seen < last - first + 1 - left_years OR (has_begun AND judged_wide > 0) THEN NULL
            WHEN has_begun AND now_newest - first + 1 > now_seen THEN NULL
            WHEN {edge} - CAST(COALESCE(now_value, 0) AS DOUBLE) <= 0 THEN NULL
            ELSE ({edge} - CAST(COALESCE(now_value, 0) AS DOUBLE)) / {left} END
        WHEN NOT has_begun THEN CASE WHEN NOT is_met THEN {edge} END
        WHEN is_rise THEN {rise}
        ELSE {mean} END"""
