"""The words of `units.txt`: none is lost, none stands twice, and pint knows them all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.facts.units import definitions, registry
from tgkt.facts.units.convert import rooted

from .lines import BASES, LINES, SCALES, spoken


def test_every_name_is_known_to_pint() -> None:
    """Every name and alias of the file is a unit of the registry, and converts to its own base unit."""
    one, names = registry().Quantity, definitions().names
    assert [name for name, base in names.items() if one(Decimal(1), name).to(base).magnitude != 1] == []
    assert {name for line in LINES if not line[0].endswith("-") for name in (line[0], *line[3:])} <= set(names)


def test_no_two_units_share_a_name() -> None:
    """A name or an English word stands for one unit only, so that no row can be misread."""
    names = [name for line in LINES for name in (line[0], *line[3:])]
    words = list(definitions().english.values())
    assert sorted(set(names)) == sorted(names)
    assert sorted(set(words)) == sorted(words)


def test_every_line_of_the_file_is_read() -> None:
    """No unit and no scale word of the file is lost on the way in."""
    found = {spoken(word): power for word, power in definitions().scales.items()}
    assert found == SCALES
    assert set(BASES) == set(definitions().names.values())


@pytest.mark.parametrize("name", [name for name in BASES if name not in ("%", "năm", "tháng")], ids=spoken)
def test_a_plain_definition_means_what_pint_makes_of_it(name: str) -> None:
    """Most definitions are read without pint, which costs more than a command; the answers are the same."""
    asked = registry().Quantity(Decimal(1), name).to_root_units()
    size, roots = rooted(name)
    assert (size, dict(roots)) == (asked.magnitude, {root: int(power) for root, power in asked.unit_items()})
