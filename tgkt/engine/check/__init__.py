"""`tgkt check`: the plan audited against itself."""
