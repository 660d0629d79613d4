"""`tgkt status`: verdicts at the deadline, standings before it."""
