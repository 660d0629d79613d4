"""The way of a target from its base: required, observed and needed figures. Status and project share it."""
