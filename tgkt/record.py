"""Named tuples as `typing.NamedTuple` has them, whose classes are made in a tenth of the time.

A run makes over a hundred of these classes, and `typing` compiles every annotation of each; nobody asks for them.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # in C; what namedtuple itself takes
from collections.abc import Callable, Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - so that it is exported
else:

    class _Made(type):
        """Makes the class of a record out of its annotations; a class without any is that of all records."""

        def __new__(meta, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.get("__annotations__", ()))
            if bases == (tuple,):
                return type.__new__(meta, name, bases, {"__slots__": (), **space})
            if bases[0] is not NamedTuple:  # what a record is the base of may hold more, as with typing
                return type.__new__(meta, name, bases, space)
            defaults = tuple(space.pop(field) for field in fields if field in space)
            late = fields[len(fields) - len(defaults) :]
            places = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            own = {"__slots__": (), "_fields": fields, "__match_args__": fields}
            own["_field_defaults"] = dict(zip(late, defaults, strict=True))
            own["__new__"] = _constructor(fields, defaults, f"{space['__qualname__']}.__new__")
            return type.__new__(meta, name, bases, {**space, **own, **places})

    class NamedTuple(tuple, metaclass=_Made):
        """What every record can do."""

        @classmethod
        def _make(cls, values: Iterable[object]) -> tuple[object, ...]:
            return tuple.__new__(cls, values)

        def _replace(self, /, **changed: object) -> tuple[object, ...]:
            made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changed)}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            told = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)


def _constructor(fields: tuple[str, ...], defaults: tuple[object, ...], name: str) -> Callable[..., Any]:
    """What makes a record of its values, by place or by name: code for as many values, with these names."""
    code = _template(len(fields)).__code__.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=name)
    return FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)


@cache
def _template(count: int) -> FunctionType:
    """A function that makes a tuple of so many values."""
    names = "".join(f"_{place}, " for place in range(count))
    made = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {})
    assert isinstance(made, FunctionType)
    return made
