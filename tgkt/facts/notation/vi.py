"""Vietnamese: `1.845,7 nghìn người`, `từ 10,5% trở lên`, `không quá 5%`, `gấp 1,6 lần năm 2020`."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Language
from tgkt.message import Message

_MORE = (
    *("trên", "hơn", "cao hơn", "lớn hơn", "nhiều hơn", "quá", "vượt quá", "vượt", "vượt trên", "vượt qua"),
    *("to hơn", "dài hơn", "rộng hơn", "nặng hơn", "đắt hơn", "xa hơn"),
)
_LESS = (
    *("dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "kém", "kém hơn"),
    *("bé hơn", "ngắn hơn", "hẹp hơn", "nhẹ hơn", "rẻ hơn", "gần hơn"),
)
_NOT = ("không", "không được", "không để", "không được để", "không được phép", "không cho phép", "không nên")
_LEAST = ("ít nhất", "tối thiểu", "thấp nhất")
_MOST = ("tối đa", "cao nhất", "nhiều nhất")
_MUST = (
    *("là", "đạt", "bằng", "phải", "phải là", "phải đạt", "phải bằng", "phải có", "cần đạt", "đạt mức"),
    *("cũng", "cũng phải", "cũng phải đạt", "chỉ", "chỉ là", "chỉ bằng"),
)
_OR_EQUAL, _EQUAL_OR = ("hoặc bằng", "hay bằng"), ("bằng hoặc", "bằng hay")


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{one} {other}" for one in first for other in then)


VIETNAMESE = Language(
    tag="vi",
    name=Message("Vietnamese"),
    group=".",
    mark=",",
    spaced=False,
    before={
        Comparator.EQUALS: ("từ", "giữa"),
        Comparator.AT_LEAST: (
            *(*_LEAST, *_joined(_LEAST, _MUST), *_joined(_NOT, _LESS)),
            *(*_joined(_MORE, _OR_EQUAL), *_joined(_EQUAL_OR, _MORE)),
        ),
        Comparator.MORE_THAN: (
            *(word for word in _MORE if word != "vượt"),  # "vượt 5%" is an excess over a plan
            *("vượt ngưỡng", "vượt mốc", "tốt hơn"),
        ),
        Comparator.AT_MOST: (
            *(*_MOST, *_joined(_MOST, _MUST), *_joined(_NOT, _MORE), "chưa quá", "chưa vượt quá"),
            *(*_joined(_LESS, _OR_EQUAL), *_joined(_EQUAL_OR, _LESS)),
            *("một trong", "tốp", "nhóm"),
        ),
        Comparator.LESS_THAN: (
            *(word for word in _LESS if word != "kém"),
            *("xấu hơn", "tệ hơn"),
            *_joined(("chưa", "không"), ("đến", "tới", "đầy")),
        ),
        Comparator.ABOUT: (
            *("khoảng", "xấp xỉ", "trên dưới", "chừng", "vào khoảng", "ước khoảng"),
            *("quanh", "xung quanh", "xoay quanh", "tầm", "cỡ", "suýt soát"),
        ),
        Comparator.NEAR_BELOW: ("gần", "gần đạt", "gần bằng", "gần tới", "gần đến", "ngót", "suýt"),
        Comparator.MAINTAIN: ("duy trì", "giữ", "giữ vững"),
    },
    after={
        Comparator.AT_LEAST: (
            *("trở lên", "trở đi", "đổ lên", "hoặc tốt hơn", "hoặc hơn"),
            *_joined(("hoặc", "hay"), ("cao hơn", "lớn hơn", "nhiều hơn")),
        ),
        Comparator.AT_MOST: (
            *("trở xuống", "đổ xuống", "hoặc kém hơn"),
            *_joined(("hoặc", "hay"), ("thấp hơn", "nhỏ hơn", "ít hơn")),
        ),
    },
    by_direction=("hoặc tốt hơn", "hoặc kém hơn", "tốt hơn", "xấu hơn", "tệ hơn"),
    by_place=(
        *("trở lên", "trở xuống", "ít nhất", "tối thiểu", "thấp nhất"),
        *("không dưới", "không thấp hơn", "không được thấp hơn", "không để thấp hơn"),
    ),
    by_either=(
        *("trên", "dưới", "cao hơn", "thấp hơn", "không cao hơn", "hoặc cao hơn", "hoặc thấp hơn"),
        *("hay cao hơn", "hay thấp hơn", *_joined(_EQUAL_OR, ("trên", "dưới", "cao hơn", "thấp hơn"))),
    ),
    ordinals=(),
    fillers=("mức", "khoảng mức", "ngưỡng", "mốc", "con số"),
    negations=("không", "chưa", "chẳng", "chả", "đừng", "chớ", "tránh", "hiếm khi", "ít khi", "cấm"),
    harmless=(
        "hàng không",
        "đường không",
        "phòng không",
        "không gian",
        "không khí",
        "không quân",
        "không dùng tiền mặt",
        "không ngừng",
        "không phát thải",
        "không có việc làm",
        "không muộn hơn",
        "không chậm hơn",
        "chưa có việc làm",
        "chưa qua đào tạo",
        "tránh thai",
        "phòng tránh",
    ),
    dates=(
        r"\b\d{1,2}/\d{1,2}/\d{4}\b",
        r"\b(?:năm|niên độ|nhiệm kỳ|giai đoạn|trước năm)\s+\d{4}(?:\s*-?\s*\d{4}|/\d{2}\b)?",
        r"\b(?:quý|tháng)\s+\d{1,2}/\d{4}\b",
        r"\b\d{1,2} tháng (?:đầu|cuối) năm\b(?:\s+\d{4}\b)?",
        r"\bYEAR\s*=\s*100\b",
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
    ranges=None,
    joiners=("-", "đến", "tới"),
    pairs={"giữa": "và"},
    bases=(r"/", r"trên"),
    base_things=(r"(?:vạn\s+)?dân\b", r"xã\b"),
    cuts=("giảm",),
    rises=("tăng",),
    by=("thêm", "được"),
    sizes=("thêm", "được", "đi", "bình quân", "hằng năm", "hàng năm", "mỗi năm", "tối thiểu", "ước"),
    no_sizes=(),
    crossing=(),
    sized={},
    levels=("còn", "xuống", "xuống còn", "lên", "lên đến", "đạt"),
    multiples=("gấp", "bằng"),
    shares=("bằng",),
    wholes={
        r"giảm(?: đi| xuống| còn| xuống còn)? (?:một )?nửa": ("cut", Decimal(50)),
        r"gấp đôi": ("times", Decimal(2)),
        r"gấp ba(?: lần)?": ("times", Decimal(3)),
        r"gấp rưỡi": ("times", Decimal("1.5")),
    },
    pieces={r"điểm%": "điểm %", r"\bâm (?=\d)": "-"},
    timings={
        "average": r"\b(?:tăng|giảm|tăng trưởng)\s+bình quân\b(?! đầu người)"
        r"|\bbình quân (?:(?:hằng|hàng|mỗi|một|các|5|năm) năm|(?:cả |trong |của )?(?:giai đoạn|nhiệm kỳ))\b",
        "every_year": r"\b(?:hằng|hàng|mỗi|từng) năm\b",
    },
    held=("ở", "mức", "hiện", "hiện tại", "hiện nay", "hiện có", "ổn định", "như", "kết quả"),
    worded=("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "nửa", "rưỡi", "đôi"),
    out_of=("trong", "trong số", "trên"),
)
