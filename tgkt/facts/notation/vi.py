"""Vietnamese: `1.845,7 nghìn người`, `từ 10,5% trở lên`, `không quá 5%`, `gấp 1,6 lần năm 2020`."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Language

VIETNAMESE = Language(
    tag="vi",
    name="Vietnamese",
    group=".",
    mark=",",
    spaced=False,
    before={
        Comparator.EQUALS: ("từ", "giữa"),
        Comparator.AT_LEAST: (
            *("ít nhất", "tối thiểu", "thấp nhất", "không dưới", "không thấp hơn", "không ít hơn", "không nhỏ hơn"),
            *("không kém", "không kém hơn", "không được dưới", "không được thấp hơn", "không để dưới"),
        ),
        Comparator.MORE_THAN: (
            *("trên", "hơn", "cao hơn", "lớn hơn", "nhiều hơn", "quá", "vượt quá", "vượt trên", "vượt ngưỡng"),
        ),
        Comparator.AT_MOST: (
            *("không quá", "không vượt quá", "không vượt", "không cao hơn", "không hơn", "không trên"),
            *("không lớn hơn", "không nhiều hơn", "không được quá", "không được vượt quá", "không để quá"),
            *("không để vượt quá", "chưa quá", "tối đa", "cao nhất", "nhiều nhất", "một trong", "tốp", "nhóm"),
        ),
        Comparator.LESS_THAN: (
            *("dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "kém hơn"),
            *("chưa đến", "chưa tới", "chưa đầy", "không đến", "không tới", "không đầy"),
        ),
        Comparator.ABOUT: ("khoảng", "xấp xỉ", "trên dưới", "chừng", "vào khoảng", "ước khoảng"),
        Comparator.NEAR_BELOW: ("gần",),
    },
    after={
        Comparator.AT_LEAST: ("trở lên", "trở đi"),
        Comparator.AT_MOST: ("trở xuống",),
    },
    fillers=("mức", "khoảng mức"),
    negations=("không", "chưa", "chẳng"),
    harmless=(
        "hàng không",
        "đường không",
        "phòng không",
        "không gian",
        "không khí",
        "không quân",
        "không dùng tiền mặt",
    ),
    dates=(
        r"\b\d{1,2}/\d{1,2}/\d{4}\b",
        r"\b(?:năm|niên độ|nhiệm kỳ|giai đoạn|trước năm)\s+\d{4}(?:\s*-?\s*\d{4}|/\d{2}\b)?",
        r"\b24/7\b",
        r"\bSDG\s*\d+(?:\.\w+)*",
        r"\b(?:mục tiêu|chỉ tiêu)\s+\d+(?:\.\w+){2,}",
    ),
    year_words=(),
    maybe_years=(),
    against=("so với", "so năm", "kể từ"),
    firmly=("so với",),
    direct=("lần", "gấp đôi", "gấp ba", "gấp rưỡi", "một nửa", "bằng"),
    base_fillers=(
        "mức",
        "của",
        "giai đoạn",
        "nhiệm kỳ",
        "bình quân",
        "năm",
        "cuối năm",
        "đầu năm",
        "cùng kỳ",
        "thực hiện",
        "so với",
    ),
    base_ends=(),
    parts=(),
    starts=("từ",),
    joiners=("-", "đến", "tới"),
    pairs={"giữa": "và"},
    bases=(r"/", r"trên"),
    base_things=(r"(?:vạn\s+)?dân\b", r"xã\b"),
    cuts=("giảm",),
    rises=("tăng",),
    by=("thêm", "được"),
    levels=("còn", "xuống", "xuống còn", "lên", "lên đến", "đạt"),
    multiples=("gấp", "bằng"),
    wholes={
        r"giảm(?: đi| xuống| còn| xuống còn)? (?:một )?nửa": ("cut", Decimal(50)),
        r"gấp đôi": ("times", Decimal(2)),
        r"gấp ba(?: lần)?": ("times", Decimal(3)),
        r"gấp rưỡi": ("times", Decimal("1.5")),
    },
    pieces={r"điểm%": "điểm %"},
    worded=("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nửa", "rưỡi", "đôi"),
    out_of=("trong", "trong số", "trên"),
)
