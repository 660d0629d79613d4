"""What the audit finds, as sentences in English by their codes: a part of the table in sentences.py."""

from __future__ import annotations

from tgkt.language import Homonym

FINDINGS: dict[str, str | Homonym] = {
    # declared identities
    "sides_agree": "The two sides agree within rounding.",
    "sides_apart": "Both sides hold only if one of these figures is different.",
    "sides_assume": "Both sides hold only if the assumption does.",
    "sides_unknown": "A figure that is needed is not printed.",
    "sides_without": "A side cannot be computed: {why}.",
    "figures_apart": "{figures} hold together only if one of them differs.",
    "figure_follows": "{figures} hold together only if one of them differs: by the rest, {title} of {period} is "
    "{value}.",
    "figure_alone": "{figure} fits the relation only if it is another figure.",
    "figures_make": "{figures} hold together only if one of them differs: they make {made}, not {wanted}.",
    "of_year": Homonym("{year}", "a year in a sentence"),
    "of_term": Homonym("{first}-{last}", "a term of years in a sentence"),
    # one thing in several places
    "places_agree": "{figures} agree within rounding.",
    "places_apart": "{figures} both hold only if they differ in scope or date.",
    "places_disputed": "{figures} rank alike, so the figure is disputed; they hold together only if they differ in "
    "scope or date.",
    "places_scale": "{figures} are {times} times apart, which neither scope nor date explains: they hold together only "
    "if the decimal mark or the unit of one of them is another.",
    "place_revises": "{after} is later than {before}; both hold only if the later figure revises the earlier one.",
    "unit_meant": "{first} prints the unit {printed}; the figure makes sense only as {meant}.",
    "unit_meant_often": "{first} prints the unit {printed}, as {places} places do; the figure makes sense only as "
    "{meant}.",
    # figures beside their series
    "slip_large": "{figure} does not continue {last} of {period}, and {fit} would: it looks {times} times too large.",
    "slip_small": "{figure} does not continue {last} of {period}, and {fit} would: it looks {times} times too small.",
    "slip_mark": "{figure} does not continue {last} of {period}, and {fit} would: the decimal mark looks lost, or read "
    "as grouping.",
    "slip_grouping": "{figure} does not continue {last} of {period}, and {fit} would: grouping looks read as the "
    "decimal mark.",
    "slip_swapped": "{figure} does not continue {last} of {period}, and {fit} would: two digits look swapped.",
    "slip_doubled": "{figure} does not continue {last} of {period}, and {fit} would: a digit looks doubled.",
    "slip_dropped": "{figure} does not continue {last} of {period}, and {fit} would: a digit looks left out.",
    "figure_jumps": "{figure} is far from {last} of {period}: both hold only if it moved that much, or scopes differ.",
    # terms beside years, growth beside levels
    "term_agree": "{figure} agrees with the figures of {years}.",
    "term_apart": "{figure} and the figures of {years} both hold only if they differ in scope or release.",
    "rates_agree": "{title}: the yearly rates agree with the levels of {first} and {last}.",
    "rates_apart": "{title}: the yearly rates and the levels of {first} and {last} both hold only if they differ in "
    "scope or release.",
    # merged figures
    "parts_agree": "{title}: the figure of {area} follows from the {parts}.",
    "parts_apart": "{title}: {figure}, while the {parts} make {blended}; both hold only if scope differs.",
    "parts_apart_weighed": "{title}: {figure}, while the {parts} make {blended}; both hold only if scope or "
    "weights differ.",
    "parts_weigh": "{title}: all hold only if {area} weighs {ends}.",
    "one_weight": "The merged figures imply one weight by “{title}”: {ends}.",
    "no_one_weight": "The merged figures all hold only if they are not all weighted by “{title}”.",
    "parts_area": "constituent areas",
    "parts_country": "constituent countries",
    "parts_state": "constituent states",
    "parts_region": "constituent regions",
    "parts_province": "constituent provinces",
    "parts_city": "constituent cities",
    "parts_county": "constituent counties",
    "parts_district": "constituent districts",
    "parts_commune": "constituent communes",
    "parts_ward": "constituent wards",
    "parts_village": "constituent villages",
    # targets and labels
    "met_already": (
        "The target {target} is already met by {held} of {period}: it holds the present level or allows a "
        "step back, and asks for no advance."
    ),
    "asks_less": "The target {target} asks for less than {former}, the target of {area} for {period}: it allows a step "
    "back there, or the whole starts lower.",
    "asks_less_in_one_unit": "The target {target} asks for less than {former} ({asked} against {promised}), the target "
    "of {area} for {period}: it allows a step back there, or the whole starts lower.",
    "printed_alike": "{target} and {again} promise the same.",
    "printed_otherwise": "{target} and {again} both hold only if the later document changed the target, or they are "
    "two targets.",
    "worded_otherwise": "{target} and {again} are one target only if both wordings mean the same.",
    "due_otherwise": "{target} is for {due}, and {again} for {other}: both hold only if the earlier is a step on the "
    "way to the later, or they are two targets.",
    "label_outside": "The label “{label}” in row {row} of {area} names no grade: which one it stands for is not said.",
    "label_alone": "The label “{label}” in row {row} of {area} stands without a target and without a result: nothing "
    "shows what it rests on.",
    "labels_of_their_own": "The labels of rows {rows} of {area} ({document}) follow from one rule: met if the result "
    "is {rule} the printed figure, else not met. Elsewhere in the table a result beyond its target is “{label}” (as in "
    "row {example}), which would then be the label of {otherwise}; both hold only if these rows have a rule of their "
    "own.",
    "rule_at_least": Homonym("at least", "rule of labels"),
    "rule_at_most": Homonym("at most", "rule of labels"),
    "row_named": "row {row}",
    "graded": "“{words}” of {figure}",
    "graded_by_rule": "“{grade}” against {target} by the rule",
    "gradings_agree": "{gradings} grade one figure alike.",
    "gradings_apart": "{gradings} grade one figure differently: they hold together only if they rest on different "
    "targets or on different rules.",
    "plan_graded": "The table of the plan (rows met: {met} of {labelled} by label, {passed} of {graded} by the rule) "
    "and {passages} hold together only if the words leave the other rows out.",
    "plan_graded_agree": "The table of the plan (rows met: {met} of {labelled} by label, {passed} of {graded} by the "
    "rule) and {passages} agree.",
    "label_agrees": "The label “{label}” in row {row} of {area} and the result {result} against {target} (by the rule: "
    "{grade}) agree.",
    "label_apart": "The label “{label}” in row {row} of {area} and the result {result} against {target} (by the rule: "
    "{grade}) both hold only if labels follow another rule.",
    "grade_exceeded": Homonym("exceeded", "grade by the rule"),
    "grade_met": Homonym("met", "grade by the rule"),
    "grade_not_met": Homonym("not met", "grade by the rule"),
}
