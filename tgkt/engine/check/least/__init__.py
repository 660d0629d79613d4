"""`tgkt check --least` and `--range`: the least that must change, and what relations allow a figure to be."""
