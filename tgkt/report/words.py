"""Every word a person reads, in Vietnamese and English. Machine formats never use it."""

from __future__ import annotations

from tgkt.figure import Figure
from tgkt.model import Statement, Words
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
    # blends
    "consistent": ("✓ khớp", "✓ agrees"),
    "inconsistent": ("✗ không khớp", "✗ does not follow"),
    "needs_assumption": ("~ tùy giả định", "~ needs an assumption"),
    "not_computable": ("? không tính được", "? not computable"),
    "period": ("Kỳ", "Period"),
    "constituents": ("Hai tỉnh cũ", "Constituents"),
    "blended": ("Tính từ các phần", "From the parts"),
    "interval": ("Khoảng do làm tròn", "Interval of rounding"),
    "first_order": ("Xấp xỉ bậc nhất (chênh)", "First order (difference)"),
    "printed": ("Văn kiện in", "Printed"),
    "conclusion": ("Kết luận", "Conclusion"),
    "coverage": ("Độ phủ", "Coverage"),
    "weights": ("Quyền số", "Weights"),
    "weight_percent": ("Quyền số %", "Weight %"),
    "from": ("từ", "from"),
    "to": ("đến", "to"),
    "contribution": ("Đóng góp", "Contribution"),
    "origin": ("Văn kiện", "Origin"),
    "locator": ("Vị trí", "Place"),
    "implied": ("Quyền số suy ra", "Implied weight"),
    "route": ("Đường tính", "Route"),
    "routes": ("Các đường tính quyền số", "Routes to the weight"),
    "taken": ("Dùng", "Taken"),
    "blend_all": ("Số của tỉnh hợp nhất tính lại từ hai tỉnh cũ", "Merged figures recomputed from the old provinces"),
    "formula": ("Công thức", "Formula"),
    "inputs": ("Thế số", "Values"),
    "years": ("Số năm", "Years"),
    "value": ("Giá trị", "Value"),
    "section": ("Mục", "Section"),
    "kind": ("Loại", "Kind"),
    "direction": ("Chiều tốt", "Direction"),
    "path": ("Đường đi", "Path"),
    "price": ("Giá", "Prices"),
    "limits": ("Giới hạn", "Limits"),
    "blend": ("Cách gộp", "Blend"),
    "definition": ("Định nghĩa", "Definition"),
    "declared": ("Khai báo tại", "Declared in"),
    "target_no": ("Chỉ tiêu {code}", "Target {code}"),
    "label": ("Tên trong văn kiện", "Name as printed"),
    "last_term": ("Kỳ trước", "Last term"),
    "verdict": ("Kết luận", "Verdict"),
    "last_pace": ("kỳ trước", "last term"),
    "note": ("Ghi chú", "Note"),
    "statements": ("Mọi con số in về chỉ tiêu này", "Every figure printed about it"),
    "quote": ("Nguyên văn", "Words"),
    "status": ("Trạng thái", "Status"),
    "ambition": ("tham vọng", "ambition"),
    "used_in": ("Được dùng trong", "Used in"),
    "if_weight": ("khớp nếu quyền số của {area} là {spread} %", "agrees if {area} weighs {spread} %"),
    "weight_of": ("Quyền số suy ra", "Implied weight"),
    "in_common": ("Phần chung", "In common"),
    "nothing_common": ("không có", "nothing"),
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
    # why there is no number, or where a weight comes from
    "not_printed": ("không văn kiện nào in {figure}", "no document prints {figure}"),
    "not_positive": (
        "tăng trưởng không xác định khi mức bằng không hoặc âm ({start} → {end})",
        "growth is undefined where a level is zero or negative ({start} → {end})",
    ),
    "may_be_zero": ("một mức có thể bằng không", "a level may be zero"),
    "no_years": ("giữa hai mức không có năm nào ({years})", "no year lies between the levels ({years})"),
    "growth_below_minus_100": ("giảm từ 100 % trở lên", "a fall of 100 % or more"),
    "division_by_zero": ("số chia có thể bằng không", "the divisor may be zero"),
    "not_whole": ("{value} không phải số năm nguyên", "{value} is not a whole number of years"),
    "no_constituent": ("không phần nào có số liệu", "no constituent has a figure"),
    "no_weight": ("không phần nào có quyền số", "no constituent has weight"),
    "no_weights": ("không văn kiện nào cho quyền số", "no document gives weights"),
    "no_weights_needed": ("cộng, không cần quyền số", "a sum, no weights needed"),
    "no_aggregation": ("khai báo không gộp được", "declared not to be blended"),
    "negative_weight": ("một quyền số có thể âm", "a weight may be negative"),
    "constituents_may_be_equal": (
        "hai tỉnh có thể bằng nhau, quyền số nào cũng được",
        "the constituents may be equal: any weight would do",
    ),
    "only_a_bound": ("chỉ in một giới hạn", "only a bound is printed"),
    "no_weight_between_0_and_1": (
        "không quyền số nào từ 0 đến 1 thỏa mãn",
        "no weight between 0 and 1 makes it so",
    ),
    "given_weights": ("do người dùng cho", "given on the command line"),
    "printed_weights": ("{figures}", "{figures}"),
    "route": ("suy ra: {title}", "derived: {title}"),
    "implied_weights": ("suy ra từ: {titles}", "implied by: {titles}"),
    "uses_itself": ("dùng chính chỉ tiêu này", "uses this indicator itself"),
    "units": ("{message}", "{message}"),
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
    if isinstance(value, Words):
        return value.within(lang)
    if isinstance(value, tuple):
        return "; ".join(_fact(each, lang) for each in value)
    if isinstance(value, Statement):
        return f"{value.area} {statement(value, lang)}"
    return str(value)
