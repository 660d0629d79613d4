"""Pace before the deadline: is an indicator on its required path? Presets of published methods, each with its version.

With b, v, t the values at base, now and target, B, V, T their years, d = +1 or -1 the direction:

    statcan         R = d g / |G|, g = (v/b)^(1/(V-B)) - 1, G = (t/b)^(1/(T-B)) - 1
                    R >= 0.95 substantial, >= 0.60 moderate, >= 0 limited, else deterioration; reached: achieved
                    without target: d g against 1.5 %, 0.5 % and 0, each times C of the natural limit (`_room`)
    unsd2023        v continued at g to T: share of the change t - b then reached: >= 0.95, >= 0.10, below
    healthy_people  toward the target 100 (v - b) / (t - b), away from it 100 |v - b| / |b| as a negative number: met;
                    within 10 either way little change; improving or getting worse
    linear          (v - b) / (t - b) over (V - B) / (T - B): >= 1 on track, >= 0 behind, below: moving away

Sources: Open SDG progress calculation 2.4.0 as published by Statistics Canada; UN Statistics Division,
SDG Progress Chart 2023, technical note; Healthy People 2030, progress measures. Nothing here is nudged
by an epsilon: where a formula has no value the answer is a reason. What is reached is reached under every
method, also where no ratio exists: the label says so and the value is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext

from tgkt.arithmetic.growth import NotComputableError, root_growth
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.indicator import Direction
from tgkt.record import NamedTuple
from tgkt.results.project import Pace, PaceLabel

HIGH, MEDIUM = Decimal("0.95"), Decimal("0.6")
FAST, SLOW = Decimal("0.015"), Decimal("0.005")
ROOM_POWER = Decimal("4.44")
LITTLE = Decimal(10)
FAIR = Decimal("0.1")


class Course(NamedTuple):
    """The input of every preset: values and years at base, now and target, the direction, the natural limit."""

    base_year: int
    base: Decimal
    year: int
    value: Decimal
    direction: Direction
    target_year: int | None = None
    target: Decimal | None = None
    limit: Decimal | None = None
    is_met: bool | None = None

    @property
    def sign(self) -> int:
        return -1 if self.direction is Direction.DECREASE else 1

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached; where the printed figures are known they decide: 75 does not meet "> 75"."""
        if self.is_met is not None:
            return self.is_met
        return self.target is not None and (self.value - self.target) * self.sign >= 0


def pace(course: Course, method: str) -> Pace:
    """Judge a course by a preset.

    Raises:
        NotComputableError: the method has no value here; with the reason.
    """
    if course.direction is Direction.NEUTRAL:
        raise NotComputableError("neutral_direction")
    if course.year <= course.base_year:
        raise NotComputableError("one_point")
    if course.target_year is not None and course.target_year <= course.base_year:
        raise NotComputableError("deadline_passed", year=course.target_year)
    with localcontext(CONTEXT):  # 40 digits, whatever the caller's context
        if not course.is_reached:
            return PRESETS[method](course)
        try:
            return PRESETS[method](course)._replace(label=REACHED[method])
        except NotComputableError:
            return Pace(method, VERSIONS[method], REACHED[method], None, None)


def _statcan(course: Course) -> Pace:
    growth = _observed(course)
    if course.target is None:
        return _statcan_without_target(course, growth)
    required = _required(course)
    ratio = CONTEXT.divide(growth * course.sign, abs(required))
    label = _label(ratio, _RATIO_LABELS)
    if course.is_reached:
        score = Decimal(5)
    elif ratio >= MEDIUM:
        score = min(Decimal("7.1429") * ratio - Decimal("4.2857"), Decimal(5))
    else:
        score = max(Decimal("4.1667") * ratio - Decimal("2.5"), Decimal(-5))
    return Pace("statcan", VERSIONS["statcan"], label, ratio, score)


def _statcan_without_target(course: Course, growth: Decimal) -> Pace:
    value, room = growth * course.sign, _room(course)
    labels = (
        (PaceLabel.SUBSTANTIAL_PROGRESS, FAST * room),
        (PaceLabel.MODERATE_PROGRESS, SLOW * room),
        (PaceLabel.LIMITED_PROGRESS, Decimal(0)),
    )
    label = _label(value, labels)
    if value < 0:
        score = max(125 * value - Decimal("2.5"), Decimal(-5))
    elif room == 0:
        score = Decimal(5)
    elif value < SLOW * room:
        score = CONTEXT.divide(500 * value, room) - Decimal("2.5")
    elif value < FAST * room:
        score = CONTEXT.divide(250 * value, room) - Decimal("1.25")
    else:
        score = min(CONTEXT.divide(500 * value, room) - 5, Decimal(5))
    return Pace("statcan", VERSIONS["statcan"], label, value, score)


def _room(course: Course) -> Decimal:
    """The factor C of a natural limit L at the base b: near the limit, less growth is enough for the same label.

    b <= L: 1 - (b/L)^4.44; L < b < 2L: 1 - ((2L-b)/L)^4.44; b >= 2L or no limit: 1.
    """
    limit, base = course.limit, course.base
    if limit is None or base >= 2 * limit:
        return Decimal(1)
    near = base if base <= limit else 2 * limit - base
    if near <= 0:
        return Decimal(1)
    return 1 - CONTEXT.power(CONTEXT.divide(near, limit), ROOM_POWER)


def _unsd2023(course: Course) -> Pace:
    target, year = _target(course)
    if course.base * target < 0:
        raise NotComputableError("sign_change", start=course.base, end=target)
    factor = 1 + _observed(
        course._replace(base=abs(course.base), value=abs(course.value)) if _is_below(course) else course
    )
    reached = CONTEXT.multiply(course.value, CONTEXT.power(factor, Decimal(max(year - course.year, 0))))
    share = CONTEXT.divide(reached - course.base, target - course.base)
    label = _label(
        share, ((PaceLabel.ON_TRACK, HIGH), (PaceLabel.FAIR_PROGRESS, FAIR)), PaceLabel.STAGNATION_OR_REGRESSION
    )
    return Pace("unsd2023", VERSIONS["unsd2023"], label, share, None)


def _is_below(course: Course) -> bool:
    """Whether both figures are negative; then their sizes grow, without a flip of the sign."""
    return course.base < 0 and course.value < 0


def _healthy_people(course: Course) -> Pace:
    target, _ = _target(course)
    moved = course.value - course.base
    if moved * course.sign >= 0:
        share = CONTEXT.divide(100 * moved, target - course.base)
    elif course.base == 0:
        raise NotComputableError("base_zero")
    else:
        share = -CONTEXT.divide(100 * abs(moved), abs(course.base))
    label = (
        PaceLabel.LITTLE_CHANGE
        if abs(share) < LITTLE
        else PaceLabel.IMPROVING
        if share > 0
        else PaceLabel.GETTING_WORSE
    )
    return Pace("healthy_people", VERSIONS["healthy_people"], label, share, None)


def _linear(course: Course) -> Pace:
    target, year = _target(course)
    done = CONTEXT.divide(course.value - course.base, target - course.base)
    due = CONTEXT.divide(Decimal(min(course.year, year) - course.base_year), Decimal(year - course.base_year))
    ratio = CONTEXT.divide(done, due)
    return Pace(
        "linear",
        VERSIONS["linear"],
        _label(ratio, ((PaceLabel.ON_TRACK, Decimal(1)), (PaceLabel.BEHIND, Decimal(0))), PaceLabel.MOVING_AWAY),
        ratio,
        None,
    )


def _target(course: Course) -> tuple[Decimal, int]:
    """The target and its year, where there is a distance to cover.

    Raises:
        NotComputableError: no target; or it equals the base, lies behind it, or was passed at the base already.
    """
    if course.target is None or course.target_year is None:
        raise NotComputableError("no_target")
    distance = (course.target - course.base) * course.sign
    if distance == 0:
        raise NotComputableError("base_equals_target")
    if distance < 0:
        raise NotComputableError("target_behind_base", base=course.base, target=course.target)
    return course.target, course.target_year


def _observed(course: Course) -> Decimal:
    """Average growth from base to now.

    Raises:
        NotComputableError: the base is zero, or the signs differ.
    """
    if course.base == 0:
        raise NotComputableError("base_zero")
    if course.base < 0 or course.value < 0:
        if course.base * course.value < 0:
            raise NotComputableError("sign_change", start=course.base, end=course.value)
        # both negative: a fall in size is a rise, so the sign flips
        return -root_growth(-course.base, -course.value, course.year - course.base_year)
    return root_growth(course.base, course.value, course.year - course.base_year)


def _required(course: Course) -> Decimal:
    """Average growth from base to target; its size is taken even where the target lies behind the base."""
    target, year = course.target, course.target_year
    if target is None or year is None:
        raise NotComputableError("no_target")
    if target == course.base:
        raise NotComputableError("base_equals_target")
    if target == 0:
        raise NotComputableError("target_zero")
    if course.base * target < 0:
        raise NotComputableError("sign_change", start=course.base, end=target)
    return root_growth(abs(course.base), abs(target), year - course.base_year)


_RATIO_LABELS = (
    (PaceLabel.SUBSTANTIAL_PROGRESS, HIGH),
    (PaceLabel.MODERATE_PROGRESS, MEDIUM),
    (PaceLabel.LIMITED_PROGRESS, Decimal(0)),
)


def _label(
    value: Decimal, steps: tuple[tuple[PaceLabel, Decimal], ...], below: PaceLabel = PaceLabel.DETERIORATION
) -> PaceLabel:
    """The first label whose threshold the value reaches; thresholds are inclusive."""
    return next((label for label, least in steps if value >= least), below)


PRESETS: dict[str, Callable[[Course], Pace]] = {
    "statcan": _statcan,
    "unsd2023": _unsd2023,
    "healthy_people": _healthy_people,
    "linear": _linear,
}
REACHED = {
    "statcan": PaceLabel.TARGET_ACHIEVED,
    "unsd2023": PaceLabel.TARGET_ACHIEVED,
    "healthy_people": PaceLabel.TARGET_MET,
    "linear": PaceLabel.TARGET_ACHIEVED,
}
VERSIONS = {"statcan": "Open SDG 2.4.0", "unsd2023": "2023", "healthy_people": "2030", "linear": "1"}
