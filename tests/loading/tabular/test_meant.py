"""What the words of a table mean."""

from __future__ import annotations

import pytest

from tgkt.loading.tabular.meant import Names

TITLES = {"grdp": ["Quy mô GRDP", "Gross product"], "growth": ["Tốc độ tăng GRDP"], "rung": ["Rừng"], "rung2": ["Rung"]}
NAMES = Names("indicator", TITLES)


@pytest.mark.parametrize(
    ("text", "id", "said"),
    [
        ("grdp", "grdp", ""),
        ("GRDP", "grdp", ""),
        ("quy mô  grdp", "grdp", ""),
        ("QUY MO GRDP", "grdp", ""),
        ("gross product", "grdp", ""),
        ("tốc độ", "growth", "'tốc độ' is taken as growth (Tốc độ tăng GRDP)"),
        ("rừng", "rung", ""),
        ("rung", "rung", ""),
    ],
)
def test_words_mean_one_thing(text: str, id: str, said: str) -> None:
    """An id first, then a whole title with its accents, then without, then a part of one, which is said."""
    found = NAMES.find(text)
    assert (found.id, found.said, found.wrong) == (id, said, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("grd", "unknown indicator 'grd'. Did you mean 'grdp'?"),
        ("Quy mô GRPD", "unknown indicator 'Quy mô GRPD'. Did you mean 'Quy mô GRDP' (grdp)?"),
        ("RUNG?", "'RUNG?' means several: rung (Rừng); rung2 (Rung). Write the id of one"),
    ],
)
def test_words_that_mean_nothing_or_several(text: str, told: str) -> None:
    """Refused, with the nearest or all of them."""
    found = NAMES.find(text)
    assert found.wrong + (NAMES.nearest(text) if found.is_unknown else "") == told
