"""What differs between two states of the data, or between two plans: what `tgkt diff` finds."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed
from tgkt.results.status import Grade, StandingKind
from tgkt.series.role import Role


class By(StrEnum):
    """What two states differ by.

    year     figures of periods up to a year
    plan     two plans of the same data
    folder   two folders of data
    date     documents dated up to a day
    """

    YEAR = "year"
    PLAN = "plan"
    FOLDER = "folder"
    DATE = "date"


class Compared(NamedTuple):
    """Which two states are compared, by their names; without a name the new one is all data."""

    by: By
    old: str
    new: str | None


class About(StrEnum):
    """What a change is about.

    figure     a figure that a document prints
    target     a line of a plan
    standing   where a target stands before its deadline, or its verdict from then on
    """

    FIGURE = "figure"
    TARGET = "target"
    STANDING = "standing"


class Kind(StrEnum):
    """How something changed.

    added       it is only in the new state
    revised     a new figure counts where another counted
    corrected   the same document now prints another figure, or settles it otherwise
    gone        it is only in the old state
    changed     a target says something else, or a row stands elsewhere
    moved       a target says the same, and its level moved with the figure it is relative to
    """

    ADDED = "added"
    REVISED = "revised"
    CORRECTED = "corrected"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


class Version(NamedTuple):
    """One of the two states of something.

    Attributes:
        statement: the figure or target as printed; None where a figure is derived or nothing is printed.
        amount: the figure; of a row the newest, or its result; None for words.
        role: what a printed figure is to the one that counts.
        row: the line of the plan; None for a figure.
        level: of a target, the values it allows, of a multiple as a level.
        state: the standing before the deadline, and the verdict from then on.
        certain: whether nothing could turn that into another; None where nothing was compared.
        reason: why it stands there.
        answer: of a milestone, the newest that says whether it was reached.
    """

    statement: Statement | None = None
    amount: Amount | None = None
    role: Role | None = None
    row: Row | None = None
    level: Computed | None = None
    state: StandingKind | Grade | None = None
    certain: bool | None = None
    reason: Reason | None = None
    answer: Statement | None = None


class Change(NamedTuple):
    """One thing that differs.

    Attributes:
        key: what it is called; no two changes of a diff have the same.
        about: what it is about.
        kind: how it changed.
        indicator: what is measured.
        area: where.
        before: the old state; of a figure that is added or revised, the one that counted in its place.
        after: the new state; of a figure that is gone, the one that counts in its place now.
    """

    key: str
    about: About
    kind: Kind
    indicator: Indicator
    area: str
    before: Version | None
    after: Version | None

    @property
    def own(self) -> Version:
        """The state that the change is named after: the new one, unless it is gone."""
        found = self.before if self.kind is Kind.GONE else self.after
        assert found is not None
        return found


class Diff(NamedTuple):
    """Everything that differs, figures first, each in the order in which the data declare things."""

    changes: tuple[Change, ...]

    def about(self, about: About) -> tuple[Change, ...]:
        """The changes about one sort of thing."""
        return tuple(each for each in self.changes if each.about is about)
