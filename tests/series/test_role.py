"""What each printed figure is to the one that counts."""

from __future__ import annotations

import pytest
from later import knowledge

from tgkt.facts.statement import Status
from tgkt.series.role import Role, roles_of

ESTIMATE = "hdi 2026 = 0.74 estimated by gov 2026-12"
OFFICIAL = "hdi 2026 = 0.762 official by stat 2027-06"


def roles(*lines: str, indicator: str = "hdi", **clock: int) -> list[str]:
    """The roles of later figures, in the order of their lines."""
    known = knowledge(*lines, **clock)
    found = roles_of(indicator, "merged", known)
    told = {each.source: each.printed for each in known.statements(indicator, "merged")}
    return [found[source] for line in lines for source, printed in told.items() if printed == line]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([OFFICIAL], [Role.COUNTS], id="alone it counts"),
        pytest.param([ESTIMATE, OFFICIAL], [Role.REPLACED, Role.COUNTS], id="an estimate is replaced by the official"),
        pytest.param([OFFICIAL, ESTIMATE], [Role.COUNTS, Role.REPLACED], id="in whichever order they stand"),
        pytest.param(
            ["hdi 2026 = 0.76 estimated by gov 2026-12", OFFICIAL],
            [Role.AGREES, Role.COUNTS],
            id="what rounds to the same agrees",
        ),
        pytest.param(
            ["hdi 2026 = 0.74 official by stat 2027-06", "hdi 2026 = 0.78 official by stat 2027-06"],
            [Role.DISPUTED, Role.DISPUTED],
            id="a tie that cannot be is disputed on both sides",
        ),
        pytest.param(
            [OFFICIAL, "hdi 2026 = 0.70 official by press 2027-09"],
            [Role.COUNTS, Role.CONTRADICTS],
            id="a later figure of a lower issuer contradicts",
        ),
        pytest.param(
            [OFFICIAL, "hdi 2030 = 0.80 estimated by gov 2027-05"],
            [Role.COUNTS, Role.FORECAST],
            id="a figure of a year to come is a forecast",
        ),
    ],
)
def test_the_role_of_a_figure(lines: list[str], expected: list[Role]) -> None:
    """Kept, replaced, contradicted, or apart."""
    assert expected == roles(*lines)


def test_a_figure_after_the_clocks_year_comes_later() -> None:
    """With --as-of 2026 the figure of 2027 is not looked at yet."""
    lines = ["hdi 2026 = 0.74", "hdi 2027 = 0.75"]
    assert roles(*lines, as_of=2026) == [Role.COUNTS, Role.LATER]


def test_multiples_and_aims_are_no_figures_of_their_year() -> None:
    """Both stand apart from what was measured."""
    known = knowledge()
    grdp = roles_of("grdp", "merged", known)
    multiples = [each for each in known.statements("grdp", "merged") if each.relative_to is not None]
    aims = [each for each in known.statements("industry_output_growth", "thai_nguyen") if each.ambition]
    old = roles_of("industry_output_growth", "thai_nguyen", known)
    assert {grdp[each.source] for each in multiples} == {Role.MULTIPLE}
    assert {old[each.source] for each in aims} == {Role.AIM}


def test_a_role_does_not_hide_how_settled_a_figure_is() -> None:
    """The status is told beside the role."""
    known = knowledge(ESTIMATE, OFFICIAL)
    found = [known.candidate(each).status for each in known.statements("hdi", "merged")]
    assert found == [Status.ESTIMATED, Status.OFFICIAL]
