"""The page of the audit: in Vietnamese alone, and in English with the Vietnamese sentence beside it."""

from __future__ import annotations

from functools import cache

import pytest
from shipped import shipped

from tgkt.engine.check.audit import audit
from tgkt.report.check_page import findings_page
from tgkt.series.series import Knowledge


@cache
def page(lang: str) -> str:
    """The page of the shipped data."""
    return findings_page(audit(Knowledge(shipped())), shipped(), lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["# How the plan's figures fit together", "- with numbers: 220 million VND/person/year = 361.6"]),
        ("vi", ["# Đối chiếu các số liệu của kế hoạch", "- thay số: 220 triệu đồng/người/năm = 361,6 nghìn tỷ đồng"]),
    ],
)
def test_a_page_is_in_the_language(lang: str, expected: list[str]) -> None:
    """Heading, sentences, numbers and units."""
    assert [text for text in expected if text not in page(lang)] == []


def test_only_the_english_page_has_the_vietnamese_sentence_beside_its_own() -> None:
    """Which stands in slanted letters."""
    slanted = {lang: [line for line in page(lang).splitlines() if line.startswith("*")] for lang in ("en", "vi")}
    assert slanted["en"]
    assert slanted["vi"] == []
