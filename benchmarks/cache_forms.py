"""The form of the cache, measured: the restricted pickle that is used, beside forms that name no class at all.

    .venv/bin/python benchmarks/cache_forms.py [RUNS]

Each form holds the whole catalogue of the shipped data. JSON and marshal hold a table of plain values from which our
classes are built by hand, each shared object once, as pickle does it.
"""

from __future__ import annotations

import io
import json
import marshal
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from statistics import median
from typing import Any

from history import kept

from tgkt.loading.cache import _Unpickler
from tgkt.loading.files import load_folder, shipped_data

Table = list[Any]


class Flat:
    """An object as a table: a line for each class, text, number and object; a line refers to others by their place."""

    def __init__(self, of: object) -> None:
        self.classes: list[type] = []
        self.lines: Table = []
        self._places: dict[int, int] = {}
        self._alive: list[object] = []
        self.last = self.line(of)

    def line(self, each: object) -> int:
        """The place of an object in the table, after it was added."""
        if id(each) in self._places:
            return self._places[id(each)]
        self._alive.append(each)
        made = self._made(each)
        self.lines.append(made)
        self._places[id(each)] = len(self.lines) - 1
        return self._places[id(each)]

    def _made(self, each: object) -> list[Any]:
        if isinstance(each, Enum):
            return [self._kind(type(each)), each.value]
        if each is None or isinstance(each, (bool, int)) or type(each) is str:
            return [-1, each]
        if isinstance(each, bytes):
            return [-2, each.hex()]
        if isinstance(each, Decimal):
            return [-3, str(each)]
        if isinstance(each, dict):
            return [-4, *(self.line(part) for pair in each.items() for part in pair)]
        if is_dataclass(each):
            return [self._kind(type(each)), *(self.line(getattr(each, field.name)) for field in fields(each))]
        if isinstance(each, tuple) and type(each) is not tuple:
            return [self._kind(type(each)), *map(self.line, each)]
        sort = {tuple: -5, list: -6, frozenset: -7}[type(each)]
        return [sort, *map(self.line, each)]  # type: ignore[call-overload]  # what is left are these three

    def _kind(self, kind: type) -> int:
        if kind not in self.classes:
            self.classes.append(kind)
        return self.classes.index(kind)


def built(lines: Table, classes: list[type]) -> object:
    """The object that a table holds, its last line."""
    made: list[Any] = []
    add = made.append
    makers = [tuple.__new__ if issubclass(kind, tuple) else None for kind in classes]
    for line in lines:
        sort = line[0]
        if sort >= 0:
            kind = classes[sort]
            if makers[sort]:
                add(tuple.__new__(kind, [made[place] for place in line[1:]]))
            elif issubclass(kind, Enum):
                add(kind(line[1]))
            else:
                one = object.__new__(kind)
                for field, place in zip(kind.__dataclass_fields__, line[1:], strict=True):  # type: ignore[attr-defined]
                    object.__setattr__(one, field, made[place])
                add(one)
        elif sort == -1:
            add(line[1])
        elif sort == -2:
            add(bytes.fromhex(line[1]))
        elif sort == -3:
            add(Decimal(line[1]))
        elif sort == -4:
            parts = [made[place] for place in line[1:]]
            add(dict(zip(parts[::2], parts[1::2], strict=True)))
        else:
            add((tuple, list, frozenset)[-5 - sort](made[place] for place in line[1:]))
    return made[-1]


def main() -> None:
    """Measure, and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    catalogue = load_folder(shipped_data())
    flat = Flat(catalogue)
    payloads = {
        "pickle, our classes alone": pickle.dumps(catalogue, protocol=pickle.HIGHEST_PROTOCOL),
        "marshal and a table": marshal.dumps(flat.lines),
        "JSON and a table": json.dumps(flat.lines).encode(),
    }
    loads: dict[str, Callable[[bytes], object]] = {
        "pickle, our classes alone": lambda payload: _Unpickler(io.BytesIO(payload)).load(),
        "marshal and a table": lambda payload: built(marshal.loads(payload), flat.classes),
        "JSON and a table": lambda payload: built(json.loads(payload), flat.classes),
    }
    found = {}
    print(f"the catalogue of the shipped data, {len(flat.lines):,} objects; medians of {runs} loads\n")
    for name, load in loads.items():
        assert load(payloads[name]) == catalogue
        times = [_seconds(lambda load=load, name=name: load(payloads[name])) for _ in range(runs)]
        found[name] = round(median(times) * 1000, 1)
        print(f"{name:28} {len(payloads[name]):>10,} bytes {found[name]:>8.1f} ms")
    kept("cache_forms", found)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
