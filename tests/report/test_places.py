"""Where a figure stands, told once."""

from __future__ import annotations

import pytest

from tgkt.report.places import place


@pytest.mark.parametrize(
    ("document", "locator", "told"),
    [
        pytest.param("yearbook", "table 2", "yearbook, table 2", id="a document and a place"),
        pytest.param("yearbook", "", "yearbook", id="no place known"),
        pytest.param("Phụ lục", "Phụ lục, mục I (10)", "Phụ lục, mục I (10)", id="a place that names its document"),
    ],
)
def test_a_place(document: str, locator: str, told: str) -> None:
    """No comma hangs in the air, and no name stands twice."""
    assert place(document, locator) == told
