"""What an indicator is declared to be, by its keys, in English; a part of the table in words.py."""

from __future__ import annotations

from tgkt.language import Homonym

DECLARATION_WORDS: dict[str, str | Homonym] = {
    "kind_level": "level",
    "kind_share": "share",
    "kind_rate_per": "rate",
    "kind_growth": Homonym("growth", "sort of quantity"),
    "kind_change": "points a year",
    "kind_ratio": Homonym("ratio", "sort of quantity"),
    "kind_index": "index",
    "kind_count": "count",
    "kind_rank": "rank",
    "kind_milestone": "milestone",
    "kind_structure": "structure",
    "direction_increase": "increase",
    "direction_decrease": "decrease",
    "direction_neutral": "not said",
    "path_geometric": "geometric",
    "path_linear": "linear",
    "path_step": "a step",
    "path_hold": "held every year",
    "by_sum": Homonym("sum", "way of blending"),
    "by_ratio": Homonym("ratio", "way of blending"),
    "by_weighted": Homonym("weighted", "way of blending"),
    "by_growth": Homonym("growth", "way of blending"),
    "by_bounds": Homonym("bounds", "way of blending"),
    "by_none": Homonym("none", "way of blending"),
    "price_current": "current",
    "price_constant": "constant",
    "status_official": "official",
    "status_provisional": "provisional",
    "status_estimated": "estimated",
    "status_forecast": "forecast",
    "status_unstated": "not stated",
    "status_derived": "derived",
}
