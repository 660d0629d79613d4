"""The words of tables, Vietnamese and English: heads of columns, statuses, comparators, spellings of nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from tgkt.errors import unaccented
from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing


class Head(StrEnum):
    """What a column holds."""

    INDICATOR = "indicator"
    TITLE = "title"
    CODE = "code"
    COUNTER = "counter"
    AREA = "area"
    PERIOD = "period"
    VALUE = "value"
    UNIT = "unit"
    STATUS = "status"
    ORIGIN = "origin"
    LOCATOR = "locator"
    NOTE = "note"
    COMPARATOR = "comparator"
    TIMING = "timing"
    PRINTED = "printed"


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text in the form in which heads and words are compared: small letters, no accents, single blanks."""
    return " ".join(re.findall(r"[^\W_]+", unaccented(text)))


HEADS: dict[Head, tuple[str, ...]] = {
    Head.INDICATOR: (
        "indicator",
        "id",
        "indicator id",
        "title",
        "name",
        "chỉ tiêu",
        "tên chỉ tiêu",
        "mã chỉ tiêu",
        "chỉ số",
        "tên",
        "nội dung",
        "tiêu chí",
        "what is measured",
        "nội dung chỉ tiêu",
    ),
    Head.TITLE: (),  # a second column of indicators, which must agree with the first
    Head.CODE: ("code", "number", "mã số", "mã", "số hiệu", "chỉ tiêu số"),
    Head.COUNTER: ("no", "số", "tt", "stt", "số tt", "số thứ tự"),
    Head.AREA: ("area", "region", "province", "place", "địa bàn", "khu vực", "tỉnh", "địa phương", "đơn vị hành chính"),
    Head.PERIOD: ("period", "year", "time", "kỳ", "năm", "thời kỳ", "thời gian", "giai đoạn", "kỳ báo cáo"),
    Head.VALUE: ("value", "figure", "result", "actual", "giá trị", "số liệu", "kết quả", "thực hiện", "th"),
    Head.UNIT: ("unit", "unit of measure", "units", "đơn vị", "đơn vị tính", "đvt", "đv tính"),
    Head.STATUS: ("status", "flag", "trạng thái", "tình trạng", "tính chất", "loại số liệu", "tình trạng số liệu"),
    Head.ORIGIN: ("origin", "source", "document", "nguồn", "nguồn số liệu", "tài liệu", "văn bản"),
    Head.LOCATOR: ("locator", "place in the document", "page", "vị trí", "trang", "mục"),
    Head.NOTE: ("note", "notes", "remark", "remarks", "comment", "ghi chú", "chú thích"),
    Head.COMPARATOR: ("comparator", "sign", "dấu", "dấu so sánh"),
    Head.TIMING: ("timing", "cách tính", "tính theo"),
    Head.PRINTED: ("printed", "as printed", "nguyên văn"),
}
NO_FIGURES = frozenset(map(folded, ("last figure", "số gần nhất")))  # of the sheet that tgkt makes
HEAD_OF = {folded(word): head for head, words in HEADS.items() for word in words}

# Before the year of a column: what its figures are. A plan's figures are never results.
ACTUAL = ("", "th", "thực hiện", "kết quả", "result", "actual", "value", "giá trị", "số liệu")
PLANNED = ("kh", "kế hoạch", "plan", "planned", "target", "mục tiêu", "chỉ tiêu kế hoạch", "dự toán", "nghị quyết")
STATUSES: dict[Status, tuple[str, ...]] = {
    Status.OFFICIAL: ("official", "final", "chính thức", "th chính thức"),
    Status.PROVISIONAL: ("provisional", "preliminary", "prel", "p", "sơ bộ", "th sơ bộ"),
    Status.ESTIMATED: (
        "estimated",
        "estimate",
        "est",
        "e",
        "ước",
        "ước tính",
        "ước th",
        "ước thực hiện",
        "uth",
        "ước đạt",
        "ước kết quả",
    ),
    Status.FORECAST: ("forecast", "f", "projection", "dự báo", "dự kiến", "ước dự báo"),
    Status.UNSTATED: ("unstated", "không nêu", "không ghi"),
    Status.DERIVED: ("derived", "tính ra", "suy ra"),
}
STATUS_OF = {folded(word): status for status, words in STATUSES.items() for word in words}
ANSWERS = {
    **dict.fromkeys(map(folded, ("yes", "true", "có", "đạt", "đã đạt", "hoàn thành", "đã hoàn thành")), True),
    **dict.fromkeys(map(folded, ("no", "false", "không", "chưa", "không đạt", "chưa đạt", "chưa hoàn thành")), False),
}
ANSWERED_IN = frozenset(map(folded, ("yes/no", "có/không")))  # in the place of a milestone's unit
FLAGS = {"e": Status.ESTIMATED, "p": Status.PROVISIONAL, "f": Status.FORECAST}
COLUMN_OF: dict[str, Status | None] = {
    **dict.fromkeys(map(folded, ACTUAL)),
    **{word: status for word, status in STATUS_OF.items() if len(word) > 1},
}
PLANNED_HEADS = frozenset(map(folded, PLANNED))

COMPARATORS: dict[Comparator, tuple[str, ...]] = {
    Comparator.EQUALS: ("equals", "bằng", "đạt", "="),
    Comparator.AT_LEAST: (
        "at_least",
        "at least",
        "not less than",
        "no less than",
        "≥",
        ">=",
        "ít nhất",
        "tối thiểu",
        "không dưới",
        "không thấp hơn",
        "không ít hơn",
        "không nhỏ hơn",
    ),
    Comparator.MORE_THAN: ("more_than", "more than", "over", "above", ">", "trên", "hơn", "cao hơn", "lớn hơn"),
    Comparator.AT_MOST: (
        "at_most",
        "at most",
        "no more than",
        "not more than",
        "up to",
        "≤",
        "<=",
        "không quá",
        "không vượt quá",
        "không trên",
        "không hơn",
        "không lớn hơn",
        "không cao hơn",
        "tối đa",
    ),
    Comparator.LESS_THAN: ("less_than", "less than", "below", "under", "<", "dưới", "thấp hơn", "nhỏ hơn", "chưa đến"),
    Comparator.ABOUT: ("about", "around", "approximately", "~", "≈", "khoảng", "xấp xỉ"),
    Comparator.NEAR_BELOW: ("near_below", "nearly", "almost", "gần"),
    Comparator.BETWEEN: ("between", "từ"),
}
COMPARATOR_OF = {
    " ".join(word.replace("_", " ").split()): comparator for comparator, words in COMPARATORS.items() for word in words
}
AFTER = {
    "trở lên": Comparator.AT_LEAST,
    "or more": Comparator.AT_LEAST,
    "trở xuống": Comparator.AT_MOST,
    "or less": Comparator.AT_MOST,
}
TIMINGS: dict[Timing, tuple[str, ...]] = {
    Timing.AVERAGE: ("average", "bình quân", "trung bình"),
    Timing.TOTAL: ("total", "tổng", "tổng cộng", "cả giai đoạn"),
    Timing.EVERY_YEAR: ("every_year", "hằng năm", "hàng năm", "mỗi năm"),
    Timing.IN_YEAR: ("in_year", "trong năm", "cuối năm"),
    Timing.BEFORE: ("before", "trước năm đó"),
}
TIMING_OF = {folded(word): timing for timing, words in TIMINGS.items() for word in words}
MISSING = frozenset(("..", "...", "…", ":", "-", "na", "n/a"))
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
