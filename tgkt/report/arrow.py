"""Rows as an Arrow stream, which polars, pyarrow, DuckDB and narwhals read without a copy through text.

    text, code, date   string          whole   int64            words, texts   list of string
    number             decimal128(38, s), s the most decimals in its column     flag   bool

What has no cell in CSV (records, facts, lists of rows) has no column here. A number of more than 38 digits is refused,
for it could not be kept whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any

from tgkt.errors import UsageError
from tgkt.report.machine.field import NESTED, Field, Type
from tgkt.report.machine.shape import Shape

_WIDTH = 16  # bytes of a decimal of 128 bits
_DIGITS = 38


def stream(shape: Shape, rows: Sequence[Mapping[str, Any]], further: Iterable[str] = ()) -> object:
    """The rows as the capsule of an Arrow stream.

    Args:
        shape: what the fields are; it names the columns and says their types.
        rows: the rows.
        further: the tags of the languages in which the data have texts beside their first.

    Raises:
        UsageError: nanoarrow is not installed, or a number has more than 38 digits.
    """
    nano, tags = _nanoarrow(), tuple(further)
    columns = {
        name: _column(nano, field, [row[name] for row in rows])
        for field in shape.row
        if field.type not in NESTED
        for name in field.names(tags)
    }
    schema = nano.struct({name: each.schema for name, each in columns.items()}, nullable=False)
    table = nano.c_array_from_buffers(schema, len(rows), [None], children=list(columns.values()))
    return nano.c_array_stream(table).__arrow_c_stream__()


def _nanoarrow() -> Any:
    try:
        import nanoarrow  # lazy: an extra, needed by those alone who read answers as Arrow
    except ImportError:
        raise UsageError("Arrow needs nanoarrow. Install it with: pip install 'tgkt[arrow]'") from None
    return nanoarrow


def _column(nano: Any, field: Field, values: list[Any]) -> Any:
    """A column by the type of its field; an empty text is null, as in JSON."""
    match field.type:
        case Type.NUMBER:
            return _decimals(nano, values)
        case Type.WHOLE:
            return nano.c_array(values, nano.int64())
        case Type.FLAG:
            return nano.c_array(values, nano.bool_())
        case Type.WORDS | Type.TEXTS:
            return _lists(nano, values)
    return _texts(nano, values)


def _texts(nano: Any, values: list[str | None]) -> Any:
    return nano.c_array([str(each) if each else None for each in values], nano.string())


def _lists(nano: Any, values: list[Sequence[str]]) -> Any:
    inner = _texts(nano, [text for each in values for text in each])
    ends = nano.c_buffer([*accumulate((len(each) for each in values), initial=0)], nano.int32())
    return nano.c_array_from_buffers(nano.list_(nano.string()), len(values), [None, ends], children=[inner])


def _decimals(nano: Any, values: list[Decimal | int | None]) -> Any:
    """Decimals of one scale, each as its whole number of the smallest step, in two's complement."""
    known = [None if each is None else Decimal(each) for each in values]
    scale = max((_places(each) for each in known if each is not None), default=0)
    data = b"".join(_bytes(each, scale) for each in known)
    present = nano.c_buffer([each is not None for each in known], nano.bool_()) if None in known else None
    return nano.c_array_from_buffers(nano.decimal128(_DIGITS, scale), len(known), [present, data])


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # rows hold no infinite numbers
    return max(0, -exponent)


def _bytes(value: Decimal | None, scale: int) -> bytes:
    sign, digits, exponent = (value or Decimal(0)).as_tuple()
    assert isinstance(exponent, int)
    whole: int = int("".join(map(str, digits))) * 10 ** (exponent + scale)
    if len(str(whole)) > _DIGITS:
        raise UsageError("{value} has more digits than Arrow can keep. Read the answer as JSON", value=f"{value:f}")
    return (-whole if sign else whole).to_bytes(_WIDTH, "little", signed=True)
