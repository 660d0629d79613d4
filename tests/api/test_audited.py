"""What is kept of the audit and of the figures that count: the same answers, without the search."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from cli.runner import ROOT
from shipped import shipped

import tgkt
from tgkt.api import audited
from tgkt.api.audited import closed_relations, closed_relations_of, marks, recall, relations, relations_of, standings
from tgkt.api.choose import known_at
from tgkt.api.overview import overview
from tgkt.api.seen import Seen, seen
from tgkt.api.status import Wanted, status
from tgkt.engine.check.audit import audit
from tgkt.engine.check.closings import closings_of
from tgkt.engine.status.rows import assess
from tgkt.facts.later import Later
from tgkt.facts.plan import Plan
from tgkt.loading.files import load_folder, shipped_data
from tgkt.results.check import Finding
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge

CLOCKS = [
    pytest.param({}, id="everything there is"),
    pytest.param({"as_of": 2023}, id="up to an earlier year"),
    pytest.param({"known_by": "2025-06-30"}, id="up to an earlier date"),
    pytest.param({"baseline": "plan"}, id="from the plan's own baselines"),
    pytest.param({"across_breaks": True}, id="across breaks"),
]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept once the shipped data were read, and nothing was asked of them."""
    home = tmp_path_factory.mktemp("loaded")
    with pytest.MonkeyPatch.context() as around:
        around.setenv("XDG_CACHE_HOME", str(home))
        load_folder(shipped_data())
    return home


@pytest.fixture
def read(loaded: Path, tmp_path: Path) -> None:
    """The shipped data were read before the test; what it finds is found anew."""
    shutil.copytree(loaded, tmp_path / "cache")


@pytest.fixture(name="audits")
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the audit was run over, with a home of its own for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found: list[object] = []
    run = audited._audited

    def audit_and_count(knowledge: Knowledge, of: Collection[str] | None = None) -> list[Finding]:
        found.append(of)
        return run(knowledge, of)

    monkeypatch.setattr(audited, "_audited", audit_and_count)
    return found


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda seen: str(status(seen, Wanted())), id="the tables of status"),
        pytest.param(lambda seen: status(seen, Wanted()).to_json(), id="its JSON"),
        pytest.param(lambda seen: str(overview(seen)), id="the first screen"),
    ],
)
def test_where_targets_stand_waits_for_no_observation(audits: list[object], ask: Callable[[Seen], str]) -> None:
    """Of a plan whose standings are kept the thousands of figures beside it are not read."""
    told = [ask(seen(None, "en"))]
    asked = seen(None, "en")
    told.append(ask(asked))
    assert told[0] == told[1]
    assert isinstance(asked.knowledge.catalogue.observations, Later)
    assert not asked.knowledge.catalogue.observations.is_read
    assert len(audits) == 1


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.usefixtures("read")
def test_kept_relations_are_those_of_the_audit(audits: list[object], clock: dict[str, object]) -> None:
    """Found anew, kept and recalled they are the same; those of an earlier clock are never kept."""
    folder = shipped_data()
    for _ in range(2):
        knowledge = known_at(load_folder(folder), **clock)  # type: ignore[arg-type]  # one of the cases
        assert relations(folder, knowledge) == audit(knowledge)
    is_earlier = bool({"as_of", "known_by"} & set(clock))
    assert len(audits) == (2 if is_earlier else 1)


def test_recalled_relations_speak_of_the_very_figures_of_the_catalogue(audits: list[object]) -> None:
    """A figure of a finding is no copy: it is the statement of the catalogue that was loaded."""
    for _ in range(2):
        catalogue = load_folder(shipped_data())
        ours = {id(each) for each in catalogue.declared}
        found = relations(shipped_data(), Knowledge(catalogue))
        stated = [each for finding in found for each in finding.statements]
        assert stated
        assert [each for each in stated if each in catalogue.observations and id(each) not in ours] == []
    assert len(audits) == 1


@pytest.mark.usefixtures("read")
def test_relations_of_an_indicator_are_those_that_involve_it(audits: list[object]) -> None:
    """Cut out of the kept ones they are what the audit of that indicator alone finds, for each indicator."""
    folder, knowledge = shipped_data(), Knowledge(load_folder(shipped_data()))
    alone = {id: relations_of(folder, knowledge, {id}) for id in list(shipped().indicators)[::7]}
    assert len(audits) == len(alone)
    relations(folder, knowledge)
    assert {id: relations_of(folder, knowledge, {id}) for id in alone} == alone
    assert len(audits) == len(alone) + 1
    assert any(alone.values())


@pytest.mark.usefixtures("read")
def test_what_would_close_a_relation_is_kept_and_solved_alone_alike(audits: list[object]) -> None:
    """Once for all relations; for those of an indicator from what is kept, or for these alone."""
    folder, solved = shipped_data(), list[int]()
    for _ in range(2):
        knowledge = Knowledge(load_folder(folder))
        alone = closed_relations_of(folder, knowledge, {"grdp"})
        whole = closed_relations(folder, knowledge)
        assert alone == [each for each in whole if any(id == "grdp" for id, _ in each.indicators)]
        solved.append(sum(bool(each.closings) for each in whole))
    assert solved[0] == solved[1] > 0
    assert [each._replace(closings=()) for each in whole] == relations(folder, knowledge)
    assert len(audits) == 2


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.usefixtures("read")
def test_what_would_close_a_relation_is_that_of_its_clock(audits: list[object], clock: dict[str, object]) -> None:
    """Of an earlier clock it is solved over what was known then."""
    knowledge = known_at(load_folder(shipped_data()), **clock)  # type: ignore[arg-type]  # one of the cases
    found = {each.id: each.closings for each in closed_relations(shipped_data(), knowledge) if each.closings}
    assert found == closings_of(audit(knowledge), knowledge)
    assert audits


@pytest.mark.usefixtures("read")
def test_marks_need_one_audit_and_then_none(audits: list[object]) -> None:
    """The findings that marks come from are kept beside them."""
    folder = shipped_data()
    first = marks(folder, Knowledge(load_folder(folder)))
    assert relations(folder, Knowledge(load_folder(folder)))
    assert marks(folder, Knowledge(load_folder(folder))) == first
    assert len(audits) == 1


@pytest.mark.usefixtures("read")
def test_recalled_figures_give_the_same_standings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the figures of an earlier run every row of every plan is assessed as without them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = shipped_data()
    recall(folder, Knowledge(load_folder(folder)))
    knowledge = Knowledge(load_folder(folder))
    monkeypatch.setattr(audited, "_figures", lambda _: pytest.fail("the figures were kept"))
    recall(folder, knowledge)
    for plan in knowledge.catalogue.plans.values():
        assert assess(plan, knowledge) == assess(plan, Knowledge(knowledge.catalogue))


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.usefixtures("read")
def test_kept_standings_are_those_that_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: dict[str, object]
) -> None:
    """Those of everything there is are kept; those of another clock are found anew each time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run = audited._assessed
    found: list[str] = []

    def assess_and_count(plan: Plan, knowledge: Knowledge) -> list[Assessment]:
        found.append(plan.id)
        return run(plan, knowledge)

    monkeypatch.setattr(audited, "_assessed", assess_and_count)
    for _ in range(2):
        knowledge = known_at(load_folder(shipped_data()), **clock)  # type: ignore[arg-type]  # one of the cases
        anew = Knowledge(knowledge.catalogue, knowledge.clock)
        for plan in knowledge.catalogue.plans.values():
            told = standings(shipped_data(), plan, knowledge)
            assert told == assess(plan, anew)
            assert [id(each.row) for each in told] == [id(row) for row in plan.rows]
    assert len(found) == len(shipped().plans) * (2 if clock else 1)


@pytest.mark.parametrize("clock", CLOCKS[1:])
def test_figures_of_another_clock_are_not_recalled(clock: dict[str, object]) -> None:
    """What was known in 2023 is not answered with figures of 2025."""
    knowledge = known_at(load_folder(shipped_data()), **clock)  # type: ignore[arg-type]  # one of the cases
    recall(shipped_data(), knowledge)
    assert knowledge.found == {}


def _edit(folder: Path) -> None:
    file = folder / "observations_2016_2025.yaml"
    text = file.read_text(encoding="utf-8")
    assert 'printed: "7,35%' in text or "7.35" in text
    file.write_text(text.replace("7.35", "7.36").replace("7,35", "7,36"), encoding="utf-8")


def _comment(folder: Path) -> None:
    file = folder / "links.yaml"
    file.write_text(f"# made up\n{file.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize(
    "change", [pytest.param(_edit, id="a figure"), pytest.param(_comment, id="a line that means nothing")]
)
def test_after_an_edit_everything_is_found_anew(
    audits: list[object], tmp_path: Path, change: Callable[[Path], None]
) -> None:
    """What is kept belongs to the very text of the files."""
    folder = Path(shutil.copytree(shipped_data(), tmp_path / "data"))
    before = tgkt.load(folder)
    before.status(), before.check()
    change(folder)
    after = tgkt.load(folder)
    fresh = [each.findings for each in after.status().rows]
    found = audit(Knowledge(after._seen.knowledge.catalogue))
    assert relations(folder, after._seen.knowledge) == found
    assert [each.findings for each in tgkt.load(folder).status().rows] == fresh
    assert len(audits) == 2


FOLDERS = [None, *sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())]


@pytest.mark.parametrize("folder", [pytest.param(each, id=each.name if each else "shipped data") for each in FOLDERS])
def test_a_later_run_answers_as_one_that_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path | None
) -> None:
    """Digit by digit, for machines and for people: nothing is lost in what is kept."""
    (tmp_path / "file").touch()
    answers = []
    for home in ("file", "home", "home"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / home))
        data = tgkt.load(folder)
        asked = (data.overview(), data.status(), data.project(), data.check())
        answers.append([(each.to_dicts(), str(each)) for each in asked])
    assert answers[0] == answers[1] == answers[2]
