"""The path of a total: a flow f that grows smoothly by h, so that the n years of the term add up to the target T.

    Σ_{j=1..n} f (1+h)^(k+j) = T        required by year m: Σ_{j=1..m} f (1+h)^(k+j)

f is the figure of the last year before the term, k years before its base year. q = 1 + h is found by Newton's steps from
above, where the sum is convex, so that every step comes nearer. Without f the total is shared evenly. A sum that lies too
close to the path to be told from it is named, but for h = 0, where the path is exact.
"""

from __future__ import annotations

from tgkt.panel.select import Tables, select
from tgkt.panel.way import Scale

_STEPS = 12
_CLOSE = "0.000000001"


def total_tables(scale: Scale, as_of: int) -> Tables:
    """The tables that find the path of a total and say where the sum so far stands."""
    return [
        ("total_flow", _flow()),
        ("total_growth", _growth(scale)),
        ("total_required", _required(scale)),
        ("total_path", _path(as_of)),
    ]


def _flow() -> str:
    """The flow before the term, and the first guess from above at its growth."""
    flow = "form = 'total' AND old_seen > 0 AND old_end > 0 AND sign * near_edge > 0"
    inner = select(
        [
            "*",
            f"CASE WHEN {flow} THEN CAST(old_end AS DOUBLE) END AS flow",
            "CASE WHEN old_seen > 0 THEN base_year - old_newest ELSE 0 END AS skipped",
            "CAST(last - first + 1 AS DOUBLE) AS term_years",
            "CAST(sign * near_edge AS DOUBLE) AS wanted",
        ],
        "term_grades",
    )
    ratio = "wanted / flow"
    steps = "CAST(skipped AS DOUBLE)"
    guess = f"GREATEST(POWER({ratio} / term_years, 1 / (1 + {steps})), LEAST(1, POWER({ratio}, 1 / (1 + {steps}))))"
    other = f"POWER({ratio}, 1 / (term_years + {steps}))"
    first = f"CASE WHEN {ratio} >= term_years THEN LEAST({guess}, {other}) ELSE LEAST(1, POWER({ratio}, 1 / (1 + {steps}))) END"
    return select(["*", f"{first} AS q"], f"({inner}) flows")


def _sum(scale: Scale, q: str, upto: str, *, slope: bool = False) -> str:
    """Σ q^(k+j) over the years up to one, or its slope Σ (k+j) q^(k+j-1)."""
    power = "CAST(skipped + {} AS DOUBLE)"
    terms = []
    for step in range(1, scale.years + 1):
        exponent = power.format(step)
        term = f"{exponent} * POWER({q}, {exponent} - 1)" if slope else f"POWER({q}, {exponent})"
        terms.append(f"CASE WHEN {upto} >= {step} THEN {term} ELSE 0 END")
    return " + ".join(terms)


def _growth(scale: Scale) -> str:
    """Newton's steps: q - (S(q) - T/f) / S'(q)."""
    text = "total_flow"
    for step in range(_STEPS):
        better = (
            f"q - ({_sum(scale, 'q', 'term_years')} - wanted / flow) / ({_sum(scale, 'q', 'term_years', slope=True)})"
        )
        text = f"(SELECT * EXCLUDE (q), {better} AS q FROM {text}) step_{step}"
    return f"SELECT * FROM {text[: text.rindex(')') + 1]} steps"


def _required(scale: Scale) -> str:
    gone = "CAST(now_newest - first + 1 AS DOUBLE)"
    even = f"wanted * {gone} / term_years"
    is_level = "flow IS NOT NULL AND sign * near_edge = (last - first + 1) * old_end"
    smooth = f"flow * ({_sum(scale, 'q', 'now_newest - first + 1')})"
    inner = select(
        [
            "*",
            f"CASE WHEN flow IS NULL OR {is_level} THEN {even} WHEN now_newest = last THEN wanted ELSE {smooth} END AS required_total",
            f"{even} AS even_total",
            f"flow IS NULL OR {is_level} OR now_newest = last AS is_exact_total",
            "flow IS NOT NULL AND skipped > 0 AS has_even",
            "(last - first + 1) * CAST(1 AS BIGINT) AS shares",
            "(now_newest - first + 1) * CAST(1 AS BIGINT) AS gone",
        ],
        "total_growth",
    )
    columns = ["*"]
    for end in ("from", "to", "low", "high"):
        apart = f"CAST(taken_{end} AS DOUBLE) - required_total"
        exact = f"shares * taken_{end} - gone * sign * near_edge"
        columns.append(
            f"""CASE WHEN form <> 'total' OR NOT has_begun THEN NULL
        WHEN taken_{end} IS NULL THEN {-1 if end in ("from", "low") else 1}
        WHEN is_exact_total THEN CASE WHEN {exact} > 0 THEN 1 WHEN {exact} < 0 THEN -1 ELSE 0 END
        WHEN ABS({apart}) <= {_CLOSE} * ABS(required_total) THEN NULL
        WHEN {apart} > 0 THEN 1 ELSE -1 END AS {end}_against"""
        )
        columns.append(f"CASE WHEN {exact} > 0 THEN 1 WHEN {exact} < 0 THEN -1 ELSE 0 END AS {end}_against_even")
    return select(columns, f"({inner}) required")


def _path(as_of: int) -> str:
    fine = """CASE WHEN sign * from_against{0} >= 0 AND sign * to_against{0} >= 0 THEN TRUE
            WHEN sign * from_against{0} < 0 AND sign * to_against{0} < 0 THEN FALSE END"""
    inner = select(
        [
            "*",
            f"{fine.format('')} AS is_fine",
            f"{fine.format('_even')} AS is_fine_evenly",
            "from_against IS NULL OR to_against IS NULL OR low_against IS NULL OR high_against IS NULL AS lacks_total",
            "is_met AND sign > 0 AND NOT is_neutral AND NOT is_inside AS is_reached",
            "judged_grade = 'not_met' AND keeps AND COALESCE(judged_value > CASE WHEN sign > 0 THEN inside_high ELSE -inside_low END, FALSE) AS is_passed",
        ],
        "total_required",
    )
    told = f"""CASE
        WHEN is_reached THEN CASE WHEN judged_grade = 'met' THEN 'already_met met' ELSE 'already_met exceeded' END
        WHEN is_passed THEN 'already_missed past_ceiling'
        WHEN NOT is_point AND now_newest - first + 1 > now_seen THEN 'open years_missing'
        WHEN is_neutral THEN 'open beyond_panel'
        WHEN lacks_total THEN 'open beyond_decimal'
        WHEN is_fine IS NULL THEN 'open bounds_overlap'
        WHEN {as_of} - now_newest >= 2 THEN CASE WHEN is_fine THEN 'on_track path_on_track_old' ELSE 'behind path_behind_old' END
        ELSE CASE WHEN is_fine THEN 'on_track path_on_track' ELSE 'behind path_behind' END END"""
    certain = """CASE
        WHEN is_reached OR is_passed THEN is_sure
        WHEN NOT is_point AND now_newest - first + 1 > now_seen THEN TRUE
        WHEN is_fine IS NULL THEN TRUE
        WHEN has_even AND is_fine IS DISTINCT FROM is_fine_evenly THEN FALSE
        WHEN is_fine THEN CASE WHEN sign > 0 THEN low_against >= 0 ELSE high_against <= 0 END
        ELSE CASE WHEN sign > 0 THEN high_against < 0 ELSE low_against > 0 END END"""
    return select(["*", f"{told} AS total_told", f"{certain} AS total_certain"], f"({inner}) fine")
