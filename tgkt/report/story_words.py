"""The words of the story of an indicator, by their keys, in English; a part of the table of `words`."""

from __future__ import annotations

from tgkt.language import Homonym

STORY_WORDS: dict[str, str | Homonym] = {
    "story_start": "Starts at",
    "story_within": "within {ends}",
    "story_declaration": "the declaration",
    "story_later": "a later release than the plan's own",
    "story_ways": "Ways to compute it",
    "story_implied": "The plan implies",
    "story_years": "By year",
    "story_stretch": "{times} the pace of the last term ({pace})",
    "story_newest": "Newest figures",
    "story_doubts": "Also printed",
    "story_more": "… and {count} more: --all",
    "story_others": "Other rows: {rows}: {command}",
    "story_all": "{command}: {parts}",
    "story_figures": "every printed figure ({count})",
    "story_blends": "blends ({count})",
    "story_findings": "findings of the audit ({count})",
    "story_breaks": "breaks ({count})",
    "story_routes": "routes to weights ({count})",
}
