"""The pairs of an area and a target that holds for it, and those with a figure, as SQL over `targets` and `figures`.

held     areas for which a target holds: those of the file of areas, else all with a figure
seen     those with a figure from the base year to the deadline, whether the statement judges them or not
"""

from __future__ import annotations

from tgkt.panel.select import Tables, select

PERIOD = "CASE WHEN t.first = t.last THEN CAST(t.last AS VARCHAR) ELSE CONCAT(t.first, '-', t.last) END"
"""The period of a target t: its year, or the first and the last of its years."""


def held_tables(as_of: int, targets: str = "targets t", *, has_areas: bool) -> Tables:
    """The tables of pairs: `held` (id, indicator, target_period, area, parent, weight) and `seen` (id, area).

    Args:
        as_of: the last year whose figures are known.
        targets: the targets, called t.
        has_areas: whether there is a table of areas.
    """
    nothing = "CAST(NULL AS VARCHAR) AS parent, CAST(NULL AS INTEGER) AS weight"
    listed = "areas" if has_areas else f"(SELECT DISTINCT area, {nothing} FROM figures WHERE year <= {as_of}) told"
    held = select(
        ["t.id", "t.indicator", "t.target_period", "p.area", "p.parent", "p.weight"],
        "aims t JOIN places p ON t.is_general OR p.area = t.area",
    )
    seen = select(
        ["t.id", "f.area"],
        "figures f JOIN aims t ON t.indicator = f.indicator AND (t.is_general OR t.area = f.area)",
        f"f.year >= t.base_year AND f.year <= t.last AND f.year <= {as_of}",
        "t.id, f.area",
    )
    return [
        ("places", select(["area", "CAST(parent AS VARCHAR) AS parent", "weight"], listed)),
        ("aims", select(["t.*", f"{PERIOD} AS target_period"], targets)),
        ("held", held),
        ("seen", seen),
    ]
