"""What a question about the future may set."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

Settings = Mapping[str, str | int | float | Decimal]
"""What is set, by a number, an id or words of a title, and to which value: a number, or what one types: "+0.5pp"."""
