"""Data that answer questions: what `tgkt.load` gives. Each method is the command of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from tgkt.api import blend as blending
from tgkt.api import check as checking
from tgkt.api import least as reconciling
from tgkt.api import outlook
from tgkt.api.answer import Answer
from tgkt.api.choose import require_known
from tgkt.api.diff import Changes
from tgkt.api.diff import Wanted as ChangesWanted
from tgkt.api.diff import diff as diff_of
from tgkt.api.exchange import PACKAGE, exported
from tgkt.api.find import Hits
from tgkt.api.find import find as find_in
from tgkt.api.goal_seek import Solved
from tgkt.api.goal_seek import solve as solve_for
from tgkt.api.handout import handout
from tgkt.api.in_year import InYears
from tgkt.api.in_year import in_year as in_year_of
from tgkt.api.listing import Listing, list_of
from tgkt.api.names import Names
from tgkt.api.overview import Overview
from tgkt.api.overview import overview as overview_of
from tgkt.api.seen import seen
from tgkt.api.settings import Settings
from tgkt.api.status import Some, Status, Wanted, order_of
from tgkt.api.status import status as status_of
from tgkt.api.story import Story
from tgkt.api.story import explain as story_of
from tgkt.api.what_if import Effects
from tgkt.api.what_if import what_if as effects_of
from tgkt.errors import UsageError
from tgkt.language import WRITTEN, languages, said, speaking
from tgkt.notes import noted

Found = TypeVar("Found", bound=Answer[Any])
Folder = str | Path
BASELINES = ("later", "plan")


class Data(Names):
    """The data of a folder, with the year and date up to which they are known; nothing in it can be changed.

    Args:
        folder: a folder of YAML files; unless given that of the variable TGKT_DATA, else the shipped data.
        lang: the language of titles, tables and notes: en, vi.
        as_of: the last year whose figures are known; the newest unless given.
        known_by: the date by which documents must have been published: "2027-04-01"; any unless given.
        baseline: "later" for the newest figure of the base year, "plan" for the one the plan was made with.
        across_breaks: whether figures are compared across declared breaks.

    Raises:
        UsageError: there is no such folder, date, language or baseline.
        DataError: the files have mistakes; `problems` holds every one, with file, line and column.
    """

    __slots__ = ()

    def __init__(
        self,
        folder: Folder | None = None,
        *,
        lang: str = WRITTEN,
        as_of: int | None = None,
        known_by: str | None = None,
        baseline: str = "later",
        across_breaks: bool = False,
    ) -> None:
        require_known("lang", lang, languages())
        require_known("baseline", baseline, BASELINES)
        place = None if folder is None else Path(folder)
        with speaking(lang):
            found = seen(place, lang, as_of, known_by, baseline, across_breaks=across_breaks)
        object.__setattr__(self, "_seen", found)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed; load the data anew")

    def __repr__(self) -> str:
        catalogue, clock = self._seen.knowledge.catalogue, self._seen.knowledge.clock
        return f"<tgkt.Data {self._seen.folder}: plans {', '.join(catalogue.plans) or '-'}; as of {clock.as_of}>"

    def status(
        self,
        *what: str,
        plan: str | None = None,
        area: str | None = None,
        section: str | None = None,
        verdict: Some = (),
        standing: Some = (),
        sort: str | None = None,
    ) -> Status:
        """Where every target of a plan stands: met or not, what must change, how certain that is.

        Args:
            what: numbers, ids or words of a title; all targets unless any is named.
            plan: a plan, or its term; the plan in force unless given.
            area: only this area.
            section: only this section.
            verdict: only these verdicts: "not_met", ["met", "exceeded"] …
            standing: only these standings: "behind", "open" …
            sort: an order: "attention", "distance" …; that of the plan unless given.
        """
        wanted = Wanted(what, plan, area, section, verdict, standing)
        return self._heard(lambda: status_of(self._seen, wanted, order_of(sort)))

    def overview(self, plan: str | None = None) -> Overview:
        """A plan on one screen: counts by section, what needs attention first, the audit in short.

        Args:
            plan: a plan, or its term; the plan in force unless given.
        """
        return self._heard(lambda: overview_of(self._seen, plan))

    def in_year(self, *what: str, plan: str | None = None, area: str | None = None) -> InYears:
        """The newest figures for part of a year, against the year before and the plan of the year.

        Args:
            what: numbers, ids or words of a title; all targets unless any is named.
            plan: a plan, or its term; the plan in force unless given.
            area: only this area.
        """
        return self._heard(lambda: in_year_of(self._seen, status_of(self._seen, Wanted(what, plan, area))))

    def project(
        self,
        *what: str,
        year: int | None = None,
        pace: str | None = None,
        method: str = "statcan",
        set: Settings | None = None,
        scenario: Folder | None = None,
        plan: str | None = None,
        area: str | None = None,
    ) -> outlook.Projection:
        """The way of each target: the required path, where a pace leads, what is needed from now on.

        Args:
            what: numbers, ids or words of a title; all targets unless any is named.
            year: the year to look at; the last of the plan unless given.
            pace: "observed", "last_term", "required", or a rate: "9%", "+0.5pp".
            method: how pace is judged: "statcan", "unsd2023", "healthy_people", "linear".
            set: what if, by number, id or words: {"grdp_growth": 9, "population": "1.9 triệu", "5.1": "+1pp"}.
            scenario: what if, from a file.
            plan: a plan, or its term; the plan in force unless given.
            area: only this area.
        """
        files = () if scenario is None else (Path(scenario),)
        asked = outlook.Asked(what, year, pace, method, set or {}, files, plan, area)
        return self._heard(lambda: outlook.project(self._seen, asked))

    def what_if(
        self, set: Settings | None = None, scenario: Folder | Sequence[Folder] = (), plan: str | None = None
    ) -> Effects:
        """What changes where some figures were others: every target that they move, through the declared links.

        Args:
            set: what if, by number, id or words: {"grdp_growth": 9}.
            scenario: a file, or two to compare.
            plan: a plan, or its term; the plan in force unless given.
        """
        given = (scenario,) if isinstance(scenario, Folder) else tuple(scenario)
        files = [Path(each) for each in given]
        return self._heard(lambda: effects_of(self._seen, set or {}, files, plan))

    def solve(self, unknown: str, goal: str, plan: str | None = None) -> Solved:
        """The value of one figure at which another meets a goal.

        Args:
            unknown: the target whose figure is sought.
            goal: "WHAT >= VALUE": "grdp_per_capita >= 220".
            plan: a plan, or its term; the plan in force unless given.
        """
        return self._heard(lambda: solve_for(self._seen, unknown, goal, plan))

    def blend(
        self,
        what: str | None = None,
        *,
        period: str | int | None = None,
        area: str | None = None,
        weight_by: str | None = None,
        weights: blending.Weights | None = None,
        weights_of: str | None = None,
        series: bool = False,
    ) -> blending.Blend:
        """Merged figures from their parts: weights, exact value, interval, and whether they agree with the printed.

        Args:
            what: a number, an id or words of a title; everything that is printed for merged areas unless given.
            period: a year or term; the newest unless given.
            area: the merged area.
            weight_by: weigh by another indicator.
            weights: weights by area: {"north": 0.9, "south": 0.1}.
            weights_of: for growth, whether weights belong to its "base" or its "end".
            series: every year and term of the indicator.
        """
        when = None if period is None else str(period)
        if what is None:
            if weight_by or weights or weights_of or series:
                raise UsageError("weights and series are for one indicator. Name it, or leave them out")
            return self._heard(lambda: blending.blend_all(self._seen, area, when))
        asked = blending.Asked(what, when, area, weight_by, weights, weights_of, series)
        return self._heard(lambda: blending.blend_one(self._seen, asked))

    def implied_weights(self) -> blending.ImpliedWeights:
        """The weights that merged figures imply, by kind."""
        return self._heard(lambda: blending.implied_weights(self._seen))

    def check(
        self, *what: str, id: Some = (), kind: str | None = None, severity: str | None = None, all: bool = False
    ) -> checking.Check:
        """The plan audited against itself: which printed figures cannot hold together, and what would reconcile them.

        Args:
            what: only findings about these: numbers, ids or words of a title; or ids of findings.
            id: only these findings.
            kind: only this kind: "sum", "ratio", "targets", "duplicate" …
            severity: only this severity.
            all: the relations that hold too.
        """
        ids = (id,) if isinstance(id, str) else tuple(id)
        asked = checking.Asked(what, ids, kind, severity, all)
        return self._heard(lambda: checking.check(self._seen, asked))

    def suggest(self, *what: str) -> checking.Suggestions:
        """Relations between printed figures that hold and are not declared.

        Args:
            what: only those about these: numbers, ids or words of a title.
        """
        return self._heard(lambda: checking.propose(self._seen, what))

    def least(self, *what: str) -> reconciling.LeastChange:
        """The lightest sets of printed figures whose change would let all relations hold; it calls none of them wrong.

        Args:
            what: only groups of relations about these: numbers, ids or words of a title.
        """
        return self._heard(lambda: reconciling.least(self._seen, what))

    def range(self, figure: str) -> reconciling.AllowedRange:
        """What all relations together allow one figure to be, every other figure as printed.

        Args:
            figure: a figure as formulas name it, "grdp_per_capita[merged, 2030]", or a target: a number, an id or
                words of a title.
        """
        return self._heard(lambda: reconciling.range_of(self._seen, figure))

    def explain(
        self, what: str, *, area: str | None = None, period: str | int | None = None, all: bool = False
    ) -> Story:
        """All that is known of an indicator: target, start, results, standing, need, what is disputed.

        Args:
            what: a number, an id or words of a title.
            area: only this area.
            period: only this year, term or part of a year.
            all: everything in tables, not the story alone; the fields hold everything either way.
        """
        when = None if period is None else str(period)
        return self._heard(lambda: story_of(self._seen, what, area, when, is_whole=all))

    def find(self, text: str) -> Hits:
        """Printed figures by a number or by words, each with its document and its place there.

        Args:
            text: a number as any document prints it, or words of a title, a phrase, a note or a place.
        """
        return self._heard(lambda: find_in(self._seen, text))

    def list(self, subject: str, words: str = "") -> Listing:
        """What can be named.

        Args:
            subject: "indicators", "areas", "plans", "sections", "origins", "units".
            words: only what matches these words.
        """
        return self._heard(lambda: list_of(self._seen, subject, words))

    def diff(
        self,
        old: str | int,
        new: str | int | None = None,
        *,
        plan: str | None = None,
        area: str | None = None,
        section: str | None = None,
    ) -> Changes:
        """What changed: figures added, revised or gone, targets that differ, rows whose standing changed.

        Args:
            old: a year, a plan, a folder of data, or a date.
            new: another of the same sort; these data unless given.
            plan: only the rows of this plan and their figures.
            area: only this area.
            section: only this section.
        """
        one, other = str(old), None if new is None else str(new)
        wanted = ChangesWanted(plan, area, section)
        return self._heard(lambda: diff_of(one, other, self._seen.given, self._seen.lang, wanted))

    def report(
        self,
        kind: str = ".md",
        *,
        plan: str | None = None,
        section: str | None = None,
        parts: Sequence[str] | None = None,
        template: Folder | None = None,
    ) -> str | bytes:
        """The content of a file to hand on: where every target stands, with sources, findings and merged figures.

        Args:
            kind: the ending of the file: ".html", ".xlsx", ".docx", ".md".
            plan: a plan, or its term; the plan in force unless given.
            section: only this section.
            parts: only these parts: "status", "results", "findings", "blend".
            template: for ".docx" the Word template to fill, your own.

        Returns:
            Text of ".html" and ".md", bytes of the others.
        """
        filling = None if template is None else Path(template).read_bytes()
        with speaking(self._seen.lang):
            return handout(self._seen, kind, plan, section, parts, filling)

    def export(self, form: str = PACKAGE) -> dict[str, str]:
        """Every printed and derived figure for other programs: the files of a form by their names.

        Args:
            form: "package", tidy CSV with every declaration and a datapackage.json; "sdmx", SDMX-CSV; or "json-stat".
        """
        return exported(self._seen, form)

    def _heard(self, ask: Callable[[], Found]) -> Found:
        """An answer with the notes that were made while it was sought."""
        with speaking(self._seen.lang), noted() as notes:
            found = ask()
        return replace(found, notes=tuple(said(each, self._seen.lang) for each in notes))
