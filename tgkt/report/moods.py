"""Which mood goes with which word: colour only repeats what signs and words say."""

from __future__ import annotations

from tgkt.results.computed import Outcome

STATES = {
    "exceeded": "good",
    "met": "good",
    "already_met": "good",
    "agrees": "weak",
    "not_met": "bad",
    "outcome": "bad",
    "degree": "warn",
    "open": "warn",
    "pending": "weak",
    "not_assessable": "weak",
    "no_baseline": "weak",
}
OUTCOMES = {
    Outcome.CONSISTENT: "good",
    Outcome.INCONSISTENT: "bad",
    Outcome.NEEDS_ASSUMPTION: "warn",
    Outcome.NOT_COMPUTABLE: "weak",
}
