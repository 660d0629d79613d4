"""The questions that many tests share, so that each is answered once: an example of every command, and more."""

from __future__ import annotations

RESULTS = ("--plan", "results_2020_2025")
GOAL = ("--solve", "grdp_growth", "--for", "grdp_per_capita >= 220 triệu đồng/người")
# One for each command that answers with rows; a new command adds its own here.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "overview": (),
    "status": (),
    "project": ("--year", "2030"),
    "blend": ("grdp_growth",),
    "explain": ("grdp_growth",),
    "check": (),
    "find": ("7,35",),
    "list": ("indicators",),
    "diff": ("2024", "2025", "--section", "environment"),
    "calc": ("cagr", "127.7", "202.925", "--years", "5"),
}
WITHOUT_ROWS = {"validate", "schema", "template", "import", "init", "completion", "help"}
# Answers of another shape than their command's example.
QUESTIONS: dict[str, tuple[str, ...]] = {
    **{command: (command, *args) for command, args in EXAMPLES.items()},
    "results": ("status", *RESULTS),
    "attention": ("status", "--attention"),
    "what-if": ("project", "--set", "grdp_growth=9"),
    "goal seek": ("project", *GOAL),
    "weights": ("blend", "--weights-table"),
    "find words": ("find", "nuoc sach"),
    "list areas": ("list", "areas"),
    "list plans": ("list", "plans"),
    "list sections": ("list", "sections"),
    "list origins": ("list", "origins"),
    "list units": ("list", "units"),
    "diff of plans": ("diff", "results_2020_2025", "targets_2025_2030", "--section", "environment"),
}
