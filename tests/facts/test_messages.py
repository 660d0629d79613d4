"""What the room of facts says of a mistake, in the reader's language: the sentence, and whatever is put into it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tgkt.arithmetic.quantity import number, of_unit, require_same
from tgkt.facts.indicator import Words
from tgkt.facts.interval import point
from tgkt.facts.notation import document_number, plain_number, read_phrase
from tgkt.facts.parsing import parse_term
from tgkt.facts.period import parse_period
from tgkt.facts.units import Declared, own_units, parse_unit
from tgkt.language import said
from tgkt.message import MessageError

ONE = number(1).value


def _money_and_people() -> None:
    one, other = (of_unit(ONE, point(ONE), parse_unit(text)) for text in ("tỷ đồng/người", "people"))
    require_same(one, other, "add")


CASES: dict[str, tuple[Callable[[], object], str, str]] = {
    "a period": (
        lambda: parse_period("2026-13M"),
        "'2026-13M' is not a part of a year: the months from January are 1M to 11M. Write e.g. 2026-6M",
        "'2026-13M' không phải là một phần của năm: số tháng tính từ tháng 1 là từ 1M đến 11M. Ghi, ví dụ: 2026-6M",
    ),
    "a number in another notation": (
        lambda: plain_number("1.845,7"),
        "'1.845,7' is Vietnamese notation. Write 1845.7",
        "'1.845,7' theo cách viết số tiếng Việt. Ghi 1845.7",
    ),
    "marks of another language": (
        lambda: document_number("361.6", "vi"),
        "'361.6' is not Vietnamese notation: dots group three digits, a comma is the decimal mark. "
        "Write it with these marks",
        "'361.6' không theo cách viết số tiếng Việt: dấu chấm phân nhóm ba chữ số, dấu phẩy là dấu thập phân. "
        "Ghi theo các dấu này",
    ),
    "a phrase": (
        lambda: read_phrase("hoàn thành"),
        "'hoàn thành' prints no figure. Quote the words that hold it",
        "'hoàn thành' không có số liệu. Trích cụm từ có số liệu",
    ),
    "a unit nobody declared": (
        lambda: parse_unit("deaths/100,000 live births"),
        "unknown unit 'deaths/100,000 live births': 'deaths' and 'live births' are not known units. Add units: {"
        "deaths: count, live births: count} (what each measures), or use words such as people, million EUR, người, "
        "nghìn tỷ đồng, xã or %",
        "không có đơn vị tính 'deaths/100,000 live births': chưa biết đơn vị 'deaths' và 'live births'. Thêm "
        "units: {deaths: count, live births: count} (mỗi đơn vị đo gì), hoặc dùng từ như people, million EUR, người, "
        "nghìn tỷ đồng, xã hoặc %",
    ),
    "a formula that breaks off": (
        lambda: parse_term("grdp[merged, 2025"),
        "not a formula: it cannot be read from '[merged, 2025' on. "
        "Write e.g. grdp[merged, 2025] / population[merged, 2025]",
        "không phải là công thức: không đọc được từ '[merged, 2025' trở đi. "
        "Ghi, ví dụ: grdp[merged, 2025] / population[merged, 2025]",
    ),
    "quantities of two kinds": (
        _money_and_people,
        "cannot add VND/person and people: they are not the same kind of quantity",
        "không thể cộng đồng/người với người: hai đại lượng khác loại",
    ),
}


@pytest.mark.parametrize(("make", "english", "vietnamese"), CASES.values(), ids=CASES)
def test_a_mistake_in_either_language(make: Callable[[], object], english: str, vietnamese: str) -> None:
    """Nothing of it is left in the other language but what was typed."""
    with pytest.raises(MessageError) as error:
        make()
    assert (str(error.value), said(error.value.message, "vi")) == (english, vietnamese)


def test_why_a_declared_unit_could_not_be_read_can_be_said_in_another_language() -> None:
    """The reason is kept as a message, not as a text."""
    _, problems = own_units({"crate": Declared("0 kg")})
    assert said(problems["crate"], "vi") == "một 'crate' không thể bằng 0 kg. Ghi giá trị đúng"


def test_words_are_english_as_text() -> None:
    """So that a message in English holds the English title."""
    assert f"{Words('dân số', 'population')}" == "population"
