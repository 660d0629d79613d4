"""The words of a sheet of a plan, Vietnamese and English: heads of columns, directions, price bases, measures."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Price
from tgkt.loading.tabular.names import AFTER, COMPARATORS, HEADS, PLANNED, Head, folded
from tgkt.loading.tabular.spoken import COLUMNS
from tgkt.message import Message


class Column(StrEnum):
    """What a column of a plan holds."""

    ID = "id"
    CODE = "code"
    TITLE = "title"
    UNIT = "unit"
    MEASURE = "measure"
    DIRECTION = "direction"
    PRICE = "price"
    BASE_YEAR = "base year"
    BASE = "base"
    TARGET_YEAR = "target year"
    TARGET = "target"
    COMPARATOR = "comparator"
    TIMING = "timing"
    AREA = "area"
    SECTION = "section"
    ORIGIN = "origin"
    LOCATOR = "locator"
    NOTE = "note"


WORDS: dict[str, dict[Column, tuple[str, ...]]] = {
    "en": {
        Column.ID: ("id", "indicator id"),
        Column.CODE: ("code", "no", "number", "ref"),
        Column.TITLE: ("title", "indicator", "indicator name", "name", "indicator title"),
        Column.UNIT: ("unit", "units", "unit of measure"),
        Column.MEASURE: ("measure", "measures"),
        Column.DIRECTION: ("direction", "desired direction", "better"),
        Column.PRICE: ("price", "prices", "price basis"),
        Column.BASE_YEAR: ("base year", "baseline year", "year of baseline"),
        Column.BASE: ("base", "baseline", "base value", "baseline value"),
        Column.TARGET_YEAR: ("target year", "year of target", "deadline"),
        Column.TARGET: ("target", "target value", "goal", "plan", "planned"),
        Column.COMPARATOR: ("comparator", "sign"),
        Column.TIMING: ("timing",),
        Column.AREA: ("area", "region", "province", "place", "country"),
        Column.SECTION: ("section", "part", "theme", "sector"),
        Column.ORIGIN: ("origin", "source", "document"),
    },
    "vi": {
        Column.ID: ("mã", "mã chỉ tiêu"),
        Column.CODE: ("số", "tt", "stt", "số tt", "số thứ tự", "số hiệu", "mã số", "chỉ tiêu số"),
        Column.TITLE: ("chỉ tiêu", "tên chỉ tiêu", "chỉ số", "tên", "nội dung", "tiêu chí"),
        Column.UNIT: ("đơn vị", "đơn vị tính", "đvt", "đv tính"),
        Column.MEASURE: ("đo lường", "đo gì"),
        Column.DIRECTION: ("chiều", "chiều hướng", "hướng", "xu hướng"),
        Column.PRICE: ("giá", "loại giá", "mặt bằng giá"),
        Column.BASE_YEAR: ("năm gốc", "năm cơ sở"),
        Column.BASE: ("số gốc", "gốc", "giá trị gốc", "số liệu gốc"),
        Column.TARGET_YEAR: ("năm mục tiêu", "năm đích", "năm hoàn thành"),
        Column.TARGET: tuple(word for word in PLANNED if not word.isascii() or word == "kh"),
        Column.COMPARATOR: ("dấu", "dấu so sánh"),
        Column.TIMING: ("cách tính", "tính theo"),
        Column.AREA: ("địa bàn", "khu vực", "tỉnh", "địa phương", "đơn vị hành chính"),
        Column.SECTION: ("lĩnh vực", "nhóm", "nhóm chỉ tiêu", "phần"),
        Column.ORIGIN: ("nguồn", "nguồn số liệu", "văn bản", "tài liệu"),
    },
}
_ALIKE = {
    Column.COMPARATOR: Head.COMPARATOR,
    Column.TIMING: Head.TIMING,
    Column.LOCATOR: Head.LOCATOR,
    Column.NOTE: Head.NOTE,
}
COLUMN_OF_HEAD: dict[str, Column] = {
    **{folded(word): column for column, head in _ALIKE.items() for word in HEADS[head]},
    **{folded(word): column for words in WORDS.values() for column, each in words.items() for word in each},
}
LANGUAGE_OF_HEAD = {folded(word): tag for tag, words in WORDS.items() for each in words.values() for word in each}
SHOWN = {tag: {column: each[0].capitalize() for column, each in words.items()} for tag, words in WORDS.items()}
"""A head of each column, for advice."""

COLUMN_WORDS: dict[Column, Message] = {
    Column.ID: Message("id"),
    Column.MEASURE: Message("measure"),
    Column.DIRECTION: Message("direction"),
    Column.PRICE: Message("price"),
    Column.BASE_YEAR: Message("base year"),
    Column.TARGET_YEAR: Message("target year"),
    Column.SECTION: Message("section"),
    **{column: COLUMNS[column] for column in Column if column in COLUMNS},
}
"""Columns that hold no figures, as messages name them."""
DIRECTIONS: dict[Direction, tuple[str, ...]] = {
    Direction.DECREASE: (
        "decrease",
        "decreasing",
        "down",
        "reduce",
        "fall",
        "lower",
        "less",
        "giảm",
        "thấp hơn",
        "càng thấp",
    ),
    Direction.INCREASE: ("increase", "increasing", "up", "rise", "higher", "more", "tăng", "cao hơn", "càng cao"),
    Direction.NEUTRAL: ("neutral", "none", "trung tính", "không nói", "không nêu"),
}
DIRECTION_OF = {folded(word): direction for direction, words in DIRECTIONS.items() for word in words} | {
    "↑": Direction.INCREASE,
    "↓": Direction.DECREASE,
}
DIRECTION_WORDS: dict[Direction, Message] = {
    Direction.DECREASE: Message("decrease"),
    Direction.INCREASE: Message("increase"),
    Direction.NEUTRAL: Message("neutral"),
}
PRICES: dict[Price, tuple[str, ...]] = {
    Price.CONSTANT: ("constant", "constant prices", "real", "so sánh", "giá so sánh", "cố định"),
    Price.CURRENT: ("current", "current prices", "nominal", "hiện hành", "giá hiện hành"),
}
PRICE_OF = {folded(word): price for price, words in PRICES.items() for word in words}
PRICE_WORDS: dict[Price, Message] = {Price.CONSTANT: Message("constant"), Price.CURRENT: Message("current")}
MEASURE_OF = {
    "tiền": "money",
    "năng lượng": "energy",
    "công suất": "power",
    "khối lượng": "mass",
    "độ dài": "length",
    "diện tích": "area",
    "thể tích": "volume",
    "thời gian": "time",
    "số lượng": "count",
    "đếm": "count",
    "điểm": "score",
    "chỉ số": "index",
    "thứ hạng": "rank",
}
MEASURE_WORDS = Message("money, energy, power, mass, length, area, volume, time, count, score, index, rank")
"""What a unit may measure, each in a word that is read."""
MORE_COMPARATORS = {
    **AFTER,
    "từ … trở lên": Comparator.AT_LEAST,
    "từ...trở lên": Comparator.AT_LEAST,
    "từ … trở xuống": Comparator.AT_MOST,
    "từ...trở xuống": Comparator.AT_MOST,
    "milestone": Comparator.MILESTONE,
    "mốc": Comparator.MILESTONE,
    "maintain": Comparator.MAINTAIN,
    "keep": Comparator.MAINTAIN,
    "duy trì": Comparator.MAINTAIN,
    "giữ vững": Comparator.MAINTAIN,
}
COMPARATOR_SPELLINGS: dict[Comparator, tuple[str, ...]] = {
    each: (*COMPARATORS.get(each, ()), *(word for word, meant in MORE_COMPARATORS.items() if meant is each))
    for each in Comparator
}
NAMES = {
    "en": {"area": "Area of “{}”", "term": "as given", "period": "from the year after the earliest base year"},
    "vi": {"area": "Địa bàn của “{}”", "term": "như đã nêu", "period": "từ sau năm gốc sớm nhất"},
}
"""What a file says in its language where the sheet says nothing."""
