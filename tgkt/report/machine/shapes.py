"""The shapes of all answers by name, as shown by `tgkt schema NAME` and docs/fields.md."""

from __future__ import annotations

from tgkt.report.fields.blend import BLEND, BLEND_LONG, IMPLIED_WEIGHTS
from tgkt.report.fields.calc import CALC
from tgkt.report.fields.check import CHECK, CHECK_LONG, SUGGEST
from tgkt.report.fields.diff import DIFF
from tgkt.report.fields.explain import EXPLAIN
from tgkt.report.fields.find import FIND
from tgkt.report.fields.imported import IMPORT
from tgkt.report.fields.in_year import IN_YEAR
from tgkt.report.fields.least import LEAST, RANGE
from tgkt.report.fields.list_ import LISTS
from tgkt.report.fields.overview import OVERVIEW
from tgkt.report.fields.panel import PANEL, PARENTS
from tgkt.report.fields.problems import PROBLEMS
from tgkt.report.fields.project import EFFECTS, PROJECT, PROJECT_LONG, SOLVE
from tgkt.report.fields.status import STATUS, STATUS_LONG

SHAPES = {
    shape.name: shape
    for shape in (
        OVERVIEW,
        STATUS,
        STATUS_LONG,
        IN_YEAR,
        PROJECT,
        PROJECT_LONG,
        EFFECTS,
        SOLVE,
        BLEND,
        BLEND_LONG,
        IMPLIED_WEIGHTS,
        EXPLAIN,
        CHECK,
        CHECK_LONG,
        SUGGEST,
        LEAST,
        RANGE,
        FIND,
        *LISTS.values(),
        CALC,
        IMPORT,
        DIFF,
        PANEL,
        PARENTS,
        PROBLEMS,
    )
}
