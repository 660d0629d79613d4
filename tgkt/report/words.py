"""Every word a person reads, in Vietnamese and English. Machine formats never use it."""

from __future__ import annotations

from tgkt.figure import Figure
from tgkt.report.numbers import printed, statement
from tgkt.results import Reason

LANGUAGES = ("vi", "en")

_WORDS = {
    # grades and standings, with the sign that carries them without colour
    "exceeded": ("▲ vượt", "▲ exceeded"),
    "met": ("✓ đạt", "✓ met"),
    "not_met": ("✗ không đạt", "✗ not met"),
    "pending": ("○ chưa đến hạn", "○ pending"),
    "not_assessable": ("? không xét", "? no grade"),
    "already_met": ("✓ đã đạt", "✓ already met"),
    "open": ("→ phải làm", "→ open"),
    "no_baseline": ("? thiếu mốc", "? no baseline"),
    "agrees": ("= khớp nhãn", "= label agrees"),
    "degree": ("~ khác mức", "~ other degree"),
    "outcome": ("≠ trái ngược", "≠ opposite"),
    # column heads
    "code": ("Số", "No."),
    "indicator": ("Chỉ tiêu", "Indicator"),
    "unit": ("Đơn vị", "Unit"),
    "baseline": ("Mốc 2025", "Baseline"),
    "target": ("Mục tiêu", "Target"),
    "result": ("Kết quả", "Result"),
    "gap": ("Khoảng cách", "Gap"),
    "yearly": ("Mỗi năm", "A year"),
    "change": ("Phải thay đổi", "To change"),
    "stretch": ("So kỳ trước", "Stretch"),
    "standing": ("Tình trạng", "Standing"),
    "grade": ("Tính được", "Computed"),
    "official": ("Văn kiện", "Official"),
    "agreement": ("So", "Cf."),
    "certain": ("Chắc chắn", "Certain"),
    "area": ("Địa bàn", "Area"),
    "plan": ("Kế hoạch", "Plan"),
    "rows": ("Dòng", "Rows"),
    "passed": ("✓ đạt", "✓ passed"),
    "failed": ("✗ không đạt", "✗ failed"),
    "unassessed": ("? không xét", "? no grade"),
    "yes": ("có", "yes"),
    "no": ("không", "no"),
    "words": ("(bằng lời)", "(in words)"),
    "points": ("điểm", "pts"),
    "per_year": ("/năm", "/yr"),
    "places": ("Chỗ khác nhau và vì sao", "Where our grade and the official label differ, and by which rule"),
    "why": ("Vì sao", "Why"),
    "structure": ("cơ cấu", "structure"),
    "may_flip": ("* Làm tròn có thể đổi kết luận", "* Rounding of the printed figure could flip it"),
    "no_baseline_only_parts": ("? Chỉ in cho từng tỉnh cũ", "? Printed for the old provinces only"),
    "no_baseline_only_other_period": ("? Chỉ in cho kỳ khác", "? Printed for another period only"),
    "no_baseline_none_printed": ("? Văn kiện không in số nào", "? No document prints a figure"),
    "no_baseline_no_target": ("? Văn kiện để trống mục tiêu", "? The document leaves the target empty"),
}

_REASONS = {
    "exceeded": ("kết quả {result} tốt hơn mục tiêu {target}", "result {result} is better than target {target}"),
    "met": ("kết quả {result} nằm trong mục tiêu {target}", "result {result} is within target {target}"),
    "not_met": ("kết quả {result} kém mục tiêu {target}", "result {result} falls short of target {target}"),
    "deadline_ahead": ("hạn {year} chưa đến", "the deadline {year} is still ahead"),
    "no_target": ("văn kiện để trống mục tiêu", "the document leaves the target empty"),
    "no_result": ("chưa có kết quả", "no result yet"),
    "neutral_direction": (
        "văn kiện không nói tăng hay giảm là tốt hơn",
        "the document does not say which way is better",
    ),
    "bounds_overlap": (
        "“{result}” chưa đủ để kết luận về “{target}”",
        "“{result}” does not settle “{target}”",
    ),
    "words_only": ("mục tiêu bằng lời, không có con số", "the target is in words, without a number"),
    "milestone": ("mục tiêu bằng lời: “{result}”", "a milestone; the result reads “{result}”"),
    "only_parts": ("chỉ in cho từng tỉnh cũ: {figures}", "printed for the old provinces only: {figures}"),
    "only_other_period": ("chỉ in cho kỳ khác: {figures}", "printed for another period only: {figures}"),
    "none_printed": ("các văn kiện không in số nào", "no document prints a figure"),
    "structure": ("cơ cấu: xét từng phần", "a structure: see its parts"),
}


def word(key: str, lang: str) -> str:
    """The word for a key in the language."""
    return _WORDS[key][LANGUAGES.index(lang)]


def sentence(reason: Reason, lang: str) -> str:
    """A reason as a sentence with its figures put in."""
    facts = {name: _fact(value, lang) for name, value in reason.facts}
    return _REASONS[reason.code][LANGUAGES.index(lang)].format(**facts)


def _fact(value: object, lang: str) -> str:
    if isinstance(value, Figure):
        return printed(value, lang)
    if isinstance(value, tuple):
        return "; ".join(f"{s.area} {statement(s, lang)}" for s in value)
    return str(value)
