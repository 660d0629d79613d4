"""The meaning of names on the command line, read in one way for every command and option."""

from tgkt.api.pick.areas import area_among, area_named, section_among
from tgkt.api.pick.name import Name, Pick, listed, pick
from tgkt.api.pick.plans import choose_plan, is_term_of, plan_named, plan_or_none
from tgkt.api.pick.rows import (
    indicator_named,
    indicators_named,
    row_named,
    rows_named,
    rows_or_indicators,
    rows_told,
)

__all__ = [
    "Name",
    "Pick",
    "area_among",
    "area_named",
    "choose_plan",
    "indicator_named",
    "indicators_named",
    "is_term_of",
    "listed",
    "pick",
    "plan_named",
    "plan_or_none",
    "row_named",
    "rows_named",
    "rows_or_indicators",
    "rows_told",
    "section_among",
]
