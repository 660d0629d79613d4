"""The figures of parents from those of their areas, as SQL over `figures`, `measures`, `areas` and `blendings`.

With x_i the figures of the areas, w_i their weights, n_i numerators, in the newest year of a parent and an indicator:

    sum         Σ x_i
    weighted    Σ w_i x_i / Σ w_i
    ratio       Σ n_i / Σ w_i; x_i w_i stands for a numerator that is not there

Products and sums are DECIMAL, a mean is the quotient of two of them. Printed bounds are no values. Areas without a figure
lie between the limits of the indicator. Growth is that of the areas with a value at both ends. Source: `tgkt/engine/blend/merged.py`.
"""

from __future__ import annotations

from tgkt.panel.select import Tables, select
from tgkt.panel.spread import BOUNDS
from tgkt.panel.way import Scale, pace

COLUMNS = (
    "year", "blend", "weight_by", "weight_given", "in_year", "value", "low", "high", "value_of_known", "value_reason", "from_year",
    "at_both", "growth", "points",
)  # fmt: skip


def parent_tables(scale: Scale, as_of: int, areas: int, base_year: int) -> Tables:
    """The tables of the figures of parents, the answers last.

    Args:
        scale: how numbers are held.
        as_of: the last year whose figures are known.
        areas: how many areas there are, which bounds what a sum may be.
        base_year: the year from which growth is counted, or the first one after it.
    """
    first = f"MIN(CASE WHEN year >= {base_year} THEN year END) AS oldest"
    ends = ["parent", "indicator", "MAX(year) AS newest", first]
    return [
        ("owned", _owned(scale, as_of)),
        ("ends", select(ends, "owned", group="parent, indicator")),
        ("newest_figures", _figures("newest")),
        ("oldest_figures", _figures("oldest")),
        ("newest_terms", _terms("newest_figures", scale, areas)),
        ("oldest_terms", _terms("oldest_figures", scale, areas)),
        ("sums", _sums()),
        ("moves", _moves()),
        ("parent_values", _values()),
    ]


def _owned(scale: Scale, as_of: int) -> str:
    """The figures that are values, in the units of their indicators, each with its parent."""
    return select(
        ["a.parent", "f.area", "f.indicator", "f.year", f"CAST(f.value * m.times AS {scale.decimal}) AS value"],
        "figures f JOIN measures m ON m.indicator = f.indicator AND m.unit = f.unit JOIN areas a ON a.area = f.area",
        f"f.year <= {as_of} AND f.words NOT IN {BOUNDS} AND a.parent IS NOT NULL",
    )


def _figures(end: str) -> str:
    """Every area of a parent with its figure of one end, the weight and the numerator of the same year."""
    joins = " ".join(
        f"LEFT JOIN owned {short} ON {short}.indicator = {name} AND {short}.area = a.area AND {short}.year = e.{end}"
        for short, name in (("x", "e.indicator"), ("w", "b.weight"), ("n", "b.numerator"))
    )
    return select(
        [
            "e.parent",
            "a.area",
            f"e.{end} AS year",
            "b.*",
            "x.value AS figure",
            "w.value AS weighs",
            "n.value AS divided",
        ],
        f"ends e JOIN blendings b ON b.indicator = e.indicator JOIN areas a ON a.parent = e.parent {joins}",
    )


def _terms(figures: str, scale: Scale, areas: int) -> str:
    """What an area adds above and below the line; NULL where products have more digits than DECIMAL(38) holds."""
    most = f"CAST({10 ** (36 - 2 * scale.places) // max(1, areas)} AS DOUBLE)"
    whole = "CAST({} AS DECIMAL(38, 0))"
    kind = scale.product
    weighed = _product("figure", "weighs", most, kind)
    above = f"""CASE form
        WHEN 'sum' THEN {_product("figure", "1", most, kind)}
        WHEN 'weighted' THEN {weighed}
        WHEN 'ratio' THEN CASE
            WHEN weighs IS NULL THEN NULL
            WHEN divided IS NOT NULL THEN {_product("divided", whole.format("top"), most, kind)}
            ELSE {_product(f"({weighed})", whole.format("bottom"), most, kind)} END END"""
    below = f"CASE form WHEN 'sum' THEN 1 ELSE {_product('weighs', whole.format('bottom'), most)} END"
    inner = select(["*", f"{above} AS above", f"{below} AS below"], figures, "refused IS NULL")
    has_figure = "(figure IS NOT NULL OR (form = 'ratio' AND divided IS NOT NULL))"
    edges = [
        f"CASE WHEN above IS NULL THEN {_product('below', name, most, kind)} ELSE above END AS above_{name}"
        for name in ("floor", "ceiling")
    ]
    lacks = f"(form = 'sum' OR weighs IS NOT NULL) AND (below IS NULL OR (above IS NULL AND {has_figure}))"
    return select(["*", *edges, f"{lacks} AS lacks_digits"], f"({inner}) added")


def _product(one: str, other: str, most: str, kind: str = "") -> str:
    size = f"ABS(CAST({one} AS DOUBLE) * CAST({other} AS DOUBLE))"
    product = f"{one} * {other}"
    return f"CASE WHEN {size} < {most} THEN {f'CAST({product} AS {kind})' if kind else product} END"


def _sums() -> str:
    """The sums of each parent, and what stands against a value."""
    counts = {
        "in_year": "above IS NOT NULL",
        "unweighed": "weighs IS NULL AND form <> 'sum'",
        "negative": "below < 0",
        "lacking": "lacks_digits",
        "no_floor": "above_floor IS NULL",
        "no_ceiling": "above_ceiling IS NULL",
    }
    columns = ["parent", "indicator", "form", "weight", "is_given", "year", "COUNT(*) AS areas"]
    columns += [f"COUNT(CASE WHEN {where} THEN 1 END) AS {name}" for name, where in counts.items()]
    columns += [f"SUM({name}) AS {name}" for name in ("above", "below", "above_floor", "above_ceiling")]
    columns.append("SUM(CASE WHEN above IS NOT NULL THEN below END) AS known_below")
    return select(columns, "newest_terms", group="parent, indicator, form, weight, is_given, year")


def _moves() -> str:
    """The growth of each parent, over the areas with a value at both ends."""
    names = [f"SUM({short}.{name}) AS {short}_{name}" for short in ("o", "e") for name in ("above", "below")]
    joined = (
        "newest_terms e JOIN oldest_terms o ON o.parent = e.parent AND o.indicator = e.indicator AND o.area = e.area"
    )
    inner = select(
        ["e.parent", "e.indicator", "e.form", "e.is_geometric", "o.year AS from_year", "e.year - o.year AS years",
         "COUNT(*) AS at_both", *names], joined, "e.above IS NOT NULL AND o.above IS NOT NULL AND e.year > o.year",
        "e.parent, e.indicator, e.form, e.is_geometric, o.year, e.year",
    )  # fmt: skip
    ends = [f"{_ratio(f'{short}_above', f'{short}_below')} AS {name}" for short, name in (("o", "start"), ("e", "end"))]
    moved = pace('"start"', '"end"', "years")
    inner = select(["*", f"{moved} AS moved"], f"({select(['*', *ends], f'({inner}) summed')}) ended")
    return select(
        ["parent", "indicator", "from_year", "at_both", "CASE WHEN is_geometric THEN ROUND(moved, 12) END AS growth",
         "CASE WHEN NOT is_geometric THEN ROUND(moved, 12) END AS points"],
        f"({inner}) moving",
    )  # fmt: skip


def _values() -> str:
    """The answers; a parent whose blend is refused has the reason alone."""
    reason = """CASE
        WHEN lacking > 0 THEN 'beyond_decimal'
        WHEN negative > 0 THEN 'negative_weight'
        WHEN unweighed > 0 THEN 'no_weights'
        WHEN in_year < areas THEN 'parts_missing'
        WHEN form <> 'sum' AND below = 0 THEN 'no_weight' END"""
    told = select(["*", f"{reason} AS value_reason"], "sums")
    is_part = "value_reason = 'parts_missing'"
    columns = [
        "s.parent", "s.indicator", "year", "form AS blend",
        "CASE WHEN form <> 'sum' THEN weight END AS weight_by", "is_given AS weight_given", "in_year",
        f"CASE WHEN value_reason IS NULL THEN {_mean('above', 'below')} END AS value",
        f"CASE WHEN {is_part} AND no_floor = 0 THEN {_mean('above_floor', 'below')} END AS low",
        f"CASE WHEN {is_part} AND no_ceiling = 0 THEN {_mean('above_ceiling', 'below')} END AS high",
        f"CASE WHEN value_reason IN ('parts_missing', 'no_weights') THEN {_mean('above', 'known_below')} END "
        "AS value_of_known",
        "value_reason", *_MOVES,
    ]  # fmt: skip
    joined = f"({told}) s LEFT JOIN moves v ON v.parent = s.parent AND v.indicator = s.indicator"
    nothing = [f"CAST(NULL AS DOUBLE) AS {name}" for name in ("value", "low", "high", "value_of_known")]
    refused = select(
        ["e.parent", "e.indicator", "e.newest AS year", "b.form AS blend", "CAST(NULL AS VARCHAR) AS weight_by", "b.is_given",
         "CAST(NULL AS BIGINT) AS in_year", *nothing, "b.refused AS value_reason", "CAST(NULL AS INTEGER)", "CAST(NULL AS BIGINT)", *["CAST(NULL AS DOUBLE)"] * 2],
        "ends e JOIN blendings b ON b.indicator = e.indicator", "b.refused IS NOT NULL",
    )  # fmt: skip
    return f"{select(columns, joined)}\nUNION ALL\n{refused}"


_MOVES = ("from_year", "COALESCE(at_both, 0) AS at_both", "growth", "points")


def _mean(above: str, below: str) -> str:
    """A sum, or the quotient of two, with twelve decimals; NULL where nothing weighs."""
    return f"ROUND({_ratio(above, below)}, 12)"


def _ratio(above: str, below: str) -> str:
    quotient = f"CAST({above} AS DOUBLE) / CAST(NULLIF({below}, 0) AS DOUBLE)"
    return f"CASE WHEN form = 'sum' THEN CAST({above} AS DOUBLE) ELSE {quotient} END"
