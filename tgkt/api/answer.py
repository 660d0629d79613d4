"""What every answer can do: be read as rows, become plain data, be shown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar, overload

from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.harmless import harmless
from tgkt.report.formats import Form, machine_text, plain_record, record, recorder
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.tongues import Tongues, tongues_of
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.series.series import Knowledge

Row = TypeVar("Row")


@dataclass(frozen=True, eq=False, repr=False)
class Answer(ABC, Generic[Row]):
    """The answer to one question: results in their order, none of which can be changed.

    `print` shows it as the command line does in a pipe, a notebook as tables. `to_dicts()` gives the rows of
    `-f json`, and Arrow's readers (polars, pyarrow, DuckDB, narwhals) take the answer itself as a table.

    Attributes:
        rows: the results, in the order in which they are shown.
        knowledge: what was known, and up to when.
        lang: the language of tables and notes.
        notes: what the reader should know beside the answer, each a sentence.
        shape: the fields of `to_dicts()`; docs/fields.md says what each is, and in which unit.
        long_shape: the fields of `to_dicts(long=True)`; None where there is no long form.
    """

    shape: ClassVar[Shape]
    long_shape: ClassVar[Shape | None] = None

    rows: tuple[Row, ...]
    knowledge: Knowledge
    lang: str
    notes: tuple[str, ...] = field(default=(), kw_only=True)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        return self.rows[at]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __bool__(self) -> bool:
        """An answer without rows is an answer still."""
        return True

    def __repr__(self) -> str:
        return f"<{self.shape.schema}: {len(self)} {'row' if len(self) == 1 else 'rows'}>"

    def __str__(self) -> str:
        from tgkt.report.alignment import piped  # lazy: only who prints an answer needs its tables

        return piped(self.tables(View(self.lang, None)), self.lang)

    def _repr_html_(self) -> str:
        """The tables of the answer, for notebooks."""
        from tgkt.report.notebook import html  # lazy: only a notebook asks this

        return html(self.tables(View(self.lang, None)), self.lang)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as an Arrow stream (the PyCapsule protocol), with the columns of `-f csv`.

        Raises:
            UsageError: the extra `arrow` is not installed.
        """
        from tgkt.report.arrow import stream  # lazy: nanoarrow is an extra

        return stream(self.shape, self.values(), self.tongues.further)

    def to_dicts(self, *, long: bool = False) -> list[dict[str, Any]]:
        """The rows as plain data: texts, decimals, whole numbers, flags, lists and maps of them.

        Args:
            long: the long form, with a row for each year, part or figure.

        Raises:
            UsageError: this answer has no long form.
        """
        shape = self._shape(is_long=long)
        one = recorder(shape.row, self.tongues.further)
        return [plain_record(one(each)) for each in self.values(is_long=long)]

    def to_dict(self, *, long: bool = False) -> dict[str, Any]:
        """The whole answer as plain data: its schema, what holds for all rows, and `rows`; what `-f json` writes."""
        shape = self._shape(is_long=long)
        head = plain_record(record(shape.head, self.head(), self.tongues.further))
        return {"schema": shape.schema, **head, "rows": self.to_dicts(long=long)}

    def to_json(self, *, long: bool = False) -> str:
        """The text of `-f json`: every decimal digit by digit."""
        return self.text(Form("json", is_long=long))

    def text(self, form: Form) -> str:
        """The answer in a format for machines.

        Raises:
            UsageError: this answer has no long form.
        """
        shape = self._shape(is_long=form.is_long)
        told = machine_text(form, shape, self.head(), self.values(is_long=form.is_long), self.tongues.further)
        return harmless(told)

    @abstractmethod
    def tables(self, view: View) -> list[Table]:
        """The answer as tables for people."""

    @abstractmethod
    def values(self, *, is_long: bool = False) -> list[Values]:
        """The rows as fields, in any order."""

    def head(self) -> Values:
        """What holds for all rows, as fields."""
        return {}

    @property
    def listed(self) -> Callable[[Any], Values] | None:
        """What makes the fields of a result that the tables list; None where they list none."""
        return None

    @property
    def asked_plan(self) -> Plan | None:
        """The plan that was asked, whose language comes first; None for that in force."""
        return None

    @cached_property
    def tongues(self) -> Tongues:
        """The languages in which the data have texts."""
        return tongues_of(self.knowledge.catalogue, self.asked_plan)

    def _shape(self, *, is_long: bool) -> Shape:
        if is_long and self.long_shape is None:
            raise UsageError("--long: this answer has no long form. Leave it out")
        return self.long_shape or self.shape if is_long else self.shape
